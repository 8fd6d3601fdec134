/** Carries a run on by one execution, or cancels it. */

import type { PlannerFor } from '../../../core/actions/row-planner.ts';
import { unplannedTab } from '../../../core/actions/unplanned-tab.ts';
import type { Engine } from '../../../core/engine/commands.ts';
import { type Audience, deadlinesOf } from '../../../core/engine/deadlines.ts';
import type { Execution } from '../../../core/engine/execution.ts';
import { progressOf, type RunProgress } from '../../../core/engine/progress.ts';
import { cancelRun as cancelled, continueRun as continued, type WaitingRun } from '../../../core/engine/run.ts';
import type { RunRecord } from '../../../core/engine/run-record.ts';
import { collectRunRows, isQueuedRow, type RunRows } from '../../../core/engine/run-rows.ts';
import { type Ending, withStop } from '../../../core/engine/standing.ts';
import { type TabKeys, tabKeysOf } from '../../../core/engine/tab-keys.ts';
import {
  type AllStatusColumnIndexes,
  allStatusColumns,
  statusCellsOf,
} from '../../../core/own-cells/status-columns.ts';
import { whyDeletesAreHeld } from '../../../core/schedule/state.ts';
import type { Connection } from '../../../core/settings/connection.ts';
import type { Failure } from '../../../core/terms/failure.ts';
import { failure, type Result, success } from '../../../core/terms/result.ts';
import { failures, failureText } from '../../../core/words/failures.ts';
import { perform } from '../../perform.ts';
import { withDocumentLock } from '../../services/document-lock.ts';
import { underLeftWatch } from '../../services/left-watch.ts';
import { openLedger } from '../../services/own-tabs/ledger-tab.ts';
import { concludeRun, logEarlierRun } from '../../services/own-tabs/run-log.ts';
import { type Destination, NOWHERE, type OpenTab, openQueuedTab } from '../../services/sheet/open-tab.ts';
import { mergedCells } from '../../services/sheet/own-columns.ts';
import { readConnection } from '../../services/stores/connection-store.ts';
import { readDeleteSecret } from '../../services/stores/delete-secret-store.ts';
import type { FileProperties } from '../../services/stores/document-store.ts';
import { readFieldAnswers } from '../../services/stores/field-answers-store.ts';
import { mayDeleteHere } from '../../services/stores/may-delete-store.ts';
import { readLastRun, readRun, wishToCancel } from '../../services/stores/run-store.ts';
import { readSchedule } from '../../services/stores/schedule-store.ts';
import { undoPlanners } from '../activity/undo-run.ts';
import { settleReviews } from '../schedules/settle-reviews.ts';

/** How long a cancel waits for the execution under way. */
const CANCEL_WAIT_MS = 60_000;

/**
 * Whether there is time left to read a run's rows again, and to wait for what the run waits for. Of a run that has ended or
 * was replaced meanwhile nothing is read: `continueRun` tells what became of it.
 *
 * @param startedMs When the execution began.
 * @param readMs How long reading took.
 */
function isTimeToContinue(runId: string, startedMs: number, readMs: number): boolean {
  const run = readRun();
  const { softEndMs } = deadlinesOf(startedMs, 'unwatched');
  return run?.runId !== runId || Math.max(run.resumeAtMs, Date.now()) + readMs < softEndMs;
}

/** The time of an execution that carries a run on by itself. */
export interface TimedExecution {
  /** When it began, in ms since 1970. */
  readonly startedMs: number;
  /** How long reading and planning the rows took. */
  readonly readMs: number;
}

/** Rows that were moved while they were sent are read again for as long as there is time. */
export function finishInTime(
  started: RunProgress,
  { startedMs, readMs }: TimedExecution,
): Result<RunProgress, Failure> {
  let progress = started;
  while (progress.state === 'running' && isTimeToContinue(progress.runId, startedMs, readMs)) {
    const continued = continueRun(progress.runId, 'unwatched', startedMs);
    if (!continued.ok) return continued;
    progress = continued.value;
  }
  return success(progress);
}

/**
 * Carries a run on for as long as an execution that began at the given time may take.
 *
 * @param lockWaitMs How long to wait for whoever is working on the spreadsheet; absent: as people would.
 */
export function continueRun(
  runId: string,
  audience: Audience,
  startedMs: number,
  lockWaitMs?: number,
): Result<RunProgress, Failure> {
  const connection = readConnection();
  if (!connection.ok) return audience === 'watched' ? connection : giveUp(runId, connection.error, lockWaitMs);
  const answer = withRun(runId, connection.value, deadlinesOf(startedMs, audience), continued, lockWaitMs);
  return orEndedBefore(runId, answer);
}

/** A run that its person can send nothing for ends, and says why: nobody is there to press *Continue* once that is settled. */
function giveUp(runId: string, why: Failure, lockWaitMs?: number): Result<RunProgress, Failure> {
  return withDocumentLock(() => {
    const record = readRun();
    if (record?.runId === runId) concludeRun(withStop({ record, problems: [] }, why).record, 'stopped');
    return failure(why);
  }, lockWaitMs);
}

/** Stops a run: after the wave under way where an execution is running, at once where none is. */
export function cancelRun(runId: string): Result<RunProgress, Failure> {
  wishToCancel(runId);
  // Releasing rows sends nothing, so it needs no connection.
  const deadlines = deadlinesOf(Date.now(), 'watched');
  return orEndedBefore(runId, withRun(runId, undefined, deadlines, cancelled, CANCEL_WAIT_MS));
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

function withRun(
  runId: string,
  connection: Connection | undefined,
  deadlines: Execution['deadlines'],
  step: (run: WaitingRun, execution: Execution) => Engine<Ending>,
  lockWaitMs?: number,
): Result<RunProgress, Failure> {
  return withDocumentLock(() => {
    const record = readRun();
    if (record?.runId !== runId) {
      // The execution that ended it may have been killed before its line was written.
      logEarlierRun();
      return failure(failures.runGone());
    }
    const opened = openRun(record, connection ?? NOWHERE);
    if (!opened.ok) {
      concludeRun(withStop({ record, problems: [] }, opened.error).record, 'stopped');
      return opened;
    }
    const { tab, own, rows, keys, hasMore } = opened.value;
    const isForOther = connection !== undefined && !isSentTo(record, connection);
    const requestsAtOnce = connection?.requestsAtOnce ?? 1;
    const fieldAnswers = () => readFieldAnswers(connection?.chatbotId ?? '');
    const ledger = openLedger(tab.kept);
    const known = ledger.knownKeys(connection ?? NOWHERE, tab);
    const whyNoDeletes = () => whyNoDeletesNow(record, tab.kept);
    const execution = { deadlines, requestsAtOnce, deleteSecret: readDeleteSecret(), whyNoDeletes, fieldAnswers, own };
    const ending = perform(step({ record, rows, tab: keys, known, hasMore, isForOther }, execution), {
      runId,
      timeZone: tab.timeZone,
      ledger,
      ...(connection && { connection }),
      ...(tab.left && { left: tab.left }),
      target: {
        sheet: tab.sheet,
        read: tab.read,
        ground: { table: tab.table, own, keyColumnIndexes: rows.keyColumnIndexes },
      },
    });
    settleReviews(ending);
    return success(progressOf(ending.record, ending.state, ending.problems));
  }, lockWaitMs);
}

/** Why the deletes of a run may not leave by now: who carries it on may delete no more, or its schedule may not. */
function whyNoDeletesNow({ scheduleId }: RunRecord, kept: FileProperties): string {
  if (!mayDeleteHere(kept)) return failureText(failures.mayNotDelete());
  return scheduleId === undefined ? '' : whyDeletesAreHeld(readSchedule(scheduleId));
}

/** Whether a run is for a connection's chatbot at its address; records of before these were kept say nothing. */
function isSentTo({ chatbotId, address }: RunRecord, to: Destination): boolean {
  return ['', to.chatbotId].includes(chatbotId) && ['', to.baseUrl].includes(address);
}

/** A run's tab, and the rows of it that wait. */
interface OpenedRun {
  readonly tab: OpenTab;
  readonly own: AllStatusColumnIndexes;
  readonly rows: RunRows;
  readonly keys: TabKeys;
  readonly hasMore: boolean;
}

function openRun(record: RunRecord, to: Destination): Result<OpenedRun, Failure> {
  const queued = openQueuedTab(record, to);
  if (!queued.ok) return queued;
  const tab = underLeftWatch(queued.value, to);
  const { table, hasMore, waitingRows } = tab;
  const plannerFor = undoPlanners(tab.plannerFor, record, to);
  const own = allStatusColumns(tab.own);
  if (own === undefined) return failure(failures.statusColumnsGone(record.tabName));
  const merged = mergedCells(tab, own);
  if (merged !== undefined) return failure(failures.cellsMerged(merged));
  const waiting = table.rows.filter((row) => isQueuedRow(statusCellsOf(row, own), record.runId));
  // A tab whose columns were renamed meanwhile has no planner: its rows are let go.
  const anyPlanner: PlannerFor = (action) => {
    const planner = plannerFor(action);
    return planner.ok ? planner : success(unplannedTab(table.headers));
  };
  const rows = collectRunRows(waiting, own, record.action, anyPlanner, true);
  // Rows may have been sorted between the look at their marks and the look at them.
  const areSomeMissing = waiting.length < waitingRows;
  if (!rows.ok) return rows;
  const keys = tabKeysOf(table.allRows ?? (() => table.rows), own, record.runId);
  return success({ tab, own, rows: rows.value, keys, hasMore: hasMore || areSomeMissing });
}
