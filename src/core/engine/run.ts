/** A run from its first mark to its last outcome, top to bottom. It decides everything and does nothing: see `commands.ts`. */

import { needsConsent, remoteIdentity } from '../actions/operation-facts.ts';
import { triedBy } from '../actions/verdict.ts';
import type { KnownKeys } from '../ledger/known-keys.ts';
import { plannedKey } from '../own-cells/mark-cell.ts';
import type { Settled } from '../own-cells/outcome.ts';
import { markWrite, queuedCells, type StatusWrite } from '../own-cells/row-cells.ts';
import { signedDelete } from '../own-cells/signed-delete.ts';
import type { Failure } from '../terms/failure.ts';
import { type Result, success } from '../terms/result.ts';
import { failures } from '../words/failures.ts';
import { checkpoint, type Entries } from './checkpoint.ts';
import { ask, type Engine, now } from './commands.ts';
import { type Course, courseOf } from './course.ts';
import type { Deadlines } from './deadlines.ts';
import { type Execution, isCancelWished, RUNNING } from './execution.ts';
import { putBack, release, stopUnsent } from './let-go.ts';
import { isSendable, type PlannedRow, type RunRow } from './plan-rows.ts';
import { planWaiting } from './plan-waiting.ts';
import { progressOf } from './progress.ts';
import { headwayOf, type RunRecord } from './run-record.ts';
import { holdForbiddenDeletes, holdUnagreedDelete, type RunRows } from './run-rows.ts';
import { sendChunks } from './send-chunks.ts';
import { sendingWrite, settleEmptied, untried } from './settle-left.ts';
import { type Ending, type Standing, withRecord, withStop } from './standing.ts';
import type { TabKeys } from './tab-keys.ts';

/** A run that is to begin. */
export interface NewRun {
  readonly record: RunRecord;
  readonly planned: readonly PlannedRow[];
  /** What rows are told that the run is not about; nothing by default. */
  readonly beside?: readonly StatusWrite[];
}

/** Begins a run and sends for as long as the time allows; fails where not even its first rows could be written. */
export function* beginRun(
  { record, planned, beside = [] }: NewRun,
  execution: Execution,
): Engine<Result<Ending, Failure>> {
  const standing = { record, problems: [] };
  if (planned.some(isSendable)) yield* ask({ kind: 'announce', progress: progressOf(record, RUNNING, []) });
  const marked = planned.map((row) => withMark(row, record.runId, execution.deleteSecret));
  const { startedMs, lastAnswerMs } = execution.deadlines;
  const nowMs = yield* now();
  // Marking all rows of a tab takes no longer than reading it took; where that is long, sending is left to the next execution.
  const isTimeToSend = nowMs + (nowMs - startedMs) <= lastAnswerMs;
  const course = yield* courseOf(standing, marked, execution, isTimeToSend);
  const waiting = course.remaining.slice(course.chunk.length);
  const writes = [...course.chunk.map(sendingWrite), ...waiting.map(markWrite), ...beside];
  const opened = yield* openCourse(course, { outcomes: settledAtOnce(planned), writes, begins: true }, execution);
  return opened.ok ? success(yield* closed(opened.value)) : opened;
}

/** A run that goes on, with the rows of it that wait in the sheet, as they were read just now. */
export interface WaitingRun {
  readonly record: RunRecord;
  readonly rows: RunRows;
  /** The keys of all rows of the tab. */
  readonly tab: TabKeys;
  readonly known: KnownKeys;
  /** Whether further rows wait beyond those that were read. */
  readonly hasMore: boolean;
  /** Whether another chatbot was connected since the run began. */
  readonly isForOther: boolean;
}

/** Carries a run on by one execution, and ends it when nothing is left or somebody wishes so. */
export function* continueRun(run: WaitingRun, execution: Execution): Engine<Ending> {
  const begun = { record: { ...run.record, isExecuting: true, heldUntilMs: 0 }, problems: [] };
  const ended = yield* carryOn(begun, run, execution);
  const state = ended.state.kind === 'finished' && run.hasMore ? RUNNING : ended.state;
  return yield* closed(yield* endedIfIdle({ ...ended, state }, run, execution));
}

/** Takes the rows that still wait out of the run, and ends it. */
export function* cancelRun({ record, rows }: WaitingRun, execution: Execution): Engine<Ending> {
  return yield* closed(yield* release({ record, problems: [] }, rows, { kind: 'cancelled' }, execution));
}

function* carryOn(
  standing: Standing,
  { record, rows, tab, known, isForOther }: WaitingRun,
  execution: Execution,
): Engine<Ending> {
  const cancelled = { kind: 'cancelled' } as const;
  if (yield* isCancelWished()) return yield* release(standing, rows, cancelled, execution);
  const otherChatbot = { kind: 'stopped', failure: failures.chatbotChanged() } as const;
  if (isForOther) return yield* release(standing, rows, otherChatbot, execution);
  const isWaitOver = yield* waitForPlatform(record, execution.deadlines);
  if (yield* isCancelWished()) return yield* release(standing, rows, cancelled, execution);
  if (!isWaitOver) return { ...standing, state: RUNNING };
  const consent = { runId: record.runId, secret: execution.deleteSecret };
  const waiting = planWaiting(rows.rows, record, tab, known);
  const agreed = waiting.planned.map((row) => holdUnagreedDelete(row, consent));
  const planned = holdForbiddenDeletes(agreed, execution.whyNoDeletes);
  const course = yield* courseOf(standing, planned, execution, true);
  const emptied = settleEmptied(rows.emptied);
  const outcomes = [...settledAtOnce(planned), ...emptied.outcomes];
  const writes = [...emptied.released, ...course.chunk.map(sendingWrite)];
  const { changed } = waiting;
  const opened = yield* openCourse(course, { outcomes, changed, writes, begins: false }, execution);
  return opened.ok ? opened.value : { ...standing, state: { kind: 'stopped', failure: opened.error } };
}

/** Writes what needs no request, and Sending into the rows of the first chunk; then sends chunk after chunk. */
function* openCourse(
  course: Course,
  entries: Pick<Entries, 'outcomes' | 'changed' | 'writes' | 'begins'>,
  execution: Execution,
): Engine<Result<Ending, Failure>> {
  const first = { ...entries, opening: course.chunk, sentRows: 0, isFirst: true };
  const opened = yield* checkpoint(course.standing, first, execution.own);
  if (!opened.ok) return opened;
  const { standing, hasMoved, loss } = opened.value;
  if (loss !== undefined) {
    const waiting = course.remaining.slice(course.chunk.length);
    return success(yield* stopUnsent(standing, course.chunk.map(untried), waiting, loss, execution));
  }
  const isPlanOld = hasMoved && course.chunk.length + (entries.changed ?? []).length > 0;
  if (isPlanOld) return success(yield* putBack(standing, course.chunk, execution));
  return success(yield* sendChunks({ ...course, standing }, execution));
}

/** After so many executions without headway a run ends, so that nobody waits for it for ever. */
const MOST_IDLE_EXECUTIONS = 10;

/** Ends a run that makes no headway although it waits for nothing: its rows are moved again and again. */
function* endedIfIdle(ended: Ending, { record: before, rows }: WaitingRun, execution: Execution): Engine<Ending> {
  const isWaiting = ended.record.resumeAtMs > (yield* now());
  const isIdle = headwayOf(ended.record) === headwayOf(before) && !isWaiting;
  const idleExecutions = isIdle ? before.idleExecutions + 1 : 0;
  const noted = { ...withRecord(ended, { idleExecutions }), state: ended.state };
  if (ended.state.kind !== 'running' || idleExecutions < MOST_IDLE_EXECUTIONS) return noted;
  return yield* release(noted, rows, { kind: 'stopped', failure: failures.rowsKeepChanging() }, execution);
}

/** Takes the run off the spreadsheet when it has ended, else lets it wait for the next execution. */
function* closed(ending: Ending): Engine<Ending> {
  const { state } = ending;
  if (state.kind === 'running') {
    const waiting = withRecord(ending, { isExecuting: false, lastSignOfLifeMs: yield* now() });
    yield* ask({ kind: 'saveRecord', record: waiting.record });
    return { ...waiting, state };
  }
  const told = state.kind === 'stopped' ? withStop(ending, state.failure) : ending;
  yield* ask({ kind: 'concludeRun', record: told.record, end: state.kind });
  return { ...told, state };
}

/** Waits for the time the platform asked for, but not beyond the execution. */
function* waitForPlatform({ resumeAtMs }: RunRecord, { softEndMs, longestWaitMs }: Deadlines): Engine<boolean> {
  const nowMs = yield* now();
  const waitEndMs = Math.min(resumeAtMs, softEndMs, nowMs + longestWaitMs);
  if (waitEndMs > nowMs) yield* ask({ kind: 'wait', waitMs: waitEndMs - nowMs });
  return resumeAtMs <= Math.max(waitEndMs, nowMs);
}

/** A row that must be sent, with the run's mark in its cells; a delete's mark says what was agreed to, and signs it. */
function withMark(row: PlannedRow, runId: string, deleteSecret: string): PlannedRow {
  if (row.kind === 'settled') return row;
  const { operation, fingerprint, isUnclear } = row.send;
  const key = plannedKey(remoteIdentity(operation));
  const tried = isUnclear ? triedBy(row.send) : undefined;
  const agreed = needsConsent(operation)
    ? { agreedDelete: fingerprint, signature: signedDelete(deleteSecret, { runId, fingerprint }) }
    : { agreedDelete: '', signature: '' };
  const mark = queuedCells(row, { runId, action: row.action, key, ...agreed, isUnclear, ...(tried && { tried }) });
  return { ...row, cells: { ...row.cells, ...mark.cells } };
}

function settledAtOnce(planned: readonly PlannedRow[]): readonly Settled<RunRow>[] {
  return planned.flatMap((row) => (row.kind === 'settled' ? [{ row, outcome: row.outcome }] : []));
}
