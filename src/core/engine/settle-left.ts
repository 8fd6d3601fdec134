/** Decides what becomes of rows that an execution could not bring to an outcome. */

import type { SendRow } from '../actions/batch.ts';
import { triedBy } from '../actions/verdict.ts';
import { parseMarkCell } from '../own-cells/mark-cell.ts';
import type { RowOutcome, Settled } from '../own-cells/outcome.ts';
import {
  isUnderWay,
  pausedCells,
  releasedCells,
  restoredCells,
  type StatusWrite,
  sendingCells,
  unchangedCells,
} from '../own-cells/row-cells.ts';
import type { RunRow, SendableRow } from './plan-rows.ts';

/** A row that was taken up but has no outcome, and how its sending stands. */
export interface LeftRow {
  readonly row: SendableRow;
  readonly send: SendRow;
}

/** A row that was taken up, as it stands before its first request. */
export function untried(row: SendableRow): LeftRow {
  return { row, send: row.send };
}

/** What a row is told when a run ends although a try of it may have arrived. */
const NO_CLEAR_ANSWER =
  'The run stopped before the platform gave a clear answer. Nothing is lost: run again, it is safe.';

/** @param tried Stands for the content that was tried; `undefined` where tries of different contents may arrive. */
export function unclearOutcome(detail: string, tried: string | undefined): RowOutcome {
  return { status: 'Failed', detail, fingerprint: { kind: 'retry', isUnclear: true, ...(tried && { tried }) } };
}

/**
 * What a row is told whose key was changed while its request was under way.
 *
 * @param outcome What became of the request.
 */
export function rekeyedOutcome({ status, fingerprint }: RowOutcome): RowOutcome {
  return {
    status: 'Failed',
    detail: `Changed while it was sent; run again. What the row said before: ${status}. What it says now was not sent.`,
    fingerprint: fingerprint.kind === 'retry' ? fingerprint : { kind: 'retry', isUnclear: false },
  };
}

/** Stands for what was tried of a row that says Sending, as its mark has it. */
export function triedIn({ cells }: RunRow): string | undefined {
  return parseMarkCell(cells.mark).mark?.tried;
}

/** The row when the execution's time is over but the run goes on: it keeps waiting, and its tries are not forgotten. */
export function waitingWrite({ row, send }: LeftRow): StatusWrite {
  // A mark has no place for pauses: a row that was only asked to wait counts as tried once.
  const attempts = Math.max(send.attempts, send.pauses === undefined || send.pauses === 0 ? 0 : 1);
  const { isUnclear } = send;
  return attempts === 0 && !isUnclear
    ? unchangedCells(row)
    : pausedCells(row, { attempts, isUnclear, tried: triedBy(send) });
}

/** The row as the next execution would read it, to be sent again in this one. */
export function asItWaits(left: LeftRow): SendableRow {
  return { ...left.row, send: left.send, cells: { ...left.row.cells, ...waitingWrite(left).cells } };
}

/** What a row is told that was emptied although a try of it may have arrived. */
const EMPTIED =
  'The row was emptied before the platform gave a clear answer. Fill it again and run again, or clear this status.';

/** Rows that were emptied while they waited leave the run; those that say Sending get an outcome. */
export function settleEmptied(rows: readonly RunRow[]): ReturnType<typeof settleWaiting> {
  const { outcomes, released } = settleWaiting(rows);
  return { outcomes: outcomes.map(({ row }) => ({ row, outcome: unclearOutcome(EMPTIED, triedIn(row)) })), released };
}

/** When a run ends between two chunks: rows that say Sending get an outcome, the others say what they said before. */
export function settleWaiting(rows: readonly RunRow[]): {
  readonly outcomes: readonly Settled<RunRow>[];
  readonly released: readonly StatusWrite[];
} {
  return {
    outcomes: rows
      .filter(({ cells }) => isUnderWay(cells))
      .map((row) => ({ row, outcome: unclearOutcome(NO_CLEAR_ANSWER, triedIn(row)) })),
    released: rows.filter(({ cells }) => !isUnderWay(cells)).map(releasedCells),
  };
}

/** Says Sending in a row whose request is about to leave. */
export function sendingWrite(row: SendableRow): StatusWrite {
  return sendingCells(row, triedBy(row.send));
}

/** When a run ends early: rows of which a try may have arrived get an outcome, the others say what they said before. */
export function settleAbandoned(left: readonly LeftRow[]): {
  readonly outcomes: readonly Settled<SendableRow>[];
  readonly released: readonly StatusWrite[];
} {
  const isOpen = ({ row, send }: LeftRow) => (send.isUnclear && !row.send.isUnclear) || isUnderWay(row.cells);
  return {
    outcomes: left
      .filter(isOpen)
      .map(({ row, send }) => ({ row, outcome: unclearOutcome(NO_CLEAR_ANSWER, triedBy(send)) })),
    released: left.filter((one) => !isOpen(one)).map(({ row }) => restoredCells(row)),
  };
}
