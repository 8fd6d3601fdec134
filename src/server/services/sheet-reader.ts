/** Reads a tab into plain values, as a whole or only the rows that wait in a run. */

import { parseFingerprintCell } from '../../core/own-cells/fingerprint-cell.ts';
import { findStatusColumns } from '../../core/own-cells/status-columns.ts';
import { findHeaderRow, HEADER_SEARCH_ROWS } from '../../core/sheet/find-header-row.ts';
import { type CellValue, SAMPLE_ROWS, type Table, type TableRow } from '../../core/sheet/table.ts';
import type { Failure } from '../../core/terms/failure.ts';
import { failure, type Result, success } from '../../core/terms/result.ts';
import { failures } from '../../core/words/failures.ts';
import { linkRows, linkSample } from './link-reader.ts';
import { wallTimeFormatter } from './wall-time.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** What was read of a tab. */
export interface TabContent {
  readonly sheet: Sheet;
  readonly tabId: number;
  readonly tabName: string;
  readonly table: Table;
}

/** The part of a tab that a slice of a run works on. */
export interface QueuedContent extends TabContent {
  /** Whether further rows wait in the run beyond those that were read. */
  readonly hasMore: boolean;
  /** How many of the rows that were read waited when their marks were read, a moment before. */
  readonly waitingRows: number;
}

/**
 * Reads a whole tab with two bulk reads, whatever its size.
 *
 * @param headerRowNumber The header row a person has set; found where absent.
 */
export function readTab(sheet: Sheet, timeZone: string, headerRowNumber?: number): Result<TabContent, Failure> {
  const tabName = sheet.getName();
  const block = readBlock(sheet.getDataRange(), timeZone);
  const header = headerOf(block, headerRowNumber);
  if (header === undefined) return failure(failures.noHeaderRow(tabName));
  const below = block.rows.slice(header.headerRowNumber);
  const sample = linkSample(sheet, below.slice(0, SAMPLE_ROWS));
  const rows = linkRows(sheet, below, sample);
  return success(toContent(sheet, tabName, { ...header, rows, sampleRows: sample.rows }));
}

/** Up to so many cells it is quicker to read all of a tab at once than its top, its marks and the waiting rows one by one. */
const SMALL_TAB_CELLS = 30_000;

/**
 * Reads the header, the sample, and the first rows that wait in a run.
 *
 * @param run The run's tab name, its id, and how many of its rows are wanted at most.
 */
export function readQueuedRows(
  sheet: Sheet,
  timeZone: string,
  headerRowNumber: number | undefined,
  run: { readonly tabName: string; readonly runId: string; readonly maxRows: number },
): Result<QueuedContent, Failure> {
  const all = sheet.getDataRange();
  const [lastRowNumber, columnCount] = [all.getNumRows(), all.getNumColumns()];
  const isSmall = lastRowNumber * columnCount <= SMALL_TAB_CELLS;
  const sampleEnd = Math.max(HEADER_SEARCH_ROWS, headerRowNumber ?? 0) + SAMPLE_ROWS;
  const topRows = isSmall ? lastRowNumber : Math.min(lastRowNumber, sampleEnd);
  const top = readBlock(sheet.getRange(1, 1, topRows, columnCount), timeZone);
  const header = headerOf(top, headerRowNumber);
  if (header === undefined) return failure(failures.noHeaderRow(run.tabName));
  const sample = linkSample(sheet, top.rows.slice(header.headerRowNumber, header.headerRowNumber + SAMPLE_ROWS));
  const startedMs = Date.now();
  const waiting = waitingRowNumbers(sheet, header, top, lastRowNumber, run.runId);
  const cellMs = (Date.now() - startedMs) / lastRowNumber;
  const longestSpan = Math.floor(LONGEST_SPAN_MS / (2 * cellMs * columnCount));
  const span = firstSpan(waiting, run.maxRows, longestSpan);
  const rows = span === undefined ? [] : readSpan(sheet, timeZone, top, span, columnCount);
  const table = { ...header, rows: linkRows(sheet, rows, sample), sampleRows: sample.rows };
  return success({
    ...toContent(sheet, run.tabName, table),
    hasMore: span !== undefined && (waiting[waiting.length - 1] ?? 0) > span.last,
    waitingRows: span === undefined ? 0 : waiting.filter((rowNumber) => rowNumber <= span.last).length,
  });
}

/** The rows of a span; those at the top of the tab have been read already. */
function readSpan(
  sheet: Sheet,
  timeZone: string,
  top: Block,
  { first, last }: RowSpan,
  columnCount: number,
): readonly TableRow[] {
  const known = top.rows.slice(first - 1, last);
  const start = first + known.length;
  if (start > last) return known;
  return [...known, ...readBlock(sheet.getRange(start, 1, last - start + 1, columnCount), timeZone).rows];
}

/** Rows as read from a range. */
interface Block {
  readonly rows: readonly TableRow[];
}

type Header = Pick<Table, 'headers' | 'headerRowNumber'>;

/**
 * Reads texts first and values second. Rows are recognised by their texts before anything is sent, so rows that moved
 * between the two reads show as moved; the other way round a row could be sent with another row's values.
 */
function readBlock(range: GoogleAppsScript.Spreadsheet.Range, timeZone: string): Block {
  const texts = range.getDisplayValues();
  const values = plainValues(range.getValues(), wallTimeFormatter(timeZone));
  const firstRowNumber = range.getRow();
  return {
    rows: texts.map((rowTexts, offset) => ({
      rowNumber: firstRowNumber + offset,
      values: values[offset] ?? [],
      texts: rowTexts,
    })),
  };
}

function headerOf({ rows }: Block, headerRowNumber: number | undefined): Header | undefined {
  const found = headerRowNumber === undefined ? findHeaderRow(rows.map((row) => row.values)) : headerRowNumber - 1;
  const headers = found === undefined ? [] : (rows[found]?.texts ?? []).map((header) => header.trim());
  if (found === undefined || headers.every((header) => header === '')) return undefined;
  return { headers, headerRowNumber: found + 1 };
}

function waitingRowNumbers(
  sheet: Sheet,
  { headers, headerRowNumber }: Header,
  top: Block,
  lastRowNumber: number,
  runId: string,
): readonly number[] {
  const { fingerprint } = findStatusColumns(headers);
  const rowCount = lastRowNumber - headerRowNumber;
  if (fingerprint === undefined || rowCount < 1) return [];
  const texts =
    top.rows.length === lastRowNumber
      ? top.rows.slice(headerRowNumber).map((row) => [row.texts[fingerprint] ?? ''])
      : sheet.getRange(headerRowNumber + 1, fingerprint + 1, rowCount, 1).getDisplayValues();
  return texts.flatMap(([text = ''], offset) =>
    parseFingerprintCell(text).mark?.runId === runId ? [headerRowNumber + 1 + offset] : [],
  );
}

/** A slice reads rows for no longer than this, even where few of them wait, as quick as their marks were read. */
const LONGEST_SPAN_MS = 60_000;

/** Rows from the first to the last, by number. */
interface RowSpan {
  readonly first: number;
  readonly last: number;
}

/** From the first waiting row to the last one that a slice has a use for, and no further than so many rows. */
function firstSpan(waiting: readonly number[], maxRows: number, longestSpan: number): RowSpan | undefined {
  const wanted = waiting.slice(0, maxRows);
  const [first] = wanted;
  if (first === undefined) return undefined;
  const last = wanted.reduce((reached, rowNumber) => (rowNumber < first + longestSpan ? rowNumber : reached), first);
  return { first, last };
}

function toContent(sheet: Sheet, tabName: string, table: Table): TabContent {
  return { sheet, tabId: sheet.getSheetId(), tabName, table };
}

/** Dates become wall-clock time; objects without a text of their own (pictures in cells) become empty. */
function plainValues(rows: readonly (readonly unknown[])[], wallTimeOf: (date: Date) => string): CellValue[][] {
  return rows.map((row) =>
    row.map((value): CellValue => {
      if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
      return value instanceof Date ? { wallTime: wallTimeOf(value) } : '';
    }),
  );
}
