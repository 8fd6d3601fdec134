/**
 * The stand-in against the documents that define the platform: "Update Real Estate", "Delete Real Estate" and
 * "Update Google Sheet Data" (read 2026-11-21). Over real HTTP.
 */
import { describe, expect, test } from 'vitest';
import { CHATBOT_ID, deleteBody, post, refusal, rowsBody, seededPlatform, success, updateBody } from './support.ts';

const REQUIRED_MEMBERS = [
  'SerialNumber',
  'Key',
  'KeyType',
  'SaleType',
  'Status',
  'CurrencySymbol',
  'PropertyType',
  'Bedrooms',
  'Bathrooms',
  'Url',
  'MLSNumber',
  'YearBuilt',
  'DaysOnMarket',
  'LotArea',
  'BuildingArea',
  'AreaUnit',
  'ParkingSpots',
];

const OPTIONAL_MEMBERS = {
  Images: ['https://example.com/img1.jpg', 'https://example.com/img2.jpg'],
  Tours: '3D',
  Description: '',
  ExtensionColumn: [{ Key: 'Pool', value: 'Yes' }],
  Location: 'Residential Area',
  Address: '123 Main St',
  City: 'Los Angeles',
  State: 'CA',
  ZIP: '90001',
  Latitude: 33.97,
  Longitude: -118.25,
  SalePrice: 100000,
  UnitAreaPrice: 100,
  HOAMonth: 0,
  ZestimatePrice: 100000,
  RentPrice: 2500,
  SpaceType: 'Entire place',
  DepositFee: 5000,
};

describe('"Update Real Estate"', () => {
  test.each([
    ['NewOaks', 'NO-1'],
    ['MLSNumber', 'MLS-1'],
    ['URL', 'https://example.com/1'],
  ])('a listing is found by its %s key and answers with 1 record', async (KeyType, Key) => {
    const platform = await seededPlatform();
    const answer = await post(platform, 'RealEstateUpdate', updateBody({ KeyType, Key }));
    expect(answer).toMatchObject({ status: 200, envelope: success(1) });
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(platform.listings()[0]).toMatchObject({ Key: 'NO-1', Bedrooms: 3 });
  });

  test('an update replaces the whole listing and keeps its NewOaks key', async () => {
    const platform = await seededPlatform();
    await post(platform, 'RealEstateUpdate', updateBody({ MLSNumber: 'MLS-1b' }));
    const { SerialNumber, Key, KeyType, ...members } = updateBody({ MLSNumber: 'MLS-1b' });
    expect(platform.listings()[0]).toEqual({ ...members, Key: 'NO-1' });
  });

  test.each([
    ['a key nobody has', { Key: 'MLS-9' }],
    ['a key of another kind', { Key: 'MLS-1', KeyType: 'NewOaks' }],
    ['a key in another case', { Key: 'mls-1' }],
  ])('%s answers with 0 records and changes nothing', async (_case, changes) => {
    const platform = await seededPlatform();
    const before = platform.listings();
    expect((await post(platform, 'RealEstateUpdate', updateBody(changes))).envelope).toEqual(success(0));
    expect(platform.listings()).toEqual(before);
    expect(platform.journal.entries()[0]?.isApplied).toBe(false);
  });

  test('a key that two listings share updates both and says so', async () => {
    const twins = ['NO-1', 'NO-2'].map((Key) => ({ Key, MLSNumber: 'MLS-1' }));
    const platform = await seededPlatform({ listings: twins });
    expect((await post(platform, 'RealEstateUpdate', updateBody())).envelope).toEqual(success(2));
  });

  test('every documented optional member is accepted', async () => {
    const platform = await seededPlatform();
    const body = updateBody(OPTIONAL_MEMBERS);
    expect((await post(platform, 'RealEstateUpdate', body)).envelope).toEqual(success(1));
    expect(platform.listings()[0]).toMatchObject(OPTIONAL_MEMBERS);
  });

  test.each(REQUIRED_MEMBERS)('%s is required', async (member) => {
    const platform = await seededPlatform();
    const answer = await post(platform, 'RealEstateUpdate', updateBody({ [member]: undefined }));
    expect(answer).toMatchObject({ status: 200, envelope: refusal(400, `${member} is required`) });
  });

  test.each([
    [{ Bedrooms: '3' }, 'Bedrooms must be a number, not "3"'],
    [{ YearBuilt: null }, 'YearBuilt must be a number, not null'],
    [{ MLSNumber: 12345 }, 'MLSNumber must be a string, not 12345'],
    [{ CurrencySymbol: ' ' }, 'CurrencySymbol must be a string that is not empty, not " "'],
    [{ Status: 'Pending' }, 'Status must be one of Active, PreOnMarket, Sold, not "Pending"'],
    [{ Status: 'active' }, 'Status must be one of Active, PreOnMarket, Sold, not "active"'],
    [{ SaleType: 'sale' }, 'SaleType must be one of for_sale, for_rent, not "sale"'],
    [{ KeyType: 'Url' }, 'KeyType must be one of NewOaks, MLSNumber, URL, not "Url"'],
    [{ AreaUnit: 'Acres' }, 'AreaUnit must be one of Square Feet, Square Meters, not "Acres"'],
    [{ Tours: ['3D'] }, 'Tours must be one of OpenHouse, 3D, not Array'],
    [{ SpaceType: 'Flat' }, 'SpaceType must be one of Entire place, Room, not "Flat"'],
    [{ Url: 'example.com/1' }, 'Url must be an http or https URL, not "example.com/1"'],
    [{ Images: 'https://example.com/a.jpg' }, 'Images must be an array of image URLs, not "https://example.com/a.jpg"'],
    [{ Images: ['https://example.com/a.jpg', 7] }, 'Images.1 must be a string, not 7'],
    [{ Description: null }, 'Description must be a string, not null'],
    [{ ZIP: 60601 }, 'ZIP must be a string, not 60601'],
    [
      { ExtensionColumn: [{ Key: 'Pool', Value: 'Yes' }] },
      'ExtensionColumn.0.value is required; ExtensionColumn.0.Value is not a documented member',
    ],
    [{ ExtensionColumn: [{ Key: 'Pool', value: true }] }, 'ExtensionColumn.0.value must be a string, not true'],
    [{ Beds: 3 }, 'Beds is not a documented member'],
    [{ bedrooms: 3 }, 'bedrooms is not a documented member'],
    [
      { SerialNumber: undefined, serialNumber: CHATBOT_ID },
      'SerialNumber is required; serialNumber is not a documented member here: names are case-sensitive',
    ],
  ])('%o is refused with "%s"', async (changes, message) => {
    const platform = await seededPlatform();
    const answer = await post(platform, 'RealEstateUpdate', updateBody(changes));
    expect(answer).toMatchObject({ status: 200, envelope: refusal(400, message) });
    expect(platform.journal.entries()[0]?.isApplied).toBe(false);
  });

  test('a number too large for JSON readers is refused', async () => {
    const platform = await seededPlatform();
    const body = JSON.stringify(updateBody()).replace('"LotArea":800', '"LotArea":1e999');
    expect((await post(platform, 'RealEstateUpdate', body)).envelope).toEqual(
      refusal(400, 'LotArea must be a finite number, not Infinity'),
    );
  });

  test('all problems of a body are named at once', async () => {
    const platform = await seededPlatform();
    const body = updateBody({ Bedrooms: 'two', YearBuilt: undefined, Beds: 2, Baths: 1 });
    expect((await post(platform, 'RealEstateUpdate', body)).envelope).toEqual(
      refusal(
        400,
        'Bedrooms must be a number, not "two"; YearBuilt is required; Beds is not a documented member; Baths is not a documented member',
      ),
    );
  });

  test.each([['[]'], ['null'], ['"text"'], ['17']])('the body %s is refused', async (body) => {
    const platform = await seededPlatform();
    expect((await post(platform, 'RealEstateUpdate', body)).envelope).toMatchObject({ Success: false, Code: 400 });
  });
});

describe('"Delete Real Estate"', () => {
  test.each([
    ['NewOaks', ['NO-1', 'NO-2']],
    ['MLSNumber', ['MLS-1', 'MLS-2']],
    ['URL', ['https://example.com/1', 'https://example.com/2']],
  ])('listings are removed by their %s keys and counted', async (keyType, keys) => {
    const platform = await seededPlatform();
    const answer = await post(platform, 'RealEstateDelete', deleteBody(keys, keyType));
    expect(answer).toMatchObject({ status: 200, envelope: success({ SuccessCount: 2 }) });
    expect(platform.listings()).toEqual([]);
  });

  test('unknown keys are not counted, and a repeated key counts once', async () => {
    const platform = await seededPlatform();
    const answer = await post(platform, 'RealEstateDelete', deleteBody(['MLS-1', 'MLS-1', 'MLS-9']));
    expect(answer.envelope).toEqual(success({ SuccessCount: 1 }));
    expect(platform.listings().map((listing) => listing.Key)).toEqual(['NO-2']);
  });

  test('deleting again finds nothing', async () => {
    const platform = await seededPlatform();
    await post(platform, 'RealEstateDelete', deleteBody(['MLS-1']));
    expect((await post(platform, 'RealEstateDelete', deleteBody(['MLS-1']))).envelope).toEqual(
      success({ SuccessCount: 0 }),
    );
  });

  test.each([
    [deleteBody([]), 'Keys must be an array that names at least one key'],
    [deleteBody(['MLS-1', '']), 'Keys.1 must be a string that is not empty, not ""'],
    [deleteBody([17]), 'Keys.0 must be a string, not 17'],
    [deleteBody(['MLS-1'], 'MLS'), 'KeyType must be one of NewOaks, MLSNumber, URL, not "MLS"'],
    [{ SerialNumber: CHATBOT_ID, KeyType: 'NewOaks' }, 'Keys is required'],
    [{ ...deleteBody(['MLS-1']), Key: 'MLS-1' }, 'Key is not a documented member'],
  ])('%o is refused and nothing is removed', async (body, message) => {
    const platform = await seededPlatform();
    expect((await post(platform, 'RealEstateDelete', body)).envelope).toEqual(refusal(400, message));
    expect(platform.listings()).toHaveLength(2);
  });
});

describe('"Update Google Sheet Data"', () => {
  test('the IDs of the rows that exist are answered, in the order sent', async () => {
    const platform = await seededPlatform();
    const rows = [3, 9, 1].map((ID) => ({ ID, Data: { name: `row ${ID}` } }));
    expect(await post(platform, 'UpdateGoogleSheetData', rowsBody(rows))).toMatchObject({
      status: 200,
      envelope: success([3, 1]),
    });
    expect(platform.rows()).toEqual([
      { ID: 1, Data: { name: 'row 1' } },
      { ID: 2, Data: { name: 'before' } },
      { ID: 3, Data: { name: 'row 3' } },
    ]);
  });

  test('Data takes any flat object of JSON scalars, whatever its names', async () => {
    const platform = await seededPlatform();
    const Data = { url: 'XXXXX', price: 111, isNew: true, note: null, '': 'no header', constructor: 'text' };
    expect((await post(platform, 'UpdateGoogleSheetData', rowsBody([{ ID: 1, Data }]))).envelope).toEqual(success([1]));
    expect(platform.rows()[0]).toEqual({ ID: 1, Data });
  });

  test.each([
    [rowsBody([]), 'rows must be an array that holds at least one row'],
    [rowsBody([{ ID: '1', Data: {} }]), 'rows.0.ID must be a number, not "1"'],
    [rowsBody([{ ID: 1.5, Data: {} }]), 'rows.0.ID must be an integer, not 1.5'],
    [rowsBody([{ ID: 1 }]), 'rows.0.Data is required'],
    [rowsBody([{ Data: {} }]), 'rows.0.ID is required'],
    [rowsBody([{ ID: 1, Data: [] }]), 'rows.0.Data must be an object, not Array'],
    [
      rowsBody([{ ID: 1, Data: { tags: ['a'] } }]),
      'rows.0.Data.tags must be a string, number, boolean or null, not Array',
    ],
    [
      rowsBody([{ ID: 1, Data: { a: {}, b: [] } }]),
      'rows.0.Data.a must be a string, number, boolean or null, not Object; rows.0.Data.b must be a string, number, boolean or null, not Array',
    ],
    [rowsBody([{ ID: 1, name: 'apple', Data: {} }]), 'rows.0.name is not a documented member'],
    [
      { SerialNumber: CHATBOT_ID, rows: [{ ID: 1, Data: {} }] },
      'serialNumber is required; SerialNumber is not a documented member here: names are case-sensitive',
    ],
  ])('%o is refused', async (body, message) => {
    const platform = await seededPlatform();
    expect((await post(platform, 'UpdateGoogleSheetData', body)).envelope).toEqual(refusal(400, message));
    expect(platform.rows().map((row) => row.Data)).toEqual([1, 2, 3].map(() => ({ name: 'before' })));
  });

  test('the same ID twice is refused', async () => {
    const platform = await seededPlatform();
    const twice = rowsBody([1, 1].map((ID) => ({ ID, Data: {} })));
    expect((await post(platform, 'UpdateGoogleSheetData', twice)).envelope).toEqual(
      refusal(400, 'rows must be an array in which every ID occurs once'),
    );
  });

  test('GetSource lists knowledge objects, never row IDs', async () => {
    const platform = await seededPlatform();
    const answer = await post(platform, 'GetSource', { serialNumber: CHATBOT_ID });
    expect(answer.envelope).toMatchObject({ Success: true, Code: 200 });
    expect(answer.envelope).toHaveProperty('Data.0', {
      Type: 'Text',
      Name: 'Office hours',
      Value: 'We are open Monday to Saturday, 9 to 18.',
      Length: 40,
      Status: 2,
      StatusMessage: 'Succeeded',
      ID: 377631,
      SourceLink: '',
    });
  });

  test('rows posted to GetSource, as the examples of the document do, are refused', async () => {
    const platform = await seededPlatform();
    expect((await post(platform, 'GetSource', rowsBody([{ ID: 1, Data: {} }]))).envelope).toEqual(
      refusal(400, 'rows is not a documented member'),
    );
  });
});

describe('the chatbot of a request', () => {
  test.each([
    ['RealEstateUpdate', updateBody({ SerialNumber: 'another' }), 'SerialNumber'],
    ['RealEstateDelete', { ...deleteBody(['MLS-1']), SerialNumber: 'another' }, 'SerialNumber'],
    ['UpdateGoogleSheetData', { ...rowsBody([{ ID: 1, Data: {} }]), serialNumber: 'another' }, 'serialNumber'],
    ['GetSource', { serialNumber: 'another' }, 'serialNumber'],
  ])('%s refuses a chatbot it does not know', async (endpoint, body, member) => {
    const platform = await seededPlatform();
    const answer = await post(platform, endpoint, body);
    expect(answer).toMatchObject({ status: 200, envelope: refusal(404, `${member} names no chatbot of this account`) });
    expect(platform.journal.entries()[0]?.isApplied).toBe(false);
  });
});
