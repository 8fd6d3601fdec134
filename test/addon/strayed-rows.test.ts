/** A tab whose data comes from formulas, or is sorted alone: it moves, and the add-on's cells beside it do not. */
import { afterEach, expect, test } from 'vitest';
import type { RunRequest } from '../../src/core/engine/run-request.ts';
import { openSheet, succeed, type TestSheet } from './listing-sheet.ts';
import { LISTING_HEADERS, listingRow, records } from './listings.ts';

const SYNC: RunRequest = { action: 'sync', scope: 'tab' };
const KEYS = ['A1', 'B2', 'C3'];

let sheet: TestSheet;
afterEach(() => sheet.close());

/** Opens a tab that shows, cell by cell, what stands in another one, as IMPORTRANGE and QUERY do, and syncs it. */
async function openShown(): Promise<void> {
  const cellOf = (columnIndex: number, rowNumber: number) =>
    `Source!${String.fromCharCode(65 + columnIndex)}${rowNumber}`;
  const shown = [2, 3, 4].map((rowNumber) =>
    LISTING_HEADERS.map((_, columnIndex) => {
      const cell = cellOf(columnIndex, rowNumber);
      return `=IF(${cell}="","",${cell})`;
    }),
  );
  sheet = await openSheet([LISTING_HEADERS, ...shown], { platform: { listings: records(...KEYS) } });
  const withdrawn = listingRow('A1', { 'Listing status': 'Withdrawn' });
  sheet.emulator.hands.addTab('Source', [LISTING_HEADERS, withdrawn, listingRow('B2'), listingRow('C3')]);
  sheet.emulator.hands.activateTab('Tab');
  await sheet.run(SYNC);
}

/** Key, status, time and the beginning of the detail of each row. */
function said(): readonly string[] {
  const [keys = [], ...others] = ['MLS number', 'Sync status', 'Synced at', 'Sync detail'].map((header) =>
    sheet.column(header),
  );
  return keys.map((key, index) => [key, ...others.map((texts) => texts[index]?.slice(0, 24))].join(' | '));
}

const DAY = '2026-11-21';

test('rows that moved say what is true of them after the next run, and a check tells of it before', async () => {
  await openShown();
  const first = said().map((line) => line.replace(/ \d\d:\d\d:\d\d/, ''));
  const [ofA1, ofB2, ofC3] = [
    `| Deleted | ${DAY} | Deleted.`,
    `| Updated | ${DAY} | Updated.`,
    `| Updated | ${DAY} | Updated.`,
  ];
  expect(first).toEqual([`A1 ${ofA1}`, `B2 ${ofB2}`, `C3 ${ofC3}`]);
  sheet.emulator.hands.sort('Source', 1, false, 2);
  expect(succeed(await sheet.ask('checkRows', SYNC)).notes).toEqual([
    expect.stringContaining('2 rows show what was said of another key'),
  ]);
  const { counts, note } = await sheet.run(SYNC);
  expect([counts, note.slice(0, 42)]).toEqual([{ Unchanged: 3 }, '2 rows showed what was said of another key']);
  expect(said().map((line) => line.replace(/ \d\d:\d\d:\d\d/, ''))).toEqual([
    'C3 | Unchanged |  | Same as confirmed on 21 ',
    `B2 ${ofB2}`,
    'A1 | Unchanged |  | Already deleted on 21 No',
  ]);
  expect(succeed(await sheet.ask('checkRows', SYNC)).notes).toEqual([]);
});

test('a run over one row tells the others that what they show is not theirs, and blank ones nothing', async () => {
  await openShown();
  const { hands } = sheet.emulator;
  const now = [
    listingRow('C3', { Description: 'New.' }),
    listingRow('A1', { 'Listing status': 'Withdrawn' }),
    LISTING_HEADERS.map(() => ''),
  ];
  hands.paste('Source', 'A2', now);
  hands.select('Tab', ['A2']);
  const { counts } = await sheet.run({ ...SYNC, scope: 'selection' });
  expect(counts).toEqual({ Updated: 1 });
  expect(said().map((line) => line.replace(/ \d\d:\d\d:\d\d/, ''))).toEqual([
    `C3 | Updated | ${DAY} | Updated.`,
    'A1 | Changed |  | What stood here was said',
    ' |  |  | ',
  ]);
  // What was said of it is not lost: it is in the ledger, by key.
  expect((await sheet.run(SYNC)).counts).toEqual({ Unchanged: 2 });
  expect(sheet.column('Sync detail')[1]).toMatch(/^Already deleted/);
});

test('a status moves along where whole rows are sorted, and nothing is said', async () => {
  await openShown();
  const rows = sheet.emulator.hands
    .values('Source')
    .slice(1)
    .map((row) => row.map(String));
  sheet.emulator.hands.paste('Tab', 'A2', rows);
  sheet.emulator.hands.sort('Tab', 1, false, 2);
  expect(succeed(await sheet.ask('checkRows', SYNC)).notes).toEqual([]);
  expect((await sheet.run(SYNC)).note).toBe('');
  expect(sheet.column('Sync status')).toEqual(['Updated', 'Updated', 'Deleted']);
});
