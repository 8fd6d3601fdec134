/** Reads the part of a tab that an execution of a run works on. */
import { parseMarkCell } from '../../../core/own-cells/mark-cell.ts';
import { findStatusColumns } from '../../../core/own-cells/status-columns.ts';
import type { Failure } from '../../../core/terms/failure.ts';
import { failure, type Result, success } from '../../../core/terms/result.ts';
import type { RowSpan } from '../../../core/terms/row-list.ts';
import { failures } from '../../../core/words/failures.ts';
import { columnsOf, readerIn, rowsOf, spanValues, type Values } from './cell-values.ts';
import { wholeTable, withTexts } from './shown-texts.ts';
import { type QueuedContent, toContent } from './tab-content.ts';
import { MOST_DECIDED_CELLS, type TabReader } from './tab-reader.ts';
import { type Top, topOf, topRange } from './tab-top.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

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
