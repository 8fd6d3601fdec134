/** Which rows and columns the playground's grid shows. */
import { describe, expect, test } from 'vitest';
import type { TabSnapshot } from '../../../playground/apps-script/emulator.ts';
import { gapAbove } from '../../../playground/page/grid/row-gap.ts';
import { rowWindow } from '../../../playground/page/grid/scrolling.ts';
import { lastPositionUpTo, layOut, stepAlong } from '../../../playground/page/model/tab-layout.ts';

const TAB: TabSnapshot = {
  tabId: 1,
  name: 'Listings',
  rowCount: 8,
  columnCount: 4,
  frozenRows: 1,
  cells: [],
  hiddenRows: [2],
  filteredRows: [5, 6],
  hiddenColumns: [1],
  columnWidths: { 2: 50 },
  hasFilter: true,
};

describe('layOut', () => {
  test('leaves out hidden and filtered rows and hidden columns', () => {
    expect(layOut(TAB)).toEqual({
      rows: [0, 1, 3, 4, 7],
      columns: [
        { columnIndex: 0, left: 0, width: 100 },
        { columnIndex: 2, left: 100, width: 50 },
        { columnIndex: 3, left: 150, width: 100 },
      ],
      width: 250,
      frozenCount: 1,
    });
  });
});

describe('stepAlong', () => {
  test.each([
    [1, 1, 3],
    [4, 1, 7],
    [7, 1, 7],
    [3, -1, 1],
    [0, -5, 0],
    [5, -1, 3],
    [1, 1000, 7],
  ])('from row %i by %i arrives at row %i', (from, step, expected) => {
    expect(stepAlong([0, 1, 3, 4, 7], from, step)).toBe(expected);
  });
});

test('lastPositionUpTo finds the last entry that is not greater', () => {
  expect([0, 2, 3, 9].map((value) => lastPositionUpTo([1, 3, 5], value))).toEqual([-1, 0, 1, 2]);
});

describe('gapAbove', () => {
  const { rows } = layOut(TAB);

  test('tells rows hidden by hand from rows the filter took away', () => {
    expect(gapAbove(TAB, rows, 3)).toEqual({ firstRow: 2, lastRow: 2, isHiddenByHand: true });
    expect(gapAbove(TAB, rows, 7)).toEqual({ firstRow: 5, lastRow: 6, isHiddenByHand: false });
  });

  test('finds none between neighbours', () => {
    expect(gapAbove(TAB, rows, 1)).toBeUndefined();
  });
});

describe('rowWindow', () => {
  test('covers the view with some rows to spare, and no more', () => {
    expect(rowWindow({ top: 2200, height: 440 }, 5000, 1)).toEqual({ first: 93, end: 129 });
  });

  test('stays inside the sheet when a filter has left fewer rows than were scrolled past', () => {
    expect(rowWindow({ top: 50_000, height: 440 }, 30, 1)).toEqual({ first: 30, end: 30 });
  });
});
