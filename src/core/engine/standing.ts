/** How a run stands inside one execution: its record, and the rows that need somebody. A value; every step makes the next. */

import { isOpen, type Settled } from '../own-cells/outcome.ts';
import { CHANGED_DETAIL } from '../own-cells/row-cells.ts';
import type { Failure } from '../terms/failure.ts';
import { failureText } from '../words/failures.ts';
import type { RunRow } from './plan-rows.ts';
import { changedProblem, problemOf, type RunState } from './progress.ts';
import type { RunProblem } from './row-problem.ts';
import { doneRows, type RunRecord, withGoneRow, withOutcomes } from './run-record.ts';

/** A run as it stands. */
export interface Standing {
  readonly record: RunRecord;
  /** Problem rows since the execution began. */
  readonly problems: readonly RunProblem[];
}

/** How a run stands when an execution lets it go. */
export interface Ending extends Standing {
  readonly state: RunState;
}

/** The run with further outcomes, those of rows that were gone before they could be written told apart. */
export function withRowOutcomes(
  standing: Standing,
  outcomes: readonly Settled<RunRow>[],
  unplaced: ReadonlySet<number>,
  statusColumnIndex: number,
): Standing {
  let { record } = standing;
  const problems = [...standing.problems];
  for (const { row, outcome } of outcomes) {
    const isGone = unplaced.has(row.row.rowNumber);
    if (isGone) record = withGoneRow(record, row.planner.labelOf(row.row), outcome.status);
    const detail = `${outcome.detail} (The row is no longer where it was; nothing was written.)`;
    const told = problemOf(row, isGone ? { ...outcome, detail } : outcome, record.tabId, statusColumnIndex);
    problems.push(...told);
    if (record.firstProblem === '' && told[0] !== undefined) record = { ...record, firstProblem: told[0].detail };
  }
  const statuses = outcomes.map(({ outcome }) => outcome.status);
  const open = outcomes.filter(({ outcome }) => isOpen(outcome)).length;
  if (open > 0) record = { ...record, openRows: (record.openRows ?? 0) + open };
  return { record: withOutcomes(record, statuses), problems };
}

/** The run, with rows that it let go because they changed while they waited. */
export function withChangedRows(standing: Standing, changed: readonly RunRow[], statusColumnIndex: number): Standing {
  if (changed.length === 0) return standing;
  const { record } = standing;
  const told = changed.map((row) => changedProblem(row, record.tabId, statusColumnIndex));
  const counted = { ...record, changedRows: record.changedRows + changed.length };
  const total = Math.max(record.total, doneRows(counted));
  const firstProblem = record.firstProblem === '' ? CHANGED_DETAIL : record.firstProblem;
  return { record: { ...counted, total, firstProblem }, problems: [...standing.problems, ...told] };
}

/** The run, with what stopped it: that is its first problem where no row had one before. */
export function withStop(standing: Standing, stoppedBy: Failure): Standing {
  const { record } = standing;
  const firstProblem = record.firstProblem === '' ? failureText(stoppedBy) : record.firstProblem;
  return { ...standing, record: { ...record, firstProblem, stoppedBy } };
}

/** The run, changed. */
export function withRecord(standing: Standing, change: Partial<RunRecord>): Standing {
  return { ...standing, record: { ...standing.record, ...change } };
}
