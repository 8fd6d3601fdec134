import { describe, expect, test } from 'vitest';
import type { CellValue } from '../../../src/core/sheet/table.ts';
import { readSheet, valuesOf } from './read-sheet.ts';

/** Homes for sale with one more column, and what a field of each row is. */
function valuesUnder(
  field: Parameters<typeof valuesOf>[0],
  header: string,
  cells: readonly CellValue[],
  more: Readonly<Record<string, CellValue>> = {},
): readonly unknown[] {
  const headers = ['MLS number', 'Status', 'Sale or rent', ...Object.keys(more), header];
  const rows = cells.map((cell, index) => [`A${index}`, 'Active', 'for_sale', ...Object.values(more), cell]);
  return valuesOf(field, readSheet(headers, ...rows));
}

describe('an amount that nobody would believe is asked about, even where all rows have it', () => {
  test.each([
    [
      'SalePrice',
      'Price',
      450,
      "Sale price: “450” is very little for the price of a home. Write the whole amount, or if it is right, type it as text: '450.",
    ],
    [
      'SalePrice',
      'List Price',
      289.9,
      "Sale price: “289.9” is very little for the price of a home. Write the whole amount, or if it is right, type it as text: '289.9.",
    ],
    ['SalePrice', 'Price', 1000, 1000],
    ['SalePrice', 'Price', '450', 450],
    ['SalePrice', 'Price', '1.25M', 1_250_000],
  ] as const)('%s: %s %j', (field, header, cell, outcome) => {
    expect(valuesUnder(field, header, [cell, cell, cell])).toEqual([outcome, outcome, outcome]);
  });

  test('a rent by the square foot and year is no month’s rent', () => {
    const headers = ['MLS number', 'Status', 'Sale or rent', 'Lease Rate'];
    const rents = valuesOf(
      'RentPrice',
      readSheet(headers, ['A1', 'Active', 'Lease', 24], ['A2', 'Active', 'Lease', 2400]),
    );
    expect(rents).toEqual([
      "Rent: “24” is very little for a month’s rent. Write the whole amount, or if it is right, type it as text: '24.",
      2400,
    ]);
  });
});

describe('a lot without a unit is asked about where it would be no lot in square feet', () => {
  const small = (size: number) =>
    `Lot area: “${size}” has no unit and is very small for a lot; write it as ${size} ac or ha.`;
  const beside = (size: number) =>
    `Lot area: “${size}” has no unit and is very small for a lot beside the building; write it as ${size} ac or ha.`;

  test.each<readonly [readonly number[], Readonly<Record<string, CellValue>>, readonly unknown[]]>([
    [[25, 40, 99], {}, [small(25), small(40), small(99)]],
    [[25, 100], { 'Sq Ft': 900 }, [beside(25), beside(100)]],
    [[100, 374, 640], { 'Sq Ft': 1500 }, [beside(100), beside(374), 640]],
    [[640, 5000], { 'Sq Ft': '' }, [small(640), 5000]],
    [[60, 400], { 'Floor area (m²)': 110 }, [60, 400]],
  ])('%j beside %j', (sizes, more, outcome) => {
    expect(valuesUnder('LotArea', 'Lot Size', sizes, more)).toEqual(outcome);
  });

  test('a lot of thousands of acres that only the header calls so is asked about beside a home', () => {
    expect(valuesUnder('LotArea', 'Lot Size (acres)', [7500, '7500 ac', 2], { 'Sq Ft': 1500 })).toEqual([
      'Lot area: “7500” is very large for a lot in acres; write it with its unit, such as 7500 sq ft.',
      326_700_000,
      87_120,
    ]);
    expect(valuesUnder('LotArea', 'Lot Size (acres)', [7500])).toEqual([326_700_000]);
  });

  test('what names its unit is believed', () => {
    expect(valuesUnder('LotArea', 'Lot Acres', [25, 640], { 'Sq Ft': 1500 })).toEqual([1_089_000, 27_878_400]);
    expect(valuesUnder('LotArea', 'Lot Size', ['25 ac', '90 sq ft'], { 'Sq Ft': 1500 })).toEqual([1_089_000, 90]);
  });
});

describe('a size without a unit does not take one from another column that it would not fit', () => {
  const message = (size: number, unit: string) =>
    `Building area: “${size}” has no unit, and in square ${unit} it would not fit the bedrooms; write its size with the unit, such as 1850 sq ft.`;

  test.each([
    [{ Beds: 3, 'Lot Sq Ft': 6000 }, 95, message(95, 'feet')],
    [{ Beds: 3, 'Lot Sq Ft': 6000 }, 405, message(405, 'feet')],
    [{ Beds: 3, 'Lot Sq Ft': 6000 }, 1405, 1405],
    [{ Beds: 1, 'Lot Sq Ft': 6000 }, 405, 405],
    [{ Beds: 3, 'Plot (m²)': 600 }, 1500, message(1500, 'meters')],
    [{ Beds: 3, 'Plot (m²)': 600 }, 95, 95],
    [{ Beds: 3, 'Plot (m²)': 600, 'Area Unit': 'Square Feet' }, 95, 95],
  ] as const)('%j, Living Area %j', (more, size, outcome) => {
    expect(valuesUnder('BuildingArea', 'Living Area', [size], more)).toEqual([outcome]);
  });
});

test('a mere size of land is not the size of a building', () => {
  const headers = ['MLS number', 'Property type', 'Size', 'Lot Acres'];
  const sizes = readSheet(headers, ['A1', 'Land', 320, ''], ['A2', 'Land', 900, 2], ['A3', 'House', 1500, '']);
  expect(valuesOf('BuildingArea', sizes)).toEqual([
    'Building area: “320” may be the size of the lot, since this is land; choose under Mapping whether “Size” is the lot’s area.',
    900,
    1500,
  ]);
});

const lost = (code: number) => `ZIP: “${code}” may have lost zeros in front; type it as text, with all of its digits.`;

test('a postal code that is a short number may have lost its zeros', () => {
  const headers = ['MLS number', 'State', 'ZIP'];
  const readings = readSheet(headers, ['A1', 'RM', 144], ['A2', 'PR', 601], ['A3', '', '144'], ['A4', '', 2139]);
  expect(valuesOf('ZIP', readings)).toEqual([lost(144), '00601', '144', '2139']);
});

test('a postal code of four digits has lost one where most of its column have five', () => {
  const headers = ['MLS number', 'State', 'PLZ'];
  const rows = [
    ['A1', '', 80331],
    ['A2', '', 1067],
    ['A3', '', 10115],
    ['A4', 'MA', 2139],
    ['A5', '', '1067'],
  ];
  expect(valuesOf('ZIP', readSheet(headers, ...rows))).toEqual(['80331', lost(1067), '10115', '02139', '1067']);
});

test('a postal code of five digits has lost one where most of its column have six', () => {
  const rows = [
    ['A1', 560123],
    ['A2', 18987],
    ['A3', 597133],
    ['A4', '018987'],
  ];
  expect(valuesOf('ZIP', readSheet(['MLS number', 'Postal Code'], ...rows))).toEqual([
    '560123',
    lost(18987),
    '597133',
    '018987',
  ]);
});

test('a postal code of five digits stays where others of six are few', () => {
  const rows = [
    ['A1', 560001],
    ['A2', 10115],
    ['A3', 80331],
  ];
  expect(valuesOf('ZIP', readSheet(['MLS number', 'Postal Code'], ...rows))).toEqual(['560001', '10115', '80331']);
});

test('a row that sums up others is no listing', () => {
  const headers = ['MLS number', 'Price'];
  const readings = readSheet(headers, ['A1', 450_000], ['Total', 1_160_000], ['Average:', 580_000], ['T-12', 250_000]);
  const sum = (shown: string) =>
    `MLS number: “${shown}” is not an ID such as ML81707355. The row seems to sum up others; leave it out of the selection.`;
  expect(valuesOf('MLSNumber', readings)).toEqual(['A1', sum('Total'), sum('Average:'), 'T-12']);
});
