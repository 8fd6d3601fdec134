/** What a check and the look at a row say of what will change: from what the platform confirmed, by the ledger. */
import { afterEach, expect, test } from 'vitest';
import { openSheet, succeed, type TestSheet } from './listing-sheet.ts';
import { LISTING_HEADERS, listingRow, records } from './listings.ts';

let sheet: TestSheet;
afterEach(() => sheet.close());

const tab = { action: 'sync', scope: 'tab' } as const;
const check = async () => succeed(await sheet.ask('checkRows', tab));
const look = async (rowNumber: number) => succeed(await sheet.ask('previewRow', { action: 'sync', rowNumber }));

test('a check and a row’s look show old and new, until what was confirmed is not known any more', async () => {
  // The days are counted from a date, and are another number on every day.
  const headers = LISTING_HEADERS.map((header) => (header === 'Days on market' ? 'List date' : header));
  const rows = ['A1', 'A2'].map((key) => listingRow(key, { 'Days on market': '2026-11-01' }));
  sheet = await openSheet([headers, ...rows], { platform: { listings: records('A1', 'A2') } });
  expect((await check()).changes).toEqual([]);
  expect((await sheet.run(tab)).counts).toEqual({ Updated: 2 });
  expect(await check()).toMatchObject({ changes: [], changingRows: 0, counts: { Unchanged: 2 } });

  sheet.emulator.hands.paste('Tab', 'G2', [['$439,000'], ['$460,000']]);
  await sheet.emulator.advanceClock(24 * 3_600_000);
  const since = '21 Nov';
  const days = 'Days on market 20 → 21';
  const first = { since, fields: [days, 'Sale price 450,000 → 439,000', 'Price per area 180 → 175.6'] };
  const second = { since, fields: [days, 'Sale price 450,000 → 460,000', 'Price per area 180 → 184'] };
  expect(await check()).toMatchObject({
    changingRows: 2,
    changes: [
      { rowNumber: 2, label: 'A1', ...first },
      { rowNumber: 3, label: 'A2', ...second },
    ],
  });
  expect((await look(2)).changes).toEqual(first);
  expect((await look(3)).changes).toEqual(second);

  const lines = sheet.emulator.hands.values('Sync ledger').map(([text]) => String(text));
  const rowNumber = lines.findLastIndex((text) => text.endsWith('MLSNumber A1')) + 1;
  sheet.emulator.hands.type('Sync ledger', `B${rowNumber}`, '{"SalePrice":1}');
  expect((await look(2)).changes).toBeUndefined();
  expect(await check()).toMatchObject({ changingRows: 2, changes: [{ rowNumber: 3 }] });
});
