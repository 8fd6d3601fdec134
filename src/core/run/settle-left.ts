/** Decides what rows say that a slice could not bring to an outcome. */
import type { SendRow } from './batch.ts';
import type { RowOutcome } from './outcome.ts';
import type { PlannedRow } from './plan-rows.ts';
import { outcomeCells, releasedCells, type StatusWrite, sendingCells, unchangedCells } from './row-cells.ts';

/** A row that was to be sent. */
export type SendableRow = Extract<PlannedRow, { kind: 'send' }>;

const NO_CLEAR_ANSWER: RowOutcome = {
  status: 'Failed',
  detail: 'The run stopped before the platform gave a clear answer. Nothing is lost: run again, it is safe.',
  fingerprint: { kind: 'clear', canRetry: true },
};

/** The row when the slice's time is over but the run goes on: it keeps waiting. */
export function waitingWrite(row: SendableRow, send: SendRow): StatusWrite {
  return send.isUnclear ? sendingCells(row) : unchangedCells(row);
}

/** The row when the run ends early: as before, unless a try of it may have arrived. */
export function abandonedWrite(row: SendableRow, send: SendRow): StatusWrite {
  return send.isUnclear ? outcomeCells(row, NO_CLEAR_ANSWER, row.action, '') : releasedCells(row);
}
