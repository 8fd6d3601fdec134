import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rowsOfList, rowsWithin } from '../../../src/core/sheet/selected-rows.ts';
import { countRows, isRowList, listOfRows } from '../../../src/core/terms/row-list.ts';

const data = { firstRowNumber: 2, lastRowNumber: 6 };
const GRID = { firstRowNumber: 1, lastRowNumber: 1_000 };
const span = (firstRowNumber: number, lastRowNumber: number) => ({ firstRowNumber, lastRowNumber });

test.each([
  ['one range', [span(3, 4)], [3, 4]],
  ['ranges picked one by one, in sheet order', [span(5, 5), span(2, 2)], [2, 5]],
  ['overlapping ranges, each row once', [span(2, 4), span(3, 5)], [2, 3, 4, 5]],
  ['a whole column, clipped to the data', [span(1, 1000)], [2, 3, 4, 5, 6]],
  ['the header only: nothing', [span(1, 1)], []],
  ['below the data: nothing', [span(7, 900)], []],
  ['no range: nothing', [], []],
])('counts %s', (_, spans, rowNumbers) => {
  expect(rowsWithin(spans, data)).toEqual(rowNumbers);
});

describe('a list of rows', () => {
  test.each([
    ['', []],
    ['5', [5]],
    ['2-4', [2, 3, 4]],
    ['2-3,5,7-8', [2, 3, 5, 7, 8]],
  ])('%j names %j', (list, rowNumbers) => {
    expect(listOfRows(rowNumbers)).toBe(list);
    expect(rowsOfList(list, GRID)).toEqual(rowNumbers);
    expect(countRows(list)).toBe(rowNumbers.length);
  });

  test('is read back as it was written, whatever the rows', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 400 })), (unsorted) => {
        const rowNumbers = unsorted.sort((a, b) => a - b);
        const list = listOfRows(rowNumbers);
        expect(rowsOfList(list, GRID)).toEqual(rowNumbers);
        expect(countRows(list)).toBe(rowNumbers.length);
      }),
    );
  });

  test('is clipped to the data', () => {
    expect(rowsOfList('1-999999999999', data)).toEqual([2, 3, 4, 5, 6]);
  });

  test('is told from nonsense, however long it is', () => {
    for (const list of ['', '5', '2-3,5', '1-999999999999']) expect(isRowList(list)).toBe(true);
    for (const text of [',', '-', '5-', '-4', '5--3', '2-3-4', '2;3', ' 2', '2,', '2.5', '1e3', '3-2', '2-4,9-8']) {
      expect(isRowList(text), text).toBe(false);
    }
    expect(isRowList('1,'.repeat(2_500_000))).toBe(false);
  });
});
