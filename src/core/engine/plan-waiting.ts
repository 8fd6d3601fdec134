/** Plans the rows of a run that goes on: nothing is sent under another key, or read by another mapping, than was planned. */

import { remoteIdentity } from '../actions/operation-facts.ts';
import type { Step } from '../actions/row-planner.ts';
import type { KnownKeys } from '../ledger/known-keys.ts';
import { parseMarkCell, plannedKey } from '../own-cells/mark-cell.ts';
import { isUnderWay } from '../own-cells/row-cells.ts';
import { type PlannedRow, planDuplicate, planSend, type RunRow, settledRow } from './plan-rows.ts';
import type { RunRecord } from './run-record.ts';
import { triedIn, unclearOutcome } from './settle-left.ts';
import type { TabKeys } from './tab-keys.ts';

/** The rows of a run that goes on. */
export interface PlannedWaiting {
  readonly planned: readonly PlannedRow[];
  /** Rows that are let go: they, or the way in which they are read, changed while they waited. */
  readonly changed: readonly RunRow[];
}

/**
 * Plans the rows in order. Of rows that were copied while they waited the first one is sent and the others are Invalid; all
 * of them where the key was confirmed for another row by now.
 *
 * @param tab The keys of all rows of the tab: rows that this execution has not read wait as well.
 */
export function planWaiting(
  rows: readonly RunRow[],
  { mapping, startedAtMs }: Pick<RunRecord, 'mapping' | 'startedAtMs'>,
  tab: TabKeys,
  known: KnownKeys,
): PlannedWaiting {
  const planned: PlannedRow[] = [];
  const changed: RunRow[] = [];
  const steps = new Map<number, Step>();
  for (const row of rows) {
    const step = mapping[row.action] === row.planner.mapping ? row.planner.plan(row.row) : undefined;
    if (step !== undefined && isAsPlanned(row, step)) steps.set(row.row.rowNumber, step);
  }
  const isLetGo = new Set(rows.map((row) => row.row.rowNumber).filter((rowNumber) => !steps.has(rowNumber)));
  const wasSentSince = (step: Step) =>
    step.kind === 'send' && (known.of(remoteIdentity(step.operation)).line?.atMs ?? 0) >= startedAtMs;
  const firstOf = (row: RunRow, step: Step) =>
    (wasSentSince(step) ? tab.otherWith(row) : undefined) ??
    tab.waitingLike(row).find((rowNumber) => !isLetGo.has(rowNumber));
  for (const row of rows) {
    const step = steps.get(row.row.rowNumber);
    if (step === undefined && !isUnderWay(row.cells)) changed.push(row);
    else
      planned.push(
        step === undefined
          ? settledRow(row, unclearOutcome(CHANGED_UNDER_WAY, triedIn(row)))
          : planAsMarked(row, step, firstOf(row, step), known),
      );
  }
  return { planned, changed };
}

/** @param first The row that holds the key, if any; the row is a copy where it is another one. */
function planAsMarked(row: RunRow, step: Step, first: number | undefined, known: KnownKeys): PlannedRow {
  if (step.kind === 'settled') return settledRow(row, step.outcome);
  const isCopy = first !== undefined && first !== row.row.rowNumber;
  return isCopy
    ? planDuplicate(row, step.operation, `Row ${first}`)
    : planSend(row, step, remoteIdentity(step.operation), known);
}

/** A row that is settled by now may have lost its key: then what it says is not about the listing it was planned for. */
function isAsPlanned({ row, cells, planner }: RunRow, step: Step): boolean {
  const identity = step.kind === 'settled' ? planner.keyOf(row) : remoteIdentity(step.operation);
  return parseMarkCell(cells.mark).mark?.key === plannedKey(identity);
}

/** A request with what the row said before may have arrived; what it says now was not sent. */
const CHANGED_UNDER_WAY =
  'Changed while waiting; run again. What the row said before may have arrived at the platform; what it says now was not sent.';
