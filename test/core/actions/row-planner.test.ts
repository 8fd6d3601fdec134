import { describe, expect, test } from 'vitest';
import { firstText, isBlankRow } from '../../../src/core/actions/row-planner.ts';
import type { CellValue, TableRow } from '../../../src/core/sheet/table.ts';

const textRow = (...texts: readonly string[]): TableRow => ({ rowNumber: 2, values: texts, texts });
const valueRow = (...values: readonly CellValue[]): TableRow => ({ rowNumber: 2, values, texts: [] });

describe('the first text of a row', () => {
  test.each<[string, TableRow, readonly number[], string]>([
    ['is that of the first of the columns', textRow('a', 'b'), [1, 0], 'b'],
    ['is that of the next one when the first is blank', textRow(' ', 'b'), [0, 1], 'b'],
    ['stands without the spaces around it', textRow(' a b '), [0], 'a b'],
    ['is not looked for in other columns', textRow('a', ''), [1], ''],
    ['is blank where the row is shorter', textRow('a'), [5], ''],
    ['is blank where there is no column', textRow('a'), [], ''],
  ])('%s', (_, row, columnIndexes, text) => {
    expect(firstText(row, columnIndexes)).toBe(text);
  });
});

describe('a row', () => {
  test.each<[string, TableRow, boolean]>([
    ['without any content', valueRow('', ''), true],
    ['of spaces', valueRow(' ', '\n'), true],
    ['with an unticked box', valueRow(false, ''), true],
    ['that is shorter than the header', valueRow(), true],
    ['with a ticked box', valueRow(true, ''), false],
    ['with a text', valueRow('a', ''), false],
    ['with a text in its last cell', valueRow('', 'a'), false],
    ['with the number 0', valueRow(0, ''), false],
    ['with a date', valueRow({ wallTime: '2026-11-21T00:00:00' }, ''), false],
    ['with content in other columns only', valueRow('', '', 'a'), true],
  ])('%s is blank: %s', (_, row, isBlank) => {
    expect(isBlankRow(row, [0, 1])).toBe(isBlank);
  });
});
