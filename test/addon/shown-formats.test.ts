/** Units, currencies and padded digits that only a cell's number format shows: they count row by row, in every row. */
import { afterEach, expect, test } from 'vitest';
import { openSheet, type TestSheet } from './listing-sheet.ts';
import { LISTING_HEADERS, listingRow, records } from './listings.ts';

/** More rows than those by which the columns of a tab are judged. */
const KEYS = Array.from({ length: 60 }, (_, index) => `A${index + 1}`);

let sheet: TestSheet;
afterEach(() => sheet.close());

const column = (header: (typeof LISTING_HEADERS)[number]) => String.fromCharCode(65 + LISTING_HEADERS.indexOf(header));

/** Formats the cells of a row as people do; by hand, cell by cell. */
function format(rowNumber: number, areas: string, price: string): void {
  const { hands } = sheet.emulator;
  hands.setNumberFormat('Tab', `${column('Lot area')}${rowNumber}`, areas);
  hands.setNumberFormat('Tab', `${column('Building area')}${rowNumber}`, areas);
  hands.setNumberFormat('Tab', `${column('Sale price')}${rowNumber}`, price);
  hands.setNumberFormat('Tab', `${column('ZIP')}${rowNumber}`, '00000');
}

/** A tab in which every third row is metric and in euros, by the formats of its cells. */
async function open(): Promise<void> {
  const bare = { 'Lot area': '850', 'Building area': '120', 'Sale price': '450000', ZIP: '1701' };
  const rows = KEYS.map((key) => listingRow(key, { ...bare, 'Area unit': '', 'Currency symbol': '', State: 'MA' }));
  sheet = await openSheet([LISTING_HEADERS, ...rows], { platform: { listings: records(...KEYS) } });
  for (const index of KEYS.keys()) {
    if (index % 3 === 0) format(index + 2, '0 "m²"', '#,##0 €');
    else format(index + 2, '#,##0 "sq ft"', '"$"#,##0');
  }
}

test('a unit, a currency and padded digits are read from what each cell shows, among the first rows and below', async () => {
  await open();
  const progress = await sheet.run({ action: 'sync', scope: 'tab' });
  expect(progress.counts).toEqual({ Updated: 60 });
  const bodies = sheet.sent('RealEstateUpdate') as readonly Readonly<Record<string, unknown>>[];
  const bodyOf = (key: string) => bodies.find((body) => body.Key === key);
  for (const [index, key] of KEYS.entries()) {
    const isMetric = index % 3 === 0;
    expect(bodyOf(key)).toMatchObject({
      LotArea: 850,
      BuildingArea: 120,
      SalePrice: 450_000,
      ZIP: '01701',
      AreaUnit: isMetric ? 'Square Meters' : 'Square Feet',
      CurrencySymbol: isMetric ? '€' : '$',
    });
  }
});

test('another unit in the format of one cell below the first rows is a change that is sent', async () => {
  await open();
  await sheet.run({ action: 'sync', scope: 'tab' });
  sheet.platform.journal.clear();
  format(56, '0 "sq ft"', '#,##0 €');
  const progress = await sheet.run({ action: 'sync', scope: 'tab' });
  expect(progress.counts).toEqual({ Unchanged: 59, Updated: 1 });
  expect(sheet.sent('RealEstateUpdate')).toMatchObject([{ Key: 'A55', AreaUnit: 'Square Feet', LotArea: 850 }]);
});

test('another format that says no more is none', async () => {
  await open();
  await sheet.run({ action: 'sync', scope: 'tab' });
  sheet.platform.journal.clear();
  format(56, '#,##0.00 "m²"', '#,##0.00 €');
  sheet.emulator.hands.setNumberFormat('Tab', `${column('Year built')}56`, '#,##0');
  expect((await sheet.run({ action: 'sync', scope: 'tab' })).counts).toEqual({ Unchanged: 60 });
  expect(sheet.requests()).toEqual([]);
});
