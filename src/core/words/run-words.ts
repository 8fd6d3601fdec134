/** The sentences that sum up a run or a check. */

import type { Failure } from '../terms/failure.ts';
import { countWords, leftOutWords } from './failures.ts';
import type { StatusCounts } from './statuses.ts';
import { SYNC_STATUSES, toneOf } from './statuses.ts';

/** `118 Updated, 3 Rejected, 1 Invalid` in the order of the statuses; `no rows` for none. */
export function countsWords(counts: StatusCounts): string {
  const parts = SYNC_STATUSES.flatMap(({ status }) => {
    const count = counts[status] ?? 0;
    return count === 0 ? [] : [`${count} ${status}`];
  });
  return parts.length === 0 ? 'no rows' : parts.join(', ');
}

/** Rows whose status asks for a person or for another run. */
export function problemCount(counts: StatusCounts): number {
  return SYNC_STATUSES.filter(({ status }) => isProblem(toneOf(status))).reduce(
    (sum, { status }) => sum + (counts[status] ?? 0),
    0,
  );
}

/** What is told of a run that has ended, row by row. */
export interface RunSum {
  readonly counts: StatusCounts;
  readonly total: number;
  readonly hiddenRows: number;
  readonly blankRows: number;
  /** Rows with an outcome that were gone before it could be written. */
  readonly unwrittenRows: number;
}

/** What a run that has ended says. */
export function finishedMessage({ counts, total, hiddenRows, blankRows, unwrittenRows }: RunSum): string {
  const problems = problemCount(counts);
  const next =
    problems === 0
      ? 'Nothing is left to do.'
      : `${countWords(problems, 'row')} need${problems === 1 ? 's' : ''} a look: the Sync detail column says what to do.`;
  const doneRows = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const goneRows = total - doneRows;
  const done = `${countsWords(counts)}${leftOutWords(hiddenRows, blankRows)}.${unwrittenWords(unwrittenRows)}`;
  if (goneRows <= 0) return `${done} ${next}`;
  const gone = `${countWords(goneRows, 'row')} of the run ${goneRows === 1 ? 'was' : 'were'} deleted or cleared meanwhile and not sent.`;
  if (doneRows === 0) return gone;
  return `${done} ${gone}${problems === 0 ? '' : ` ${next}`}`;
}

function unwrittenWords(rows: number): string {
  if (rows === 0) return '';
  const [were, their] = rows === 1 ? ['was', 'its outcome is'] : ['were', 'their outcomes are'];
  return ` ${countWords(rows, 'row')} ${were} gone before the status could be written; ${their} in the Sync log.`;
}

/** `K8: Deleted; K9: Failed; … and 21 more: 20 Updated, 1 Failed`, as the log keeps the rows that were gone. */
export function goneRowsWords(named: readonly string[], further: StatusCounts): string {
  const count = Object.values(further).reduce((sum, one) => sum + one, 0);
  return [...named, ...(count === 0 ? [] : [`… and ${count} more: ${countsWords(further)}`])].join('; ');
}

/** What a run that goes on says. */
export function runningMessage(done: number, total: number, isPaused: boolean): string {
  const pause = isPaused ? ' The platform needs a moment; the run goes on by itself.' : '';
  return `${done} of ${total} rows done.${pause}`;
}

/** What a cancelled run says. */
export function cancelledMessage(counts: StatusCounts, total: number): string {
  const done = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return `Cancelled: ${countsWords(counts)}; ${total - done} of ${total} rows were not sent, or not accepted, and keep their status.`;
}

/** What a run that had to stop says. */
export function stoppedMessage(counts: StatusCounts, total: number, reason: Failure): string {
  const done = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return `${reason.message} ${done} of ${total} rows have an outcome (${countsWords(counts)}); the others keep their status. ${reason.nextStep}`;
}

function isProblem(tone: ReturnType<typeof toneOf>): boolean {
  return tone === 'problem' || tone === 'pending';
}
