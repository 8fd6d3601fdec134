/** A stand-in that adopts: records nobody seeded count as existing, so that any file can be tried. */
import { expect, test } from 'vitest';
import { deleteBody, post, rowsBody, seededPlatform, success, updateBody } from './support.ts';

const adopting = () => seededPlatform({ listings: [], rows: [], adoptsUnknown: true });

test.each([
  ['NewOaks', 'NO-77', 'NO-77'],
  ['MLSNumber', 'MLS-1', 'ADOPTED-0001'],
  ['URL', 'https://example.com/1', 'ADOPTED-0001'],
])('a listing addressed by an unknown %s key is adopted once', async (KeyType, Key, newOaksKey) => {
  const platform = await adopting();
  const body = updateBody({ KeyType, Key });
  expect((await post(platform, 'RealEstateUpdate', body)).envelope).toEqual(success(1));
  expect((await post(platform, 'RealEstateUpdate', body)).envelope).toEqual(success(1));
  expect(platform.listings().map((listing) => listing.Key)).toEqual([newOaksKey]);
});

test('an unknown listing can be deleted once, and is gone after that', async () => {
  const platform = await adopting();
  const remove = () => post(platform, 'RealEstateDelete', deleteBody(['MLS-1']));
  expect((await remove()).envelope).toEqual(success({ SuccessCount: 1 }));
  expect((await remove()).envelope).toEqual(success({ SuccessCount: 0 }));
  expect((await post(platform, 'RealEstateUpdate', updateBody())).envelope).toEqual(success(0));
});

test('a listing deleted by one of its keys is gone under all of them', async () => {
  const platform = await adopting();
  await post(platform, 'RealEstateUpdate', updateBody());
  await post(platform, 'RealEstateDelete', deleteBody(['MLS-1']));
  const byUrl = await post(platform, 'RealEstateDelete', deleteBody(['https://example.com/1'], 'URL'));
  expect(byUrl.envelope).toEqual(success({ SuccessCount: 0 }));
});

test('unknown rows are adopted', async () => {
  const platform = await adopting();
  const answer = await post(platform, 'UpdateGoogleSheetData', rowsBody([{ ID: 41, Data: { name: 'new' } }]));
  expect(answer.envelope).toEqual(success([41]));
  expect(platform.rows()).toEqual([{ ID: 41, Data: { name: 'new' } }]);
});

test('adopting does not soften the documents', async () => {
  const platform = await adopting();
  const answer = await post(platform, 'RealEstateUpdate', updateBody({ YearBuilt: '1998' }));
  expect(answer.envelope).toMatchObject({ Success: false, Message: 'YearBuilt must be a number, not "1998"' });
});
