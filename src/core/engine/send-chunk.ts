/** Sends the rows of a chunk in waves until each has an outcome, the run must stop, or the time is over. */

import type { Batch, SendRow } from '../actions/batch.ts';
import { toBatches } from '../actions/to-batches.ts';
import type { Settled } from '../own-cells/outcome.ts';
import type { ApiError } from '../platform/errors.ts';
import { ask, type Engine, now } from './commands.ts';
import { type ClearedWave, clearCreates } from './creates.ts';
import type { Deadlines } from './deadlines.ts';
import { gateOf, learn, NOTHING_TO_ASK, type Probing } from './probing.ts';
import type { Reached } from './run-record.ts';
import { nextWave, type Pace, type SendQueue, settleWave, startQueue } from './send-queue.ts';
import { widthWithin } from './wave-width.ts';

/** What became of the rows. */
export interface SentChunk {
  readonly settled: readonly Settled<SendRow>[];
  /** Rows without an outcome; `isUnclear` where a try of theirs may have arrived. */
  readonly unsettled: readonly SendRow[];
  /** Whether the chunk ran out of time before its rows were sent; the others may go on in the next one. */
  readonly isOverTime: boolean;
  /** Why nothing more may be sent, if so. */
  readonly stop?: ApiError;
  readonly isCancelled: boolean;
  readonly requests: number;
  readonly retries: number;
  /** How fast the next requests may go out. */
  readonly pace: Pace;
  /** What was found out about required fields. */
  readonly probing: Probing;
  /** When the rows without an outcome may be tried again; 0 when at once. */
  readonly resumeAtMs: number;
}

/** What sending depends on besides the rows. */
export interface SendLimits {
  readonly deadlines: Deadlines;
  /** After this time no further wave leaves, so that what was answered is recorded. */
  readonly chunkEndMs: number;
  /** How wide a wave may ever be. */
  readonly requestsAtOnce: number;
  /** How far the run is before these rows; without one the rows are all there is. */
  readonly before?: Reached;
}

/** Up to so many requests, finishing here in narrow waves is quicker than a new execution, which reads the rows again. */
const FEW_REQUESTS = 100;

/** Sends rows. */
export function* sendChunk(
  rows: readonly SendRow[],
  pace: Pace,
  limits: SendLimits,
  asked: Probing = NOTHING_TO_ASK,
): Engine<SentChunk> {
  const { deadlines, chunkEndMs, requestsAtOnce, before = { done: 0, requests: 0 } } = limits;
  const settled: Settled<SendRow>[] = [];
  let queue = startQueue(toBatches(rows), pace, requestsAtOnce);
  let probing = asked;
  let stop: ApiError | undefined;
  let isCancelled = false;
  let isOverTime = false;
  let begun: ReadonlySet<string> = new Set();
  for (let nowMs = yield* now(); isTimeToSend(queue, nowMs, deadlines); nowMs = yield* now()) {
    const { open, probe, held } = gateOf(queue.waiting, probing);
    if (held.length > 0) {
      settled.push(...held);
      queue = { ...queue, waiting: probe === undefined ? open : withoutHeld(queue.waiting, held) };
      if (queue.waiting.length === 0) break;
    }
    const ready = probe === undefined ? open : isFirstTry(probe) ? [probe] : [probe, ...open];
    const most = widthWithin(deadlines.lastAnswerMs - nowMs);
    const { batches, waitMs } = nextWave({ ...queue, waiting: ready }, nowMs, most);
    if (batches.length === 0 && !isWorthWaiting(waitMs, nowMs, deadlines)) break;
    // The outcomes of this chunk are written before more requests go out.
    isOverTime = queue.requests > 0 && nowMs + waitMs > chunkEndMs;
    if (isOverTime) break;
    if (batches.length === 0) {
      ({ isCancelled } = yield* ask({ kind: 'wait', waitMs }));
    } else {
      const cleared: ClearedWave = yield* clearCreates(batches, begun);
      const wave = cleared.batches;
      settled.push(...cleared.settled);
      queue = { ...queue, waiting: withoutHeld(queue.waiting, cleared.settled) };
      ({ begun } = cleared);
      // Creates that must wait go with the next chunk, once these are written and their notes are gone.
      isOverTime = cleared.mustWait && wave.length === 0;
      if (isOverTime) break;
      if (wave.length === 0) continue;
      const { answers, ...when } = yield* ask({ kind: 'send', batches: wave, lastSendMs: deadlines.lastSendMs });
      const result = settleWave(queue, wave, answers, { ...when, longestPauseMs: deadlines.longestPauseMs });
      settled.push(...result.settled);
      ({ queue, stop } = { stop: undefined, ...result });
      const learned = learn(probing, wave, answers, { probe, settled: result.settled, nowMs: when.nowMs });
      if (learned.answers !== probing.answers) yield* ask({ kind: 'saveFieldAnswers', answers: learned.answers });
      probing = learned;
      isCancelled = yield* ask({
        kind: 'isCancelWished',
        look: 'glance',
        reached: { done: before.done + settled.length, requests: before.requests + queue.requests },
      });
    }
    if (stop !== undefined || isCancelled) break;
  }
  return { ...chunkOf(queue, settled), ...(stop === undefined ? {} : { stop }), isCancelled, isOverTime, probing };
}

function withoutHeld(waiting: readonly Batch[], held: readonly Settled<SendRow>[]): readonly Batch[] {
  if (held.length === 0) return waiting;
  const rowNumbers = new Set(held.map(({ row }) => row.rowNumber));
  return waiting.filter(({ rows }) => !rows.some(({ rowNumber }) => rowNumbers.has(rowNumber)));
}

function isFirstTry({ attempts, pauses }: Batch): boolean {
  return attempts + pauses === 0;
}

function isTimeToSend({ waiting }: SendQueue, nowMs: number, { lastSendMs, lastWideSendMs }: Deadlines): boolean {
  if (waiting.length === 0) return false;
  return nowMs <= (waiting.length <= FEW_REQUESTS ? lastSendMs : lastWideSendMs);
}

function isWorthWaiting(waitMs: number, nowMs: number, { softEndMs, longestWaitMs }: Deadlines): boolean {
  return waitMs <= longestWaitMs && nowMs + waitMs <= softEndMs;
}

function chunkOf(
  queue: SendQueue,
  settled: readonly Settled<SendRow>[],
): Omit<SentChunk, 'isCancelled' | 'isOverTime' | 'stop' | 'probing'> {
  const { requests, retries, width, slowStartWidth, notBeforeMs, failedWaves, forbidden } = queue;
  const unsettled = queue.waiting.flatMap((batch) => batch.rows);
  const resumeAtMs = queue.waiting.reduce((latest, batch) => Math.max(latest, batch.notBeforeMs), queue.notBeforeMs);
  return {
    settled,
    unsettled,
    requests,
    retries,
    pace: { width, slowStartWidth, notBeforeMs, failedWaves, ...(forbidden && { forbidden }) },
    resumeAtMs,
  };
}
