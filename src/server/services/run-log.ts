/** Ends runs: takes each off the spreadsheet and writes its line into the `Sync log` tab, exactly one. */
import type { EndedRun, RunEnd } from '../../core/engine/ended-run.ts';
import { LOG_HEADERS, LOG_LINES, LOG_TAB_NAME, logLine } from '../../core/engine/run-log.ts';
import type { RunRecord } from '../../core/engine/run-record.ts';
import { columnLetters } from '../../core/sheet/column-letters.ts';
import { spreadsheetTimeOf } from './clock.ts';
import { readLastRun, removeRun, saveLastRun } from './run-store.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/**
 * Ends a run and logs it. The end is stored before the line is written, so that a line lost to a kill is written when the
 * next run begins. A log that cannot be written must not keep the run from ending.
 */
export function concludeRun(record: RunRecord, end: RunEnd): void {
  // An execution that was killed at its very end may have left a run standing that has ended.
  const last = readLastRun();
  const hasEnded = last?.record.runId === record.runId;
  if (!hasEnded) saveLastRun({ record, end, endedAtMs: Date.now(), isLogged: false });
  removeRun();
  console.info({ message: 'run ended', run: record.runId, action: record.action, end, counts: record.counts });
  logLastRun(hasEnded, last === undefined);
}

/** Writes the line of a run that ended without one, and ends the run that nobody came back to, if there is one. */
export function concludeEarlierRuns(running: RunRecord | undefined): void {
  logLastRun(true);
  if (running !== undefined) concludeRun(running, 'interrupted');
}

/**
 * @param mayBeThere Whether the line may have been written before the execution was killed.
 * @param isFirst Whether no run is known to have ended in this spreadsheet before.
 */
function logLastRun(mayBeThere: boolean, isFirst = false): void {
  const ended = readLastRun();
  if (ended === undefined || ended.isLogged) return;
  try {
    writeLine(ended, isFirst ? makeLog() : openLog(), mayBeThere);
    saveLastRun({ ...ended, isLogged: true });
  } catch (exception) {
    // A protected log tab, or a spreadsheet at its limit of cells.
    const { runId } = ended.record;
    console.warn({ message: 'the Sync log could not be written', run: runId, error: String(exception) });
  }
}

/** The headers, and one line. The first run, which may have columns to make as well, has no call to spare for the looks (ADR 7). */
const LINES_BEFORE_SECOND_RUN = 2;

function writeLine(ended: EndedRun, log: Log | undefined, mayBeThere: boolean): void {
  if (log === undefined) return;
  const { sheet, texts } = log;
  const line = logLine(ended, startOf(ended));
  const lines = lineCount(texts);
  if (mayBeThere && texts[lines - 1]?.join('\n') === line.join('\n')) return;
  const isNew = lines === 0;
  const rows = isNew ? [LOG_HEADERS, line] : [line];
  const missing = texts.length === 0 ? 0 : lines + rows.length - texts.length;
  if (missing > 0) sheet.insertRowsAfter(texts.length, missing);
  writeRows(sheet, lines + 1, rows);
  if (lines === LINES_BEFORE_SECOND_RUN) sheet.setFrozenRows(1);
  const surplus = lines - LOG_LINES;
  if (surplus > 0) sheet.deleteRows(2, surplus);
  SpreadsheetApp.flush();
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

/** Rows up to the last one that holds anything, the header row included. */
function lineCount(texts: readonly (readonly string[])[]): number {
  let count = texts.length;
  while (count > 0 && (texts[count - 1] ?? []).every((text) => text === '')) count -= 1;
  return count;
}

/** The log tab and the shown texts of all its rows, blank ones included; no texts where it was made just now. */
interface Log {
  readonly sheet: Sheet;
  readonly texts: readonly (readonly string[])[];
}

/** The log tab of a spreadsheet that has none, without looking first; a copied spreadsheet has one, and remembers no run. */
function makeLog(): Log | undefined {
  try {
    return { sheet: insertSheet(SpreadsheetApp.getActiveSpreadsheet()), texts: [] };
  } catch {
    return openLog();
  }
}

/** The log tab, made on first use; `undefined` when a tab of that name is somebody else's. */
function openLog(): Log | undefined {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const sheet: Sheet | null = spreadsheet.getSheetByName(LOG_TAB_NAME);
  if (sheet === null) return { sheet: insertSheet(spreadsheet), texts: [] };
  // Whole columns, so that one call tells the header row, the last line and the size of the grid.
  const texts = sheet.getRange(COLUMNS).getDisplayValues();
  // A tab without any text was left by an execution that was killed while it made the log.
  const isLog = lineCount(texts) === 0 || texts[0]?.join('\n') === LOG_HEADERS.join('\n');
  return isLog ? { sheet, texts } : undefined;
}

function insertSheet(spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet): Sheet {
  const active = spreadsheet.getActiveSheet();
  // Google decides on the place, which no document tells; a person may move it.
  const sheet = spreadsheet.insertSheet(LOG_TAB_NAME);
  // A new tab comes to the front; the person is working on another one, with rows selected.
  spreadsheet.setActiveSheet(active, true);
  return sheet;
}

const COLUMNS = `A:${columnLetters(LOG_HEADERS.length - 1)}`;
