/**
 * The stand-in against "Create Real Estate" and "Get Real Estate List" (read 2026-11-21), as far as they can be read, and the
 * guesses at what they leave open. Over real HTTP.
 */
import { describe, expect, test } from 'vitest';
import { CHATBOT_ID, post, refusal, SECRET_KEY, seededPlatform, success, updateBody } from './support.ts';

const SESSION = { 'chatrobot-sessionkey': SECRET_KEY };
const FIRST = { Key: 'NO-1', MLSNumber: 'MLS-1', Url: 'https://example.com/1', SalePrice: 1 };
const SECOND = { Key: 'NO-2', MLSNumber: 'MLS-2', Url: 'https://example.com/2', SalePrice: 2 };

function createBody(changes: Readonly<Record<string, unknown>> = {}) {
  return updateBody({ Key: undefined, KeyType: undefined, MLSNumber: 'MLS-3', ...changes });
}

function listBody(changes: Readonly<Record<string, unknown>> = {}) {
  return { SerialNumber: CHATBOT_ID, ...changes };
}

describe('RealEstateCreate', () => {
  test('adds a listing under a key of its own, which is the answer', async () => {
    const platform = await seededPlatform();
    const { envelope } = await post(platform, 'RealEstateCreate', createBody());
    expect(envelope).toEqual(success('CREATED-0001'));
    expect(platform.listings()[2]).toMatchObject({ Key: 'CREATED-0001', MLSNumber: 'MLS-3', Bedrooms: 3 });
  });

  test('creates the same MLS number twice, since no document says that it would not', async () => {
    const platform = await seededPlatform();
    await post(platform, 'RealEstateCreate', createBody());
    await post(platform, 'RealEstateCreate', createBody());
    expect(platform.listings().filter(({ MLSNumber }) => MLSNumber === 'MLS-3')).toHaveLength(2);
  });

  test('refuses a key, which only an update has, and asks for what an update asks for', async () => {
    const platform = await seededPlatform();
    const keyed = await post(platform, 'RealEstateCreate', updateBody());
    expect(keyed.envelope).toEqual(refusal(400, 'Key is not a documented member; KeyType is not a documented member'));
    const short = await post(platform, 'RealEstateCreate', createBody({ YearBuilt: undefined }));
    expect(short.envelope).toEqual(refusal(400, 'YearBuilt is required'));
    expect(platform.listings()).toHaveLength(2);
  });

  test.each([
    ['count', 1],
    ['object', { Key: 'CREATED-0001' }],
    ['null', null],
  ] as const)('may answer a %s', async (created, data) => {
    const platform = await seededPlatform({ shapes: { created } });
    expect((await post(platform, 'RealEstateCreate', createBody())).envelope).toEqual(success(data));
  });
});

describe('RealEstateList', () => {
  test('takes the key in the one header that its document names', async () => {
    const platform = await seededPlatform();
    expect((await post(platform, 'RealEstateList', listBody())).status).toBe(401);
    expect((await post(platform, 'RealEstateList', listBody(), SESSION)).envelope).toEqual(success([FIRST, SECOND]));
  });

  test('finds by MLS number, and pages', async () => {
    const platform = await seededPlatform();
    const found = await post(platform, 'RealEstateList', listBody({ MLSNumber: 'MLS-2' }), SESSION);
    expect(found.envelope).toEqual(success([SECOND]));
    const page = await post(platform, 'RealEstateList', listBody({ PageNumber: 2, PageSize: 1 }), SESSION);
    expect(page.envelope).toEqual(success([SECOND]));
    const beyond = await post(platform, 'RealEstateList', listBody({ PageNumber: 3, PageSize: 1 }), SESSION);
    expect(beyond.envelope).toEqual(success([]));
  });

  test('refuses what its document does not name', async () => {
    const platform = await seededPlatform();
    const { envelope } = await post(platform, 'RealEstateList', listBody({ PageNo: 1, PageSize: 0 }), SESSION);
    expect(envelope).toEqual(refusal(400, 'PageSize must be at least 1, not 0; PageNo is not a documented member'));
  });

  test('may put its listings into a member with their number, under other names', async () => {
    const shapes = { page: 'List', total: 'VirtualCount', spelling: 'camelCase', keyMember: 'ID' } as const;
    const platform = await seededPlatform({ shapes });
    const { envelope } = await post(platform, 'RealEstateList', listBody({ MLSNumber: 'MLS-1' }), SESSION);
    const item = { id: 'NO-1', mlsNumber: 'MLS-1', url: 'https://example.com/1', salePrice: 1 };
    expect(envelope).toEqual(success({ list: [item], virtualCount: 1 }));
  });

  test.each([
    ['null', success(null)],
    ['refused', refusal(404, 'No real estate was found')],
  ] as const)('may answer with %s where there is none', async (empty, answer) => {
    const platform = await seededPlatform({ shapes: { empty } });
    const { envelope } = await post(platform, 'RealEstateList', listBody({ MLSNumber: 'MLS-9' }), SESSION);
    expect(envelope).toEqual(answer);
  });

  test.each([
    ['contains', 'MLS', 2],
    ['ignored', 'MLS-9', 2],
    ['exact', 'MLS', 0],
  ] as const)('may take a filter as: %s', async (filter, MLSNumber, count) => {
    const platform = await seededPlatform({ shapes: { filter } });
    const { envelope } = await post(platform, 'RealEstateList', listBody({ MLSNumber }), SESSION);
    expect(envelope).toMatchObject({ Data: { length: count } });
  });

  test('may be behind a create', async () => {
    const platform = await seededPlatform({ shapes: { listsBehind: 1 } });
    await post(platform, 'RealEstateCreate', createBody());
    const ask = () => post(platform, 'RealEstateList', listBody({ MLSNumber: 'MLS-3' }), SESSION);
    expect((await ask()).envelope).toEqual(success([]));
    expect((await ask()).envelope).toMatchObject({ Data: [{ MLSNumber: 'MLS-3' }] });
  });
});
