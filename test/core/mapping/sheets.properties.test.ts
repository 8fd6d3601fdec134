import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RowValues } from '../../../src/core/listing/listing-reading.ts';
import type { CellValue } from '../../../src/core/sheet/table.ts';
import { readSheet } from './read-sheet.ts';

const HEADERS = ['MLS number', 'Status', 'Sale or rent', 'Price', 'Price Type', 'Frequency', 'Sale Price', 'Lot Size'];
const SIZES = ['Lot Size Unit', 'Area', 'Year', 'Beds', 'ZIP', 'List Date', 'HOA', 'Deposit'];

/** Cells as people fill such columns, with a slip here and there. */
const cells: readonly fc.Arbitrary<CellValue>[] = [
  fc.constantFrom('Active', 'Sold', 'Pending', 'For Sale', '', 'Not available'),
  fc.constantFrom('Sale', 'Rent', '', 'Lease'),
  fc.constantFrom<CellValue>(450_000, 450, '1.250.000', '$2,500/mo', 'POA', 'from 250,000', 2000, ''),
  fc.constantFrom('From', 'Fixed', '', 'Offers over'),
  fc.constantFrom('Weekly', 'Yearly', '', 'pppw'),
  fc.constantFrom<CellValue>('', 440_000, 'n/a'),
  fc.constantFrom<CellValue>(25, 6000, 0.25, '0.5 ac', '600 m²', ''),
  fc.constantFrom('Acres', 'Sq Ft', '', 'Perch'),
  fc.constantFrom<CellValue>(1500, 101, '120 m²', ''),
  fc.constantFrom<CellValue>(1998, 2025, 2026, ''),
  fc.constantFrom<CellValue>(3, 'Studio', '3+1', ''),
  fc.constantFrom<CellValue>(80331, 1067, 'SW1A 1AA', ''),
  fc.constantFrom<CellValue>('3/12/2025', '25/11/2025', { wallTime: '2025-03-12T00:00:00' }, ''),
  fc.constantFrom<CellValue>(1200, '$300/quarter', '', 'none'),
  fc.constantFrom<CellValue>(1, 2000, '2 months', ''),
];

const rows = fc.array(fc.tuple(...cells), { minLength: 1, maxLength: 12 });

/** What each row reads as, by its MLS number. */
function byKey(numbered: readonly (readonly CellValue[])[]): ReadonlyMap<string, unknown> {
  const readings = readSheet([...HEADERS, ...SIZES], ...numbered);
  return new Map(
    readings.map(({ values, problems, notes }) => [String(values.MLSNumber), { values, problems, notes }] as const),
  );
}

describe('whatever the rows are', () => {
  test('their order never changes what is sent for a row', () => {
    const shuffled = rows.chain((drawn) => {
      const numbered = drawn.map((row, index): readonly CellValue[] => [`A${index}`, ...row]);
      return fc.tuple(fc.constant(numbered), fc.shuffledSubarray(numbered, { minLength: numbered.length }));
    });
    fc.assert(
      fc.property(shuffled, ([sorted, other]) => {
        expect(byKey(other)).toEqual(byKey(sorted));
      }),
      { numRuns: 300 },
    );
  });
});

/** A column, its cells, and the field they give, under other names of the same thing. */
const NAMES: readonly (readonly [keyof RowValues, string, readonly CellValue[]])[] = [
  ['SalePrice', 'price', [450_000, 350_000, 1_250_000]],
  ['Bedrooms', 'bedrooms', [3, 2, 4]],
  ['Bathrooms', 'bathrooms', [2, 1.5, 3]],
  ['BuildingArea', 'size', [1500, 900, 2300]],
  ['YearBuilt', 'year_built', [1998, 2004, 1975]],
  ['ZIP', 'zip', ['94109', '10001', '60601']],
  ['City', 'city', ['Springfield', 'Portland', 'Salem']],
  ['Status', 'status', ['Active', 'Sold', 'Active']],
];

test('a column that is renamed by a namespace reads alike', () => {
  const namespace = fc.constantFrom('property_', 'Property ', 'listing.', 'fave_property_', 'wpcf-', 'idx ', 'object.');
  fc.assert(
    fc.property(namespace, fc.constantFrom(...NAMES), (prefix, [field, header, values]) => {
      const valuesOf = (name: string) =>
        readSheet(['MLS number', name], ...values.map((value, index) => [`A${index}`, value])).map(
          (reading) => reading.values[field],
        );
      expect(valuesOf(`${prefix}${header}`)).toEqual(valuesOf(header));
    }),
  );
});

const FEET: Readonly<Record<string, number>> = {
  'sq ft': 1,
  sqft: 1,
  'm²': 10.763910416709722,
  sqm: 10.763910416709722,
  ac: 43_560,
  acres: 43_560,
  ha: 107_639.10416709722,
};

test('a lot has the unit that its cell, its header or the column beside it shows, and never another', () => {
  const place = fc.constantFrom('cell', 'header', 'beside');
  const unit = fc.constantFrom(...Object.keys(FEET));
  fc.assert(
    fc.property(place, unit, fc.integer({ min: 100, max: 900 }), (where, shown, size) => {
      const header = where === 'header' ? `Lot Size (${shown})` : 'Lot Size';
      const lot = where === 'cell' ? `${size} ${shown}` : size;
      const beside = where === 'beside' ? shown : '';
      const headers = ['MLS number', 'Sq Ft', header, ...(where === 'beside' ? ['Lot Size Unit'] : [])];
      const [reading] = readSheet(headers, ['A1', 350, lot, beside]);
      const feet = size * (FEET[shown] ?? Number.NaN);
      expect(reading?.values.AreaUnit).toBe('Square Feet');
      expect(reading?.values.LotArea).toBeCloseTo(feet, 1);
    }),
  );
});
