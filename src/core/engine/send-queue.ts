/** The queue of a run: which requests go out together next, and what their answers leave to do. */

import type { Batch, SendRow } from '../actions/batch.ts';
import { backoffMs, MAX_ATTEMPTS } from '../actions/retry.ts';
import { afterUnclear, refusedRows, type SettleContext, settleBatch, unclear } from '../actions/settle-batch.ts';
import type { Settled } from '../own-cells/outcome.ts';
import { type ApiError, isRetryable, isUnclear } from '../platform/errors.ts';
import type { ApiAnswer } from '../platform/read-answer.ts';
import type { Result } from '../terms/result.ts';
import { givenUpTo, isOneCause, probesFor, type Suspicions, suspicionsAfter } from './one-cause.ts';
import { nextWaveWidth, type WaveWidth } from './wave-width.ts';

/** How fast requests may go out, as the answers so far have shown; it outlives the chunk. */
export interface Pace extends WaveWidth {
  /** Nothing may be sent before this time: the platform, or Google, asked to wait, or nothing comes back. */
  readonly notBeforeMs: number;
  /** Waves in a row in which requests that had not been answered before got no answer that settles anything. */
  readonly failedWaves: number;
  /** Why the key may not look listings up, or create them; then neither is tried again in this execution. */
  readonly forbidden?: ApiError;
}

/** What is left to send, and how fast. */
export interface SendQueue extends Pace {
  readonly waiting: readonly Batch[];
  /** How wide a wave may ever be. */
  readonly ceiling: number;
  /** Requests sent so far, and how many of them were tries after the first. */
  readonly requests: number;
  readonly retries: number;
  /** Whether all rows may be refused for one cause. */
  readonly suspicions: Suspicions;
  /** Parts of split requests that were refused once more, and that were accepted. */
  readonly parts: { readonly refused: number; readonly accepted: number };
}

/**
 * After so many failed waves nothing more is sent: the platform is down, and requests would only use up the day's. As
 * waves of first tries are further and further apart, these are about nine minutes.
 */
const BREAKER_FAILED_WAVES = 40;

/**
 * After so many, requests with several rows are tried to the end before fresh ones are sent: perhaps one row in each of
 * them is what the platform breaks down over, and then their parts are accepted.
 */
const HALF_OPEN_FAILED_WAVES = 10;

/** Whether requests with several rows go before others once they were tried. */
export function isHalfOpen({ failedWaves }: Pick<Pace, 'failedWaves'>): boolean {
  return failedWaves >= HALF_OPEN_FAILED_WAVES;
}

/** Among few bad rows a part is accepted for nearly each that is refused; beyond this, most rows are bad. */
const MOST_REFUSED_FOR_ACCEPTED = 3;
const UNTELLING_REFUSED_PARTS = 8;

/** A wave that is told to wait counts for more, so that a run does not wait for hours. */
const WEIGHT_OF_WAITING = 4;

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
  /** The answer is that of the whole wave: the request has none of its own, and may have arrived all the same. */
  readonly isOfWave?: boolean;
}

/** What a wave's answers brought. */
export interface WaveResult {
  readonly queue: SendQueue;
  readonly settled: readonly Settled<SendRow>[];
  /** Set when nothing more may be sent; what was not accepted waits in the queue. */
  readonly stop?: ApiError;
}

/**
 * A queue with everything still to send.
 *
 * @param ceiling How wide a wave may ever be.
 */
export function startQueue(batches: readonly Batch[], pace: Pace, ceiling: number): SendQueue {
  const parts = { refused: 0, accepted: 0 };
  const suspicions = { suspicion: undefined, cleared: [] };
  const width = Math.min(pace.width, ceiling);
  return { ...pace, waiting: batches, width, ceiling, requests: 0, retries: 0, parts, suspicions };
}

/**
 * The batches to send now, at most as many as the queue's width.
 *
 * @param mostAtOnce How many may be sent so that their answers come in time.
 */
export function nextWave(queue: SendQueue, nowMs: number, mostAtOnce = Number.POSITIVE_INFINITY): Wave {
  const { width, notBeforeMs } = queue;
  const probes = queue.waiting.filter(({ isProbe }) => isProbe === true);
  const waiting = probes.length > 0 ? probes : queue.waiting;
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
  const result = settleAnswers(queue, wave, answers, context);
  const forbidden = queue.forbidden ?? answers.flatMap((answer, index) => forbiddenBy(answer, wave[index]) ?? [])[0];
  if (forbidden === undefined) return result;
  const settled: Settled<SendRow>[] = [...result.settled];
  const waiting = result.queue.waiting.filter((batch) => {
    const refused = refusedRows(batch, forbidden);
    settled.push(...(refused?.rows ?? []));
    return refused === undefined;
  });
  return { ...result, queue: { ...result.queue, waiting, forbidden }, settled };
}

/** The error of a request for which the key is not good, though it is for others. */
function forbiddenBy({ result }: WaveAnswer, batch: Batch | undefined): ApiError | undefined {
  if (result.ok || result.error.kind !== 'unauthorized' || batch === undefined) return undefined;
  return refusedRows(batch, result.error) === undefined ? undefined : result.error;
}

function settleAnswers(
  queue: SendQueue,
  wave: readonly Batch[],
  answers: readonly WaveAnswer[],
  context: SettleContext,
): WaveResult {
  const settled: Settled<SendRow>[] = [];
  const again: Batch[] = [];
  let stop: ApiError | undefined;
  const parts = partsAfter(queue.parts, wave, answers);
  const isMostlyRefused = parts.refused > MOST_REFUSED_FOR_ACCEPTED * parts.accepted + UNTELLING_REFUSED_PARTS;
  wave.forEach((batch, batchIndex) => {
    const answer = answers[batchIndex];
    if (answer === undefined) throw new Error('A request of the wave has no answer.');
    const sent = answer.isRepeated || answer.isOfWave === true ? unclear(batch) : batch;
    const instead = answer.isOfWave === true ? afterUnclear(sent) : undefined;
    if (instead !== undefined || isOnlyOfWave(answer)) {
      again.push(...(instead ?? [sent]));
      return;
    }
    const settlement = settleBatch(sent, answer.result, { ...context, isMostlyRefused });
    if (settlement.kind === 'settled') settled.push(...settlement.rows);
    else if (settlement.kind === 'requeue') again.push(...settlement.batches);
    else {
      stop = stop ?? settlement.error;
      again.push(answer.result.ok || !isUnclear(answer.result.error) ? sent : unclear(sent));
    }
  });
  const next = { ...queueAfter(queue, wave, again, answers, context), parts, suspicions: queue.suspicions };
  if (next.failedWaves >= BREAKER_FAILED_WAVES && next.waiting.length > 0) stop = stop ?? firstError(answers);
  if (stop !== undefined) return { queue: next, settled, stop };
  const answered = wave.flatMap((batch, index) => {
    const result = answers[index]?.result;
    return result === undefined ? [] : [{ batch, result }];
  });
  return lookingForOneCause({ ...next, suspicions: suspicionsAfter(queue.suspicions, answered) }, settled);
}

/** Tries rows alone where all requests are refused in the same words, and gives up when these are refused so too. */
function lookingForOneCause(queue: SendQueue, settled: readonly Settled<SendRow>[]): WaveResult {
  const { suspicion, cleared } = queue.suspicions;
  if (suspicion === undefined) return { queue, settled };
  if (isOneCause(suspicion)) {
    const rest = givenUpTo(suspicion, queue.waiting);
    const over = { ...queue, waiting: rest.waiting };
    return { queue: over, settled: [...settled, ...rest.settled], stop: suspicion.error };
  }
  const probing = probesFor(suspicion, queue.waiting);
  if (probing === undefined) return { queue, settled };
  const suspicions = { suspicion: probing.suspicion, cleared };
  return { queue: { ...queue, waiting: probing.waiting, suspicions }, settled };
}

function partsAfter(
  { refused, accepted }: SendQueue['parts'],
  wave: readonly Batch[],
  answers: readonly WaveAnswer[],
): SendQueue['parts'] {
  const results = wave.flatMap(({ isPart }, index) => (isPart === true ? (answers[index]?.result ?? []) : []));
  return {
    refused: refused + results.filter((result) => !result.ok && result.error.kind === 'refused').length,
    accepted: accepted + results.filter((result) => result.ok).length,
  };
}

function queueAfter(
  queue: SendQueue,
  wave: readonly Batch[],
  again: readonly Batch[],
  answers: readonly WaveAnswer[],
  { nowMs, random }: SettleContext,
): Omit<SendQueue, 'parts' | 'suspicions'> {
  const sent = new Set(wave);
  const untouched = queue.waiting.filter((batch) => !sent.has(batch));
  const failedWaves = failedWavesAfter(queue, wave, answers);
  const goesFirst = (batch: Batch) => isHalfOpen({ failedWaves }) && batch.rows.length > 1;
  const isLater = (batch: Batch) => batch.notBeforeMs > nowMs && !goesFirst(batch);
  const seemsDown = failedWaves > queue.failedWaves && (wave.some(isFirstTry) || answers.every(isAskedToWait));
  // Being asked to wait concerns all requests, and not only the one that was answered so.
  const waitMs = Math.max(...answers.map(askedToWaitMs), seemsDown ? backoffMs(failedWaves, random) : 0);
  return {
    // Parts of a split request come first, so that the row that is to blame is found soon; what must wait comes last,
    // since the answers to what was not sent yet show how the platform is.
    waiting: [...again.filter((batch) => !isLater(batch)), ...untouched, ...again.filter(isLater)],
    ...nextWaveWidth(queue, answers.some(isTrouble), queue.ceiling),
    ceiling: queue.ceiling,
    requests: queue.requests + wave.length + answers.filter((answer) => answer.isRepeated).length,
    retries: queue.retries + wave.filter(wasSentBefore).length,
    notBeforeMs: waitMs > 0 ? Math.max(queue.notBeforeMs, nowMs + waitMs) : queue.notBeforeMs,
    failedWaves,
  };
}

/**
 * Tries after the first, of which a request has few, say nothing about the platform but about their rows; only being asked
 * to wait always speaks of the platform.
 */
function failedWavesAfter(queue: SendQueue, wave: readonly Batch[], answers: readonly WaveAnswer[]): number {
  if (!answers.every(settlesNothing)) return 0;
  const isTelling =
    answers.every(isAskedToWait) || wave.some((batch) => isFirstTry(batch) || batch.attempts >= MAX_ATTEMPTS);
  if (!isTelling) return queue.failedWaves;
  return queue.failedWaves + (answers.some((answer) => askedToWaitMs(answer) > 0) ? WEIGHT_OF_WAITING : 1);
}

function wasSentBefore({ attempts, pauses }: Batch): boolean {
  return attempts + pauses > 0;
}

function isFirstTry(batch: Batch): boolean {
  return !wasSentBefore(batch);
}

/** A network error of the whole wave says nothing about this request, which is not counted as a try. */
function isOnlyOfWave({ result, isOfWave }: WaveAnswer): boolean {
  return isOfWave === true && !result.ok && result.error.kind === 'network';
}

function settlesNothing({ result }: WaveAnswer): boolean {
  return !result.ok && isRetryable(result.error);
}

function isAskedToWait({ result }: WaveAnswer): boolean {
  return !result.ok && result.error.kind === 'rateLimited';
}

function askedToWaitMs({ result }: WaveAnswer): number {
  return result.ok ? 0 : (result.error.retryAfterMs ?? 0);
}

function firstError(answers: readonly WaveAnswer[]): ApiError | undefined {
  for (const { result } of answers) if (!result.ok) return result.error;
  return undefined;
}

function isTrouble(answer: WaveAnswer): boolean {
  return answer.isRepeated || settlesNothing(answer);
}
