/** Sends rows in waves until each has an outcome, the run must stop, or the time is over. */

import type { Batch, SendRow } from '../../core/actions/batch.ts';
import { toBatches } from '../../core/actions/to-batches.ts';
import type { SettledRow } from '../../core/actions/verdict.ts';
import type { Pace, SendQueue, WaveAnswer } from '../../core/engine/send-queue.ts';
import { nextWave, settleWave, startQueue } from '../../core/engine/send-queue.ts';
import { widthWithin } from '../../core/engine/wave-width.ts';
import type { ApiError } from '../../core/platform/errors.ts';
import { readAnswer } from '../../core/platform/read-answer.ts';
import { buildRequest } from '../../core/platform/request.ts';
import { withoutKey } from '../../core/platform/without-key.ts';
import type { Connection } from '../../core/settings/connection.ts';
import { sendTogether } from '../services/http.ts';

/** What became of the rows. */
export interface SendResult {
  readonly settled: readonly SettledRow[];
  /** Rows without an outcome; `isUnclear` where a try of theirs may have arrived. */
  readonly unsettled: readonly SendRow[];
  /** Whether the rows were too many for the time of a chunk; those that were not tried yet may go on in the next one. */
  readonly isOverTime: boolean;
  /** Why nothing more may be sent, if so. */
  readonly stop?: ApiError;
  readonly isCancelled: boolean;
  readonly requests: number;
  readonly retries: number;
  /** How fast the next requests may go out. */
  readonly pace: Pace;
  /** When the rows without an outcome may be tried again; 0 when at once. */
  readonly resumeAtMs: number;
}

/** The limits of sending. */
export interface SendLimits {
  /** Nothing is waited for beyond this time, nor longer than that: such rows are left for the next slice. */
  readonly softEndMs: number;
  readonly longestWaitMs: number;
  /** No request leaves after this time, so that its answer can still be recorded; no wide wave after the earlier one. */
  readonly lastSendMs: number;
  readonly lastWideSendMs: number;
  /** After this time no further wave leaves, so that what was answered is recorded. */
  readonly chunkEndMs: number;
  /** Until when every answer must be there, however slow the platform is, so that it can be recorded. */
  readonly lastAnswerMs: number;
  /** The run ends rather than wait longer than this. */
  readonly longestPauseMs: number;
  readonly pace: Pace;
  isCancelWished(): boolean;
}

/** Sends rows. */
export function sendRows(rows: readonly SendRow[], connection: Connection, limits: SendLimits): SendResult {
  const settled: SettledRow[] = [];
  let queue = startQueue(toBatches(rows), limits.pace, connection.requestsAtOnce);
  let stop: ApiError | undefined;
  let isCancelled = false;
  let isOverTime = false;
  while (stop === undefined && !isCancelled && isTimeToSend(queue, limits)) {
    const { batches, waitMs } = nextWave(queue, Date.now(), widthWithin(limits.lastAnswerMs - Date.now()));
    if (batches.length === 0 && !isWorthWaiting(waitMs, limits)) break;
    // What was answered is not kept waiting for what is still to come.
    isOverTime = queue.requests > 0 && Date.now() + waitMs > limits.chunkEndMs;
    if (isOverTime) break;
    if (batches.length === 0) {
      isCancelled = sleepUnlessCancelled(waitMs, limits.isCancelWished);
      continue;
    }
    const answers = sendWave(batches, connection, limits.lastSendMs);
    const context = { nowMs: Date.now(), longestPauseMs: limits.longestPauseMs, random: Math.random() };
    const result = settleWave(queue, batches, answers, context);
    settled.push(...result.settled);
    queue = result.queue;
    stop = result.stop;
    isCancelled = limits.isCancelWished();
  }
  return { ...toResult(queue, settled, stop), isCancelled, isOverTime };
}

/** So often somebody who waits for the end is looked for. */
const LOOK_MS = 5_000;

/** Waits; tells whether somebody wished meanwhile that nothing more be sent. */
export function sleepUnlessCancelled(waitMs: number, isWished: () => boolean): boolean {
  for (let leftMs = waitMs; leftMs > 0; leftMs -= LOOK_MS) {
    Utilities.sleep(Math.min(leftMs, LOOK_MS));
    if (isWished()) return true;
  }
  return false;
}

/** So few requests are sent in narrow waves sooner than by another execution, which would read the rows again. */
const FEW_REQUESTS = 100;

function isTimeToSend({ waiting }: SendQueue, { lastSendMs, lastWideSendMs }: SendLimits): boolean {
  if (waiting.length === 0) return false;
  return Date.now() <= (waiting.length <= FEW_REQUESTS ? lastSendMs : lastWideSendMs);
}

function isWorthWaiting(waitMs: number, { softEndMs, longestWaitMs }: SendLimits): boolean {
  return waitMs <= longestWaitMs && Date.now() + waitMs <= softEndMs;
}

function sendWave(batches: readonly Batch[], connection: Connection, lastSendMs: number): readonly WaveAnswer[] {
  const requests = batches.map((batch) => buildRequest(batch.call, connection));
  const sent = sendTogether(requests, connection.key, lastSendMs);
  const nowMs = Date.now();
  const clean = (text: string) => withoutKey(text, connection.key);
  return batches.map((batch, batchIndex) => {
    const one = sent[batchIndex];
    if (one === undefined) throw new Error('A request of the wave has no answer.');
    return { ...one, result: readAnswer(batch.call.endpoint, one.answer, nowMs, clean) };
  });
}

function toResult(
  queue: SendQueue,
  settled: readonly SettledRow[],
  stop: ApiError | undefined,
): Omit<SendResult, 'isCancelled' | 'isOverTime'> {
  const { requests, retries, width, easyWidth, notBeforeMs, fruitlessWaves } = queue;
  const pace = { width, easyWidth, notBeforeMs, fruitlessWaves };
  const unsettled = queue.waiting.flatMap((batch) => batch.rows);
  const resumeAtMs = queue.waiting.reduce((latest, batch) => Math.max(latest, batch.notBeforeMs), queue.notBeforeMs);
  const result = { settled, unsettled, requests, retries, pace, resumeAtMs };
  return stop === undefined ? result : { ...result, stop };
}
