import { expect, test } from 'vitest';
import { findHeaderRow } from '../../../src/core/sheet/find-header-row.ts';

const cases: readonly (readonly [string, readonly (readonly (string | number)[])[], number | undefined])[] = [
  [
    'the first row when it names the columns',
    [
      ['ID', 'Name'],
      [1, 'Ann'],
    ],
    0,
  ],
  [
    'the first row although the formula of a header is broken',
    [
      ['ID', 'Name', '#REF!'],
      [1, 'Ann', 'x'],
    ],
    0,
  ],
  [
    'the row below a title',
    [
      ['Our listings', '', ''],
      ['MLS#', 'Beds', 'Price'],
      ['A1', 3, 100],
    ],
    1,
  ],
  [
    'the row below a title and a blank row',
    [
      ['Spring', '', ''],
      ['', '', ''],
      ['MLS#', 'Beds', 'Price'],
      ['A1', 3, 1],
    ],
    2,
  ],
  [
    'a header that holds a web address inside its name',
    [
      ['URL (SEE https://example.com FOR INFO)', 'MLS#'],
      ['https://e.com', 1],
    ],
    0,
  ],
  [
    'signs that name a column',
    [
      ['#', '$', 'Beds'],
      [1, 2, 3],
    ],
    0,
  ],
  ['nothing in an empty tab', [['']], undefined],
  [
    'nothing where rows hold numbers only',
    [
      [1, 2, 3],
      [4, 5, 6],
    ],
    undefined,
  ],
  [
    'nothing where the first row is data with addresses',
    [
      ['https://a.example', 'https://b.example'],
      ['https://c.example', 'x'],
    ],
    undefined,
  ],
  [
    'nothing when the widest row is data under a lone title',
    [
      ['Title', '', '', ''],
      [1, 2, 3, 4],
      [5, 6, 7, 8],
    ],
    undefined,
  ],
  ['the only column of a one-column tab', [['Name'], ['Ann']], 0],
];

test.each(cases)('finds %s', (_, rows, headerIndex) => {
  expect(findHeaderRow(rows)).toBe(headerIndex);
});

const KNOWN = new Set([
  'home_listing_id',
  'price',
  'url',
  'num_beds',
  'MLS #',
  'Beds',
  'Price',
  'City',
  'Location',
  'Status',
]);

test.each<[string, readonly (readonly (string | number)[])[], number]>([
  [
    'remarks about each column',
    [
      ['# required: your own number', '# required: with currency', '# required: link', '# optional: rooms'],
      ['home_listing_id', 'price', 'url', 'num_beds'],
      ['H1', 450_000, 'https://e.com/1', 3],
    ],
    1,
  ],
  [
    'groups of columns',
    [
      ['Identity', 'Location', 'Offer', 'Home'],
      ['MLS #', 'City', 'Price', 'Beds'],
      ['A1', 'Springfield', 450_000, 3],
    ],
    1,
  ],
  [
    'another language',
    [
      ['Nummer', 'Stadt der Immobilie', 'Angebot', 'Räume'],
      ['MLS #', 'City', 'Price', 'Beds'],
      ['A1', 'Springfield', 450_000, 3],
    ],
    1,
  ],
  [
    'nothing, above listings that are all words',
    [
      ['Nummer', 'Stadt der Immobilie'],
      ['A', 'Location'],
      ['B', 'Price'],
    ],
    0,
  ],
  [
    'the names themselves, above listings that hold names',
    [
      ['MLS #', 'City', 'Status'],
      ['Price', 'Location', 'Beds'],
      ['A2', 'Springfield', 'Sold'],
    ],
    0,
  ],
])('finds the names of the columns below %s', (_, rows, headerIndex) => {
  expect(findHeaderRow(rows, (text) => KNOWN.has(text))).toBe(headerIndex);
});
