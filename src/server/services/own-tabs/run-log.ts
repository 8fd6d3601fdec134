/** Begins and ends runs: each holds the spreadsheet, is taken off it, and gets its line in the `Sync log` tab, exactly one. */
import type { EndedRun, RunEnd } from '../../../core/engine/ended-run.ts';
import {
  isLogHeader,
  LOG_HEADERS,
  LOG_LINES,
  LOG_TAB_NAME,
  LOG_WIDTHS,
  logLine,
} from '../../../core/engine/run-log.ts';
import type { RunRecord } from '../../../core/engine/run-record.ts';
import type { Failure } from '../../../core/terms/failure.ts';
import { type Result, success } from '../../../core/terms/result.ts';
import { spreadsheetTimeOf } from '../clock.ts';
import { notedDeletes } from '../stores/delete-store.ts';
import { type FileProperties, makeRoom } from '../stores/document-store.ts';
import { endRun, readLastRun, removeRun, replaceRun, restoreRuns, saveLastRun, saveRun } from '../stores/run-store.ts';
import { insertBehind } from './insert-behind.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/**
 * Ends a run and logs it. The end is stored before the line is written, so that a line lost to a kill is written when the
 * next run begins. A log that cannot be written must not keep the run from ending.
 *
 * @param more What is stored in the same call.
 */
export function concludeRun(record: RunRecord, end: RunEnd, more: FileProperties = {}): void {
  const last = readLastRun();
  const hasEnded = hasRunEnded(record, last);
  const ended = hasEnded ? last : endedNow(record, end);
  if (hasEnded) removeRun();
  else endRun(ended, { ...more, ...deletesOf(record) });
  tell(ended);
  logRun(ended, hasEnded, last === undefined);
}

/**
 * Has a run hold the spreadsheet that is about to write its first mark, once there is room for all it will need to remember.
 * The run that nobody came back to ends then; its line is written when this one has begun.
 *
 * @param running The run that the spreadsheet still remembers, if there is one.
 * @param stored What is in the store.
 * @returns How to take it back, as long as nothing was written.
 */
export function openRun(
  record: RunRecord,
  running: RunRecord | undefined,
  stored: FileProperties,
): Result<() => void, Failure> {
  const room = makeRoom({}, stored);
  if (!room.ok) return room;
  if (running === undefined) {
    saveRun(record);
    return success(removeRun);
  }
  // Only the run that ended last is remembered, so the one before must have its line.
  logEarlierRun();
  const last = readLastRun();
  const hasEnded = hasRunEnded(running, last);
  const ended = hasEnded ? last : endedNow(running, 'interrupted');
  const before = replaceRun(record, ended, hasEnded ? {} : deletesOf(running));
  return success(() => restoreRuns(before));
}

/** Writes the line of a run that ended without one. */
export function logEarlierRun(): void {
  const last = readLastRun();
  if (last === undefined || last.isLogged) return;
  tell(last);
  logRun(last, true);
}

/** Whether a run has ended before: an execution that was killed at its very end may have left it standing. */
function hasRunEnded(record: RunRecord, last: EndedRun | undefined): last is EndedRun {
  return last?.record.runId === record.runId;
}

function endedNow(record: RunRecord, end: RunEnd): EndedRun {
  return { record, end, endedAtMs: Date.now(), isLogged: false };
}

function deletesOf({ counts }: RunRecord): FileProperties {
  return notedDeletes(counts.Deleted ?? 0);
}

function tell({ record, end }: EndedRun): void {
  console.info({ message: 'run ended', run: record.runId, action: record.action, end, counts: record.counts });
}

/**
 * @param mayBeThere Whether the line may have been written before the execution was killed.
 * @param isFirst Whether no run is known to have ended in this spreadsheet before.
 */
function logRun(ended: EndedRun, mayBeThere: boolean, isFirst = false): void {
  if (ended.isLogged) return;
  try {
    const log = isFirst ? makeLog() : openLog();
    // A tab of the log's name is somebody else's. The run stays the last one, so that the next run can write its line.
    if (log === undefined) return;
    writeLine(ended, log, mayBeThere);
    saveLastRun({ ...ended, isLogged: true });
  } catch (exception) {
    // A protected log tab, or a spreadsheet at its limit of cells.
    const { runId } = ended.record;
    console.warn({ message: 'the Sync log could not be written', run: runId, error: String(exception) });
  }
}

/** The log as it is shown. */
export interface ReadLog {
  readonly tabId: number;
  /** Oldest first. */
  readonly lines: readonly (readonly string[])[];
  /** Whether the tab of that name is no log: somebody else's, or one with other headers by now. */
  readonly isForeign: boolean;
}

/** The last lines of the log; `undefined` where there is none. */
export function readLogLines(most: number): ReadLog | undefined {
  const sheet: Sheet | null = SpreadsheetApp.getActiveSpreadsheet().getSheetByName(LOG_TAB_NAME);
  const lastRow = sheet === null ? 0 : sheet.getLastRow();
  if (sheet === null || lastRow === 0) return undefined;
  const isForeign = !isLogHeader(shownIn(sheet, 1));
  if (isForeign) return { tabId: sheet.getSheetId(), lines: [], isForeign };
  const first = Math.max(2, lastRow - most + 1);
  const lines = lastRow < 2 ? [] : sheet.getRange(first, 1, lastRow - first + 1, LOG_HEADERS.length).getDisplayValues();
  return { tabId: sheet.getSheetId(), lines, isForeign };
}

/** The headers, and one line. The first run, which may have columns to make as well, has no call to spare for a filter (ADR 7). */
const LINES_BEFORE_SECOND_RUN = 2;

function writeLine(ended: EndedRun, { sheet, lines }: Log, mayBeThere: boolean): void {
  const line = logLine(ended, startOf(ended));
  if (mayBeThere && lines > 0 && shownIn(sheet, lines).join('\n') === line.join('\n')) return;
  const rows = lines === 0 ? [LOG_HEADERS, line] : [line];
  const gridRows = lines === 0 ? Number.POSITIVE_INFINITY : sheet.getMaxRows();
  const missing = lines + rows.length - gridRows;
  if (missing > 0) {
    sheet.insertRowsAfter(gridRows, missing);
    // Rows added below a filter are none of its own.
    filterAnew(sheet);
  }
  // First of all: it asks for a filter, which would send what is written before it by itself.
  if (lines === LINES_BEFORE_SECOND_RUN) filterAnew(sheet);
  if (lines === 0) makeReadable(sheet);
  writeRows(sheet, lines + 1, rows);
  const surplus = lines - LOG_LINES;
  if (surplus > 0) sheet.deleteRows(2, surplus);
  SpreadsheetApp.flush();
}

/** A filter over all lines, so that runs can be sorted and searched by who, tab or outcome. */
function filterAnew(sheet: Sheet): void {
  const there: GoogleAppsScript.Spreadsheet.Filter | null = sheet.getFilter();
  there?.remove();
  sheet.getRange(1, 1, sheet.getMaxRows(), LOG_HEADERS.length).createFilter();
}

/** A bold header that stays in sight, and columns as wide as what they hold: they leave with the lines, in one flush. */
function makeReadable(sheet: Sheet): void {
  sheet.setFrozenRows(1);
  sheet.getRange(1, 1, 1, LOG_HEADERS.length).setFontWeight('bold');
  for (const { from, to, widthPixels } of LOG_WIDTHS) {
    const [first, last] = [LOG_HEADERS.indexOf(from), LOG_HEADERS.indexOf(to)];
    sheet.setColumnWidths(first + 1, last - first + 1, widthPixels);
  }
}

/** Texts stay texts, whatever they begin with. */
function writeRows(sheet: Sheet, firstRowNumber: number, rows: readonly (readonly (string | number)[])[]): void {
  sheet
    .getRange(firstRowNumber, 1, rows.length, LOG_HEADERS.length)
    .setNumberFormats(rows.map((row) => row.map((value) => (typeof value === 'string' ? '@' : '0'))))
    .setValues(rows.map((row) => [...row]));
}

function startOf({ record }: EndedRun): string {
  return spreadsheetTimeOf(record.startedAtMs, SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetTimeZone());
}

/** What a line of the log shows. */
function shownIn(sheet: Sheet, rowNumber: number): readonly string[] {
  return sheet.getRange(rowNumber, 1, 1, LOG_HEADERS.length).getDisplayValues()[0] ?? [];
}

/** The log tab, and its rows up to the last one that holds anything, the header row included. */
interface Log {
  readonly sheet: Sheet;
  readonly lines: number;
}

/** The log tab of a spreadsheet that has none, without looking first; a copied spreadsheet has one, and remembers no run. */
function makeLog(): Log | undefined {
  try {
    return { sheet: insertBehind(SpreadsheetApp.getActiveSpreadsheet(), LOG_TAB_NAME), lines: 0 };
  } catch {
    return openLog();
  }
}

/** The log tab, made on first use; `undefined` when a tab of that name is somebody else's. */
function openLog(): Log | undefined {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const sheet: Sheet | null = spreadsheet.getSheetByName(LOG_TAB_NAME);
  if (sheet === null) return { sheet: insertBehind(spreadsheet, LOG_TAB_NAME), lines: 0 };
  const lines = sheet.getLastRow();
  // A tab without any text was left by an execution that was killed while it made the log.
  const isLog = lines === 0 || isLogHeader(shownIn(sheet, 1));
  return isLog ? { sheet, lines } : undefined;
}
