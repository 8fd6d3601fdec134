/** Reads lines of the `Sync log` back, for people who want to know who did what. */
import { countsWords } from '../words/counts.ts';
import { OUTCOME_STATUSES, type StatusCounts } from '../words/statuses.ts';
import { LOG_HEADERS } from './run-log.ts';

/** A run as its line tells of it. */
export interface LoggedRun {
  /** Date and time in the spreadsheet's time zone. */
  readonly startedAt: string;
  /** Who ran it; `''` where Google does not tell. */
  readonly who: string;
  readonly tabName: string;
  /** The command, such as `Sync listings`. */
  readonly action: string;
  /** `finished`, `cancelled`, `stopped` or `interrupted`. */
  readonly end: string;
  readonly counts: StatusCounts;
  /** `118 Updated, 3 Rejected`. */
  readonly outcome: string;
  /** How long it took. */
  readonly seconds: number;
  /** What went wrong first; `''` when nothing did. */
  readonly firstProblem: string;
}

/** The runs of lines as they are shown, oldest first in, newest first out; a line that a person has emptied is none. */
export function loggedRuns(lines: readonly (readonly string[])[]): readonly LoggedRun[] {
  return lines
    .filter(([startedAt = '']) => startedAt !== '')
    .map(loggedRun)
    .reverse();
}

function loggedRun(line: readonly string[]): LoggedRun {
  const textOf = (header: string): string => line[LOG_HEADERS.indexOf(header)] ?? '';
  const counts: StatusCounts = Object.fromEntries(
    OUTCOME_STATUSES.flatMap((status) => {
      const rows = Number(textOf(status));
      return rows > 0 ? [[status, rows]] : [];
    }),
  );
  return {
    startedAt: textOf('Started'),
    who: textOf('Who'),
    tabName: textOf('Tab'),
    action: textOf('Action'),
    end: textOf('Ended'),
    counts,
    outcome: countsWords(counts),
    seconds: Number(textOf('Seconds')) || 0,
    firstProblem: textOf('First problem'),
  };
}
