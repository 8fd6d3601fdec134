/** What is written into the add-on's own cells of a row, at every moment of a run. */
import type { Action } from '../protocol.ts';
import type { StatusCells } from '../table/status-columns.ts';
import { formatFingerprintCell, parseFingerprintCell } from './fingerprint-cell.ts';
import type { RowOutcome } from './outcome.ts';
import type { PlannedRow } from './plan-rows.ts';

/** New texts for the own cells of a row, and how to find the row again. */
export interface StatusWrite {
  readonly rowNumber: number;
  readonly identity: string;
  readonly cells: StatusCells;
}

/** The part of a planned row that a write needs. */
type Placed = Pick<PlannedRow, 'row' | 'identity' | 'cells'>;

const SENDING_DETAIL = 'Being sent. If this stays, the run was cut off: run again, it is safe.';

/** Marks a row as waiting in a run; its status stays until its turn comes. */
export function queuedCells(row: Placed, runId: string, action: Action, agreedDelete: string): StatusWrite {
  const { confirmed } = parseFingerprintCell(row.cells.fingerprint);
  return write(row, { fingerprint: formatFingerprintCell({ confirmed, mark: { runId, action, agreedDelete } }) });
}

/**
 * Marks a row as under way. From here on what the platform has is unknown until it answers, so nothing counts as
 * confirmed any more.
 */
export function sendingCells(row: Placed): StatusWrite {
  const { mark } = parseFingerprintCell(row.cells.fingerprint);
  const fingerprint = mark === undefined ? '' : formatFingerprintCell({ confirmed: '', mark });
  return write(row, { status: 'Sending', detail: SENDING_DETAIL, fingerprint });
}

/** Puts back what the row's cells said when it was read, its mark included. */
export function unchangedCells(row: Placed): StatusWrite {
  return write(row, {});
}

/** Takes a row out of the run without an outcome: what it said before stands again. */
export function releasedCells(row: Placed): StatusWrite {
  const { confirmed, mark } = parseFingerprintCell(row.cells.fingerprint);
  if (row.cells.status !== 'Sending' || mark === undefined) return write(row, { fingerprint: confirmed });
  return write(row, { fingerprint: retryCell(mark.action) });
}

/**
 * Records a row's outcome.
 *
 * @param syncedAt The time now in the spreadsheet's time zone; kept only where the platform confirmed something.
 */
export function outcomeCells(row: Placed, outcome: RowOutcome, action: Action, syncedAt: string): StatusWrite {
  const { status, detail, fingerprint: change } = outcome;
  switch (change.kind) {
    case 'keep':
      return write(row, { status, detail, fingerprint: parseFingerprintCell(row.cells.fingerprint).confirmed });
    case 'confirm':
      return write(row, { status, detail, syncedAt, fingerprint: change.fingerprint });
    case 'clear':
      return write(row, { status, detail, fingerprint: change.canRetry ? retryCell(action) : '' });
    default:
      return change satisfies never;
  }
}

function retryCell(action: Action): string {
  return formatFingerprintCell({ confirmed: '', mark: { runId: '', action, agreedDelete: '' } });
}

function write(row: Placed, change: Partial<StatusCells>): StatusWrite {
  return { rowNumber: row.row.rowNumber, identity: row.identity, cells: { ...row.cells, ...change } };
}
