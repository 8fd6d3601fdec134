/** What the spreadsheet shows of a row that somebody edits after it was confirmed. */
import { afterEach, describe, expect, test } from 'vitest';
import type { CallReport } from '../../playground/apps-script/emulator.ts';
import { openSheet, type TestSheet } from './listing-sheet.ts';
import { openListingSheet } from './listings.ts';

let sheet: TestSheet;
afterEach(() => sheet.close());

const sync = { action: 'sync', scope: 'tab' } as const;
const push = { action: 'push', scope: 'tab' } as const;

const type = (a1: string, text: string) => sheet.emulator.edit((hands) => hands.type('Tab', a1, text));
const statuses = () => sheet.column('Sync status');

/** Calls that ask Google for something, or change something there; the others only name cells. */
const ASKING = /^(Properties\.(get|set)|Range\.(get.*Values|setValue)|RangeList\.set|Sheet\.getLast)/;
const asked = ({ trace }: CallReport) => trace.filter((call) => ASKING.test(call));

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
    const [report] = await type(cell('MLS number', 2), 'A1');
    expect(report?.outcome.kind).toBe('returned');
    expect(report?.trace).toEqual([]);
    expect(statuses()).toEqual(['Updated']);
  });

  test('keeps its status where a column is edited that does not go out', async () => {
    await openSynced('A1');
    await type('Z1', 'Our notes');
    await type('Z2', 'ask the seller');
    expect(statuses()).toEqual(['Updated']);
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
    const [report] = await sheet.emulator.edit((hands) => hands.paste('Tab', cell('Sale price', 2), prices));
    expect(statuses()).toEqual(['Changed', '', 'Changed', 'Changed']);
    if (report === undefined) throw new Error('no execution');
    expect(asked(report).length).toBeLessThanOrEqual(5);
    expect(asked(report).filter((call) => call.startsWith('RangeList'))).toEqual(['RangeList.setValue']);
  });

  test('is no write where nothing is to be marked', async () => {
    await openSynced('A1');
    await type(cell('Sale price', 2), '475000');
    const [report] = await type(cell('Sale price', 2), '485000');
    expect(report?.trace.filter((call) => call.includes('.set'))).toEqual([]);
  });

  test('that cannot be written disturbs nobody', async () => {
    await openSynced('A1');
    sheet.emulator.hands.protect('Tab', `${cell('Sync status', 1)}:${cell('Sync status', 2)}`, { evenOwner: true });
    const [report] = await type(cell('Sale price', 2), '475000');
    expect(report?.outcome).toEqual({ kind: 'returned', value: null });
    expect(statuses()).toEqual(['Updated']);
  });
});
