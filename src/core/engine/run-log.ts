/** The lines of the `Sync log` tab: one per run, with its outcomes and what went wrong first. */

import { ACTION_WORDS } from '../words/actions.ts';
import { rowCount } from '../words/counts.ts';
import { goneRowsWords } from '../words/endings.ts';
import { OUTCOME_STATUSES } from '../words/statuses.ts';
import type { EndedRun } from './ended-run.ts';

/** The tab's name. */
export const LOG_TAB_NAME = 'Sync log';

/** Runs that are kept; older lines are removed. */
export const LOG_LINES = 1_000;

const BEFORE_COUNTS = ['Started', 'Who', 'Tab', 'Action', 'Ended', 'Rows', 'Without outcome'] as const;
const AFTER_COUNTS = ['Requests', 'Retries', 'Seconds', 'First problem', 'Outcomes of rows that were gone'] as const;

/** The tab's header row. */
export const LOG_HEADERS: readonly string[] = [...BEFORE_COUNTS, ...OUTCOME_STATUSES, ...AFTER_COUNTS];

/** Widths of neighbouring columns whose cells are longer than a number, in pixels; each costs the first run a call. */
export const LOG_WIDTHS: readonly { readonly from: string; readonly to: string; readonly widthPixels: number }[] = [
  { from: 'Started', to: 'Without outcome', widthPixels: 150 },
  { from: 'First problem', to: 'Outcomes of rows that were gone', widthPixels: 360 },
];

/** Whether a header row is the log's own. */
export function isLogHeader(headers: readonly string[]): boolean {
  return headers.slice(0, LOG_HEADERS.length).join('\n') === LOG_HEADERS.join('\n');
}

/**
 * One line of the log: texts and whole numbers.
 *
 * @param startedAt The start in the spreadsheet's time zone, as text.
 */
export function logLine({ record, end, endedAtMs }: EndedRun, startedAt: string): readonly (string | number)[] {
  // Zeros stay blank, so that the counts that matter stand out.
  const counts = OUTCOME_STATUSES.map((status) => record.counts[status] || '');
  return [
    ...[
      startedAt,
      record.startedBy,
      record.tabName,
      `${record.undoes === undefined ? '' : 'Undo: '}${ACTION_WORDS[record.action].command}`,
      end,
      record.total,
      record.total - rowCount(record.counts) || '',
    ],
    ...counts,
    ...[record.requests, record.retries, Math.round((endedAtMs - record.startedAtMs) / 1000)],
    ...[record.firstProblem || record.remarks, goneRowsWords(record.goneRows, record.furtherGoneRows)],
  ];
}
