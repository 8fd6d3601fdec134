/** Looks at the rows that are about to be written: are they, and the columns, still where they were? */
import { type Ground, headerTexts } from '../../../core/own-cells/place-writes.ts';
import { isToldByMark } from '../../../core/own-cells/read-back.ts';
import type { StatusWrite } from '../../../core/own-cells/row-cells.ts';
import { allStatusColumns } from '../../../core/own-cells/status-columns.ts';
import type { ColumnRun } from '../../../core/sheet/column-runs.ts';
import { CELLS_PER_CALL, readRuns } from '../../../core/sheet/read-plan.ts';
import { isKeyIdentity, keysThatTell } from '../../../core/sheet/row-identity.ts';
import type { RowWindow } from '../../../core/sheet/row-window.ts';
import { type CellValue, plainText } from '../../../core/sheet/table.ts';
import { STATUS_COLUMNS, STATUS_HEADERS } from '../../../core/words/own-headers.ts';
import type { ReadValues } from './cell-values.ts';
import type { OpenTab } from './open-tab.ts';
import type { NewColumns } from './own-columns.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Rows so near below the header row are read together with it: another call costs more than these cells. */
const NEAR_HEADER_ROWS = 100;

/** Where rows of a run are written. */
export interface StatusTarget {
  readonly sheet: Sheet;
  readonly read: ReadValues;
  readonly ground: Ground;
  /** The add-on's columns that the first write makes. */
  readonly newColumns?: NewColumns;
}

/**
 * The rows of writes as they are right after they were written, with keys and marks; `undefined` where the columns are not where
 * they were written: a mark is found where it was put, whatever column stands there by now.
 *
 * @param isWhole Whether all of the rows is asked for.
 */
export function lookBackAt(
  target: StatusTarget,
  writes: readonly StatusWrite[],
  isWhole: boolean,
): RowWindow | undefined {
  const { newColumns, ...made } = target;
  // New headers may have been written over another column, unless columns were inserted for them.
  const mayHaveTaken = newColumns !== undefined && newColumns.insertedInto === undefined;
  const columns = isWhole ? [...Array(widthOf(made)).keys()] : provingColumns(made, writes);
  return lookAt(made, writes, { columns, countsAllHeaders: mayHaveTaken });
}

/** What is looked at besides rows that are asked for. */
interface Look {
  /** The columns to look at; absent: those that prove the rows, each by its whole where it has no key. */
  readonly columns?: readonly number[];
  /** Whether the header of every column counts; else those of keys and of the add-on's own. */
  readonly countsAllHeaders: boolean;
}

/** What is inserted comes right of all others, wherever they moved. */
function lookBefore({ newColumns }: StatusTarget): Look {
  return { countsAllHeaders: newColumns?.insertedInto !== undefined };
}

/** The rows of writes as they are now, or `undefined` where the columns are not where they were. */
export function lookAt(
  target: StatusTarget,
  writes: readonly StatusWrite[],
  look = lookBefore(target),
): RowWindow | undefined {
  const { sheet, read, ground } = target;
  try {
    const window = readWindow(target, writes, look);
    const { headerRowNumber } = ground.table;
    const isSeen = window.showsColumns && window.firstRowNumber === headerRowNumber;
    const [header] = isSeen ? window.rows : read(sheet.getRange(headerRowNumber, 1, 1, widthOf(target)));
    return hasColumns(target, header ?? [], look) ? window : undefined;
  } catch (exception) {
    // Rows or columns were deleted, and the look went beyond the grid.
    console.info({ message: 'the rows are no longer where they were', error: String(exception) });
    return undefined;
  }
}

/**
 * Whether header and rows hold what they held when they were read, and nothing stands where columns of the add-on's are still
 * to be made; one call.
 */
export function isAsRead({ sheet, read, table, own }: Pick<OpenTab, 'sheet' | 'read' | 'table' | 'own'>): boolean {
  const { headers, headerRowNumber, rows, allRows } = table;
  // Of a tab that was read in part it is not known.
  if (allRows !== undefined) return false;
  const newColumns = allStatusColumns(own) === undefined ? STATUS_COLUMNS.length : 0;
  try {
    const range = sheet.getRange(headerRowNumber, 1, rows.length + 1, headers.length + newColumns);
    const [header = [], ...now] = read(range);
    const isSame = (before: readonly CellValue[], values: readonly CellValue[] = []) =>
      values.every((value, columnIndex) => plainText(value) === plainText(before[columnIndex] ?? ''));
    const namesNow = headerTexts(header);
    const isNamed = namesNow.every(
      (text, index) => typeof header[index] !== 'string' || text === (headers[index] ?? ''),
    );
    return isNamed && rows.every(({ values }, index) => isSame(values, now[index]));
  } catch (exception) {
    // Rows or columns were deleted, or there never were so many columns.
    console.info({ message: 'the tab is smaller than it was', error: String(exception) });
    return false;
  }
}

/** Whether the columns that matter have the headers they had; a header that is no text cannot be compared by what it holds. */
function hasColumns(
  { ground, newColumns }: StatusTarget,
  header: readonly (CellValue | undefined)[],
  { countsAllHeaders }: Look,
): boolean {
  const now = headerTexts(header);
  const isAsBefore = (index: number) => typeof header[index] !== 'string' || now[index] === ground.table.headers[index];
  const isOwn = STATUS_COLUMNS.every((column) => {
    const isNew = newColumns?.columns.includes(column) === true;
    return (now[ground.own[column]] ?? '') === (isNew ? '' : STATUS_HEADERS[column]);
  });
  const counting = countsAllHeaders ? ground.table.headers.keys() : ground.keyColumnIndexes;
  return isOwn && [...counting].every(isAsBefore);
}

/** Rows as they were read, and whether with every column that the header row is asked about. */
interface SeenRows extends RowWindow {
  readonly showsColumns: boolean;
}

/** The rows of writes as they are now, in the calls that take least time. */
function readWindow(
  target: StatusTarget,
  writes: readonly StatusWrite[],
  { columns, countsAllHeaders }: Look,
): SeenRows {
  const { sheet, read, ground } = target;
  const [first, last] = reachOf(writes);
  const { headerRowNumber } = ground.table;
  const isNear = first - headerRowNumber <= NEAR_HEADER_ROWS;
  const wholeFirst = isNear ? headerRowNumber : first;
  const wanted = columns ?? wantedColumns(target, writes);
  const named = [...new Set([...wanted, ...placesToSee(target)])];
  // A few columns more cost less than asking for the header row by itself.
  const showsColumns =
    !countsAllHeaders && isNear && (named.length - wanted.length) * (last - first + 1) <= CELLS_PER_CALL;
  const runs = readRuns(showsColumns ? named : wanted, last - first + 1);
  const needsAll = columns === undefined && !writes.every((write) => isKeyIdentity(write.identity));
  if (
    needsAll ||
    isWholeQuicker(runs, showsColumns, { first, last, wholeFirst, headerRowNumber, width: widthOf(target) })
  ) {
    const rows = read(sheet.getRange(wholeFirst, 1, last - wholeFirst + 1, widthOf(target)));
    return { firstRowNumber: wholeFirst, rows, showsColumns: true };
  }
  const from = showsColumns ? headerRowNumber : first;
  return { firstRowNumber: from, rows: readColumns(target, runs, from, last), showsColumns };
}

/** The first and the last row that are written. */
function reachOf(writes: readonly StatusWrite[]): readonly [number, number] {
  const rowNumbers = writes.map((write) => write.rowNumber);
  return [rowNumbers.reduce((a, b) => Math.min(a, b)), rowNumbers.reduce((a, b) => Math.max(a, b))];
}

/** Keys tell the rows; the run's mark is asked where they carry one, and whether anything stands where columns are to be made. */
function wantedColumns(target: StatusTarget, writes: readonly StatusWrite[]): readonly number[] {
  const { ground, newColumns } = target;
  const { own, keyColumnIndexes, runId } = ground;
  const wanted = newColumns === undefined ? [] : placesToSee(target);
  const telling = keyColumnIndexes.slice(0, keysThatTell(writes.map((write) => write.identity)));
  return [...new Set([...telling, ...(runId === undefined ? [] : [own.mark]), ...wanted])];
}

/** After a write keys and marks prove that each row got its own; a row without either, that it has no key. */
function provingColumns({ ground }: StatusTarget, writes: readonly StatusWrite[]): readonly number[] {
  const { keyColumnIndexes, own } = ground;
  const isTold = ({ identity }: StatusWrite) => isKeyIdentity(identity);
  const telling = writes.every((write) => isTold(write) || isToldByMark(write))
    ? keyColumnIndexes.slice(0, keysThatTell(writes.map((write) => write.identity)))
    : keyColumnIndexes;
  return [...new Set([...telling, own.mark])];
}

function isWholeQuicker(
  runs: readonly ColumnRun[],
  showsColumns: boolean,
  span: {
    readonly first: number;
    readonly last: number;
    readonly wholeFirst: number;
    readonly headerRowNumber: number;
    readonly width: number;
  },
): boolean {
  const { first, last, wholeFirst, headerRowNumber, width } = span;
  const headerCall = wholeFirst === headerRowNumber ? 0 : 1;
  const whole = (last - wholeFirst + 1) * width + headerCall * CELLS_PER_CALL;
  const columns = runs.reduce((sum, run) => sum + run.count, 0);
  const moreCalls = runs.length - (showsColumns ? 1 : 0);
  return whole <= (last - first + 1) * columns + moreCalls * CELLS_PER_CALL;
}

/** Where the add-on's columns are or will be, row by row; what is inserted takes no cell of any row. */
function placesToSee({ ground: { own }, newColumns }: StatusTarget): readonly number[] {
  const inserted = newColumns?.insertedInto === undefined ? [] : newColumns.columns;
  return STATUS_COLUMNS.filter((column) => !inserted.includes(column)).map((column) => own[column]);
}

/** So many columns may tell where the others are; no more than the grid has. */
function widthOf({ ground: { table, own }, newColumns }: StatusTarget): number {
  const width = Math.max(table.headers.length, ...Object.values(own).map((index) => index + 1));
  return Math.min(width, newColumns?.insertedInto ?? width);
}

/** Rows with only some of their columns: one call for each run of columns. */
function readColumns(
  { sheet, read }: StatusTarget,
  runs: readonly ColumnRun[],
  firstRowNumber: number,
  lastRowNumber: number,
): RowWindow['rows'] {
  const rows: (CellValue | undefined)[][] = Array.from({ length: lastRowNumber - firstRowNumber + 1 }, () => []);
  for (const { firstColumnIndex, count } of runs) {
    const values = read(sheet.getRange(firstRowNumber, firstColumnIndex + 1, rows.length, count));
    values.forEach((cells, offset) => {
      const row = rows[offset] ?? [];
      for (let position = 0; position < count; position += 1) row[firstColumnIndex + position] = cells[position];
    });
  }
  return rows;
}
