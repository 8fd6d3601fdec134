/** Which rows and columns of a tab are on screen, and where. */
import type { CellSnapshot, TabSnapshot } from '../../apps-script/emulator.ts';

/** Height of every row in pixels; Sheets draws 21. */
export const ROW_HEIGHT = 22;
/** Width of a column nobody resized, in pixels. */
export const DEFAULT_COLUMN_WIDTH = 100;

/** A column that is not hidden. */
export interface ColumnLayout {
  readonly columnIndex: number;
  readonly left: number;
  readonly width: number;
}

/** A tab as laid out. */
export interface TabLayout {
  /** Indices of the rows that are neither hidden nor filtered out, ascending. */
  readonly rows: readonly number[];
  readonly columns: readonly ColumnLayout[];
  readonly width: number;
  /** How many of `rows` stay in view while scrolling. */
  readonly frozenCount: number;
}

/** Lays out a tab. */
export function layOut(tab: TabSnapshot): TabLayout {
  const gone = new Set([...tab.hiddenRows, ...tab.filteredRows]);
  const rows = Array.from({ length: tab.rowCount }, (_, rowIndex) => rowIndex).filter((row) => !gone.has(row));
  const columns = layOutColumns(tab);
  const last = columns.at(-1);
  return {
    rows,
    columns,
    width: last === undefined ? 0 : last.left + last.width,
    frozenCount: rows.filter((row) => row < tab.frozenRows).length,
  };
}

/** The cell at a place; `undefined` where there is nothing. */
export function cellAt(tab: TabSnapshot, rowIndex: number, columnIndex: number): CellSnapshot | undefined {
  return tab.cells[rowIndex]?.[columnIndex];
}

/** Moves along visible lines by `step`, stopping at the ends. A hidden start counts as the line before it. */
export function stepAlong(visible: readonly number[], from: number, step: number): number {
  const position = lastPositionUpTo(visible, from);
  const target = Math.min(Math.max(position + step, 0), visible.length - 1);
  return visible[target] ?? from;
}

/** Position of the last entry that is not greater than `value`; -1 when all are. */
export function lastPositionUpTo(ascending: readonly number[], value: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? Number.POSITIVE_INFINITY) <= value) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low - 1;
}

function layOutColumns(tab: TabSnapshot): readonly ColumnLayout[] {
  const hidden = new Set(tab.hiddenColumns);
  const columns: ColumnLayout[] = [];
  let left = 0;
  for (let columnIndex = 0; columnIndex < tab.columnCount; columnIndex += 1) {
    if (!hidden.has(columnIndex)) {
      const width = tab.columnWidths[columnIndex] ?? DEFAULT_COLUMN_WIDTH;
      columns.push({ columnIndex, left, width });
      left += width;
    }
  }
  return columns;
}
