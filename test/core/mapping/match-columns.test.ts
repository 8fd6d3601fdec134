import { describe, expect, test } from 'vitest';
import { matchColumns } from '../../../src/core/mapping/match-columns.ts';
import { appliedSources, column, matchOf, sheet } from './columns.ts';

describe('header and cells decide together', () => {
  test('an exact field name is certain', () => {
    expect(matchOf('YearBuilt', column('YearBuilt', 1998))).toEqual({
      field: 'YearBuilt',
      source: { kind: 'column', header: 'YearBuilt' },
      confidence: 1,
      isApplied: true,
      reason: 'header "YearBuilt" is the name of the field Year built, and its cells look like years',
    });
  });

  test('a usual name is applied when its cells confirm it', () => {
    expect(matchOf('Bedrooms', column('Beds', 3, 2))).toMatchObject({
      confidence: 0.97,
      isApplied: true,
      reason: 'header "Beds" is a usual name of Bedrooms, and its cells look like numbers',
    });
  });

  test('a name that other things share is only proposed while its cells do not confirm it', () => {
    expect(matchOf('BuildingArea', column('Size', '', ''))).toMatchObject({
      isApplied: false,
      reason: 'header "Size" is a usual name of Building area, but its cells are blank',
    });
  });

  test('an exact name whose cells plainly contradict it is not applied', () => {
    expect(matchOf('Url', column('URL', '/homedetails/1_zpid/', '/homedetails/2_zpid/'))).toMatchObject({
      isApplied: false,
      reason: 'header "URL" is the name of the field Listing URL, but its cells look like links without a domain',
    });
  });

  test.each([
    ['State', ['Active', 'Sold', 'Pending'], 'Status'],
    ['State', ['CA', 'NV', 'CA'], 'State'],
    ['Area', [1500, 2100, 900], 'BuildingArea'],
    ['Area', ['Uptown', 'Old Town', 'Lakeview'], 'Location'],
    ['Type', ['Condo', 'House', 'Land'], 'PropertyType'],
    ['Type', ['For Sale', 'For Rent', 'For Sale'], 'SaleType'],
    ['Unit', ['sqft', 'sqft', 'sqft'], 'AreaUnit'],
    ['Region', ['CA', 'NV', 'CA'], 'State'],
    ['Region', ['Wine Country', 'North Bay', 'East Bay'], 'Location'],
    ['Price', ['$2,500/mo', '$1,800/mo', '$3,000/mo'], 'RentPrice'],
    ['Price', [250000, 180000, 300000], 'SalePrice'],
    ['Style', ['SINGLE_FAMILY', 'CONDOS', 'LAND'], 'PropertyType'],
    ['Listed', ['2025-10-01', '2025-09-15', '2025-08-30'], 'DaysOnMarket'],
    ['Virtual Tour', ['https://example.com/t/1', 'https://example.com/t/2'], 'Tours'],
    ['virtualTourUrl', ['https://my.matterport.com/show/?m=1'], 'Tours'],
    ['Next Open House', ['October-8-2022 11:00 AM', ''], 'Tours'],
    ['Open House', [true, false], 'Tours'],
  ])('%j with cells such as %j feeds %s and nothing else', (header, values, field) => {
    expect(appliedSources(matchColumns([column(header, ...values)]))).toEqual({ [field]: header });
  });

  test('a text column never feeds a count', () => {
    expect(matchOf('ParkingSpots', column('Parking', 'Attached Garage', 'Street', 'Driveway'))?.isApplied).toBe(false);
  });

  test('columns without a header and the add-on’s own columns feed nothing', () => {
    const columns = [column('', 3, 2), column('Sync status', 'Updated'), column('Synced at', '2025-10-01')];
    expect(matchColumns(columns).matches).toEqual([]);
  });

  test('a tab without columns gives an empty proposal', () => {
    expect(matchColumns([])).toEqual({ matches: [], leftOut: [] });
  });
});

describe('several columns for one field', () => {
  test('the clearer name wins', () => {
    const columns = [column('Size', 1500, 900), column('Living Area', 1400, 800)];
    expect(appliedSources(matchColumns(columns)).BuildingArea).toBe('Living Area');
  });

  test('a filled column wins over a blank one with a clearer name', () => {
    const columns = [column('LotSizeSquareFeet', '', ''), column('Acres', 0.25, 0.5)];
    expect(appliedSources(matchColumns(columns)).LotArea).toBe('Acres');
  });

  test('of two equal names the clearly fuller column wins', () => {
    const columns = [column('Link', '', '', '', 'https://example.com/4'), column('Website', ...sites(4))];
    expect(appliedSources(matchColumns(columns)).Url).toBe('Website');
  });

  test('two columns with equal names and the same cells are no conflict', () => {
    const columns = [column('Website', ...sites(3)), column('Link', ...sites(3))];
    expect(appliedSources(matchColumns(columns)).Url).toBe('Link');
  });

  test('a true tie is left to the person and names both columns', () => {
    const other = ['https://example.com/a', 'https://example.com/b', 'https://example.com/c'];
    expect(matchOf('Url', column('Website', ...sites(3)), column('Link', ...other))).toMatchObject({
      isApplied: false,
      reason: '"Link" and "Website" fit Listing URL equally well; choose one',
    });
  });

  test('two columns with the same header cannot feed a field, and the reason says so', () => {
    expect(matchOf('Bedrooms', column('Beds', 3), column('Beds', 2))).toMatchObject({
      isApplied: false,
      reason: 'several columns are headed "Beds"; give each its own header to use one',
    });
  });

  test('a column with a header of its own is used beside duplicates', () => {
    const columns = [column('Beds', 3), column('Beds', 2), column('BR', 4)];
    expect(appliedSources(matchColumns(columns))).toEqual({ Bedrooms: 'BR' });
  });

  test('an exactly named column that is mostly empty gives way to one that has the values', () => {
    const columns = [column('Year Built', '', '', '', 1999), column('Yr Blt', 1998, 2001, 1985, 1999)];
    expect(appliedSources(matchColumns(columns)).YearBuilt).toBe('Yr Blt');
  });
});

describe('the market of a sheet', () => {
  const price = [2500, 1800, 3200];

  test.each([
    ['For Rent', 'For Rent', 'For Rent'],
    ['For Rent', 'For Sale', 'For Rent'],
  ])('leaves it to each row whether a plain price is a rent: %s, %s, %s', (...kinds) => {
    const columns = [column('Listing Type', ...kinds), column('Price', ...price)];
    expect(appliedSources(matchColumns(columns))).toEqual({
      SaleType: 'Listing Type',
      SalePrice: 'Price',
      RentPrice: 'Price',
    });
  });

  test.each(['Sale Price', 'Purchase Price', 'Kaufpreis'])('never makes %s a rent', (header) => {
    const columns = [column('Listing Type', 'For Rent', 'For Sale', 'For Rent'), column(header, ...price)];
    expect(appliedSources(matchColumns(columns)).RentPrice).toBeUndefined();
  });

  test('makes a plain price no rent where no column says sale or rent', () => {
    expect(appliedSources(matchColumns([column('Price', ...price)]))).toEqual({ SalePrice: 'Price' });
  });

  test('prefers a column that names the rent even there', () => {
    const columns = [
      column('Listing Type', 'For Rent', 'For Rent', 'For Rent'),
      column('Price', ...price),
      column('Monthly Rent', ...price),
    ];
    expect(appliedSources(matchColumns(columns)).RentPrice).toBe('Monthly Rent');
  });

  test.each([
    ['Sold', 'Closed'],
    ['Sold', 'Active'],
    ['Active', 'Active'],
  ])(
    'leaves it to each row whether the asked or the sold price counts, whatever the others are: %s, %s',
    (...statuses) => {
      const prices = [column('List Price', 400000, 300000), column('Sold Price', 410000, 290000)];
      expect(appliedSources(matchColumns([column('Status', ...statuses), ...prices])).SalePrice).toBe(
        '[List Price + Sold Price]',
      );
    },
  );

  test('takes the sold price alone where all rows are sold and none says what was asked', () => {
    const columns = [column('Status', 'Sold', 'Closed'), column('Sold Price', 410000, 290000)];
    expect(appliedSources(matchColumns(columns)).SalePrice).toBe('Sold Price');
  });
});

describe('a key is the platform’s only where the sheet says so', () => {
  test.each([
    [['MLSNumber', 'MLSNumber'], false],
    [['NewOaks', 'NewOaks'], true],
  ])('beside a key type of %j', (types, isApplied) => {
    const match = matchOf('Key', column('Key', 'P1', 'P2'), column('KeyType', ...types));
    expect(match?.isApplied).toBe(isApplied);
  });

  test('and the type of another key is named', () => {
    const match = matchOf('Key', column('Key', '11646057'), column('KeyType', 'MLSNumber'));
    expect(match?.reason).toContain('"KeyType" says MLSNumber');
  });
});

test('a column headed just "Key" is only proposed: it may be any office’s key', () => {
  const match = matchOf('Key', column('Key', 'K-17', 'K-18'), column('MLS number', 'A1', 'A2'));
  expect(match).toMatchObject({ source: { header: 'Key' }, isApplied: false });
});

describe('values that headers imply', () => {
  test.each([
    ['Size (m²)', 'Square Meters'],
    ['Living Area sqm', 'Square Meters'],
    ['living_area_m2', 'Square Meters'],
    ['Sq Ft', 'Square Feet'],
    ['SQUARE FEET', 'Square Feet'],
  ])('%j implies the area unit %s', (header, unit) => {
    expect(matchOf('AreaUnit', column(header, 140, 90))).toMatchObject({
      source: { kind: 'fixed', value: unit },
      isApplied: true,
    });
  });

  test('a column for the unit wins over the header', () => {
    const columns = [column('Sq Ft', 1500, 900), column('Area Unit', 'Square Feet', 'Square Feet')];
    expect(appliedSources(matchColumns(columns)).AreaUnit).toBe('Area Unit');
  });

  test('a lot in acres implies no unit', () => {
    expect(matchOf('AreaUnit', column('Acres', 0.25, 0.5))).toBeUndefined();
  });

  test.each([
    ['Price (€)', '€'],
    ['Price (USD)', '$'],
    ['Price GBP', '£'],
  ])('%j implies the currency %s', (header, symbol) => {
    expect(matchOf('CurrencySymbol', column(header, 400000, 300000))?.source).toEqual({ kind: 'fixed', value: symbol });
  });

  test('headers that name two currencies imply none', () => {
    const columns = [column('Price (€)', 400000), column('HOA Dues ($)', 300)];
    expect(matchOf('CurrencySymbol', ...columns)).toBeUndefined();
  });
});

describe('cells under an unknown header', () => {
  test.each([
    ['Status', ['Active', 'Pending', 'Coming Soon']],
    ['Images', ['https://example.com/1.jpg', 'https://example.com/2.jpg']],
    ['PropertyType', ['Townhouse', 'Condo', 'Single Family Residential']],
  ] as const)('are proposed for %s when they are telling, never applied', (field, values) => {
    expect(matchOf(field, column('Column 7', ...values))).toMatchObject({
      source: { kind: 'column', header: 'Column 7' },
      confidence: 0.4,
      isApplied: false,
    });
  });

  test('are not proposed when two columns look alike', () => {
    expect(matchOf('Status', column('Foo', 'Active', 'Sold'), column('Bar', 'Pending', 'Active'))).toBeUndefined();
  });
});

test('a hand-made team sheet maps by itself', () => {
  const columns = sheet(
    [
      'Addr',
      'Town',
      'ST',
      'Postcode',
      'Asking',
      'BR',
      'BA',
      'Sq Ft',
      'Lot Acres',
      'Yr Built',
      'DOM',
      'ML #',
      'Link',
      'Stage',
      'Prop Type',
      '# Garage',
      'Pictures',
      'Marketing Text',
      'Agent',
    ],
    [
      '12 Oak St',
      'Salem',
      'OR',
      '97301',
      400000,
      3,
      2.5,
      1800,
      0.25,
      1998,
      12,
      '778899',
      'https://example.com/1',
      'Active',
      'House',
      2,
      'https://example.com/1.jpg',
      'Light rooms and a garden that faces south, close to the river path.',
      'R. Moe',
    ],
    [
      '9 Elm Ave',
      'Salem',
      'OR',
      '97302',
      350000,
      2,
      1,
      950,
      0.1,
      1975,
      30,
      '778900',
      'https://example.com/2',
      'Pending',
      'Condo',
      1,
      'https://example.com/2.jpg',
      'Top floor, two balconies, new kitchen and a view of the hills.',
      'R. Moe',
    ],
  );
  expect(appliedSources(matchColumns(columns))).toEqual({
    Address: 'Addr',
    City: 'Town',
    State: 'ST',
    ZIP: 'Postcode',
    SalePrice: 'Asking',
    Bedrooms: 'BR',
    Bathrooms: 'BA',
    BuildingArea: 'Sq Ft',
    LotArea: 'Lot Acres',
    YearBuilt: 'Yr Built',
    DaysOnMarket: 'DOM',
    MLSNumber: 'ML #',
    Url: 'Link',
    Status: 'Stage',
    PropertyType: 'Prop Type',
    ParkingSpots: '# Garage',
    Images: 'Pictures',
    Description: 'Marketing Text',
    AreaUnit: '= Square Feet',
  });
});

function sites(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `https://example.com/${index + 1}`);
}
