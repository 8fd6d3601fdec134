/** Finds where status cells must be written now, after people may have sorted, inserted, deleted or moved things. */
import { isKeyIdentity, locateRows, rowIdentity } from '../sheet/row-identity.ts';
import type { RowWindow } from '../sheet/row-window.ts';
import { type CellValue, plainText, type Table } from '../sheet/table.ts';
import { STATUS_COLUMNS } from '../words/own-headers.ts';
import { type CellBlock, toBlocks } from './cell-blocks.ts';
import { parseMarkCell, type QueueMark } from './mark-cell.ts';
import type { Rekeyed, StatusWrite } from './row-cells.ts';
import { type AllStatusColumnIndexes, allStatusColumns, findStatusColumns } from './status-columns.ts';

/** A tab as it was when the rows of writes were read, and by what they are known again. */
export interface Ground {
  readonly table: Pick<Table, 'headers' | 'headerRowNumber' | 'rows' | 'allRows'>;
  readonly own: AllStatusColumnIndexes;
  readonly keyColumnIndexes: readonly number[];
  /** The run whose mark the rows carry; absent while they carry none yet. */
  readonly runId?: string;
}

/** Where everything goes. */
export interface Placement {
  readonly own: AllStatusColumnIndexes;
  /** The writes that have a place, with the number of their row now. */
  readonly written: readonly StatusWrite[];
  readonly blocks: readonly CellBlock[];
  /** Writes whose row is gone, or stands in several places. */
  readonly unplaced: readonly StatusWrite[];
  /** Whether a row or one of the add-on's columns stands elsewhere than before, or is gone. */
  readonly hasMoved: boolean;
}

/**
 * Places writes where their rows were read, if no row has moved since: every one is recognised where it stood. That the
 * columns have not moved must be known.
 *
 * @returns `undefined` when a row has moved; then `placeWrites` must look at the whole tab.
 */
export function placeUnmoved(window: RowWindow, ground: Ground, writes: readonly StatusWrite[]): Placement | undefined {
  const stands = standingAsBefore(ground);
  const hasStayed = writes.every((write) => stands(write, window.rows[write.rowNumber - window.firstRowNumber] ?? []));
  const { own } = ground;
  return hasStayed ? { own, written: writes, blocks: toBlocks(writes, own), unplaced: [], hasMoved: false } : undefined;
}

function standingAsBefore({ own, keyColumnIndexes, runId }: Ground) {
  const ownIndexes = new Set<number>(Object.values(own));
  return ({ identity, ifRekeyed }: StatusWrite, row: readonly (CellValue | undefined)[]): boolean => {
    const mark = runId === undefined ? undefined : markOf(row[own.mark]);
    if (mark?.runId !== runId || isOfOtherKey(mark, ifRekeyed)) return false;
    const values = row.map((value) => value ?? '');
    const now = rowIdentity(values, isKeyIdentity(identity) ? keyColumnIndexes : [], ownIndexes);
    // A row without a key is told by the run's mark: a cell of it may change all the time, as those with a live formula do.
    const isMarkedKeyless = runId !== undefined && !isKeyIdentity(now) && !isKeyIdentity(identity);
    return now === identity || isMarkedKeyless;
  };
}

/**
 * Places writes on the tab as it is now.
 *
 * @param rows What all cells of the tab hold now, from row 1 on.
 * @returns `undefined` when the add-on's columns are no longer there.
 */
export function placeWrites(
  rows: readonly (readonly CellValue[])[],
  ground: Ground,
  writes: readonly StatusWrite[],
): Placement | undefined {
  const now = whereaboutsOf(rows, ground);
  if (now === undefined) return undefined;
  const { keyColumnIndexes, runId } = ground;
  const { own, keyColumnIndexes: keysNow, headerIndex } = now;
  const certain = writes.filter((write) => write.isTentative !== true);
  const located = locateRows(certain, candidates(rows, headerIndex, own, keysNow, runId));
  const rowNumbers = located.map((rowNumber, writeIndex) => {
    const mark = rowNumber === undefined ? undefined : markOf(rows[rowNumber - 1]?.[own.mark]);
    return isOfOtherKey(mark, certain[writeIndex]?.ifRekeyed) ? undefined : rowNumber;
  });
  const placed = certain.flatMap((write, writeIndex) => {
    const rowNumber = rowNumbers[writeIndex];
    if (rowNumber === undefined) return [];
    return rowNumber === write.rowNumber ? [write] : [{ ...write, rowNumber, readAt: write.rowNumber }];
  });
  const unplaced = certain.filter((_, writeIndex) => rowNumbers[writeIndex] === undefined);
  const written = [...placed, ...rekeyedWrites(rows, now, ground, placed, unplaced)];
  const hasMoved =
    STATUS_COLUMNS.some((column) => own[column] !== ground.own[column]) ||
    keysNow.some((columnIndex, position) => columnIndex !== keyColumnIndexes[position]) ||
    certain.length < writes.length ||
    certain.some(({ rowNumber }, writeIndex) => rowNumbers[writeIndex] !== rowNumber);
  return {
    own,
    written,
    blocks: toBlocks(written, own),
    unplaced,
    hasMoved,
  };
}

/**
 * What rows are told that were sent with another key than they have now: their mark says with which. One mark in several rows
 * was copied, and tells nothing.
 */
function rekeyedWrites(
  rows: readonly (readonly CellValue[])[],
  { headerIndex, own, keyColumnIndexes }: Whereabouts,
  { runId }: Ground,
  placed: readonly StatusWrite[],
  unplaced: readonly StatusWrite[],
): readonly StatusWrite[] {
  const cellsByKey = new Map(
    unplaced.flatMap(({ ifRekeyed }) => (ifRekeyed ? [[ifRekeyed.plannedKey, ifRekeyed.cells]] : [])),
  );
  if (cellsByKey.size === 0) return [];
  const isTaken = new Set(placed.map(({ rowNumber }) => rowNumber));
  const ownIndexes = new Set<number>(Object.values(own));
  const found = rows.slice(headerIndex + 1).flatMap((values, offset) => {
    const rowNumber = headerIndex + 2 + offset;
    const mark = markOf(values[own.mark]);
    if (isTaken.has(rowNumber) || mark?.runId !== runId || mark?.isUnderWay !== true) return [];
    return [{ rowNumber, identity: rowIdentity(values, keyColumnIndexes, ownIndexes), plannedKey: mark.key ?? '' }];
  });
  const copies = found.map(({ plannedKey }) => plannedKey).filter((key, index, keys) => keys.indexOf(key) !== index);
  return found.flatMap(({ plannedKey, ...place }) => {
    const cells = copies.includes(plannedKey) ? undefined : cellsByKey.get(plannedKey);
    return cells === undefined ? [] : [{ ...place, cells }];
  });
}

/** Whether a mark was made for another key than a write is about. */
function isOfOtherKey(mark: QueueMark | undefined, ifRekeyed: Rekeyed | undefined): boolean {
  return ifRekeyed !== undefined && mark !== undefined && mark.key !== ifRekeyed.plannedKey;
}

/** Where header row and columns stand by now. */
export interface Whereabouts {
  /** From 0. */
  readonly headerIndex: number;
  readonly own: AllStatusColumnIndexes;
  readonly keyColumnIndexes: readonly number[];
}

/** Where header row, own columns and key columns stand in the rows of a tab; `undefined` when the own ones are not there. */
export function whereaboutsOf(
  rows: readonly (readonly CellValue[])[],
  { table, keyColumnIndexes }: Pick<Ground, 'table' | 'keyColumnIndexes'>,
): Whereabouts | undefined {
  const headerIndex = findHeaderIndex(rows, table.headerRowNumber - 1);
  const headers = headerTexts(rows[headerIndex]);
  const own = allStatusColumns(findStatusColumns(headers));
  if (own === undefined) return undefined;
  const keysNow = keyColumnIndexes.map((columnIndex) => columnNow(columnIndex, table.headers, headers));
  return { headerIndex, own, keyColumnIndexes: keysNow };
}

/** The rows that may be meant; one that only shares the key (a doubled one that was never sent) must not get the status. */
function candidates(
  rows: readonly (readonly CellValue[])[],
  headerIndex: number,
  own: AllStatusColumnIndexes,
  keysNow: readonly number[],
  runId: string | undefined,
) {
  const ownIndexes = new Set<number>(Object.values(own));
  return rows.slice(headerIndex + 1).flatMap((values, offset) => {
    if (runId !== undefined && markOf(values[own.mark])?.runId !== runId) return [];
    const rowNumber = headerIndex + 2 + offset;
    return [keysNow, []].map((keys) => ({ rowNumber, identity: rowIdentity(values, keys, ownIndexes) }));
  });
}

/**
 * Of rows that share a key only one is meant, so writes of such rows are looked for by all that these hold; a row that stands
 * exactly once is told by its key, whatever else of it changes.
 *
 * @returns The very same writes where none of them is of such a row.
 */
export function toldFromTwins(
  { table, own, keyColumnIndexes }: Ground,
  writes: readonly StatusWrite[],
): readonly StatusWrite[] {
  const ownIndexes = new Set<number>(Object.values(own));
  const doubled = doubledIdentities(table.allRows?.() ?? table.rows, keyColumnIndexes, ownIndexes);
  if (!writes.some(({ identity }) => doubled.has(identity))) return writes;
  const rowByNumber = new Map(table.rows.map((row) => [row.rowNumber, row]));
  return writes.map((write) => {
    const row = rowByNumber.get(write.rowNumber);
    return row !== undefined && doubled.has(write.identity)
      ? { ...write, identity: rowIdentity(row.values, [], ownIndexes), isTwin: true }
      : write;
  });
}

/** By the rows that they were found in: every checkpoint of an execution asks for them. */
const DOUBLED = new WeakMap<object, ReadonlySet<string>>();

function doubledIdentities(
  rows: Ground['table']['rows'],
  keyColumnIndexes: readonly number[],
  ownIndexes: ReadonlySet<number>,
): ReadonlySet<string> {
  const known = DOUBLED.get(rows);
  if (known !== undefined) return known;
  const seen = new Set<string>();
  const doubled = new Set<string>();
  for (const { values } of rows) {
    const identity = rowIdentity(values, keyColumnIndexes, ownIndexes);
    if (seen.has(identity)) doubled.add(identity);
    seen.add(identity);
  }
  DOUBLED.set(rows, doubled);
  return doubled;
}

/** The texts of a header row, as columns are compared by. */
export function headerTexts(row: readonly (CellValue | undefined)[] = []): readonly string[] {
  return row.map((value) => plainText(value ?? '').trim());
}

function markOf(cell: CellValue | undefined): QueueMark | undefined {
  return typeof cell === 'string' ? parseMarkCell(cell).mark : undefined;
}

/** The header row is the one that names all the add-on's columns, wherever it stands now and whatever else was renamed. */
function findHeaderIndex(rows: readonly (readonly CellValue[])[], before: number): number {
  const namesAll = (row: readonly CellValue[] | undefined) =>
    allStatusColumns(findStatusColumns(headerTexts(row))) !== undefined;
  return namesAll(rows[before]) ? before : rows.findIndex(namesAll);
}

/** Where a column stands now: by its header, or at its old place where the header was renamed. */
function columnNow(columnIndex: number, headersBefore: readonly string[], headersNow: readonly string[]): number {
  const header = headersBefore[columnIndex] ?? '';
  const moved = header === '' ? -1 : headersNow.indexOf(header);
  return moved === -1 ? columnIndex : moved;
}
