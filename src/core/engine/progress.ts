/** Tells the sidebar how far a run is, from its record and the rows that were just settled. */

import type { RowOutcome } from '../own-cells/outcome.ts';
import { CHANGED_DETAIL } from '../own-cells/row-cells.ts';
import { keyCellOf } from '../sheet/row-identity.ts';
import type { Failure } from '../terms/failure.ts';
import type { Action } from '../words/actions.ts';
import {
  cancelledMessage,
  cancelledNote,
  finishedMessage,
  finishedNote,
  runningMessage,
  stoppedMessage,
} from '../words/endings.ts';
import type { StatusCounts } from '../words/statuses.ts';
import { toneOf } from '../words/statuses.ts';
import { type CauseGroup, causeGroups } from './cause-groups.ts';
import type { RunRow } from './plan-rows.ts';
import type { RowProblem, RunProblem } from './row-problem.ts';
import { doneRows, goneRowCount, isPausing, type RunRecord } from './run-record.ts';

/** How far a run is. `state` other than `running` is final. */
export interface RunProgress {
  readonly runId: string;
  readonly action: Action;
  readonly tabName: string;
  readonly state: 'running' | 'finished' | 'cancelled' | 'stopped';
  /** Rows of the run and with how many of them it is through. */
  readonly total: number;
  readonly done: number;
  readonly hiddenRows: number;
  readonly blankRows: number;
  /** What the run was expected to cost, in words; `''` for a small one. */
  readonly cost: string;
  readonly counts: StatusCounts;
  /** Rows that changed while they waited and were not sent. */
  readonly changedRows: number;
  /** Problem rows since the last answer, at most 100 of them in one answer. */
  readonly problems: readonly RunProblem[];
  /** All of these rows by cause, most rows first; at most 50 causes. */
  readonly groups: readonly CauseGroup[];
  /** Whether it takes back what another run has sent. */
  readonly isUndo?: true;
  /** Whether nothing is sent for a while, since the platform or Google asked to wait. */
  readonly isPaused?: true;
  /** Requests sent so far, retries included. */
  readonly requests: number;
  /** What happened and what to do next, in one or two sentences. */
  readonly message: string;
  /** What of it the counts do not say; `''` mostly. */
  readonly note: string;
  /** Why the run stopped early, when `state` is `stopped`. */
  readonly failure?: Failure;
}

/** Problem rows that one answer may carry. */
export const MAX_PROBLEMS = 100;

/** How a run stands after a step. */
export type RunState =
  | { readonly kind: 'running' }
  | { readonly kind: 'finished' }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'stopped'; readonly failure: Failure };

/** The progress of a run. */
export function progressOf(record: RunRecord, state: RunState, problems: readonly RunProblem[]): RunProgress {
  const { runId, action, tabName, total, hiddenRows, blankRows, cost, counts, changedRows, requests } = record;
  const progress = {
    runId,
    action,
    tabName,
    total,
    hiddenRows,
    blankRows,
    cost,
    counts,
    changedRows,
    requests,
    state: state.kind,
    done: doneRows(record),
    problems: problems.slice(0, MAX_PROBLEMS),
    groups: causeGroups(problems),
    message: withRemarks(messageOf(record, state), record, state),
    note: withRemarks(noteOf(record, state), record, state),
    ...(record.undoes && { isUndo: true as const }),
    ...(state.kind === 'running' && isPausing(record) ? { isPaused: true as const } : {}),
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
      ...keyOf(row),
      label: row.planner.labelOf(row.row),
      status: outcome.status,
      detail: outcome.detail,
      ...(outcome.causes === undefined ? {} : { causes: outcome.causes }),
    },
  ];
}

/** A row that changed while it waited. */
export function changedProblem(row: RunRow, tabId: number, statusColumnIndex: number): RunProblem {
  return {
    tabId,
    rowNumber: row.row.rowNumber,
    columnNumber: statusColumnIndex + 1,
    ...keyOf(row),
    label: row.planner.labelOf(row.row),
    detail: CHANGED_DETAIL,
  };
}

function keyOf({ identity, planner }: RunRow): Pick<RowProblem, 'key'> {
  const cell = keyCellOf(identity, planner.keyColumnIndexes);
  return cell === undefined ? {} : { key: { columnNumber: cell.columnIndex + 1, text: cell.text } };
}

/** While a run goes on, how far it is is all that counts. */
function withRemarks(words: string, { remarks }: RunRecord, { kind }: RunState): string {
  return kind === 'running' || remarks === '' ? words : `${words} ${remarks}`.trim();
}

function noteOf(record: RunRecord, { kind }: RunState): string {
  if (kind === 'finished') return finishedNote({ ...record, unwrittenRows: goneRowCount(record) });
  return kind === 'cancelled' ? cancelledNote(record.counts, record.total) : '';
}

function messageOf(record: RunRecord, state: RunState): string {
  switch (state.kind) {
    case 'running':
      return runningMessage(doneRows(record), record.total, isPausing(record));
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
