/** Sums up what a run would do, without doing it. */

import type { PlannedRow } from '../engine/plan-rows.ts';
import type { RowProblem } from '../engine/progress.ts';
import { MAX_PROBLEMS, problemOf } from '../engine/progress.ts';
import { addToCounts } from '../engine/run-record.ts';
import { countsWords, leftOutWords } from '../words/counts.ts';
import type { StatusCounts } from '../words/statuses.ts';
import { type CheckGroup, checkGroups } from './check-groups.ts';

/** What a check found; nothing was sent. */
export interface CheckReport {
  readonly tabName: string;
  readonly rows: number;
  readonly hiddenRows: number;
  readonly blankRows: number;
  /** Rows that would be sent, by what would be asked for. */
  readonly operations: { readonly push: number; readonly update: number; readonly delete: number };
  /** Rows that would not be sent, by status. */
  readonly counts: StatusCounts;
  /** At most 100; `problemCount` says how many there are. */
  readonly problems: readonly RowProblem[];
  readonly problemCount: number;
  /** The same problems by cause, most rows first; at most 50. */
  readonly groups: readonly CheckGroup[];
  /** The first rows that would be sent, to look at with `previewRow`; at most 5. */
  readonly readyRowNumbers: readonly number[];
  readonly message: string;
}

/** The tab a report is about. */
export interface CheckedTab {
  readonly tabId: number;
  readonly tabName: string;
  readonly hiddenRows: number;
  readonly blankRows: number;
  /** Where problems without a cell to blame point to. */
  readonly statusColumnIndex: number;
}

/** Rows that are offered for a look at their request. */
const MAX_READY_ROWS = 5;

/** The report of a check. */
export function checkReport(planned: readonly PlannedRow[], tab: CheckedTab): CheckReport {
  const operations = { push: 0, update: 0, delete: 0 };
  for (const row of planned) if (row.kind === 'send') operations[row.send.operation.kind] += 1;
  const counts = addToCounts(
    {},
    planned.flatMap((row) => (row.kind === 'settled' ? [row.outcome.status] : [])),
  );
  const problems = planned.flatMap((row) =>
    row.kind === 'settled'
      ? problemOf(row, row.outcome, tab.tabId, tab.statusColumnIndex).map((problem) => ({
          problem,
          outcome: row.outcome,
        }))
      : [],
  );
  const ready = planned.filter((row) => row.kind === 'send').slice(0, MAX_READY_ROWS);
  return {
    tabName: tab.tabName,
    rows: planned.length,
    hiddenRows: tab.hiddenRows,
    blankRows: tab.blankRows,
    operations,
    counts,
    problems: problems.slice(0, MAX_PROBLEMS).map(({ problem }) => problem),
    problemCount: problems.length,
    groups: checkGroups(problems),
    readyRowNumbers: ready.map((row) => row.row.rowNumber),
    message: checkMessage(operations, counts, tab),
  };
}

function checkMessage(operations: CheckReport['operations'], counts: StatusCounts, tab: CheckedTab): string {
  const sends = [
    [operations.push, 'to push'],
    [operations.update, 'to update'],
    [operations.delete, 'to delete'],
  ] as const;
  const parts = sends.filter(([count]) => count > 0).map(([count, words]) => `${count} ${words}`);
  const isAnyReady = parts.length > 0;
  const ready = isAnyReady ? `Ready: ${parts.join(', ')}` : 'No row is ready to be sent';
  const others =
    Object.keys(counts).length === 0 ? '' : `${isAnyReady ? '; not to be sent: ' : ': '}${countsWords(counts)}`;
  return `${ready}${others}${leftOutWords(tab.hiddenRows, tab.blankRows)}. Nothing was sent. What the platform itself refuses shows only in a real run.`;
}
