/** What is written into the add-on's own cells of a row, at every moment of a run. */

import type { TableRow } from '../sheet/table.ts';
import type { Action } from '../words/actions.ts';
import type { StatusColumn } from '../words/own-headers.ts';
import { STATUS_COLUMNS } from '../words/own-headers.ts';
import {
  confirmedKeyOf,
  formatMarkCell,
  isKeyFor,
  parseMarkCell,
  type QueueMark,
  type RetryWish,
} from './mark-cell.ts';
import type { RowOutcome } from './outcome.ts';
import { readStatus, type StatusCells } from './status-columns.ts';

/** New texts for own cells of a row, and how to find the row again. */
export interface StatusWrite {
  readonly rowNumber: number;
  /** The number of the row when it was read; absent where it stands there still. */
  readonly readAt?: number;
  readonly identity: string;
  /** Only what shall be written. */
  readonly cells: Partial<StatusCells>;
  /** Whether its row shares its key with others and is told by all that it holds. */
  readonly isTwin?: true;
  /** Whether it is true only if no row has moved since they were read; else it is left out. */
  readonly isTentative?: true;
  /** Of a row under way: what is true of it where it carries the mark it was sent with, and another key. */
  readonly ifRekeyed?: Rekeyed;
}

/** What is written into a row whose key was changed while its request was under way. */
export interface Rekeyed {
  /** Stands in its mark for the key it was sent with. */
  readonly plannedKey: string;
  readonly cells: Partial<StatusCells>;
}

/** What a write needs of a row: where it stood, what tells it from others, and what its own cells said when it was read. */
interface Placed {
  readonly row: Pick<TableRow, 'rowNumber'>;
  readonly identity: string;
  readonly cells: StatusCells;
}

const SENDING_DETAIL = 'Being sent. If this stays, the run was cut off: run again, it is safe.';

/** Whether the row's mark says that a request of it may be under way. */
export function isUnderWay(cells: StatusCells): boolean {
  return parseMarkCell(cells.mark).mark?.isUnderWay === true;
}

/** Whether a row waits for another try, as its status or its mark says. */
export function waitsForRetry(cells: StatusCells): boolean {
  const status = readStatus(cells.status);
  const isOpen = status === 'Failed' || status === 'Sending' || status === 'Unconfirmed';
  return isOpen || isUnderWay(cells) || wasLetGo(cells);
}

/** Whether the row was not sent because it changed while it waited, and nothing became of it since. */
function wasLetGo(cells: StatusCells): boolean {
  return parseMarkCell(cells.mark).mark?.isChanged === true;
}

/** Whether an earlier request for the row may have reached the platform without a clear answer. */
export function isUnclearRow(cells: StatusCells): boolean {
  const status = readStatus(cells.status);
  const mark = parseMarkCell(cells.mark).mark;
  const isCutOff = status === 'Sending' || mark?.isUnderWay === true;
  return status === 'Unconfirmed' || isCutOff || (status === 'Failed' && mark?.isUnclear === true);
}

/** What a mark says from the start of a run on. */
export type Queue = Pick<QueueMark, 'runId' | 'signature' | 'key'> & Omit<RetryWish, 'isChanged'>;

/** Marks a row as waiting in a run; its status stays until its turn comes. */
export function queuedCells(row: Placed, queue: Queue): StatusWrite {
  const { mark, ...confirmation } = parseMarkCell(row.cells.mark);
  const before = mark !== undefined && waitsForRetry(row.cells) ? (mark.before ?? mark) : undefined;
  const isOther = before?.action !== queue.action || before.agreedDelete !== queue.agreedDelete;
  const wished =
    before === undefined ? {} : isOther ? { before } : { ...(before.isChanged && ({ isChanged: true } as const)) };
  const next = { ...queue, attempts: 0, isUnderWay: false, ...wished };
  return markWrite({ ...row, cells: { ...row.cells, mark: formatMarkCell({ ...confirmation, mark: next }) } });
}

/** Writes nothing but the mark that a row's cells carry; all of them where the row shows what was said of another key. */
export function markWrite(row: Placed): StatusWrite {
  const { mark } = row.cells;
  return isOfOtherKey(row.cells)
    ? write(row, {})
    : { rowNumber: row.row.rowNumber, identity: row.identity, cells: { mark } };
}

const OTHER_KEY_DETAIL =
  'What stood here was said of another key: rows moved without these cells, or the key was changed. Run again; the next run decides by content.';

/** Whether these are the cells of a row that shows what was said of another key. */
export function isOfOtherKey({ detail }: StatusCells): boolean {
  return detail === OTHER_KEY_DETAIL;
}

/**
 * The cells of a row as far as they are its own: where it was confirmed under another key than it has now, they are another row's,
 * beside which the data moved. What it waits for stays: that is told by more than the place.
 *
 * @param name By what the platform knows the row where the action is done with it, as `remoteIdentity` says it.
 */
export function cellsOfKey(cells: StatusCells, action: Action, name: () => string): StatusCells {
  const { confirmedKey, mark } = parseMarkCell(cells.mark);
  const isOwn =
    confirmedKey === undefined || !isKeyFor(confirmedKey, action) || confirmedKeyOf(name(), action) === confirmedKey;
  if (isOwn) return cells;
  return { status: 'Changed', detail: OTHER_KEY_DETAIL, syncedAt: '', mark: markText(mark) };
}

/**
 * Marks a row as under way. From here on what the platform has is unknown until it answers, so nothing counts as
 * confirmed any more.
 *
 * @param tried Stands for the content that is sent; absent where an earlier try of other content may still arrive.
 */
export function sendingCells(row: Placed, tried: string | undefined): StatusWrite {
  const { mark } = parseMarkCell(row.cells.mark);
  const sending = markText(mark && { ...withoutTried(mark), isUnderWay: true, ...(tried && { tried }) });
  return write(row, { status: 'Sending', detail: SENDING_DETAIL, mark: sending });
}

/** Puts back what the row's cells said when it was read, its mark included. */
export function unchangedCells(row: Placed): StatusWrite {
  return write(row, {});
}

/** How the sending of a row stands that has no outcome yet. */
export interface Tries {
  readonly attempts: number;
  readonly isUnclear: boolean;
  /** Stands for the content that was tried; absent where tries of different contents may arrive. */
  readonly tried: string | undefined;
}

/** Leaves a row that was tried without a final answer waiting in its run. */
export function pausedCells(row: Placed, { attempts, isUnclear, tried }: Tries): StatusWrite {
  const { mark, ...confirmation } = parseMarkCell(row.cells.mark);
  if (mark === undefined) return unchangedCells(row);
  const next = { ...mark, attempts, isUnclear: mark.isUnclear || isUnclear };
  if (isUnclear) {
    const sending = markText({ ...withoutTried(next), isUnderWay: true, ...(tried && { tried }) });
    return write(row, { ...sendingCells(row, tried).cells, mark: sending });
  }
  return write(row, { mark: formatMarkCell({ ...confirmation, mark: next }) });
}

/** Takes a row that only waited out of the run: its status was not touched, and its wish for a retry stands again. */
export function releasedCells({ row, identity, cells }: Placed): StatusWrite {
  return { rowNumber: row.rowNumber, identity, cells: { mark: releasedMark(cells) } };
}

/** Takes a row that says Sending out of the run without an outcome: what it said before stands again. */
export function restoredCells(row: Placed): StatusWrite {
  return write(row, { mark: releasedMark(row.cells) });
}

function releasedMark(cells: StatusCells): string {
  const { mark, ...confirmation } = parseMarkCell(cells.mark);
  if (mark === undefined || !waitsForRetry(cells)) return formatMarkCell(confirmation);
  return formatMarkCell({ ...confirmation, mark: markOfRetry(mark.before ?? mark) });
}

/** What a row is told that was not sent because its key, or how the tab is read, changed while it waited. */
export const CHANGED_DETAIL = 'Changed while waiting; run again. Nothing was sent for this row.';

/** Takes a row out of the run that changed while it waited: its status stands again, and *Retry failed rows* takes it up. */
export function changedCells(row: Placed): StatusWrite {
  const { mark, ...confirmation } = parseMarkCell(row.cells.mark);
  if (mark === undefined) return unchangedCells(row);
  const retry = markOfRetry({ ...(mark.before ?? mark), isChanged: true });
  const cells = { detail: CHANGED_DETAIL, mark: formatMarkCell({ ...confirmation, mark: retry }) };
  // What was read of a row while it moved may be of two rows.
  return { ...write(row, cells), isTentative: true };
}

/**
 * Records a row's outcome.
 *
 * @param syncedAt The time now in the spreadsheet's time zone; kept only where the platform confirmed something.
 * @param nameNow By what the platform knows the row, as it was read.
 */
export function outcomeCells(
  row: Placed,
  outcome: RowOutcome,
  action: Action,
  syncedAt: string,
  nameNow: () => string,
): StatusWrite {
  const { status, detail, fingerprint: change } = outcome;
  switch (change.kind) {
    case 'keep': {
      const { mark: _, ...confirmation } = parseMarkCell(row.cells.mark);
      return write(row, { status, detail, mark: formatMarkCell(confirmation) });
    }
    case 'same': {
      const { mark: _, ...confirmation } = parseMarkCell(row.cells.mark);
      // When and how it was confirmed says more than that nothing has changed since.
      if (readStatus(row.cells.status) === change.status)
        return markWrite({ ...row, cells: { ...row.cells, mark: formatMarkCell(confirmation) } });
      return write(row, { status, detail, mark: confirmedMark(nameNow(), action) });
    }
    case 'confirm':
      return write(row, { status, detail, syncedAt, mark: confirmedMark(nameNow(), action) });
    case 'takeBack':
      return write(row, { status, detail, syncedAt, mark: '' });
    case 'clear':
      return write(row, { status, detail, mark: '' });
    case 'retry': {
      const agreedDelete = parseMarkCell(row.cells.mark).mark?.agreedDelete ?? '';
      return write(row, {
        status,
        detail,
        mark: retryCell({ ...change, action, agreedDelete }),
      });
    }
    default:
      return change satisfies never;
  }
}

function confirmedMark(name: string, action: Action): string {
  return formatMarkCell({ isConfirmed: true, confirmedKey: confirmedKeyOf(name, action) });
}

function retryCell(wish: RetryWish): string {
  return markText(markOfRetry(wish));
}

function markOfRetry({ action, agreedDelete, isUnclear, tried, isChanged }: RetryWish): QueueMark {
  return {
    runId: '',
    action,
    agreedDelete,
    signature: '',
    attempts: 0,
    isUnclear,
    isUnderWay: false,
    ...(isUnclear && tried !== undefined && { tried }),
    ...(isChanged && { isChanged }),
  };
}

function withoutTried({ tried: _, ...mark }: QueueMark): QueueMark {
  return mark;
}

function markText(mark: QueueMark | undefined): string {
  return mark === undefined ? '' : formatMarkCell({ isConfirmed: false, mark });
}

/** Status and detail as the row had them when it was read, but for what changes: *Sending* may stand there by now. */
function write(row: Placed, change: Partial<StatusCells>): StatusWrite {
  const { status, detail, mark } = row.cells;
  return {
    rowNumber: row.row.rowNumber,
    identity: row.identity,
    cells: { status, detail, mark, ...(isOfOtherKey(row.cells) && { syncedAt: '' }), ...change },
  };
}

/** A write without what the row's cells say already; `undefined` where that is all. Only right while nothing was written since. */
export function onlyChanges(write: StatusWrite, cells: StatusCells): StatusWrite | undefined {
  const changes: { [Column in StatusColumn]?: string } = {};
  for (const column of STATUS_COLUMNS) {
    const text = write.cells[column];
    if (text !== undefined && text !== cells[column]) changes[column] = text;
  }
  return Object.keys(changes).length === 0 ? undefined : { ...write, cells: changes };
}
