/** In which order the rows of a run are sent. */

import type { SendRow } from '../actions/batch.ts';
import { MAX_ATTEMPTS } from '../actions/retry.ts';
import { readStatus, type StatusCells } from '../own-cells/status-columns.ts';

/** A row as far as its turn depends on it. */
interface WaitingRow {
  readonly cells: StatusCells;
  readonly send: Pick<SendRow, 'attempts' | 'pauses' | 'operation'>;
}

/** What the order depends on besides the rows. */
interface OrderContext {
  readonly runId: string;
  /** Whether rows that share requests go before others once they were tried. */
  readonly isHalfOpen: boolean;
}

/**
 * Parts of a split request go first, so that the row that is to blame is found soon. Rows that failed in an earlier run
 * go after the others: if they are what the platform breaks down over, the others have been sent by then. Each run begins
 * elsewhere among them, so that none is kept waiting by the same others every time. Rows that were tried in this run
 * already come last, since the answers to the others show how the platform is.
 */
export function inSendOrder<R extends WaitingRow>(
  rows: readonly R[],
  { runId, isHalfOpen }: OrderContext,
): readonly R[] {
  const having = (turn: Turn) => rows.filter((row) => turnOf(row) === turn);
  const fresh = [...having('fresh'), ...fromElsewhere(having('failed before'), runId)];
  const tried = having('tried');
  const isProbe = ({ send }: R) => isHalfOpen && send.operation.kind !== 'update';
  return [...having('part'), ...tried.filter(isProbe), ...fresh, ...tried.filter((row) => !isProbe(row))];
}

/** Takes rows back that could not be sent in time: each goes where its turn is. */
export function takenBack<R extends WaitingRow>(left: readonly R[], remaining: readonly R[]): readonly R[] {
  const isTried = (row: R) => turnOf(row) === 'tried';
  return [...left.filter((row) => !isTried(row)), ...remaining, ...left.filter(isTried)];
}

type Turn = 'part' | 'fresh' | 'failed before' | 'tried';

function turnOf({ cells, send }: WaitingRow): Turn {
  if (send.attempts >= MAX_ATTEMPTS) return 'part';
  if (send.attempts + (send.pauses ?? 0) > 0) return 'tried';
  return readStatus(cells.status) === 'Failed' ? 'failed before' : 'fresh';
}

function fromElsewhere<R>(rows: readonly R[], runId: string): readonly R[] {
  const start = Math.floor(shareOf(runId) * rows.length);
  return [...rows.slice(start), ...rows.slice(0, start)];
}

/** A number in [0, 1) from the random digits at the end of a run's id. */
function shareOf(runId: string): number {
  const digits = Number.parseInt(runId.slice(-4), 16);
  return Number.isNaN(digits) ? 0 : digits / 0x1_00_00;
}
