/** Lets rows go without sending them: back to waiting, or out of the run. */
import { unchangedCells } from '../own-cells/row-cells.ts';
import type { Failure } from '../terms/failure.ts';
import { checkpoint } from './checkpoint.ts';
import type { Engine } from './commands.ts';
import { type Execution, RUNNING } from './execution.ts';
import type { SendableRow } from './plan-rows.ts';
import type { RunState } from './progress.ts';
import type { RunRows } from './run-rows.ts';
import { type LeftRow, settleAbandoned, settleWaiting, untried } from './settle-left.ts';
import type { Ending, Standing } from './standing.ts';

/**
 * Rows moved since they were read, so what was planned for the next chunk may mix two rows: it is not sent, and the next
 * execution reads the tab anew.
 */
export function* putBack(standing: Standing, chunk: readonly SendableRow[], execution: Execution): Engine<Ending> {
  const left = chunk.map(untried);
  const entries = { outcomes: [], left, writes: chunk.map(unchangedCells), sentRows: 0, isLast: true };
  const written = yield* checkpoint(standing, entries, execution.own);
  if (!written.ok) return { ...standing, state: { kind: 'stopped', failure: written.error } };
  const { standing: now, loss } = written.value;
  return { ...now, state: loss === undefined ? RUNNING : { kind: 'stopped', failure: loss } };
}

/** Takes the rows that still wait out of the run, which ends as given. */
export function* release(
  standing: Standing,
  { rows, emptied }: RunRows,
  state: RunState,
  execution: Execution,
): Engine<Ending> {
  const { outcomes, released } = settleWaiting([...rows, ...emptied]);
  const entries = { outcomes, writes: released, sentRows: 0, isFirst: true, isLast: true };
  const written = yield* checkpoint(standing, entries, execution.own);
  if (!written.ok) return { ...standing, state: { kind: 'stopped', failure: written.error } };
  const { standing: now, loss } = written.value;
  return { ...now, state: loss === undefined ? state : { kind: 'stopped', failure: loss } };
}

/** What is written where a run ends early: of rows that were taken up, and of those that wait behind them. */
export function abandoned(left: readonly LeftRow[], waiting: readonly SendableRow[]) {
  const [takenUp, behind] = [settleAbandoned(left), settleWaiting(waiting)];
  return {
    outcomes: [...takenUp.outcomes, ...behind.outcomes],
    writes: [...takenUp.released, ...behind.released],
  };
}

/** Ends a run whose last write cost people cells: what says Sending by now was not sent. */
export function* stopUnsent(
  standing: Standing,
  left: readonly LeftRow[],
  waiting: readonly SendableRow[],
  why: Failure,
  execution: Execution,
): Engine<Ending> {
  const stopped = { kind: 'stopped', failure: why } as const;
  if (left.length + waiting.length === 0) return { ...standing, state: stopped };
  const entries = { ...abandoned(left, waiting), left, sentRows: 0, isLast: true };
  const written = yield* checkpoint(standing, entries, execution.own);
  return { ...(written.ok ? written.value.standing : standing), state: stopped };
}
