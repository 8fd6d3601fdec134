/** Finds what was written into cells that are not the add-on's, because a column moved between the look and the write. */
import { type CellValue, plainText, type TableRow } from '../sheet/table.ts';
import { isStatusHeader } from '../words/own-headers.ts';
import type { CellBlock } from './cell-blocks.ts';
import { type Ground, headerTexts, whereaboutsOf } from './place-writes.ts';

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
  const written = blocks.flatMap(({ firstRowNumber, firstColumnNumber, texts }) =>
    texts.flatMap((row, rowOffset) =>
      row.map((text, offset) => ({
        rowNumber: firstRowNumber + rowOffset,
        columnIndex: firstColumnNumber - 1 + offset,
        text,
      })),
    ),
  );
  const foreign = written.filter(
    ({ rowNumber, columnIndex, text }) =>
      !own.has(columnIndex) && plainText(rows[rowNumber - 1]?.[columnIndex] ?? '') === text,
  );
  const columns = new Set(foreign.map(({ columnIndex }) => columnIndex));
  const rowByNumber = new Map(table.rows.map((row) => [row.rowNumber, row]));
  return foreign.map(({ rowNumber, columnIndex }) => {
    const header = headers[columnIndex] ?? '';
    const row = rowByNumber.get(rowNumber);
    const isSame =
      row !== undefined && isSameRow(row, rows[rowNumber - 1] ?? [], { before: table.headers, headers, columns });
    return {
      rowNumber,
      columnIndex,
      header,
      value: rowNumber === now.headerIndex + 1 ? header : valueUnder(header, isSame ? row : undefined, table.headers),
    };
  });
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
  // One that is new may be one that was renamed, and then nothing took its place. What was written over stood at the right end.
  const renamed = now.filter((header) => header !== '' && !isStatusHeader(header) && !named.includes(header));
  const overwritten = missing.slice(Math.min(renamed.length, missing.length));
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

/** Whether a row holds what it held, but for the columns that were overwritten and the add-on's own. */
function isSameRow(
  { values }: TableRow,
  now: readonly CellValue[],
  columns: {
    readonly before: readonly string[];
    readonly headers: readonly string[];
    readonly columns: ReadonlySet<number>;
  },
): boolean {
  return columns.before.every((header, index) => {
    const indexNow = columns.headers.indexOf(header);
    if (header === '' || indexNow === -1 || columns.columns.has(indexNow) || isStatusHeader(header)) return true;
    return plainText(now[indexNow] ?? '') === plainText(values[index] ?? '');
  });
}
