import { describe, expect, test } from 'vitest';
import { matchColumns } from '../../../src/core/mapping/match-columns.ts';
import type { CellValue } from '../../../src/core/sheet/table.ts';
import { cell } from './columns.ts';
import { readSheet, valuesOf } from './read-sheet.ts';

type Field = Parameters<typeof valuesOf>[0];
type Beside = readonly [Field, string, readonly CellValue[], string, readonly CellValue[], readonly unknown[]];

/** A sheet with an amount and a column beside it. */
function besideOf([field, header, amounts, beside, words]: Beside): readonly unknown[] {
  const offer = field === 'HOAMonth' ? 'for_sale' : 'for_rent';
  const rows = amounts.map((amount, index) => [`A${index}`, 'Active', offer, amount, words[index] ?? '']);
  return valuesOf(field, readSheet(['MLS number', 'Status', 'Sale or rent', header, beside], ...rows));
}

describe('a column beside an amount says what it is in', () => {
  test.each<Beside>([
    ['LotArea', 'Lot Size', [2, 8000], 'Lot Size Unit', ['Acres', 'Sq Ft'], [87_120, 8000]],
    ['LotArea', 'Land Area', [2, 8000], 'Land Area Units', ['ac', 'sqft'], [87_120, 8000]],
    ['LotArea', 'Plot Size', [1, 500], 'Plot UOM', ['ha', 'm2'], [10_000, 500]],
    ['LotArea', 'Lot Size', [120, 8000], 'Lot Size Type', ['Acres', 'Sq Ft'], [5_227_200, 8000]],
    ['LotArea', 'Lot', [2, 3], 'Unit (lot)', ['acre', 'acre'], [87_120, 130_680]],
    ['BuildingArea', 'Living Area', [200, 90], 'Living Area Measurement', ['sq yd', 'sqft'], [1800, 90]],
    ['RentPrice', 'Rent', [500, 2000], 'Rent Frequency', ['Weekly', 'Monthly'], [2166.67, 2000]],
    ['RentPrice', 'Rent', [500, 2000], 'Frequency', ['per week', 'pcm'], [2166.67, 2000]],
    ['RentPrice', 'Rent', [24_000, 1500], 'Rent Postfix', ['/yr', '/mo'], [2000, 1500]],
    ['RentPrice', 'Alquiler', [500, 2000], 'Alquiler por', ['Semana', 'Mes'], [2166.67, 2000]],
  ])('%s: %s %j beside %s %j', (...beside) => {
    expect(besideOf(beside)).toEqual(beside[5]);
  });

  test.each<Beside>([
    ['HOAMonth', 'HOA Dues', [1200, 300, 250], 'HOA Paid', ['Annually', 'Quarterly', 'Monthly'], [100, 100, 250]],
    ['HOAMonth', 'AssociationFee', [600, 90], 'AssociationFeeFrequency', ['Semi-Annually', 'Semi-Monthly'], [100, 180]],
    ['HOAMonth', 'HOA Fee', [1200, 300], 'HOA Period', ['Y', 'M'], [100, 300]],
  ])('%s: %s %j beside %s %j', (field, header, amounts, beside, words, outcome) => {
    const rows = amounts.map((amount, index) => [`A${index}`, 'for_sale', amount, words[index] ?? '']);
    expect(valuesOf(field, readSheet(['MLS number', 'Sale or rent', header, beside], ...rows))).toEqual(outcome);
  });

  test.each<Beside>([
    ['HOAMonth', 'HOA Fee', [660, 245, 210], 'HOA', ['Y', 'Y', 'N'], [660, 245, 210]],
    ['HOAMonth', 'HOA Fee', [660, 245], 'HOA', ['Yes', 'No'], [660, 245]],
    ['RentPrice', 'Rent', [1500, 1650, 1200], 'Rent Paid', ['Y', 'Y', 'N'], [1500, 1650, 1200]],
    ['RentPrice', 'Rent', [1500, 1650], 'Paid', ['Y', 'Y'], [1500, 1650]],
    ['DepositFee', 'Deposit', [500, 600], 'Deposit Paid', ['Y', 'N'], [500, 600]],
    ['HOAMonth', 'HOA Dues', [660, 245, 300], 'HOA Dues Freq', ['Y', 'M', 'Q'], [55, 245, 100]],
  ])('yes and no are no periods: %s %s %j beside %s %j', (...beside) => {
    expect(besideOf(beside)).toEqual(beside[5]);
  });

  test.each([
    ['HOA Period', ['Y', 'Y']],
    ['HOA Frequency', ['Y', 'N']],
    ['HOA Paid', ['Y', 'N', 'Monthly']],
  ])('a Y that may be a year or yes is asked about: %s %j', (header, words) => {
    const rows = words.map((word, index) => [`A${index}`, 'for_sale', 660, word]);
    const [first] = valuesOf('HOAMonth', readSheet(['MLS number', 'Sale or rent', 'HOA Fee', header], ...rows));
    expect(first).toBe(
      `HOA per month: “660” is not a monthly fee such as 350. “${header}” says “Y” beside it: paid by the year, or merely yes. Write /mo or /yr behind the amount.`,
    );
  });

  test('a column of yes and no is no amount that a period could belong to', () => {
    const headers = ['MLS number', 'HOA', 'HOA Fee', 'HOA Due'];
    const readings = readSheet(headers, ['A1', 'Y', 660, 'Annually'], ['A2', 'Y', 245, 'Monthly'], ['A3', 'N', '', '']);
    expect(valuesOf('HOAMonth', readings)).toEqual([55, 245, undefined]);
  });

  test.each([
    ['4-weekly', 1083.33],
    ['every 4 weeks', 1083.33],
    ['Four weekly', 1083.33],
    ['per 4 weeks', 1083.33],
    ['28 days', 1083.33],
    ['every two weeks', 2166.67],
    ['Paid monthly', expect.stringContaining('“Paid monthly”')],
    ['per month', 1000],
    ['2 weekly', expect.stringMatching(/says “2 weekly” beside it\. Write Monthly there, and the amount per month\.$/)],
    ['6 monthly', expect.stringContaining('Write Monthly there')],
    ['10 months', expect.stringContaining('Write Monthly there')],
    ['6 mo', expect.stringContaining('Write Monthly there')],
    ['bi-weekly', expect.stringContaining('write Twice a month, Every two weeks or Every two months.')],
    ['Bimonthly', expect.stringContaining('write Twice a month, Every two weeks or Every two months.')],
    ['pppw', expect.stringContaining('what one person pays')],
    ['ppw', expect.stringContaining('what one person pays')],
    ['pp pcm', expect.stringContaining('what one person pays')],
    ['Per person per week', expect.stringContaining('what one person pays')],
  ] as const)('a period is read as a whole or asked about: %s', (word, outcome) => {
    const rows = [
      ['A1', 'for_rent', 1000, word],
      ['A2', 'for_rent', 1500, 'Monthly'],
    ];
    expect(valuesOf('RentPrice', readSheet(['MLS number', 'Sale or rent', 'Rent', 'Rent Frequency'], ...rows))).toEqual(
      [outcome, 1500],
    );
  });

  test.each([
    ['every row', ['6 monthly', '6 monthly']],
    ['most rows', ['bi-monthly', 'Bi-Monthly', 'Monthly']],
    ['most rows', ['pppw', 'ppw', 'pcm']],
  ])('a column is one of periods where %s must be asked about: %j', (_, words) => {
    const rows = words.map((word, index) => [`A${index}`, 'for_rent', 1000, word]);
    expect(valuesOf('RentPrice', readSheet(['MLS number', 'Sale or rent', 'Rent', 'Rent Paid'], ...rows))[0]).toEqual(
      expect.stringContaining('“Rent Paid” says'),
    );
  });

  test('the rent of one person is no rent of the home, and four weeks are no month', () => {
    const rents = [
      '£125 ppw',
      '£125 pppw',
      '£540 pp pcm',
      '£540 per person',
      '£480 bi-weekly',
      '£1,000 4-weekly',
      '£250 pw',
    ];
    const readings = readSheet(
      ['MLS number', 'Sale or rent', 'Rent'],
      ...rents.map((rent, index) => [`A${index}`, 'for_rent', rent]),
    );
    const each = expect.stringContaining('That is what one person pays; type the rent of the whole home.');
    expect(valuesOf('RentPrice', readings)).toEqual([
      each,
      each,
      each,
      each,
      expect.stringMatching(/“£480 bi-weekly” is not .* That can be twice in each or once in two;/),
      1083.33,
      1083.33,
    ]);
  });

  test.each([
    [['Price', 'Price Currency'], [[450_000, 'EUR']], ['€']],
    [
      ['Rent', 'Rent Currency'],
      [
        [2000, 'GBP'],
        [1500, 'USD'],
      ],
      ['£', '$'],
    ],
    [['HOA', 'HOA Currency'], [[200, 'CAD']], ['CA$']],
  ] as const)('the currency of an amount stands beside it: %j %j', (headers, rows, symbols) => {
    const readings = readSheet(['MLS number', ...headers], ...rows.map((row, index) => [`A${index}`, ...row]));
    expect(valuesOf('CurrencySymbol', readings)).toEqual(symbols);
  });

  test('a blank postfix says nothing, and a bound is no price', () => {
    const headers = ['MLS number', 'Sale or rent', 'Price', 'Price Postfix', 'Price Prefix'];
    const readings = readSheet(
      headers,
      ['A1', 'Sale', 450_000, '', ''],
      ['A2', 'Rent', 6000, '/yr', ''],
      ['A3', 'Sale', 450_000, '', 'From'],
    );
    expect(valuesOf('SalePrice', readings)).toEqual([
      450_000,
      undefined,
      expect.stringContaining('“Price Prefix” says “From”'),
    ]);
    expect(valuesOf('RentPrice', readings)).toEqual([undefined, 500, undefined]);
  });

  test.each([
    ['Price Type', ['From', 'Fixed'], 'says “From” beside it'],
    ['Price Qualifier', ['Offers over', ''], 'says “Offers over” beside it'],
    ['Qualifier', ['Guide price', ''], 'says “Guide price” beside it'],
    ['Price Label', ['Starting at', 'Negotiable'], 'says “Starting at” beside it'],
    ['Price Info', ['ab', 'VB'], 'says “ab” beside it'],
    ['Price Display', ['Call for price', ''], 'says “Call for price” beside it'],
    ['Price Type', ['POA', 'Fixed'], 'says “POA” beside it'],
    ['Price Qualifier', ['Guide Price', 'Fixed Price'], 'says “Guide Price” beside it'],
    ['Price Type', ['Per acre', 'Total Price'], 'is a price per area, not a whole price'],
    ['Price Type', ['Per sqm', 'Total'], 'is a price per area, not a whole price'],
  ] as const)('what makes a price a bound may stand beside it: %s %j', (header, words, message) => {
    const rows = words.map((word, index) => [`A${index}`, 'for_sale', 450_000, word]);
    expect(valuesOf('SalePrice', readSheet(['MLS number', 'Sale or rent', 'Price', header], ...rows))).toEqual([
      expect.stringContaining(message),
      450_000,
    ]);
  });

  test.each([
    ['Price/sqm', 'UnitAreaPrice', 11_679, [11_679, 11_679, 11_679]],
    ['Monthly rent', 'RentPrice', 2500, [2500, 2500, 2500]],
  ] as const)('a column of prices with a POA among them says nothing of %s', (header, field, amount, outcome) => {
    const prices = [612_000, '885,000', 'POA'];
    const rows = prices.map((price, index) => [`A${index}`, 'Both', price, amount]);
    expect(valuesOf(field, readSheet(['MLS number', 'Sale or rent', 'Price', header], ...rows))).toEqual(outcome);
  });

  test.each([
    ['Zahlungsweise', ['jährlich', 'monatlich'], [2000, 2000]],
    ['Périodicité', ['annuel', 'mensuel'], [2000, 2000]],
    ['Term', ['pa', 'pcm'], [2000, 2000]],
    ['Basis', ['pppw', 'pcm'], [expect.stringContaining('“Basis” says “pppw”'), 2000]],
  ])('how often a rent is paid may stand right behind it under any name: %s %j', (header, words, outcome) => {
    const rows = [24_000, 2000].map((rent, index) => [`A${index}`, 'for_rent', rent, words[index] ?? '']);
    expect(valuesOf('RentPrice', readSheet(['MLS number', 'Sale or rent', 'Rent', header], ...rows))).toEqual(outcome);
  });

  test('of two names that fit, a unit belongs to the amount that says nothing else', () => {
    const headers = [
      'MLS number',
      'property_size',
      'property_size_postfix',
      'property_lot_size',
      'property_lot_size_postfix',
    ];
    const [row] = readSheet(headers, ['A1', 2400, 'sq ft', 0.5, 'acres']);
    expect(row?.values).toMatchObject({ BuildingArea: 2400, LotArea: 21_780, AreaUnit: 'Square Feet' });
  });

  test('how often something is paid says nothing of a size', () => {
    const headers = ['MLS number', 'Price', 'Purpose', 'Frequency', 'Area', 'Area Unit'];
    const [, rented] = readSheet(
      headers,
      ['A1', 1_850_000, 'For Sale', '', 1250, 'sqft'],
      ['A2', 66_000, 'For Rent', 'Yearly', 450, 'sqft'],
    );
    expect(rented?.values).toMatchObject({ RentPrice: 5500, BuildingArea: 450 });
  });

  test('a unit without a name may be one of money', () => {
    const readings = readSheet(['MLS number', 'Price', 'Unit'], ['A1', 85, 'Lakh'], ['A2', 1.25, 'Crore']);
    expect(valuesOf('SalePrice', readings)).toEqual([8_500_000, 12_500_000]);
  });

  test.each(['Price/Unit', 'Price per Unit', 'Unit'])('sums or numbers under %s say nothing of the price', (header) => {
    const rows = [880_000, 450_000, 615_000].map((price, index) => [`A${index}`, 'Sale', price, 220_000 + index]);
    const readings = readSheet(['MLS number', 'Sale or rent', 'Price', header], ...rows);
    expect(valuesOf('SalePrice', readings)).toEqual([880_000, 450_000, 615_000]);
  });

  test('a unit word behind a price multiplies it', () => {
    const readings = readSheet(['MLS number', 'Price', 'Price Unit'], ['A1', 85, 'Lakh'], ['A2', 1.2, 'Cr']);
    expect(valuesOf('SalePrice', readings)).toEqual([8_500_000, 12_000_000]);
  });

  test('a cell that cannot be understood holds its row and no other', () => {
    const rows = [
      ['A1', 2, 'Acres'],
      ['A2', 24, 'Perch'],
      ['A3', 5, 'Acres'],
    ];
    const readings = readSheet(['MLS number', 'Lot Size', 'Lot Size Unit'], ...rows);
    expect(valuesOf('LotArea', readings)).toEqual([
      87_120,
      'Lot area: “24” is not an area such as 6000 sq ft or 0.25 ac. “Lot Size Unit” says “Perch” beside it.',
      217_800,
    ]);
  });

  test('an amount that names another unit than the column beside it is asked about', () => {
    const readings = readSheet(
      ['MLS number', 'Lot Size', 'Lot Size Unit'],
      ['A1', '0.25 ac', 'Sq Ft'],
      ['A2', 9000, 'Sq Ft'],
    );
    expect(valuesOf('LotArea', readings)).toEqual([
      'Lot area: “0.25 ac” is not an area such as 6000 sq ft or 0.25 ac. “Lot Size Unit” says “Sq Ft” beside it, and the cell itself something else.',
      9000,
    ]);
  });

  test('an amount whose unit is blank where others have one is left out, and the row says so', () => {
    const [, second] = readSheet(['MLS number', 'Lot Size', 'Lot Size Unit'], ['A1', 2, 'Acres'], ['A2', 120, '']);
    expect(second?.values.LotArea).toBeUndefined();
    expect(second?.notes).toContain('Lot area: not sent, because “Lot Size Unit” is blank beside it.');
  });

  test.each([
    ['Lease Term', ['Yearly', 'Monthly']],
    ['Rent Term', ['Yearly', 'Monthly']],
    ['Rent Type', ['Annual', 'Monthly']],
    ['Rent Notes', ['paid weekly', 'none']],
  ])('%s beside a rent is about something else', (header, words) => {
    const rows = words.map((word, index) => [`A${index}`, 'for_rent', 2000, word]);
    expect(valuesOf('RentPrice', readSheet(['MLS number', 'Sale or rent', 'Rent', header], ...rows))).toEqual([
      2000, 2000,
    ]);
  });

  test('a unit is not taken for an amount that names its own, nor for another one', () => {
    const headers = ['MLS number', 'Living Area Sq Ft', 'Lot Size', 'Lot Size Unit'];
    const [row] = readSheet(headers, ['A1', 1500, 2, 'Acres']);
    expect(row?.values).toMatchObject({ BuildingArea: 1500, LotArea: 87_120, AreaUnit: 'Square Feet' });
  });

  test.each([
    ['sq.yd.', 1350],
    ['sq.ft.', 150],
    ['SquareMeters', 150],
  ])('a row’s one unit may be none of the platform’s: 150 %s is %s', (unit, size) => {
    const [row] = readSheet(['MLS number', 'Area', 'Area unit'], ['A1', 150, unit]);
    expect(row?.values.BuildingArea).toBe(size);
  });

  test('acres given for a whole row are none of its building', () => {
    const readings = readSheet(['MLS number', 'Living Area', 'Lot Size', 'Area unit'], ['A1', 1500, 2, 'Acres']);
    expect(valuesOf('BuildingArea', readings)).toEqual([
      'Building area: “1500” has no unit of its own, and Acres measure land; write the unit.',
    ]);
  });
});

describe('how often a price is paid', () => {
  const HEADERS = ['MLS number', 'Status', 'Purpose', 'Price'];
  const ROWS = [
    ['A1', 'Live', 'Sale', 1_250_000, ''],
    ['A2', 'Live', 'Rent', 120_000, 'Yearly'],
    ['A3', 'Live', 'Rent', 6500, 'Monthly'],
  ];

  test.each(['Rent Frequency', 'Price Frequency', 'Lease Period', 'Frequency', 'Payment'])(
    '“%s” says for what is for rent, and nothing of what is for sale',
    (header) => {
      const readings = readSheet([...HEADERS, header], ...ROWS);
      expect(valuesOf('RentPrice', readings)).toEqual([undefined, 10_000, 6500]);
      expect(valuesOf('SalePrice', readings)).toEqual([1_250_000, undefined, undefined]);
    },
  );

  test('is not said by a rent behind it that names its own period', () => {
    const columns = [
      { header: 'Fiyat', cells: [450_000, 390_000].map(cell) },
      { header: 'Asking Rent', cells: ['$2,500/mo', '$1,900/mo'].map(cell) },
    ];
    const sources = matchColumns(columns).matches.map(({ field, source }) => [field, source]);
    expect(sources).toContainEqual(['SalePrice', { kind: 'column', header: 'Fiyat' }]);
    expect(sources).toContainEqual(['RentPrice', { kind: 'column', header: 'Asking Rent' }]);
  });

  test('a blank beside a rent leaves the rent out', () => {
    const readings = readSheet([...HEADERS, 'Rent Frequency'], ...ROWS, ['A4', 'Live', 'Rent', 90_000, '']);
    expect(valuesOf('RentPrice', readings)).toEqual([undefined, 10_000, 6500, undefined]);
  });

  test.each([
    ['as many times as much are paid so', 24_000, 90_000, 2_500, [2_000, 7_500, 2_500]],
    ['alike are let for so long', 2_400, 2_600, 2_500, [2_400, 2_600, 2_500]],
  ] as const)('of a Rent Type of years and months rents that are %s', (_, first, second, third, rents) => {
    const headers = ['MLS number', 'Rent Type', 'Sale or rent', 'Rent'];
    const readings = readSheet(
      headers,
      ['A1', 'yearly', 'for_rent', first],
      ['A2', 'Yearly', 'for_rent', second],
      ['A3', 'Monthly', 'for_rent', third],
    );
    expect(valuesOf('RentPrice', readings)).toEqual(rents);
  });

  test('a Rent Type of years alone is asked about where the rent does not say it', () => {
    const headers = ['MLS number', 'Sale or rent', 'Rent', 'Rent Type'];
    const readings = readSheet(
      headers,
      ['A1', 'for_rent', 24_000, 'yearly'],
      ['A2', 'for_rent', '$30,000/yr', 'yearly'],
    );
    expect(valuesOf('RentPrice', readings)).toEqual([
      expect.stringContaining('“Rent Type” says “yearly” beside it: how often it is paid, or for how long'),
      2_500,
    ]);
  });

  test('a lease term is no period', () => {
    const readings = readSheet(
      ['MLS number', 'Purpose', 'Price', 'Lease Term'],
      ['A1', 'Rent', 2400, 'Yearly'],
      ['A2', 'Rent', 1800, 'Monthly'],
    );
    expect(valuesOf('RentPrice', readings)).toEqual([2400, 1800]);
  });
});
