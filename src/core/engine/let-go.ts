/** Lets rows go without sending them: back to waiting, or out of the run. */
import { unchangedCells } from '../own-cells/row-cells.ts';
import { checkpoint } from './checkpoint.ts';
import type { Engine } from './commands.ts';
import { type Execution, RUNNING } from './execution.ts';
import type { SendableRow } from './plan-rows.ts';
import type { RunState } from './progress.ts';
import type { RunRows } from './run-rows.ts';
import { settleWaiting } from './settle-left.ts';
import type { Ending, Standing } from './standing.ts';

/**
 * Rows moved since they were read, so what was planned for the next chunk may mix two rows: it is not sent, and the next
 * execution reads the tab anew.
 */
export function* putBack(standing: Standing, chunk: readonly SendableRow[], execution: Execution): Engine<Ending> {
  const left = chunk.map((row) => ({ row, send: row.send }));
  const entries = { outcomes: [], left, writes: chunk.map(unchangedCells), sentRows: 0, isLast: true };
  const written = yield* checkpoint(standing, entries, execution.own);
  if (!written.ok) return { ...standing, state: { kind: 'stopped', failure: written.error } };
  return { ...written.value.standing, state: RUNNING };
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
  return { ...written.value.standing, state };
}
