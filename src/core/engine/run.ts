/** A run from its first mark to its last outcome, top to bottom. It decides everything and does nothing: see `commands.ts`. */
import { needsConsent } from '../actions/operation-facts.ts';
import { markWrite, queuedCells, type StatusWrite, sendingCells, unchangedCells } from '../own-cells/row-cells.ts';
import { signedDelete } from '../own-cells/signed-delete.ts';
import type { AllStatusColumnIndexes } from '../own-cells/status-columns.ts';
import { stopFailure } from '../platform/stop-failure.ts';
import type { Failure } from '../terms/failure.ts';
import { type Result, success } from '../terms/result.ts';
import { failures } from '../words/failures.ts';
import { checkpoint } from './checkpoint.ts';
import { chunkWithin, LONGEST_CHUNK_MS, nextChunkSize } from './chunk-size.ts';
import { ask, type Engine, now } from './commands.ts';
import type { Deadlines } from './deadlines.ts';
import { type PlannedRow, planRows } from './plan-rows.ts';
import { type Outcome, progressOf, type RunState } from './progress.ts';
import { headwayOf, type RunRecord } from './run-record.ts';
import { holdUnagreedDelete, type RunRows } from './run-rows.ts';
import { type SentChunk, sendChunk } from './send-chunk.ts';
import { inSendOrder, takenBack } from './send-order.ts';
import { isHalfOpen, type Pace } from './send-queue.ts';
import {
  asItWaits,
  type LeftRow,
  type SendableRow,
  settleAbandoned,
  settleEmptied,
  settleWaiting,
  waitingWrite,
} from './settle-left.ts';
import { type Ending, type Standing, withFirstProblem, withRecord } from './standing.ts';

/** What holds for one execution of a run. */
export interface Execution {
  readonly deadlines: Deadlines;
  /** How wide a wave may ever be. */
  readonly requestsAtOnce: number;
  /** By what this person's agreement to deletes is known; `''` where they have agreed to none. */
  readonly deleteSecret: string;
  /** Where the add-on's columns are, or will be once the first rows are written. */
  readonly own: AllStatusColumnIndexes;
}

/** A run that is to begin. */
export interface NewRun {
  readonly record: RunRecord;
  readonly planned: readonly PlannedRow[];
  /** Writes into rows outside the run, for which nothing counts as confirmed any more once it sends. */
  readonly disputed: readonly StatusWrite[];
}

/** Begins a run and sends for as long as the time allows; fails where not even its first rows could be written. */
export function* beginRun(
  { record, planned, disputed }: NewRun,
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
  const writes = [...course.chunk.map(sendingCells), ...waiting.map(markWrite), ...disputed];
  const opened = yield* openCourse(course, { outcomes: settledAtOnce(planned), writes, begins: true }, execution);
  return opened.ok ? success(yield* closed(opened.value)) : opened;
}

/** A run that goes on, with the rows of it that wait in the sheet, as they were read just now. */
export interface WaitingRun {
  readonly record: RunRecord;
  readonly rows: RunRows;
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

function* carryOn(standing: Standing, { record, rows, isForOther }: WaitingRun, execution: Execution): Engine<Ending> {
  const cancelled = { kind: 'cancelled' } as const;
  if (yield* isCancelWished()) return yield* release(standing, rows, cancelled, execution);
  const otherChatbot = { kind: 'stopped', failure: failures.chatbotChanged() } as const;
  if (isForOther) return yield* release(standing, rows, otherChatbot, execution);
  const isWaitOver = yield* waitForPlatform(record, execution.deadlines);
  if (yield* isCancelWished()) return yield* release(standing, rows, cancelled, execution);
  if (!isWaitOver) return { ...standing, state: RUNNING };
  yield* renewTextFormat(record, rows);
  const consent = { runId: record.runId, secret: execution.deleteSecret };
  const planned = planRows(rows.rows).map((row) => holdUnagreedDelete(row, consent));
  const course = yield* courseOf(standing, planned, execution, true);
  const emptied = settleEmptied(rows.emptied);
  const outcomes = [...settledAtOnce(planned), ...emptied.outcomes];
  const writes = [...emptied.released, ...course.chunk.map(sendingCells)];
  const opened = yield* openCourse(course, { outcomes, writes, begins: false }, execution);
  return opened.ok ? opened.value : { ...standing, state: { kind: 'stopped', failure: opened.error } };
}

/** What is still to be sent, which of it next, and how fast. */
interface Course {
  readonly standing: Standing;
  /** The rows of the chunk first. */
  readonly remaining: readonly SendableRow[];
  readonly chunk: readonly SendableRow[];
  readonly pace: Pace;
}

function* courseOf(
  standing: Standing,
  planned: readonly PlannedRow[],
  { deadlines }: Execution,
  isTimeToSend: boolean,
): Engine<Course> {
  const { record } = standing;
  const order = { runId: record.runId, isHalfOpen: isHalfOpen(record) };
  const remaining = inSendOrder(planned.filter(isSendable), order);
  const chunk = isTimeToSend ? nextChunk(remaining, record.chunkSize, deadlines, yield* now()) : [];
  const { waveWidth: width, slowStartWidth, resumeAtMs: notBeforeMs, failedWaves } = record;
  return { standing, remaining, chunk, pace: { width, slowStartWidth, notBeforeMs, failedWaves } };
}

/** Writes what needs no request, and Sending into the rows of the first chunk; then sends chunk after chunk. */
function* openCourse(
  course: Course,
  entries: { readonly outcomes: readonly Outcome[]; readonly writes: readonly StatusWrite[]; readonly begins: boolean },
  execution: Execution,
): Engine<Result<Ending, Failure>> {
  const first = { ...entries, sentRows: 0, isFirst: true };
  const opened = yield* checkpoint(course.standing, first, execution.own);
  if (!opened.ok) return opened;
  const { standing, hasMoved } = opened.value;
  if (hasMoved && course.chunk.length > 0) return success(yield* putBack(standing, course.chunk, execution));
  return success(yield* sendChunks({ ...course, standing }, execution));
}

/**
 * Sends rows in chunks: before a chunk is sent its rows say Sending, afterwards their outcome, and both are written in one
 * checkpoint with the next chunk's Sending.
 */
function* sendChunks(begun: Course, execution: Execution): Engine<Ending> {
  const { deadlines, requestsAtOnce } = execution;
  let { standing, remaining, chunk, pace } = begun;
  while (chunk.length > 0) {
    const startedMs = yield* now();
    const rows = chunk.map((row) => row.send);
    const limits = { deadlines, requestsAtOnce, chunkEndMs: startedMs + LONGEST_CHUNK_MS };
    const sent = yield* sendChunk(rows, pace, limits);
    const left = leftRows(chunk, sent);
    remaining = remaining.slice(chunk.length);
    pace = sent.pace;
    standing = withSending(
      standing,
      sent,
      nextSize(standing.record, chunk.length, left.length, (yield* now()) - startedMs),
    );
    const ending = yield* endingOf(sent, left.length > 0 || remaining.length > 0);
    // What stopped the run comes before what its rows say because of it.
    if (ending?.kind === 'stopped') standing = withFirstProblem(standing, ending.failure);
    const nowMs = yield* now();
    const goesOn = ending === undefined && (left.length === 0 || sent.isOverTime) && nowMs < deadlines.softEndMs;
    if (goesOn) remaining = takenBack(left.map(asItWaits), remaining);
    const next = goesOn ? nextChunk(remaining, standing.record.chunkSize, deadlines, nowMs) : [];
    if (next.some(wasTried)) pace = { ...pace, notBeforeMs: sent.resumeAtMs };
    const outcomes = outcomesOf(chunk, sent);
    const rest = ending === undefined ? goingOn(left, next) : abandoned(left, remaining);
    const written = { outcomes: [...outcomes, ...rest.outcomes], writes: rest.writes };
    const entries = { ...written, sentRows: chunk.length, isLast: next.length === 0 };
    const recorded = yield* checkpoint(standing, entries, execution.own);
    if (!recorded.ok) return { ...standing, state: { kind: 'stopped', failure: recorded.error } };
    ({ standing } = recorded.value);
    if (ending !== undefined) return { ...standing, state: ending };
    if (left.length > 0 && !goesOn) return { ...standing, state: RUNNING };
    if (recorded.value.hasMoved && next.length > 0) return yield* putBack(standing, next, execution);
    chunk = next;
  }
  return { ...standing, state: remaining.length > 0 ? RUNNING : { kind: 'finished' } };
}

/** The rows of a chunk that have no outcome yet. */
function leftRows(chunk: readonly SendableRow[], { unsettled }: SentChunk): readonly LeftRow[] {
  const sendByNumber = new Map(unsettled.map((send) => [send.rowNumber, send]));
  return chunk.flatMap((row) => {
    const send = sendByNumber.get(row.row.rowNumber);
    return send === undefined ? [] : [{ row, send }];
  });
}

function outcomesOf(chunk: readonly SendableRow[], { settled }: SentChunk): readonly Outcome[] {
  const rowByNumber = new Map(chunk.map((row) => [row.row.rowNumber, row]));
  return settled.map(({ row: { rowNumber }, outcome }) => {
    const row = rowByNumber.get(rowNumber);
    if (row === undefined) throw new Error('An answer belongs to no row of the chunk.');
    return { row, outcome };
  });
}

/** Rows of a chunk that go on waiting, and those that are sent next. */
function goingOn(left: readonly LeftRow[], next: readonly SendableRow[]) {
  const isNext = new Set(next.map((row) => row.row.rowNumber));
  const waiting = left.filter(({ row }) => !isNext.has(row.row.rowNumber)).map(waitingWrite);
  return { outcomes: [], writes: [...waiting, ...next.map(sendingCells)] };
}

/** What becomes of all rows that are left when the run ends early. */
function abandoned(left: readonly LeftRow[], remaining: readonly SendableRow[]) {
  const [tried, untried] = [settleAbandoned(left), settleWaiting(remaining)];
  return {
    outcomes: [...tried.outcomes, ...untried.outcomes],
    writes: [...tried.released, ...untried.released],
  };
}

/** Why the run ends with this chunk, if it does. */
function* endingOf(sent: SentChunk, isAnyLeft: boolean): Engine<Exclude<RunState, { kind: 'running' }> | undefined> {
  if (sent.stop !== undefined) return { kind: 'stopped', failure: stopFailure(sent.stop) };
  const isCancelled = isAnyLeft && (sent.isCancelled || (yield* isCancelWished()));
  return isCancelled ? { kind: 'cancelled' } : undefined;
}

function withSending(standing: Standing, sent: SentChunk, chunkSize: number): Standing {
  const { record } = standing;
  const { width: waveWidth, slowStartWidth, failedWaves } = sent.pace;
  return withRecord(standing, {
    ...{ chunkSize, waveWidth, slowStartWidth, failedWaves },
    requests: record.requests + sent.requests,
    retries: record.retries + sent.retries,
    resumeAtMs: sent.resumeAtMs,
  });
}

/** The last rows of an execution say nothing about how many a chunk can hold. */
function nextSize({ chunkSize }: RunRecord, sentRows: number, leftRows: number, tookMs: number): number {
  return sentRows === chunkSize ? nextChunkSize(chunkSize - leftRows, tookMs) : chunkSize;
}

function nextChunk(
  remaining: readonly SendableRow[],
  chunkSize: number,
  { lastWideSendMs }: Deadlines,
  nowMs: number,
): readonly SendableRow[] {
  return remaining.slice(0, chunkWithin(chunkSize, lastWideSendMs - nowMs, remaining.length));
}

/**
 * Rows moved since they were read, so what was planned for the next chunk may mix two rows: it is not sent, and the next
 * execution reads the tab anew.
 */
function* putBack(standing: Standing, chunk: readonly SendableRow[], execution: Execution): Engine<Ending> {
  const entries = { outcomes: [], writes: chunk.map(unchangedCells), sentRows: 0, isLast: true };
  const written = yield* checkpoint(standing, entries, execution.own);
  if (!written.ok) return { ...standing, state: { kind: 'stopped', failure: written.error } };
  return { ...written.value.standing, state: RUNNING };
}

/** Takes the rows that still wait out of the run, which ends as given. */
function* release(
  standing: Standing,
  { rows, emptied }: RunRows,
  state: RunState,
  execution: Execution,
): Engine<Ending> {
  const { outcomes, released } = settleWaiting([...rows, ...emptied]);
  const entries = { outcomes, writes: released, sentRows: 0, isFirst: true, isLast: true };
  const written = yield* checkpoint(standing, entries, execution.own);
  if (!written.ok) return { ...standing, state: { kind: 'stopped', failure: written.error } };
  return { ...written.value.standing, state };
}

/** A run that brings nothing about so often ends, so that nobody waits for it for ever. */
const MOST_IDLE_EXECUTIONS = 10;

/** Ends a run whose rows are never where they were looked at, though it is not waiting for anything. */
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
  const told = state.kind === 'stopped' ? withFirstProblem(ending, state.failure) : ending;
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

/** Reading the rows seldom takes longer; meanwhile somebody may have changed the format of those that wait. */
const UNWATCHED_MS = 30_000;

function* renewTextFormat({ lastSignOfLifeMs, resumeAtMs }: RunRecord, { rows }: RunRows): Engine<void> {
  const isUnwatched = resumeAtMs > 0 || (yield* now()) - lastSignOfLifeMs > UNWATCHED_MS;
  const rowNumbers = rows.map((row) => row.row.rowNumber);
  if (isUnwatched) yield* ask({ kind: 'renewTextFormat', rowNumbers });
}

function* isCancelWished(): Engine<boolean> {
  return yield* ask({ kind: 'isCancelWished', look: 'certain' });
}

/** A row that must be sent, with the run's mark in its cells; a delete's mark says what was agreed to, and signs it. */
function withMark(row: PlannedRow, runId: string, deleteSecret: string): PlannedRow {
  if (row.kind === 'settled') return row;
  const { operation, fingerprint, isUnclear } = row.send;
  const agreed = needsConsent(operation)
    ? { agreedDelete: fingerprint, signature: signedDelete(deleteSecret, { runId, fingerprint }) }
    : { agreedDelete: '', signature: '' };
  const mark = queuedCells(row, { runId, action: row.action, ...agreed, isUnclear });
  return { ...row, cells: { ...row.cells, ...mark.cells } };
}

function settledAtOnce(planned: readonly PlannedRow[]): readonly Outcome[] {
  return planned.flatMap((row) => (row.kind === 'settled' ? [{ row, outcome: row.outcome }] : []));
}

function isSendable(row: PlannedRow): row is SendableRow {
  return row.kind === 'send';
}

function wasTried({ send }: SendableRow): boolean {
  return send.attempts + (send.pauses ?? 0) > 0;
}

const RUNNING: RunState = { kind: 'running' };
