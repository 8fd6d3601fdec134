/** The last runs of the file, from its log. */
import type { RunsView } from '../../core/contract/server-functions.ts';
import { loggedRuns } from '../../core/engine/logged-runs.ts';
import { readLogLines } from '../services/run-log.ts';

/** More runs than anybody scrolls through here; the log has all of them. */
const SHOWN_RUNS = 20;

/** The runs, newest first, and the log itself where there is one. */
export function readRuns(): RunsView {
  const log = readLogLines(SHOWN_RUNS);
  if (log === undefined) return { runs: [] };
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const tabIds: { readonly [Name in string]?: number } = Object.fromEntries(
    spreadsheet.getSheets().map((sheet) => [sheet.getName(), sheet.getSheetId()]),
  );
  const runs = loggedRuns(log.lines).map((run) => {
    const tabId = tabIds[run.tabName];
    return tabId === undefined ? run : { ...run, tabId };
  });
  return { runs, logTabId: log.tabId };
}
