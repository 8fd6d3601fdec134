/** The sentences about a run that goes on, and about how it ended. */

import type { Failure } from '../terms/failure.ts';
import { ACTION_WORDS, type Action } from './actions.ts';
import { count, countsWords, countWords, leftOutWords, problemCount, progressWords, rowCount } from './counts.ts';
import type { StatusCounts } from './statuses.ts';

/** What is told of a run that has ended, row by row. */
export interface RunSum {
  readonly counts: StatusCounts;
  readonly total: number;
  readonly hiddenRows: number;
  readonly blankRows: number;
  /** Rows with an outcome that were gone before it could be written. */
  readonly unwrittenRows: number;
  /** Rows that changed while they waited and were not sent. */
  readonly changedRows: number;
  /** Confirmed rows that an earlier request may still change; none by default. */
  readonly openRows?: number;
}

/** What a run that has ended says. */
export function finishedMessage(sum: RunSum): string {
  const { counts, total, hiddenRows, blankRows, unwrittenRows, changedRows } = sum;
  const problems = problemCount(counts);
  const next = nextWords(sum);
  const settledRows = rowCount(counts);
  const goneRows = total - settledRows - changedRows;
  const done = `${countsWords(counts)}${leftOutWords(hiddenRows, blankRows)}.${unwrittenWords(unwrittenRows)}${changedWords(changedRows)}`;
  if (goneRows <= 0) return `${done} ${next}`;
  const gone = goneWords(goneRows);
  if (settledRows === 0 && changedRows === 0) return `${gone} ${CUT_OFF}`;
  return `${done} ${gone}${problems + changedRows === 0 ? '' : ` ${next}`}`;
}

function nextWords({ counts, changedRows, openRows = 0 }: RunSum): string {
  const problems = problemCount(counts);
  if (problems > 0)
    return `${countWords(problems, 'row')} need${problems === 1 ? 's' : ''} a look: the Sync detail column says what to do.`;
  if (changedRows > 0) return 'Run again, or use Retry failed rows.';
  if (openRows === 0) return 'Nothing is left to do.';
  const them = openRows === 1 ? 'it' : 'them';
  return `An earlier request may still change ${countWords(openRows, 'row')}: run once more, which sends ${them} again.`;
}

function changedWords(rows: number): string {
  if (rows === 0) return '';
  return ` ${countWords(rows, 'row')} changed while waiting, or the mapping did, and ${rows === 1 ? 'was' : 'were'} not sent.`;
}

/** What is to be said of a run that has ended besides how many rows ended how; `''` mostly. */
export function finishedNote({
  counts,
  total,
  unwrittenRows,
  changedRows,
}: Pick<RunSum, 'counts' | 'total' | 'unwrittenRows' | 'changedRows'>): string {
  const goneRows = total - rowCount(counts) - changedRows;
  return `${unwrittenWords(unwrittenRows)}${changedWords(changedRows)}${goneRows > 0 ? ` ${goneWords(goneRows)}` : ''}`.trim();
}

/** What a run says that has finished without a request; `undefined` for any other, and where rows were only left out. */
export function nothingSentWords({
  state,
  counts,
  requests,
}: Pick<EndedHow, 'state'> & Pick<RunSum, 'counts'> & { readonly requests: number }): string | undefined {
  if (state !== 'finished' || requests > 0) return undefined;
  const problems = problemCount(counts);
  if (problems > 0) return `Nothing was sent: ${count(problems, 'row')} need${problems === 1 ? 's' : ''} a look`;
  const upToDate = counts.Unchanged ?? 0;
  const others = rowCount(counts) - upToDate;
  if (upToDate === 0 || others > 0) return undefined;
  return `Nothing to send: ${count(upToDate, 'row')} ${upToDate === 1 ? 'is' : 'are'} up to date`;
}

/** What is said where the runs would be listed, when a tab of the log's name is none. */
export const FOREIGN_LOG =
  'Runs are not written down: the tab “Sync log” does not begin with the log’s own headers. Give it another name; the next run makes a new log, and writes down the one before as well.';

/** A run that dies before it has marked its rows looks, to whoever carries it on, as if they were gone. */
const CUT_OFF = 'Run again: what the platform has is not sent twice.';

function goneWords(goneRows: number): string {
  return `${countWords(goneRows, 'row')} of the run ${goneRows === 1 ? 'was' : 'were'} deleted, cleared or changed meanwhile and not sent, or settled just as the run was cut off.`;
}

function unwrittenWords(rows: number): string {
  if (rows === 0) return '';
  const [were, their] = rows === 1 ? ['was', 'its outcome is'] : ['were', 'their outcomes are'];
  return ` ${countWords(rows, 'row')} ${were} gone before the status could be written; ${their} in the Sync log.`;
}

/** `K8: Deleted; K9: Failed; … and 21 more: 20 Updated, 1 Failed`, as the log keeps the rows that were gone. */
export function goneRowsWords(named: readonly string[], further: StatusCounts): string {
  const count = rowCount(further);
  return [...named, ...(count === 0 ? [] : [`… and ${count} more: ${countsWords(further)}`])].join('; ');
}

/** What a run that goes on says. */
export function runningMessage(done: number, total: number, isPaused: boolean): string {
  const pause = isPaused ? ' The platform needs a moment; the run goes on by itself.' : '';
  return `${done} of ${total} rows done.${pause}`;
}

/** What a cancelled run says. */
export function cancelledMessage(counts: StatusCounts, total: number): string {
  return `Cancelled: ${countsWords(counts)}; ${cancelledNote(counts, total)}`;
}

/** What is to be said of a cancelled run besides how many rows ended how. */
export function cancelledNote(counts: StatusCounts, total: number): string {
  return `${total - rowCount(counts)} of ${total} rows were not sent, or not accepted, and keep their status.`;
}

/** What a run that had to stop says. */
export function stoppedMessage(counts: StatusCounts, total: number, reason: Failure): string {
  const settled = rowCount(counts);
  const others = settled < total ? '; the others keep their status' : '';
  return `${reason.message} ${settled} of ${total} rows have an outcome (${countsWords(counts)})${others}. ${reason.nextStep}`;
}

/** A run of somebody, as far as it is told of. */
export interface RunningWho {
  readonly startedBy: string;
  readonly action: Action;
  readonly tabName: string;
  readonly done: number;
  readonly total: number;
}

/** Who is running what, and how far: `Ann is syncing listings in "Homes": 3 of 10 rows.` */
export function runningWords(run: RunningWho): string {
  const who = run.startedBy === '' ? 'Someone' : run.startedBy;
  const what = ACTION_WORDS[run.action].ongoing.toLowerCase();
  return `${who} is ${what} in “${run.tabName}”: ${progressWords(run)}.`;
}

/** Which run, and how it stands. */
export interface EndedHow {
  readonly action: Action;
  readonly state: 'running' | 'finished' | 'cancelled' | 'stopped';
  /** Whether it takes back what another run has sent. */
  readonly isUndo?: true;
}

/** The headline of a run that is over. */
export function endWords({ action, state, isUndo }: EndedHow): string {
  const noun = isUndo === true ? 'Undo' : ACTION_WORDS[action].noun;
  switch (state) {
    case 'running':
    case 'finished':
      return `${noun} finished`;
    case 'cancelled':
      return `${noun} cancelled`;
    case 'stopped':
      return `${noun} stopped early`;
    default:
      return state satisfies never;
  }
}
