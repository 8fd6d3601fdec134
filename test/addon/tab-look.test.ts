/** What a tab shows after a run: the status columns come into sight, stand where people want them, and filter. */
import { afterEach, describe, expect, test } from 'vitest';
import { openSheet, type TestSheet } from './listing-sheet.ts';
import { openListingSheet } from './listings.ts';

let sheet: TestSheet;
afterEach(() => sheet.close());

const sync = { action: 'sync', scope: 'tab' } as const;

const headers = () => sheet.emulator.hands.values('Tab')[0]?.map(String) ?? [];
const selected = () => sheet.emulator.hands.snapshot().selection;
const filteredRows = () => sheet.emulator.hands.snapshot().tabs.find(({ name }) => name === 'Tab')?.filteredRows;
const move = (place: 'afterKey' | 'end') => sheet.ask('moveStatusColumns', { tabId: 0, action: 'sync', place });

/** The letter of a column by its header. */
const letter = (header: string) => String.fromCharCode(65 + headers().indexOf(header));

describe('a first run', () => {
  test('leads to the columns it made, and the rows that were selected stay selected', async () => {
    sheet = await openListingSheet(['A1', 'A2', 'A3']);
    sheet.emulator.hands.select('Tab', ['A2', 'C4']);
    await sheet.run({ action: 'sync', scope: 'selection' });
    const status = letter('Sync status');
    expect(selected()).toEqual([`${status}2`, `${status}4`]);
  });

  test('over the whole tab leads to the header, which is no row; a later one leads nowhere', async () => {
    sheet = await openListingSheet(['A1']);
    sheet.emulator.hands.select('Tab', ['A2']);
    await sheet.run(sync);
    expect(selected()).toEqual([`${letter('Sync status')}1`]);
    sheet.emulator.hands.select('Tab', ['A2']);
    await sheet.run(sync);
    expect(selected()).toEqual(['A2']);
  });
});

describe('the status columns', () => {
  test('move behind the key and back, with what they say, and the next run finds them', async () => {
    sheet = await openListingSheet(['A1', 'A2']);
    await sheet.run(sync);
    const before = headers();
    expect(await move('afterKey')).toEqual({ ok: true, value: null });
    const key = headers().indexOf('MLS number');
    expect(headers().slice(key + 1, key + 5)).toEqual(before.slice(-4));
    expect(sheet.column('Sync status')).toEqual(['Updated', 'Updated']);
    expect((await sheet.run(sync)).counts).toEqual({ Unchanged: 2 });
    expect(await move('end')).toEqual({ ok: true, value: null });
    expect(headers()).toEqual(before);
  });

  test('are made where they are wanted before the first run', async () => {
    sheet = await openListingSheet(['A1']);
    await move('afterKey');
    expect(headers()[headers().indexOf('MLS number') + 2]).toBe('Sync status');
    expect((await sheet.run(sync)).counts).toEqual({ Updated: 1 });
    expect(headers().filter((header) => header.startsWith('Sync')).length).toBe(4);
  });

  test('are not made in a tab without a key, in words', async () => {
    sheet = await openSheet([['Notes'], ['call back']]);
    expect(await move('afterKey')).toMatchObject({ ok: false, error: { kind: 'noKeyColumn' } });
    expect(headers()).toEqual(['Notes']);
  });
});

describe('only rows with a problem', () => {
  async function openWithProblem(): Promise<void> {
    sheet = await openListingSheet(['A1', 'A2']);
    sheet.emulator.hands.type('Tab', `${letter('Bedrooms')}3`, 'three?');
    expect((await sheet.run(sync)).counts).toEqual({ Updated: 1, Invalid: 1 });
  }
  const show = (onlyProblems: boolean, isOurs = false) =>
    sheet.ask('filterProblems', { tabId: 0, onlyProblems, isOurs });

  test('are shown by a filter that goes again', async () => {
    await openWithProblem();
    expect(await show(true)).toEqual({ ok: true, value: { tabId: 0, onlyProblems: true, isOurs: true } });
    expect(filteredRows()).toEqual([1]);
    await show(false, true);
    expect(filteredRows()).toEqual([]);
  });

  test('are shown within a filter of the person, which stays with all it filters by', async () => {
    await openWithProblem();
    sheet.emulator.hands.filter('Tab', { columnNumber: headers().indexOf('MLS number') + 1, texts: ['A1', 'A2'] });
    expect(await show(true)).toMatchObject({ value: { isOurs: false } });
    expect(filteredRows()).toEqual([1]);
    await show(false);
    expect(filteredRows()).toEqual([]);
    expect(await show(true)).toMatchObject({ value: { isOurs: false } });
  });

  test('are not shown before there is a status, in words', async () => {
    sheet = await openListingSheet(['A1']);
    expect(await show(true)).toMatchObject({ ok: false, error: { kind: 'statusColumnsGone' } });
  });
});

test('a tab is opened with what was last done with its rows, unless that was to delete', async () => {
  sheet = await openListingSheet(['A1']);
  const chosen = async () => {
    const overview = await sheet.ask('getOverview');
    return overview.ok ? overview.value.tab?.chosenAction : overview.error;
  };
  expect(await chosen()).toBeUndefined();
  await sheet.ask('rememberAction', { tabId: 0, action: 'push' });
  expect(await chosen()).toBe('push');
  await sheet.ask('rememberAction', { tabId: 0, action: 'delete' });
  expect(await chosen()).toBeUndefined();
});
