/** Carries a menu run on in the background by a one-off trigger, where Google allows one. */

import { readRun, savePlannedRun, saveRun, takePlannedRun } from '../services/run-store.ts';
import { continueRun } from './continue-run.ts';
import { explain } from './reply.ts';

/** The top-level function the trigger calls. */
export const CONTINUATION_HANDLER = 'continueRunByTrigger';

/** Google starts a one-off trigger at the earliest after about a minute. */
const DELAY_MS = 60_000;

/**
 * Plans the next part of a run that is going on, for when the platform may be asked again.
 *
 * A published add-on may have one clock trigger per person and spreadsheet, at most hourly, so planning may fail.
 *
 * @returns In how many minutes it begins; `undefined` where no trigger could be made.
 * @see https://developers.google.com/workspace/add-ons/concepts/editor-triggers (read 2026-11-21).
 */
export function planContinuation(runId: string): number | undefined {
  const run = readRun();
  if (run?.runId !== runId) return undefined;
  const dueMs = Math.max(run.resumeAtMs, Date.now() + DELAY_MS);
  try {
    removeContinuations();
    savePlannedRun(SpreadsheetApp.getActiveSpreadsheet().getId(), run.runId);
    ScriptApp.newTrigger(CONTINUATION_HANDLER)
      .timeBased()
      .after(dueMs - Date.now())
      .create();
  } catch (exception) {
    console.warn({ message: 'no continuation trigger', run: run.runId, error: String(exception) });
    return undefined;
  }
  keepAliveUntil(run.runId, dueMs);
  return Math.ceil((dueMs - Date.now()) / 60_000);
}

/** Until then the run must not look abandoned to others; a run that ended meanwhile, or is in an execution, is left alone. */
function keepAliveUntil(runId: string, heldUntilMs: number): void {
  const run = readRun();
  if (run?.runId === runId && !run.isExecuting) saveRun({ ...run, heldUntilMs });
}

/** The trigger's work: one more part of the run it was made for, and another trigger if rows are left. */
export function continueByTrigger(): void {
  try {
    removeContinuations();
    continuePlanned();
  } catch (exception) {
    // Nobody is looking; the rows keep waiting for the sidebar. The log has the reason.
    explain(exception);
  }
}

function continuePlanned(): void {
  const spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet | null = SpreadsheetApp.getActiveSpreadsheet();
  // In a published add-on a clock trigger may know no spreadsheet; the rows keep waiting for the sidebar.
  if (spreadsheet === null) return;
  const planned = takePlannedRun(spreadsheet.getId());
  const run = readRun();
  // The run may have ended, and what is going on now may be somebody else's, with other rows and another key.
  if (run?.runId !== planned) return;
  const progress = continueRun(run.runId, 'unwatched', Date.now());
  if (!progress.ok) console.warn({ message: 'continuation failed', run: run.runId, failure: progress.error.kind });
  const isBusy = !progress.ok && progress.error.kind === 'busy';
  if (isBusy || (progress.ok && progress.value.state === 'running')) planContinuation(run.runId);
}

/** One-off triggers stay behind after they fired, and count. */
function removeContinuations(): void {
  for (const trigger of ScriptApp.getProjectTriggers()) {
    if (trigger.getHandlerFunction() === CONTINUATION_HANDLER) ScriptApp.deleteTrigger(trigger);
  }
}
