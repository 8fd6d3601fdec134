/** What people may do with each other's schedules, tried by direct calls: the buttons are not what keeps anybody from it. */
import { afterEach, describe, expect, test } from 'vitest';
import type { ScheduleView } from '../../src/core/contract/automation-view.ts';
import { nextStep } from '../../src/sidebar/model/automate/next-step.ts';
import { COLLEAGUE, connect, kindOf, OWNER, openSheet, succeed, type TestSheet } from './listing-sheet.ts';
import { LISTING_HEADERS, listingRow, records } from './listings.ts';

let sheet: TestSheet;
afterEach(() => sheet.close());

const HOUR_MS = 3_600_000;
const hours = (count: number) => sheet.emulator.advanceClock(count * HOUR_MS);

/** Ten listings, scheduled every hour by the owner and synced once; both people have a key. */
async function open(allowsDeletes = true): Promise<string> {
  const numbers = Array.from({ length: 10 }, (_, index) => `A${index}`);
  sheet = await openSheet([LISTING_HEADERS, ...numbers.map((number) => listingRow(number))], {
    platform: { listings: records(...numbers) },
  });
  await connect(sheet, COLLEAGUE);
  const tabIds = [sheet.emulator.hands.activeTabId()];
  const input = { action: 'sync', tabIds, when: { kind: 'hourly' }, allowsDeletes };
  const { schedules } = succeed(await sheet.ask('saveSchedule', input));
  await hours(1);
  return schedules[0]?.id ?? '';
}

const change = (id: string, what: string, user?: string, more: object = {}) =>
  sheet.ask('changeSchedule', { id, change: what, ...more }, user);

async function shown(user?: string): Promise<ScheduleView> {
  const [view] = succeed(await sheet.ask('getAutomation', undefined, user)).schedules;
  if (view === undefined) throw new Error('There is no schedule.');
  return view;
}

const withdraw = (...rowNumbers: readonly number[]) => {
  for (const row of rowNumbers) sheet.emulator.hands.type('Tab', `B${row}`, 'Withdrawn');
};

const deletes = () => sheet.sent('RealEstateDelete');

/** The feed loses half of its rows, and two that are left are off the market. */
async function loseHalf(): Promise<void> {
  sheet.emulator.hands.deleteRows('Tab', 7, 5);
  withdraw(2, 3);
  await hours(1);
}

describe('what was stopped', () => {
  test('is not started by a colleague who pauses and resumes it', async () => {
    const id = await open();
    sheet.emulator.hands.type('Tab', 'E1', 'Quirk');
    await hours(1);
    expect(await shown()).toMatchObject({ shown: 'stopped' });
    succeed(await change(id, 'pause', COLLEAGUE));
    expect(await shown()).toMatchObject({
      shown: 'stopped',
      notice: expect.stringContaining('The columns of “Tab” that are sent were renamed'),
    });
    expect(kindOf(await change(id, 'resume', COLLEAGUE))).toBe('scheduleRefused');
  });

  test('for a change is not hidden behind a pause', async () => {
    const id = await open();
    sheet.platform.journal.clear();
    succeed(await change(id, 'pause', COLLEAGUE));
    sheet.emulator.hands.type('Tab', 'E1', 'Quirk');
    succeed(await change(id, 'resume', OWNER));
    await hours(1);
    expect((await shown()).notice).toContain('The columns of “Tab” that are sent were renamed');
    expect(sheet.requests()).toEqual([]);
  });

  test('keeps who paused it first', async () => {
    const id = await open();
    succeed(await change(id, 'pause', COLLEAGUE));
    succeed(await change(id, 'pause', OWNER));
    expect((await shown()).notice).toContain(`Paused by ${COLLEAGUE}.`);
  });
});

describe('deletes that are held', () => {
  const HELD = '2 deletes wait for a person: the tab has only 50 % of the rows it had. Updates go on.';

  test.each<[string, (id: string) => Promise<unknown>]>([
    ['says that the tab is right as it is', (id) => change(id, 'accept')],
    ['says so with the number of rows', (id) => change(id, 'accept', OWNER, { seenRows: 5 })],
    ['starts it again', (id) => change(id, 'resume')],
    [
      'pauses it, and another resumes it',
      async (id) => [await change(id, 'pause'), await change(id, 'resume', COLLEAGUE)],
    ],
    [
      'saves it anew',
      async (id) => {
        const tabIds = [sheet.emulator.hands.activeTabId()];
        return sheet.ask('saveSchedule', { id, action: 'sync', tabIds, when: { kind: 'hourly' }, allowsDeletes: true });
      },
    ],
  ])('are not released when somebody %s', async (_, press) => {
    const id = await open();
    await loseHalf();
    expect((await shown()).notice).toBe(HELD);
    await press(id);
    expect((await shown()).notice).toBe(HELD);
    await hours(2);
    expect((await shown()).notice).toBe(HELD);
    expect(deletes()).toEqual([]);
  });

  test('are not released by a take-over, and not when the new owner switches deletes on', async () => {
    const id = await open();
    await loseHalf();
    succeed(await change(id, 'takeOver', COLLEAGUE));
    const tabIds = [sheet.emulator.hands.activeTabId()];
    const input = { id, action: 'sync', tabIds, when: { kind: 'hourly' }, allowsDeletes: true };
    expect(kindOf(await sheet.ask('saveSchedule', input))).toBe('scheduleRefused');
    succeed(await sheet.ask('saveSchedule', input, COLLEAGUE));
    await hours(2);
    expect((await shown(COLLEAGUE)).notice).toBe(HELD);
    expect(deletes()).toEqual([]);
  });
});

describe('a tab that lost rows', () => {
  const press = async (user?: string) => {
    const view = await shown(user);
    const step = nextStep(view);
    return change(
      view.id,
      'accept',
      user,
      step?.does === 'accept' && 'seenRows' in step ? { seenRows: step.seenRows } : {},
    );
  };

  test('is right as it was shown, and not as it may be by the next call', async () => {
    await open();
    sheet.emulator.hands.deleteRows('Tab', 7, 5);
    await hours(1);
    expect((await shown()).notice).toMatch(/^“Tab” has 5 of the 10 rows/);
    succeed(await press());
    expect((await shown()).shown).toBe('well');
    sheet.emulator.hands.deleteRows('Tab', 4, 3);
    withdraw(2, 3);
    await hours(1);
    expect((await shown()).notice).toContain('2 deletes wait for a person: the tab has only 40 % of the rows it had');
    expect(deletes()).toEqual([]);
  });

  test('that lost more since it was shown is shown again instead', async () => {
    const id = await open();
    sheet.emulator.hands.deleteRows('Tab', 7, 5);
    await hours(1);
    sheet.emulator.hands.deleteRows('Tab', 4, 3);
    await hours(1);
    succeed(await change(id, 'accept', OWNER, { seenRows: 5 }));
    expect((await shown()).notice).toMatch(/^“Tab” has 2 of the 10 rows/);
  });

  test('asks nobody any more once its rows are back', async () => {
    await open();
    const rows = sheet.emulator.hands.snapshot();
    expect(rows.activeTabId).toBe(sheet.emulator.hands.activeTabId());
    sheet.emulator.hands.deleteRows('Tab', 7, 5);
    await hours(1);
    expect((await shown()).shown).toBe('needsReview');
    ['B5', 'B6', 'B7', 'B8', 'B9'].forEach((number, index) => {
      listingRow(number).forEach((cell, column) => {
        sheet.emulator.hands.type('Tab', `${String.fromCharCode(65 + column)}${7 + index}`, String(cell));
      });
    });
    await hours(1);
    expect((await shown()).shown).toBe('well');
  });
});

test('cells that became Invalid are looked at by anybody, and nobody is asked any more once they are mended', async () => {
  const id = await open();
  succeed(await sheet.ask('saveMayDelete', { emails: [OWNER] }));
  const standing = (text: string) => {
    for (let row = 2; row <= 8; row += 1) sheet.emulator.hands.type('Tab', `B${row}`, text);
  };
  standing('Maybe later');
  await hours(1);
  expect((await shown()).notice).toBe(
    '7 of 10 rows of “Tab” are Invalid, which hardly any were before. Look at the Sync detail column. It runs on meanwhile.',
  );
  expect(nextStep(await shown())?.words).toBe('I have looked at it');
  standing('Active');
  await hours(1);
  expect((await shown()).shown).toBe('well');
  standing('Maybe later');
  await hours(1);
  succeed(await change(id, 'accept', COLLEAGUE));
  expect((await shown()).shown).toBe('well');
});

describe('a schedule is removed', () => {
  test('by its owner; by others only when it stands still', async () => {
    const id = await open();
    expect((await shown(COLLEAGUE)).mayRemove).toBe(false);
    expect(kindOf(await change(id, 'remove', COLLEAGUE))).toBe('scheduleRefused');
    succeed(await change(id, 'pause', COLLEAGUE));
    expect((await shown(COLLEAGUE)).mayRemove).toBe(true);
    expect(succeed(await change(id, 'remove', COLLEAGUE)).schedules).toEqual([]);
  });

  test('by anybody whose owner has left', async () => {
    const id = await open();
    sheet.emulator.leave(OWNER);
    await hours(4);
    expect((await shown(COLLEAGUE)).mayRemove).toBe(true);
    expect(succeed(await change(id, 'remove', COLLEAGUE)).schedules).toEqual([]);
  });
});

test('a tab is called what it is called now', async () => {
  await open();
  await sheet.emulator.evaluate(`SpreadsheetApp.getActiveSpreadsheet().getSheetByName('Tab').setName('Homes');`);
  expect((await shown()).sentence).toMatch(/^Every hour: sync “Homes”\./);
});

test('a run that its owner left in the middle is not said to be running', async () => {
  await open();
  sheet.emulator.hands.type('Tab', 'G2', '$460,000');
  const [report] = await hours(1);
  sheet.emulator.hands.type('Tab', 'G2', '$470,000');
  const wave = (report?.trace ?? []).indexOf('UrlFetchApp.fetchAll') + 1;
  await sheet.emulator.advanceClock(HOUR_MS, { killAtServiceCall: wave });
  sheet.emulator.leave(OWNER);
  expect((await shown(COLLEAGUE)).sentence).toMatch(/running now\.$/);
  await hours(4);
  expect((await shown(COLLEAGUE)).sentence).toMatch(/its run today between 12 and 13 has not ended\.$/);
});
