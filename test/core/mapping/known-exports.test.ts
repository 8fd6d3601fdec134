import { describe, expect, test } from 'vitest';
import { matchColumns } from '../../../src/core/mapping/match-columns.ts';
import type { CellValue } from '../../../src/core/sheet/table.ts';
import { appliedSources, column, matchOf, sheet } from './columns.ts';

const REDFIN_URL = 'www.redfin.com/buy-a-home/comparative-market-analysis FOR INFO ON PRICING)';

/** The 27 headers of a download; generations differ in state, ZIP and the URL column. */
const redfinHeaders = (state: string, zip: string, url: string): readonly string[] => [
  'SALE TYPE',
  'SOLD DATE',
  'PROPERTY TYPE',
  'ADDRESS',
  'CITY',
  state,
  zip,
  'PRICE',
  'BEDS',
  'BATHS',
  'LOCATION',
  'SQUARE FEET',
  'LOT SIZE',
  'YEAR BUILT',
  'DAYS ON MARKET',
  '$/SQUARE FEET',
  'HOA/MONTH',
  'STATUS',
  'NEXT OPEN HOUSE START TIME',
  'NEXT OPEN HOUSE END TIME',
  url,
  'SOURCE',
  'MLS#',
  'FAVORITE',
  'INTERESTED',
  'LATITUDE',
  'LONGITUDE',
];

const NOTICE: readonly CellValue[] = [
  'In accordance with local MLS rules, some MLS listings are not included in the download',
];

const REDFIN_ROWS: readonly (readonly CellValue[])[] = [
  [
    'MLS Listing',
    '',
    'Condo/Co-op',
    '10 W Example Ave Unit 2G',
    'Chicago',
    'IL',
    '60613',
    370000,
    2,
    2,
    'CHI - Uptown',
    '',
    '',
    2000,
    1,
    '',
    362,
    'Active',
    'October-8-2022 11:00 AM',
    'October-8-2022 01:00 PM',
    'https://www.redfin.com/IL/Chicago/home/1',
    'MRED',
    11646057,
    'N',
    'Y',
    41.96,
    -87.66,
  ],
  [
    'New Construction Plan',
    '',
    'Single Family Residential',
    '11 W Sample St',
    'Chicago',
    'IL',
    '60620',
    260000,
    3,
    2.5,
    'CHI - Loop',
    2200,
    6250,
    1924,
    1,
    118,
    '',
    'Pre On-Market',
    '',
    '',
    'https://www.redfin.com/IL/Chicago/home/2',
    'MRED',
    'Plan-61472984',
    'N',
    'Y',
    41.72,
    -87.65,
  ],
];

describe('a Redfin download', () => {
  test.each([
    ['of 2018', 'STATE', 'ZIP', `URL (SEE http://${REDFIN_URL}`],
    ['of about 2020', 'STATE OR PROVINCE', 'ZIP OR POSTAL CODE', `URL (SEE http://${REDFIN_URL}`],
    ['of today', 'STATE OR PROVINCE', 'ZIP OR POSTAL CODE', `URL (SEE https://${REDFIN_URL}`],
  ])('%s maps completely', (_generation, state, zip, url) => {
    const proposal = matchColumns(sheet(redfinHeaders(state, zip, url), NOTICE, ...REDFIN_ROWS));
    expect(proposal.knownExport).toEqual({ name: 'Redfin download', keyTypes: ['MLSNumber', 'URL'] });
    expect(appliedSources(proposal)).toEqual({
      SaleType: '= for_sale',
      Status: 'STATUS',
      CurrencySymbol: '= $',
      PropertyType: 'PROPERTY TYPE',
      Bedrooms: 'BEDS',
      Bathrooms: 'BATHS',
      Url: url,
      MLSNumber: 'MLS#',
      YearBuilt: 'YEAR BUILT',
      DaysOnMarket: 'DAYS ON MARKET',
      LotArea: 'LOT SIZE',
      BuildingArea: 'SQUARE FEET',
      AreaUnit: '= Square Feet',
      Tours: 'NEXT OPEN HOUSE START TIME',
      Location: 'LOCATION',
      Address: 'ADDRESS',
      City: 'CITY',
      State: state,
      ZIP: zip,
      Latitude: 'LATITUDE',
      Longitude: 'LONGITUDE',
      SalePrice: 'PRICE',
      UnitAreaPrice: '$/SQUARE FEET',
      HOAMonth: 'HOA/MONTH',
    });
  });

  const today = redfinHeaders('STATE OR PROVINCE', 'ZIP OR POSTAL CODE', `URL (SEE https://${REDFIN_URL}`);

  test('maps by its header row alone', () => {
    const fields = (proposal: ReturnType<typeof matchColumns>) => Object.keys(appliedSources(proposal));
    expect(fields(matchColumns(sheet(today)))).toEqual(fields(matchColumns(sheet(today, ...REDFIN_ROWS))));
  });

  test('is still recognised after someone deleted and added columns, which are matched as well', () => {
    const kept = sheet(today, ...REDFIN_ROWS).filter(
      ({ header }) => !['FAVORITE', 'INTERESTED', 'SOLD DATE'].includes(header),
    );
    const proposal = matchColumns([column('Garage', 2, 1), ...kept, column('Photos', 'https://example.com/1.jpg')]);
    expect(proposal.knownExport?.name).toBe('Redfin download');
    expect(appliedSources(proposal)).toMatchObject({ ParkingSpots: 'Garage', Images: 'Photos', Bedrooms: 'BEDS' });
  });

  test('says why a value is fixed', () => {
    expect(matchOf('SaleType', ...sheet(today, ...REDFIN_ROWS))).toMatchObject({
      source: { kind: 'fixed', value: 'for_sale' },
      reason: 'every row of a Redfin download has Sale or rent for_sale',
    });
  });

  test('lets a currency column that someone added win over the fixed value', () => {
    const columns = [...sheet(today, ...REDFIN_ROWS), column('Currency', 'USD', 'USD')];
    expect(appliedSources(matchColumns(columns)).CurrencySymbol).toBe('Currency');
  });
});

const RESO_HEADERS = [
  'ListingKey',
  'ListingId',
  'StandardStatus',
  'PropertyType',
  'PropertySubType',
  'ListPrice',
  'ClosePrice',
  'BedroomsTotal',
  'BathroomsTotalInteger',
  'BathroomsFull',
  'BathroomsHalf',
  'LivingArea',
  'LivingAreaUnits',
  'LotSizeArea',
  'LotSizeUnits',
  'LotSizeSquareFeet',
  'LotSizeAcres',
  'YearBuilt',
  'DaysOnMarket',
  'GarageSpaces',
  'PublicRemarks',
  'PrivateRemarks',
  'SubdivisionName',
  'UnparsedAddress',
  'City',
  'StateOrProvince',
  'PostalCode',
  'Latitude',
  'Longitude',
  'AssociationFee',
  'AssociationFeeFrequency',
  'ListingURL',
  'PhotosCount',
];

const resoRow = (status: string, type: string): readonly CellValue[] => [
  'k1',
  '778899',
  status,
  type,
  'Condominium',
  2400,
  2300,
  3,
  3,
  2,
  1,
  1800,
  'Square Feet',
  0.25,
  'Acres',
  10890,
  0.25,
  1998,
  12,
  2,
  'Light rooms and a garden that faces south, close to the river path.',
  'Call before noon.',
  'Oakwood',
  '12 Oak St',
  'Salem',
  'OR',
  '97301',
  44.94,
  -123.03,
  120,
  'Monthly',
  'https://example.com/1',
  30,
];

describe('a RESO export', () => {
  const common = {
    Status: 'StandardStatus',
    PropertyType: 'PropertySubType',
    SaleType: 'PropertyType',
    Bedrooms: 'BedroomsTotal',
    Bathrooms: '[BathroomsFull + BathroomsHalf]',
    Url: 'ListingURL',
    MLSNumber: 'ListingId',
    YearBuilt: 'YearBuilt',
    DaysOnMarket: 'DaysOnMarket',
    LotArea: 'LotSizeSquareFeet',
    BuildingArea: 'LivingArea',
    AreaUnit: 'LivingAreaUnits',
    ParkingSpots: 'GarageSpaces',
    Description: 'PublicRemarks',
    Location: 'SubdivisionName',
    Address: 'UnparsedAddress',
    City: 'City',
    State: 'StateOrProvince',
    ZIP: 'PostalCode',
    Latitude: 'Latitude',
    Longitude: 'Longitude',
    HOAMonth: '[AssociationFee + AssociationFeeFrequency]',
  };

  test('maps completely', () => {
    const proposal = matchColumns(
      sheet(RESO_HEADERS, resoRow('Active', 'Residential'), resoRow('Pending', 'Residential')),
    );
    expect(proposal.knownExport).toEqual({ name: 'RESO export', keyTypes: ['MLSNumber', 'URL'] });
    expect(appliedSources(proposal)).toEqual({
      ...common,
      SalePrice: '[ListPrice + ClosePrice]',
      RentPrice: 'ListPrice',
    });
    expect(proposal.leftOut.map(({ header }) => header)).toEqual(['PhotosCount', 'PrivateRemarks']);
  });

  test('of leases takes the list price for the rent', () => {
    const proposal = matchColumns(sheet(RESO_HEADERS, resoRow('Active', 'Residential Lease')));
    expect(appliedSources(proposal)).toEqual({ ...common, RentPrice: 'ListPrice' });
  });

  test('of closed listings takes the closing price', () => {
    const proposal = matchColumns(sheet(RESO_HEADERS, resoRow('Closed', 'Residential')));
    expect(appliedSources(proposal)).toEqual({
      ...common,
      SalePrice: '[ListPrice + ClosePrice]',
      RentPrice: 'ListPrice',
    });
  });

  test('reads the lot in the unit beside it, and the fee by its frequency', () => {
    const headers = RESO_HEADERS.filter((header) => header !== 'LotSizeSquareFeet' && header !== 'LotSizeAcres');
    const columns = sheet(RESO_HEADERS, resoRow('Active', 'Residential')).filter(({ header }) =>
      headers.includes(header),
    );
    expect(appliedSources(matchColumns(columns))).toMatchObject({
      LotArea: '[LotSizeArea + LotSizeUnits]',
      HOAMonth: '[AssociationFee + AssociationFeeFrequency]',
    });
  });

  test('does not take the unit of one lot column for another that names its own', () => {
    const columns = sheet(RESO_HEADERS, resoRow('Active', 'Residential'));
    expect(appliedSources(matchColumns(columns)).LotArea).toBe('LotSizeSquareFeet');
  });
});

const REALTOR_HEADERS =
  'property_url,property_id,listing_id,permalink,mls,mls_id,status,mls_status,text,style,formatted_address,full_street_line,street,unit,city,state,zip_code,beds,full_baths,half_baths,sqft,year_built,days_on_mls,list_price,list_price_min,list_price_max,list_date,sold_price,last_sold_price,assessed_value,estimated_value,lot_sqft,price_per_sqft,latitude,longitude,neighborhoods,county,stories,hoa_fee,parking_garage,agent_name,primary_photo,alt_photos'.split(
    ',',
  );

const realtorRow = (status: string, mlsStatus: string): readonly CellValue[] => [
  'https://example.com/1',
  'p1',
  'l1',
  'permalink-1',
  'MRED',
  '11646057',
  status,
  mlsStatus,
  'A bright home near the park with a large kitchen and two balconies.',
  'CONDOS',
  '10 W Example Ave Unit 2G, Chicago, IL, 60613',
  '10 W Example Ave Unit 2G',
  '10 W Example Ave',
  'Unit 2G',
  'Chicago',
  'IL',
  '60613',
  2,
  1,
  1,
  900,
  1998,
  12,
  370000,
  '',
  '',
  '2025-10-01',
  365000,
  310000,
  280000,
  371000,
  3049,
  411,
  41.96,
  -87.66,
  'Uptown',
  'Cook',
  3,
  362,
  1,
  'R. Moe',
  'https://example.com/1.jpg',
  'https://example.com/2.jpg, https://example.com/3.jpg',
];

describe('a Realtor-style export', () => {
  const common = {
    Status: '[mls_status + status]',
    CurrencySymbol: '= $',
    PropertyType: 'style',
    Bedrooms: 'beds',
    Bathrooms: '[full_baths + half_baths]',
    Url: 'property_url',
    MLSNumber: 'mls_id',
    YearBuilt: 'year_built',
    DaysOnMarket: 'days_on_mls',
    LotArea: 'lot_sqft',
    BuildingArea: 'sqft',
    AreaUnit: '= Square Feet',
    Images: '[primary_photo + alt_photos]',
    ParkingSpots: 'parking_garage',
    Description: 'text',
    Location: 'neighborhoods',
    Address: 'full_street_line',
    City: 'city',
    State: 'state',
    ZIP: 'zip_code',
    Latitude: 'latitude',
    Longitude: 'longitude',
    UnitAreaPrice: 'price_per_sqft',
    HOAMonth: 'hoa_fee',
    ZestimatePrice: 'estimated_value',
  };

  test.each([
    [
      'homes for sale',
      'FOR_SALE',
      'Active',
      { SaleType: 'status', SalePrice: '[list_price + sold_price]', RentPrice: 'list_price' },
    ],
    ['rentals', 'FOR_RENT', 'Active', { SaleType: 'status', RentPrice: 'list_price' }],
    ['sold homes', 'SOLD', 'Closed', { SalePrice: '[list_price + sold_price]' }],
  ])('of %s maps completely', (_market, status, mlsStatus, rest) => {
    const proposal = matchColumns(sheet(REALTOR_HEADERS, realtorRow(status, mlsStatus)));
    expect(proposal.knownExport).toEqual({ name: 'Realtor-style export', keyTypes: ['MLSNumber', 'URL'] });
    expect(appliedSources(proposal)).toEqual({ ...common, ...rest });
  });
});

describe('a Zillow-style export', () => {
  test('of single homes maps completely', () => {
    const headers =
      'zpid,homeStatus,homeType,streetAddress,city,state,zipcode,bedrooms,bathrooms,price,currency,livingArea,livingAreaUnits,lotAreaValue,lotAreaUnits,yearBuilt,daysOnZillow,zestimate,rentZestimate,monthlyHoaFee,url,description,latitude,longitude,photos,parking,mlsid'.split(
        ',',
      );
    const row: readonly CellValue[] = [
      12,
      'FOR_SALE',
      'SINGLE_FAMILY',
      '12 Oak St',
      'Salem',
      'OR',
      '97301',
      3,
      2.5,
      400000,
      'USD',
      1800,
      'Square Feet',
      0.25,
      'Acres',
      1998,
      12,
      405000,
      2400,
      120,
      'https://example.com/1',
      'Light rooms and a garden that faces south, close to the river path.',
      44.94,
      -123.03,
      'https://example.com/1.jpg',
      'Garage - Attached, Covered',
      '778899',
    ];
    const proposal = matchColumns(sheet(headers, row, ['', 'RECENTLY_SOLD']));
    expect(proposal.knownExport).toEqual({ name: 'Zillow-style export', keyTypes: ['MLSNumber', 'URL'] });
    expect(appliedSources(proposal)).toEqual({
      Status: 'homeStatus',
      CurrencySymbol: 'currency',
      PropertyType: 'homeType',
      Bedrooms: 'bedrooms',
      Bathrooms: 'bathrooms',
      Url: 'url',
      MLSNumber: 'mlsid',
      YearBuilt: 'yearBuilt',
      DaysOnMarket: 'daysOnZillow',
      LotArea: '[lotAreaValue + lotAreaUnits]',
      BuildingArea: 'livingArea',
      AreaUnit: 'livingAreaUnits',
      Images: 'photos',
      Description: 'description',
      Address: 'streetAddress',
      City: 'city',
      State: 'state',
      ZIP: 'zipcode',
      Latitude: 'latitude',
      Longitude: 'longitude',
      SalePrice: 'price',
      HOAMonth: 'monthlyHoaFee',
      ZestimatePrice: 'zestimate',
    });
  });

  test('of search results takes sale or rent and the status from different columns, and no relative links', () => {
    const headers =
      'zpid,statusType,statusText,price,unformattedPrice,addressStreet,addressCity,addressState,addressZipcode,beds,baths,area,detailUrl,imgSrc,latLong.latitude,latLong.longitude'.split(
        ',',
      );
    const row: readonly CellValue[] = [
      12,
      'FOR_SALE',
      'Active',
      '$400,000',
      400000,
      '12 Oak St',
      'Salem',
      'OR',
      '97301',
      3,
      2,
      1800,
      '/homedetails/12_zpid/',
      'https://photos.zillowstatic.com/fp/1-p_e.jpg',
      44.94,
      -123.03,
    ];
    const proposal = matchColumns(sheet(headers, row));
    expect(proposal.knownExport).toEqual({ name: 'Zillow-style export', keyTypes: [] });
    expect(appliedSources(proposal)).toEqual({
      SaleType: 'statusType',
      Status: 'statusText',
      CurrencySymbol: '= $',
      Bedrooms: 'beds',
      Bathrooms: 'baths',
      BuildingArea: 'area',
      AreaUnit: '= Square Feet',
      Images: 'imgSrc',
      Address: 'addressStreet',
      City: 'addressCity',
      State: 'addressState',
      ZIP: 'addressZipcode',
      Latitude: 'latLong.latitude',
      Longitude: 'latLong.longitude',
      SalePrice: 'unformattedPrice',
    });
  });
});

test('Meta home listings map completely', () => {
  const headers =
    'home_listing_id,name,availability,description,address.addr1,address.city,address.region,address.country,address.postal_code,latitude,longitude,neighborhood[0],image[0].url,image[0].tag[0],image[1].url,listing_type,num_baths,num_beds,num_units,price,property_type,url,year_built'.split(
      ',',
    );
  const row: readonly CellValue[] = [
    'H1',
    'Oak Street home',
    'for_sale',
    'Light rooms and a garden that faces south, close to the river path.',
    '12 Oak St',
    'Salem',
    'OR',
    'US',
    '97301',
    44.94,
    -123.03,
    'Oakwood',
    'https://example.com/1.jpg',
    'front',
    'https://example.com/2.jpg',
    'for_sale_by_agent',
    2.5,
    3,
    1,
    '450000 USD',
    'house',
    'https://example.com/1',
    1998,
  ];
  const proposal = matchColumns(sheet(headers, row));
  expect(proposal.knownExport).toEqual({ name: 'Meta home listings feed', keyTypes: ['URL'] });
  expect(appliedSources(proposal)).toEqual({
    SaleType: 'listing_type',
    Status: 'availability',
    PropertyType: 'property_type',
    Bedrooms: 'num_beds',
    Bathrooms: 'num_baths',
    Url: 'url',
    YearBuilt: 'year_built',
    Images: '[image[0].url + image[1].url]',
    Description: 'description',
    Location: 'neighborhood[0]',
    Address: 'address.addr1',
    City: 'address.city',
    State: 'address.region',
    ZIP: 'address.postal_code',
    Latitude: 'latitude',
    Longitude: 'longitude',
    SalePrice: 'price',
    RentPrice: 'price',
  });
});

test('a Google Ads real estate feed maps completely, and its listing ID is no MLS number', () => {
  const headers = [
    'Listing ID',
    'Listing name',
    'Final URL',
    'Image URL',
    'City name',
    'Description',
    'Price',
    'Property type',
    'Listing type',
    'Contextual keywords',
    'Address',
  ];
  const row: readonly CellValue[] = [
    'L12',
    'Oak Street home',
    'https://example.com/1',
    'https://example.com/1.jpg',
    'Salem',
    '3 beds, 2 baths',
    '200000 USD',
    'House',
    'For sale',
    'For sale; Houses',
    '12 Oak St, Salem, OR 97301',
  ];
  const proposal = matchColumns(sheet(headers, row));
  expect(proposal.knownExport).toEqual({ name: 'Google Ads real estate feed', keyTypes: ['URL'] });
  expect(appliedSources(proposal)).toEqual({
    SaleType: 'Listing type',
    PropertyType: 'Property type',
    Url: 'Final URL',
    Images: 'Image URL',
    Description: 'Description',
    Address: 'Address',
    City: 'City name',
    SalePrice: 'Price',
    RentPrice: 'Price',
  });
});

describe('a sheet with the platform’s own field names', () => {
  const names = [
    'Key',
    'SaleType',
    'Status',
    'CurrencySymbol',
    'MLSNumber',
    'Url',
    'BuildingArea',
    'LotArea',
    'AreaUnit',
    'SalePrice',
    'RentPrice',
    'HOAMonth',
  ];

  test('maps every name to its field and tries all keys', () => {
    const proposal = matchColumns(sheet(names));
    expect(proposal.knownExport).toEqual({
      name: 'sheet with NewOaks field names',
      keyTypes: ['NewOaks', 'MLSNumber', 'URL'],
    });
    expect(appliedSources(proposal)).toEqual(Object.fromEntries(names.map((name) => [name, name])));
  });

  test('does not use its Key column as NewOaks keys where KeyType says otherwise', () => {
    const columns = [...sheet(names, ['778899']), column('KeyType', 'MLSNumber')];
    const proposal = matchColumns(columns);
    expect(appliedSources(proposal).Key).toBeUndefined();
    expect(proposal.knownExport?.keyTypes).toEqual(['MLSNumber', 'URL']);
  });

  test('keeps the sale price of rentals apart from their rent', () => {
    const columns = sheet(
      ['SaleType', 'CurrencySymbol', 'AreaUnit', 'HOAMonth', 'SalePrice', 'RentPrice'],
      ['for_rent', '$', 'Square Feet', 120, 400000, 2400],
    );
    expect(appliedSources(matchColumns(columns))).toMatchObject({ SalePrice: 'SalePrice', RentPrice: 'RentPrice' });
  });
});

test.each([
  [['Address', 'City', 'Price', 'Beds', 'Baths']],
  [['Listing ID', 'Final URL', 'Price']],
  [['MLSNumber', 'SaleType', 'Beds']],
])('a sheet headed %j is no known export', (headers) => {
  expect(matchColumns(sheet(headers)).knownExport).toBeUndefined();
});
