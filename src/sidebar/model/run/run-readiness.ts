/** Whether an action can start now and, if not, why – in the words that stand beside the disabled button. */
import type { Overview, SelectionView } from '../../../core/contract/server-functions.ts';
import type { RunningView } from '../../../core/engine/run-record.ts';
import type { SidebarState } from '../sidebar-state.ts';
import { isCorrecting, isPreparing, isResumable, isRunBusy, runAtHand } from './run-state.ts';

/** Why a run cannot start; `undefined` when it can. */
export function startObstacle(state: SidebarState): string | undefined {
  const overview = state.overview.value;
  if (overview?.connection.waiting !== undefined) return 'The connection was changed. Look at it in ⚙ Settings first.';
  if (overview?.connection.isConnected === false) return 'Connect to the platform first, in ⚙ Settings.';
  return checkObstacle(state);
}

/** Why a check cannot start; `undefined` when it can. It needs no connection, since it sends nothing. */
export function checkObstacle(state: SidebarState): string | undefined {
  const overview = state.overview.value;
  if (overview === undefined) return 'The spreadsheet is being read.';
  return activityObstacle(state) ?? rowsObstacle(overview, state);
}

/** Why the rows that failed in the last run cannot be retried; `undefined` when they can. */
export function retryObstacle(state: SidebarState): string | undefined {
  const tabName = runAtHand(state.run)?.progress.tabName;
  // Failed rows are looked for in the active tab, which need not be the one the run was about.
  if (tabName !== undefined && !isActiveTab(state, tabName)) return `Go to the tab “${tabName}” to retry its rows.`;
  return startObstacle({ ...state, scope: 'failed' });
}

/** Why what a check found cannot be corrected from its report; `undefined` when it can. */
export function correctionObstacle(state: SidebarState): string | undefined {
  const { run, mapping } = state;
  if (run.kind !== 'checked') return 'Check the rows first.';
  if (isCorrecting(run)) return 'The correction is being saved.';
  if (mapping.kind === 'ready' && mapping.saving !== undefined) return 'The mapping is being saved.';
  const { tabName } = run.report;
  return isActiveTab(state, tabName) ? undefined : `Go to the tab “${tabName}” to correct its rows.`;
}

/** Why no row of a check's report can be looked at; `undefined` when one can. */
export function previewObstacle(state: SidebarState): string | undefined {
  if (state.run.kind !== 'checked') return 'Check the rows first.';
  if (state.overview.value?.connection.isConnected === false) {
    return 'Connect to the platform first: the request names your chatbot.';
  }
  const { tabName } = state.run.report;
  return isActiveTab(state, tabName) ? undefined : `Go to the tab “${tabName}” to look at its rows.`;
}

/** A run of another person that holds the spreadsheet. */
export function foreignRun(state: SidebarState): RunningView | undefined {
  const run = state.overview.value?.run;
  return run?.isMine === false ? run : undefined;
}

/** A run of this person that was started elsewhere or before the sidebar was opened, and that nobody drives on here. */
export function unfinishedRun(state: SidebarState): RunningView | undefined {
  const run = state.overview.value?.run;
  if (run?.isMine !== true || isPreparing(state.run)) return undefined;
  return runAtHand(state.run)?.progress.runId === run.runId ? undefined : run;
}

function isActiveTab(state: SidebarState, tabName: string): boolean {
  return state.overview.value?.tab?.tabName === tabName;
}

function activityObstacle(state: SidebarState): string | undefined {
  if (state.run.kind === 'checking') return 'The rows are being checked.';
  if (isCorrecting(state.run)) return 'The correction is being saved.';
  if (state.run.kind === 'starting') return 'The run is being prepared.';
  if (isRunBusy(state.run)) return 'The run is going on.';
  if (foreignRun(state) !== undefined) return 'Wait until the run above has ended.';
  if (unfinishedRun(state) !== undefined) return 'Continue or cancel your unfinished run first.';
  return isResumable(state.run) ? 'Continue or cancel the interrupted run first.' : undefined;
}

function rowsObstacle(overview: Overview, state: SidebarState): string | undefined {
  const { tab } = overview;
  if (tab === undefined) return 'This tab cannot be used yet; see above.';
  if (tab.headerRowNumber === undefined) return 'No header row was found in this tab. Name the columns in one row.';
  if (tab.dataRows === 0) return 'This tab has no rows below its header.';
  return state.scope === 'selection' && tab.selection.rows === 0 ? emptySelection(tab.selection) : undefined;
}

function emptySelection(selection: SelectionView): string {
  if (selection.hiddenRows > 0) return 'All selected rows are hidden by a filter or by hand. Select visible rows.';
  if (selection.blankRows > 0) return 'The selected rows are blank. Select rows that hold data.';
  return 'Select at least one row below the header.';
}
