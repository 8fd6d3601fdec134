/** Shows of a tab only the rows that want somebody, or all of them again. */
import type { ProblemsFilter, ProblemsFilterInput } from '../../../core/contract/server-functions.ts';
import type { Failure } from '../../../core/terms/failure.ts';
import { failure, type Result, success } from '../../../core/terms/result.ts';
import { failures } from '../../../core/words/failures.ts';
import { STATUS_HEADERS } from '../../../core/words/own-headers.ts';
import { QUIET_STATUSES } from '../../../core/words/statuses.ts';
import { findSheet } from '../../services/sheet/open-tab.ts';
import { readTop } from '../../services/sheet/sheet-reader.ts';
import { readTabSettings } from '../../services/stores/settings-store.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/**
 * Hides, by the tab's filter, the rows that need nobody, or takes that back; a tab has one filter at most, so that a person's
 * own is used, and what it filters by stays.
 *
 * @see https://developers.google.com/apps-script/reference/spreadsheet/filter (read 2026-11-30)
 */
export function filterProblems(input: ProblemsFilterInput): Result<ProblemsFilter, Failure> {
  const sheet = findSheet(input.tabId);
  if (sheet === undefined) return failure(failures.tabGone());
  const status = statusCell(sheet);
  if (!status.ok) return status;
  return input.onlyProblems ? showProblems(sheet, status.value) : showAll(sheet, status.value, input.isOurs);
}

/** The header cell of the status column; both numbers count from 1. */
interface StatusCell {
  readonly headerRowNumber: number;
  readonly columnNumber: number;
  readonly lastRowNumber: number;
}

function statusCell(sheet: Sheet): Result<StatusCell, Failure> {
  const timeZone = SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetTimeZone();
  const top = readTop(sheet, timeZone, readTabSettings(sheet.getSheetId()).headerRowNumber);
  if (!top.ok) return top;
  const { own, table, lastRowNumber } = top.value;
  if (own.status === undefined) return failure(failures.statusColumnsGone(sheet.getName()));
  return success({ headerRowNumber: table.headerRowNumber, columnNumber: own.status + 1, lastRowNumber });
}

function showProblems(sheet: Sheet, status: StatusCell): Result<ProblemsFilter, Failure> {
  const { headerRowNumber, columnNumber, lastRowNumber } = status;
  const there: GoogleAppsScript.Spreadsheet.Filter | null = sheet.getFilter();
  if (there !== null && !covers(there.getRange(), status))
    return failure(failures.filterElsewhere(sheet.getName(), STATUS_HEADERS.status));
  const rowCount = lastRowNumber - headerRowNumber + 1;
  const filter = there ?? sheet.getRange(headerRowNumber, 1, rowCount, sheet.getLastColumn()).createFilter();
  const criteria = SpreadsheetApp.newFilterCriteria()
    .setHiddenValues(['', ...QUIET_STATUSES])
    .build();
  filter.setColumnFilterCriteria(columnNumber, criteria);
  SpreadsheetApp.flush();
  sheet.getRange(headerRowNumber, columnNumber).activate();
  return success({ tabId: sheet.getSheetId(), onlyProblems: true, isOurs: there === null });
}

function showAll(
  sheet: Sheet,
  { columnNumber, ...status }: StatusCell,
  isOurs: boolean,
): Result<ProblemsFilter, Failure> {
  const filter: GoogleAppsScript.Spreadsheet.Filter | null = sheet.getFilter();
  if (isOurs) filter?.remove();
  else if (filter !== null && covers(filter.getRange(), { columnNumber, ...status }))
    filter.removeColumnFilterCriteria(columnNumber);
  SpreadsheetApp.flush();
  return success({ tabId: sheet.getSheetId(), onlyProblems: false, isOurs: false });
}

/** Whether a filter begins at the header row and reaches the status column. */
function covers(range: GoogleAppsScript.Spreadsheet.Range, { headerRowNumber, columnNumber }: StatusCell): boolean {
  const isInColumns = range.getColumn() <= columnNumber && columnNumber <= range.getLastColumn();
  return isInColumns && range.getRow() === headerRowNumber;
}
