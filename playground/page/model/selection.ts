/** The user's selection: one or more ranges, and the active cell in the current one. */
import { type CellPosition, type CellRange, formatRange, type GridSize, parseRange } from './a1.ts';

/** What is selected. The current range is the last one; the active cell lies in it. */
export interface Selection {
  readonly ranges: readonly CellRange[];
  readonly active: CellPosition;
}

/** Only A1. */
export const HOME_SELECTION: Selection = {
  ranges: [{ firstRow: 0, lastRow: 0, firstColumn: 0, lastColumn: 0 }],
  active: { rowIndex: 0, columnIndex: 0 },
};

/** How a click treats what was selected before: as in Sheets, plain, with Ctrl or Command, or with Shift. */
export type SelectMode = 'replace' | 'add' | 'extend';

/** What a click or drag covers. */
export type SelectTarget =
  | { readonly kind: 'cell'; readonly cell: CellPosition }
  | { readonly kind: 'row'; readonly rowIndex: number }
  | { readonly kind: 'column'; readonly columnIndex: number }
  | { readonly kind: 'all' };

/** Selects a target; `extend` stretches the current range from the active cell to it. */
export function select(selection: Selection, target: SelectTarget, mode: SelectMode, size: GridSize): Selection {
  if (mode === 'extend') {
    const ranges = [...selection.ranges.slice(0, -1), span(selection.active, target, size)];
    return { ranges, active: selection.active };
  }
  const active = cornerOf(target);
  const range = span(active, target, size);
  return { ranges: mode === 'add' ? [...selection.ranges, range] : [range], active };
}

/** The far corner of the current range, seen from the active cell: what Shift with an arrow key moves. */
export function headOf({ ranges, active }: Selection): CellPosition {
  const range = ranges.at(-1);
  if (range === undefined) {
    return active;
  }
  return {
    rowIndex: active.rowIndex === range.firstRow ? range.lastRow : range.firstRow,
    columnIndex: active.columnIndex === range.firstColumn ? range.lastColumn : range.firstColumn,
  };
}

/** The ranges in A1 notation, the current one last. */
export function formatSelection({ ranges }: Selection, size: GridSize): readonly string[] {
  return ranges.map((range) => formatRange(range, size));
}

/** The selection that A1 notations name; the active cell is the first of the last range. */
export function parseSelection(a1s: readonly string[], size: GridSize): Selection {
  const ranges = a1s.flatMap((a1) => parseRange(a1, size) ?? []);
  const current = ranges.at(-1);
  if (current === undefined) {
    return HOME_SELECTION;
  }
  return { ranges, active: { rowIndex: current.firstRow, columnIndex: current.firstColumn } };
}

/** Whether a cell lies in a range. */
export function contains(range: CellRange, rowIndex: number, columnIndex: number): boolean {
  return (
    rowIndex >= range.firstRow &&
    rowIndex <= range.lastRow &&
    columnIndex >= range.firstColumn &&
    columnIndex <= range.lastColumn
  );
}

/** Whether a target lies in the selection as a whole: a row number only where the whole row is selected. */
export function covers({ ranges }: Selection, target: SelectTarget, size: GridSize): boolean {
  const wanted = span(cornerOf(target), target, size);
  return ranges.some(
    (range) =>
      contains(range, wanted.firstRow, wanted.firstColumn) && contains(range, wanted.lastRow, wanted.lastColumn),
  );
}

/** The rows the selection touches, as blocks of neighbours in ascending order. */
export function selectedRowBlocks({ ranges }: Selection): readonly { firstRow: number; lastRow: number }[] {
  const blocks: { firstRow: number; lastRow: number }[] = [];
  for (const { firstRow, lastRow } of [...ranges].sort((a, b) => a.firstRow - b.firstRow)) {
    const previous = blocks.at(-1);
    if (previous !== undefined && firstRow <= previous.lastRow + 1) {
      previous.lastRow = Math.max(previous.lastRow, lastRow);
    } else {
      blocks.push({ firstRow, lastRow });
    }
  }
  return blocks;
}

function cornerOf(target: SelectTarget): CellPosition {
  switch (target.kind) {
    case 'cell':
      return target.cell;
    case 'row':
      return { rowIndex: target.rowIndex, columnIndex: 0 };
    case 'column':
      return { rowIndex: 0, columnIndex: target.columnIndex };
    case 'all':
      return { rowIndex: 0, columnIndex: 0 };
    default:
      return target satisfies never;
  }
}

function span(from: CellPosition, target: SelectTarget, size: GridSize): CellRange {
  const rows = { firstRow: 0, lastRow: size.rowCount - 1 };
  const columns = { firstColumn: 0, lastColumn: size.columnCount - 1 };
  switch (target.kind) {
    case 'cell':
      return {
        ...rowSpan(from.rowIndex, target.cell.rowIndex),
        ...columnSpan(from.columnIndex, target.cell.columnIndex),
      };
    case 'row':
      return { ...rowSpan(from.rowIndex, target.rowIndex), ...columns };
    case 'column':
      return { ...rows, ...columnSpan(from.columnIndex, target.columnIndex) };
    case 'all':
      return { ...rows, ...columns };
    default:
      return target satisfies never;
  }
}

function rowSpan(a: number, b: number) {
  return { firstRow: Math.min(a, b), lastRow: Math.max(a, b) };
}

function columnSpan(a: number, b: number) {
  return { firstColumn: Math.min(a, b), lastColumn: Math.max(a, b) };
}
