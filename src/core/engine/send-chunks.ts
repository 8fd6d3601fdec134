/** The loop of a run: send a chunk, settle it, and write it together with what the next one begins with. */
import type { Settled } from '../own-cells/outcome.ts';
import type { ApiError } from '../platform/errors.ts';
import { stopFailure } from '../platform/stop-failure.ts';
import type { Failure } from '../terms/failure.ts';
import { failures, failureText } from '../words/failures.ts';
import { checkpoint, withRemark } from './checkpoint.ts';
import { LONGEST_CHUNK_MS, nextChunkSize } from './chunk-size.ts';
import { ask, type Engine, now } from './commands.ts';
import { type Course, nextChunk } from './course.ts';
import { endedCreates } from './creates.ts';
import { type Execution, isCancelWished, RUNNING } from './execution.ts';
import { abandoned, putBack, stopUnsent } from './let-go.ts';
import type { RunRow, SendableRow } from './plan-rows.ts';
import { probesFirst } from './probing.ts';
import type { RunState } from './progress.ts';
import { doneRows, type RunRecord } from './run-record.ts';
import { type SentChunk, sendChunk } from './send-chunk.ts';
import { takenBack } from './send-order.ts';
import { asItWaits, type LeftRow, sendingWrite, untried, waitingWrite } from './settle-left.ts';
import { type Ending, type Standing, withRecord, withStop } from './standing.ts';

/**
 * Sends rows in chunks: before a chunk is sent its rows say Sending, afterwards their outcome, and both are written in one
 * checkpoint with the next chunk's Sending.
 */
export function* sendChunks(begun: Course, execution: Execution): Engine<Ending> {
  const { deadlines, requestsAtOnce } = execution;
  let { standing, remaining, chunk, pace, probing } = begun;
  while (chunk.length > 0) {
    const startedMs = yield* now();
    const rows = chunk.map((row) => row.send);
    const { record } = standing;
    const before = { done: doneRows(record), requests: record.requests };
    const limits = { deadlines, requestsAtOnce, chunkEndMs: startedMs + LONGEST_CHUNK_MS, before };
    const sent = yield* sendChunk(rows, pace, limits, probing);
    const left = leftRows(chunk, sent);
    remaining = remaining.slice(chunk.length);
    pace = sent.pace;
    standing = withSending(standing, sent, nextSize(record, chunk.length, left.length, (yield* now()) - startedMs));
    const ending = yield* endingOf(sent, left.length > 0 || remaining.length > 0);
    // What stopped the run comes before what its rows say because of it.
    if (ending?.kind === 'stopped') standing = withStop(standing, ending.failure);
    const nowMs = yield* now();
    const goesOn = ending === undefined && (left.length === 0 || sent.isOverTime) && nowMs < deadlines.softEndMs;
    if (goesOn) remaining = takenBack(left.map(asItWaits), remaining);
    if (goesOn && sent.probing !== probing) remaining = probesFirst(remaining, sent.probing);
    ({ probing } = sent);
    const next = goesOn ? nextChunk(remaining, standing.record.chunkSize, deadlines, nowMs) : [];
    if (next.some(wasTried)) pace = { ...pace, notBeforeMs: sent.resumeAtMs };
    const outcomes = outcomesOf(chunk, sent);
    const rest = ending === undefined ? goingOn(left, next) : abandoned(left, remaining);
    const written = { outcomes: [...outcomes, ...rest.outcomes], writes: rest.writes };
    const sentRows = sent.settled.length + left.filter(isTriedNow).length;
    const entries = { ...written, left, opening: next, sentRows, isLast: next.length === 0 };
    const recorded = yield* checkpoint(standing, entries, execution.own);
    // What stopped the run is told beside what became of its cells.
    const toldStop = (now: Standing) =>
      ending?.kind === 'stopped' ? withRemark(now, failureText(ending.failure)) : now;
    if (!recorded.ok) return { ...toldStop(standing), state: { kind: 'stopped', failure: recorded.error } };
    const { loss } = recorded.value;
    ({ standing } = recorded.value);
    const ended = endedCreates(sent.settled, sent.unsettled);
    if (ended.length > 0) yield* ask({ kind: 'endCreates', mlsNumbers: ended });
    if (loss !== undefined) {
      const open = [...(goesOn || ending !== undefined ? [] : left), ...next.map(untried)];
      const waiting = ending === undefined ? remaining.slice(next.length) : [];
      return yield* stopUnsent(toldStop(standing), open, waiting, loss, execution);
    }
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

function outcomesOf(chunk: readonly SendableRow[], { settled }: SentChunk): readonly Settled<RunRow>[] {
  const rowByNumber = new Map(chunk.map((row) => [row.row.rowNumber, row]));
  return settled.map(({ row: { rowNumber }, outcome }) => {
    const row = rowByNumber.get(rowNumber);
    if (row === undefined) throw new Error('An answer belongs to no row of the chunk.');
    return { row, outcome };
  });
}

/** Whether a request of the row has left in this chunk, so that something may have become of it. */
function isTriedNow({ row, send }: LeftRow): boolean {
  return send.attempts > row.send.attempts || (send.isUnclear && !row.send.isUnclear);
}

/** Rows of a chunk that go on waiting, and those that are sent next. */
function goingOn(left: readonly LeftRow[], next: readonly SendableRow[]) {
  const isNext = new Set(next.map((row) => row.row.rowNumber));
  const waiting = left.filter(({ row }) => !isNext.has(row.row.rowNumber)).map(waitingWrite);
  return { outcomes: [], writes: [...waiting, ...next.map(sendingWrite)] };
}

/** Why the run ends with this chunk, if it does. */
function* endingOf(sent: SentChunk, isAnyLeft: boolean): Engine<Exclude<RunState, { kind: 'running' }> | undefined> {
  if (sent.stop !== undefined) return { kind: 'stopped', failure: failureOf(sent.stop) };
  const isCancelled = isAnyLeft && (sent.isCancelled || (yield* isCancelWished()));
  return isCancelled ? { kind: 'cancelled' } : undefined;
}

/** A refusal ends a run only where one cause refuses every row. */
function failureOf(stop: ApiError): Failure {
  return stop.kind === 'refused' ? failures.refusedAlike(stop.message) : stopFailure(stop);
}

function withSending(standing: Standing, sent: SentChunk, chunkSize: number): Standing {
  const { record } = standing;
  const { width: waveWidth, slowStartWidth, failedWaves } = sent.pace;
  return withRecord(standing, {
    chunkSize,
    waveWidth,
    slowStartWidth,
    failedWaves,
    requests: record.requests + sent.requests,
    retries: record.retries + sent.retries,
    probes: sent.probing.asked,
    resumeAtMs: sent.resumeAtMs,
  });
}

/** The last rows of an execution say nothing about how many a chunk can hold. */
function nextSize({ chunkSize }: RunRecord, sentRows: number, leftRows: number, tookMs: number): number {
  return sentRows === chunkSize ? nextChunkSize(chunkSize - leftRows, tookMs) : chunkSize;
}

function wasTried({ send }: SendableRow): boolean {
  return send.attempts + (send.pauses ?? 0) > 0;
}
