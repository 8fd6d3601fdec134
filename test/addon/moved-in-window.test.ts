/** Rows that move in the moment between the look at them and the write: each keeps what is its own. */
import { afterEach, expect, test } from 'vitest';
import type { RunRequest } from '../../src/core/engine/run-request.ts';
import { beginWaiting, openSheet, succeed, type TestSheet } from './listing-sheet.ts';
import { LISTING_HEADERS, listingRow, listingRows, records } from './listings.ts';

const SYNC: RunRequest = { action: 'sync', scope: 'tab' };

let sheet: TestSheet;
afterEach(() => sheet.close());

/** Lets something happen right before the add-on's n-th write into the tab, after it has looked. */
function beforeWrite(n: number, happen: () => void): void {
  let writes = 0;
  const isOnTab = ({ tabName = '' }) => tabName === 'Tab';
  sheet.emulator.before('Range.setValues', isOnTab, () => {
    writes += 1;
    if (writes === n) happen();
  });
}

/** Swaps two rows with all that they hold. */
function swap(one: number, other: number): void {
  const { hands } = sheet.emulator;
  const cells = hands.snapshot().tabs.find(({ name }) => name === 'Tab')?.cells ?? [];
  const inputsOf = (rowNumber: number) => (cells[rowNumber - 1] ?? []).map(({ input }) => input);
  const [first, second] = [inputsOf(one), inputsOf(other)];
  hands.paste('Tab', `A${one}`, [second]);
  hands.paste('Tab', `A${other}`, [first]);
}

/** What the updates that left say of a field. */
function sentOf(field: 'Key' | 'Description'): readonly unknown[] {
  return sheet.sent('RealEstateUpdate').map((body) => (body as Readonly<Record<string, unknown>>)[field]);
}

/** Goes on with a run until it is over. */
async function runToEnd({ runId, state }: { readonly runId: string; readonly state: string }): Promise<void> {
  for (let now = state; now === 'running'; ) now = succeed(await sheet.ask('continueRun', { runId })).state;
}

test.each([1, 2, 3])(
  'a row says Updated only if it was sent, though a twin below those that wait takes its place (write %i)',
  async (n) => {
    const one = listingRow('A1', { Description: 'One.' });
    const two = listingRow('A1', { Description: 'Two.' });
    const rows = [LISTING_HEADERS, one, listingRow('A2'), two];
    sheet = await openSheet(rows, { platform: { listings: records('A1', 'A2') } });
    const begun = await beginWaiting(sheet, SYNC);
    beforeWrite(n, () => swap(2, 4));
    await runToEnd(begun);
    const sent = sentOf('Description');
    const statuses = sheet.column('Sync status');
    const updated = sheet.column('Description').filter((_, index) => statuses[index] === 'Updated');
    expect(sent).toEqual(expect.arrayContaining(updated));
    expect(sheet.column('Sync mark').join()).not.toMatch(/run-/);
  },
);

test.each<[string, (hands: TestSheet['emulator']['hands']) => void]>([
  ['a row above is deleted', (hands) => hands.deleteRows('Tab', 2, 1)],
  ['a row is inserted above', (hands) => hands.insertRows('Tab', 2, 1)],
  ['the tab is sorted', (hands) => hands.sort('Tab', 1, false, 2)],
])('what a row without a key is told stands in no row with one, where %s', async (_, move) => {
  sheet = await openSheet(listingRows('A1', 'A2', 'A3'), { platform: { listings: records('A1', 'A2', 'A3') } });
  const { hands } = sheet.emulator;
  await sheet.run(SYNC);
  hands.insertRows('Tab', 4, 1);
  hands.paste('Tab', 'A4', [listingRow('', { 'Listing URL': '', Description: 'No key.' })]);
  beforeWrite(1, () => move(hands));
  await sheet.run(SYNC);
  const statuses = sheet.column('Sync status');
  const keyed = statuses.filter((_status, index) => sheet.column('MLS number')[index] !== '');
  expect(new Set(keyed)).toEqual(new Set(['Updated']));
  expect(statuses[sheet.column('Description').indexOf('No key.')]).toBe('Invalid');
});

test('a row that waits keeps its place where an emptied one above it is deleted', async () => {
  const keys = Array.from({ length: 14 }, (_, index) => `A${index + 1}`);
  sheet = await openSheet(listingRows(...keys), { platform: { listings: records(...keys) } });
  const { hands } = sheet.emulator;
  const begun = await beginWaiting(sheet, SYNC);
  const record = JSON.parse(sheet.emulator.properties('document').run ?? '{}');
  sheet.emulator.setProperty('document', 'run', JSON.stringify({ ...record, chunkSize: 3, waveWidth: 2 }));
  hands.clear('Tab', 'A8:T8');
  beforeWrite(1, () => hands.deleteRows('Tab', 8, 1));
  await runToEnd(begun);
  const sent = sentOf('Key');
  expect(sent).toEqual(keys.filter((key) => key !== 'A7'));
});

test('deletes are counted where a column of formulas came under their outcomes and ended the run', async () => {
  const keys = ['A1', 'A2', 'A3', 'A4', 'A5', 'A6'];
  const rows = listingRows(...keys).map((row, index) => [...row, index === 0 ? 'Rooms' : `=E${index + 1}`]);
  sheet = await openSheet(rows, { platform: { listings: records(...keys) } });
  const { hands } = sheet.emulator;
  await sheet.run(SYNC);
  beforeWrite(2, () => hands.insertColumns('Tab', LISTING_HEADERS.length + 1, 1));
  hands.select('Tab', ['A2:A4']);
  const progress = await sheet.run({ action: 'delete', scope: 'selection' });
  expect(progress).toMatchObject({ state: 'stopped', counts: { Deleted: 3 } });
  expect(progress.message).toContain('3 of 3 rows have an outcome (3 Deleted). Copy the formula down');
  expect(sheet.column('Sync status').slice(0, 3)).toEqual(['Deleted', 'Deleted', 'Deleted']);
  hands.select('Tab', ['A5:A7']);
  const reply = succeed(await sheet.ask('startRun', { action: 'delete', scope: 'selection' }));
  expect(reply).toMatchObject({ kind: 'confirmDeletes', confirmation: { load: { recentDeletes: 3 } } });
});

test('the log names the row that went, though rows had moved before', async () => {
  const keys = ['A1', 'A2', 'A3', 'A4'];
  sheet = await openSheet(listingRows(...keys), { platform: { listings: records(...keys) } });
  const { hands } = sheet.emulator;
  await sheet.run(SYNC);
  for (const rowNumber of [2, 3, 4, 5]) hands.type('Tab', `T${rowNumber}`, `New ${rowNumber}.`);
  let hasMoved = false;
  sheet.platform.journal.onEntry(() => {
    if (!hasMoved) hands.insertRows('Tab', 2, 1);
    hasMoved = true;
  });
  beforeWrite(2, () => hands.deleteRows('Tab', sheet.column('MLS number').indexOf('A2') + 2, 1));
  await sheet.run(SYNC);
  expect(sheet.column('Outcomes of rows that were gone', 'Sync log').at(-1)).toBe('A2: Updated');
});
