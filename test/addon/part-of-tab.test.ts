/** A selection reads its own rows of a tab that is decided, and checks that need the tab still see all of it. */
import { afterEach, expect, test } from 'vitest';
import { costsOf } from '../../bench/costs.ts';
import { DEFAULT_LATENCY } from '../../playground/apps-script/latency.ts';
import { openSheet, succeed, type TestSheet } from './listing-sheet.ts';
import { LISTING_HEADERS, listingRow, records } from './listings.ts';

let sheet: TestSheet;
afterEach(() => sheet.close());

const ROWS = 2_000;
const NUMBERS = Array.from({ length: ROWS }, (_, index) => `A${index + 1}`);
const selection = { action: 'sync', scope: 'selection' } as const;
const hands = () => sheet.emulator.hands;
const letterOf = (header: (typeof LISTING_HEADERS)[number]) =>
  String.fromCharCode(65 + LISTING_HEADERS.indexOf(header));

/** Two thousand listings, with a column that is blank so far, and many that say nothing to the platform. */
async function openListings(): Promise<void> {
  const remarks = Array.from({ length: 60 }, (_, index) => `Remark ${index + 1}`);
  const rows = [
    [...LISTING_HEADERS, 'HOA', ...remarks],
    ...NUMBERS.map((number) => [...listingRow(number), '', ...remarks.map(() => 'none')]),
  ];
  sheet = await openSheet(rows, { platform: { listings: records(...NUMBERS.slice(0, 50)) } });
}

/** What a run over the selected rows costs, and what came of it. */
async function costOf(...ranges: readonly string[]) {
  hands().select('Tab', [...ranges]);
  const report = await sheet.call('startRun', selection);
  expect(report.outcome).toMatchObject({ value: { ok: true } });
  const { sheetsCalls, secondsByPart } = costsOf([report], DEFAULT_LATENCY);
  return { sheetsCalls, sheetSeconds: secondsByPart.sheet };
}

test('a selection in a tab of two thousand listings reads all of it once, to decide its columns, and its own rows from then on', async () => {
  await openListings();
  const first = await costOf('A2:A3');
  // The log is given its shape by the second run.
  await costOf('A6');
  const second = await costOf('A4:A5');
  expect(sheet.column('Sync status').slice(0, 5)).toEqual(Array(5).fill('Updated'));
  expect(second.sheetSeconds).toBeLessThan(first.sheetSeconds / 2);
  expect(second.sheetSeconds).toBeLessThan(4);

  // A column that was blank is asked about, by all rows, as soon as a selected one has a cell there.
  hands().type('Tab', 'U8', '250');
  await costOf('A8');
  expect(sheet.sent('RealEstateUpdate').at(-1)).toMatchObject({ Key: 'A7', HOAMonth: 250 });

  // Whether another row has the URL too is asked of the whole tab.
  hands().clear('Tab', 'A10');
  hands().type('Tab', `${letterOf('Listing URL')}10`, 'https://homes.example.com/shared');
  hands().type('Tab', `${letterOf('Listing URL')}1500`, 'https://homes.example.com/shared');
  hands().select('Tab', ['A10']);
  expect((await sheet.run(selection)).counts).toEqual({ Invalid: 1 });
  expect(sheet.column('Sync detail')[8]).toContain('stands in row 1500 too');

  const { tabId } = succeed(await sheet.ask('getOverview')).tab ?? { tabId: 0 };
  const look = await sheet.call('previewRow', { tabId, action: 'sync', rowNumber: 12 });
  expect(costsOf([look], DEFAULT_LATENCY).secondsByPart.sheet).toBeLessThan(2);
});

test('a tab that has outgrown what decided it is decided again by itself; the run and Mapping say so', async () => {
  const headers = LISTING_HEADERS.map((header) => (header === 'Sale price' ? 'Asking' : header));
  const rental = (number: string) => listingRow(number, { 'Sale or rent': 'For rent', 'Sale price': '2100' });
  sheet = await openSheet([headers, rental('R1'), rental('R2')], { platform: { listings: records('R1', 'R2') } });
  await sheet.run({ action: 'sync', scope: 'tab' });
  expect(succeed(await sheet.ask('getMapping')).decided).toMatchObject({ rowCount: 2 });
  const sales = Array.from({ length: 30 }, (_, index) => listingRow(`S${index}`, { 'Sale price': '450000' }));
  hands().paste('Tab', 'A4', sales);
  hands().select('Tab', ['A4']);
  const words =
    'What the columns hold was decided again by 32 rows, since 2 rows had decided before. Look it over once under Mapping.';
  expect(await sheet.run(selection)).toMatchObject({ note: words, message: expect.stringContaining(words) });
  expect(await sheet.run(selection)).toMatchObject({ note: '' });
  expect(succeed(await sheet.ask('getMapping')).decided).toEqual({
    rowCount: 32,
    madeOn: '2026-11-21',
    outgrownRows: 2,
  });
  expect(sheet.sent('RealEstateUpdate').at(-1)).toMatchObject({ Key: 'S0', SalePrice: 450_000 });
});
