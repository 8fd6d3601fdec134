/** The last runs of the file, from its log, and the creates that wait for a word of a person. */
import type { OpenCreateReference, OpenCreateView, RunsView } from '../../../core/contract/server-functions.ts';
import { loggedRuns } from '../../../core/engine/logged-runs.ts';
import { isAlive } from '../../../core/engine/run-record.ts';
import type { Failure } from '../../../core/terms/failure.ts';
import { failure, type Result, success } from '../../../core/terms/result.ts';
import { spreadsheetTimeOf } from '../../services/clock.ts';
import { busyFailure, withDocumentLock } from '../../services/document-lock.ts';
import { readLogLines } from '../../services/own-tabs/run-log.ts';
import { readConnection } from '../../services/stores/connection-store.ts';
import { forgetCreates, readOpenCreates } from '../../services/stores/open-creates-store.ts';
import { readRun } from '../../services/stores/run-store.ts';

/** More runs than anybody scrolls through here; the log has all of them. */
const SHOWN_RUNS = 20;

/** The runs, newest first, and the log itself where there is one. */
export function readRuns(): RunsView {
  const log = readLogLines(SHOWN_RUNS);
  const openCreates = openCreatesHere();
  if (log === undefined) return { runs: [], openCreates };
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const tabIds: { readonly [Name in string]?: number } = Object.fromEntries(
    spreadsheet.getSheets().map((sheet) => [sheet.getName(), sheet.getSheetId()]),
  );
  const runs = loggedRuns(log.lines).map((run) => {
    const tabId = tabIds[run.tabName];
    return tabId === undefined ? run : { ...run, tabId };
  });
  return { runs, logTabId: log.tabId, ...(log.isForeign && { isLogForeign: true }), openCreates };
}

/** A person has looked on the platform: the listing is not there, so that the next run may create it. */
export function settleCreate({ mlsNumber }: OpenCreateReference): Result<RunsView, Failure> {
  const connection = readConnection();
  if (!connection.ok) return connection;
  return withDocumentLock(() => {
    const running = readRun();
    // A run that goes on may have sent the create just now.
    if (running !== undefined && isAlive(running, Date.now())) return failure(busyFailure());
    forgetCreates(connection.value.chatbotId, [mlsNumber]);
    return success(readRuns());
  });
}

function openCreatesHere(): readonly OpenCreateView[] {
  const connection = readConnection();
  if (!connection.ok) return [];
  const open = readOpenCreates(connection.value.chatbotId);
  if (open.length === 0) return [];
  const timeZone = SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetTimeZone();
  return open.map(({ mlsNumber, atMs }) => ({ mlsNumber, at: spreadsheetTimeOf(atMs, timeZone) }));
}
