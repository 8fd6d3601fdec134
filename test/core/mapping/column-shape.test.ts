import { describe, expect, test } from 'vitest';
import { type CellTrait, traitsOf } from '../../../src/core/mapping/cell-traits.ts';
import { columnShape, describeShape, shareOf } from '../../../src/core/mapping/column-shape.ts';
import type { CellValue } from '../../../src/core/sheet/table.ts';
import { cell, column } from './columns.ts';

describe('a cell that says nothing', () => {
  test.each([
    '',
    '   ',
    'N/A',
    'n/a',
    'NA',
    '--',
    '-',
    '—',
    'n/d',
    'null',
    'None',
    '?',
    'TBA',
    'Unknown',
    '#REF!',
    '#N/A',
  ])('is %j', (text) => {
    expect(traitsOf(cell(text))).toBeUndefined();
  });
});

describe('a cell shows what it looks like', () => {
  const cases: readonly (readonly [CellValue, CellTrait])[] = [
    [3, 'count'],
    ['2.5', 'count'],
    ['2½', 'count'],
    ['Studio', 'count'],
    ['3+1', 'count'],
    ['3 BHK', 'count'],
    ['2/1', 'count'],
    [1998, 'year'],
    ['1998', 'year'],
    [14, 'days'],
    ['$1,250,000', 'money'],
    ['850k', 'money'],
    ['200,000.00 USD', 'money'],
    ['$2,500/mo', 'rentPeriod'],
    ['£250 pw', 'rentPeriod'],
    ['4000 pcm', 'rentPeriod'],
    ['1,500 sqft', 'area'],
    ['0.25 ac', 'area'],
    ['139 m²', 'area'],
    ['50x120', 'dimensions'],
    [{ wallTime: '2025-10-31T00:00:00' }, 'date'],
    ['October-31-2025', 'date'],
    ['October-8-2022 11:00 AM', 'date'],
    ['12/31/25', 'date'],
    ['2022-11-17T00:00:00', 'date'],
    ['https://example.com/homes/12', 'url'],
    ['www.example.com', 'url'],
    ['example.com/homes/12', 'url'],
    ['/homedetails/12_zpid/', 'relativeUrl'],
    ['https://example.com/a.jpg?w=1', 'imageUrl'],
    ['["https://example.com/a.png","https://example.com/b.png"]', 'imageUrl'],
    ['https://my.matterport.com/show/?m=abc', 'tourUrl'],
    ['60613', 'zip'],
    ['98122-1234', 'zip'],
    ['K2P 1L4', 'zip'],
    ['SW1A 1AA', 'zip'],
    ['CA', 'stateCode'],
    ['New South Wales', 'stateName'],
    [41.96, 'latitude'],
    [-87.66, 'longitude'],
    ['39.65, -84.08', 'coordinatePair'],
    ['Active Under Contract', 'statusWord'],
    ['Pre On-Market', 'statusWord'],
    ['RECENTLY_SOLD', 'soldWord'],
    ['FOR_SALE', 'saleWord'],
    ['for rent', 'rentWord'],
    ['residential_rent', 'rentWord'],
    ['Lease/Rent', 'rentWord'],
    ['Not Available', 'statusWord'],
    ['Condo/Co-op', 'typeWord'],
    ['SINGLE_FAMILY', 'typeWord'],
    ['Residential Lease', 'resoTypeWord'],
    ['Square Feet', 'areaUnitWord'],
    ['USD', 'currencyWord'],
    ['3D', 'tourWord'],
    ['Private room', 'spaceWord'],
    [true, 'booleanWord'],
    ['ML81707355', 'id'],
    ['Plan-61472984', 'id'],
    ['Uptown', 'plainWords'],
    ['1616 W Montrose Ave Unit 2G', 'street'],
  ];

  test.each(cases)('%j shows %s', (value, trait) => {
    expect(traitsOf(cell(value))).toContain(trait);
  });

  test.each<readonly [CellValue, CellTrait]>([
    ['Inactive lot', 'statusWord'],
    ['MLS Listing', 'saleWord'],
    ['New Construction Plan', 'saleWord'],
    ['Single Family Residential', 'saleWord'],
    ['Condominium', 'saleWord'],
    ['CHI - Uptown', 'id'],
    [-87.66, 'count'],
    ['https://example.com/homes/12', 'imageUrl'],
    [1250000, 'year'],
  ])('%j does not show %s', (value, trait) => {
    expect(traitsOf(cell(value))).not.toContain(trait);
  });
});

describe('a column', () => {
  test('is described by shares of its filled cells', () => {
    const shape = columnShape(column('Beds', 3, '', 'N/A', 'Studio').cells);
    expect({ filled: shape.filled, filledShare: shape.filledShare }).toEqual({ filled: 2, filledShare: 0.5 });
    expect([shareOf(shape, 'count'), shareOf(shape, 'number')]).toEqual([1, 0.5]);
  });

  test('without cells is blank and shows nothing', () => {
    const shape = columnShape([]);
    expect([shape.filled, shape.filledShare, shareOf(shape, 'number')]).toEqual([0, 0, 0]);
  });

  test('is judged from the first cell to the last', () => {
    const values = [...Array<CellValue>(5000).fill('Sold'), 'Active'];
    expect(columnShape(column('A', ...values).cells).words).toEqual(
      new Map([
        ['Sold', 5000],
        ['Active', 1],
      ]),
    );
  });

  test('that hardly repeats itself is judged by cells from its whole length', () => {
    const values = Array.from({ length: 10_000 }, (_, row) => (row < 5000 ? `ML${10_000 + row}` : 100_000 + row));
    const shape = columnShape(column('A', ...values).cells);
    expect(shape.words).toBeUndefined();
    expect([shape.filledShare, shareOf(shape, 'number')].map((share) => share.toFixed(1))).toEqual(['1.0', '0.5']);
  });

  test('whose first cells are blank is not a blank column', () => {
    const shape = columnShape(
      column('A', ...Array<CellValue>(900).fill(''), 70, ...Array<CellValue>(99).fill('')).cells,
    );
    expect([shape.filled, shape.filledShare, shareOf(shape, 'number')]).toEqual([1, 0.001, 1]);
  });

  test.each([
    [['Active', 'Pending'], 'listing statuses'],
    [['/a/1', '/b/2'], 'links without a domain'],
    [['https://example.com/a.jpg'], 'picture addresses'],
    [['$5', '$6'], 'amounts of money'],
    [[1990, 1991], 'years'],
    [['a@b', 3, true], 'a mix of things'],
  ])('of %j is described as %s', (values, words) => {
    expect(describeShape(columnShape(column('A', ...values).cells))).toBe(words);
  });
});
