/** Looks at the rows that are about to be written: are they, and the columns, still where they were? */

import type { RowWindow } from '../../core/own-cells/place-writes.ts';
import { showsOwnColumns } from '../../core/own-cells/place-writes.ts';
import type { StatusWrite } from '../../core/own-cells/row-cells.ts';
import { allStatusColumns, findStatusColumns } from '../../core/own-cells/status-columns.ts';
import { columnRuns } from '../../core/sheet/column-runs.ts';
import { isKeyIdentity } from '../../core/sheet/row-identity.ts';
import type { Table } from '../../core/sheet/table.ts';
import { STATUS_COLUMNS } from '../../core/words/own-headers.ts';
import type { NewColumns } from './own-columns.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Up to so many cells whole rows are read at once, which is one call, rather than a few columns one after another (ADR 7). */
const SMALL_WINDOW_CELLS = 200_000;

/** Rows so near below the header row are read together with it: another call costs more than these cells. */
const NEAR_HEADER_ROWS = 100;

/** Where rows of a run are written. */
export interface StatusTarget {
  readonly sheet: Sheet;
  /** The tab as it was read when the rows were planned. */
  readonly table: Table;
  readonly keyColumnIndexes: readonly number[];
  /** The add-on's columns that the first write makes; the table names them already. */
  readonly newColumns?: NewColumns;
  /** The run whose mark the rows carry; absent while they carry none yet. */
  readonly runId?: string;
}

/** The rows of writes as they are now, or `undefined` where the columns are not where they were. */
export function lookAt(target: StatusTarget, writes: readonly StatusWrite[]): RowWindow | undefined {
  const { sheet, table, keyColumnIndexes, runId, newColumns } = target;
  const wanted = [...new Set([...keyColumnIndexes, ...Object.values(findStatusColumns(table.headers))])];
  try {
    const window = readWindow(target, writes, wanted);
    if (runId !== undefined && showsOwnColumns(window, table, writes)) return window;
    const headers = headerTexts(sheet, table, window);
    const expected = (index: number) => (newColumns?.indexes.includes(index) ? '' : table.headers[index]);
    return wanted.every((index) => (headers[index] ?? '') === expected(index)) ? window : undefined;
  } catch (exception) {
    // Rows or columns were deleted, and the look went beyond the grid.
    console.info({ message: 'the rows are no longer where they were', error: String(exception) });
    return undefined;
  }
}

/**
 * Whether header and rows show what they showed when they were read, and nothing stands where columns of the add-on's are
 * still to be made; one call.
 */
export function isAsRead({ sheet, table }: Pick<StatusTarget, 'sheet' | 'table'>): boolean {
  const { headers, headerRowNumber, rows } = table;
  const newColumns = allStatusColumns(findStatusColumns(headers)) === undefined ? STATUS_COLUMNS.length : 0;
  try {
    const range = sheet.getRange(headerRowNumber, 1, rows.length + 1, headers.length + newColumns);
    const [header = [], ...texts] = range.getDisplayValues();
    const isSame = (row: readonly string[], now: readonly string[] = []) =>
      now.every((text, columnIndex) => text === (row[columnIndex] ?? ''));
    const headersNow = header.map((text) => text.trim());
    return isSame(headers, headersNow) && rows.every((row, index) => isSame(row.texts, texts[index]));
  } catch (exception) {
    // Rows or columns were deleted, or there never were so many columns.
    console.info({ message: 'the tab is smaller than it was', error: String(exception) });
    return false;
  }
}

/** The header row, which may stand in the window already. */
function headerTexts(sheet: Sheet, table: Table, window: RowWindow): readonly string[] {
  const isSeen = window.firstRowNumber === table.headerRowNumber;
  const seen = isSeen ? window : readRows(sheet, table, table.headerRowNumber, table.headerRowNumber);
  return (seen.texts[0] ?? []).map((text) => text.trim());
}

/** The rows of writes as they are now; a header row right above them is read with them. */
function readWindow(
  { sheet, table }: StatusTarget,
  writes: readonly StatusWrite[],
  wanted: readonly number[],
): RowWindow {
  const rowNumbers = writes.map((write) => write.rowNumber);
  const firstWritten = rowNumbers.reduce((a, b) => Math.min(a, b));
  const lastRowNumber = rowNumbers.reduce((a, b) => Math.max(a, b));
  const isNearHeader = firstWritten - table.headerRowNumber <= NEAR_HEADER_ROWS;
  const firstRowNumber = isNearHeader ? table.headerRowNumber : firstWritten;
  const isSmall = (lastRowNumber - firstRowNumber + 1) * table.headers.length <= SMALL_WINDOW_CELLS;
  return isSmall || !writes.every((write) => isKeyIdentity(write.identity))
    ? readRows(sheet, table, firstRowNumber, lastRowNumber)
    : readColumns(sheet, wanted, firstRowNumber, lastRowNumber);
}

/** Rows with all their columns: one call. */
export function readRows(sheet: Sheet, table: Table, firstRowNumber: number, lastRowNumber: number): RowWindow {
  const rowCount = lastRowNumber - firstRowNumber + 1;
  const texts = sheet.getRange(firstRowNumber, 1, rowCount, table.headers.length).getDisplayValues();
  return { firstRowNumber, texts };
}

/** Rows with only some of their columns: one call for each run of columns. */
function readColumns(
  sheet: Sheet,
  wanted: readonly number[],
  firstRowNumber: number,
  lastRowNumber: number,
): RowWindow {
  const rowCount = lastRowNumber - firstRowNumber + 1;
  const texts: string[][] = Array.from({ length: rowCount }, () => []);
  for (const group of columnRuns(wanted)) {
    const read = sheet.getRange(firstRowNumber, group.firstColumnIndex + 1, rowCount, group.count).getDisplayValues();
    read.forEach((cells, offset) => {
      const row = texts[offset] ?? [];
      for (let position = 0; position < group.count; position += 1)
        row[group.firstColumnIndex + position] = cells[position] ?? '';
    });
  }
  return { firstRowNumber, texts };
}
