/** What the spreadsheet shows of a row that somebody edits after it was confirmed. */
import { afterEach, describe, expect, test } from 'vitest';
import type { CallReport } from '../../playground/apps-script/emulator.ts';
import { openSheet, type TestSheet } from './listing-sheet.ts';
import { LISTING_HEADERS, listingRows, openListingSheet, records } from './listings.ts';

let sheet: TestSheet;
afterEach(() => sheet.close());

const sync = { action: 'sync', scope: 'tab' } as const;
const push = { action: 'push', scope: 'tab' } as const;

const type = (a1: string, text: string) => sheet.emulator.edit((hands) => hands.type('Tab', a1, text));
const statuses = () => sheet.column('Sync status');

/** Calls that only name something; whatever else is called asks Google for something, or changes something there. */
const NAMING: ReadonlySet<string> = new Set([
  'Range.getSheet',
  'Sheet.getRange',
  'Sheet.getRangeList',
  'Sheet.getSheetId',
  'PropertiesService.getDocumentProperties',
]);
const asked = ({ trace }: CallReport) => trace.filter((call) => !NAMING.has(call));

/** The report of the one execution that an edit begins. */
function only([report, ...more]: readonly CallReport[]): CallReport {
  if (report === undefined || more.length > 0) throw new Error('There is not one execution.');
  expect(report.outcome).toEqual({ kind: 'returned', value: null });
  return report;
}

async function openSynced(...numbers: readonly string[]): Promise<void> {
  sheet = await openListingSheet(numbers);
  expect((await sheet.run(sync)).counts).toEqual({ Updated: numbers.length });
}

/** The A1 notation of a cell of the column with a header. */
function cell(header: string, rowNumber: number): string {
  const headers = sheet.emulator.hands.values('Tab')[0] ?? [];
  return `${String.fromCharCode(65 + headers.indexOf(header))}${rowNumber}`;
}

describe('a confirmed row', () => {
  test('says Changed as soon as a cell that goes out is edited, and is sent by the next run', async () => {
    await openSynced('A1', 'A2', 'A3');
    await type(cell('Sale price', 3), '475000');
    expect(statuses()).toEqual(['Updated', 'Changed', 'Updated']);
    expect((await sheet.run(sync)).counts).toEqual({ Updated: 1, Unchanged: 2 });
    expect(statuses()).toEqual(['Updated', 'Updated', 'Updated']);
  });

  test('says Unchanged after the next run where the old text was typed in again', async () => {
    await openSynced('A1');
    const price = cell('Sale price', 2);
    const before = String(sheet.column('Sale price')[0]);
    await type(price, '475000');
    await type(price, before);
    expect(statuses()).toEqual(['Changed']);
    expect((await sheet.run(sync)).counts).toEqual({ Unchanged: 1 });
    expect(statuses()).toEqual(['Unchanged']);
  });

  test('keeps its status where the same value is typed, without a question to Google', async () => {
    await openSynced('A1');
    expect(only(await type(cell('MLS number', 2), 'A1')).trace).toEqual([]);
    expect(statuses()).toEqual(['Updated']);
  });

  test('keeps its status where a column is edited that does not go out', async () => {
    await openSynced('A1');
    await type('Z1', 'Our notes');
    const report = only(await type('Z2', 'ask the seller'));
    expect(asked(report)).toEqual(['Range.getDisplayValues', 'Properties.getProperties']);
    expect(statuses()).toEqual(['Updated']);
  });

  test('is not asked for where a header is edited, and no longer than it takes to know that nothing is to be marked', async () => {
    await openSynced('A1', 'A2');
    expect(only(await type('Z1', 'Our notes')).trace).toEqual([]);
    await type(cell('Sync status', 3), '');
    const unsent = only(await type(cell('Sale price', 3), '475000'));
    expect(asked(unsent)).toEqual(['Range.getDisplayValues']);
    sheet.emulator.hands.addTab('Notes', [
      ['Who', 'What'],
      ['Ann', 'keys'],
    ]);
    const elsewhere = only(await sheet.emulator.edit((hands) => hands.type('Notes', 'B2', 'no keys')));
    expect(elsewhere.trace).toEqual(['Range.getSheet', 'Sheet.getRange', 'Range.getDisplayValues']);
    expect(statuses()).toEqual(['Updated', '']);
  });

  test('says Changed below a title too, and where the tab has few rows', async () => {
    const platform = { listings: records('A1') };
    sheet = await openSheet([['Our listings'], [], ...listingRows('A1')], { platform });
    expect((await sheet.run(sync)).counts).toEqual({ Updated: 1 });
    const price = String.fromCharCode(65 + LISTING_HEADERS.indexOf('Sale price'));
    sheet.emulator.hands.deleteRows('Tab', 5, 990);
    await type(`${price}4`, '475000');
    expect(statuses()).toEqual(['Changed']);
  });

  test('of a chatbot tab says Changed for every column that is sent, and for no unticked one', async () => {
    sheet = await openSheet(
      [['ID', 'Question', 'Lockbox code'], ...[1, 2, 3].map((id) => [`${id}`, `q${id}`, `77${id}`])],
      {
        platform: { rows: [1, 2, 3].map((ID) => ({ ID, Data: {} })) },
      },
    );
    expect((await sheet.run(push)).counts).toEqual({ Pushed: 3 });
    await type('B2', 'another question');
    await type('C3', '4711');
    expect(statuses()).toEqual(['Changed', 'Pushed', 'Pushed']);
  });
});

describe('a mark', () => {
  test('of a paste over many rows is one read and one write, and touches only rows that were confirmed', async () => {
    await openSynced('A1', 'A2', 'A3', 'A4');
    await type(cell('Sync status', 3), '');
    const prices = [1, 2, 3, 4].map((row) => [`${row}00000`]);
    const report = only(await sheet.emulator.edit((hands) => hands.paste('Tab', cell('Sale price', 2), prices)));
    expect(statuses()).toEqual(['Changed', '', 'Changed', 'Changed']);
    expect(asked(report)).toEqual([
      ...['Range.getDisplayValues', 'Properties.getProperties', 'RangeList.setValue', 'SpreadsheetApp.flush'],
    ]);
  });

  test('is no write where nothing is to be marked', async () => {
    await openSynced('A1');
    await type(cell('Sale price', 2), '475000');
    const report = only(await type(cell('Sale price', 2), '485000'));
    expect(asked(report)).toEqual(['Range.getDisplayValues']);
  });

  test('that cannot be written disturbs nobody', async () => {
    await openSynced('A1');
    sheet.emulator.hands.protect('Tab', `${cell('Sync status', 1)}:${cell('Sync status', 2)}`, { evenOwner: true });
    const [report] = await type(cell('Sale price', 2), '475000');
    expect(report?.outcome).toEqual({ kind: 'returned', value: null });
    expect(statuses()).toEqual(['Updated']);
  });
});

describe('an edit costs so many service calls', () => {
  const NUMBERS = Array.from({ length: 40 }, (_, index) => `A${index}`);
  const prices = (count: number) => Array.from({ length: count }, (_, index) => [`${index + 1}00000`]);
  const paste = (a1: string, cells: readonly (readonly string[])[]) =>
    sheet.emulator.edit((hands) => hands.paste('Tab', a1, cells));

  /** What asks or changes something, then all calls, those that only name a range or a store among them. */
  test.each<[string, number, number, () => Promise<readonly CallReport[]>]>([
    ['the same value is typed', 0, 0, () => type(cell('MLS number', 30), 'A28')],
    ['a header is edited', 0, 0, () => type('Z1', 'Our notes')],
    [
      'a cell of a tab that was never sent',
      1,
      3,
      () => sheet.emulator.edit((hands) => hands.type('Notes', 'B2', 'no')),
    ],
    ['a row above that was not confirmed', 1, 3, () => type(cell('City', 3), 'Salem')],
    ['a row below that was not confirmed', 2, 5, () => type(cell('City', 33), 'Salem')],
    ['a column that is not sent, above', 2, 6, () => type('Z4', 'ask the seller')],
    ['a column that is not sent, below', 3, 8, () => type('Z30', 'ask the seller')],
    ['one of the first twenty rows is marked', 4, 9, () => type(cell('Sale price', 4), '475000')],
    ['a row below them is marked', 5, 10, () => type(cell('Sale price', 30), '475000')],
    ['a block below them is marked', 5, 10, () => paste(cell('Sale price', 22), prices(10))],
    ['rows with gaps are marked', 5, 11, () => paste(cell('Sale price', 22), prices(19))],
  ])('%s: %i that ask or change something, %i in all', async (_, asking, all, act) => {
    await openSynced(...NUMBERS);
    await type('Z2', 'a note');
    sheet.emulator.hands.addTab('Notes', [
      ['Who', 'What'],
      ['Ann', 'keys'],
    ]);
    for (const rowNumber of [3, 33]) sheet.emulator.hands.type('Tab', cell('Sync status', rowNumber), '');
    const report = only(await act());
    expect([asked(report).length, report.trace.length]).toEqual([asking, all]);
  });
});
