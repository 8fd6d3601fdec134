/** Carries a run on by one slice, and ends it when nothing is left or somebody wishes so. */

import type { RunProgress } from '../../core/engine/progress.ts';
import { progressOf, type RunState } from '../../core/engine/progress.ts';
import { headwayOf, type RunRecord } from '../../core/engine/run-record.ts';
import { collectRunRows, isQueuedRow, type RunRows } from '../../core/engine/run-rows.ts';
import { settleWaiting } from '../../core/engine/settle-left.ts';
import { LONGEST_ANSWER_MS } from '../../core/engine/wave-width.ts';
import { allStatusColumns, findStatusColumns, statusCellsOf } from '../../core/own-cells/status-columns.ts';
import type { Connection } from '../../core/settings/connection.ts';
import type { Failure } from '../../core/terms/failure.ts';
import { failure, type Result, success } from '../../core/terms/result.ts';
import { failures } from '../../core/words/failures.ts';
import { readConnection } from '../services/connection-store.ts';
import { withDocumentLock } from '../services/document-lock.ts';
import { isCancelSignalled, isCancelWished, readLastRun, readRun, wishToCancel } from '../services/run-store.ts';
import { closeBook, openBook, type RecordBook, recordOutcomes, withFirstProblem } from './record-book.ts';
import { concludeRun } from './run-log.ts';
import { openQueuedTab, type RunTab } from './run-tab.ts';
import { sleepUnlessCancelled } from './send-rows.ts';
import { runSlice, type SliceTimes } from './slice.ts';

/** By then every answer must be there: a checkpoint that reads a tab of a million cells must fit into the six minutes. */
const LAST_ANSWER_MS = 330_000;

/** After this long no request leaves; and no wave that may take two rounds, both as long as can be. */
const LAST_SEND_MS = LAST_ANSWER_MS - LONGEST_ANSWER_MS;
const LAST_WIDE_SEND_MS = LAST_SEND_MS - LONGEST_ANSWER_MS;

/** A chunk that begins later would be too small to be worth its checkpoint. */
const SLICE_MS = LAST_WIDE_SEND_MS - 10_000;

/** How long a run waits for a platform that asks to wait, and how much of that inside one slice of the sidebar. */
const LONGEST_PAUSE_MS = 10 * 60_000;
const SIDEBAR_WAIT_MS = 60_000;

/** How long a cancel waits for the slice under way. */
const CANCEL_WAIT_MS = 60_000;

/** The times of a slice that the sidebar waits for; what must wait longer is left for the next one. */
export function sidebarTimes(startedMs: number): SliceTimes {
  return {
    startedMs,
    softEndMs: startedMs + SLICE_MS,
    longestWaitMs: SIDEBAR_WAIT_MS,
    lastWideSendMs: startedMs + LAST_WIDE_SEND_MS,
    lastSendMs: startedMs + LAST_SEND_MS,
    lastAnswerMs: startedMs + LAST_ANSWER_MS,
    longestPauseMs: LONGEST_PAUSE_MS,
  };
}

/** The times of a menu command or a trigger, counted from its beginning: nobody waits for it. */
export function menuTimes(startedMs: number): SliceTimes {
  return { ...sidebarTimes(startedMs), longestWaitMs: SLICE_MS };
}

/**
 * Whether there is time left to read a run's rows again, and to wait for what the run waits for. Of a run that has ended or
 * was replaced meanwhile nothing is read: `continueRun` tells what became of it.
 *
 * @param readMs How long reading took.
 */
export function isTimeToContinue(runId: string, readMs: number, { softEndMs }: SliceTimes): boolean {
  const run = readRun();
  return run?.runId !== runId || Math.max(run.resumeAtMs, Date.now()) + readMs < softEndMs;
}

/** Runs the next slice of a run. */
export function continueRun(runId: string, times: SliceTimes): Result<RunProgress, Failure> {
  const connection = readConnection();
  if (!connection.ok) return connection;
  const continued = withRun(runId, connection.value.chatbotId, (book, rows) => {
    if (isCancelWished(runId)) return release(book, rows);
    if (isForOther(book.record, connection.value)) return releaseBecause(book, rows, failures.chatbotChanged());
    const isOver = isWaitOver(book.record, times);
    if (isCancelWished(runId)) return release(book, rows);
    return isOver ? runSlice(book, rows, connection.value, times) : { kind: 'running' };
  });
  return orEndedBefore(runId, continued);
}

/** Stops a run: after the wave under way where a slice is running, at once where none is. */
export function cancelRun(runId: string): Result<RunProgress, Failure> {
  wishToCancel(runId);
  // Releasing rows sends nothing, so it needs no connection.
  return orEndedBefore(runId, withRun(runId, '', release, CANCEL_WAIT_MS));
}

/** The call that was under way, or whose answer got lost, may have ended the run, as was wished or for reasons of its own. */
function orEndedBefore(runId: string, answer: Result<RunProgress, Failure>): Result<RunProgress, Failure> {
  if (answer.ok || answer.error.kind !== 'runGone') return answer;
  const last = readLastRun();
  if (last?.record.runId !== runId) return answer;
  switch (last.end) {
    case 'finished':
    case 'cancelled':
      return success(progressOf(last.record, { kind: last.end }, []));
    case 'stopped':
      return failure(failures.runStopped(last.record.firstProblem));
    case 'interrupted':
      return answer;
    default:
      return last.end satisfies never;
  }
}

/** Waits for the time the platform asked for, but not beyond the slice. */
function isWaitOver({ runId, resumeAtMs }: RunRecord, { softEndMs, longestWaitMs }: SliceTimes): boolean {
  const nowMs = Date.now();
  const waitEndMs = Math.min(resumeAtMs, softEndMs, nowMs + longestWaitMs);
  sleepUnlessCancelled(waitEndMs - nowMs, () => isCancelSignalled(runId));
  return resumeAtMs <= Math.max(waitEndMs, nowMs);
}

/** Does a step on the rows that wait in a run, under the lock, and ends the run when the step does. */
function withRun(
  runId: string,
  chatbotId: string,
  step: (book: RecordBook, rows: RunRows) => RunState,
  lockWaitMs?: number,
): Result<RunProgress, Failure> {
  return withDocumentLock(() => {
    const record = readRun();
    if (record?.runId !== runId) return failure(failures.runGone());
    const opened = openRun(record, chatbotId);
    if (!opened.ok) {
      concludeRun(withFirstProblem(record, opened.error), 'stopped');
      return opened;
    }
    const { tab, rows, hasMore } = opened.value;
    const book = openBook({ ...record, isInSlice: true }, tab, rows.keyColumnIndexes, { runId });
    const ended = step(book, rows);
    const state = endIfIdle(book, rows, record, ended.kind === 'finished' && hasMore ? { kind: 'running' } : ended);
    closeBook(book, state);
    return success(progressOf(book.record, state, book.problems));
  }, lockWaitMs);
}

/** A run that brings nothing about so often ends, so that nobody waits for it for ever. */
const MOST_IDLE_SLICES = 10;

/** Ends a run whose rows are never where they were looked at, though it is not waiting for anything. */
function endIfIdle(book: RecordBook, rows: RunRows, before: RunRecord, state: RunState): RunState {
  const isWaiting = book.record.resumeAtMs > Date.now();
  const isIdle = headwayOf(book.record) === headwayOf(before) && !isWaiting;
  const idleSlices = isIdle ? before.idleSlices + 1 : 0;
  book.record = { ...book.record, idleSlices };
  if (state.kind !== 'running' || idleSlices < MOST_IDLE_SLICES) return state;
  return releaseBecause(book, rows, failures.rowsKeepChanging());
}

/** A run's tab, and the rows of it that wait. */
interface OpenedRun {
  readonly tab: RunTab;
  readonly rows: RunRows;
  readonly hasMore: boolean;
}

function openRun(record: RunRecord, chatbotId: string): Result<OpenedRun, Failure> {
  const tab = openQueuedTab(record, chatbotId);
  if (!tab.ok) return tab;
  const { table, plannerFor, hasMore, waitingRows } = tab.value;
  const columns = findStatusColumns(table.headers);
  if (allStatusColumns(columns) === undefined) return failure(failures.statusColumnsGone(record.tabName));
  const queued = table.rows.filter((row) => isQueuedRow(statusCellsOf(row, columns), record.runId));
  const rows = collectRunRows(queued, columns, record.action, plannerFor, true);
  // Rows may have been sorted between the look at their marks and the look at them.
  const areSomeMissing = queued.length < waitingRows;
  return rows.ok ? success({ tab: tab.value, rows: rows.value, hasMore: hasMore || areSomeMissing }) : rows;
}

/** Whether somebody has connected another chatbot since the run began. */
function isForOther(record: RunRecord, { chatbotId }: Connection): boolean {
  return record.chatbotId !== '' && record.chatbotId !== chatbotId;
}

/** Takes the rows that still wait out of the run, and ends it with a failure. */
function releaseBecause(book: RecordBook, rows: RunRows, reason: Failure): RunState {
  const released = release(book, rows);
  return released.kind === 'stopped' ? released : { kind: 'stopped', failure: reason };
}

/** Takes the rows that still wait out of the run. */
function release(book: RecordBook, rows: RunRows): RunState {
  const { outcomes, released } = settleWaiting([...rows.rows, ...rows.emptied]);
  const written = recordOutcomes(book, outcomes, released, 0);
  return written.ok ? { kind: 'cancelled' } : { kind: 'stopped', failure: written.error };
}
