import { describe, expect, test } from 'vitest';
import { AREA_UNIT } from '../../../../src/core/listing/vocabulary/area-unit.ts';
import { LISTING_STATUS, platformStatus } from '../../../../src/core/listing/vocabulary/listing-status.ts';
import { matchWord, nearestKnownWord } from '../../../../src/core/listing/vocabulary/match-word.ts';
import { SPACE_TYPE, TOUR } from '../../../../src/core/listing/vocabulary/offers.ts';
import { PROPERTY_TYPE } from '../../../../src/core/listing/vocabulary/property-type.ts';
import { SALE_TYPE } from '../../../../src/core/listing/vocabulary/sale-type.ts';
import type { Vocabulary } from '../../../../src/core/listing/vocabulary/vocabulary.ts';

function meaningOf(vocabulary: Vocabulary<string>, text: string): string {
  const match = matchWord(vocabulary, text);
  return match.kind === 'meaning' ? match.meaning : match.kind;
}

describe.each<Vocabulary<string>>([LISTING_STATUS, SALE_TYPE, PROPERTY_TYPE, SPACE_TYPE, TOUR, AREA_UNIT])(
  'the vocabulary $name',
  (vocabulary) => {
    const cases = vocabulary.entries().flatMap(({ meaning, words }) => words.map((word) => [word, meaning] as const));

    test.each(cases)('takes “%s” as %s, in any case and with any punctuation', (word, meaning) => {
      expect(meaningOf(vocabulary, word)).toBe(meaning);
      expect(meaningOf(vocabulary, word.toUpperCase())).toBe(meaning);
      expect(meaningOf(vocabulary, word.toLowerCase())).toBe(meaning);
      expect(meaningOf(vocabulary, ` ${word.replace(/ /g, '_')}. `)).toBe(meaning);
    });

    test('names a source for every entry', () => {
      expect(vocabulary.entries().filter(({ source, words }) => source === '' || words.length === 0)).toEqual([]);
    });
  },
);

describe('a listing status', () => {
  test.each([
    ['Active', 'active'],
    ['Act', 'active'],
    ['A', 'active'],
    ['New', 'active'],
    ['Back on market', 'active'],
    ['Price change', 'active'],
    ['For sale', 'active'],
    ['Available', 'active'],
    ['ONMARKET', 'active'],
    ['Active Under Contract', 'underContract'],
    ['ActiveUnderContract', 'underContract'],
    ['AUC', 'underContract'],
    ['Contingent', 'underContract'],
    ['Active - Contingent', 'underContract'],
    ['Active with contract', 'underContract'],
    ['Backup', 'underContract'],
    ['Accepting backups', 'underContract'],
    ['Kick-out', 'underContract'],
    ['Option', 'underContract'],
    ['Under offer', 'underContract'],
    ['Sold subject to contract', 'underContract'],
    ['Pending', 'pending'],
    ['Under contract', 'pending'],
    ['Sale agreed', 'pending'],
    ['Offer accepted', 'pending'],
    ['P', 'pending'],
    ['APP', 'pending'],
    ['Sold', 'sold'],
    ['Closed', 'sold'],
    ['S', 'sold'],
    ['Leased', 'sold'],
    ['Rented', 'sold'],
    ['Let', 'sold'],
    ['Let agreed', 'pending'],
    ['sale_pending', 'pending'],
    ['Rentado', 'sold'],
    ['Deposit taken', 'pending'],
    ['Sold Conditional', 'pending'],
    ['available_soon', 'comingSoon'],
    ['Temporarily Unavailable', 'hold'],
    ['For lease', 'active'],
    ['Frei', 'active'],
    ['PAST SALE', 'sold'],
    ['RECENTLY_SOLD', 'sold'],
    ['Completed', 'sold'],
    ['Sold on October 31, 2025', 'sold'],
    ['Coming Soon', 'comingSoon'],
    ['Pre On-Market', 'comingSoon'],
    ['Pre-market', 'comingSoon'],
    ['Pre-listing', 'comingSoon'],
    ['Delayed showings', 'comingSoon'],
    ['Canceled', 'offMarket'],
    ['Cancelled', 'offMarket'],
    ['Terminated', 'offMarket'],
    ['X', 'offMarket'],
    ['Withdrawn', 'offMarket'],
    ['W', 'offMarket'],
    ['Expired', 'offMarket'],
    ['E', 'offMarket'],
    ['Exp', 'offMarket'],
    ['Delete', 'offMarket'],
    ['Kill', 'offMarket'],
    ['OffMarket', 'offMarket'],
    ['Inactive', 'offMarket'],
    ['Hold', 'hold'],
    ['On hold', 'hold'],
    ['TOM', 'hold'],
    ['Temp Off Market', 'hold'],
    ['Incomplete', 'incomplete'],
    ['Draft', 'incomplete'],
    ['Partial', 'incomplete'],
    ['Private', 'private'],
    ['Pocket', 'private'],
    ['Office exclusive', 'private'],
    ['Whisper', 'private'],
    ['Do not advertise', 'private'],
  ])('“%s” asks for %s', (word, intent) => {
    expect(meaningOf(LISTING_STATUS, word)).toBe(intent);
  });

  test.each(['Hyperactive', 'Was active', 'Activ', 'Not sold', 'Actively marketed', 'C', 'Unsold', '', '42'])(
    '“%s” is unknown rather than guessed',
    (word) => {
      expect(meaningOf(LISTING_STATUS, word)).toBe('unknown');
    },
  );

  test('with two meanings is a conflict', () => {
    expect(matchWord(LISTING_STATUS, 'Sold / Active')).toEqual({ kind: 'conflict', words: ['sold', 'active'] });
  });

  test.each([
    ['active', 'Active'],
    ['comingSoon', 'PreOnMarket'],
    ['sold', 'Sold'],
    ['pending', undefined],
    ['underContract', undefined],
    ['hold', undefined],
    ['offMarket', undefined],
    ['incomplete', undefined],
    ['private', undefined],
  ] as const)('that asks for %s is %s on the platform', (intent, status) => {
    expect(platformStatus(intent)).toBe(status);
  });
});

describe('a sale type', () => {
  test.each([
    ['Residential Lease', 'for_rent'],
    ['ResidentialLease', 'for_rent'],
    ['Commercial Lease', 'for_rent'],
    ['Residential', 'for_sale'],
    ['Residential Income', 'for_sale'],
    ['RLSE', 'for_rent'],
    ['RESI', 'for_sale'],
    ['For Rent', 'for_rent'],
    ['To Let', 'for_rent'],
    ['FOR_RENT', 'for_rent'],
    ['Location', 'for_rent'],
    ['Miete', 'for_rent'],
    ['For Sale', 'for_sale'],
    ['FSBO', 'for_sale'],
    ['Venta', 'for_sale'],
    ['residential_rent', 'for_rent'],
    ['Residential Rental', 'for_rent'],
    ['residential_sale', 'for_sale'],
    ['Commercial rent', 'for_rent'],
    ['Land for lease', 'for_rent'],
    ['Apartment for rent', 'for_rent'],
    ['Flat for sale', 'for_sale'],
    ['Long term rental', 'for_rent'],
    ['Piso en alquiler', 'for_rent'],
    ['Commercial', 'unknown'],
    ['Apartment', 'unknown'],
    ['Sale/Lease', 'conflict'],
    ['For sale or rent', 'unknown'],
    ['MLS Listing', 'unknown'],
  ])('“%s” is %s', (word, outcome) => {
    expect(meaningOf(SALE_TYPE, word)).toBe(outcome);
  });
});

describe('a property type', () => {
  test.each([
    ['SINGLE_FAMILY', 'Single Family Residential'],
    ['SFR', 'Single Family Residential'],
    ['Single Family Residence', 'Single Family Residential'],
    ['Condo/Co-op', 'Condo/Co-op'],
    ['CONDO', 'Condo'],
    ['Co-op', 'Co-op'],
    ['TOWNHOUSE', 'Townhouse'],
    ['Multi-Family (2-4 Unit)', 'Multi-Family (2-4 Unit)'],
    ['MULTI_FAMILY', 'Multi-Family'],
    ['LOT', 'Vacant Land'],
    ['MANUFACTURED', 'Mobile/Manufactured Home'],
    ['SingleFamilyPropertyType', 'Single Family Residential'],
    ['BUSO', 'Business'],
    ['Beach bungalow', 'unknown'],
  ])('“%s” is %s', (word, outcome) => {
    expect(meaningOf(PROPERTY_TYPE, word)).toBe(outcome);
  });
});

describe('taught words', () => {
  test('come before known ones, in any spelling', () => {
    const taught = { listingStatus: { 'Pre-Con': 'comingSoon', Available: 'hold' } };
    expect(matchWord(LISTING_STATUS, 'PRE CON', taught)).toEqual({ kind: 'meaning', meaning: 'comingSoon' });
    expect(matchWord(LISTING_STATUS, 'available', taught)).toEqual({ kind: 'meaning', meaning: 'hold' });
  });

  test('with a meaning the vocabulary does not have are ignored', () => {
    expect(matchWord(LISTING_STATUS, 'foo', { listingStatus: { foo: 'bar' } })).toEqual({ kind: 'unknown' });
  });
});

describe('the nearest known word', () => {
  test.each([
    ['Actve', 'Active'],
    ['Pendign', 'Pending'],
    ['Comming Soon', 'Coming Soon'],
    ['Withdrwan', 'Withdrawn'],
    ['Zebra', undefined],
    ['', undefined],
  ])('of “%s” is %s', (text, word) => {
    expect(nearestKnownWord(LISTING_STATUS, text)).toBe(word);
  });
});
