/** Finds where status cells must be written now, after people may have sorted, inserted, deleted or moved things. */
import { locateRows, rowIdentity } from '../table/row-identity.ts';
import {
  type AllStatusColumnIndexes,
  allStatusColumns,
  findStatusColumns,
  STATUS_COLUMNS,
  type StatusColumn,
  type StatusColumnIndexes,
} from '../table/status-columns.ts';
import type { Table } from '../table/table.ts';
import { parseFingerprintCell } from './fingerprint-cell.ts';
import type { StatusWrite } from './row-cells.ts';

/** A rectangle of texts to write. Rows between the placed ones keep what they hold now. */
export interface TextBlock {
  readonly firstRowNumber: number;
  readonly firstColumnNumber: number;
  readonly texts: readonly (readonly string[])[];
}

/** Where everything goes. */
export interface Placement {
  readonly columns: AllStatusColumnIndexes;
  readonly blocks: readonly TextBlock[];
  /** Writes whose row is gone, or stands in several places. */
  readonly unplaced: readonly StatusWrite[];
}

/**
 * Places writes on the tab as it is now.
 *
 * @param texts The shown texts of the whole tab now.
 * @param table The tab as it was read when the writes' rows were identified.
 * @param keyColumnIndexes The key columns in `table`.
 * @param runId The run whose mark the rows carry, if they do; it tells apart rows that share a key.
 * @returns `undefined` when the add-on's columns are no longer there.
 */
export function placeWrites(
  texts: readonly (readonly string[])[],
  table: Table,
  keyColumnIndexes: readonly number[],
  writes: readonly StatusWrite[],
  runId?: string,
): Placement | undefined {
  const headerIndex = findHeaderIndex(texts, table);
  const headers = (texts[headerIndex] ?? []).map((header) => header.trim());
  const columns = allStatusColumns(findStatusColumns(headers));
  if (columns === undefined) return undefined;
  const keysNow = keyColumnIndexes.map((columnIndex) => columnNow(columnIndex, table.headers, headers));
  const own = new Set<number>(Object.values(columns));
  const current = texts.slice(headerIndex + 1).map((rowTexts, offset) => {
    const rowNumber = headerIndex + 2 + offset;
    const isMarked = parseFingerprintCell(rowTexts[columns.fingerprint] ?? '').mark?.runId === runId;
    return { rowNumber, isMarked, identity: rowIdentity({ rowNumber, values: [], texts: rowTexts }, keysNow, own) };
  });
  // A row that only shares the key (a doubled one that was never sent) must not get the status.
  const rowNumbers = locateRows(writes, runId === undefined ? current : current.filter((row) => row.isMarked));
  const placed = writes.flatMap((write, writeIndex) => {
    const rowNumber = rowNumbers[writeIndex];
    return rowNumber === undefined ? [] : [{ ...write, rowNumber }];
  });
  const unplaced = writes.filter((_, writeIndex) => rowNumbers[writeIndex] === undefined);
  return { columns, blocks: toBlocks({ firstRowNumber: 1, texts }, columns, placed), unplaced };
}

/** Rows of the tab as they are now, over the whole width of the table. */
export interface RowWindow {
  readonly firstRowNumber: number;
  readonly texts: readonly (readonly string[])[];
}

/**
 * Places writes of rows that wait in a run, if nothing has moved since the table was read: every row is recognised where
 * it stood, and the mark of the run in its fingerprint cell proves that the add-on's columns are where they were.
 *
 * @returns `undefined` when anything has moved; then `placeWrites` must look at the whole tab.
 */
export function placeUnmoved(
  window: RowWindow,
  table: Table,
  keyColumnIndexes: readonly number[],
  writes: readonly StatusWrite[],
  runId: string,
): Placement | undefined {
  const columns = allStatusColumns(findStatusColumns(table.headers));
  if (columns === undefined) return undefined;
  const own = new Set<number>(Object.values(columns));
  const hasStayed = writes.every(({ rowNumber, identity }) => {
    const texts = window.texts[rowNumber - window.firstRowNumber] ?? [];
    const isMarked = parseFingerprintCell(texts[columns.fingerprint] ?? '').mark?.runId === runId;
    return isMarked && rowIdentity({ rowNumber, values: [], texts }, keyColumnIndexes, own) === identity;
  });
  return hasStayed ? { columns, blocks: toBlocks(window, columns, writes), unplaced: [] } : undefined;
}

/** The header row stands where it was, or where a row with the same headers stands now. */
function findHeaderIndex(texts: readonly (readonly string[])[], table: Table): number {
  const wanted = signature(table.headers);
  const same = (row: readonly string[]) => signature(row.map((header) => header.trim())) === wanted;
  const before = table.headerRowNumber - 1;
  const row = texts[before];
  if (row !== undefined && same(row)) return before;
  const moved = texts.findIndex(same);
  return moved === -1 ? before : moved;
}

/** Compares header rows without their order, without the add-on's columns, and without blank ends. */
function signature(headers: readonly string[]): string {
  return headers
    .filter((header) => header !== '' && Object.keys(findStatusColumns([header])).length === 0)
    .sort()
    .join('\u0000');
}

/** Where a column stands now: by its header, or at its old place where the header was renamed. */
function columnNow(columnIndex: number, headersBefore: readonly string[], headersNow: readonly string[]): number {
  const header = headersBefore[columnIndex] ?? '';
  const moved = header === '' ? -1 : headersNow.indexOf(header);
  return moved === -1 ? columnIndex : moved;
}

function toBlocks(
  window: RowWindow,
  columns: AllStatusColumnIndexes,
  placed: readonly StatusWrite[],
): readonly TextBlock[] {
  if (placed.length === 0) return [];
  const cellsByRow = new Map(placed.map((write) => [write.rowNumber, write.cells]));
  const rowNumbers = placed.map((write) => write.rowNumber);
  const firstRowNumber = rowNumbers.reduce((a, b) => Math.min(a, b));
  const lastRowNumber = rowNumbers.reduce((a, b) => Math.max(a, b));
  const rows = window.texts.slice(firstRowNumber - window.firstRowNumber, lastRowNumber - window.firstRowNumber + 1);
  return adjacentColumns(columns).map((group) => ({
    firstRowNumber,
    firstColumnNumber: (group[0]?.columnIndex ?? 0) + 1,
    texts: rows.map((row, offset) => {
      const cells = cellsByRow.get(firstRowNumber + offset);
      return group.map(({ column, columnIndex }) => cells?.[column] ?? row[columnIndex] ?? '');
    }),
  }));
}

/** One of the add-on's columns and where it stands. */
export type PlacedColumn = { readonly column: StatusColumn; readonly columnIndex: number };

/** The own columns in sheet order, grouped where they stand side by side. */
export function adjacentColumns(columns: StatusColumnIndexes): readonly (readonly PlacedColumn[])[] {
  const inOrder = STATUS_COLUMNS.flatMap((column) => {
    const columnIndex = columns[column];
    return columnIndex === undefined ? [] : [{ column, columnIndex }];
  }).sort((a, b) => a.columnIndex - b.columnIndex);
  const groups: PlacedColumn[][] = [];
  for (const placed of inOrder) {
    const last = groups[groups.length - 1];
    if (last !== undefined && last[last.length - 1]?.columnIndex === placed.columnIndex - 1) last.push(placed);
    else groups.push([placed]);
  }
  return groups;
}
