/** Carries a run on by one slice, and ends it when nothing is left or somebody wishes so. */
import type { Connection } from '../../core/connection.ts';
import { failures } from '../../core/failures.ts';
import type { Failure, RunProgress } from '../../core/protocol.ts';
import { failure, type Result, success } from '../../core/result.ts';
import { progressOf, type RunState } from '../../core/run/progress.ts';
import { releasedCells } from '../../core/run/row-cells.ts';
import type { RunRecord } from '../../core/run/run-record.ts';
import { collectRunRows, isQueuedRow, type RunRows } from '../../core/run/run-rows.ts';
import { findStatusColumns, statusCellsOf } from '../../core/table/status-columns.ts';
import { readConnection } from '../connection-store.ts';
import { writeStatus } from '../status-sheet.ts';
import { withDocumentLock } from './document-lock.ts';
import { openBook, type RecordBook } from './record-book.ts';
import { forgetRun, isCancelWished, readRun, saveRun, wishToCancel } from './run-store.ts';
import { openTabById, type RunTab } from './run-tab.ts';
import { runSlice } from './slice.ts';

/** A slice that is waited for by the sidebar: short enough that its progress is news. */
export const SIDEBAR_SLICE_MS = 20_000;

/** A run from the menu works in one go, and stops well inside Google's six minutes. */
export const MENU_SLICE_MS = 240_000;

/** After this long no request leaves: one time-out and the last checkpoint must still fit in. */
const LAST_SEND_MS = 270_000;

/** How long a cancel waits for the slice under way. */
const CANCEL_WAIT_MS = 60_000;

/** Runs the next slice of a run. */
export function continueRun(runId: string, budgetMs: number): Result<RunProgress, Failure> {
  const startedMs = Date.now();
  const connection = readConnection();
  if (!connection.ok) return connection;
  const times = { softEndMs: startedMs + budgetMs, lastSendMs: startedMs + LAST_SEND_MS };
  return withRun(runId, connection.value, (book, rows) =>
    isCancelWished(runId) ? release(book, rows) : runSlice(book, rows, connection.value, times),
  );
}

/** Stops a run: after the wave under way where a slice is running, at once where none is. */
export function cancelRun(runId: string): Result<RunProgress, Failure> {
  const connection = readConnection();
  if (!connection.ok) return connection;
  wishToCancel(runId);
  const before = readRun();
  const cancelled = withRun(runId, connection.value, release, CANCEL_WAIT_MS);
  const endedMeanwhile = !cancelled.ok && cancelled.error.kind === 'runGone' && before?.runId === runId;
  return endedMeanwhile ? success(progressOf(before, { kind: 'cancelled' }, [])) : cancelled;
}

/** Does a step on the rows that wait in a run, under the lock, and forgets the run when the step ends it. */
function withRun(
  runId: string,
  connection: Connection,
  step: (book: RecordBook, rows: RunRows) => RunState,
  lockWaitMs?: number,
): Result<RunProgress, Failure> {
  return withDocumentLock(() => {
    const record = readRun();
    if (record?.runId !== runId) return failure(failures.runGone());
    const opened = openRun(record, connection);
    if (!opened.ok) {
      forgetRun();
      return opened;
    }
    const book = openBook(record, opened.value.tab, opened.value.rows.keyColumnIndexes);
    const state = step(book, opened.value.rows);
    if (state.kind === 'running') saveRun({ ...book.record, isInSlice: false });
    else forgetRun();
    return success(progressOf(book.record, state, book.problems));
  }, lockWaitMs);
}

function openRun(record: RunRecord, connection: Connection): Result<{ tab: RunTab; rows: RunRows }, Failure> {
  const tab = openTabById(record.tabId, connection);
  if (!tab.ok) return tab;
  const { table, plannerFor } = tab.value;
  const columns = findStatusColumns(table.headers);
  const queued = table.rows.filter((row) => isQueuedRow(statusCellsOf(row, columns), record.runId));
  const rows = collectRunRows(queued, columns, record.action, plannerFor, true);
  return rows.ok ? success({ tab: tab.value, rows: rows.value }) : rows;
}

/** Takes the rows that still wait out of the run; they keep their old status. */
function release(book: RecordBook, rows: RunRows): RunState {
  const written = writeStatus(
    book.tab.sheet,
    book.tab.table,
    book.keyColumnIndexes,
    rows.rows.map((row) => releasedCells(row)),
  );
  return written.ok ? { kind: 'cancelled' } : { kind: 'stopped', failure: written.error };
}
