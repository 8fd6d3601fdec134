/** Reads a tab into plain values: what cells hold in one call, and what they show only where that counts. */

import { isKnownHeader } from '../../../core/mapping/header-meanings.ts';
import { parseMarkCell } from '../../../core/own-cells/mark-cell.ts';
import { findStatusColumns, type StatusColumnIndexes } from '../../../core/own-cells/status-columns.ts';
import { findHeaderRow, HEADER_SEARCH_ROWS } from '../../../core/sheet/find-header-row.ts';
import { readRuns } from '../../../core/sheet/read-plan.ts';
import { type CellValue, SAMPLE_ROWS, type Table, type TableRow } from '../../../core/sheet/table.ts';
import { type NeedsText, textColumns } from '../../../core/sheet/text-columns.ts';
import type { Failure } from '../../../core/terms/failure.ts';
import { failure, type Result, success } from '../../../core/terms/result.ts';
import type { RowSpan } from '../../../core/terms/row-list.ts';
import { failures } from '../../../core/words/failures.ts';
import { wallTimeFormatter } from '../wall-time.ts';
import { linkRows, linkSample } from './link-reader.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** What was read of a tab. */
export interface TabContent {
  readonly sheet: Sheet;
  readonly tabId: number;
  readonly tabName: string;
  readonly table: Table;
  /** Where the add-on's columns are, as far as there are any. */
  readonly own: StatusColumnIndexes;
  /** The last row of the tab that holds anything, whether or not it was read. */
  readonly lastRowNumber: number;
  /** Reads more of it; what was worked out of its dates serves again. */
  readonly read: ReadValues;
}

/** What the reader of a tab is told once its first rows are known. */
export interface TextNeeds {
  /** Whether columns may hide addresses behind words, so that the first rows are looked at for them. */
  readonly hidesLinks: boolean;
  /** Columns in which they are known to stand, be it far below the first rows. */
  readonly linkColumnIndexes: readonly number[];
  readonly needsText: NeedsText;
}

/** How many rows a tab has below its header, and some of them. */
interface PartOfTab {
  readonly rowCount: number;
  readonly rows: Values;
}

/** Whoever a tab is read for. */
export interface TabReader {
  /**
   * Whether it is settled what the columns with these very headers hold, so that neither all of their cells need be looked at, nor
   * headers and first rows be read as shown.
   *
   * @param tab How many rows the tab has, and some of them; absent where what was settled counts however much was added.
   */
  isDecided(headers: readonly string[], tab?: PartOfTab): boolean;
  /** The columns for which the shown texts of their numbers count for what they hold. */
  tellingColumns(headers: readonly string[]): ReadonlySet<number>;
  /**
   * What counts in a tab, judged by its header and first rows.
   *
   * @param whole The tab with all of its rows, where they have been read.
   */
  needsOf(top: Table, whole: Table | undefined): TextNeeds;
}

/** So many cells are looked at to find out what the columns of a tab hold, whatever part of it is wanted. */
export const MOST_DECIDED_CELLS = 500_000;

/** So many cells can be read, planned and marked in an execution; a thousand take about 25 ms to read, and as many to plan. */
export const MOST_READ_CELLS = 4_000_000;

/**
 * Reads a whole tab, given as the range of its data. All values come with one call, so that no row can move between two parts of it.
 */
export function readTab(
  all: GoogleAppsScript.Spreadsheet.Range,
  tabName: string,
  timeZone: string,
  headerRowNumber: number | undefined,
  reader: TabReader,
): Result<TabContent, Failure> {
  const sheet = all.getSheet();
  const read = readerIn(timeZone);
  const values = read(all);
  const top = topOf(sheet, values, headerRowNumber, reader, true);
  if (top === undefined) return failure(failures.noHeaderRow(tabName));
  const table = wholeTable(sheet, top, values, reader);
  return success(
    toContent(
      sheet,
      read,
      tabName,
      withTexts(sheet, table, (part) => reader.needsOf(part, part)),
      values.length,
    ),
  );
}

/** Where so large a part of the rows is wanted, reading all of them at once is as quick. */
const LARGE_PART = 0.6;

/** Some rows of a tab, and what tells the keys of all others. */
export type PartialContent = TabContent & Pick<QueuedContent, 'readColumns'>;

/** The rows that are wanted, among those that hold data. */
export type RowsIn = (data: RowSpan) => readonly number[];

/**
 * Reads the header, the sample, and the wanted rows of a tab with all that stands between them; `undefined` where that is so
 * much that the whole tab may as well be read, or where it is not settled what the columns hold.
 */
export function readRows(
  all: GoogleAppsScript.Spreadsheet.Range,
  timeZone: string,
  headerRowNumber: number | undefined,
  rowsIn: RowsIn,
  reader: TabReader,
): Result<PartialContent, Failure> | undefined {
  const sheet = all.getSheet();
  const read = readerIn(timeZone);
  const tabName = sheet.getName();
  const [lastRowNumber, columnCount] = [all.getNumRows(), all.getNumColumns()];
  const isLarge = lastRowNumber * columnCount > MOST_DECIDED_CELLS;
  // Before anything is read.
  const reach = spanOf(rowsIn({ firstRowNumber: 1, lastRowNumber }));
  if (!isLarge && heightOf(reach) > lastRowNumber * LARGE_PART) return undefined;
  const first = read(topRange(all, headerRowNumber));
  const top = topOf(sheet, first, headerRowNumber, reader);
  if (top === undefined) return failure(failures.noHeaderRow(tabName));
  const isDecided = (rows: Values) =>
    // All of a large tab is not looked at for that.
    reader.isDecided(top.headers, isLarge ? undefined : { rowCount: lastRowNumber - top.headerRowNumber, rows });
  if (!isDecided(first.slice(top.headerRowNumber))) return undefined;
  const below = { firstRowNumber: top.headerRowNumber + 1, lastRowNumber };
  const wanted = rowsIn(below);
  const span = spanOf(wanted);
  if (heightOf(span) * columnCount > MOST_DECIDED_CELLS) return undefined;
  const values = wanted.length === 0 ? [] : spanValues(sheet, read, first, span, columnCount);
  if (!isDecided(values)) return undefined;
  const rows = rowsOf(values, span.firstRowNumber, top.sampleRows);
  const table = withTexts(sheet, { ...top, rows }, (part) => reader.needsOf(part, undefined));
  return success({
    ...toContent(sheet, read, tabName, table, lastRowNumber),
    readColumns: (columnIndexes) => columnsOf(sheet, read, below, columnIndexes),
  });
}

function spanOf(rowNumbers: readonly number[]): RowSpan {
  return { firstRowNumber: rowNumbers[0] ?? 1, lastRowNumber: rowNumbers[rowNumbers.length - 1] ?? 0 };
}

function heightOf({ firstRowNumber, lastRowNumber }: RowSpan): number {
  return lastRowNumber - firstRowNumber + 1;
}

/** Reads the header and the first rows below it. */
export function readTop(
  sheet: Sheet,
  timeZone: string,
  headerRowNumber: number | undefined,
): Result<TabContent, Failure> {
  const tabName = sheet.getName();
  const read = readerIn(timeZone);
  const all = sheet.getDataRange();
  const top = topOf(sheet, read(topRange(all, headerRowNumber)), headerRowNumber);
  if (top === undefined) return failure(failures.noHeaderRow(tabName));
  const table = { ...top, rows: top.sampleRows };
  return success(
    toContent(
      sheet,
      read,
      tabName,
      withTexts(sheet, table, () => ({ hidesLinks: true, linkColumnIndexes: [], needsText: () => false })),
      all.getNumRows(),
    ),
  );
}

/** The headers of a tab, given as the range of its data; none where no header row is found. */
export function readHeaders(
  all: GoogleAppsScript.Spreadsheet.Range,
  timeZone: string,
  headerRowNumber: number | undefined,
): readonly string[] {
  const first = readerIn(timeZone)(topRange(all, headerRowNumber));
  return topOf(all.getSheet(), first, headerRowNumber)?.headers ?? [];
}

/** The part of a tab that an execution of a run works on. */
export interface QueuedContent extends TabContent {
  /** Whether further rows wait in the run beyond those that were read. */
  readonly hasMore: boolean;
  /** How many of the rows that were read waited when their marks were read, a moment before. */
  readonly waitingRows: number;
  /** All rows of the tab below the header, with the values of some columns at least. */
  readonly readColumns: (columnIndexes: readonly number[]) => readonly TableRow[];
}

/** The rows of a run that are wanted. */
export interface WantedRows {
  readonly tabName: string;
  readonly runId: string;
  readonly maxRows: number;
}

/** Up to so many cells it is quicker to read all of a tab at once than its top, its marks and the waiting rows one by one. */
export const SMALL_TAB_CELLS = 30_000;

/** Reads the header, the sample, and the first rows that wait in a run. */
export function readQueuedRows(
  sheet: Sheet,
  timeZone: string,
  headerRowNumber: number | undefined,
  run: WantedRows,
  reader: TabReader,
): Result<QueuedContent, Failure> {
  const read = readerIn(timeZone);
  const all = sheet.getDataRange();
  const [lastRowNumber, columnCount] = [all.getNumRows(), all.getNumColumns()];
  const isSmall = lastRowNumber * columnCount <= SMALL_TAB_CELLS;
  const first = read(isSmall ? all : topRange(all, headerRowNumber));
  const top = topOf(sheet, first, headerRowNumber, reader);
  if (top === undefined) return failure(failures.noHeaderRow(run.tabName));
  const isDecided = reader.isDecided(top.headers);
  if (!isDecided && lastRowNumber * columnCount > MOST_DECIDED_CELLS) return failure(failures.undecided(run.tabName));
  const values = isDecided || isSmall ? first : read(all);
  const whole = isDecided ? undefined : wholeTable(sheet, top, values, reader);
  const startedMs = Date.now();
  const waiting = waitingRowNumbers(sheet, top, values, lastRowNumber, run.runId);
  const cellMs = (Date.now() - startedMs) / lastRowNumber;
  const span = firstSpan(waiting, run.maxRows, Math.floor(LONGEST_SPAN_MS / (2 * cellMs * columnCount)));
  const rows =
    span === undefined
      ? []
      : rowsOf(spanValues(sheet, read, values, span, columnCount), span.firstRowNumber, top.sampleRows);
  return success({
    ...toContent(
      sheet,
      read,
      run.tabName,
      withTexts(sheet, { ...top, rows }, (part) => reader.needsOf(part, whole)),
      lastRowNumber,
    ),
    hasMore: span !== undefined && (waiting[waiting.length - 1] ?? 0) > span.lastRowNumber,
    waitingRows: span === undefined ? 0 : waiting.filter((rowNumber) => rowNumber <= span.lastRowNumber).length,
    readColumns: (columnIndexes) =>
      isSmall
        ? rowsOf(values.slice(top.headerRowNumber), top.headerRowNumber + 1, [])
        : columnsOf(sheet, read, { firstRowNumber: top.headerRowNumber + 1, lastRowNumber }, columnIndexes),
  });
}

/** The rows that a header is looked for in, and the sample below it. */
function topRange(all: GoogleAppsScript.Spreadsheet.Range, headerRowNumber = 0): GoogleAppsScript.Spreadsheet.Range {
  const rowCount = Math.min(all.getNumRows(), Math.max(HEADER_SEARCH_ROWS, headerRowNumber) + SAMPLE_ROWS);
  return all.getSheet().getRange(1, 1, rowCount, all.getNumColumns());
}

/** The values of a span; those at the top of the tab have been read already. */
function spanValues(
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
function columnsOf(
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

type Values = readonly (readonly CellValue[])[];

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

/** A tab's header and sample, with their shown texts where those may say more than the values. */
type Top = Omit<Table, 'rows'>;

function topOf(
  sheet: Sheet,
  values: Values,
  headerRowNumber: number | undefined,
  reader?: Pick<TabReader, 'isDecided'>,
  isWhole = false,
): Top | undefined {
  const found = headerRowNumber === undefined ? findHeaderRow(values, isKnownHeader) : headerRowNumber - 1;
  if (found === undefined || found >= values.length) return undefined;
  const held = headersHeld(values[found] ?? []);
  const below = values.slice(found + 1);
  const sample = below.slice(0, SAMPLE_ROWS);
  const tab = isWhole ? { rowCount: below.length, rows: below } : undefined;
  const isKnown = held !== undefined && reader?.isDecided(held, tab) === true;
  const [header = [], ...texts] = isKnown
    ? [held]
    : sheet.getRange(found + 1, 1, sample.length + 1, values[found]?.length ?? 1).getDisplayValues();
  const headers = header.map((text) => text.trim());
  if (headers.every((text) => text === '')) return undefined;
  const sampleRows = sample.map((row, offset) => ({
    rowNumber: found + 2 + offset,
    values: row,
    texts: texts[offset] ?? NO_TEXTS,
  }));
  return { headers, headerRowNumber: found + 1, sampleRows };
}

/** What header cells hold, where all are texts: others show what their number format makes of them. */
function headersHeld(header: readonly CellValue[]): readonly string[] | undefined {
  const held = header.flatMap((value) => (typeof value === 'string' ? [value] : []));
  return held.length === header.length ? held : undefined;
}

/** Rows; those of the sample may have been read with their texts. */
function rowsOf(values: Values, firstRowNumber: number, sample: readonly TableRow[]): readonly TableRow[] {
  const first = sample[0]?.rowNumber ?? 0;
  return values.map((row, offset) => {
    const rowNumber = firstRowNumber + offset;
    return sample[rowNumber - first] ?? { rowNumber, values: row, texts: NO_TEXTS };
  });
}

const NO_TEXTS: readonly string[] = [];

function wholeTable(sheet: Sheet, top: Top, values: Values, reader: TabReader): Table {
  const rows = rowsOf(values.slice(top.headerRowNumber), top.headerRowNumber + 1, top.sampleRows);
  return withTellingTexts(sheet, { ...top, rows }, reader);
}

/** The table with the shown texts that tell what columns hold; as it is where that is settled. */
function withTellingTexts(sheet: Sheet, table: Table, reader: TabReader): Table {
  if (reader.isDecided(table.headers, { rowCount: table.rows.length, rows: table.rows.map(({ values }) => values) }))
    return table;
  const telling = reader.tellingColumns(table.headers);
  return withShownTexts(sheet, table, (columnIndex, value) => typeof value === 'number' && telling.has(columnIndex));
}

/** The table with the hidden addresses and shown texts that count. */
function withTexts(sheet: Sheet, table: Table, needsOf: (part: Table) => TextNeeds): Table {
  const needs = needsOf(table);
  if (!needs.hidesLinks) return withShownTexts(sheet, table, needs.needsText);
  const sample = linkSample(sheet, table.sampleRows, needs.linkColumnIndexes);
  const linked = { ...table, sampleRows: sample.rows, rows: linkRows(sheet, table.rows, sample) };
  return withShownTexts(sheet, linked, needsOf(linked).needsText);
}

function withShownTexts(sheet: Sheet, table: Table, needsText: NeedsText): Table {
  const sampled = new Set(table.sampleRows.filter(({ texts }) => texts.length > 0).map((row) => row.rowNumber));
  const rows = table.rows.filter((row) => !sampled.has(row.rowNumber));
  const [first] = rows;
  if (first === undefined) return table;
  const wanted = textColumns(table.headers, rows, needsText);
  if (wanted.length === 0) return table;
  const texts = new Map<number, (string | undefined)[]>(rows.map((row) => [row.rowNumber, [...row.texts]]));
  const lastRowNumber = rows.reduce((last, row) => Math.max(last, row.rowNumber), first.rowNumber);
  const rowCount = lastRowNumber - first.rowNumber + 1;
  for (const { firstColumnIndex, count } of readRuns(wanted, rowCount)) {
    const read = sheet.getRange(first.rowNumber, firstColumnIndex + 1, rowCount, count).getDisplayValues();
    for (const { rowNumber } of rows) {
      const cells = read[rowNumber - first.rowNumber] ?? [];
      const row = texts.get(rowNumber) ?? [];
      for (let position = 0; position < count; position += 1) row[firstColumnIndex + position] = cells[position];
    }
  }
  return {
    ...table,
    rows: table.rows.map((row) =>
      sampled.has(row.rowNumber) ? row : { ...row, texts: texts.get(row.rowNumber) ?? [] },
    ),
  };
}

function waitingRowNumbers(
  sheet: Sheet,
  { headers, headerRowNumber }: Top,
  values: Values,
  lastRowNumber: number,
  runId: string,
): readonly number[] {
  const { mark: columnIndex } = findStatusColumns(headers);
  const rowCount = lastRowNumber - headerRowNumber;
  if (columnIndex === undefined || rowCount < 1) return [];
  const marks: readonly (readonly unknown[])[] =
    values.length === lastRowNumber
      ? values.slice(headerRowNumber).map((row) => [row[columnIndex]])
      : sheet.getRange(headerRowNumber + 1, columnIndex + 1, rowCount, 1).getValues();
  return marks.flatMap(([mark], offset) =>
    typeof mark === 'string' && parseMarkCell(mark).mark?.runId === runId ? [headerRowNumber + 1 + offset] : [],
  );
}

/** An execution reads rows for no longer than this, even where few of them wait, as quick as their marks were read. */
const LONGEST_SPAN_MS = 60_000;

/** From the first waiting row to the last one that an execution has a use for, and no further than so many rows. */
function firstSpan(waiting: readonly number[], maxRows: number, longestSpan: number): RowSpan | undefined {
  const wanted = waiting.slice(0, maxRows);
  const [first] = wanted;
  if (first === undefined) return undefined;
  const last = wanted.reduce((reached, rowNumber) => (rowNumber < first + longestSpan ? rowNumber : reached), first);
  return { firstRowNumber: first, lastRowNumber: last };
}

function toContent(sheet: Sheet, read: ReadValues, tabName: string, table: Table, lastRowNumber: number): TabContent {
  return {
    sheet,
    read,
    tabId: sheet.getSheetId(),
    tabName,
    table,
    own: findStatusColumns(table.headers),
    lastRowNumber,
  };
}
