/** Columns that mean something only beside others, or where nothing better is there. */
import { describe, expect, test } from 'vitest';
import { readSheet, valuesOf } from './read-sheet.ts';

describe('tick boxes beside words for sale and for rent', () => {
  const readings = readSheet(
    ['MLS number', 'Sale or rent', 'For Rent', 'Price'],
    ['A1', 'For sale', false, 450_000],
    ['A2', 'For rent', true, 2_100],
    ['A3', 'For sale', true, 390_000],
    ['A4', '', true, 1_900],
    ['A5', 'For sale', false, 512_000],
    ['A6', 'For rent', false, 1_850],
  );

  test('speak where the words are blank, and hold a row whose words they deny', () => {
    expect(valuesOf('SaleType', readings)).toEqual([
      'for_sale',
      'for_rent',
      expect.stringContaining('“For Rent” is ticked beside it; correct one of them.'),
      'for_rent',
      'for_sale',
      'for_rent',
    ]);
  });

  test('decide about the price as the words do', () => {
    expect(valuesOf('RentPrice', readings)[3]).toBe(1_900);
    expect(valuesOf('SalePrice', readings)[4]).toBe(512_000);
  });
});

test.each(['For', 'Listed for', 'Offered As'])('a column headed %s says it where its cells do', (header) => {
  const said = readSheet(['MLS number', header, 'Price'], ['A1', 'Sale', 450_000], ['A2', 'Rent', 2_100]);
  expect(valuesOf('SaleType', said)).toEqual(['for_sale', 'for_rent']);
  const unsaid = readSheet(['MLS number', header, 'Price'], ['A1', 'Families', 450_000], ['A2', 'Investors', 2_100]);
  expect(valuesOf('SaleType', unsaid)).toEqual([undefined, undefined]);
});

describe('the day on which a home left the market', () => {
  const rows = [
    ['A1', 'Sold', { wallTime: '2026-10-01T00:00:00' }, { wallTime: '2026-10-15T00:00:00' }],
    ['A2', 'Pending', { wallTime: '2026-11-01T00:00:00' }, { wallTime: '2026-11-08T00:00:00' }],
    ['A3', 'Active', { wallTime: '2026-11-11T00:00:00' }, ''],
    ['A4', 'Sold', { wallTime: '2026-09-01T00:00:00' }, ''],
  ] as const;

  test('ends the days that are counted, where nothing says more', () => {
    const readings = readSheet(['MLS number', 'Status', 'List Date', 'Off Market Date'], ...rows);
    expect(valuesOf('DaysOnMarket', readings)).toEqual([14, 7, 10, undefined]);
  });

  test('gives way to the day of the sale', () => {
    const sold = [{ wallTime: '2026-10-31T00:00:00' }, '', '', { wallTime: '2026-09-21T00:00:00' }];
    const readings = readSheet(
      ['MLS number', 'Status', 'List Date', 'Off Market Date', 'Sold Date'],
      ...rows.map((row, index) => [...row, sold[index] ?? '']),
    );
    expect(valuesOf('DaysOnMarket', readings)).toEqual([30, 7, 10, 20]);
  });
});

describe('garages that are attached and detached', () => {
  const spots = (headers: readonly string[], ...counts: readonly (readonly (number | string)[])[]) =>
    valuesOf(
      'ParkingSpots',
      readSheet(['MLS number', ...headers], ...counts.map((row, index) => [`A${index}`, ...row])),
    );

  test('are counted together, with a carport', () => {
    const headers = ['Attached Garage', 'Detached Garage', 'Carport'];
    expect(spots(headers, [2, 0, 1], [0, 1, ''], [1, 2, 0])).toEqual([3, 1, 3]);
  });

  test('count alone where nothing else is there, and not beside a column for all garages', () => {
    expect(spots(['Attached Garage'], [2], [1], [3])).toEqual([2, 1, 3]);
    expect(spots(['Garage Spaces', 'Attached Garage'], [2, 1], [3, 3], [1, 0])).toEqual([2, 3, 1]);
  });

  test('are not counted from boxes', () => {
    expect(
      spots(['Attached Garage', 'Detached Garage'], [true as never, false as never], [false as never, true as never]),
    ).toEqual([undefined, undefined]);
  });
});

describe('a German rent', () => {
  const rent = (header: string) =>
    valuesOf(
      'RentPrice',
      readSheet(['Objektnummer', 'Zimmer', header], ['A1', 3, 890], ['A2', 2, 640], ['A3', 4, 1_250]),
    );

  test.each(['Kaltmiete', 'Nettokaltmiete', 'Warmmiete'])('is found under %s', (header) => {
    expect(rent(header)).toEqual([890, 640, 1_250]);
  });

  test('without heating counts more than with it', () => {
    const readings = readSheet(
      ['Objektnummer', 'Warmmiete', 'Kaltmiete'],
      ['A1', 1_100, 890],
      ['A2', 800, 640],
      ['A3', 990, 800],
    );
    expect(valuesOf('RentPrice', readings)).toEqual([890, 640, 800]);
  });
});
