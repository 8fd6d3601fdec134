import { expect, test } from 'vitest';
import { repeatsHeader } from '../../../src/core/sheet/repeated-header.ts';

const HEADERS = ['MLS #', 'Status', 'Beds', ''];

test.each([
  ['the same names', ['MLS #', 'Status', 'Beds', ''], true],
  ['the same names in capitals, with one left out', ['MLS #', '', 'BEDS', ''], true],
  ['a listing', ['A1', 'Active', 3, ''], false],
  ['a listing whose status is the word Status', ['A1', 'Status', 3, ''], false],
  ['a single name', ['MLS #', '', '', ''], false],
  ['nothing', ['', '', '', ''], false],
  ['names in other columns', ['Status', 'Beds', 'MLS #', ''], false],
])('a row with %s', (_, values, isRepeated) => {
  expect(repeatsHeader({ rowNumber: 9, values, texts: values.map(String) }, HEADERS)).toBe(isRepeated);
});
