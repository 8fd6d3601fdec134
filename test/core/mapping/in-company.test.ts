/** Names that mean something else beside other columns. */
import { describe, expect, test } from 'vitest';
import type { FieldName } from '../../../src/core/listing/fields.ts';
import type { CellValue } from '../../../src/core/sheet/table.ts';
import { column, matchOf } from './columns.ts';
import { readSheet, valuesOf } from './read-sheet.ts';

type Columns = Readonly<Record<string, readonly CellValue[]>>;

/** The header that feeds a field by itself, or why none does. */
function feederOf(field: FieldName, columns: Columns): string | undefined {
  const match = matchOf(field, ...Object.entries(columns).map(([header, cells]) => column(header, ...cells)));
  if (match?.isApplied !== true) return match?.reason;
  const { source } = match;
  return source.kind === 'column' ? source.header : source.kind;
}

const MLS = { 'MLS number': ['A1', 'A2', 'A3'], Address: ['1 Oak St', '2 Oak St', '3 Oak St'] };

describe('a Lot or Plot may be a number in a plan', () => {
  const lots = [4101, 4108, 4112];

  test.each([
    ['Lot', 'Block'],
    ['Plot', 'House Type'],
    ['Lot', 'Phase'],
    ['Lot', 'Section'],
    ['Lot', 'Filing'],
    ['Lot', 'Plan'],
    ['Lot', 'Lot Premium'],
  ])('%s beside %s', (header, beside) => {
    expect(feederOf('LotArea', { ...MLS, [header]: lots, [beside]: ['A', 'B', 'B'] })).toBe(
      `"${header}" stands beside "${beside}", so it may be the number of the lot`,
    );
    expect(feederOf('LotArea', { ...MLS, [header]: ['0.25 ac', '7,200 sqft', '1 ac'], [beside]: [1, 2, 3] })).toBe(
      header,
    );
  });

  test.each(['Acres', 'Lot Size', 'Plot Area'])('where %s is the area, whatever its numbers are', (area) => {
    expect(feederOf('LotArea', { ...MLS, Lot: lots, [area]: [1.02, '', ''] })).toBe(area);
  });

  test('which then holds no row', () => {
    const headers = ['MLS number', 'Status', 'Block', 'Lot', 'Sq Ft'];
    const readings = readSheet(headers, ['A1', 'Active', 'A', 11, 2412], ['A2', 'Active', 'A', 12, 2412]);
    expect(valuesOf('LotArea', readings)).toEqual([undefined, undefined]);
  });

  test('where its numbers follow each other, in whatever order', () => {
    expect(feederOf('LotArea', { 'MLS number': ['A', 'B', 'C', 'D'], Lot: [1103, 1101, 1201, 1102] })).toBe(
      'the numbers under "Lot" follow each other, so they may be those of the lots',
    );
  });

  test.each([['Lot'], ['Plot']])('and a mere %s with sizes is the area', (header) => {
    expect(feederOf('LotArea', { ...MLS, [header]: [7200, 7201, 9500], Section: ['', '', ''] })).not.toBe(header);
    expect(feederOf('LotArea', { ...MLS, [header]: [7200, 7201, 9500], Beds: [3, 3, 4] })).toBe(header);
    expect(feederOf('LotArea', { ...MLS, [header]: [0.25, 0.5, 1.2], Phase: [1, 1, 2] })).toBe(header);
  });
});

describe('the area of one floor is neither that of the home nor of the lot', () => {
  test.each([
    'Main Floor SF',
    'Main Floor Sq Ft',
    'Main Level Sq Ft',
    'Main SF',
    'Ground Floor SF',
    'Ground Floor Area',
    'First Floor Area',
    'Upper Floor SF',
    'Lower Level SF',
    '2nd Floor Sq Ft',
  ])('%s', (header) => {
    const columns = { ...MLS, [header]: [1100, 950, 1300] };
    expect(feederOf('BuildingArea', columns)).toBeUndefined();
    expect(feederOf('LotArea', columns)).toBeUndefined();
  });

  test.each([
    ['BuildingArea', 'Floor Area'],
    ['BuildingArea', 'Total Floor SF'],
    ['BuildingArea', 'Main House SF'],
    ['LotArea', 'Ground Area'],
    ['LotArea', 'Ground Size'],
  ] as const)('%s is %s', (field, header) => {
    expect(feederOf(field, { ...MLS, [header]: [1100, 950, 1300] })).toBe(header);
  });
});

describe('where a part of a building is offered, its whole size is not that of what is offered', () => {
  test.each([
    'Available SF',
    'Suite SF',
    'Rentable Sq Ft',
    'Min Divisible',
    'Max Contiguous SF',
    'Space Available',
    'RSF',
  ])('as %s says', (header) => {
    const columns = { ...MLS, 'Building SF': [84_000, 9200, 60_000], [header]: [3250, 1800, 22_000] };
    expect(feederOf('BuildingArea', columns)).toBe(
      `"Building SF" stands beside "${header}", so it may be the size of the whole house, of which only a part is offered`,
    );
  });

  test.each(['Lot SF', 'Available', 'Available Date', 'Suite'])('but not beside %s', (header) => {
    const columns = { ...MLS, 'Building SF': [84_000, 9200, 60_000], [header]: [3250, 1800, 22_000] };
    expect(feederOf('BuildingArea', columns)).toBe('Building SF');
  });
});

describe('stalls', () => {
  const stalls = [24, 10, 8];

  test.each(['Barns', 'Arena', 'Paddocks', 'Horse Barn', 'Tack Room'])('beside %s are those of horses', (header) => {
    expect(feederOf('ParkingSpots', { ...MLS, Stalls: stalls, [header]: [2, 1, 1] })).toBe(
      `"Stalls" stands beside "${header}", so it may be those of horses`,
    );
    expect(feederOf('ParkingSpots', { ...MLS, 'Parking Stalls': stalls, [header]: [2, 1, 1] })).toBe('Parking Stalls');
  });

  test('alone are for cars', () => {
    expect(feederOf('ParkingSpots', { ...MLS, Stalls: [2, 1, 2], Beds: [2, 1, 1] })).toBe('Stalls');
  });
});

describe('an estimate of the value', () => {
  test.each(['ARV', 'Rehab', 'Repairs', 'Cost', 'Profit', 'Contractor'])('is no Estimate beside %s', (header) => {
    expect(feederOf('ZestimatePrice', { ...MLS, Estimate: [38_000, 29_500, 52_000], [header]: [4, 3, 1] })).toBe(
      `"Estimate" stands beside "${header}", so it may be what the work will cost`,
    );
    expect(feederOf('ZestimatePrice', { ...MLS, Zestimate: [380_000, 295_000, 520_000], [header]: [4, 3, 1] })).toBe(
      'Zestimate',
    );
  });

  test.each(['Land Value', 'Improvement Value', 'Assessed Value', 'Impr. Value', 'Taxable Value'])(
    'is no Market Value beside %s',
    (header) => {
      expect(
        feederOf('ZestimatePrice', { ...MLS, 'Market Value': [255_000, 198_000], [header]: [45_000, 38_000] }),
      ).toBe(`"Market Value" stands beside "${header}", so it may be what the tax office says`);
    },
  );

  test('is not far below the price', () => {
    const price = [299_000, 249_000, 339_000];
    expect(feederOf('ZestimatePrice', { ...MLS, Price: price, Estimate: [28_000, 15_000, 62_000] })).toBe(
      '"Estimate" is far below "Price", so it may be an estimate of something else',
    );
    expect(feederOf('ZestimatePrice', { ...MLS, Price: price, Estimate: [280_000, 260_000, 90_000] })).toBe('Estimate');
    expect(feederOf('ZestimatePrice', { ...MLS, Price: price, 'Market Value': [280_000, 260_000, 330_000] })).toBe(
      'Market Value',
    );
  });
});

describe('beds', () => {
  test.each(['Guests', 'Sleeps', 'Max Guests', 'Nightly', 'Nightly Rate'])('beside %s are no bedrooms', (header) => {
    expect(feederOf('Bedrooms', { ...MLS, Beds: [2, 7, 1], [header]: [4, 10, 2] })).toBe(
      `"Beds" stands beside "${header}", so it may be those to sleep in, of which a room may have several`,
    );
    expect(feederOf('Bedrooms', { ...MLS, Beds: [2, 7, 1], Bedrooms: [1, 4, 1], [header]: [4, 10, 2] })).toBe(
      'Bedrooms',
    );
  });

  test('beside a guest house are', () => {
    expect(feederOf('Bedrooms', { ...MLS, Beds: [2, 7, 1], Baths: [4, 10, 2] })).toBe('Beds');
  });
});

describe('what was paid or offered for a home is not what is asked', () => {
  const paid = [210_000, 150_000, 262_000];

  test.each([
    ['List Price', 'Purchase Price'],
    ['Asking Price', 'Offer Price'],
    ['Price', 'Cost'],
    ['Sale Price', 'Purchase Price'],
    ['Selling Price', 'Purchase Price'],
  ])('%s is the price beside %s, however few of its cells are filled', (asked, other) => {
    const rows = paid.map((sum, index) => [`A${index}`, 'Active', index === 2 ? '' : 299_000, sum]);
    const readings = readSheet(['MLS number', 'Status', asked, other], ...rows);
    expect(valuesOf('SalePrice', readings)).toEqual([299_000, 299_000, undefined]);
  });

  test.each(['ARV', 'Rehab', 'Repairs', 'Est. Profit', 'Purchase Date', 'Target Price', 'Market Value', 'ROI'])(
    'a Purchase Price or Offer Price beside %s is chosen by a person',
    (header) => {
      for (const price of ['Purchase Price', 'Offer Price', 'Cost'])
        expect(feederOf('SalePrice', { ...MLS, [price]: paid, [header]: [1, 2, 3] })).toBe(
          `"${price}" stands beside "${header}", so it may be what the owner has paid or offers`,
        );
    },
  );

  test('an old Sold Price takes nothing from a Purchase Price that is asked', () => {
    const headers = ['MLS number', 'Status', 'Purchase Price', 'Sold Price'];
    const rows = [
      ['A1', 'Active', 450_000, 200_000],
      ['A2', 'Active', 350_000, ''],
      ['A3', 'Sold', 360_000, 355_000],
    ];
    expect(valuesOf('SalePrice', readSheet(headers, ...rows))).toEqual([450_000, 350_000, 355_000]);
  });

  test.each(['Purchase Price', 'Offer Price', 'Cost'])('a mere %s is the price', (price) => {
    expect(feederOf('SalePrice', { ...MLS, [price]: paid, 'Cap Rate': [5, 6, 7] })).toBe(price);
  });
});
