/** The queue of a run: which requests go out together next, and what their answers leave to do. */

import type { ApiError } from '../api/errors.ts';
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
  /** How often the platform refused with the same words; `undefined` once anything else came back. */
  readonly refusals: { readonly message: string; readonly count: number } | undefined;
}

/**
 * So many refusals in the same words, and nothing else, mean that no row is to blame (a wrong chatbot ID, say): sending
 * ten thousand more would only use up the day's requests.
 */
const HOPELESS_REFUSALS = 25;

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
 */
export function startQueue(batches: readonly Batch[], width: number, ceiling: number): SendQueue {
  const refusals = { message: '', count: 0 };
  return { waiting: batches, width: Math.min(width, ceiling), ceiling, requests: 0, retries: 0, refusals };
}

/** The batches to send now, at most as many as the queue's width. */
export function nextWave(queue: SendQueue, nowMs: number): Wave {
  const ready = queue.waiting.filter((batch) => batch.notBeforeMs <= nowMs).slice(0, queue.width);
  if (ready.length > 0 || queue.waiting.length === 0) return { batches: ready, waitMs: 0 };
  return { batches: [], waitMs: Math.min(...queue.waiting.map((batch) => batch.notBeforeMs)) - nowMs };
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
    const sent = answer.isRepeated ? unclear(batch) : batch;
    const settlement = settleBatch(sent, answer.result, context);
    if (settlement.kind === 'settled') settled.push(...settlement.rows);
    else if (settlement.kind === 'again') again.push(...settlement.batches);
    else {
      stop = stop ?? settlement.error;
      again.push(sent);
    }
  });
  const next = queueAfter(queue, wave, again, answers);
  if ((next.refusals?.count ?? 0) >= HOPELESS_REFUSALS) stop = stop ?? firstError(answers);
  return stop === undefined ? { queue: next, settled } : { queue: next, settled, stop };
}

function queueAfter(
  queue: SendQueue,
  wave: readonly Batch[],
  again: readonly Batch[],
  answers: readonly WaveAnswer[],
): SendQueue {
  const sent = new Set(wave);
  return {
    waiting: [...again, ...queue.waiting.filter((batch) => !sent.has(batch))],
    width: nextWaveWidth(queue.width, answers.some(isTrouble), queue.ceiling),
    ceiling: queue.ceiling,
    requests: queue.requests + wave.length + answers.filter((answer) => answer.isRepeated).length,
    retries: queue.retries + wave.filter((batch) => batch.tries > 0).length,
    refusals: countRefusals(queue.refusals, answers),
  };
}

function countRefusals(before: SendQueue['refusals'], answers: readonly WaveAnswer[]): SendQueue['refusals'] {
  let refusals = before;
  for (const { result } of answers) {
    const message = !result.ok && result.error.kind === 'refused' ? result.error.message : undefined;
    const isSame = refusals !== undefined && (refusals.count === 0 || refusals.message === message);
    refusals = message !== undefined && isSame ? { message, count: (refusals?.count ?? 0) + 1 } : undefined;
  }
  return refusals;
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
