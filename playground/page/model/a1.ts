/** A1 notation, as Sheets writes ranges. */
import { columnLetters } from '../../serve/column-letters.ts';

export { columnLetters };

/** A cell; rows and columns count from 0. */
export interface CellPosition {
  readonly rowIndex: number;
  readonly columnIndex: number;
}

/** A rectangle of cells, both ends included; rows and columns count from 0. */
export interface CellRange {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

/** How large a tab is. */
export interface GridSize {
  readonly rowCount: number;
  readonly columnCount: number;
}

/** The index of a column's letters: `A` → 0, `aa` → 26. */
export function columnIndexOf(letters: string): number {
  return [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** A range in A1 notation: `B7`, `A2:C6`, `3:5` for whole rows, `A:C` for whole columns. */
export function formatRange(range: CellRange, size: GridSize): string {
  const from = columnLetters(range.firstColumn);
  const to = columnLetters(range.lastColumn);
  const isWholeRows = range.firstColumn === 0 && range.lastColumn === size.columnCount - 1;
  const isWholeColumns = range.firstRow === 0 && range.lastRow === size.rowCount - 1;
  if (isWholeRows && !isWholeColumns) {
    return `${range.firstRow + 1}:${range.lastRow + 1}`;
  }
  if (isWholeColumns && !isWholeRows) {
    return `${from}:${to}`;
  }
  const first = `${from}${range.firstRow + 1}`;
  const last = `${to}${range.lastRow + 1}`;
  return first === last ? first : `${first}:${last}`;
}

/** The range an A1 notation names, clipped to the tab; `undefined` when it names none. */
export function parseRange(a1: string, size: GridSize): CellRange | undefined {
  const match = /^([A-Z]*)(\d*)(?::([A-Z]*)(\d*))?$/i.exec(a1.trim().replaceAll('$', ''));
  if (match === null || a1.trim() === '') {
    return undefined;
  }
  const [, fromLetters = '', fromRow = '', toLetters = fromLetters, toRow = fromRow] = match;
  const rows = ordered(lineIndex(fromRow, 0), lineIndex(toRow, size.rowCount - 1), size.rowCount);
  const columns = ordered(
    fromLetters === '' ? 0 : columnIndexOf(fromLetters),
    toLetters === '' ? size.columnCount - 1 : columnIndexOf(toLetters),
    size.columnCount,
  );
  return rows && columns && { firstRow: rows[0], lastRow: rows[1], firstColumn: columns[0], lastColumn: columns[1] };
}

function lineIndex(digits: string, fallback: number): number {
  return digits === '' ? fallback : Number(digits) - 1;
}

function ordered(a: number, b: number, count: number): readonly [number, number] | undefined {
  const first = Math.min(a, b);
  const last = Math.min(Math.max(a, b), count - 1);
  return first < 0 || first >= count ? undefined : [first, last];
}
