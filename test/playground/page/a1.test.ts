/** A1 notation in the playground's page. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { columnIndexOf, columnLetters, formatRange, parseRange } from '../../../playground/page/model/a1.ts';

const SIZE = { rowCount: 1000, columnCount: 26 };

describe('columnLetters', () => {
  test.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [701, 'ZZ'],
    [702, 'AAA'],
    [18_277, 'ZZZ'],
  ])('writes column %i as %s', (columnIndex, letters) => {
    expect(columnLetters(columnIndex)).toBe(letters);
  });

  test('is undone by columnIndexOf', () => {
    fc.assert(
      fc.property(fc.nat(18_277), (index) => {
        expect(columnIndexOf(columnLetters(index))).toBe(index);
      }),
    );
  });
});

describe('formatRange', () => {
  test.each([
    ['B7', { firstRow: 6, lastRow: 6, firstColumn: 1, lastColumn: 1 }],
    ['A2:C6', { firstRow: 1, lastRow: 5, firstColumn: 0, lastColumn: 2 }],
    ['3:5', { firstRow: 2, lastRow: 4, firstColumn: 0, lastColumn: 25 }],
    ['A:C', { firstRow: 0, lastRow: 999, firstColumn: 0, lastColumn: 2 }],
    ['A1:Z1000', { firstRow: 0, lastRow: 999, firstColumn: 0, lastColumn: 25 }],
  ])('writes %s', (a1, range) => {
    expect(formatRange(range, SIZE)).toBe(a1);
    expect(parseRange(a1, SIZE)).toEqual(range);
  });
});

describe('parseRange', () => {
  test.each([
    ['c6:a2', { firstRow: 1, lastRow: 5, firstColumn: 0, lastColumn: 2 }],
    ['$B$2', { firstRow: 1, lastRow: 1, firstColumn: 1, lastColumn: 1 }],
    ['Y999:AB2000', { firstRow: 998, lastRow: 999, firstColumn: 24, lastColumn: 25 }],
  ])('reads %s, in order and clipped to the sheet', (a1, range) => {
    expect(parseRange(a1, SIZE)).toEqual(range);
  });

  test.each(['', '  ', 'A0', 'hello world', 'A1001', 'AA1', 'A1:B2:C3', 'Listings!A1'])(
    'finds no range in "%s"',
    (a1) => {
      expect(parseRange(a1, SIZE)).toBeUndefined();
    },
  );
});
