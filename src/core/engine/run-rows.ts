/** Picks the rows a run is about, and pairs each with the planner of its action. */

import { needsConsent } from '../actions/operation-facts.ts';
import { isBlankRow, type PlannerFor, type RowPlanner } from '../actions/row-planner.ts';
import { parseMarkCell } from '../own-cells/mark-cell.ts';
import { settledOutcome } from '../own-cells/outcome.ts';
import { isUnderWay } from '../own-cells/row-cells.ts';
import { isSignedDelete } from '../own-cells/signed-delete.ts';
import { type StatusCells, type StatusColumnIndexes, statusCellsOf } from '../own-cells/status-columns.ts';
import { rowIdentity } from '../sheet/row-identity.ts';
import type { TableRow } from '../sheet/table.ts';
import type { Failure } from '../terms/failure.ts';
import { type Result, success } from '../terms/result.ts';
import type { Action } from '../words/actions.ts';
import { type PlannedRow, type RunRow, settledRow } from './plan-rows.ts';
import { triedIn, unclearOutcome } from './settle-left.ts';

/** The rows of a run, and what identifies them. */
export interface RunRows {
  readonly rows: readonly RunRow[];
  readonly blankRows: number;
  /** Blank rows that carry a mark all the same: they were emptied while they waited. */
  readonly emptied: readonly RunRow[];
  /** The columns that tell the run's rows apart. */
  readonly keyColumnIndexes: readonly number[];
}

/** Rows that wait in the given run. */
export function isQueuedRow(cells: StatusCells, runId: string): boolean {
  return parseMarkCell(cells.mark).mark?.runId === runId;
}

/**
 * Pairs rows with planners. A row that carries a mark keeps the action it was marked with, so that a retry asks for the
 * same thing again.
 *
 * @param keepsMarks Whether marks decide; a new run over selected rows ignores the marks of runs that were cut off.
 */
export function collectRunRows(
  rows: readonly TableRow[],
  statusColumns: StatusColumnIndexes,
  action: Action,
  plannerFor: PlannerFor,
  keepsMarks: boolean,
): Result<RunRows, Failure> {
  const planners = new Map<Action, RowPlanner>();
  const marked: MarkedRow[] = [];
  for (const row of rows) {
    const cells = statusCellsOf(row, statusColumns);
    const mark = keepsMarks ? parseMarkCell(cells.mark).mark : undefined;
    marked.push({ row, cells, action: mark?.action ?? action, isMarked: mark !== undefined });
  }
  const needs = marked.length === 0 ? [action] : marked.map((entry) => entry.action);
  for (const needed of new Set(needs)) {
    const planner = plannerFor(needed);
    if (!planner.ok) return planner;
    planners.set(needed, planner.value);
  }
  return success(identify(marked, planners, statusColumns));
}

/** A row, what is to be done with it, and whether a mark says so. */
interface MarkedRow {
  readonly row: TableRow;
  readonly cells: StatusCells;
  readonly action: Action;
  readonly isMarked: boolean;
}

function identify(
  marked: readonly MarkedRow[],
  planners: ReadonlyMap<Action, RowPlanner>,
  statusColumns: StatusColumnIndexes,
): RunRows {
  const keyColumnIndexes = [...new Set([...planners.values()].flatMap((planner) => planner.keyColumnIndexes))];
  const own = new Set(Object.values(statusColumns));
  const rows: RunRow[] = [];
  const emptied: RunRow[] = [];
  for (const { row, cells, action, isMarked } of marked) {
    const planner = planners.get(action);
    if (planner === undefined) continue;
    const isBlank = isBlankRow(row, planner.valueColumnIndexes ?? planner.readColumnIndexes);
    if (isBlank && !isMarked) continue;
    const runRow = { row, cells, action, planner, identity: rowIdentity(row.values, keyColumnIndexes, own) };
    (isBlank ? emptied : rows).push(runRow);
  }
  return { rows, emptied, blankRows: marked.length - rows.length, keyColumnIndexes };
}

/** By what an agreement to deletes is known: the run, and the secret of the person who carries it on. */
export interface Consent {
  readonly runId: string;
  readonly secret: string;
}

/**
 * Holds back a delete that this person did not agree to: the row was changed into one, or its key was changed, after the run
 * began, or somebody else wrote its mark.
 */
export function holdUnagreedDelete(row: PlannedRow, { runId, secret }: Consent): PlannedRow {
  if (row.kind !== 'send' || !needsConsent(row.send.operation)) return row;
  const mark = parseMarkCell(row.cells.mark).mark;
  const { fingerprint } = row.send;
  const isSame = mark?.agreedDelete === fingerprint;
  if (isSame && isSignedDelete(secret, mark.signature, { runId, fingerprint })) return row;
  const detail = `${isSame ? UNSIGNED : whyUnagreed(mark?.agreedDelete ?? '')} Run again to confirm the delete.`;
  return { ...row, kind: 'settled', outcome: settledOutcome('Skipped', detail) };
}

/** Holds back deletes that were agreed to when the run began, and that somebody has forbidden since. */
export function holdForbiddenDeletes(planned: readonly PlannedRow[], why: () => string): readonly PlannedRow[] {
  const isDelete = (row: PlannedRow) => row.kind === 'send' && needsConsent(row.send.operation);
  const detail = planned.some(isDelete) ? why() : '';
  return detail === '' ? planned : planned.map((row) => (isDelete(row) ? heldBack(row, detail) : row));
}

/** Of a delete that was tried nobody can say that nothing was sent. */
function heldBack(row: PlannedRow, detail: string): PlannedRow {
  const isTried = isUnderWay(row.cells) || (row.kind === 'send' && row.send.isUnclear);
  const outcome = isTried
    ? unclearOutcome(`${detail} An earlier request may have arrived: run again to see.`, triedIn(row))
    : settledOutcome('Skipped', detail);
  return settledRow(row, outcome);
}

const UNSIGNED =
  'You did not agree to this delete in this run; somebody else did, or wrote its mark, so it was left out.';

function whyUnagreed(agreedDelete: string): string {
  const what = agreedDelete === '' ? 'became a delete' : 'became the delete of another listing';
  return `The row ${what} after the run had begun, so it was left out.`;
}
