/** Writes each run's line into the `Sync log` tab and takes the run off the spreadsheet. */
import { LOG_HEADERS, LOG_LINES, LOG_TAB_NAME, logLine, type RunEnd } from '../../core/run/run-log.ts';
import type { RunRecord } from '../../core/run/run-record.ts';
import { endRun } from './run-store.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Logs a run that has ended, and ends it. A log that cannot be written must not keep the run from ending. */
export function concludeRun(record: RunRecord, end: RunEnd): void {
  endRun(record);
  console.info({ message: 'run ended', run: record.runId, action: record.action, end, counts: record.counts });
  try {
    writeLine(record, end);
  } catch (exception) {
    // A protected log tab, or a spreadsheet at its limit of cells.
    console.warn({ message: 'the Sync log could not be written', run: record.runId, error: String(exception) });
  }
}

function writeLine(record: RunRecord, end: RunEnd): void {
  const sheet = logSheet();
  if (sheet === undefined) return;
  const timeZone = SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetTimeZone();
  const startedAt = Utilities.formatDate(new Date(record.startedAtMs), timeZone, 'yyyy-MM-dd HH:mm:ss');
  const rowNumber = sheet.getLastRow() + 1;
  if (rowNumber > sheet.getMaxRows()) sheet.insertRowsAfter(sheet.getMaxRows(), 1);
  const line = logLine(record, end, startedAt, Date.now());
  const formats = line.map((value) => (typeof value === 'string' ? '@' : '0'));
  sheet
    .getRange(rowNumber, 1, 1, line.length)
    .setNumberFormats([formats])
    .setValues([[...line]]);
  const surplus = rowNumber - 1 - LOG_LINES;
  if (surplus > 0) sheet.deleteRows(2, surplus);
  SpreadsheetApp.flush();
}

/** The log tab, made on first use; `undefined` when a tab of that name is somebody else's. */
function logSheet(): Sheet | undefined {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const found: Sheet | null = spreadsheet.getSheetByName(LOG_TAB_NAME);
  if (found === null) return createLogSheet(spreadsheet);
  const headers = found.getRange(1, 1, 1, Math.min(LOG_HEADERS.length, found.getMaxColumns())).getDisplayValues()[0];
  return headers?.join('\n') === LOG_HEADERS.join('\n') ? found : undefined;
}

function createLogSheet(spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet): Sheet {
  const active = spreadsheet.getActiveSheet();
  const sheet = spreadsheet.insertSheet(LOG_TAB_NAME, spreadsheet.getSheets().length);
  // A new tab comes to the front; the person is working on another one, with rows selected.
  spreadsheet.setActiveSheet(active, true);
  const missingColumns = LOG_HEADERS.length - sheet.getMaxColumns();
  if (missingColumns > 0) sheet.insertColumnsAfter(sheet.getMaxColumns(), missingColumns);
  sheet
    .getRange(1, 1, 1, LOG_HEADERS.length)
    .setValues([[...LOG_HEADERS]])
    .setFontWeight('bold');
  sheet.setFrozenRows(1);
  return sheet;
}
