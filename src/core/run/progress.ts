/** Tells the sidebar how far a run is, from its record and the rows that were just settled. */
import type { Failure, RowProblem, RunProgress } from '../protocol.ts';
import type { RowOutcome } from './outcome.ts';
import type { RunRow } from './plan-rows.ts';
import { doneRows, goneRowCount, type RunRecord } from './run-record.ts';
import { cancelledMessage, finishedMessage, runningMessage, stoppedMessage } from './run-words.ts';
import { toneOf } from './status.ts';

/** Problem rows that one answer may carry. */
export const MAX_PROBLEMS = 100;

/** How a run stands after a step. */
export type RunState =
  | { readonly kind: 'running' }
  | { readonly kind: 'finished' }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'stopped'; readonly failure: Failure };

/** The progress of a run. */
export function progressOf(record: RunRecord, state: RunState, problems: readonly RowProblem[]): RunProgress {
  const { runId, action, tabName, total, hiddenRows, blankRows, cost, counts, requests } = record;
  const progress = {
    ...{ runId, action, tabName, total, hiddenRows, blankRows, cost, counts, requests },
    state: state.kind,
    done: doneRows(record),
    problems: problems.slice(0, MAX_PROBLEMS),
    message: messageOf(record, state),
  };
  return state.kind === 'stopped' ? { ...progress, failure: state.failure } : progress;
}

/** The row as a problem a person can go to, or nothing when its outcome needs nobody. */
export function problemOf(
  row: RunRow,
  outcome: RowOutcome,
  tabId: number,
  statusColumnIndex: number,
): readonly RowProblem[] {
  const tone = toneOf(outcome.status);
  if (tone === 'done' || tone === 'neutral') return [];
  return [
    {
      tabId,
      rowNumber: row.row.rowNumber,
      columnNumber: (outcome.columnIndex ?? statusColumnIndex) + 1,
      label: row.planner.labelOf(row.row),
      status: outcome.status,
      detail: outcome.detail,
    },
  ];
}

function messageOf(record: RunRecord, state: RunState): string {
  switch (state.kind) {
    case 'running':
      return runningMessage(doneRows(record), record.total, record.resumeAtMs > record.lastSignOfLifeMs);
    case 'finished':
      return finishedMessage({ ...record, unwrittenRows: goneRowCount(record) });
    case 'cancelled':
      return cancelledMessage(record.counts, record.total);
    case 'stopped':
      return stoppedMessage(record.counts, record.total, state.failure);
    default:
      return state satisfies never;
  }
}
