/** Rows that were moved, hidden or shown since they were selected must be noticed, and nothing else. */
import { describe, expect, test } from 'vitest';
import { rowOrder, rowsToAskAgain } from '../../../src/core/engine/selection-check.ts';

const HEADERS = ['Key', 'Price', 'Sync status'];
const ROWS = [
  ['A1', '100', ''],
  ['A2', '200', ''],
  ['A3', '300', ''],
];

function orderOf(rows: readonly (readonly string[])[], rowNumbers: readonly number[], keyColumnIndexes = [0]): string {
  const tableRows = rows.map((texts, offset) => ({ rowNumber: offset + 2, values: texts, texts }));
  const table = { headers: HEADERS, headerRowNumber: 1, rows: tableRows, sampleRows: tableRows };
  return rowOrder(table, rowNumbers, keyColumnIndexes);
}

const [first = [], second = [], third = []] = ROWS;
const BEFORE = orderOf(ROWS, [2, 3]);

test('is a name that travels well', () => {
  expect(BEFORE).toMatch(/^[0-9a-f]{32}$/);
});

test.each([
  ['two rows that changed places', [second, first, third]],
  ['a row that came in between', [first, third, second]],
  ['a row inserted above', [['A0', '0', ''], ...ROWS]],
  ['a deleted row', [second, third]],
  ['another key', [['B1', '100', ''], second, third]],
])('tells %s', (_, rows) => {
  expect(orderOf(rows, [2, 3])).not.toBe(BEFORE);
});

test.each([
  ['another price', [['A1', '999', ''], second, third]],
  ['a status', [['A1', '100', 'Updated'], second, third]],
  ['rows that were not selected', [first, second, ['B3', '1', ''], ['B4', '2', '']]],
])('does not mind %s', (_, rows) => {
  expect(orderOf(rows, [2, 3])).toBe(BEFORE);
});

test('knows several key columns apart, and blanks around a key are no part of it', () => {
  expect(orderOf([['A', 'B', '']], [2], [0, 1])).not.toBe(orderOf([['', 'AB', '']], [2], [0, 1]));
  expect(orderOf([[' A1 ', '100', ''], second, third], [2, 3])).toBe(BEFORE);
});

test('a column that is part of the key twice counts once', () => {
  expect(orderOf(ROWS, [2, 3], [0, 0])).toBe(BEFORE);
});

test('an address behind a word is the key, not the word', () => {
  const linked = (...addresses: readonly string[]) => {
    const rows = addresses.map((address, offset) => {
      const texts = ['View', '', ''];
      return { rowNumber: offset + 2, values: texts, texts, links: { 0: address } };
    });
    return rowOrder({ rows }, [2, 3], [0]);
  };
  expect(linked('https://a.example', 'https://b.example')).not.toBe(linked('https://b.example', 'https://a.example'));
});

test('rows without a key, which are never sent, count only by their place', () => {
  expect(orderOf([['', '1', ''], second], [2, 3])).toBe(orderOf([['', '2', ''], second], [2, 3]));
  expect(orderOf([['', '1', ''], second], [2, 3])).not.toBe(orderOf([second, ['', '1', '']], [2, 3]));
});

describe('the rows that are asked about once more', () => {
  const rows = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, index) => first + index);

  test('are all of few', () => {
    expect([...rowsToAskAgain(rows(2, 901), new Set([7, 8]))].sort((a, b) => a - b)).toEqual(rows(2, 901));
    expect([...rowsToAskAgain(rows(2, 2_001), new Set([7]))].sort((a, b) => a - b)).toEqual(rows(2, 2_001));
    expect(rowsToAskAgain([], new Set())).toEqual([]);
  });

  test('are both ends of every hidden block, and the visible rows beside it', () => {
    const hidden = [...rows(1_003, 1_022), ...rows(50_003, 50_003), ...rows(99_995, 100_001)];
    const sample = new Set(rowsToAskAgain(rows(2, 100_001), new Set(hidden)));
    for (const edge of [1_002, 1_003, 1_022, 1_023, 50_002, 50_003, 50_004, 99_994, 99_995]) {
      expect(sample.has(edge), `${edge}`).toBe(true);
    }
  });

  test('are spread over a large selection, each once, and no more than Google can answer soon', () => {
    const hidden = new Set(rows(2, 100_001).filter((row) => row % 2 === 0));
    for (const sample of [rowsToAskAgain(rows(2, 100_001), new Set()), rowsToAskAgain(rows(2, 100_001), hidden)]) {
      expect(new Set(sample).size).toBe(sample.length);
      expect(sample.length).toBeLessThanOrEqual(2_000);
      // Where time is short, the first of them are asked about.
      const tenths = new Set(sample.slice(0, 100).map((row) => Math.floor(row / 10_001)));
      expect(tenths.size).toBe(10);
    }
  });
});
