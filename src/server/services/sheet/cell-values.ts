/** Reads ranges of a tab into plain values. */
import { readRuns } from '../../../core/sheet/read-plan.ts';
import type { CellValue, TableRow } from '../../../core/sheet/table.ts';
import type { RowSpan } from '../../../core/terms/row-list.ts';
import { wallTimeFormatter } from '../wall-time.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** What the cells of a range hold, row by row. */
export type Values = readonly (readonly CellValue[])[];

/** Reads what the cells of a range hold. */
export type ReadValues = (range: GoogleAppsScript.Spreadsheet.Range) => Values;

/** Reads ranges; dates become wall-clock time, objects without a text of their own (pictures in cells) become empty. */
export function readerIn(timeZone: string): ReadValues {
  const wallTimeOf = wallTimeFormatter(timeZone);
  const toCell = (value: unknown): CellValue => {
    if (isPlain(value)) return value;
    return value instanceof Date ? { wallTime: wallTimeOf(value) } : '';
  };
  return (range) => {
    const rows: readonly unknown[][] = range.getValues();
    // Most rows hold nothing to be turned into something else, and there may be a hundred thousand.
    return rows.map((row) => (isPlainRow(row) ? row : row.map(toCell)));
  };
}

function isPlain(value: unknown): value is string | number | boolean {
  return value !== null && value !== undefined && typeof value !== 'object';
}

function isPlainRow(row: readonly unknown[]): row is (string | number | boolean)[] {
  return row.every(isPlain);
}

/** Of a row that was not read as shown. */
export const NO_TEXTS: readonly string[] = [];

/** Rows; those of the sample may have been read with their texts. */
export function rowsOf(values: Values, firstRowNumber: number, sample: readonly TableRow[]): readonly TableRow[] {
  const first = sample[0]?.rowNumber ?? 0;
  return values.map((row, offset) => {
    const rowNumber = firstRowNumber + offset;
    return sample[rowNumber - first] ?? { rowNumber, values: row, texts: NO_TEXTS };
  });
}

/** The values of a span; those at the top of the tab have been read already. */
export function spanValues(
  sheet: Sheet,
  read: ReadValues,
  top: Values,
  { firstRowNumber, lastRowNumber }: RowSpan,
  columnCount: number,
): Values {
  const known = top.slice(firstRowNumber - 1, lastRowNumber);
  const start = firstRowNumber + known.length;
  if (start > lastRowNumber) return known;
  return [...known, ...read(sheet.getRange(start, 1, lastRowNumber - start + 1, columnCount))];
}

/** Rows with only some of their values. */
export function columnsOf(
  sheet: Sheet,
  read: ReadValues,
  span: RowSpan,
  columnIndexes: readonly number[],
): readonly TableRow[] {
  const { firstRowNumber } = span;
  const rows = Array.from({ length: Math.max(0, heightOf(span)) }, (_, offset) => ({
    rowNumber: firstRowNumber + offset,
    texts: NO_TEXTS,
    values: Array.from({ length: Math.max(...columnIndexes) + 1 }, (): CellValue => ''),
  }));
  if (rows.length === 0) return rows;
  for (const { firstColumnIndex, count } of readRuns(columnIndexes, rows.length)) {
    const cells = read(sheet.getRange(firstRowNumber, firstColumnIndex + 1, rows.length, count));
    cells.forEach((row, offset) => {
      rows[offset]?.values.splice(firstColumnIndex, count, ...row);
    });
  }
  return rows;
}

/** How many rows a span has. */
export function heightOf({ firstRowNumber, lastRowNumber }: RowSpan): number {
  return lastRowNumber - firstRowNumber + 1;
}
