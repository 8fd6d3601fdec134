/** Finds where status cells must be written now, after people may have sorted, inserted, deleted or moved things. */
import { isKeyIdentity, locateRows, rowIdentity } from '../sheet/row-identity.ts';
import type { Table } from '../sheet/table.ts';
import { STATUS_COLUMNS, type StatusColumn } from '../words/own-headers.ts';
import { parseFingerprintCell } from './fingerprint-cell.ts';
import { isSendingText, type StatusWrite } from './row-cells.ts';
import { type AllStatusColumnIndexes, allStatusColumns, findStatusColumns } from './status-columns.ts';

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
  /** Whether a row or one of the add-on's columns stands elsewhere than before, or is gone. */
  readonly hasMoved: boolean;
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
  const current = texts.slice(headerIndex + 1).flatMap((rowTexts, offset) => {
    const rowNumber = headerIndex + 2 + offset;
    const row = { rowNumber, values: [], texts: rowTexts };
    const isMarked = parseFingerprintCell(rowTexts[columns.fingerprint] ?? '').mark?.runId === runId;
    return [keysNow, []].map((keys) => ({ rowNumber, isMarked, identity: rowIdentity(row, keys, own) }));
  });
  // A row that only shares the key (a doubled one that was never sent) must not get the status.
  const rowNumbers = locateRows(writes, runId === undefined ? current : current.filter((row) => row.isMarked));
  const placed = writes.flatMap((write, writeIndex) => {
    const rowNumber = rowNumbers[writeIndex];
    return rowNumber === undefined ? [] : [{ ...write, rowNumber }];
  });
  const unplaced = writes.filter((_, writeIndex) => rowNumbers[writeIndex] === undefined);
  const columnsBefore = findStatusColumns(table.headers);
  const hasMoved =
    STATUS_COLUMNS.some((column) => columns[column] !== columnsBefore[column]) ||
    keysNow.some((columnIndex, position) => columnIndex !== keyColumnIndexes[position]) ||
    writes.some(({ rowNumber }, writeIndex) => rowNumbers[writeIndex] !== rowNumber);
  return { columns, blocks: toBlocks({ firstRowNumber: 1, texts }, columns, placed), unplaced, hasMoved };
}

/**
 * The writes of rows that carry no mark yet. Of rows that share a key only one is meant, so these are looked for by all of
 * their texts; a row that stands exactly once is told by its key, whatever else of it changes.
 */
export function toldFromTwins(
  writes: readonly StatusWrite[],
  table: Table,
  keyColumnIndexes: readonly number[],
): readonly StatusWrite[] {
  const own = new Set(Object.values(findStatusColumns(table.headers)));
  const seen = new Set<string>();
  const doubled = new Set<string>();
  for (const row of table.rows) {
    const identity = rowIdentity(row, keyColumnIndexes, own);
    if (seen.has(identity)) doubled.add(identity);
    seen.add(identity);
  }
  if (doubled.size === 0) return writes;
  const rowByNumber = new Map(table.rows.map((row) => [row.rowNumber, row]));
  return writes.map((write) => {
    const row = rowByNumber.get(write.rowNumber);
    return row !== undefined && doubled.has(write.identity) ? { ...write, identity: rowIdentity(row, [], own) } : write;
  });
}

/** Rows of the tab as they are now, over the whole width of the table. */
export interface RowWindow {
  readonly firstRowNumber: number;
  readonly texts: readonly (readonly string[])[];
}

/**
 * Whether rows that are under way show by their own texts that the add-on's columns are where they were, so that the header
 * row need not be read: the words of *Sending* stand in no other column, and the time stands between two of these.
 */
export function showsOwnColumns(window: RowWindow, table: Table, writes: readonly StatusWrite[]): boolean {
  const columns = allStatusColumns(findStatusColumns(table.headers));
  if (columns === undefined) return false;
  const { status, detail, syncedAt, fingerprint } = columns;
  const isEnclosed = syncedAt === detail + 1 && fingerprint === syncedAt + 1;
  return writes.some(({ rowNumber }) => {
    const texts = window.texts[rowNumber - window.firstRowNumber] ?? [];
    return isEnclosed && isSendingText(texts[status] ?? '', texts[detail] ?? '');
  });
}

/**
 * Places writes where their rows were read, if no row has moved since: every one is recognised where it stood. That the
 * columns have not moved must be known.
 *
 * @param runId The run whose mark the rows carry, if they do.
 * @returns `undefined` when a row has moved; then `placeWrites` must look at the whole tab.
 */
export function placeUnmoved(
  window: RowWindow,
  table: Table,
  keyColumnIndexes: readonly number[],
  writes: readonly StatusWrite[],
  runId?: string,
): Placement | undefined {
  const columns = allStatusColumns(findStatusColumns(table.headers));
  if (columns === undefined) return undefined;
  const own = new Set<number>(Object.values(columns));
  const hasStayed = writes.every(({ rowNumber, identity }) => {
    const texts = window.texts[rowNumber - window.firstRowNumber] ?? [];
    const mark = parseFingerprintCell(texts[columns.fingerprint] ?? '').mark;
    if (runId !== undefined && mark?.runId !== runId) return false;
    const row = { rowNumber, values: [], texts };
    const now = rowIdentity(row, isKeyIdentity(identity) ? keyColumnIndexes : [], own);
    // A row without a key is told by the run's mark: a cell of it may change all the time, as those with a live formula do.
    const isMarkedKeyless = runId !== undefined && !isKeyIdentity(now) && !isKeyIdentity(identity);
    return now === identity || isMarkedKeyless;
  });
  return hasStayed ? { columns, blocks: toBlocks(window, columns, writes), unplaced: [], hasMoved: false } : undefined;
}

/** The header row is the one that names all the add-on's columns, wherever it stands now and whatever else was renamed. */
function findHeaderIndex(texts: readonly (readonly string[])[], table: Table): number {
  const namesAll = (row: readonly string[] = []) =>
    allStatusColumns(findStatusColumns(row.map((header) => header.trim()))) !== undefined;
  const before = table.headerRowNumber - 1;
  return namesAll(texts[before]) ? before : texts.findIndex(namesAll);
}

/** Where a column stands now: by its header, or at its old place where the header was renamed. */
function columnNow(columnIndex: number, headersBefore: readonly string[], headersNow: readonly string[]): number {
  const header = headersBefore[columnIndex] ?? '';
  const moved = header === '' ? -1 : headersNow.indexOf(header);
  return moved === -1 ? columnIndex : moved;
}

/** Only what changes is written: one block where that writes few other cells, else one for each run of columns that change alike. */
function toBlocks(
  window: RowWindow,
  columns: AllStatusColumnIndexes,
  placed: readonly StatusWrite[],
): readonly TextBlock[] {
  const spans = columnsInOrder(columns).map((column) => spanOf(column, window, placed));
  const cellsByRow = new Map(placed.map((write) => [write.rowNumber, write.cells]));
  return joinSpans(spans).map(({ group, firstRowNumber, lastRowNumber }) => ({
    firstRowNumber,
    firstColumnNumber: (group[0]?.columnIndex ?? 0) + 1,
    texts: Array.from({ length: lastRowNumber - firstRowNumber + 1 }, (_, offset) => {
      const rowNumber = firstRowNumber + offset;
      const row = window.texts[rowNumber - window.firstRowNumber] ?? [];
      const cells = cellsByRow.get(rowNumber);
      return group.map(({ column, columnIndex }) => cells?.[column] ?? row[columnIndex] ?? '');
    }),
  }));
}

/** Columns side by side with the rows that change in them; no rows when the first number is above the last. */
interface ChangeSpan {
  readonly group: readonly PlacedColumn[];
  readonly firstRowNumber: number;
  readonly lastRowNumber: number;
}

function spanOf(placed: PlacedColumn, window: RowWindow, writes: readonly StatusWrite[]): ChangeSpan {
  let firstRowNumber = Number.POSITIVE_INFINITY;
  let lastRowNumber = 0;
  for (const { rowNumber, cells } of writes) {
    const now = window.texts[rowNumber - window.firstRowNumber]?.[placed.columnIndex] ?? '';
    if (now === cells[placed.column]) continue;
    firstRowNumber = Math.min(firstRowNumber, rowNumber);
    lastRowNumber = Math.max(lastRowNumber, rowNumber);
  }
  return { group: [placed], firstRowNumber, lastRowNumber };
}

/** A call costs more than a few cells, so columns are written together as long as that writes few cells in vain. */
function joinSpans(spans: readonly ChangeSpan[]): readonly ChangeSpan[] {
  const changed = spans.filter(isChanged);
  if (changed.length === 0) return [];
  const whole = spans.slice(spans.findIndex(isChanged), lastChanged(spans) + 1).reduce(union);
  if (isSideBySide(whole) && isFrugal(whole, changed)) return [whole];
  const joined: ChangeSpan[] = [];
  for (const span of changed) {
    const last = joined[joined.length - 1];
    const both = last === undefined ? span : union(last, span);
    if (last !== undefined && isSideBySide(both) && isFrugal(both, [last, span])) joined[joined.length - 1] = both;
    else joined.push(span);
  }
  return joined;
}

function isChanged({ firstRowNumber, lastRowNumber }: ChangeSpan): boolean {
  return firstRowNumber <= lastRowNumber;
}

function lastChanged(spans: readonly ChangeSpan[]): number {
  return spans.reduce((last, span, position) => (isChanged(span) ? position : last), -1);
}

/** The rectangle around two spans. */
function union(one: ChangeSpan, other: ChangeSpan): ChangeSpan {
  return {
    group: [...one.group, ...other.group],
    firstRowNumber: Math.min(one.firstRowNumber, other.firstRowNumber),
    lastRowNumber: Math.max(one.lastRowNumber, other.lastRowNumber),
  };
}

function isSideBySide({ group }: ChangeSpan): boolean {
  const first = group[0]?.columnIndex ?? 0;
  return group.every(({ columnIndex }, position) => columnIndex === first + position);
}

/** Whether a rectangle holds little more than the spans that are written anyway. */
function isFrugal(whole: ChangeSpan, spans: readonly ChangeSpan[]): boolean {
  return cellsOf(whole) - spans.reduce((sum, span) => sum + cellsOf(span), 0) <= MAX_WASTED_CELLS;
}

function cellsOf({ group, firstRowNumber, lastRowNumber }: ChangeSpan): number {
  return (lastRowNumber - firstRowNumber + 1) * group.length;
}

/** A good second's worth of cells at most; the next chunk's Sending goes out with the last one's outcomes (ADR 7). */
const MAX_WASTED_CELLS = 10_000;

/** One of the add-on's columns and where it stands. */
type PlacedColumn = { readonly column: StatusColumn; readonly columnIndex: number };

/** The own columns from left to right. */
function columnsInOrder(columns: AllStatusColumnIndexes): readonly PlacedColumn[] {
  return STATUS_COLUMNS.map((column) => ({ column, columnIndex: columns[column] })).sort(
    (a, b) => a.columnIndex - b.columnIndex,
  );
}
