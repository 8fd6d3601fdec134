/** Judges what stands in the sheet right after a write: rows that moved between the look and the write got another row's cells. */
import { isKeyIdentity, rowIdentity } from '../sheet/row-identity.ts';
import type { RowWindow } from '../sheet/row-window.ts';
import { type CellValue, plainText, type TableRow } from '../sheet/table.ts';
import { STATUS_COLUMNS } from '../words/own-headers.ts';
import { toBlocks } from './cell-blocks.ts';
import { isMarkCell, parseMarkCell } from './mark-cell.ts';
import { type Ground, headerTexts, type Placement, whereaboutsOf } from './place-writes.ts';
import type { StatusWrite } from './row-cells.ts';
import {
  type AllStatusColumnIndexes,
  readStatus,
  type StatusCells,
  type StatusColumnIndexes,
  statusCellsOf,
} from './status-columns.ts';

type Row = readonly (CellValue | undefined)[];

/** What is known of a tab besides its cells. */
type Places = Pick<Ground, 'own' | 'keyColumnIndexes'>;

/** The writes that do not stand in the row they are about, with the mark they brought. */
export function strayWrites(
  window: RowWindow,
  places: Places,
  written: readonly StatusWrite[],
): readonly StatusWrite[] {
  const isThere = standingIn(places);
  return written.filter((write) => !isThere(write, window.rows[write.rowNumber - window.firstRowNumber] ?? []));
}

/** Whether a twin holds something else than when it was read: then another one of them may stand there. */
export function mayBeTwins(window: RowWindow, { own }: Places, told: readonly StatusWrite[]): boolean {
  const ownIndexes = new Set<number>(Object.values(own));
  return told.some(({ identity, rowNumber, isTwin }) => {
    const row = filled(window.rows[rowNumber - window.firstRowNumber] ?? []);
    return isTwin === true && rowIdentity(row, [], ownIndexes) !== identity;
  });
}

/**
 * A row without a key is told by the mark it got, or by having no key: its other cells may change all the time, as live formulas
 * do. Twins are told apart by `mayBeTwins`.
 */
function standingIn({ own, keyColumnIndexes }: Places): (write: StatusWrite, row: Row) => boolean {
  const ownIndexes = new Set<number>(Object.values(own));
  return (write, row) => {
    const { identity, cells, isTwin } = write;
    if (cells.mark !== undefined && textAt(row, own.mark) !== cells.mark) return false;
    if (isTwin === true || isToldByMark(write)) return true;
    const now = rowIdentity(filled(row), keyColumnIndexes, ownIndexes);
    return isKeyIdentity(identity) ? now === identity : !isKeyIdentity(now);
  };
}

/** Whether it is of a row without a key that gets a mark: that stands in no other row. */
export function isToldByMark({ identity, cells }: StatusWrite): boolean {
  return !isKeyIdentity(identity) && (cells.mark ?? '') !== '';
}

/**
 * What puts right what a write did to rows that had moved: each row gets its own cells, and a row that got another's says again
 * what it said before.
 *
 * @param rows What all cells of the tab hold now, from row 1 on.
 * @param written What was written, where it was put.
 * @param earlier What the execution wrote before that.
 * @returns `undefined` when the add-on's columns are no longer there.
 */
export function repairedPlacement(
  rows: readonly (readonly CellValue[])[],
  ground: Ground,
  written: readonly StatusWrite[],
  earlier: readonly (readonly StatusWrite[])[],
): Placement | undefined {
  const now = whereaboutsOf(rows, ground);
  if (now === undefined) return undefined;
  const { own, keyColumnIndexes, headerIndex } = now;
  const ownIndexes = new Set<number>(Object.values(own));
  const identityAt = (rowNumber: number) => rowIdentity(rows[rowNumber - 1] ?? [], keyColumnIndexes, ownIndexes);
  const numbers = rowNumbersByIdentity(rows, headerIndex, (values) => [
    rowIdentity(values, keyColumnIndexes, ownIndexes),
    rowIdentity(values, [], ownIndexes),
  ]);
  const numbersOf = ({ identity }: StatusWrite) => numbers.get(identity) ?? [];
  const isNoRow = (rowNumber: number) =>
    rowNumber <= headerIndex ||
    (rows[rowNumber - 1] ?? []).every((value, index) => value === '' || ownIndexes.has(index));
  const marks = new Set(rows.map((row) => textAt(row, own.mark)));
  // A row that moved after the write has taken its cells along.
  const hasItsOwn = (write: StatusWrite) => {
    const found = numbersOf(write);
    return found.length === 0 && isToldByMark(write)
      ? marks.has(write.cells.mark ?? '')
      : found.some((rowNumber) => holds(rows[rowNumber - 1] ?? [], write, own));
  };
  // A row that shares its key is told by all that it holds: its twin may stand there by now.
  const isComparable = hasSameColumns(rows, ground);
  const isTwin = ({ identity, rowNumber }: StatusWrite) =>
    isComparable &&
    !isKeyIdentity(identity) &&
    (isKeyIdentity(identityAt(rowNumber)) || isNoRow(rowNumber)) &&
    rowIdentity(rows[rowNumber - 1] ?? [], [], ownIndexes) !== identity;
  const isStray = new Set(strayWrites({ firstRowNumber: 1, rows }, now, written));
  const elsewhere = written.filter((write) => isStray.has(write) || isTwin(write));
  const isElsewhere = new Set(elsewhere);
  const stray = elsewhere.filter((write) => !hasItsOwn(write));
  const before = cellsBefore(ground, earlier);
  const haveRowsMoved = written.some(
    (write) => numbersOf(write).length === 1 && numbersOf(write)[0] !== write.rowNumber,
  );
  // Of rows with one key that may have moved it is not certain which is meant.
  const placeOf = (write: StatusWrite) => {
    const found = numbersOf(write);
    if (found.length === 1 && !before.twins.has(write.identity)) return found[0];
    return !haveRowsMoved && found.includes(write.rowNumber) ? write.rowNumber : undefined;
  };
  // A mark tells the row; where a column of the add-on's moved, its other cells may stand in one another's place.
  const haveColumnsMoved = STATUS_COLUMNS.some((column) => own[column] !== ground.own[column]);
  const shifted = written.filter(
    (write) => haveColumnsMoved && !isElsewhere.has(write) && !holds(rows[write.rowNumber - 1] ?? [], write, own),
  );
  const moved = [...shifted, ...stray].flatMap((write) => {
    const rowNumber = isElsewhere.has(write) ? placeOf(write) : write.rowNumber;
    // By now the row may say what another one was told, in cells too that its own write left alone.
    const cells = { ...before.cells.get(write.identity), ...write.cells };
    return rowNumber === undefined ? [] : [{ ...write, rowNumber, cells }];
  });
  // Its row is there and has not got its cells; one that is gone may have taken them along.
  const isMissed = new Set(stray.filter((write) => placeOf(write) !== undefined));
  // Rows may say the same, so one that shows another's cells may be right by chance.
  const isRight = new Set([
    ...moved.map(({ rowNumber }) => rowNumber),
    ...written.flatMap((write) =>
      isElsewhere.has(write)
        ? numbersOf(write).filter((rowNumber) => holds(rows[rowNumber - 1] ?? [], write, own))
        : [write.rowNumber],
    ),
  ]);
  const restored = elsewhere.flatMap((write): readonly StatusWrite[] => {
    const { rowNumber } = write;
    const row = rows[rowNumber - 1] ?? [];
    if (isRight.has(rowNumber) || !holds(row, write, own)) return [];
    const identity = identityAt(rowNumber);
    const said = before.cells.get(identity) ?? settledCells(before.cells.get(rowIdentity(row, [], ownIndexes)));
    const cells = isNoRow(rowNumber) ? BLANK_CELLS : (said ?? lostCells(write, isMissed.has(write)));
    return cells === undefined ? [] : [{ rowNumber, identity, cells }];
  });
  const writes = [...moved, ...restored];
  return {
    own,
    written: writes,
    blocks: toBlocks(writes, own),
    unplaced: stray.filter((write) => placeOf(write) === undefined),
    hasMoved: stray.length + shifted.length + restored.length > 0,
  };
}

/** Whether people's columns are those that they were, so that rows can be compared by all that they hold. */
export function hasSameColumns(rows: readonly (readonly CellValue[])[], ground: Ground): boolean {
  const now = whereaboutsOf(rows, ground);
  if (now === undefined) return false;
  return theirHeaders(rows[now.headerIndex], now.own) === theirHeaders(ground.table.headers, ground.own);
}

/** The headers that are not the add-on's, as they follow one another. */
function theirHeaders(header: Row | undefined, own: AllStatusColumnIndexes): string {
  const ownIndexes = new Set<number>(Object.values(own));
  return headerTexts(header)
    .filter((_, index) => !ownIndexes.has(index))
    .join('\u0000');
}

function rowNumbersByIdentity(
  rows: readonly (readonly CellValue[])[],
  headerIndex: number,
  identitiesOf: (values: readonly CellValue[]) => readonly string[],
): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  rows.slice(headerIndex + 1).forEach((values, offset) => {
    for (const identity of new Set(identitiesOf(values))) {
      const numbers = found.get(identity);
      if (numbers === undefined) found.set(identity, [headerIndex + 2 + offset]);
      else numbers.push(headerIndex + 2 + offset);
    }
  });
  return found;
}

/** Whether the add-on's columns have got their headers in another row than the one that names the keys. */
export function isTorn(rows: readonly (readonly CellValue[])[], ground: Ground): boolean {
  const now = whereaboutsOf(rows, ground);
  if (now === undefined) return true;
  const header = rows[now.headerIndex] ?? [];
  const names = headerTexts(header);
  const isNamed = (index: number) => {
    const value = header[index];
    return names.includes(ground.table.headers[index] ?? '') || (value !== '' && typeof value !== 'string');
  };
  return !ground.keyColumnIndexes.every(isNamed);
}

const BLANK_CELLS: StatusCells = { status: '', detail: '', syncedAt: '', mark: '' };

const LOST_CELLS: StatusCells = {
  ...BLANK_CELLS,
  detail: 'Rows were moved while statuses were written, so what this row said is lost. Run it again.',
};

/**
 * What rows say that were written while a column moved, so that a word of ours stands where only marks do, or a sentence where only
 * statuses do: nobody knows what they said, and no later run would take the columns for the add-on's.
 *
 * @param own As far as they are there.
 */
export function debrisWrites(
  rows: readonly (readonly CellValue[])[],
  own: StatusColumnIndexes,
  rowNumbers: readonly number[],
): readonly StatusWrite[] {
  return [...new Set(rowNumbers)].flatMap((rowNumber) => {
    const row = rows[rowNumber - 1] ?? [];
    const said = (index: number | undefined) => (index === undefined ? '' : textAt(row, index).trim());
    const [mark, status] = [said(own.mark), said(own.status)];
    const isDebris = !isMarkCell(mark) || (status !== '' && readStatus(status) === undefined);
    return isDebris ? [{ rowNumber, identity: '', cells: LOST_CELLS }] : [];
  });
}

/** A row that shares its key is put back only where no run has to find it again: which of them is meant would not be certain. */
function settledCells(said: StatusCells | undefined): StatusCells | undefined {
  return said === undefined || parseMarkCell(said.mark).mark !== undefined ? undefined : said;
}

/**
 * A row that was not read has nothing to be put back: it counts as never sent, where another's mark, sentence or time proves that
 * it lost its own, or where these cells are missed in the row that was meant. A mere status it may share by chance.
 */
function lostCells({ cells: { mark = '', detail = '', syncedAt = '' } }: StatusWrite, isMissed: boolean) {
  return isMissed || `${mark}${detail}${syncedAt}` !== '' ? LOST_CELLS : undefined;
}

/** Whether a row shows what was written for another one. */
function holds(row: Row, { cells }: StatusWrite, own: AllStatusColumnIndexes): boolean {
  return (['status', 'detail', 'syncedAt', 'mark'] as const).every(
    (column) => cells[column] === undefined || textAt(row, own[column]) === cells[column],
  );
}

/** What rows said before, by identity: as they were read, with all that was written since. */
interface SaidBefore {
  readonly cells: ReadonlyMap<string, StatusCells>;
  /** Identities of several rows, of which nothing is certain. */
  readonly twins: ReadonlySet<string>;
}

function cellsBefore(
  { table, own, keyColumnIndexes }: Ground,
  earlier: readonly (readonly StatusWrite[])[],
): SaidBefore {
  const ownIndexes = new Set<number>(Object.values(own));
  // A row that shares its key may be told by all that it holds.
  const identitiesOf = ({ values }: TableRow) => [
    ...new Set([rowIdentity(values, keyColumnIndexes, ownIndexes), rowIdentity(values, [], ownIndexes)]),
  ];
  const seen = new Set<string>();
  const twins = new Set<string>();
  for (const identity of (table.allRows?.() ?? table.rows).flatMap(identitiesOf)) {
    if (seen.has(identity)) twins.add(identity);
    seen.add(identity);
  }
  const known = new Map(table.rows.map((row) => [row.rowNumber, identitiesOf(row)]));
  const cells = new Map<string, StatusCells>();
  for (const row of table.rows)
    for (const identity of known.get(row.rowNumber) ?? [])
      if (!twins.has(identity)) cells.set(identity, statusCellsOf(row, own));
  for (const { rowNumber, identity, cells: written } of earlier.flat()) {
    const there = known.get(rowNumber) ?? [];
    for (const name of there.includes(identity) ? there : [identity]) {
      const said = cells.get(name);
      if (said !== undefined) cells.set(name, { ...said, ...written });
    }
  }
  return { cells, twins };
}

function textAt(row: Row, columnIndex: number): string {
  return plainText(row[columnIndex] ?? '');
}

function filled(row: Row): readonly CellValue[] {
  return row.map((value) => value ?? '');
}
