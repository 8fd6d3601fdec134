import { describe, expect, test } from 'vitest';
import { headerKeys, isSameHeader, normalizeHeader } from '../../../src/core/mapping/normalize-header.ts';

describe('the words of a header', () => {
  test.each([
    ['  Year   Built ', 'year built'],
    ['year_built', 'year built'],
    ['BedroomsTotal', 'bedrooms total'],
    ['streetNumber', 'street number'],
    ['MLSNumber', 'mls number'],
    ['ListingURL', 'listing url'],
    ['Sq. Ft.', 'sq ft'],
    ['image[0].url', 'image 0 url'],
    ['Photo12', 'photo 12'],
    ['Dirección', 'direccion'],
    ['Size (m²)', 'size m 2'],
    ['Bath(s) F/H', 'bath s f h'],
    ['Zip\u00a0Code\u200b', 'zip code'],
    ['', ''],
  ])('of %j are %j', (header, words) => {
    expect(normalizeHeader(header)).toBe(words);
  });
});

describe('the lookup forms of a header', () => {
  test.each([
    ['MLS#', 'mls#', 'mls'],
    ['MLS #', 'mls#', 'mls'],
    ['$/SQUARE FEET', '$/squarefeet', '$squarefeet'],
    ['HOA/MONTH', 'hoa/month', 'hoamonth'],
    ['# Beds', '#beds', 'beds'],
    ['Zip+4', 'zip4', 'zip4'],
    ['€/m²', '€/m2', '€m2'],
  ])('%j keeps its signs in one form and only money signs in the other', (header, signed, plain) => {
    expect(headerKeys(header)).toEqual({ signed, plain });
  });
});

describe('two headers are the same', () => {
  test.each([
    ['Year Built', 'year_built'],
    ['YEAR BUILT', 'YearBuilt'],
    ['Sq. Ft.', 'sq ft'],
    ['Dirección', 'DIRECCION'],
  ])('when only case, spaces, joints and accents differ: %j and %j', (one, other) => {
    expect(isSameHeader(one, other)).toBe(true);
  });

  test.each([
    ['Lot #', 'Lot'],
    ['$/SF', 'SF'],
    ['Image 1', 'Image 2'],
  ])('but not when a sign or number differs: %j and %j', (one, other) => {
    expect(isSameHeader(one, other)).toBe(false);
  });
});
