/** Finds what was written into cells that are not the add-on's, because a column moved between the look and the write. */
import { type CellValue, plainText, type TableRow } from '../sheet/table.ts';
import { isStatusHeader, STATUS_COLUMNS, STATUS_HEADERS } from '../words/own-headers.ts';
import type { CellBlock } from './cell-blocks.ts';
import { type Ground, headerTexts, type Placement, whereaboutsOf } from './place-writes.ts';
import type { StatusWrite } from './row-cells.ts';

/** A cell that people own, and what it held. */
export interface OverwrittenCell {
  readonly rowNumber: number;
  readonly columnIndex: number;
  readonly header: string;
  /** `undefined` where nobody knows: the row was not read, or has changed. */
  readonly value: CellValue | undefined;
}

type Rows = readonly (readonly CellValue[])[];

/**
 * The overwritten cells, with what they held when the tab was read.
 *
 * @param rows What all cells of the tab hold now, from row 1 on.
 * @param blocks What was written, where it was put; headers of new columns too.
 */
export function overwrittenCells(rows: Rows, ground: Ground, blocks: readonly CellBlock[]): readonly OverwrittenCell[] {
  const now = whereaboutsOf(rows, ground);
  if (now === undefined) return [];
  const { table } = ground;
  const lost = lostHeaders(rows, now.headerIndex, ground, blocks);
  const headers = headerTexts(rows[now.headerIndex]).map((header, index) => lost.get(index) ?? header);
  const own = new Set(Object.values(now.own).filter((index) => !lost.has(index)));
  const foreign = cellsAsWritten(rows, blocks).filter(({ columnIndex }) => !own.has(columnIndex));
  const overwritten = new Set(foreign.map(({ columnIndex }) => columnIndex));
  const rowBefore = likenessOf(ground, rows, headers, overwritten);
  const nameBefore = renamedFrom(table.headers, headers);
  return foreign.map(({ rowNumber, columnIndex }) => {
    const header = headers[columnIndex] ?? '';
    return {
      rowNumber,
      columnIndex,
      header,
      value:
        rowNumber === now.headerIndex + 1
          ? header
          : valueUnder(nameBefore(header), rowBefore(rowNumber), table.headers),
    };
  });
}

/** What a column was called: where one name is gone and one has come, that is the same column. */
function renamedFrom(before: readonly string[], now: readonly string[]): (header: string) => string {
  const isTheirs = (header: string) => header !== '' && !isStatusHeader(header);
  const [gone, ...othersGone] = before.filter((header) => isTheirs(header) && !now.includes(header));
  const [come, ...othersCome] = now.filter((header) => isTheirs(header) && !before.includes(header));
  const isOne = othersGone.length === 0 && othersCome.length === 0;
  return (header) => (isOne && gone !== undefined && header === come ? gone : header);
}

/**
 * Headers of columns of which every filled cell was overwritten and given back: none is left that tells whether they held formulas.
 *
 * @param rows What all cells of the tab hold by now.
 */
export function wholeColumns(
  rows: Rows,
  overwritten: readonly OverwrittenCell[],
  headerRowNumber: number,
): readonly string[] {
  const given = new Set(overwritten.map(({ rowNumber, columnIndex }) => `${rowNumber} ${columnIndex}`));
  const filled = overwritten.filter(({ value, rowNumber }) => (value ?? '') !== '' && rowNumber > headerRowNumber);
  const columns = new Map(filled.map(({ columnIndex, header }) => [columnIndex, header]));
  const isWhole = (columnIndex: number) =>
    rows.every(
      (row, index) =>
        index < headerRowNumber || (row[columnIndex] ?? '') === '' || given.has(`${index + 1} ${columnIndex}`),
    );
  return [...columns].flatMap(([columnIndex, header]) => (isWhole(columnIndex) ? [header] : []));
}

/**
 * Headers of the add-on's columns that were written over, because the header row stands lower than where rows were written, with
 * what they said. Without them nothing else is found again.
 *
 * @param placed Where the columns stood, and what was written.
 */
export function overwrittenHeaders(
  rows: Rows,
  ground: Ground,
  { own, blocks }: Pick<Placement, 'own' | 'blocks'>,
): readonly OverwrittenCell[] {
  if (whereaboutsOf(rows, ground) !== undefined) return [];
  const { headers, headerRowNumber } = ground.table;
  const ownIndexes = new Set<number>(Object.values(own));
  const theirs = headers.flatMap((header, index) => (header === '' || ownIndexes.has(index) ? [] : [index]));
  const offset = rows.slice(headerRowNumber).findIndex((row) => {
    const now = headerTexts(row);
    const isNamed = (index: number) => now[index] === headers[index];
    // One that is no text cannot be compared by what it holds, and one may have been renamed.
    const others = theirs.filter((index) => typeof row[index] === 'string' && !isNamed(index));
    return theirs.filter(isNamed).length > others.length && others.length <= 1;
  });
  if (offset === -1) return [];
  const rowNumber = headerRowNumber + 1 + offset;
  const written = new Set(
    writtenCells(blocks).flatMap((cell) => (cell.rowNumber === rowNumber ? [cell.columnIndex] : [])),
  );
  return STATUS_COLUMNS.filter((column) => written.has(own[column])).map((column) => {
    const header = STATUS_HEADERS[column];
    return { rowNumber, columnIndex: own[column], header, value: header };
  });
}

/**
 * Cells that were written where one of the add-on's columns had been deleted, so that another one stands there now, with what that
 * one said: as it was read, or as it was written since.
 */
export function misplacedCells(
  rows: Rows,
  { table, own }: Ground,
  blocks: readonly CellBlock[],
  earlier: readonly (readonly StatusWrite[])[],
): readonly OverwrittenCell[] {
  const headers = headerTexts(rows[table.headerRowNumber - 1]);
  const saidIn = (rowNumber: number, header: string): CellValue | undefined => {
    const column = STATUS_COLUMNS.find((one) => STATUS_HEADERS[one] === header);
    const written = earlier.flat().filter((write) => write.rowNumber === rowNumber);
    const texts = written.flatMap(({ cells }) => (column === undefined ? [] : (cells[column] ?? [])));
    const row = table.rows.find((one) => one.rowNumber === rowNumber);
    return texts[texts.length - 1] ?? valueUnder(header, row, table.headers);
  };
  return cellsAsWritten(rows, blocks).flatMap(({ rowNumber, columnIndex }) => {
    const header = headers[columnIndex] ?? '';
    const isInPlace = STATUS_COLUMNS.some((one) => own[one] === columnIndex && STATUS_HEADERS[one] === header);
    return isInPlace ? [] : [{ rowNumber, columnIndex, header, value: saidIn(rowNumber, header) }];
  });
}

/** A cell, and what was written into it. */
interface WrittenCell extends Pick<OverwrittenCell, 'rowNumber' | 'columnIndex'> {
  readonly text: string;
}

function writtenCells(blocks: readonly CellBlock[]): readonly WrittenCell[] {
  return blocks.flatMap(({ firstRowNumber, firstColumnNumber, texts }) =>
    texts.flatMap((row, rowOffset) =>
      row.map((text, offset) => ({
        rowNumber: firstRowNumber + rowOffset,
        columnIndex: firstColumnNumber - 1 + offset,
        text,
      })),
    ),
  );
}

/** The cells of blocks that hold what was written. */
function cellsAsWritten(rows: Rows, blocks: readonly CellBlock[]): readonly WrittenCell[] {
  return writtenCells(blocks).filter(
    ({ rowNumber, columnIndex, text }) => plainText(rows[rowNumber - 1]?.[columnIndex] ?? '') === text,
  );
}

/** A tab as the last look at all of it found it, header row and rows. */
export function tableSeen(rows: Rows, ground: Ground): Ground['table'] {
  const headerIndex = whereaboutsOf(rows, ground)?.headerIndex ?? ground.table.headerRowNumber - 1;
  const below = rows.slice(headerIndex + 1);
  return {
    headers: headerTexts(rows[headerIndex]),
    headerRowNumber: headerIndex + 1,
    rows: below.map((values, offset) => ({ rowNumber: headerIndex + 2 + offset, values, texts: [] })),
  };
}

/** A column without a header is the one that came. */
function valueUnder(
  header: string,
  row: TableRow | undefined,
  headersBefore: readonly string[],
): CellValue | undefined {
  if (header === '') return '';
  return row?.values[headersBefore.indexOf(header)];
}

/** Headers of people that headers of new columns have taken the place of, by where these stand now. */
function lostHeaders(
  rows: Rows,
  headerIndex: number,
  { table }: Ground,
  blocks: readonly CellBlock[],
): ReadonlyMap<number, string> {
  const now = headerTexts(rows[headerIndex]);
  const named = table.headers.filter((header) => header !== '' && !isStatusHeader(header));
  const missing = named.filter((header) => !now.includes(header));
  // Where none of them is there it is another row.
  if (missing.length === named.length) return new Map();
  // A new one over what a missing one stood over is a new name for it, and then nothing took its place.
  const isNew = (header: string) => header !== '' && !isStatusHeader(header) && !named.includes(header);
  const newIndexes = now.flatMap((header, index) => (isNew(header) ? [index] : []));
  const isRenamed = (header: string) => newIndexes.some((index) => holdsColumn(rows, index, table, header));
  const overwritten = missing.filter((header) => !isRenamed(header));
  const places = blocks
    .filter(({ firstRowNumber }) => firstRowNumber === headerIndex + 1)
    .map(({ firstColumnNumber }) => firstColumnNumber - 1)
    .sort((one, other) => one - other);
  return new Map(
    overwritten.flatMap((header, index) => {
      const place = places[index];
      return place === undefined ? [] : [[place, header] as const];
    }),
  );
}

/** Whether a column holds what another one held when the tab was read, in whatever order: rows may have been sorted since. */
function holdsColumn(
  rows: Rows,
  indexNow: number,
  { headers, rows: rowsBefore }: Ground['table'],
  header: string,
): boolean {
  const indexBefore = headers.indexOf(header);
  const held = new Map<string, number>();
  for (const row of rows) {
    const text = plainText(row[indexNow] ?? '');
    held.set(text, (held.get(text) ?? 0) + 1);
  }
  return rowsBefore.every(({ values }) => {
    const text = plainText(values[indexBefore] ?? '');
    const left = held.get(text) ?? 0;
    held.set(text, left - 1);
    return left > 0;
  });
}

/**
 * Finds what a row was before: the only one that held what it holds, or the one that stood there; else the only one that had its
 * key, since a person may have edited the row. Columns that were written over and the add-on's own do not count.
 */
function likenessOf(
  { table, keyColumnIndexes }: Ground,
  rows: Rows,
  headers: readonly string[],
  overwritten: ReadonlySet<number>,
): (rowNumber: number) => TableRow | undefined {
  const compared = table.headers.flatMap((header, index) => {
    const indexNow = headers.indexOf(header);
    const counts = header !== '' && indexNow !== -1 && !overwritten.has(indexNow) && !isStatusHeader(header);
    return counts ? [{ index, indexNow }] : [];
  });
  const textsIn = (values: readonly CellValue[], indexes: readonly number[]) =>
    indexes.map((index) => plainText(values[index] ?? '')).join('\u0000');
  const before = new Map<string, TableRow[]>();
  for (const row of table.rows) {
    const texts = textsIn(
      row.values,
      compared.map(({ index }) => index),
    );
    const alike = before.get(texts);
    if (alike === undefined) before.set(texts, [row]);
    else alike.push(row);
  }
  const indexesNow = compared.map(({ indexNow }) => indexNow);
  const keys = compared.filter(({ index }) => keyColumnIndexes.includes(index));
  const isKnown = keys.length > 0 && keys.length === keyColumnIndexes.length;
  const keyNow = (values: readonly CellValue[]) =>
    textsIn(
      values,
      keys.map(({ indexNow }) => indexNow),
    );
  const keyBefore = ({ values }: TableRow) =>
    textsIn(
      values,
      keys.map(({ index }) => index),
    );
  const had = isKnown ? singles(table.rows, keyBefore) : new Map<string, TableRow>();
  const have = isKnown ? singles(rows, keyNow) : new Map<string, readonly CellValue[]>();
  return (rowNumber) => {
    const alike = before.get(textsIn(rows[rowNumber - 1] ?? [], indexesNow)) ?? [];
    if (alike.length > 0) return alike.length === 1 ? alike[0] : alike.find((row) => row.rowNumber === rowNumber);
    const key = keyNow(rows[rowNumber - 1] ?? []);
    return have.has(key) ? had.get(key) : undefined;
  };
}

/** By a text those that share it with no other. */
function singles<T>(all: readonly T[], textOf: (one: T) => string): ReadonlyMap<string, T> {
  const found = new Map<string, T>();
  const shared = new Set<string>();
  for (const one of all) {
    const text = textOf(one);
    if (found.has(text)) shared.add(text);
    found.set(text, one);
  }
  for (const text of shared) found.delete(text);
  return found;
}
