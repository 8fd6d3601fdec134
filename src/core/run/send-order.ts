/** In which order the rows of a run are sent. */
import { readStatus, type StatusCells } from '../table/status-columns.ts';
import type { SendRow } from './batch.ts';
import { MAX_TRIES } from './retry.ts';

/** A row as far as its turn depends on it. */
interface WaitingRow {
  readonly cells: StatusCells;
  readonly send: Pick<SendRow, 'tries'>;
}

/**
 * Parts of a split request go first, so that the row that is to blame is found soon. Rows that failed in an earlier run
 * go after the others: if they are what the platform breaks down over, the others have been sent by then. Rows that were
 * tried in this run already come last, since the answers to the others show how the platform is.
 */
export function inSendOrder<R extends WaitingRow>(rows: readonly R[]): readonly R[] {
  return [...rows].sort((a, b) => turnOf(a) - turnOf(b));
}

function turnOf({ cells, send }: WaitingRow): number {
  if (send.tries >= MAX_TRIES) return 0;
  if (send.tries > 0) return 3;
  return readStatus(cells.status) === 'Failed' ? 2 : 1;
}
