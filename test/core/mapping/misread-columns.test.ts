import { describe, expect, test } from 'vitest';
import type { ListingReading } from '../../../src/core/listing/listing-reading.ts';
import { listingReader } from '../../../src/core/listing/read-listing.ts';
import { decideTab } from '../../../src/core/mapping/decide-tab.ts';
import { decidedContext, mapTab } from '../../../src/core/mapping/map-tab.ts';
import { DEFAULT_TAB_SETTINGS } from '../../../src/core/settings/tab-settings.ts';
import { type CellValue, plainText, type Table } from '../../../src/core/sheet/table.ts';

/** The rows as a run reads them, after all of them were looked at. */
function readAll(
  headers: readonly string[],
  cells: readonly (readonly CellValue[])[],
  locale = 'en_US',
): readonly ListingReading[] {
  const rows = cells.map((values, index) => ({ rowNumber: index + 2, values, texts: values.map(plainText) }));
  const table: Table = { headers, headerRowNumber: 1, rows, sampleRows: rows };
  const context = { locale, today: '2026-11-21' };
  const decisions = decideTab(table, DEFAULT_TAB_SETTINGS, context);
  const mapped = mapTab(table, DEFAULT_TAB_SETTINGS, decisions);
  return rows.map(listingReader(mapped.resolved.sources, DEFAULT_TAB_SETTINGS, decidedContext(context, mapped)));
}

type Field = 'SalePrice' | 'RentPrice' | 'LotArea' | 'BuildingArea' | 'HOAMonth' | 'DaysOnMarket' | 'UnitAreaPrice';

/** What a field of each row is sent as; `held` where the row says what is wrong with it. */
function sent(readings: readonly ListingReading[], field: Field): readonly unknown[] {
  return readings.map(({ values, problems }) =>
    problems.some((problem) => problem.field === field) ? 'held' : values[field],
  );
}

const oneColumn = (header: string, cells: readonly CellValue[], field: Field, locale?: string) =>
  sent(
    readAll(
      ['MLS number', 'Sale or rent', header],
      cells.map((cell, row) => [`A${row}`, field === 'RentPrice' ? 'Rent' : 'Sale', cell]),
      locale,
    ),
    field,
  );

const day = (text: string): CellValue => ({ wallTime: `${text}T00:00:00` });

describe('numbers that Sheets may have misread at import', () => {
  test.each<[string, string, Field, string, CellValue[], unknown[]]>([
    [
      'dots in an English sheet',
      'Price',
      'SalePrice',
      'en_US',
      [450, '1.250.000', 375, 980_000],
      ['held', 1_250_000, 'held', 980_000],
    ],
    ['rents with cents', 'Rent', 'RentPrice', 'en_US', [1.45, '€ 1.200,50', 2.1], ['held', 1200.5, 'held']],
    ['commas in a German sheet', 'Price', 'SalePrice', 'de_DE', [450, '1,250,000', 375], ['held', 1_250_000, 'held']],
    [
      'commas in a Brazilian sheet',
      'Price',
      'SalePrice',
      'pt_BR',
      ['1,100,000', 899.5, 1_250_000],
      [1_100_000, 'held', 1_250_000],
    ],
    ['areas', 'Living area sqft', 'BuildingArea', 'de_DE', [1.85, '12,400.5 sqft', 2], ['held', 12_400.5, 'held']],
    ['a fee that is no thousand', 'HOA/month', 'HOAMonth', 'en_US', [250, '1.250,50', 310], [250, 1250.5, 310]],
    [
      'nothing in another notation',
      'Price',
      'SalePrice',
      'en_US',
      [450_000, '$1,250,000', 375_000],
      [450_000, 1_250_000, 375_000],
    ],
    [
      'a locale of mixed usage',
      'Price',
      'SalePrice',
      'en_ZA',
      [450_000, '1.250.000', 375_000],
      [450_000, 1_250_000, 375_000],
    ],
  ])('are not believed: %s', (_, header, field, locale, cells, expected) => {
    expect(oneColumn(header, cells, field, locale)).toEqual(expected);
  });

  test('say what proves it and what to do', () => {
    const [first] = readAll(
      ['MLS number', 'Price'],
      [
        ['A1', 450],
        ['A2', '1.250.000'],
      ],
    );
    expect(first?.problems.map(({ message }) => message)).toEqual([
      'Sale price: “450” is not a price such as 450000. “1.250.000” stands in this tab too, so numbers were written in ' +
        'another notation than the spreadsheet’s, and Sheets may have taken thousands for decimals. Type the number again ' +
        'without separators.',
    ]);
  });

  test('are doubted in every column of areas and sums once one column proves it, but only fractions', () => {
    const readings = readAll(
      ['MLS number', 'Price', 'Living area sqft', 'HOA/month', 'Baths'],
      [
        ['A1', 450, 1.5, 250, 2.5],
        ['A2', '1,250,000', 2.1, 300, 1.5],
        ['A3', 375, 1.35, 275, 2],
      ],
      'de_DE',
    );
    expect(sent(readings, 'BuildingArea')).toEqual(['held', 'held', 'held']);
    expect(sent(readings, 'HOAMonth')).toEqual([250, 300, 275]);
    expect(readings.map(({ values }) => values.Bathrooms)).toEqual([2.5, 1.5, 2]);
  });

  test('are believed where a text in another notation is an exception', () => {
    const prices: CellValue[] = Array.from({ length: 40 }, (_, row) => 300_000 + row);
    expect(oneColumn('Price', [...prices, '1.250.000', 950.5], 'SalePrice').slice(40)).toEqual([1_250_000, 'held']);
    expect(oneColumn('HOA/month', [...prices, '1.250,50', 950.5], 'HOAMonth').slice(40)).toEqual([1250.5, 950.5]);
  });
});

describe('texts that could be read in two ways', () => {
  test.each<[string, string, CellValue[], unknown[]]>([
    ['en_US', 'their column writes a comma for decimals', ['1.200 zł', '980,50 zł'], [1200, 980.5]],
    ['en_US', 'their column proves nothing', ['1.200 QAR', '980 QAR'], ['held', 980]],
  ])('in %s, %s', (locale, _, cells, expected) => {
    expect(oneColumn('Rent', cells, 'RentPrice', locale)).toEqual(expected);
  });

  test.each<[string, string, CellValue[], unknown[]]>([
    ['de_DE', 'acres with three decimals are asked about', ['1.574 ac'], ['held']],
    ['de_DE', 'so are hectares', ['1.574 ha'], ['held']],
    ['de_DE', 'unless the column shows what a dot is', ['1.574 ac', '0.25 ac'], [68_563.44, 10_890]],
    ['en_US', 'acres are written as where acres are used', ['1,574 ac', '1.574 ac'], [68_563_440, 68_563.44]],
  ])('in %s, %s', (locale, _, cells, expected) => {
    expect(oneColumn('Lot', cells, 'LotArea', locale)).toEqual(expected);
  });
});

describe('dates whose day and month Sheets may have swapped', () => {
  const listed = (cells: readonly CellValue[], locale?: string) =>
    oneColumn('List Date', cells, 'DaysOnMarket', locale);

  test.each<[string, string, CellValue[], unknown[]]>([
    [
      'en_US',
      'day first',
      [day('2026-03-12'), '25/11/2025', day('2026-06-11'), '14/10/2026'],
      ['held', 361, 'held', 38],
    ],
    ['en_GB', 'month first', [day('2026-03-12'), '11/25/2025'], ['held', 361]],
    ['en_US', 'day and month alike', [day('2026-05-05'), '25/11/2025'], [200, 361]],
    ['en_US', 'the locale’s own order with words behind', [day('2026-03-12'), '11/25/2025 14:00 CET'], [254, 361]],
    ['en_US', 'texts alone, in the order that one of them shows', ['3/12/2025', '25/11/2025'], [353, 361]],
    ['en_US', 'texts that show no order', ['3/12/2025', '5/11/2025'], ['held', 'held']],
  ])('in %s: %s', (locale, _, cells, expected) => {
    expect(listed(cells, locale)).toEqual(expected);
  });
});

describe('amounts far from those of all other rows', () => {
  const prices: CellValue[] = [385_000, 412_000, 399_500, 450_000, 405_000];

  test.each<[CellValue, unknown]>([
    [450, 'held'],
    ['450', 450],
    [450_000_000, 'held'],
    [4_900_000, 4_900_000],
    [45_000, 45_000],
  ])('a price of %j is %s', (price, expected) => {
    expect(oneColumn('Price', [...prices, price], 'SalePrice')[5]).toBe(expected);
  });

  test('are asked about in words', () => {
    const rows = [...prices, 450].map((price, row) => [`A${row}`, price]);
    expect(readAll(['MLS number', 'Price'], rows)[5]?.problems[0]?.message).toBe(
      'Sale price: “450” can hardly be right: the other rows have about 405,000. Correct it, or if it is right, type it as ' +
        "text: '450.",
    );
  });

  test('a price and an area that come to an absurd price per area are not sent', () => {
    const rows = prices.map((price, row) => [`A${row}`, price, 1800]);
    const readings = readAll(['MLS number', 'Price', 'Sq Ft'], [...rows, ['A9', 420_000, 6]]);
    expect(sent(readings, 'UnitAreaPrice')[5]).toBe('held');
  });

  test('a price per area is compared with those of the same kind of offer', () => {
    const headers = ['MLS number', 'Sale or rent', 'Price', '€/m²'];
    const sales = prices.map((price, row) => [`A${row}`, 'Sale', price, 5000 + row]);
    const rents = [18, 27, 28, 21, 19].map((each, row) => [`R${row}`, 'Rent', 1450, each]);
    const odd = [
      ['A9', 'Sale', 410_000, 18],
      ['R9', 'Rent', 1450, 5400],
    ];
    const read = sent(readAll(headers, [...sales, ...rents, ...odd]), 'UnitAreaPrice');
    expect(read.slice(5)).toEqual([18, 27, 28, 21, 19, 'held', 'held']);
  });

  test('rents are compared with rents, and nothing is compared across currencies', () => {
    const headers = ['MLS number', 'Sale or rent', 'Price', 'Rent', 'Currency'];
    const sales = prices.map((price, row) => [`A${row}`, 'Sale', price, '', '$']);
    const rents = [1900, 2100, 2050, 1800].map((rent, row) => [`R${row}`, 'Rent', '', rent, '$']);
    expect(sent(readAll(headers, [...sales, ...rents, ['R9', 'Rent', '', 2.1, '$']]), 'RentPrice')[9]).toBe('held');
    const yen = readAll(headers, [...sales, ['J1', 'Sale', 90_000_000, '', '¥']]);
    expect(sent(yen, 'SalePrice')[5]).toBe(90_000_000);
  });
});

describe('numbers that are something else than their column is called', () => {
  const read = (header: string, cells: readonly CellValue[], more: readonly string[] = ['Rent']) =>
    readAll(
      ['MLS number', 'Status', ...more, header],
      cells.map((cell, row) => [`A${row}`, 'To let', 1300 + row, cell]),
    );

  test.each([
    ['fees for parking', 'Parking', [150, 125, 0], [undefined, undefined, undefined]],
    ['small fees for parking', 'Parking', [50, 75, 0], [undefined, undefined, undefined]],
    ['sizes of garages', 'Garage', [440, 420, 0], [undefined, undefined, undefined]],
    ['parking spots', 'Parking', [2, 30, 0], [2, 30, 0]],
  ])('%s', (_, header, cells, spots) => {
    expect(read(header, cells).map(({ values }) => values.ParkingSpots)).toEqual(spots);
  });

  test('weeks of rent are no deposit, and small sums without a rent to compare them with stay', () => {
    const readings = read('Deposit', [5, 1500, 6]);
    expect(readings.map(({ values }) => values.DepositFee)).toEqual([undefined, 1500, undefined]);
    expect(readings[0]?.problems.map(({ message }) => message)).toEqual([
      'Deposit: “5” beside such a rent looks like a number of weeks or months. Type the amount.',
    ]);
  });

  test('what became of a listing is no state, though the column is called so', () => {
    const readings = readAll(
      ['MLS number', 'Price', 'State', 'City'],
      [
        ['A1', 450_000, 'Sold', 'Dover'],
        ['A2', 389_000, 'NJ', 'Trenton'],
      ],
    );
    expect(readings.map(({ values }) => values.State)).toEqual([undefined, 'NJ']);
  });

  test('a column called Listing holds names as often as numbers, and makes no key', () => {
    const readings = readAll(['Listing', 'Address', 'Price'], [['L-100', '12 Oak St', 450_000]]);
    expect(readings.map(({ values }) => values.MLSNumber)).toEqual([undefined]);
  });

  test('a status of a web site’s listing says for sale or for rent as well', () => {
    const readings = readAll(
      ['post_id', 'property_status', 'fave_property_price'],
      [
        ['1', 'For Sale', 450_000],
        ['2', 'For Rent', 2400],
      ],
    );
    expect(readings.map(({ values: { SaleType, SalePrice, RentPrice } }) => [SaleType, SalePrice, RentPrice])).toEqual([
      ['for_sale', 450_000, undefined],
      ['for_rent', undefined, 2400],
    ]);
  });
});
