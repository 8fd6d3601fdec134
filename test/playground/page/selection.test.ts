/** How clicks and keys change the selection of the playground's grid. */
import { describe, expect, test } from 'vitest';
import {
  covers,
  formatSelection,
  HOME_SELECTION,
  headOf,
  parseSelection,
  type Selection,
  select,
  selectedRowBlocks,
} from '../../../playground/page/model/selection.ts';

const SIZE = { rowCount: 100, columnCount: 10 };
const cell = (rowIndex: number, columnIndex: number) => ({ kind: 'cell' as const, cell: { rowIndex, columnIndex } });
const row = (rowIndex: number) => ({ kind: 'row' as const, rowIndex });
const shown = (selection: Selection) => formatSelection(selection, SIZE);

describe('select', () => {
  test('replaces what was selected with the clicked cell', () => {
    expect(shown(select(parseSelection(['A1:C3', '7:7'], SIZE), cell(4, 1), 'replace', SIZE))).toEqual(['B5']);
  });

  test('adds a row with Ctrl and makes it the current range', () => {
    const rows = select(select(HOME_SELECTION, row(2), 'replace', SIZE), row(5), 'add', SIZE);
    expect(shown(rows)).toEqual(['3:3', '6:6']);
    expect(rows.active).toEqual({ rowIndex: 5, columnIndex: 0 });
  });

  test.each([
    ['down and right', cell(8, 4), 'C4:E9'],
    ['up and left', cell(1, 0), 'A2:C4'],
    ['over rows', row(6), '4:7'],
    ['over columns', { kind: 'column' as const, columnIndex: 3 }, 'C:D'],
  ])('stretches only the current range with Shift, %s', (_, target, expected) => {
    const start = parseSelection(['7:7', 'C4'], SIZE);
    const stretched = select(start, target, 'extend', SIZE);
    expect(shown(stretched)).toEqual(['7:7', expected]);
    expect(stretched.active).toEqual({ rowIndex: 3, columnIndex: 2 });
  });

  test('selects everything from the corner', () => {
    expect(shown(select(HOME_SELECTION, { kind: 'all' }, 'replace', SIZE))).toEqual(['A1:J100']);
  });
});

describe('headOf', () => {
  test('is the corner that Shift with an arrow key moves', () => {
    const upwards = select(parseSelection(['E5'], SIZE), cell(1, 8), 'extend', SIZE);
    expect(headOf(upwards)).toEqual({ rowIndex: 1, columnIndex: 8 });
  });
});

describe('covers', () => {
  test.each([
    ['a row number inside selected rows', ['3:6'], row(4), true],
    ['a row number beside a selected column', ['C:C'], row(4), false],
    ['a cell inside a range', ['A1', 'B2:D4'], cell(3, 3), true],
    ['a cell outside', ['B2:D4'], cell(4, 4), false],
  ])('knows whether a right click on %s means the selection', (_, a1s, target, expected) => {
    expect(covers(parseSelection(a1s, SIZE), target, SIZE)).toBe(expected);
  });
});

describe('selectedRowBlocks', () => {
  test('joins ranges that touch or overlap and sorts them', () => {
    const blocks = selectedRowBlocks(parseSelection(['9:9', 'A2:C4', 'B4:B6', '7:7'], SIZE));
    expect(blocks).toEqual([
      { firstRow: 1, lastRow: 6 },
      { firstRow: 8, lastRow: 8 },
    ]);
  });
});
