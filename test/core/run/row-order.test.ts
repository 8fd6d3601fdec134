/** Rows that were moved since they were selected must be noticed, and nothing else. */
import { expect, test } from 'vitest';
import { rowOrder } from '../../../src/core/run/row-order.ts';

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

test('knows rows without a key by all their cells', () => {
  const unkeyed = [['', '100', ''], second];
  expect(orderOf([['', '999', ''], second], [2, 3])).not.toBe(orderOf(unkeyed, [2, 3]));
  expect(orderOf([['', '100', 'Invalid'], second], [2, 3])).toBe(orderOf(unkeyed, [2, 3]));
});
