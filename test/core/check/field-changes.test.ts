/** Old and new, field by field, in words. */
import { describe, expect, test } from 'vitest';
import { changeWords, chatbotRowChanges, listingChanges } from '../../../src/core/check/field-changes.ts';

const BODY = {
  SerialNumber: '3254',
  Key: 'A1',
  KeyType: 'MLSNumber',
  Status: 'Active',
  YearBuilt: 1998,
  SalePrice: 450000,
  Latitude: 39.8012,
  Images: ['https://x.example.com/1.jpg', 'https://x.example.com/2.jpg'],
  Description: 'A quiet home.',
  ExtensionColumn: [{ Key: 'Agent', value: 'North team' }],
};

const wordsOf = (change: object, before: object = BODY) =>
  listingChanges(JSON.stringify(before), JSON.stringify({ ...BODY, ...change })).map(changeWords);

describe('what a listing would change', () => {
  test.each<[string, object, readonly string[]]>([
    ['a price is grouped', { SalePrice: 439000 }, ['Sale price 450,000 → 439,000']],
    ['a year is not', { YearBuilt: 2001 }, ['Year built 1998 → 2001']],
    ['a word is as it is sent', { Status: 'Sold' }, ['Listing status Active → Sold']],
    ['a text that is cleared', { Description: '' }, ['Description A quiet home. → empty']],
    [
      'a value that is left out stays on the platform',
      { SalePrice: undefined },
      ['Sale price 450,000 → no longer sent; the chatbot keeps what it has'],
    ],
    ['a value that is new', { Bedrooms: 3 }, ['Bedrooms nothing → 3']],
    ['pictures are counted', { Images: [...BODY.Images, 'https://x.example.com/3.jpg'] }, ['Images 2 → 3 (1 new)']],
    ['as they are when one goes', { Images: BODY.Images.slice(1) }, ['Images 2 → 1']],
    ['and when they change places', { Images: BODY.Images.toReversed() }, ['Images 2 → 2 (in another order)']],
    [
      'extra information goes by its own names',
      {
        ExtensionColumn: [
          { Key: 'Agent', value: 'Old town team' },
          { Key: 'Pool', value: 'Yes' },
        ],
      },
      ['Agent North team → Old town team', 'Pool nothing → Yes'],
    ],
    [
      'one that is gone is gone, for they are sent together',
      { ExtensionColumn: [{ Key: 'Pool', value: 'Yes' }] },
      ['Pool nothing → Yes', 'Agent North team → nothing'],
    ],
    [
      'all of it stays where none is sent',
      { ExtensionColumn: undefined },
      ['Extra information 1 → no longer sent; the chatbot keeps what it has'],
    ],
    ['nothing', {}, []],
  ])('%s', (_, change, words) => expect(wordsOf(change)).toEqual(words));

  test('in the order of the document', () => {
    expect(wordsOf({ SalePrice: 1, Status: 'Sold', Bedrooms: 2 }).map((words) => words.split(' ')[0])).toEqual([
      'Listing',
      'Sale',
      'Bedrooms',
    ]);
  });

  test('of long texts the part in which they differ, with no character cut in half', () => {
    const long = `${'x'.repeat(50)}🏡abcdefghijklmn${'garden that faces south, '.repeat(3)}`;
    const [words = ''] = wordsOf({ Description: long.replace('garden', 'pool') }, { ...BODY, Description: long });
    expect(words).toMatch(/^Description …🏡abcdefghijklmngarden .*… → …🏡abcdefghijklmnpool .*…$/);
    expect(words.length).toBeLessThan(150);
  });
});

test('what a chatbot row would change goes by its columns', () => {
  const row = (Data: object) => JSON.stringify({ ID: 7, Data });
  const changes = chatbotRowChanges(row({ Fee: 20, Online: true, Note: 'x' }), row({ Fee: 25, Online: true }));
  expect(changes.map(changeWords)).toEqual(['Fee 20 → 25', 'Note x → nothing']);
});
