/** The words of the sidebar that depend on state: actions, counts, and what a screen reader is told. */

import type { CheckReport } from '../../core/check/check-report.ts';
import type { RunningView, RunProgress } from '../../core/engine/progress.ts';
import type { Scope } from '../../core/engine/run-request.ts';
import type { Action } from '../../core/words/actions.ts';
import type { StatusCounts } from '../../core/words/statuses.ts';
import { type StatusTone, SYNC_STATUSES, type SyncStatus } from '../../core/words/statuses.ts';
import type { CorrectionActivity, RunState } from './run/run-state.ts';

/** How an action is named: as a command, while it goes on, and as a thing. */
export interface ActionWords {
  readonly command: string;
  readonly ongoing: string;
  readonly noun: string;
  readonly explanation: string;
}

/** The words of each action, in the order in which they are offered. */
export const ACTION_WORDS: { readonly [Name in Action]: ActionWords } = {
  sync: {
    command: 'Sync listings',
    ongoing: 'Syncing listings',
    noun: 'Sync',
    explanation: 'Updates each listing, or deletes it when its row says so.',
  },
  push: {
    command: 'Push rows',
    ongoing: 'Pushing rows',
    noun: 'Push',
    explanation: 'Sends whole rows, by their ID, as knowledge the chatbot answers from.',
  },
  delete: {
    command: 'Delete listings',
    ongoing: 'Deleting listings',
    noun: 'Delete',
    explanation: 'Removes the listings of the rows from the chatbot, after you confirm.',
  },
};

/** The words of each scope. */
export const SCOPE_WORDS: { readonly [Name in Scope]: string } = {
  selection: 'Selected rows',
  tab: 'All rows of this tab',
  failed: 'Rows to retry',
};

/** A count with its noun: `1 row`, `1,200 rows`. */
export function count(howMany: number, noun: string): string {
  return `${howMany.toLocaleString('en-US')} ${noun}${howMany === 1 ? '' : 's'}`;
}

/** More headers than this are counted rather than named. */
const MOST_HEADERS = 6;

/** Headers in quotes, the first of them if there are many: `“Beds”, “Baths” and 3 more`. */
export function someHeaders(headers: readonly string[]): string {
  const named = headers.slice(0, MOST_HEADERS).map((header) => `“${header}”`);
  const untold = headers.length - named.length;
  return untold === 0 ? named.join(', ') : `${named.join(', ')} and ${untold} more`;
}

/** The rows left out of a selection, or `''` when there are none: `1 hidden and 2 blank rows left out`. */
export function leftOutWords(left: { readonly hiddenRows: number; readonly blankRows: number }): string {
  const { hiddenRows, blankRows } = left;
  if (hiddenRows > 0 && blankRows > 0) return `${hiddenRows} hidden and ${count(blankRows, 'blank row')} left out`;
  if (hiddenRows > 0) return `${count(hiddenRows, 'hidden row')} left out`;
  return blankRows > 0 ? `${count(blankRows, 'blank row')} left out` : '';
}

/** A status that occurred, for a chip. */
export interface StatusCount {
  readonly status: SyncStatus;
  readonly tone: StatusTone;
  readonly meaning: string;
  readonly rows: number;
}

/** The statuses that occurred, in the order in which people see them. */
export function occurringStatuses(counts: StatusCounts): readonly StatusCount[] {
  return SYNC_STATUSES.flatMap((entry) => {
    const rows = counts[entry.status] ?? 0;
    return rows === 0 ? [] : [{ ...entry, rows }];
  });
}

/** Rows that another run of the scope `failed` takes up again. */
export function retriableRows(counts: StatusCounts): number {
  return (counts.Failed ?? 0) + (counts.Unconfirmed ?? 0) + (counts.Sending ?? 0);
}

/** Who is running what, and how far: `Ann is syncing listings in "Homes": 3 of 10 rows.` */
export function runningWords(run: RunningView): string {
  const who = run.startedBy === '' ? 'Someone' : run.startedBy;
  const what = ACTION_WORDS[run.action].ongoing.toLowerCase();
  return `${who} is ${what} in “${run.tabName}”: ${progressWords(run)}.`;
}

/** How far a run is: `3 of 10 rows`. */
export function progressWords({ done, total }: { readonly done: number; readonly total: number }): string {
  return `${done.toLocaleString('en-US')} of ${count(total, 'row')}`;
}

/** The headline of a run that is over. */
export function endWords({ action, state }: RunProgress): string {
  switch (state) {
    case 'running':
    case 'finished':
      return `${ACTION_WORDS[action].noun} finished`;
    case 'cancelled':
      return `${ACTION_WORDS[action].noun} cancelled`;
    case 'stopped':
      return `${ACTION_WORDS[action].noun} stopped early`;
    default:
      return state satisfies never;
  }
}

/** What to do once a correction is saved and the checked rows are no longer selected. */
export const SELECT_AGAIN = 'The correction is saved. Select the rows again and press Check to see what is left.';

/** What a screen reader is told of a run without being asked; failures are alerts of their own and not repeated here. */
export function announcement(state: RunState): string {
  switch (state.kind) {
    case 'idle':
    case 'confirming':
    case 'refused':
    case 'interrupted':
      return '';
    case 'checking':
      return 'Checking rows.';
    case 'checked':
      return checkAnnouncement(state.report, state.correction);
    case 'starting':
      return 'Preparing the rows.';
    case 'running':
      return `${ACTION_WORDS[state.run.progress.action].ongoing}: ${progressWords(state.run.progress)}.`;
    case 'ended':
      return `${endWords(state.run.progress)}. ${state.run.progress.message}`;
    default:
      return state satisfies never;
  }
}

function checkAnnouncement(report: CheckReport, correction: CorrectionActivity): string {
  switch (correction.kind) {
    case 'none':
      return `Check finished. ${report.message}`;
    case 'saving':
      return 'Saving the correction.';
    case 'awaitsSelection':
      return SELECT_AGAIN;
    case 'failed':
      return '';
    default:
      return correction satisfies never;
  }
}
