import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type FieldName, fieldDefinition } from '../../../src/core/listing/fields.ts';
import { readField } from '../../../src/core/listing/read-field.ts';
import { areaUnitSpellings } from '../../../src/core/listing/vocabulary/area-unit.ts';
import { currencies } from '../../../src/core/listing/vocabulary/currency.ts';
import { columnShape } from '../../../src/core/mapping/column-shape.ts';
import { evidenceFor } from '../../../src/core/mapping/value-evidence.ts';
import type { CellValue } from '../../../src/core/sheet/table.ts';
import { cell, column, matchOf } from './columns.ts';

const CONTEXT = { locale: 'en_US', today: '2026-11-21' };

function evidenceOf(field: FieldName, ...texts: readonly string[]) {
  return evidenceFor(fieldDefinition(field), columnShape(texts.map(cell)));
}

const isTaken = (field: FieldName, text: string) =>
  readField({ ...fieldDefinition(field), name: field }, cell(text), CONTEXT).kind === 'value';

const amount = fc.integer({ min: 1, max: 99_000_000 });
const grouped = amount.map((value) => value.toLocaleString('en-US'));
const size = fc.oneof(amount.map(String), grouped, fc.constantFrom('0.25', '1.5', '½', '2 1/2', '¾', '120.5'));
const spelling = fc.constantFrom(...areaUnitSpellings().flatMap(({ spellings }) => spellings));
const currency = fc.constantFrom(...currencies().flatMap(({ code, symbol }) => [code, symbol]));
const rooms = fc.constantFrom('1', '2', '3', '2.5', '2½', '2 1/2', '2-1/2', '3 1/4', '1¾', '10');

/** What people write for a field, as far as its reader takes it. */
const WRITTEN: readonly (readonly [FieldName, fc.Arbitrary<string>])[] = [
  ['BuildingArea', fc.tuple(size, fc.constantFrom('', ' '), spelling).map((parts) => parts.join(''))],
  ['LotArea', fc.tuple(fc.constantFrom('~', '±', 'approx. ', ''), size, spelling).map((parts) => parts.join(' '))],
  ['SalePrice', fc.tuple(currency, fc.constantFrom('', ' '), grouped).map((parts) => parts.join(''))],
  ['SalePrice', fc.tuple(grouped, currency).map((parts) => parts.join(' '))],
  [
    'SalePrice',
    fc
      .tuple(fc.constantFrom('$', '€', '₹ ', ''), fc.constantFrom('1.2M', '850k', '85 Lakh', '1.2 Cr', '$1.2 mil'))
      .map((parts) => parts.join('')),
  ],
  [
    'RentPrice',
    fc
      .tuple(currency, grouped, fc.constantFrom('/mo', ' pcm', ' per week', ' pw', '/month', ' p.a.'))
      .map((parts) => parts.join('')),
  ],
  [
    'Bathrooms',
    fc.tuple(rooms, fc.constantFrom('', ' ba', ' baths', ' bathrooms', ' baños', ' wc')).map((parts) => parts.join('')),
  ],
  ['Bathrooms', fc.constantFrom('2 full, 1 half', '2F 1H', '2/1', '3 (2 1)', '1/2 bath', '2 full 1 half')],
  [
    'Bedrooms',
    fc
      .tuple(
        fc.constantFrom('1', '2', '3', '12'),
        fc.constantFrom('', ' bd', ' beds', ' BHK', '+1', ' + den', ' habitaciones'),
      )
      .map((parts) => parts.join('')),
  ],
  ['Bedrooms', fc.constantFrom('Studio', 'T2', 'bachelor', 'kitnet')],
  [
    'ParkingSpots',
    fc
      .tuple(fc.constantFrom('1', '2', '3'), fc.constantFrom('', ' cars', '-car garage', ' spaces', ' covered'))
      .map((parts) => parts.join('')),
  ],
  [
    'ZIP',
    fc.constantFrom(
      ...[
        '94109',
        '2139',
        '98122-1234',
        '48238 3822',
        'SW1A 1AA',
        'L1 2YU',
        'EH1 5EG',
        'M1 1AE',
        'K2P 1L4',
        'k2p1l4',
        '1234 AB',
        '1234AB',
      ],
      ...[
        'D02 AF30',
        'LV-1010',
        '01310-100',
        '100-0001',
        '110 00',
        '00-950',
        'AD500',
        'VLT 1117',
        'C1425ABC',
        'HM 12',
        'KY1-1001',
        '110001',
      ],
    ),
  ],
  [
    'DaysOnMarket',
    fc.constantFrom('12', '12 days', '3 d', '5 hours', '2026-10-31', 'October-31-2026', '31.10.2026', '10/31/2026'),
  ],
  ['YearBuilt', fc.integer({ min: 1800, max: 2026 }).map(String)],
  ['CurrencySymbol', currency],
  ['AreaUnit', fc.constantFrom('Square Feet', 'sq ft', 'm²', 'sqm', 'SqFt', 'qm', 'Quadratmeter', 'mts2')],
  [
    'Status',
    fc.constantFrom('Active', 'Sold on October 31', 'Pending', 'Aktiv', 'Price reduced', 'Coming Soon', 'Disponible'),
  ],
  [
    'Location',
    fc.constantFrom(
      'Uptown',
      'Harbour View Residence, Fifth Settlement, New Town, Sample Governorate, Second District, Lakeside',
    ),
  ],
  ['Address', fc.constantFrom('12 Oak St', 'Plan 1', 'The Old Mill', '1968-B Sample Dr')],
];

describe('what a reader takes', () => {
  test.each(WRITTEN.map(([field, texts], index) => [index, field, texts] as const))(
    'never speaks against its field (%i: %s)',
    (_, field, texts) => {
      fc.assert(
        fc.property(texts, (text) => {
          fc.pre(isTaken(field, text));
          expect(evidenceOf(field, text, text, text), text).not.toBe('contradicts');
        }),
        { numRuns: 100 },
      );
    },
  );

  test.each<[string, FieldName, string[]]>([
    ['Size', 'BuildingArea', ['120 m²', '95 m²']],
    ['Plot Size', 'LotArea', ['600 m²', '500 m²']],
    ['Size', 'BuildingArea', ['150 sq.yd.', '200 sq.yd.']],
    ['Price', 'SalePrice', ['AED 1,250,000', 'AED 980,000']],
    ['Price', 'SalePrice', ['1,250,000 PKR', '980,000 PKR']],
    ['Price', 'SalePrice', ['₸ 45,000,000', '₸ 38,500,000']],
    ['Price (KWD)', 'SalePrice', ['250,000', '180,000']],
    ['Postcode', 'ZIP', ['L1 2YU', 'EH1 5EG', 'SW1A 1AA']],
    ['Postcode', 'ZIP', ['1017 AB', '3511 CE']],
    ['Postal Code', 'ZIP', ['K2P 1L4', 'M5V 2T6']],
    ['Location', 'Location', ['Harbour View Residence, Fifth Settlement, New Town, Sample Governorate']],
    ['Baths', 'Bathrooms', ['2 1/2', '2-1/2', '3 1/4 baths']],
  ])('feeds it where the header says so: %j as %s with cells such as %j', (header, field, texts) => {
    expect(matchOf(field, column(header, ...texts))).toMatchObject({ isApplied: true });
  });

  test.each<[FieldName, string[]]>([
    ['SalePrice', ['120 m²', '95 m²']],
    ['ZIP', ['12 Oak Street', '14 Elm Road']],
    ['Location', ['A long description of a home, with a garden, a garage and a pool. '.repeat(3)]],
    ['Bedrooms', ['$450,000', '$375,000']],
  ])('is not what it does not take: %s and %j', (field, texts) => {
    expect(evidenceOf(field, ...texts)).toBe('contradicts');
  });
});

describe('a column that is named like a field is not denied where nothing else feeds the field', () => {
  const day: CellValue = { wallTime: '2026-01-02T00:00:00' };

  test.each<[string, FieldName, CellValue[]]>([
    ['Baths', 'Bathrooms', [day, day, day]],
    ['Days on market', 'DaysOnMarket', ['3 weeks', '2 weeks', '5 weeks']],
    ['Days on market', 'DaysOnMarket', [20_240_601, 20_240_715, 20_240_820]],
    ['DOM', 'DaysOnMarket', [46_354, 46_360, 46_312]],
    ['Lot Size', 'LotArea', ['50x120', '60x100', '50x100']],
    ['Sale or rent', 'SaleType', ['Myynti', 'Vuokraus', 'Myynti']],
  ])('%j feeds %s although its cells are %j, and the reader says what is wrong', (header, field, values) => {
    expect(matchOf(field, column(header, ...values))).toMatchObject({
      isApplied: true,
      reason: expect.stringContaining('each row says what is wrong with its cell'),
    });
  });

  test.each<[string, FieldName, CellValue[]]>([
    ['Year built', 'YearBuilt', ['new', 'old', 'recent']],
    ['Parking spots', 'ParkingSpots', ['street', 'none', 'street']],
  ])('the own name %j of %s feeds it whatever its cells are', (header, field, values) => {
    expect(matchOf(field, column(header, ...values))).toMatchObject({ isApplied: true });
  });

  test.each<[string, FieldName, CellValue[]]>([
    ['Images', 'Images', [12, 30, 8]],
    ['Property type', 'PropertyType', ['For Sale', 'For Rent', 'For Sale']],
    ['HOA', 'HOAMonth', ['Yes', 'No', 'Yes']],
    ['URL', 'Url', ['/homes/1', '/homes/2', '/homes/3']],
    ['daysOnZillow', 'DaysOnMarket', [864_000_000, 172_800_000, 90_000_000]],
    ['Garage', 'ParkingSpots', [1998, 2004, 2011]],
  ])('but %j does not feed %s with %j: nothing could be sent, or something wrong', (header, field, values) => {
    expect(matchOf(field, column(header, ...values))?.isApplied ?? false).toBe(false);
  });

  test('a column whose cells are right comes first', () => {
    const right = column('Full baths total', 2, 3, 2);
    expect(matchOf('Bathrooms', column('Baths', day, day, day), column('Bathrooms', 2, 3, 1), right)).toMatchObject({
      source: { kind: 'column', header: 'Bathrooms' },
    });
  });
});
