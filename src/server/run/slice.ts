/** One slice of a run: takes the rows that wait in the sheet, sends as many as the time allows, and records every outcome. */
import { stopFailure } from '../../core/api/stop-failure.ts';
import type { Connection } from '../../core/connection.ts';
import { nextChunkSize } from '../../core/run/chunk-size.ts';
import { type PlannedRow, planRows } from '../../core/run/plan-rows.ts';
import type { RunState } from '../../core/run/progress.ts';
import { releasedCells, sendingCells } from '../../core/run/row-cells.ts';
import { holdUnagreedDelete, type RunRows } from '../../core/run/run-rows.ts';
import { abandonedWrite, type SendableRow, waitingWrite } from '../../core/run/settle-left.ts';
import { type RecordBook, recordOutcomes } from './record-book.ts';
import { isCancelWished } from './run-store.ts';
import { type SendResult, sendRows } from './send-rows.ts';

/** When a slice must end. */
export interface SliceTimes {
  /** No new chunk starts after this time. */
  readonly softEndMs: number;
  /** No request leaves after this time: its answer must be recorded before Google kills the execution. */
  readonly lastSendMs: number;
}

/**
 * Runs one slice. Rows go through it in chunks: before a chunk is sent its rows say Sending, afterwards their outcome,
 * and both are written in one checkpoint with the next chunk's Sending.
 */
export function runSlice(book: RecordBook, rows: RunRows, connection: Connection, times: SliceTimes): RunState {
  const planned = planRows(rows.rows).map(holdUnagreedDelete);
  let remaining = planned.filter(isSendable);
  let chunkSize = nextChunkSize();
  let chunk = remaining.slice(0, chunkSize);
  let width: number | undefined;
  const begun = recordOutcomes(book, settledWithoutSending(planned), chunk.map(sendingCells), 0);
  if (!begun.ok) return { kind: 'stopped', failure: begun.error };
  while (chunk.length > 0) {
    const startedMs = Date.now();
    const limits = { lastSendMs: times.lastSendMs, width, isCancelWished: () => isCancelWished(book.record.runId) };
    const sends = chunk.map((row) => row.send);
    const result = sendRows(sends, connection, limits);
    remaining = remaining.slice(chunk.length);
    width = result.width;
    chunkSize = nextChunkSize(chunkSize, Date.now() - startedMs);
    const ending = endOf(result);
    const goesOn = ending === undefined && result.unsettled.length === 0 && Date.now() < times.softEndMs;
    const next = goesOn ? remaining.slice(0, chunkSize) : [];
    const recorded = recordChunk(book, chunk, result, ending === undefined ? [] : remaining, next);
    if (!recorded.ok) return { kind: 'stopped', failure: recorded.error };
    if (ending !== undefined) return ending;
    if (result.unsettled.length > 0) return { kind: 'running' };
    chunk = next;
  }
  return remaining.length > 0 ? { kind: 'running' } : { kind: 'finished' };
}

/** Records a chunk's outcomes, what its other rows say now, and the Sending of the next chunk. */
function recordChunk(
  book: RecordBook,
  chunk: readonly SendableRow[],
  result: SendResult,
  abandoned: readonly SendableRow[],
  next: readonly SendableRow[],
): ReturnType<typeof recordOutcomes> {
  const rowByNumber = new Map(chunk.map((row) => [row.row.rowNumber, row]));
  const hasEnded = endOf(result) !== undefined;
  const outcomes = result.settled.flatMap(({ row, outcome }) => {
    const planned = rowByNumber.get(row.rowNumber);
    return planned === undefined ? [] : [{ row: planned, outcome }];
  });
  const left = result.unsettled.flatMap((send) => {
    const planned = rowByNumber.get(send.rowNumber);
    if (planned === undefined) return [];
    return [hasEnded ? abandonedWrite(planned, send) : waitingWrite(planned, send)];
  });
  book.countRequests(result.requests, result.retries);
  const others = [...left, ...abandoned.map(releasedCells), ...next.map(sendingCells)];
  return recordOutcomes(book, outcomes, others, chunk.length);
}

function endOf(result: SendResult): RunState | undefined {
  if (result.stop !== undefined) return { kind: 'stopped', failure: stopFailure(result.stop) };
  return result.isCancelled ? { kind: 'cancelled' } : undefined;
}

function settledWithoutSending(planned: readonly PlannedRow[]) {
  return planned.flatMap((row) => (row.kind === 'settled' ? [{ row, outcome: row.outcome }] : []));
}

function isSendable(row: PlannedRow): row is SendableRow {
  return row.kind === 'send';
}
