/** Reads a tab into plain values: what cells hold in one call, and what they show only where that counts. */
import type { Failure } from '../../../core/terms/failure.ts';
import { failure, type Result, success } from '../../../core/terms/result.ts';
import type { RowSpan } from '../../../core/terms/row-list.ts';
import { failures } from '../../../core/words/failures.ts';
import { columnsOf, heightOf, readerIn, rowsOf, spanValues, type Values } from './cell-values.ts';
import { wholeTable, withTexts } from './shown-texts.ts';
import { type QueuedContent, type TabContent, toContent } from './tab-content.ts';
import { MOST_DECIDED_CELLS, type TabReader } from './tab-reader.ts';
import { topOf, topRange } from './tab-top.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

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
