import { expect, test } from 'vitest';
import { brakeWords, deleteLine, otherRowsWords } from '../../../src/core/words/deletes.ts';

test('a listing that goes is one line', () => {
  const listing = { key: 'A1', address: '12 Oak St', rowNumber: 7, why: 'Off the market (“Sold”)' };
  expect(deleteLine(listing)).toBe('A1 · 12 Oak St (row 7): Off the market (“Sold”)');
  expect(deleteLine({ ...listing, address: '', why: '' })).toBe('A1 (row 7)');
});

test('what goes on besides, and why a press is not enough, are sentences', () => {
  expect([1, 1_200].map(otherRowsWords)).toEqual(['The other row is', 'The other 1,200 rows are']);
  expect(brakeWords({ kind: 'shrunk', share: 0.5 })).toContain('only 50 % of the rows');
});
