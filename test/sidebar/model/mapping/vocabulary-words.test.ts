/** Vocabularies and meanings in plain words. */
import { expect, test } from 'vitest';
import { ALL_VOCABULARIES } from '../../../../src/core/listing/vocabulary/all-vocabularies.ts';
import { meaningWords, vocabularyWords } from '../../../../src/sidebar/model/mapping/vocabulary-words.ts';

test.each([
  ['listingStatus', 'active', 'Active'],
  ['listingStatus', 'comingSoon', 'Coming soon'],
  ['listingStatus', 'sold', 'Sold'],
  ['listingStatus', 'pending', 'Pending (offer accepted)'],
  ['listingStatus', 'underContract', 'Contingent (offer accepted, still shown)'],
  ['listingStatus', 'hold', 'On hold'],
  ['listingStatus', 'offMarket', 'Off the market (delete)'],
  ['listingStatus', 'incomplete', 'Draft'],
  ['listingStatus', 'private', 'Private'],
  ['saleType', 'for_sale', 'For sale'],
  ['tours', 'OpenHouse', 'Open house'],
  ['tours', '3D', '3D'],
  ['spaceType', 'Entire place', 'Entire place'],
  ['propertyType', 'Condo/Co-op', 'Condo/Co-op'],
  ['propertyType', 'Single Family Residential', 'Single Family Residential'],
])('in %s, %s means “%s”', (vocabulary, meaning, words) => {
  expect(meaningWords(vocabulary, meaning)).toBe(words);
});

test('every vocabulary has a name people know', () => {
  expect(ALL_VOCABULARIES.map(({ name }) => vocabularyWords(name))).toEqual([
    'Listing status',
    'Sale or rent',
    'Property type',
    'Area unit',
    'Tours',
    'Space for rent',
  ]);
});

test('no two meanings of a vocabulary read the same', () => {
  for (const { name, meanings } of ALL_VOCABULARIES) {
    const words = [...meanings()].map((meaning) => meaningWords(name, meaning));
    expect(new Set(words).size).toBe(words.length);
  }
});
