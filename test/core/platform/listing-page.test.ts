/** Pages of listings in the shapes that services answer with, and in those that say nothing certain. */
import { expect, test } from 'vitest';
import { readListingPage } from '../../../src/core/platform/listing-page.ts';

const LISTING = { key: 'NO-1', values: { Key: 'NO-1', MLSNumber: 'A1' } };

test.each([
  ['a plain list', [{ Key: 'NO-1', MLSNumber: 'A1' }], { listings: [LISTING] }],
  ['an empty list', [], { listings: [] }],
  [
    'a list with its total, spelt otherwise',
    { list: [{ key: 'NO-1', mlsNumber: 'A1' }], virtualCount: 41 },
    { listings: [LISTING], total: 41 },
  ],
  [
    'a key under another name',
    { Items: [{ ID: 7, MLSNumber: 'A1' }], TotalCount: 1 },
    { listings: [{ key: '7', values: { MLSNumber: 'A1' } }], total: 1 },
  ],
  ['no list, and a total of 0', { List: null, VirtualCount: 0 }, { listings: [], total: 0 }],
  [
    'a listing with two members that could be its key',
    [{ ID: 7, RealEstateKey: 'NO-1' }],
    { listings: [{ key: '', values: {} }] },
  ],
  [
    'a listing whose key is its named one',
    [{ ID: 7, Key: 'NO-1' }],
    { listings: [{ key: 'NO-1', values: { Key: 'NO-1' } }] },
  ],
  ['two totals that differ', { Rows: [], Total: 3, Count: 0 }, { listings: [] }],
  ['members that no document names', [{ Id: 'x', Agent: 'B' }], { listings: [{ key: 'x', values: {} }] }],
])('%s is read', (_, data, page) => {
  expect(readListingPage(data)).toEqual(page);
});

test.each([
  ['nothing', null],
  ['a number', 1],
  ['an object without a list', { Message: 'none' }],
  ['no list, though there are some', { List: null, VirtualCount: 3 }],
  ['two lists', { List: [], Items: [] }],
  ['a list that is none', { List: { 0: {} } }],
  ['a list of texts', ['A1']],
  ['a listing that says a thing twice', [{ MLSNumber: 'A1', mlsnumber: 'A2' }]],
])('%s is not believed', (_, data) => {
  expect(readListingPage(data)).toBeUndefined();
});
