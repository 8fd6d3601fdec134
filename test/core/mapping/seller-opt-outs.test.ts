import { describe, expect, test } from 'vitest';
import { optOutColumns, sellersWord } from '../../../src/core/mapping/seller-opt-outs.ts';
import type { CellValue, TableRow } from '../../../src/core/sheet/table.ts';

const rowOf = (...values: readonly CellValue[]): TableRow => ({ rowNumber: 2, values, texts: values.map(String) });
const namesOf = (headers: readonly string[], about: 'listing' | 'address') =>
  optOutColumns(headers)[about].map(({ header }) => header);

describe('columns in which a seller says', () => {
  const LISTING = [
    ...['InternetEntireListingDisplayYN', 'internet_entire_listing_display_yn', 'Internet Entire Listing Display Y/N'],
    ...['IDXEntireListingDisplayYN', 'VOW Entire Listing Display', 'Internet Display', 'Display on Internet?'],
    ...['Allow Internet', 'Internet YN', 'Internet allowed?', 'Permission to publish online'],
    ...['Show on Website', 'Publish to Internet', 'Hide from Internet', 'Opt Out Internet', 'Do not display online'],
  ];
  const ADDRESS = [
    ...[
      'InternetAddressDisplayYN',
      'Internet Address Display',
      'VOWAddressDisplayYN',
      'Display Address',
      'Show Address',
    ],
    ...[
      'Publish Address (Y/N)',
      'Address Display Flag',
      'Hide Address',
      'Address Suppressed',
      'Display Address on Internet',
    ],
  ];
  const NEITHER = [
    ...['Address', 'Street Address', 'Listing Website', 'Website', 'URL', 'Internet', 'Internet Remarks', 'Status'],
    ...['Display Address Line 2', 'Property', 'Public Remarks', 'Public', 'Entire place', 'Show Time', 'Not sent', ''],
  ];

  test('whether the listing may be shown', () => {
    expect(namesOf([...LISTING, ...ADDRESS, ...NEITHER], 'listing')).toEqual(LISTING);
  });

  test('whether the address may be shown', () => {
    expect(namesOf([...LISTING, ...ADDRESS, ...NEITHER], 'address')).toEqual(ADDRESS);
  });
});

describe('a cell says', () => {
  test.each<[string, CellValue, string]>([
    ['InternetEntireListingDisplayYN', 'N', 'hidden'],
    ['InternetEntireListingDisplayYN', 'No', 'hidden'],
    ['InternetEntireListingDisplayYN', false, 'hidden'],
    ['InternetEntireListingDisplayYN', 0, 'hidden'],
    ['InternetEntireListingDisplayYN', 'Y', 'shown'],
    ['InternetEntireListingDisplayYN', true, 'shown'],
    ['InternetEntireListingDisplayYN', '', 'shown'],
    ['InternetEntireListingDisplayYN', 'n/a', 'shown'],
    ['InternetEntireListingDisplayYN', 'maybe', 'unclear'],
    ['Hide from Internet', 'Yes', 'hidden'],
    ['Hide from Internet', 'No', 'shown'],
    ['Do not display online', 'TRUE', 'hidden'],
    ['No internet display', 'Y', 'hidden'],
    ['Address Display Flag', 'City only', 'hidden'],
    ['Address Display Flag', 'ask first', 'unclear'],
    ['Display Address', '12 Oak St', 'shown'],
    ['Display Address', 'No', 'hidden'],
  ])('%s %j: %s', (header, value, kind) => {
    const { listing, address } = optOutColumns([header]);
    expect(sellersWord(rowOf(value), [...listing, ...address]).kind).toBe(kind);
  });

  test('no louder than another that hides', () => {
    const { listing } = optOutColumns(['Internet Display', 'IDX Display']);
    expect(sellersWord(rowOf('perhaps', 'N'), listing)).toEqual({ kind: 'hidden', header: 'IDX Display' });
  });
});
