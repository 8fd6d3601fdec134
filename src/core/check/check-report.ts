/** Sums up what a run would do, without doing it. */

import { PLANNED_OPERATIONS } from '../actions/actions.ts';
import type { OperationName } from '../actions/operation.ts';
import { type CauseGroup, causeGroups } from '../engine/cause-groups.ts';
import type { PlannedRow } from '../engine/plan-rows.ts';
import { MAX_PROBLEMS, problemOf } from '../engine/progress.ts';
import type { RowProblem } from '../engine/row-problem.ts';
import { addToCounts } from '../engine/run-record.ts';
import type { Scope } from '../words/actions.ts';
import { countsWords, leftOutWords } from '../words/counts.ts';
import { FILTER_VIEW_WORDS } from '../words/filter-views.ts';
import type { StatusCounts } from '../words/statuses.ts';
import type { RowChanges } from './row-changes.ts';

/** How many rows ask for each kind of operation; a kind that none asks for may be left out. */
type OperationCounts = { readonly [Kind in OperationName]?: number };

/** What a check found; nothing was sent. */
export interface CheckReport {
  readonly tabName: string;
  readonly rows: number;
  readonly hiddenRows: number;
  readonly blankRows: number;
  /** Rows that would be sent, by what would be asked for. */
  readonly operations: OperationCounts;
  /** Rows that would not be sent, by status. */
  readonly counts: StatusCounts;
  /** At most 100; `problemCount` says how many there are. */
  readonly problems: readonly RowProblem[];
  readonly problemCount: number;
  /** The same problems by cause, most rows first; at most 50. */
  readonly groups: readonly CauseGroup[];
  /** What the first rows would change of what the platform confirmed; at most 20 of `changingRows`. */
  readonly changes: readonly (RowChanges & { readonly rowNumber: number; readonly label: string })[];
  /** Rows that would take the place of something that was confirmed. */
  readonly changingRows: number;
  /** The first rows that would be sent, to look at with `previewRow`; at most 5. */
  readonly readyRowNumbers: readonly number[];
  /** What has to be said besides, as sentences; mostly none. */
  readonly notes: readonly string[];
  /** All of it in words, for who sees no sidebar. */
  readonly message: string;
}

/** The tab a report is about. */
export interface CheckedTab {
  readonly tabId: number;
  readonly tabName: string;
  readonly scope: Scope;
  readonly hiddenRows: number;
  readonly blankRows: number;
  /** Where problems without a cell to blame point to. */
  readonly statusColumnIndex: number;
  /** What was noticed when it was opened, as sentences. */
  readonly notes: readonly string[];
}

/** Rows that are offered for a look at their request. */
const MAX_READY_ROWS = 5;

/** Rows of which it is shown what would change. */
export const SHOWN_CHANGES = 20;

/** What rows would change, and how many such rows there are. */
export type FoundChanges = Pick<CheckReport, 'changes' | 'changingRows'>;

const NO_CHANGES: FoundChanges = { changes: [], changingRows: 0 };

/** The report of a check. */
export function checkReport(
  planned: readonly PlannedRow[],
  tab: CheckedTab,
  found: FoundChanges = NO_CHANGES,
): CheckReport {
  const operations = countOperations(planned);
  const counts = addToCounts(
    {},
    planned.flatMap((row) => (row.kind === 'settled' ? [row.outcome.status] : [])),
  );
  const problems = planned.flatMap((row) =>
    row.kind === 'settled' ? problemOf(row, row.outcome, tab.tabId, tab.statusColumnIndex) : [],
  );
  const ready = planned.filter((row) => row.kind === 'send').slice(0, MAX_READY_ROWS);
  return {
    tabName: tab.tabName,
    rows: planned.length,
    hiddenRows: tab.hiddenRows,
    blankRows: tab.blankRows,
    operations,
    counts,
    problems: problems.slice(0, MAX_PROBLEMS),
    problemCount: problems.length,
    groups: causeGroups(problems),
    ...found,
    readyRowNumbers: ready.map((row) => row.row.rowNumber),
    notes: tab.notes,
    message: [checkMessage(operations, counts, tab), ...tab.notes].join(' '),
  };
}

function countOperations(planned: readonly PlannedRow[]): OperationCounts {
  const sent = planned.flatMap((row) => (row.kind === 'send' ? [row.send.operation.kind] : []));
  return Object.fromEntries(PLANNED_OPERATIONS.map((name) => [name, sent.filter((kind) => kind === name).length]));
}

function checkMessage(operations: OperationCounts, counts: StatusCounts, tab: CheckedTab): string {
  const parts = Object.entries(operations)
    .filter(([, count]) => count > 0)
    .map(([name, count]) => `${count} to ${name}`);
  const isAnyReady = parts.length > 0;
  const ready = isAnyReady ? `Ready: ${parts.join(', ')}` : 'No row is ready to be sent';
  const others =
    Object.keys(counts).length === 0 ? '' : `${isAnyReady ? '; not to be sent: ' : ': '}${countsWords(counts)}`;
  return `${ready}${others}${leftOutWords(tab.hiddenRows, tab.blankRows)}. Nothing was sent. What the platform itself refuses shows only in a real run.${scopeWords(tab.scope)}`;
}

function scopeWords(scope: Scope): string {
  return scope === 'selection' ? ` ${FILTER_VIEW_WORDS}` : '';
}
