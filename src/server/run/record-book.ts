/** Keeps the record of a run true while it goes on: writes outcomes into the sheet, counts them, and gives signs of life. */

import type { RunRow } from '../../core/engine/plan-rows.ts';
import type { RowProblem } from '../../core/engine/progress.ts';
import { problemOf, type RunState } from '../../core/engine/progress.ts';
import { addToCounts, type RunRecord, withGoneRow, withOutcomes } from '../../core/engine/run-record.ts';
import type { RowOutcome } from '../../core/own-cells/outcome.ts';
import type { StatusWrite } from '../../core/own-cells/row-cells.ts';
import { outcomeCells } from '../../core/own-cells/row-cells.ts';
import { findStatusColumns } from '../../core/own-cells/status-columns.ts';
import type { Failure } from '../../core/terms/failure.ts';
import { failure, type Result, success } from '../../core/terms/result.ts';
import { failures, failureText } from '../../core/words/failures.ts';
import type { StatusTarget } from '../services/look-at-rows.ts';
import { saveRun } from '../services/run-store.ts';
import { writeStatus } from '../services/sheet-writer.ts';
import { concludeRun } from './run-log.ts';
import { type RunTab, spreadsheetTimeNow } from './run-tab.ts';

/** The state of a run inside one execution. */
export interface RecordBook {
  /** The record as it stands. */
  record: RunRecord;
  /** Problem rows since the execution began. */
  readonly problems: RowProblem[];
  readonly tab: RunTab;
  /** Where rows are written; it names the run once the rows carry its mark. */
  target: StatusTarget;
  /** Called once, when the first rows have been written: from then on the run has begun. */
  readonly onBegun: () => void;
  countSending(requests: number, retries: number, resumeAtMs: number): void;
}

/** A row and what became of it. */
export interface RowWithOutcome {
  readonly row: RunRow;
  readonly outcome: RowOutcome;
}

/** Opens the book of a run. */
export function openBook(
  record: RunRecord,
  tab: RunTab,
  keyColumnIndexes: readonly number[],
  rows: Pick<StatusTarget, 'newColumns' | 'runId'>,
  onBegun: () => void = () => {},
): RecordBook {
  const book: RecordBook = {
    record,
    problems: [],
    tab,
    onBegun,
    target: {
      sheet: tab.sheet,
      table: tab.table,
      keyColumnIndexes,
      ...rows,
    },
    countSending: (requests, retries, resumeAtMs) => {
      book.record = {
        ...book.record,
        requests: book.record.requests + requests,
        retries: book.record.retries + retries,
        resumeAtMs,
      };
    },
  };
  return book;
}

/** The record, with what stopped the run where no row had a problem before. */
export function withFirstProblem(record: RunRecord, stop: Failure): RunRecord {
  return record.firstProblem === '' ? { ...record, firstProblem: failureText(stop) } : record;
}

/** Takes the run off the spreadsheet when it has ended, else lets it wait for the next slice. */
export function closeBook({ record }: RecordBook, state: RunState): void {
  if (state.kind === 'running') saveRun({ ...record, isInSlice: false, lastSignOfLifeMs: Date.now() });
  else concludeRun(state.kind === 'stopped' ? withFirstProblem(record, state.failure) : record, state.kind);
}

/**
 * Writes outcomes and other cells in one checkpoint, then counts them and saves the record.
 *
 * @param sentRows Rows whose requests were sent since the last checkpoint, for the words of a failure.
 * @returns Whether rows or columns had moved since the tab was read.
 */
export function recordOutcomes(
  book: RecordBook,
  outcomes: readonly RowWithOutcome[],
  others: readonly StatusWrite[],
  sentRows: number,
): Result<{ readonly hasMoved: boolean }, Failure> {
  const syncedAt = spreadsheetTimeNow();
  const writes = outcomes.map(({ row, outcome }) => outcomeCells(row, outcome, row.action, syncedAt));
  const written = writeStatus(book.target, [...writes, ...others]);
  if (!written.ok) return sentRows === 0 ? written : failure(failures.statusLostMidRun(written.error.kind, sentRows));
  if (book.target.runId === undefined) book.onBegun();
  noteProblems(book, outcomes, new Set(written.value.unplaced.map((write) => write.rowNumber)));
  const statuses = outcomes.map(({ outcome }) => outcome.status);
  book.record = { ...withOutcomes(book.record, statuses), lastSignOfLifeMs: Date.now() };
  saveRun(book.record);
  return success({ hasMoved: written.value.hasMoved });
}

function noteProblems(
  book: RecordBook,
  outcomes: readonly RowWithOutcome[],
  unplacedRowNumbers: ReadonlySet<number>,
): void {
  const statusColumnIndex = findStatusColumns(book.tab.table.headers).status ?? 0;
  for (const { row, outcome } of outcomes) {
    const isGone = unplacedRowNumbers.has(row.row.rowNumber);
    if (isGone) book.record = withGoneRow(book.record, row.planner.labelOf(row.row), outcome.status);
    const told = isGone
      ? { ...outcome, detail: `${outcome.detail} (The row is no longer where it was; nothing was written.)` }
      : outcome;
    const problems = problemOf(row, told, book.tab.tabId, statusColumnIndex);
    book.problems.push(...problems);
    const firstProblem = book.record.firstProblem || (problems[0]?.detail ?? '');
    book.record = { ...book.record, firstProblem };
  }
  if (unplacedRowNumbers.size > 0) {
    console.warn({
      message: 'rows gone before their outcome was written',
      run: book.record.runId,
      outcomes: addToCounts(
        {},
        outcomes.filter(({ row }) => unplacedRowNumbers.has(row.row.rowNumber)).map(({ outcome }) => outcome.status),
      ),
    });
  }
}
