/** What the sidebar shows at a glance; cheap enough to be asked every few seconds, whatever the tab's size. */

import type { Overview, SelectionView, TabView } from '../../core/contract/server-functions.ts';
import { isAlive, runningView } from '../../core/engine/run-record.ts';
import { findHeaderRow, HEADER_SEARCH_ROWS } from '../../core/sheet/find-header-row.ts';
import type { Failure } from '../../core/terms/failure.ts';
import { failure, type Result, success } from '../../core/terms/result.ts';
import { failures } from '../../core/words/failures.ts';
import { viewConnection } from '../services/connection-store.ts';
import { currentUserKey, readRun } from '../services/run-store.ts';
import { hiddenQuestions, rowNumbersOf, selectedRanges } from '../services/selection.ts';
import { readHeaderRowSetting } from '../services/settings-store.ts';

/** More rows than this are not asked one by one whether they are hidden, just to be shown a number. */
const MAX_HIDDEN_QUESTIONS = 200;

/** Connection, active tab, selection, and the run that is going on. */
export function readOverview(): Overview {
  const connection = viewConnection();
  const tab = viewTab(SpreadsheetApp.getActiveSheet());
  return {
    connection,
    ...(tab.ok ? { tab: tab.value } : { tabProblem: tab.error }),
    ...viewRun(),
  };
}

/** The run of somebody else counts while it is alive; one's own can be taken up again however long it lay. */
function viewRun(): Pick<Overview, 'run'> {
  const run = readRun();
  if (run === undefined) return {};
  const view = runningView(run, currentUserKey());
  return view.isMine || isAlive(run, Date.now()) ? { run: view } : {};
}

function viewTab(sheet: GoogleAppsScript.Spreadsheet.Sheet): Result<TabView, Failure> {
  const tabId = sheet.getSheetId();
  const tabName = sheet.getName();
  const lastRow = sheet.getLastRow();
  const headerRowNumber = readHeaderRowSetting(tabId) ?? searchHeader(sheet, lastRow);
  if (headerRowNumber === undefined) return failure(failures.noHeaderRow(tabName));
  const data = { firstRowNumber: headerRowNumber + 1, lastRowNumber: lastRow };
  return success({
    tabId,
    tabName,
    headerRowNumber,
    dataRows: Math.max(0, lastRow - headerRowNumber),
    selection: viewSelection(sheet, data),
  });
}

function searchHeader(sheet: GoogleAppsScript.Spreadsheet.Sheet, lastRow: number): number | undefined {
  const columnCount = sheet.getLastColumn();
  if (lastRow === 0 || columnCount === 0) return undefined;
  const top = sheet.getRange(1, 1, Math.min(lastRow, HEADER_SEARCH_ROWS), columnCount).getValues();
  const headerIndex = findHeaderRow(top.map((row) => row.map((value) => (typeof value === 'object' ? 0 : value))));
  return headerIndex === undefined ? undefined : headerIndex + 1;
}

function viewSelection(
  sheet: GoogleAppsScript.Spreadsheet.Sheet,
  data: { readonly firstRowNumber: number; readonly lastRowNumber: number },
): SelectionView {
  const ranges = selectedRanges(sheet);
  const rowNumbers = rowNumbersOf(ranges, data);
  const { visible, hidden } =
    rowNumbers.length > MAX_HIDDEN_QUESTIONS
      ? { visible: rowNumbers, hidden: [] }
      : hiddenQuestions(sheet, rowNumbers).ask();
  const a1 = ranges.map((range) => range.getA1Notation()).join(', ');
  return { rows: visible.length, hiddenRows: hidden.length, blankRows: 0, a1 };
}
