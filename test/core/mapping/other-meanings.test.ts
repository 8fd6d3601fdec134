import { describe, expect, test } from 'vitest';
import { decideTab } from '../../../src/core/mapping/decide-tab.ts';
import { matchColumns } from '../../../src/core/mapping/match-columns.ts';
import { DEFAULT_TAB_SETTINGS } from '../../../src/core/settings/tab-settings.ts';
import { type CellValue, plainText } from '../../../src/core/sheet/table.ts';
import { contextOf } from '../listing/cells.ts';
import { appliedSources, column, matchOf } from './columns.ts';
import { readSheet, valuesOf } from './read-sheet.ts';

/** What feeds a field in a whole tab on 21 November 2026, and why a column of that name does not. */
function decided(field: string, headers: readonly string[], ...rows: readonly (readonly CellValue[])[]): unknown {
  const table = {
    headers,
    headerRowNumber: 1,
    rows: rows.map((values, index) => ({ rowNumber: index + 2, values, texts: values.map(plainText) })),
    sampleRows: [],
  };
  const matches = decideTab(table, DEFAULT_TAB_SETTINGS, contextOf())?.proposal.matches ?? [];
  const match = matches.find((one) => one.field === field);
  return match?.isApplied === true ? 'applied' : match?.reason;
}

describe('a year that may be of something else than the building is asked about', () => {
  test.each([
    [
      ['Year'],
      [[2024], [2025], [2026]],
      'all years under "Year" are recent, so they may be those of the listings; choose',
    ],
    [['Ano'], [[2025], [2025]], 'all years under "Ano" are recent, so they may be those of the listings; choose'],
    [
      ['Year', 'Month'],
      [
        [1998, 'May'],
        [1999, 'June'],
      ],
      '"Year" stands beside "Month", so it may be the year of something else',
    ],
    [
      ['Year', 'Sold Date'],
      [
        [2019, '2019-03-01'],
        [2021, '2021-04-02'],
      ],
      '"Year" holds the years of "Sold Date"',
    ],
    [
      ['Year', 'Sold Date'],
      [
        [1985, '2019-03-01'],
        [2021, '2021-04-02'],
      ],
      'applied',
    ],
    [['Year'], [[1998], [2025]], 'applied'],
    [['Year Built'], [[2025], [2026]], 'applied'],
    [['property_year'], [[2025], [2026]], 'applied'],
  ] as const)('%j %j', (headers, rows, outcome) => {
    expect(decided('YearBuilt', ['URL', ...headers], ...rows.map((row) => ['https://example.com/1', ...row]))).toBe(
      outcome,
    );
  });
});

describe('days under Tour are no open houses', () => {
  const days = [['2026-12-05'], ['2026-12-06']];
  const reason = 'the days under "Tour" may be those of viewings and of no open house; choose';

  test.each([
    [['Tour'], days, reason],
    [
      ['Tour', 'Open House'],
      [
        ['2026-12-05', ''],
        ['2026-12-06', ''],
      ],
      'applied',
    ],
    [['Tour'], [['https://my.matterport.com/show/?m=1'], ['https://my.matterport.com/show/?m=2']], 'applied'],
    [['Tour'], [['Open House'], ['3D Tour']], 'applied'],
    [['Open House'], days, 'applied'],
  ] as const)('%j %j', (headers, rows, outcome) => {
    expect(decided('Tours', ['URL', ...headers], ...rows.map((row) => ['https://example.com/1', ...row]))).toBe(
      outcome,
    );
  });

  test('and a blank Open House beside them stays blank', () => {
    const readings = readSheet(
      ['MLS number', 'Tour', 'Open House'],
      ['A1', '2026-12-05', ''],
      ['A2', '2026-12-06', ''],
    );
    expect(valuesOf('Tours', readings)).toEqual([undefined, undefined]);
  });
});

describe('a PIN is a postal code where it has six digits', () => {
  test.each([
    ['75231', '40112', '"PIN" may hold numbers of parcels; choose'],
    ['560001', '400 012', 'applied'],
  ])('%s', (one, other, outcome) => {
    expect(decided('ZIP', ['URL', 'PIN'], ['u', one], ['v', other])).toBe(outcome);
  });
});

describe('an area that may be a district is asked about', () => {
  test.each([
    [
      'in a list of an MLS',
      ['MLS #', 'Area'],
      [
        ['A1', 1002],
        ['A2', 1104],
      ],
      '"Area": its numbers have no unit and may be codes of districts; choose',
    ],
    [
      'where numbers repeat',
      ['URL', 'Area'],
      [
        ['u', 12],
        ['u', 14],
        ['u', 12],
      ],
      '"Area": its numbers have no unit and may be codes of districts; choose',
    ],
    [
      'beside the size',
      ['URL', 'Area', 'Approximate SqFt'],
      [
        ['u', 405, 1720],
        ['u', 406, ''],
      ],
      'applied',
    ],
    [
      'not with units in its cells',
      ['MLS #', 'Area'],
      [
        ['A1', '120 m²'],
        ['A2', '95 m²'],
      ],
      'applied',
    ],
    [
      'not with a unit in its name',
      ['MLS #', 'Area (sq ft)'],
      [
        ['A1', 1200],
        ['A2', 950],
      ],
      'applied',
    ],
    [
      'not beside its unit',
      ['MLS #', 'Area', 'Area Unit'],
      [
        ['A1', 1200, 'sqft'],
        ['A2', 950, 'sqft'],
      ],
      'applied',
    ],
    [
      'not elsewhere',
      ['URL', 'Area'],
      [
        ['u', 1200],
        ['u', 950],
        ['u', 1310],
      ],
      'applied',
    ],
  ] as const)('%s', (_, headers, rows, outcome) => {
    expect(decided('BuildingArea', headers, ...rows)).toBe(outcome);
  });

  test('the size is the one that is named so, though the district is filled in more rows', () => {
    const columns = [column('Area', 405, 406, 900), column('Approximate SqFt', 1720, 2320, '')];
    expect(appliedSources(matchColumns(columns)).BuildingArea).toBe('Approximate SqFt');
    expect(matchOf('BuildingArea', column('MLS #', 'A1'), column('Area', 405))?.reason).toContain('codes of districts');
  });
});

describe('a sale price beside a list price is what a home was sold for', () => {
  const headers = ['MLS number', 'Status', 'Sale or rent'];

  test.each([
    ['List Price', 'Sale Price'],
    ['Price', 'SalePrice'],
    ['Angebotspreis', 'Verkaufspreis'],
    ['Precio', 'Precio de venta'],
    ['Asking Price', 'Achieved Price'],
    ['Listing Price', 'Sold For'],
    ['LP', 'Final Sale Price'],
    ['List Price', 'Transaction Amount'],
  ])('%s and %s', (asked, sale) => {
    const readings = readSheet(
      [...headers, asked, sale],
      ['A1', 'Sold', 'Sale', 450_000, 440_000],
      ['A2', 'Active', 'Sale', 350_000, ''],
      ['A3', 'Active', 'Sale', 360_000, ''],
    );
    expect(valuesOf('SalePrice', readings)).toEqual([440_000, 350_000, 360_000]);
  });

  test('of a home that is not sold it may be what is asked now, so the row is held', () => {
    const readings = readSheet(
      [...headers, 'List Price', 'Sale Price'],
      ['A1', 'Active', 'Sale', 450_000, 430_000],
      ['A2', 'Active', 'Sale', 350_000, 350_000],
      ['A3', 'Active', 'Rent', 2000, ''],
    );
    expect(valuesOf('SalePrice', readings)).toEqual([
      expect.stringContaining('“List Price” says “450000” and “Sale Price” “430000”, and the home is not sold.'),
      350_000,
      undefined,
    ]);
  });

  test.each([
    ['Precio Venta', 'Precio Alquiler'],
    ['Kaufpreis', 'Mietpreis'],
    ['Prix de vente', 'Prix location'],
  ])('prices are known by noun and kind: %s, %s', (sale, rent) => {
    const columns = [column(sale, 450_000, ''), column(rent, '', 1200)];
    expect(appliedSources(matchColumns(columns))).toMatchObject({ SalePrice: sale, RentPrice: rent });
  });
});

test('a price column of words in many rows is still the price, and each row says what is wrong', () => {
  const readings = readSheet(
    ['MLS number', 'Sale or rent', 'Price'],
    ['A1', 'Sale', 'from 250,000'],
    ['A2', 'Sale', 'Under offer'],
    ['A3', 'Sale', 450_000],
    ['A4', 'Sale', 'POA'],
  );
  expect(valuesOf('SalePrice', readings)).toEqual([
    expect.stringContaining('It names a bound'),
    undefined,
    450_000,
    undefined,
  ]);
  expect(readings[1]?.notes).toEqual(['Sale price: “Under offer” is not a price, so none is sent.']);
});

test.each([
  [
    ['3 Church View', '9 The Mill'],
    ['3 Church View', '9 The Mill'],
  ],
  [
    ['Y', 'N'],
    [undefined, undefined],
  ],
])(
  'Display Address is the address where its cells hold one, and whether to show it where they say so: %j',
  (cells, sent) => {
    const rows = cells.map((cell, index) => [`A${index}`, cell, 'Otley']);
    expect(valuesOf('Address', readSheet(['MLS number', 'Display Address', 'Town'], ...rows))).toEqual(sent);
  },
);

test.each([
  ['Straße', 'Hausnummer', ['Am Anger', 'Lindenstraße'], [7, '12a'], ['Am Anger 7', 'Lindenstraße 12a']],
  ['Straat', 'Huisnummer', ['Dorpsstraat', 'Kerkweg 4'], ['88', ''], ['Dorpsstraat 88', 'Kerkweg 4']],
  ['Street', 'House Number', ['Elm St', 'Oak Ave'], [12, 40], ['12 Elm St', '40 Oak Ave']],
])('%s and %s are written as they are where the home is', (street, number, streets, numbers, addresses) => {
  const rows = streets.map((name, index) => [`A${index}`, name, numbers[index] ?? '']);
  expect(valuesOf('Address', readSheet(['MLS number', street, number], ...rows))).toEqual(addresses);
});

test.each([
  [
    'Endereço',
    'Número',
    ['Rua Augusta', 'Rodovia SP 101', 'Rua das Flores'],
    [1500, 's/n', 45],
    ['Rua Augusta 1500', 'Rodovia SP 101 s/n', 'Rua das Flores 45'],
  ],
  ['Calle', 'Núm.', ['Calle Mayor', 'Gran Vía'], [12, '7 bis'], ['Calle Mayor 12', 'Gran Vía 7 bis']],
  ['Street Address', 'No.', ['12 Elm St', '40 Oak Ave'], [1, 2], ['12 Elm St', '40 Oak Ave']],
])('a mere number behind a street is the house’s, where few streets have one: %s, %s', (...cells) => {
  const [street, number, streets, numbers, addresses] = cells;
  const rows = streets.map((name, index) => [`A${index}`, name, numbers[index] ?? '']);
  expect(valuesOf('Address', readSheet(['MLS number', street, number], ...rows))).toEqual(addresses);
});

test('numbers that count the rows are not those of houses', () => {
  const rows = ['Calle Mayor', 'Gran Vía', 'Calle Real'].map((street, index) => [`A${index}`, street, index + 1]);
  const addresses = valuesOf('Address', readSheet(['MLS number', 'Calle', 'No.'], ...rows));
  expect(addresses.join()).not.toMatch(/\d/);
});

test('a number elsewhere is not the house’s', () => {
  const headers = ['MLS number', 'No.', 'Calle', 'Beds'];
  const readings = readSheet(headers, ['A1', 1, 'Calle Mayor', 3], ['A2', 2, 'Gran Vía', 2]);
  expect(valuesOf('Address', readings)).toEqual([undefined, undefined]);
});

test.each([
  [['Área útil (m²)', 'Área total (m²)'], 68],
  [['Área total (m²)', 'Área útil (m²)'], 95],
  [['Área total (m²)'], 68],
])('the area in all is the home’s only where no other is given: %j', (areas, size) => {
  const rows = [
    ['A1', ...areas.map((_, index) => [68, 95][index] ?? 0)],
    ['A2', ...areas.map((_, index) => [71, 102][index] ?? 0)],
  ];
  expect(valuesOf('BuildingArea', readSheet(['MLS number', ...areas], ...rows))[0]).toBe(size);
});

test('Valor is what a home costs, and Situação how it stands', () => {
  const headers = ['MLS number', 'Finalidade', 'Valor', 'Situação'];
  const rows = [
    ['A1', 'Venda', 650_000, 'Disponível'],
    ['A2', 'Locação', 2_900, 'Disponível'],
    ['A3', 'Venda', 480_000, 'Vendido'],
  ];
  const readings = readSheet(headers, ...rows);
  expect(valuesOf('SalePrice', readings)).toEqual([650_000, undefined, 480_000]);
  expect(valuesOf('RentPrice', readings)).toEqual([undefined, 2_900, undefined]);
  expect(valuesOf('Status', readings)).toEqual(['Active', 'Active', 'Sold']);
});

test.each([
  ['Straße', 'Am Anger 7'],
  ['Calle', 'Calle Mayor 12'],
  ['Rue', '12 rue Cartier'],
])('%s is the address of a sheet that has no other', (header, address) => {
  expect(valuesOf('Address', readSheet(['MLS number', header], ['A1', address], ['A2', address]))).toEqual([
    address,
    address,
  ]);
});
