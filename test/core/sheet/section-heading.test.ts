import { expect, test } from 'vitest';
import { sectionHeadings } from '../../../src/core/sheet/section-heading.ts';
import type { CellValue } from '../../../src/core/sheet/table.ts';

const HEADERS = ['MLS #', 'Status', 'Beds', 'Ready', 'Sync status', ''];

test.each<readonly [string, readonly CellValue[], boolean]>([
  ['a heading', ['FOR SALE', '', '', '', '', ''], true],
  ['a heading beside a box without a tick', ['Sold homes', '', '', false, '', ''], true],
  ['a heading that the add-on has written beside', ['SOLD', '', '', '', 'Skipped', ''], true],
  ['a heading with a remark outside of the columns', ['SOLD', '', '', '', '', 'closed'], true],
  ['a listing', ['A1', 'Active', 3, '', '', ''], false],
  ['a key alone', ['A1', '', '', '', '', ''], false],
  ['an address as its key', ['https://example.com/home', '', '', '', '', ''], false],
  ['words as its key, and more', ['PENTHOUSE', 'Active', '', '', '', ''], false],
  ['words in another column', ['', 'FOR SALE', '', '', '', ''], false],
  ['nothing', ['', '', '', '', '', ''], false],
])('a row with %s', (_, values, isHeading) => {
  expect(sectionHeadings(HEADERS, [0])({ rowNumber: 9, values, texts: values.map(String) })).toBe(isHeading);
});

test('a list of keys and little else has no headings', () => {
  const values = ['PENTHOUSE', ''];
  expect(sectionHeadings(['MLS #', 'Status'], [0])({ rowNumber: 9, values, texts: values })).toBe(false);
});
