/** Values that a person has typed for all rows, and what stands in for empty cells: what is meant is sent. */
import { describe, expect, test } from 'vitest';
import { FIELDS, type FieldName } from '../../../src/core/listing/fields.ts';
import { isListingBody } from '../../../src/core/listing/listing-body.ts';
import { contextOf, numberCell, textCell } from './cells.ts';
import { type CellsByField, readCells } from './read-cells.ts';

const POLICIES = { pending: 'skip', underContract: 'skip' } as const;
const SALE: CellsByField = { SaleType: { kind: 'fixed', value: 'for_sale' } };

const read = (cells: CellsByField, more: Parameters<typeof readCells>[3] = {}) =>
  readCells({ ...SALE, ...cells }, POLICIES, contextOf(), { sendsBothPrices: true, ...more });

const NUMBERS = FIELDS.filter(({ kind }) =>
  ['count', 'bathrooms', 'year', 'days', 'money', 'area', 'latitude', 'longitude'].includes(kind),
).map(({ name }) => name);
const CLEARABLE = ['Images', 'Description', 'Location', 'Address', 'City', 'State', 'ZIP'] as const;

describe('a 0 that a person has typed is sent', () => {
  test.each(NUMBERS)('as the fixed value of %s', (field) => {
    const { values, problems } = read({ [field]: { kind: 'fixed', value: '0' } });
    expect({ [field]: values[field as 'LotArea'], problems }).toEqual({ [field]: 0, problems: [] });
  });

  test.each(NUMBERS)('as what stands in for an empty %s', (field) => {
    const empty = { kind: 'cell', header: field, cell: textCell('n/a'), fallback: '0' } as const;
    expect(read({ [field]: empty }).values[field as 'LotArea']).toBe(0);
  });

  test('and no coordinates at 0, 0 only where cells say so', () => {
    const zero = { kind: 'fixed', value: '0' } as const;
    expect(read({ Latitude: zero, Longitude: zero }).values).toMatchObject({ Latitude: 0, Longitude: 0 });
    const cell = (header: string) => ({ kind: 'cell', header, cell: numberCell(0) }) as const;
    expect(read({ Latitude: cell('Lat'), Longitude: cell('Lng') }).values.Latitude).toBeUndefined();
  });

  test.each([
    ['LotArea', 'Lot', numberCell(0)],
    ['LotArea', 'Lot', textCell('0 sqft')],
    ['YearBuilt', 'Year', numberCell(0)],
    ['SalePrice', 'Price', numberCell(0)],
  ] as const)('while a 0 in a cell of %s still says nothing', (field, header, cell) => {
    expect(read({ [field]: { kind: 'cell', header, cell } }).values[field]).toBeUndefined();
  });
});

describe('a fixed value is meant', () => {
  test.each([
    ['SalePrice', '1', 1],
    ['SalePrice', '99999999', 99_999_999],
    ['LotArea', '0 sqft', 0],
    ['PropertyType', 'Unknown', 'Unknown'],
    ['Location', 'TBD', 'TBD'],
    ['State', 'N/A', 'N/A'],
  ] as const)('%s %j, where a cell would say that nothing is known', (field, value, sent) => {
    expect(read({ [field]: { kind: 'fixed', value } }).values[field]).toBe(sent);
  });

  test.each([
    ['YearBuilt', 'tbd'],
    ['SaleType', 'n/a'],
    ['Url', 'none'],
  ] as const)('or wrong: %s %j is a problem, never silence', (field, value) => {
    expect(read({ [field]: { kind: 'fixed', value } }).problems).toHaveLength(1);
  });
});

describe('a field that may be empty can be cleared', () => {
  const emptyOf = (field: FieldName) => (field === 'Images' ? [] : '');
  const IDENTITY = { SerialNumber: 'c1', Key: 'K1', KeyType: 'URL' };

  test.each(CLEARABLE)('%s by its empty cell', (field) => {
    const blank = { kind: 'cell', header: field, cell: textCell('') } as const;
    const { values } = read({ [field]: blank }, { ifEmpty: { [field]: { kind: 'clear' } } });
    expect(values[field]).toEqual(emptyOf(field));
    expect(isListingBody({ ...IDENTITY, [field]: values[field] }, 'lenient')).toBe(true);
  });

  test.each(CLEARABLE)('%s without a column', (field) => {
    expect(read({}, { ifEmpty: { [field]: { kind: 'clear' } } }).values[field]).toEqual(emptyOf(field));
  });

  test.each(CLEARABLE)('%s by a fixed value that says nothing in so many signs', (field) => {
    const value = field === 'Images' ? '[]' : '""';
    expect(read({ [field]: { kind: 'fixed', value } }).values[field]).toEqual(emptyOf(field));
  });

  test('and a filled cell is sent all the same', () => {
    const city = { kind: 'cell', header: 'Town', cell: textCell('Leeds') } as const;
    expect(read({ City: city }, { ifEmpty: { City: { kind: 'clear' } } }).values.City).toBe('Leeds');
  });

  test.each(['PropertyType', 'Bedrooms', 'Tours', 'SpaceType', 'MLSNumber'] as const)(
    'but not %s, for which the document has no empty value',
    (field) => {
      const { values } = read({}, { ifEmpty: { [field]: { kind: 'clear' } } });
      expect(values[field]).toBeUndefined();
    },
  );
});

test('a default fills a field that no column feeds', () => {
  const { values } = read({}, { ifEmpty: { ParkingSpots: { kind: 'default', value: '0' } } });
  expect(values.ParkingSpots).toBe(0);
});

describe('“Not sent” holds for what could be worked out', () => {
  const cells: CellsByField = {
    SalePrice: { kind: 'cell', header: 'Price', cell: textCell('$300,000') },
    BuildingArea: { kind: 'cell', header: 'Sq Ft', cell: numberCell(1_500) },
  };

  test.each(['UnitAreaPrice', 'CurrencySymbol', 'AreaUnit'] as const)('%s', (field) => {
    expect(read(cells).values[field]).toBeDefined();
    expect(read(cells).derived).toContain(field);
    const withheld = read(cells, { unmapped: [field] });
    expect(withheld.values[field]).toBeUndefined();
    expect(withheld.derived).not.toContain(field);
    expect(withheld.values).toMatchObject({ SalePrice: 300_000, BuildingArea: 1_500 });
  });

  test('unless a person has chosen a source all the same', () => {
    const chosen: CellsByField = { ...cells, UnitAreaPrice: { kind: 'fixed', value: '210' } };
    expect(read(chosen, { unmapped: ['UnitAreaPrice'] }).values.UnitAreaPrice).toBe(210);
  });
});

describe('a listing for sale that is for rent too', () => {
  const both: CellsByField = {
    SalePrice: { kind: 'cell', header: 'Price', cell: numberCell(300_000) },
    RentPrice: { kind: 'cell', header: 'Rent', cell: numberCell(1_900) },
    DepositFee: { kind: 'cell', header: 'Deposit', cell: numberCell(3_800) },
    SpaceType: { kind: 'cell', header: 'Space', cell: textCell('Entire place') },
  };

  test('keeps both prices where the tab sends both', () => {
    const { values, notes } = read(both);
    expect(values).toMatchObject({
      SalePrice: 300_000,
      RentPrice: 1_900,
      DepositFee: 3_800,
      SpaceType: 'Entire place',
    });
    expect(notes).toEqual([]);
  });

  test('else keeps its own, and says what it left out', () => {
    const { values, notes } = read(both, { sendsBothPrices: false });
    expect([values.SalePrice, values.RentPrice, values.DepositFee]).toEqual([300_000, undefined, undefined]);
    expect(notes).toHaveLength(3);
  });

  test('never gets a rent out of the column that holds its price', () => {
    const price = { kind: 'cell', header: 'Price', cell: numberCell(300_000) } as const;
    expect(read({ SalePrice: price, RentPrice: price }).values.RentPrice).toBeUndefined();
  });
});
