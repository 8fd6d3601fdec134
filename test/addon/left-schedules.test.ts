/** Schedules of a tab that deletes what has left it: under the brake, with every right that deletes need, else held and told. */
import { afterEach, describe, expect, test } from 'vitest';
import type { ScheduleView } from '../../src/core/contract/automation-view.ts';
import { DEFAULT_TAB_SETTINGS } from '../../src/core/settings/tab-settings.ts';
import { COLLEAGUE, connect, OWNER, openSheet, succeed, type TestSheet } from './listing-sheet.ts';
import { LISTING_HEADERS, listingRow, records } from './listings.ts';

let sheet: TestSheet;
afterEach(() => sheet.close());

const HOUR_MS = 3_600_000;
const hours = (count: number) => sheet.emulator.advanceClock(count * HOUR_MS);
const tabId = (name = 'Tab') => sheet.emulator.hands.snapshot().tabs.find((tab) => tab.name === name)?.tabId ?? -1;
const numbersOf = (letter: string, count: number) => Array.from({ length: count }, (_, index) => `${letter}${index}`);
const rowsOf = (numbers: readonly string[]) => numbers.map((number) => listingRow(number));

async function setPolicy(rowsThatLeft: 'ask' | 'delete', user?: string): Promise<void> {
  const settings = { ...DEFAULT_TAB_SETTINGS, rowsThatLeft };
  succeed(await sheet.ask('saveTabSettings', { tabId: tabId(), settings }, user));
}

/** So many listings of the tab, whose schedule has run once. */
async function open(count: number, { allowsDeletes = true, more = [] as readonly string[] } = {}): Promise<string> {
  const numbers = numbersOf('A', count);
  sheet = await openSheet([LISTING_HEADERS, ...rowsOf(numbers)], {
    platform: { listings: records(...numbers, ...more) },
  });
  await connect(sheet, COLLEAGUE);
  await setPolicy('delete');
  const input = { action: 'sync', tabIds: [tabId()], when: { kind: 'hourly' }, allowsDeletes };
  const { schedules } = succeed(await sheet.ask('saveSchedule', input));
  await hours(1);
  return schedules[0]?.id ?? '';
}

async function shown(user?: string): Promise<ScheduleView> {
  const [view] = succeed(await sheet.ask('getAutomation', undefined, user)).schedules;
  if (view === undefined) throw new Error('There is no schedule.');
  return view;
}

const deleted = () => sheet.sent('RealEstateDelete').flatMap((body) => (body as { Keys: string[] }).Keys);
const keysThere = () => sheet.platform.listings().map(({ MLSNumber }) => String(MLSNumber));
const removeRows = (first: number, count: number) => sheet.emulator.hands.deleteRows('Tab', first, count);

describe('what has left the tab', () => {
  test('is deleted after the rows were synced, a few a day, and said', async () => {
    await open(20);
    removeRows(3, 2);
    await hours(1);
    expect(deleted()).toEqual(['A1', 'A2']);
    expect(await shown()).toMatchObject({ shown: 'well', notice: '' });
    expect((await shown()).sentence).toMatch(/: 18 Unchanged; rows gone: 2 Deleted\.$/);
    await hours(1);
    expect((await shown()).sentence).toMatch(/: 18 Unchanged\.$/);
    // Two of the three that may go in a day have gone.
    removeRows(3, 2);
    await hours(1);
    expect(deleted()).toEqual(['A1', 'A2']);
    expect((await shown()).notice).toBe(
      '2 deletes of listings whose rows are gone wait for a person: more than 3 in a day are never deleted without a person. Updates go on.',
    );
    await hours(22);
    expect(deleted()).toEqual(['A1', 'A2', 'A3', 'A4']);
    expect(await shown()).toMatchObject({ shown: 'well', notice: '' });
  });

  test('is held where the schedule may not delete, and goes when a person has agreed to it', async () => {
    await open(10, { allowsDeletes: false });
    removeRows(3, 1);
    await hours(2);
    expect(deleted()).toEqual([]);
    expect(await shown()).toMatchObject({
      shown: 'needsReview',
      notice:
        '1 delete of listings whose rows are gone waits for a person: deletes are not switched on for this schedule. Updates go on.',
      review: { kind: 'deletes', tabId: tabId(), count: 1 },
    });
    expect((await shown()).sentence).toContain('9 Unchanged; rows gone: 1 delete held');
    // The look at it is a sync of the tab, which leads to the question.
    await sheet.run({ action: 'sync', scope: 'tab', tabId: tabId() });
    const found = succeed(await sheet.ask('findLeft', { tabId: tabId() }));
    expect(found).toMatchObject({ left: 1, asks: true });
    await sheet.run({ action: 'delete', scope: 'tab', tabId: found.leftTabId ?? -1 });
    expect(deleted()).toEqual(['A1']);
    expect(await shown()).toMatchObject({ shown: 'well' });
  });

  test('is held where the owner of the schedule may not delete', async () => {
    await open(10);
    succeed(await sheet.ask('saveMayDelete', { emails: [COLLEAGUE] }));
    removeRows(3, 1);
    await hours(1);
    expect(deleted()).toEqual([]);
    expect((await shown()).notice).toContain('its owner may not delete in this file');
  });

  test('stays where a colleague has turned the policy on: the schedule stops instead', async () => {
    await open(10);
    await setPolicy('ask');
    const { id } = await shown();
    await hours(1);
    succeed(await sheet.ask('changeSchedule', { id, change: 'resume' }, OWNER));
    await hours(1);
    removeRows(3, 1);
    await setPolicy('delete', COLLEAGUE);
    await hours(3);
    expect(deleted()).toEqual([]);
    expect((await shown()).notice).toContain('The settings of “Tab” were changed.');
  });

  test('stays with another owner, who has not switched deletes on', async () => {
    const id = await open(10);
    removeRows(3, 1);
    succeed(await sheet.ask('changeSchedule', { id, change: 'takeOver' }, COLLEAGUE));
    await hours(1);
    expect(deleted()).toEqual([]);
    expect((await shown()).notice).toContain('deletes are not switched on for this schedule');
  });
});

describe('a bad import deletes nothing', () => {
  const NEW = numbersOf('N', 30);

  test.each<[string, () => void]>([
    ['every row is another one', () => replaceRows(rowsOf(NEW))],
    ['the tab is empty', () => removeRows(2, 30)],
    ['a third of the rows is gone', () => removeRows(2, 10)],
    ['rows have lost their keys', () => replaceRows(rowsOf(numbersOf('A', 27)).map(withoutKeys))],
    ['one key cannot be told', () => alsoOneGone(() => replaceRows([withoutKeys(listingRow('A1'))]))],
    ['the key columns have other names', () => alsoOneGone(() => sheet.emulator.hands.type('Tab', 'A1', 'Ref.'))],
    ['a key was mistyped', () => replaceRows([listingRow('A0'), listingRow('A01', { 'Listing URL': '' })])],
    ['a header row stands below rows', () => headerBelow()],
    ['the tab is gone', () => sheet.emulator.hands.deleteTab('Tab')],
  ])('where %s', async (_, act) => {
    await open(30, { more: NEW });
    sheet.emulator.hands.addTab('Other', [['Note']]);
    act();
    await hours(30);
    expect(deleted()).toEqual([]);
    expect(keysThere().filter((key) => key.startsWith('A'))).toHaveLength(30);
  });

  test('while rows are hidden by a filter, or moved to another tab', async () => {
    await open(30);
    sheet.emulator.hands.hideRows('Tab', 3, 2);
    sheet.emulator.hands.addTab('Archive', [['Number'], ['A20'], ['A21']]);
    removeRows(22, 2);
    await hours(3);
    expect(deleted()).toEqual([]);
  });
});

test('two tabs of one schedule are each rid of what has left them, one list after the other', async () => {
  await open(10, { more: ['B0', 'B1', 'B2', 'B3'] });
  sheet.emulator.hands.addTab('Season', [LISTING_HEADERS, ...rowsOf(['B0', 'B1', 'B2', 'B3'])]);
  const settings = { ...DEFAULT_TAB_SETTINGS, rowsThatLeft: 'delete' };
  succeed(await sheet.ask('saveTabSettings', { tabId: tabId('Season'), settings }));
  const { id } = await shown();
  const input = {
    id,
    action: 'sync',
    tabIds: [tabId(), tabId('Season')],
    when: { kind: 'hourly' },
    allowsDeletes: true,
  };
  succeed(await sheet.ask('saveSchedule', input));
  await hours(1);
  removeRows(3, 1);
  sheet.emulator.hands.deleteRows('Season', 2, 1);
  await hours(1);
  expect(deleted()).toEqual(['A1', 'B0']);
  expect((await shown()).sentence).toContain(
    'Tab: 9 Unchanged; Tab, rows gone: 1 Deleted; Season: 3 Unchanged; Season, rows gone: 1 Deleted',
  );
});

test('a copy of the file deletes nothing of what has left the original', async () => {
  await open(10, { allowsDeletes: false });
  removeRows(3, 2);
  await hours(1);
  const tabs = ['Tab', 'Sync ledger', 'Listings that left'].map((name) => [name, inputsOf(name)] as const);
  await sheet.close();
  const [[, rows = []] = [], ...others] = tabs;
  sheet = await openSheet(rows, { platform: { listings: records(...numbersOf('A', 10)) } });
  for (const [name, cells] of others) sheet.emulator.hands.addTab(name, cells);
  sheet.emulator.hands.activateTab('Tab');
  await setPolicy('delete');
  const input = { action: 'sync', tabIds: [tabId()], when: { kind: 'hourly' }, allowsDeletes: true };
  succeed(await sheet.ask('saveSchedule', input));
  await hours(3);
  const listed = { action: 'delete', scope: 'tab', tabId: tabId('Listings that left') } as const;
  expect((await sheet.run(listed)).counts).toEqual({ Skipped: 2 });
  expect(deleted()).toEqual([]);
  expect(keysThere()).toHaveLength(10);
});

test('listings of a tab that was deleted are nothing for a schedule of another tab', async () => {
  await open(10, { more: ['B0'] });
  sheet.emulator.hands.addTab('Season', [LISTING_HEADERS, listingRow('B0')]);
  await sheet.run({ action: 'sync', scope: 'tab', tabId: tabId('Season') });
  sheet.emulator.hands.deleteTab('Season');
  await hours(2);
  expect(deleted()).toEqual([]);
});

/** Two rows stand above what is now the header row. */
function headerBelow(): void {
  sheet.emulator.hands.insertRows('Tab', 4, 1);
  replaceRows([listingRow('A0'), listingRow('A1'), LISTING_HEADERS]);
  sheet.emulator.hands.clear('Tab', 'A1:T1');
}

function alsoOneGone(act: () => void): void {
  removeRows(2, 1);
  act();
}

function replaceRows(rows: readonly (readonly string[])[]): void {
  for (const [index, row] of rows.entries())
    for (const [column, cell] of row.entries())
      sheet.emulator.hands.type('Tab', `${String.fromCharCode(65 + column)}${index + 2}`, cell);
}

function withoutKeys(row: readonly string[]): readonly string[] {
  return row.map((cell, index) => (index === 0 || index === 8 ? '' : cell));
}

/** What stands in the cells of a tab. */
function inputsOf(tabName: string): readonly (readonly string[])[] {
  return sheet.emulator.hands.values(tabName).map((row) => row.map(String));
}
