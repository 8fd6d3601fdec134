/**
 * Whether an action can start now and, if not, why – in the words that stand beside the button that is off. Only what this
 * sidebar does itself turns a button off: what it merely believes of the spreadsheet, the server is asked on the press.
 */
import type { RunningView } from '../../../core/engine/run-record.ts';
import type { SidebarState } from '../sidebar-state.ts';
import { isCorrecting, isCorrigible, isPreparing, isResumable, isRunBusy, runAtHand } from './run-state.ts';

/** Why neither a check nor a run can start; `undefined` when they can. */
export function startObstacle(state: SidebarState): string | undefined {
  if (state.run.kind === 'checking') return 'The rows are being checked.';
  if (isCorrecting(state.run)) return 'The correction is being saved.';
  if (state.run.kind === 'starting') return 'The run is being prepared.';
  if (isRunBusy(state.run)) return 'The run is going on.';
  if (unfinishedRun(state) !== undefined) return 'Continue or cancel your unfinished run first.';
  return isResumable(state.run) ? 'Continue or cancel the interrupted run first.' : undefined;
}

/** Why the rows that failed in the last run cannot be retried; `undefined` when they can. */
export function retryObstacle(state: SidebarState): string | undefined {
  const tabName = runAtHand(state.run)?.progress.tabName;
  // Failed rows are looked for in the active tab, which need not be the one the run was about.
  if (tabName !== undefined && !isActiveTab(state, tabName)) return `Go to the tab “${tabName}” to retry its rows.`;
  return startObstacle(state);
}

/** Why what a check found cannot be corrected from its report; `undefined` when it can. */
export function correctionObstacle(state: SidebarState): string | undefined {
  const { run, mapping } = state;
  if (!isCorrigible(run)) return 'Check the rows first.';
  if (isCorrecting(run)) return 'The correction is being saved.';
  if (mapping.kind === 'ready' && mapping.saving !== undefined) return 'The mapping is being saved.';
  const { tabName } = run.kind === 'checked' ? run.report : run.run.progress;
  return isActiveTab(state, tabName) ? undefined : `Go to the tab “${tabName}” to correct its rows.`;
}

/** Why no row of a check's report can be looked at; `undefined` when one can. */
export function previewObstacle(state: SidebarState): string | undefined {
  if (state.run.kind !== 'checked') return 'Check the rows first.';
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

/** How many rows the next press is about, as far as it is known. */
export function rowsInScope({ scope, overview }: SidebarState): number | undefined {
  const tab = overview.value?.tab;
  switch (scope) {
    case 'selection':
      return tab?.selection.rows;
    case 'tab':
      return tab?.dataRows;
    case 'failed':
    case 'missing':
      return undefined;
    default:
      return scope satisfies never;
  }
}

function isActiveTab(state: SidebarState, tabName: string): boolean {
  return state.overview.value?.tab?.tabName === tabName;
}
