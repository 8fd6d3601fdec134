import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PartRole } from '../../../src/core/listing/field-source.ts';
import { FIELDS } from '../../../src/core/listing/fields.ts';
import { isListingBody, missingFields } from '../../../src/core/listing/listing-body.ts';
import type { ReadContext } from '../../../src/core/listing/reading.ts';
import type { Cell } from '../../../src/core/sheet/table.ts';
import { anyCell, anyLocale } from './arbitrary-cell.ts';
import { contextOf, dateCell, numberCell, textCell } from './cells.ts';
import { type CellSource, type CellsByField, readCells } from './read-cells.ts';

const policies = (pending: 'skip' | 'active' | 'delete') => ({ pending, underContract: pending });

function column(header: string, cell: Cell | string | number): CellSource {
  if (typeof cell === 'string') return { kind: 'cell', header, cell: textCell(cell) };
  return { kind: 'cell', header, cell: typeof cell === 'number' ? numberCell(cell) : cell };
}

function fixed(value: string): CellSource {
  return { kind: 'fixed', value };
}

function joined(...parts: readonly (readonly [PartRole, string, Cell])[]): CellSource {
  return { kind: 'joined', parts: parts.map(([role, header, cell]) => ({ role, header, cell })) };
}

function read(cells: CellsByField, context: ReadContext = contextOf()) {
  return readCells(cells, policies('skip'), context);
}

const SALE = { SaleType: fixed('for_sale') } satisfies CellsByField;
const RENT = { SaleType: fixed('for_rent') } satisfies CellsByField;

const REDFIN_ROW: CellsByField = {
  SaleType: fixed('for_sale'),
  CurrencySymbol: fixed('$'),
  AreaUnit: fixed('Square Feet'),
  PropertyType: column('PROPERTY TYPE', 'Single Family Residential'),
  Address: column('ADDRESS', '1968-B Villaridge Dr'),
  City: column('CITY', 'Dayton'),
  State: column('STATE OR PROVINCE', 'OH'),
  ZIP: column('ZIP OR POSTAL CODE', 45_402),
  SalePrice: column('PRICE', 450_000),
  Bedrooms: column('BEDS', 3),
  Bathrooms: column('BATHS', 2.5),
  Location: column('LOCATION', 'Oregon District'),
  BuildingArea: column('SQUARE FEET', 1_850),
  LotArea: column('LOT SIZE', 6_000),
  YearBuilt: column('YEAR BUILT', 1998),
  DaysOnMarket: column('DAYS ON MARKET', 12),
  UnitAreaPrice: column('$/SQUARE FEET', 243),
  HOAMonth: column('HOA/MONTH', ''),
  Status: column('STATUS', 'Active'),
  Tours: column('NEXT OPEN HOUSE START TIME', 'December-8-2026 11:00 AM'),
  Url: column('URL (SEE …)', 'https://www.redfin.com/OH/home/1'),
  MLSNumber: column('MLS#', 'ML81707355'),
  ParkingSpots: fixed('2'),
  Latitude: column('LATITUDE', 39.65),
  Longitude: column('LONGITUDE', -84.08),
};

test('a row of a Redfin download becomes the values of a listing', () => {
  expect(read(REDFIN_ROW)).toEqual({
    values: {
      SaleType: 'for_sale',
      Status: 'Active',
      CurrencySymbol: '$',
      PropertyType: 'Single Family Residential',
      Bedrooms: 3,
      Bathrooms: 2.5,
      Url: 'https://www.redfin.com/OH/home/1',
      MLSNumber: 'ML81707355',
      YearBuilt: 1998,
      DaysOnMarket: 12,
      LotArea: 6_000,
      BuildingArea: 1_850,
      AreaUnit: 'Square Feet',
      Tours: 'OpenHouse',
      ParkingSpots: 2,
      Location: 'Oregon District',
      Address: '1968-B Villaridge Dr',
      City: 'Dayton',
      State: 'OH',
      ZIP: '45402',
      Latitude: 39.65,
      Longitude: -84.08,
      SalePrice: 450_000,
      UnitAreaPrice: 243,
    },
    problems: [],
    notes: [],
    derived: [],
    statusIntent: 'active',
  });
  expect(missingFields(read(REDFIN_ROW).values)).toEqual(['SerialNumber', 'Key', 'KeyType']);
});

test('the same sheet gives the same listing under every locale', () => {
  const shownAs = (price: string, baths: string, size: string): CellsByField => ({
    ...REDFIN_ROW,
    SalePrice: column('PRICE', numberCell(1_250_000, price)),
    Bathrooms: column('BATHS', numberCell(2.5, baths)),
    BuildingArea: column('SQUARE FEET', numberCell(1_850.5, size)),
    MLSNumber: column('MLS#', numberCell(20_251_013_605, size.includes('.5') ? '20,251,013,605' : '20.251.013.605')),
  });
  const american = read(shownAs('$1,250,000.00', '2.5', '1,850.5'), contextOf('en_US'));
  expect(american.values).toMatchObject({ SalePrice: 1_250_000, Bathrooms: 2.5, MLSNumber: '20251013605' });
  expect(read(shownAs('1.250.000,00 $', '2,5', '1.850,5'), contextOf('de_DE'))).toEqual(american);
  expect(read(shownAs('$ 1.250.000,00', '2,5', '1.850,5'), contextOf('pt_BR'))).toEqual(american);
  expect(read(shownAs('1 250 000,00 $', '2,5', '1 850,5'), contextOf('fr_CA'))).toEqual(american);
});

describe('a cell that cannot be read', () => {
  test('is a problem that quotes it, says what was expected and names its column', () => {
    expect(read({ Bedrooms: column('Beds', 'two') }).problems).toEqual([
      { field: 'Bedrooms', header: 'Beds', message: 'Bedrooms: “two” is not a number of bedrooms such as 3.' },
    ]);
  });

  test('is explained where the cause is known', () => {
    expect(read({ Bathrooms: column('Baths', dateCell('2026-01-02', '1/2/2026')) }).problems).toEqual([
      {
        field: 'Bathrooms',
        header: 'Baths',
        message:
          'Bathrooms: “1/2/2026” is not a number of bathrooms such as 2.5. Sheets turned an entry such as 1/2 or 3-1 into a date; format the column as plain text and type it again.',
      },
    ]);
  });

  test('is called a fixed value where no column is to blame', () => {
    expect(read({ YearBuilt: fixed('old') }).problems).toEqual([
      { field: 'YearBuilt', message: 'Year built: the fixed value “old” is not a year such as 1998.' },
    ]);
  });

  test('is quoted in short and on one line', () => {
    const [problem] = read({ Bedrooms: column('Beds', `${'x'.repeat(80)}\ny`) }).problems;
    expect(problem?.message).toBe(`Bedrooms: “${'x'.repeat(60)}…” is not a number of bedrooms such as 3.`);
  });

  test('does not hide the others: every problem is named', () => {
    const { problems } = read({ Bedrooms: column('Beds', 'two'), YearBuilt: column('Year', 'old') });
    expect(problems.map(({ field }) => field)).toEqual(['Bedrooms', 'YearBuilt']);
  });
});

describe('the status', () => {
  test.each([
    ['Active', 'active', 'Active'],
    ['Coming Soon', 'comingSoon', 'PreOnMarket'],
    ['Closed', 'sold', 'Sold'],
    ['Pending', 'pending', undefined],
    ['Contingent', 'underContract', undefined],
    ['Withdrawn', 'offMarket', undefined],
    ['Private', 'private', undefined],
  ])('%s asks for %s and sends %s', (word, intent, status) => {
    const { statusIntent, values } = read({ Status: column('Status', word) });
    expect(statusIntent).toBe(intent);
    expect(values.Status).toBe(status);
  });

  test('of a listing with an accepted offer is Active where the tab says so, and only then', () => {
    const cells = { Status: column('Status', 'Pending') };
    expect(readCells(cells, policies('active'), contextOf()).values.Status).toBe('Active');
    expect(readCells(cells, policies('delete'), contextOf()).values.Status).toBeUndefined();
    const hold = { Status: column('Status', 'Hold') };
    expect(readCells(hold, policies('active'), contextOf()).values.Status).toBeUndefined();
  });

  test('knows the words the team taught', () => {
    const context = { ...contextOf(), taughtWords: { listingStatus: { 'Pre-Con': 'comingSoon' } } };
    expect(read({ Status: column('Status', 'pre con') }, context).statusIntent).toBe('comingSoon');
  });

  test('that is blank asks for nothing', () => {
    expect(read({ Status: column('Status', '') })).not.toHaveProperty('statusIntent');
  });
});

describe('areas', () => {
  test.each<[string, CellsByField, object, readonly string[]]>([
    [
      'a lot in acres beside a building in square feet',
      { BuildingArea: column('Size', '1,850 sqft'), LotArea: column('Lot', '0.25 ac') },
      { AreaUnit: 'Square Feet', BuildingArea: 1_850, LotArea: 10_890 },
      ['AreaUnit', 'LotArea'],
    ],
    [
      'a lot in acres by its header',
      { BuildingArea: column('SQUARE FEET', 1_850), LotArea: column('LotSizeAcres', 0.97) },
      { AreaUnit: 'Square Feet', BuildingArea: 1_850, LotArea: 42_253.2 },
      ['AreaUnit', 'LotArea'],
    ],
    [
      'a lot in hectares beside a building in square meters',
      { BuildingArea: column('Size (m²)', 170), LotArea: column('Lot', '0,5 ha') },
      { AreaUnit: 'Square Meters', BuildingArea: 170, LotArea: 5_000 },
      ['AreaUnit', 'LotArea'],
    ],
    [
      'both in square meters for a tab that sends square feet',
      { AreaUnit: fixed('Square Feet'), BuildingArea: column('Size (m²)', 100), LotArea: column('Lot m2', 200) },
      { AreaUnit: 'Square Feet', BuildingArea: 1_076.39, LotArea: 2_152.78 },
      ['BuildingArea', 'LotArea'],
    ],
    [
      'a plain lot in the unit of the row',
      { AreaUnit: column('Unit', 'sqm'), LotArea: column('LOT SIZE', 1_380) },
      { AreaUnit: 'Square Meters', LotArea: 1_380 },
      [],
    ],
    [
      'a lot in acres without a building',
      { LotArea: column('Acreage', 2) },
      { AreaUnit: 'Square Feet', LotArea: 87_120 },
      ['AreaUnit', 'LotArea'],
    ],
    [
      'a long binary fraction',
      { LotArea: column('Lot (sq ft)', 1_234.380000000001) },
      { AreaUnit: 'Square Feet', LotArea: 1_234.38 },
      ['AreaUnit'],
    ],
    ['sizes without any unit', { BuildingArea: column('Size', 1_850) }, { BuildingArea: 1_850 }, []],
  ])('of %s come out in one unit', (_, cells, values, derived) => {
    const reading = read(cells);
    expect(reading.values).toEqual(values);
    expect(reading.derived).toEqual(derived);
    expect(reading.problems).toEqual([]);
  });

  test('never label acres as feet: a tiny lot without a unit is a problem', () => {
    const reading = read({ AreaUnit: fixed('Square Feet'), LotArea: column('Lot', 0.25) });
    expect(reading.values).toEqual({ AreaUnit: 'Square Feet' });
    expect(reading.problems).toEqual([
      {
        field: 'LotArea',
        header: 'Lot',
        message: 'Lot area: “0.25” has no unit and is too small for a lot; write it as 0.25 ac or ha.',
      },
    ]);
  });

  test('are not believed of a small lot without a unit beside an ordinary building', () => {
    const reading = read({
      AreaUnit: fixed('Square Feet'),
      LotArea: column('Lot', 52),
      BuildingArea: column('Size', 1_850),
    });
    expect(reading.values.LotArea).toBeUndefined();
    expect(reading.problems.map(({ message }) => message)).toEqual([
      'Lot area: “52” has no unit and is very small for a lot beside the building; write it as 52 ac or ha.',
    ]);
  });

  test.each([
    ['Lot SqFt', 'LotArea', 0.25, 'Lot area: “0.25” is too small for a lot; write it as 0.25 ac or ha.'],
    [
      'SqFt',
      'BuildingArea',
      0.95,
      'Building area: “0.95” is too small for a building; write its size with the unit, such as 1850 sq ft.',
    ],
  ] as const)('are not believed where %s names the unit of %s and it is %d', (header, field, size, message) => {
    const reading = read({ [field]: column(header, size) });
    expect(reading.values[field]).toBeUndefined();
    expect(reading.problems.map((problem) => problem.message)).toEqual([message]);
  });

  test('keep their unit when it cannot be read', () => {
    const reading = read({ AreaUnit: column('Unit', 'perch'), LotArea: column('Lot', '2 ac') });
    expect(reading.values).toEqual({});
    expect(reading.problems.map(({ field }) => field)).toEqual(['AreaUnit']);
  });
});

describe('prices', () => {
  test.each<[string, CellsByField, object]>([
    [
      'a rent per week',
      { ...RENT, RentPrice: column('Rent', '£250 pw') },
      { RentPrice: 1_083.33, CurrencySymbol: '£' },
    ],
    ['a rent per week by its header', { ...RENT, RentPrice: column('Rent pw', 250) }, { RentPrice: 1_083.33 }],
    [
      'a rent per month',
      { ...RENT, RentPrice: column('Rent', '$2,500/mo') },
      { RentPrice: 2_500, CurrencySymbol: '$' },
    ],
    ['a rent per year', { ...RENT, RentPrice: column('Rent', '30000 per year') }, { RentPrice: 2_500 }],
    ['a quarterly fee', { ...SALE, HOAMonth: column('HOA', '$300 quarterly') }, { HOAMonth: 100, CurrencySymbol: '$' }],
    ['an annual fee by its header', { ...SALE, HOAMonth: column('HOA Fee (annual)', 1_200) }, { HOAMonth: 100 }],
    ['a semi-annual fee', { ...SALE, HOAMonth: column('HOA', '600 semi-annually') }, { HOAMonth: 100 }],
    ['no fee at all', { ...SALE, HOAMonth: column('HOA', 0) }, { HOAMonth: 0 }],
    [
      'a currency in the header',
      { ...SALE, SalePrice: column('Price (€)', 1_000) },
      { SalePrice: 1_000, CurrencySymbol: '€' },
    ],
    [
      'a more exact dollar',
      { ...SALE, SalePrice: column('Price', '$450,000 CAD') },
      { SalePrice: 450_000, CurrencySymbol: 'CA$' },
    ],
    [
      'dollars at home',
      { ...SALE, CurrencySymbol: fixed('CA$'), SalePrice: column('Price', '$450,000') },
      { SalePrice: 450_000, CurrencySymbol: 'CA$' },
    ],
  ])('take %s', (_, cells, values) => {
    const reading = read(cells);
    expect(reading.problems).toEqual([]);
    expect(reading.values).toMatchObject(values);
  });

  test('divide by the building area where a price per area is not given', () => {
    const reading = read({ ...SALE, SalePrice: column('Price', 450_000), BuildingArea: column('Sq Ft', 1_850) });
    expect(reading.values.UnitAreaPrice).toBe(243.24);
    expect(reading.derived).toContain('UnitAreaPrice');
  });

  test('per square foot become per square meter in a metric row', () => {
    const reading = read({
      ...SALE,
      AreaUnit: fixed('Square Meters'),
      UnitAreaPrice: column('$/SQUARE FEET', 250),
    });
    expect(reading.values.UnitAreaPrice).toBe(2_690.98);
  });

  test('paid every month are not sale prices', () => {
    expect(read({ ...SALE, SalePrice: column('Price', '$2,500/mo') }).problems).toEqual([
      {
        field: 'SalePrice',
        header: 'Price',
        message: 'Sale price: “$2,500/mo” is paid again and again, so it looks like a rent.',
      },
    ]);
  });

  test('per night have no monthly equal', () => {
    expect(read({ ...RENT, RentPrice: column('Rent', '$120/night') }).problems).toEqual([
      {
        field: 'RentPrice',
        header: 'Rent',
        message: 'Rent: “$120/night” is not paid by the month; give the amount per month.',
      },
    ]);
  });

  test('in another currency than the listing are a problem', () => {
    const { problems } = read({ ...SALE, CurrencySymbol: fixed('$'), SalePrice: column('Price', '€300,000.00') });
    expect(problems).toEqual([
      {
        field: 'SalePrice',
        header: 'Price',
        message: "Sale price: “€300,000.00” is in €, but the listing's currency is $.",
      },
    ]);
  });

  test('in a cell formatted for the locale’s own currency are only noted, for formats follow the locale', () => {
    const price = column('Price', numberCell(300_000, '$300,000.00'));
    const reading = read({ ...SALE, CurrencySymbol: fixed('€'), SalePrice: price });
    expect(reading.problems).toEqual([]);
    expect(reading.notes).toEqual(["Sale price: the cell's format is in $, but the listing's currency is €."]);
  });

  test('in a cell formatted for another currency than the locale’s are asked about', () => {
    const price = column('Price', numberCell(300_000, '300.000,00 €'));
    const reading = read({ ...SALE, CurrencySymbol: fixed('$'), SalePrice: price });
    expect(reading.problems.map(({ message }) => message)).toEqual([
      "Sale price: “300.000,00 €” is in €, but the listing's currency is $.",
    ]);
  });

  test('that are missing are noted', () => {
    expect(read({ ...SALE, SalePrice: column('Price', '') }).notes).toEqual(['Sale price is empty.']);
    expect(read({ ...SALE, SalePrice: column('Price', 'Call') }).notes).toEqual([
      'Sale price: “Call” is not a price, so none is sent.',
    ]);
  });
});

describe('for sale or for rent', () => {
  const BOTH = {
    SalePrice: column('Price', 450_000),
    HOAMonth: column('HOA', 300),
    RentPrice: column('Rent', 2_500),
    DepositFee: column('Deposit', 5_000),
    SpaceType: column('Space', 'Entire place'),
  } satisfies CellsByField;

  test('a sale leaves out what belongs to rent, and says so', () => {
    const { values, notes } = read({ ...SALE, ...BOTH });
    expect(values).toEqual({ SaleType: 'for_sale', SalePrice: 450_000, HOAMonth: 300 });
    expect(notes).toEqual([
      'Rent: left out, because the listing is for sale.',
      'Space for rent: left out, because the listing is for sale.',
      'Deposit: left out, because the listing is for sale.',
    ]);
  });

  test('a rental leaves out what belongs to a sale, and says so', () => {
    const { values, notes } = read({ ...RENT, ...BOTH });
    expect(values).toEqual({
      SaleType: 'for_rent',
      RentPrice: 2_500,
      DepositFee: 5_000,
      SpaceType: 'Entire place',
    });
    expect(notes).toEqual([
      'Sale price: left out, because the listing is for rent.',
      'HOA per month: left out, because the listing is for rent.',
    ]);
  });

  test('what is left out cannot make a row invalid', () => {
    expect(read({ ...SALE, RentPrice: column('Rent', 'ask the owner 5 times') }).problems).toEqual([]);
  });

  test('one price column can serve both kinds', () => {
    const price = column('Price', '$2,500/mo');
    expect(read({ ...RENT, SalePrice: price, RentPrice: price })).toMatchObject({
      values: { RentPrice: 2_500 },
      problems: [],
      notes: [],
    });
  });

  test('is never guessed, only hinted at', () => {
    const reading = read({ RentPrice: column('Rent', 2_500) });
    expect(reading.values.SaleType).toBeUndefined();
    expect(reading.notes).toEqual(['Sale or rent: not given; only Rent is filled, so the listing may be for rent.']);
  });
});

describe('a place', () => {
  test('gets the zero back that its ZIP lost', () => {
    const { values } = read({ State: column('State', 'Mass.'), ZIP: column('ZIP', 2_139) });
    expect(values).toEqual({ State: 'MA', ZIP: '02139' });
  });

  test('at 0, 0 is no place', () => {
    const { values, notes } = read({ Latitude: column('Lat', 0), Longitude: column('Lng', 0) });
    expect(values).toEqual({});
    expect(notes).toEqual(['Latitude: 0, 0 stands for “not found”, so no coordinates are sent.']);
  });

  test.each([
    [0, -78.5],
    [51.48, 0],
  ])('on the equator or at Greenwich is a place: %d, %d', (latitude, longitude) => {
    expect(read({ Latitude: column('Lat', latitude), Longitude: column('Lng', longitude) }).values).toEqual({
      Latitude: latitude,
      Longitude: longitude,
    });
  });

  test.each([
    [-1, -1, '-1, -1 stands for “not found”'],
    [51.507, -127, '-127 is a whole number of degrees'],
    [39, -84.08, '39 is a whole number of degrees'],
  ])('at %d, %d is no place of a home, and the row says so', (latitude, longitude, why) => {
    const { values, notes } = read({ Latitude: column('Lat', latitude), Longitude: column('Lng', longitude) });
    expect(values).toEqual({});
    expect(notes).toEqual([expect.stringContaining(why)]);
  });

  test('takes both coordinates from one cell', () => {
    const pair = column('Coordinates', '39.65, -84.08');
    expect(read({ Latitude: pair, Longitude: pair }).values).toEqual({ Latitude: 39.65, Longitude: -84.08 });
  });

  test.each([
    ['NJ', 40.75, 73.98, true],
    ['NJ', 40.75, -73.98, false],
    ['WA', -31.95, 115.86, false],
    ['MI', 45.46, 9.19, false],
    ['GU', 13.44, 144.79, false],
  ])('in %s at %d, %d is left out as east of Greenwich: %s', (state, latitude, longitude, isLeftOut) => {
    const { notes, values } = read({
      State: column('State', state),
      Latitude: column('Lat', latitude),
      Longitude: column('Lng', longitude),
    });
    expect([values.Latitude, values.Longitude]).toEqual(isLeftOut ? [undefined, undefined] : [latitude, longitude]);
    expect(notes.length > 0).toBe(isLeftOut);
  });
});

describe('joined columns', () => {
  test.each<[string, CellsByField, object]>([
    [
      'full and half baths',
      { Bathrooms: joined(['fullBaths', 'Full', numberCell(2)], ['halfBaths', 'Half', numberCell(1)]) },
      { Bathrooms: 2.5 },
    ],
    [
      'all kinds of baths, some blank',
      {
        Bathrooms: joined(
          ['fullBaths', 'Full', numberCell(1)],
          ['threeQuarterBaths', '3/4', numberCell(1)],
          ['halfBaths', 'Half', textCell('')],
          ['quarterBaths', '1/4', numberCell(1)],
        ),
      },
      { Bathrooms: 2 },
    ],
    [
      'blank baths',
      { Bathrooms: joined(['fullBaths', 'Full', textCell('')], ['halfBaths', 'Half', textCell('')]) },
      {},
    ],
    [
      'the parts of an address in any column order',
      {
        Address: joined(
          ['unit', 'Unit', numberCell(4)],
          ['streetName', 'Street', textCell('Main')],
          ['streetNumber', 'No', numberCell(1_123, '1,123')],
          ['streetSuffix', 'Suffix', textCell('St')],
          ['streetDirection', 'Dir', textCell('N')],
        ),
      },
      { Address: '1123 N Main St #4' },
    ],
    [
      'a unit that names itself',
      { Address: joined(['streetName', 'Street', textCell('12 Elm St')], ['unit', 'Unit', textCell('Apt 2G')]) },
      { Address: '12 Elm St Apt 2G' },
    ],
    [
      'picture columns, each picture once',
      {
        Images: joined(
          ['image', 'Image 1', textCell('https://a.com/1.jpg')],
          ['image', 'Image 2', textCell('')],
          ['image', 'Image 3', textCell('https://a.com/2.jpg, https://a.com/1.jpg')],
        ),
      },
      { Images: ['https://a.com/1.jpg', 'https://a.com/2.jpg'] },
    ],
  ])('give %s', (_, cells, values) => {
    expect(read(cells)).toMatchObject({ values, problems: [] });
    expect(read(cells).values).toEqual(values);
  });

  test('point at the column that cannot be read', () => {
    const baths = joined(['fullBaths', 'Full', numberCell(2)], ['halfBaths', 'Half', textCell('some')]);
    expect(read({ Bathrooms: baths }).problems).toEqual([
      {
        field: 'Bathrooms',
        header: 'Half',
        message: 'Bathrooms: “some” is not a number of bathrooms such as 2.5.',
      },
    ]);
  });
});

test('days on market are counted from a date of listing and marked as derived', () => {
  const reading = read({ DaysOnMarket: column('Listed', dateCell('2026-10-01', '10/1/2026')) });
  expect(reading.values.DaysOnMarket).toBe(51);
  expect(reading.derived).toEqual(['DaysOnMarket']);
});

test('reading a row never throws, whatever its cells hold, and gives only sendable values', () => {
  const source = fc.oneof(
    fc.record({ kind: fc.constant('cell' as const), cell: anyCell, header: fc.string() }),
    fc.record({ kind: fc.constant('fixed' as const), value: fc.string() }),
    fc.record({
      kind: fc.constant('joined' as const),
      parts: fc.array(
        fc.record({
          role: fc.constantFrom<PartRole>('fullBaths', 'halfBaths', 'streetName', 'unit', 'image'),
          header: fc.string(),
          cell: anyCell,
        }),
        { maxLength: 3 },
      ),
    }),
  );
  const names = FIELDS.map(({ name }) => name);
  const row = fc.dictionary(fc.constantFrom(...names), source, { maxKeys: names.length, noNullPrototype: true });
  fc.assert(
    fc.property(row, anyLocale, (cells, locale) => {
      const reading = read(cells, contextOf(locale));
      expect(JSON.parse(JSON.stringify(reading))).toEqual(reading);
      expect(isListingBody({ ...reading.values, SerialNumber: 'a', KeyType: 'URL', Key: 'b' }, 'lenient')).toBe(true);
      expect(new Set(reading.derived).size).toBe(reading.derived.length);
    }),
    { numRuns: 500 },
  );
});
