import { expect, test } from 'vitest';
import { openSheet } from './listing-sheet.ts';
import { LISTING_HEADERS, listingRow, records } from './listings.ts';

/** Decimal signs as people of each locale type them. */
const LOCALES = [
  ['en_US', '.'],
  ['de_DE', ','],
  ['pt_BR', ','],
  ['fr_CA', ','],
] as const;

/** What a person of the locale would type into the same sheet. */
function rowsTypedWith(decimal: string): readonly (readonly string[])[] {
  const typed = (number: string) => number.replace('.', decimal);
  return [
    [...LISTING_HEADERS, 'Latitude', 'Longitude', 'HOA per month'],
    [
      ...listingRow('A1', { Bathrooms: typed('2.5'), 'Sale price': '1250000', 'Lot area': typed('10890.5') }),
      ...[typed('41.9617'), typed('-87.6699'), typed('350.75')],
    ],
    [
      ...listingRow('A2', { 'Sale price': '450000', Bathrooms: '2½', 'Lot area': '6000 sq ft', Bedrooms: 'Studio' }),
      '',
      '',
      '',
    ],
  ];
}

test('one sheet typed under four locales is sent as the same payloads', async () => {
  const payloads = await Promise.all(
    LOCALES.map(async ([locale, decimal]) => {
      const sheet = await openSheet(rowsTypedWith(decimal), {
        platform: { listings: records('A1', 'A2') },
        emulator: { locale },
      });
      sheet.emulator.hands.setNumberFormat('Tab', 'G2:G2', '#,##0.00');
      sheet.emulator.hands.setNumberFormat('Tab', 'L2:M2', '#,##0.00');
      await sheet.run({ action: 'sync', scope: 'tab' });
      const shown = sheet.column('Sale price')[0];
      const bodies = sheet.sent('RealEstateUpdate');
      await sheet.close();
      return { shown, bodies };
    }),
  );
  const [english, ...others] = payloads;
  expect(english?.bodies).toEqual([
    expect.objectContaining({
      Key: 'A1',
      Bathrooms: 2.5,
      SalePrice: 1250000,
      LotArea: 10890.5,
      Latitude: 41.9617,
      Longitude: -87.6699,
      HOAMonth: 350.75,
      ZIP: '62701',
    }),
    expect.objectContaining({ Key: 'A2', Bedrooms: 0, Bathrooms: 2.5, LotArea: 6000 }),
  ]);
  for (const other of others) expect(other.bodies).toEqual(english?.bodies);
  expect(new Set(payloads.map(({ shown }) => shown)).size).toBeGreaterThan(2);
});
