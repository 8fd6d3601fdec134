/** How much is drawn of large sheets and long lists of requests, and how much of it again after a change. */
import { expect, test } from 'vitest';
import type { CellSnapshot, SpreadsheetSnapshot } from '../../../playground/apps-script/emulator.ts';
import { doesLookAlike, type GridRowProps } from '../../../playground/page/grid/grid-row.tsx';
import { activeTab, INITIAL_STATE } from '../../../playground/page/model/app-state.ts';
import { linesToDraw, lineTop } from '../../../playground/page/model/line-window.ts';
import { type Selection, select } from '../../../playground/page/model/selection.ts';
import { withChanges } from '../../../playground/page/model/sheet-state.ts';
import type { SheetChanges } from '../../../playground/serve/wire.ts';
import { plainTab } from '../plain-tab.ts';
import { QUIET_PAGE } from '../quiet-page.ts';

const cell = (text: string): CellSnapshot => ({ text, input: text, align: 'left' });

const SNAPSHOT: SpreadsheetSnapshot = {
  name: 'Demo',
  locale: 'en_US',
  timeZone: 'Etc/UTC',
  activeTabId: 1,
  selection: ['A1'],
  tabs: [plainTab({ name: 'Homes', rowCount: 5_000 })],
};

function changes(rows: SheetChanges['rows'], filledRows: number): SheetChanges {
  return { snapshot: structuredClone(SNAPSHOT), filledRows, rows, mark: 1, hasMore: false, isBehind: false };
}

const ALL_ROWS = changes(
  Array.from({ length: 5_000 }, (_, rowIndex) => ({ rowIndex, cells: [cell(`Home ${rowIndex}`)] })),
  5_000,
);

const A1: Selection = {
  ranges: [{ firstRow: 0, lastRow: 0, firstColumn: 0, lastColumn: 0 }],
  active: { rowIndex: 0, columnIndex: 0 },
};

/** What the rows of a tab are drawn from. */
function drawnFrom(snapshot: SpreadsheetSnapshot, selection: Selection): readonly GridRowProps[] {
  const tab = snapshot.tabs[0];
  return (tab?.cells ?? []).map((cells, rowIndex) => ({
    rowIndex,
    cells,
    columns: COLUMNS,
    selection,
    editing: undefined,
    gap: undefined,
    isFilterHeader: false,
  }));
}

const COLUMNS: GridRowProps['columns'] = [{ columnIndex: 0, left: 0, width: 100 }];

function redrawn(before: readonly GridRowProps[], after: readonly GridRowProps[]): readonly number[] {
  return after.flatMap((props, index) => {
    const old = before[index];
    return old !== undefined && doesLookAlike(old, props) ? [] : [index];
  });
}

test('of five thousand rows the three that changed are drawn again', () => {
  const before = withChanges(undefined, ALL_ROWS);
  const changed = [7, 8, 4_999].map((rowIndex) => ({ rowIndex, cells: [cell('Updated')] }));
  const after = withChanges(before, changes(changed, 5_000));
  expect(redrawn(drawnFrom(before, A1), drawnFrom(after, A1))).toEqual([7, 8, 4_999]);
});

test('another selection draws the rows again that it leaves and enters', () => {
  const snapshot = withChanges(undefined, ALL_ROWS);
  const size = { rowCount: 5_000, columnCount: 2 };
  const other = select(A1, { kind: 'row', rowIndex: 41 }, 'replace', size);
  expect(redrawn(drawnFrom(snapshot, A1), drawnFrom(snapshot, other))).toEqual([0, 41]);
});

test('a portion leaves the layout and every other row the object it was', () => {
  const before = withChanges(undefined, ALL_ROWS);
  const after = withChanges(before, changes([{ rowIndex: 1, cells: [] }], 5_000));
  const [old, tab] = [before, after].map((snapshot) => activeTab(stateOf(snapshot)));
  expect(tab?.hiddenRows).toBe(old?.hiddenRows);
  expect(tab?.columnWidths).toBe(old?.columnWidths);
  expect(tab?.cells.filter((cells, rowIndex) => cells !== old?.cells[rowIndex])).toHaveLength(1);
});

test('rows that the server counts no more are gone', () => {
  const before = withChanges(undefined, ALL_ROWS);
  expect(activeTab(stateOf(withChanges(before, changes([], 12))))?.cells).toHaveLength(12);
});

function stateOf(snapshot: SpreadsheetSnapshot) {
  return {
    ...INITIAL_STATE,
    page: {
      snapshot,
      ...QUIET_PAGE,
    },
  };
}

test.each([
  ['at the top', 0, [], 0, 15],
  ['in the middle', lineTop(2_500, []), [], 2_492, 2_515],
  ['at the end', lineTop(5_000, []) - 200, [], 4_984, 4_999],
  ['below an unfolded line', lineTop(100, [3]), [3], 92, 115],
] as const)('of five thousand requests a screenful is drawn %s', (_, top, unfolded, first, last) => {
  const drawn = linesToDraw({ top, height: 200 }, 5_000, unfolded, undefined);
  expect([drawn[0], drawn.at(-1)]).toEqual([first, last]);
  expect(drawn).toHaveLength(last - first + 1);
});

test('the request that holds the focus stays drawn wherever the list is scrolled to', () => {
  const drawn = linesToDraw({ top: lineTop(2_500, []), height: 200 }, 5_000, [], 4);
  expect(drawn[0]).toBe(4);
  expect(drawn).toHaveLength(25);
});

test('unfolded requests push the ones below them down', () => {
  expect([0, 1, 2, 3].map((index) => lineTop(index, [1]))).toEqual([0, 27, 290, 317]);
});
