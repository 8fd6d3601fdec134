/** The shapes of a tab's content once it has left the spreadsheet: plain values, no services, no Date objects. */

/**
 * A date or time cell as wall-clock time in the spreadsheet's time zone, so that no zone can shift it later.
 * Times without a day carry Sheets' epoch day 1899-12-30.
 */
export interface CellDate {
  /** `YYYY-MM-DDTHH:mm:ss`, without a zone. */
  readonly wallTime: string;
}

/** What a cell holds. An empty cell is `''`; a sheet error is its text (`#REF!`). */
export type CellValue = string | number | boolean | CellDate;

/** One cell: what it holds and what the user sees. */
export interface Cell {
  readonly value: CellValue;
  /** The shown text, formatted with the cell's number format and the spreadsheet's locale. */
  readonly text: string;
  /** The address behind the shown text, where the cell hides a link and whoever read the cell asked for it. */
  readonly link?: string;
}

/** One row below the header. `values[i]` and `texts[i]` belong to the column with index `i`. */
export interface TableRow {
  /** Row number as Sheets counts, from 1. */
  readonly rowNumber: number;
  readonly values: readonly CellValue[];
  /** The shown texts that were read; absent where nobody needs more than the value says (`textAt`). */
  readonly texts: readonly (string | undefined)[];
  /** Addresses behind shown texts that are no addresses themselves, by column index. */
  readonly links?: Readonly<Record<number, string>>;
}

/** A tab (or the part of it that was read): its header row and rows below it. */
export interface Table {
  /** Header texts as shown, trimmed; `''` for a column without a header. `headers[i]` is the column with index `i`. */
  readonly headers: readonly string[];
  readonly headerRowNumber: number;
  readonly rows: readonly TableRow[];
  /** All rows of the tab, or what of each tells its key, where `rows` are only some of them. */
  readonly allRows?: () => readonly TableRow[];
  /** The first rows below the header, whether or not they are among `rows`: they show what a column is about until all of it is known. */
  readonly sampleRows: readonly TableRow[];
}

/** How many rows below the header make up the sample. */
export const SAMPLE_ROWS = 50;

/** The cell of a row in the column with the given index; an empty cell where the row is shorter. */
export function cellAt(row: TableRow, columnIndex: number): Cell {
  const cell = { value: row.values[columnIndex] ?? '', text: textAt(row, columnIndex) };
  const link = row.links?.[columnIndex];
  return link === undefined ? cell : { ...cell, link };
}

/** What a cell shows, or what its value says where its shown text was not read. */
export function textAt({ values, texts }: TableRow, columnIndex: number): string {
  return texts[columnIndex] ?? plainText(values[columnIndex] ?? '');
}

/** A value as text, the same under every format and locale. */
export function plainText(value: CellValue): string {
  if (typeof value === 'string') return value;
  return typeof value === 'object' ? value.wallTime : String(value);
}
