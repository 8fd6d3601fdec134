import { expect, test } from 'vitest';
import type { TableRow } from '../../../src/core/sheet/table.ts';
import { textColumns } from '../../../src/core/sheet/text-columns.ts';

const HEADERS = ['MLS number', 'Price', 'Lot'];

const isNumber = (_: number, value: unknown) => typeof value === 'number';

test('a column is read as shown where the text of any of its cells counts', () => {
  const rows: readonly TableRow[] = [
    { rowNumber: 2, values: ['A1', 'on request', ''], texts: [] },
    { rowNumber: 3, values: ['A2', 450_000, ''], texts: [] },
  ];
  expect(textColumns(HEADERS, rows, isNumber)).toEqual([1]);
});

test('a text that was read already is not asked for again, nor are cells without a header', () => {
  const rows: readonly TableRow[] = [
    { rowNumber: 2, values: ['A1', 450_000, 0.25, 7], texts: [undefined, '$450,000'] },
  ];
  expect(textColumns(HEADERS, rows, isNumber)).toEqual([2]);
});

test('a row that is shorter than the header has empty cells there', () => {
  const rows: readonly TableRow[] = [{ rowNumber: 2, values: ['A1'], texts: [] }];
  expect(textColumns(HEADERS, rows, (_, value) => value === '')).toEqual([1, 2]);
});
