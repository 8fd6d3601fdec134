/** What is written into the add-on's own cells of a row, at every moment of a run. */

import type { TableRow } from '../sheet/table.ts';
import type { Action } from '../words/actions.ts';
import { formatFingerprintCell, parseFingerprintCell, type QueueMark, type RetryWish } from './fingerprint-cell.ts';
import type { RowOutcome } from './outcome.ts';
import { readStatus, type StatusCells } from './status-columns.ts';

/** New texts for the own cells of a row, and how to find the row again. */
export interface StatusWrite {
  readonly rowNumber: number;
  readonly identity: string;
  readonly cells: StatusCells;
}

/** What a write needs of a row: where it stood, what tells it from others, and what its own cells said when it was read. */
interface Placed {
  readonly row: Pick<TableRow, 'rowNumber'>;
  readonly identity: string;
  readonly cells: StatusCells;
}

const SENDING_DETAIL = 'Being sent. If this stays, the run was cut off: run again, it is safe.';

/** Whether texts are the status and the detail of a row that is under way. */
export function isSendingText(status: string, detail: string): boolean {
  return status === 'Sending' && detail === SENDING_DETAIL;
}

/** Whether a status says that the row waits for another try. */
export function waitsForRetry(cells: StatusCells): boolean {
  const status = readStatus(cells.status);
  return status === 'Failed' || status === 'Sending' || status === 'Unconfirmed';
}

/** Whether an earlier request for the row may have reached the platform without a clear answer. */
export function isUnclearRow(cells: StatusCells): boolean {
  const status = readStatus(cells.status);
  const mark = parseFingerprintCell(cells.fingerprint).mark;
  return status === 'Unconfirmed' || status === 'Sending' || (status === 'Failed' && mark?.isUnclear === true);
}

/** Marks a row as waiting in a run; its status stays until its turn comes. */
export function queuedCells(row: Placed, queue: Pick<QueueMark, 'runId'> & RetryWish): StatusWrite {
  const { confirmed, mark } = parseFingerprintCell(row.cells.fingerprint);
  const before = mark !== undefined && waitsForRetry(row.cells) ? (mark.before ?? mark) : undefined;
  const isOther = before?.action !== queue.action || before.agreedDelete !== queue.agreedDelete;
  const next = { ...queue, tries: 0, ...(before !== undefined && isOther ? { before } : {}) };
  return write(row, { fingerprint: formatFingerprintCell({ confirmed, mark: next }) });
}

/**
 * Marks a row as under way. From here on what the platform has is unknown until it answers, so nothing counts as
 * confirmed any more.
 */
export function sendingCells(row: Placed): StatusWrite {
  const { mark } = parseFingerprintCell(row.cells.fingerprint);
  return write(row, { status: 'Sending', detail: SENDING_DETAIL, fingerprint: markText(mark) });
}

/** Puts back what the row's cells said when it was read, its mark included. */
export function unchangedCells(row: Placed): StatusWrite {
  return write(row, {});
}

/** Leaves a row that was tried without a final answer waiting in its run. */
export function pausedCells(row: Placed, tries: number, isUnclear: boolean): StatusWrite {
  const { confirmed, mark } = parseFingerprintCell(row.cells.fingerprint);
  if (mark === undefined) return unchangedCells(row);
  const next = { ...mark, tries, isUnclear: mark.isUnclear || isUnclear };
  if (isUnclear) return write(row, { ...sendingCells(row).cells, fingerprint: markText(next) });
  return write(row, { fingerprint: formatFingerprintCell({ confirmed, mark: next }) });
}

/** Takes a row out of the run without an outcome: what it said before stands again, and so does its wish for a retry. */
export function releasedCells(row: Placed): StatusWrite {
  const { confirmed, mark } = parseFingerprintCell(row.cells.fingerprint);
  if (mark === undefined || !waitsForRetry(row.cells)) return write(row, { fingerprint: confirmed });
  return write(row, { fingerprint: retryCell(mark.before ?? mark) });
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
      return write(row, { status, detail, fingerprint: '' });
    case 'retry': {
      const agreedDelete = parseFingerprintCell(row.cells.fingerprint).mark?.agreedDelete ?? '';
      return write(row, {
        status,
        detail,
        fingerprint: retryCell({ action, agreedDelete, isUnclear: change.isUnclear }),
      });
    }
    default:
      return change satisfies never;
  }
}

function retryCell({ action, agreedDelete, isUnclear }: RetryWish): string {
  return markText({ runId: '', action, agreedDelete, tries: 0, isUnclear });
}

function markText(mark: QueueMark | undefined): string {
  return mark === undefined ? '' : formatFingerprintCell({ confirmed: '', mark });
}

function write(row: Placed, change: Partial<StatusCells>): StatusWrite {
  return { rowNumber: row.row.rowNumber, identity: row.identity, cells: { ...row.cells, ...change } };
}
