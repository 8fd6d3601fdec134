/** The queue of a run: which requests go out together next, and what their answers leave to do. */

import { type ApiError, isRetryable, isUnclear } from '../api/errors.ts';
import type { ApiAnswer } from '../api/response.ts';
import type { Result } from '../result.ts';
import type { Batch } from './batch.ts';
import { type SettleContext, type SettledRow, settleBatch, unclear } from './settle-batch.ts';
import { nextWaveWidth } from './wave-width.ts';

/** What is left to send, and how wide the next wave may be. */
export interface SendQueue {
  readonly waiting: readonly Batch[];
  readonly width: number;
  /** How wide a wave may ever be. */
  readonly ceiling: number;
  /** Requests sent so far, and how many of them were tries after the first. */
  readonly requests: number;
  readonly retries: number;
  /** Nothing may be sent before this time: the platform, or Google, asked to wait. */
  readonly notBeforeMs: number;
  /** Waves in a row, of this and earlier slices, of which no request got an answer that settles anything. */
  readonly fruitlessWaves: number;
}

/** After so many fruitless waves nothing more is sent: the platform is down, and requests would only use up the day's. */
const MOST_FRUITLESS_WAVES = 12;

/** The next wave: the requests to send now, or how long to wait until there is one. */
export interface Wave {
  readonly batches: readonly Batch[];
  readonly waitMs: number;
}

/** The answer to one request of a wave. */
export interface WaveAnswer {
  readonly result: Result<ApiAnswer, ApiError>;
  /** The request may have been sent twice to get this answer, so it may have found its own work already done. */
  readonly isRepeated: boolean;
  /** The request may have arrived although Google says that it sent nothing. */
  readonly mayHaveArrived?: boolean;
}

/** What a wave's answers brought. */
export interface WaveResult {
  readonly queue: SendQueue;
  readonly settled: readonly SettledRow[];
  /** Set when nothing more may be sent; what was not accepted waits in the queue. */
  readonly stop?: ApiError;
}

/**
 * A queue with everything still to send.
 *
 * @param width How wide the first wave may be, as the run has found it to be good.
 * @param ceiling How wide a wave may ever be.
 * @param fruitlessWaves Waves without a settling answer that earlier slices ended with.
 */
export function startQueue(batches: readonly Batch[], width: number, ceiling: number, fruitlessWaves = 0): SendQueue {
  return {
    waiting: batches,
    width: Math.min(width, ceiling),
    ceiling,
    requests: 0,
    retries: 0,
    notBeforeMs: 0,
    fruitlessWaves,
  };
}

/**
 * The batches to send now, at most as many as the queue's width.
 *
 * @param mostAtOnce How many may be sent so that their answers come in time.
 */
export function nextWave(queue: SendQueue, nowMs: number, mostAtOnce = Number.POSITIVE_INFINITY): Wave {
  const { waiting, width, notBeforeMs } = queue;
  if (waiting.length === 0) return { batches: [], waitMs: 0 };
  if (notBeforeMs > nowMs) return { batches: [], waitMs: notBeforeMs - nowMs };
  const ready = waiting.filter((batch) => batch.notBeforeMs <= nowMs).slice(0, Math.min(width, mostAtOnce));
  if (ready.length > 0) return { batches: ready, waitMs: 0 };
  return { batches: [], waitMs: Math.min(...waiting.map((batch) => batch.notBeforeMs)) - nowMs };
}

/**
 * Takes a wave's answers into account.
 *
 * @param answers One per batch of the wave, in order.
 */
export function settleWave(
  queue: SendQueue,
  wave: readonly Batch[],
  answers: readonly WaveAnswer[],
  context: SettleContext,
): WaveResult {
  const settled: SettledRow[] = [];
  const again: Batch[] = [];
  let stop: ApiError | undefined;
  wave.forEach((batch, batchIndex) => {
    const answer = answers[batchIndex];
    if (answer === undefined) throw new Error('A request of the wave has no answer.');
    const sent = answer.isRepeated || answer.mayHaveArrived === true ? unclear(batch) : batch;
    const settlement = settleBatch(sent, answer.result, context);
    if (settlement.kind === 'settled') settled.push(...settlement.rows);
    else if (settlement.kind === 'again') again.push(...settlement.batches);
    else {
      stop = stop ?? settlement.error;
      again.push(answer.result.ok || !isUnclear(answer.result.error) ? sent : unclear(sent));
    }
  });
  const next = queueAfter(queue, wave, again, answers, context.nowMs);
  if (next.fruitlessWaves >= MOST_FRUITLESS_WAVES && next.waiting.length > 0) stop = stop ?? firstError(answers);
  return stop === undefined ? { queue: next, settled } : { queue: next, settled, stop };
}

function queueAfter(
  queue: SendQueue,
  wave: readonly Batch[],
  again: readonly Batch[],
  answers: readonly WaveAnswer[],
  nowMs: number,
): SendQueue {
  const sent = new Set(wave);
  const untouched = queue.waiting.filter((batch) => !sent.has(batch));
  // Being asked to wait concerns all requests, and not only the one that was answered so.
  const waitsMs = answers.map(({ result }) => (result.ok ? 0 : (result.error.retryAfterMs ?? 0)));
  return {
    // Those that were not sent yet come first: their answers show how the platform is.
    waiting: [...untouched, ...again],
    width: nextWaveWidth(queue.width, answers.some(isTrouble), queue.ceiling),
    ceiling: queue.ceiling,
    requests: queue.requests + wave.length + answers.filter((answer) => answer.isRepeated).length,
    retries: queue.retries + wave.filter((batch) => batch.tries > 0).length,
    notBeforeMs: Math.max(queue.notBeforeMs, ...waitsMs.filter((waitMs) => waitMs > 0).map((waitMs) => nowMs + waitMs)),
    fruitlessWaves: answers.every(settlesNothing) ? queue.fruitlessWaves + 1 : 0,
  };
}

function settlesNothing({ result }: WaveAnswer): boolean {
  return !result.ok && isRetryable(result.error);
}

function firstError(answers: readonly WaveAnswer[]): ApiError | undefined {
  for (const { result } of answers) if (!result.ok) return result.error;
  return undefined;
}

function isTrouble({ result, isRepeated }: WaveAnswer): boolean {
  if (isRepeated) return true;
  return (
    !result.ok &&
    (result.error.kind === 'network' || result.error.kind === 'rateLimited' || result.error.kind === 'server')
  );
}
