/** One slice of a run: takes the rows that wait in the sheet, sends as many as the time allows, and records every outcome. */

import type { SendRow } from '../../core/actions/batch.ts';
import { chunkWithin, LONGEST_CHUNK_MS, nextChunkSize } from '../../core/engine/chunk-size.ts';
import type { PlannedRow, RunRow } from '../../core/engine/plan-rows.ts';
import { planRows } from '../../core/engine/plan-rows.ts';
import type { RunState } from '../../core/engine/progress.ts';
import type { RunRecord } from '../../core/engine/run-record.ts';
import type { RunRows } from '../../core/engine/run-rows.ts';
import { holdUnagreedDelete } from '../../core/engine/run-rows.ts';
import { inSendOrder, takenBack } from '../../core/engine/send-order.ts';
import type { Pace } from '../../core/engine/send-queue.ts';
import { isProbing } from '../../core/engine/send-queue.ts';
import type { LeftRow, SendableRow } from '../../core/engine/settle-left.ts';
import {
  asItWaits,
  settleAbandoned,
  settleEmptied,
  settleWaiting,
  waitingWrite,
} from '../../core/engine/settle-left.ts';
import type { StatusWrite } from '../../core/own-cells/row-cells.ts';
import { sendingCells, unchangedCells } from '../../core/own-cells/row-cells.ts';
import { stopFailure } from '../../core/platform/stop-failure.ts';
import type { Connection } from '../../core/settings/connection.ts';
import { isCancelSignalled, isCancelWished } from '../services/run-store.ts';
import { renewTextFormat } from '../services/sheet-writer.ts';
import { type RecordBook, recordOutcomes, withFirstProblem } from './record-book.ts';
import { type SendLimits, type SendResult, sendRows } from './send-rows.ts';

/** When a slice began and must end. */
export interface SliceTimes
  extends Pick<
    SendLimits,
    'softEndMs' | 'longestWaitMs' | 'lastSendMs' | 'lastWideSendMs' | 'lastAnswerMs' | 'longestPauseMs'
  > {
  /** When the execution began. */
  readonly startedMs: number;
}

/** Reading the rows seldom takes longer; meanwhile somebody may have changed the format of those that wait. */
const UNWATCHED_MS = 30_000;

/** Runs one slice over rows that wait in the run, as they were read just now. */
export function runSlice(book: RecordBook, rows: RunRows, connection: Connection, times: SliceTimes): RunState {
  const { lastSignOfLifeMs, resumeAtMs } = book.record;
  if (resumeAtMs > 0 || Date.now() - lastSignOfLifeMs > UNWATCHED_MS) {
    renewTextFormat(
      book.target,
      rows.rows.map((row) => row.row.rowNumber),
    );
  }
  const planned = planRows(rows.rows).map(holdUnagreedDelete);
  return sendPlanned(book, planned, connection, times, { emptied: rows.emptied, disputed: [] });
}

/**
 * Sends planned rows, whose cells carry the run's mark, in chunks: before a chunk is sent its rows say Sending, afterwards
 * their outcome, and both are written in one checkpoint with the next chunk's Sending. The first checkpoint also writes
 * what needs no request, and the marks of the other rows where they are not in the sheet yet.
 *
 * @param others Rows that nothing is sent for: those that were emptied while they waited leave the run, and for those that
 *   have the key of a row that is sent nothing counts as confirmed any more.
 */
export function sendPlanned(
  book: RecordBook,
  planned: readonly PlannedRow[],
  connection: Connection,
  times: SliceTimes,
  others: { readonly emptied: readonly RunRow[]; readonly disputed: readonly StatusWrite[] },
): RunState {
  const { runId } = book.record;
  const probes = isProbing(book.record);
  let remaining = inSendOrder(planned.filter(isSendable), { runId, isProbing: probes });
  let { chunkSize } = book.record;
  let pace = paceOf(book.record);
  const nextChunk = () =>
    remaining.slice(0, chunkWithin(chunkSize, times.lastWideSendMs - Date.now(), remaining.length));
  const isMarked = book.target.runId !== undefined;
  let chunk = isMarked || isTimeToMarkAndSend(times) ? nextChunk() : [];
  const marks = isMarked ? [] : remaining.slice(chunk.length).map(unchangedCells);
  const { outcomes, released } = settleEmptied(others.emptied);
  const settled = [...settledWithoutSending(planned), ...outcomes];
  const unsettled = [...released, ...chunk.map(sendingCells), ...marks, ...others.disputed];
  const begun = recordOutcomes(book, settled, unsettled, 0);
  if (!begun.ok) return { kind: 'stopped', failure: begun.error };
  const { newColumns: _made, ...target } = book.target;
  book.target = { ...target, runId };
  if (begun.value.hasMoved && chunk.length > 0) return putBack(book, chunk);
  while (chunk.length > 0) {
    const startedMs = Date.now();
    const sends = chunk.map((row) => row.send);
    const result = sendRows(sends, connection, {
      ...times,
      pace,
      chunkEndMs: startedMs + LONGEST_CHUNK_MS,
      isCancelWished: () => isCancelSignalled(runId),
    });
    const left = leftRows(chunk, result.unsettled);
    remaining = remaining.slice(chunk.length);
    pace = result.pace;
    // The last rows of a slice say nothing about how many a chunk can hold.
    if (chunk.length === chunkSize) chunkSize = nextChunkSize(chunkSize - left.length, Date.now() - startedMs);
    const { width: waveWidth, easyWidth, fruitlessWaves } = pace;
    book.record = { ...book.record, chunkSize, waveWidth, easyWidth, fruitlessWaves };
    const isDone = left.length === 0 && remaining.length === 0;
    const isCancelled = !isDone && (result.isCancelled || isCancelWished(runId));
    const ending = endOf(result, isCancelled);
    // What stopped the run comes before what its rows say because of it.
    if (ending?.kind === 'stopped') book.record = withFirstProblem(book.record, ending.failure);
    const goesOn = ending === undefined && (left.length === 0 || result.isOverTime) && Date.now() < times.softEndMs;
    if (goesOn) remaining = takenBack(left.map(asItWaits), remaining);
    const next = goesOn ? nextChunk() : [];
    if (next.some(({ send }) => send.tries + (send.pauses ?? 0) > 0))
      pace = { ...pace, notBeforeMs: result.resumeAtMs };
    const recorded = recordChunk(book, { chunk, result, left, next, abandoned: ending && remaining });
    if (!recorded.ok) return { kind: 'stopped', failure: recorded.error };
    if (ending !== undefined) return ending;
    if (left.length > 0 && !goesOn) return { kind: 'running' };
    if (recorded.value.hasMoved && next.length > 0) return putBack(book, next);
    chunk = next;
  }
  return remaining.length > 0 ? { kind: 'running' } : { kind: 'finished' };
}

/** Marking all rows of a tab takes no longer than reading it took; where that is long, sending is left to the next slice. */
function isTimeToMarkAndSend({ startedMs, lastAnswerMs }: SliceTimes): boolean {
  const nowMs = Date.now();
  return nowMs + (nowMs - startedMs) <= lastAnswerMs;
}

function paceOf({ waveWidth: width, easyWidth, resumeAtMs: notBeforeMs, fruitlessWaves }: RunRecord): Pace {
  return { width, easyWidth, notBeforeMs, fruitlessWaves };
}

/** The rows of a chunk that have no outcome yet. */
function leftRows(chunk: readonly SendableRow[], unsettled: readonly SendRow[]): readonly LeftRow[] {
  const sendByNumber = new Map(unsettled.map((send) => [send.rowNumber, send]));
  return chunk.flatMap((row) => {
    const send = sendByNumber.get(row.row.rowNumber);
    return send === undefined ? [] : [{ row, send }];
  });
}

/**
 * Rows moved since they were read, so what was planned for the next chunk may mix two rows: it is not sent, and the next
 * slice reads the tab anew.
 */
function putBack(book: RecordBook, chunk: readonly SendableRow[]): RunState {
  const written = recordOutcomes(book, [], chunk.map(unchangedCells), 0);
  return written.ok ? { kind: 'running' } : { kind: 'stopped', failure: written.error };
}

/** What there is to record after a chunk was sent. */
interface SentChunk {
  readonly chunk: readonly SendableRow[];
  readonly result: SendResult;
  /** Rows of the chunk that have no outcome yet. */
  readonly left: readonly LeftRow[];
  /** The rows that are sent next. */
  readonly next: readonly SendableRow[];
  /** The rows beyond the chunk when the run ends here; absent while it goes on. */
  readonly abandoned: readonly SendableRow[] | undefined;
}

/** Records a chunk's outcomes, what its other rows say now, and the Sending of the next chunk. */
function recordChunk(
  book: RecordBook,
  { chunk, result, left, next, abandoned }: SentChunk,
): ReturnType<typeof recordOutcomes> {
  const rowByNumber = new Map(chunk.map((row) => [row.row.rowNumber, row]));
  const rowOf = (send: SendRow) => {
    const row = rowByNumber.get(send.rowNumber);
    if (row === undefined) throw new Error('An answer belongs to no row of the chunk.');
    return row;
  };
  const outcomes = result.settled.map(({ row, outcome }) => ({ row: rowOf(row), outcome }));
  book.countSending(result.requests, result.retries, result.resumeAtMs);
  if (abandoned === undefined) {
    const goingOn = new Set(next.map((row) => row.row.rowNumber));
    const waiting = left.filter(({ row }) => !goingOn.has(row.row.rowNumber)).map(waitingWrite);
    return recordOutcomes(book, outcomes, [...waiting, ...next.map(sendingCells)], chunk.length);
  }
  const [tried, untried] = [settleAbandoned(left), settleWaiting(abandoned)];
  const released = [...tried.released, ...untried.released];
  return recordOutcomes(book, [...outcomes, ...tried.outcomes, ...untried.outcomes], released, chunk.length);
}

function endOf(result: SendResult, isCancelled: boolean): RunState | undefined {
  if (result.stop !== undefined) return { kind: 'stopped', failure: stopFailure(result.stop) };
  return isCancelled ? { kind: 'cancelled' } : undefined;
}

function settledWithoutSending(planned: readonly PlannedRow[]) {
  return planned.flatMap((row) => (row.kind === 'settled' ? [{ row, outcome: row.outcome }] : []));
}

function isSendable(row: PlannedRow): row is SendableRow {
  return row.kind === 'send';
}
