/** What the sidebar shows at a glance; cheap enough to be asked every few seconds, whatever the tab's size. */

import { kindOfTab } from '../../core/compare/own-tabs.ts';
import type { Overview, SelectionView, TabView } from '../../core/contract/server-functions.ts';
import { isAlive, runningView } from '../../core/engine/run-record.ts';
import { isKnownHeader } from '../../core/mapping/header-meanings.ts';
import { findHeaderRow, HEADER_SEARCH_ROWS } from '../../core/sheet/find-header-row.ts';
import type { Failure } from '../../core/terms/failure.ts';
import { failure, type Result, success } from '../../core/terms/result.ts';
import { failures } from '../../core/words/failures.ts';
import { hiddenQuestions, rowNumbersOf, selectedRanges } from '../services/sheet/selection.ts';
import { glanceAtConnection } from '../services/stores/connection-store.ts';
import { type FileProperties, readFileProperties } from '../services/stores/document-store.ts';
import { currentUserKey, runIn, watchRun } from '../services/stores/run-store.ts';
import { chosenActionIn, createsMissingIn, headerRowSettingIn } from '../services/stores/settings-store.ts';
import { isOfNewerVersion } from '../services/stores/store-format.ts';

/** More rows than this are not asked one by one whether they are hidden, just to be shown a number. */
const MAX_HIDDEN_QUESTIONS = 200;

/** Connection, active tab, selection, and the run that is going on, for one read of the stores. */
export function readOverview(): Overview {
  const stored = readFileProperties();
  const tab = viewTab(SpreadsheetApp.getActiveSheet(), stored);
  return {
    connection: glanceAtConnection(stored),
    ...(tab.ok ? { tab: tab.value } : { tabProblem: tab.error }),
    ...viewRun(stored),
    ...(isOfNewerVersion(stored) && { newerVersion: failures.newerStore() }),
  };
}

/** The run of somebody else counts while it is alive; one's own can be taken up again however long it lay. */
function viewRun(stored: FileProperties): Pick<Overview, 'run'> {
  const run = runIn(stored);
  if (run === undefined) return {};
  const view = runningView(run, currentUserKey(), run.isExecuting ? watchRun(run.runId) : undefined);
  return view.isMine || isAlive(run, Date.now()) ? { run: view } : {};
}

function viewTab(sheet: GoogleAppsScript.Spreadsheet.Sheet, stored: FileProperties): Result<TabView, Failure> {
  const tabId = sheet.getSheetId();
  const tabName = sheet.getName();
  const lastRow = sheet.getLastRow();
  if (lastRow === 0) return failure(failures.emptyTab(tabName));
  const header = readHeader(sheet, headerRowSettingIn(stored, tabId), lastRow);
  if (header === undefined) return failure(failures.noHeaderRow(tabName));
  const { headerRowNumber, headers } = header;
  const chosenAction = chosenActionIn(stored, tabId);
  const data = { firstRowNumber: headerRowNumber + 1, lastRowNumber: lastRow };
  return success({
    tabId,
    tabName,
    kind: kindOfTab(tabName, headers),
    ...(chosenAction && { chosenAction }),
    ...(createsMissingIn(stored, tabId) && { createsMissing: true }),
    headerRowNumber,
    dataRows: Math.max(0, lastRow - headerRowNumber),
    selection: viewSelection(sheet, data),
  });
}

/** The header row: the one that was set, else the one that looks like it. */
function readHeader(
  sheet: GoogleAppsScript.Spreadsheet.Sheet,
  setRowNumber: number | undefined,
  lastRow: number,
): { readonly headerRowNumber: number; readonly headers: readonly string[] } | undefined {
  const columnCount = sheet.getLastColumn();
  if (lastRow === 0 || columnCount === 0)
    return setRowNumber === undefined ? undefined : { headerRowNumber: setRowNumber, headers: [] };
  const rowCount = Math.min(lastRow, Math.max(HEADER_SEARCH_ROWS, setRowNumber ?? 0));
  const top = sheet.getRange(1, 1, rowCount, columnCount).getValues();
  const names = top.map((row) => row.map((value) => (typeof value === 'object' ? 0 : value)));
  const headerIndex = setRowNumber === undefined ? findHeaderRow(names, isKnownHeader) : setRowNumber - 1;
  if (headerIndex === undefined) return undefined;
  return { headerRowNumber: headerIndex + 1, headers: (names[headerIndex] ?? []).map(String) };
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
