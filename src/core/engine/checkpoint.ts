/** One checkpoint: outcomes of the rows that are settled and cells of those that go on, in one look, write and flush. */

import { parseMarkCell } from '../own-cells/mark-cell.ts';
import type { RowOutcome, Settled } from '../own-cells/outcome.ts';
import { changedCells, onlyChanges, outcomeCells, type StatusWrite } from '../own-cells/row-cells.ts';
import { type AllStatusColumnIndexes, statusCellsOf } from '../own-cells/status-columns.ts';
import type { Failure } from '../terms/failure.ts';
import { failure, type Result, success } from '../terms/result.ts';
import { failures } from '../words/failures.ts';
import { ask, type Engine, now } from './commands.ts';
import { ledgerChange } from './ledger-change.ts';
import type { RunRow, SendableRow } from './plan-rows.ts';
import { type LeftRow, rekeyedOutcome } from './settle-left.ts';
import { type Standing, withChangedRows, withRecord, withRowOutcomes } from './standing.ts';

/** What there is to write. */
export interface Entries {
  readonly outcomes: readonly Settled<RunRow>[];
  /** Rows that are let go because they changed while they waited. */
  readonly changed?: readonly RunRow[];
  readonly writes: readonly StatusWrite[];
  /** Rows that were about to be sent and have no outcome; none by default. */
  readonly left?: readonly LeftRow[];
  /** Rows whose requests leave next; none by default. */
  readonly opening?: readonly SendableRow[];
  /** Rows whose requests were sent since the last checkpoint, for the words of a failure. */
  readonly sentRows: number;
  /** Where nothing was written since the rows were read: cells that say already what they should are left alone. */
  readonly isFirst?: boolean;
  /** Whether the run begins with these rows: what an earlier one left unsaid is logged then. */
  readonly begins?: boolean;
  /** Whether the execution closes the run right after it, which keeps the record then. */
  readonly isLast?: boolean;
}

/** The run after a checkpoint. */
export interface Checkpoint {
  readonly standing: Standing;
  /** Whether rows or columns had moved since the tab was read. */
  readonly hasMoved: boolean;
  /** Why the run must end, though all is written. */
  readonly loss?: Failure;
}

/** Writes, counts what is in the sheet, and saves the record. */
export function* checkpoint(
  standing: Standing,
  entries: Entries,
  own: AllStatusColumnIndexes,
): Engine<Result<Checkpoint, Failure>> {
  const { outcomes, changed = [], left = [], opening = [], writes, sentRows, isFirst, begins, isLast } = entries;
  const syncedAt = yield* ask({ kind: 'wallTime' });
  const settled = outcomes.flatMap(({ row, outcome }) => {
    const write = { ...outcomeOf(row, outcome, syncedAt), ...ifRekeyed(row, outcome, syncedAt) };
    // Compared with the cells as they were read: `row.cells` may be without what was said of another key.
    return (isFirst === true ? onlyChanges(write, statusCellsOf(row.row, own)) : write) ?? [];
  });
  const { runId } = standing.record;
  const known = begins === true ? {} : { runId };
  const written = yield* ask({
    kind: 'checkpoint',
    writes: [...settled, ...changed.map(changedCells), ...writes],
    ledger: ledgerChange({ outcomes, left, opening }, standing.record, yield* now()),
    ...known,
  });
  if (!written.ok) return sentRows === 0 ? written : failure(failures.statusLostMidRun(written.error, sentRows));
  if (begins === true) yield* ask({ kind: 'logEarlierRun' });
  const { unplaced, hasMoved, note, loss } = written.value;
  const counted = withRowOutcomes(
    note === undefined ? standing : withRemark(standing, note),
    outcomes,
    new Set(unplaced),
    own.status,
  );
  const told = hasMoved ? counted : withChangedRows(counted, changed, own.status);
  const next = withRecord(told, { lastSignOfLifeMs: yield* now() });
  if (isLast !== true) yield* ask({ kind: 'saveRecord', record: next.record });
  return success({ standing: next, hasMoved, ...(loss && { loss }) });
}

/** The run, with a sentence that its end tells besides. */
export function withRemark(standing: Standing, note: string): Standing {
  const { remarks } = standing.record;
  return remarks.includes(note) ? standing : withRecord(standing, { remarks: `${remarks} ${note}`.trim() });
}

function outcomeOf(row: RunRow, outcome: RowOutcome, syncedAt: string): StatusWrite {
  return outcomeCells(row, outcome, row.action, syncedAt, () => row.planner.keyOf(row.row));
}

/** What the row says instead where its key was changed since its request left. */
function ifRekeyed(row: RunRow, outcome: RowOutcome, syncedAt: string): Pick<StatusWrite, 'ifRekeyed'> {
  const plannedKey = parseMarkCell(row.cells.mark).mark?.key;
  if (plannedKey === undefined) return {};
  const { cells } = outcomeOf(row, rekeyedOutcome(outcome), syncedAt);
  return { ifRekeyed: { plannedKey, cells } };
}
