/** Sends the rows of a chunk in waves until each has an outcome, the run must stop, or the time is over. */

import type { Batch, SendRow } from '../actions/batch.ts';
import { toBatches } from '../actions/to-batches.ts';
import type { Settled } from '../own-cells/outcome.ts';
import type { ApiError } from '../platform/errors.ts';
import { ask, type Engine, now } from './commands.ts';
import { clearCreates } from './creates.ts';
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

/** How far the sending of a chunk is. */
interface Sending {
  readonly queue: SendQueue;
  readonly settled: readonly Settled<SendRow>[];
  readonly probing: Probing;
  /** MLS numbers of creates that are noted. */
  readonly begun: ReadonlySet<string>;
  /** Why nothing more leaves in this chunk, if so. */
  readonly end?: ChunkEnd;
}

type ChunkEnd =
  | { readonly kind: 'overTime' }
  | { readonly kind: 'waitsTooLong' }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'stopped'; readonly error: ApiError };

/** Sends rows. */
export function* sendChunk(
  rows: readonly SendRow[],
  pace: Pace,
  limits: SendLimits,
  asked: Probing = NOTHING_TO_ASK,
): Engine<SentChunk> {
  const queue = startQueue(toBatches(rows), pace, limits.requestsAtOnce);
  let sending: Sending = { queue, settled: [], probing: asked, begun: new Set() };
  for (let nowMs = yield* now(); isTimeToSend(sending, nowMs, limits.deadlines); nowMs = yield* now())
    sending = yield* goOn(sending, nowMs, limits);
  return chunkOf(sending);
}

/** Sends the next wave, waits until there is one, or finds that this chunk is over. */
function* goOn(before: Sending, nowMs: number, limits: SendLimits): Engine<Sending> {
  const { deadlines, chunkEndMs } = limits;
  const { open, probe, held } = gateOf(before.queue.waiting, before.probing);
  const sending = withSettled(before, held);
  if (sending.queue.waiting.length === 0) return sending;
  const ready = probe === undefined ? open : isFirstTry(probe) ? [probe] : [probe, ...open];
  const most = widthWithin(deadlines.lastAnswerMs - nowMs);
  const { batches, waitMs } = nextWave({ ...sending.queue, waiting: ready }, nowMs, most);
  if (batches.length === 0 && !isWorthWaiting(waitMs, nowMs, deadlines))
    return { ...sending, end: { kind: 'waitsTooLong' } };
  // The outcomes of this chunk are written before more requests go out.
  if (sending.queue.requests > 0 && nowMs + waitMs > chunkEndMs) return { ...sending, end: { kind: 'overTime' } };
  if (batches.length > 0) return yield* sendWave(sending, batches, probe, limits);
  const { isCancelled } = yield* ask({ kind: 'wait', waitMs });
  return isCancelled ? { ...sending, end: { kind: 'cancelled' } } : sending;
}

/** Sends a wave, as far as its creates may leave, and takes its answers into account. */
function* sendWave(
  before: Sending,
  batches: readonly Batch[],
  probe: Batch | undefined,
  { deadlines, before: reached = { done: 0, requests: 0 } }: SendLimits,
): Engine<Sending> {
  const { batches: wave, settled: refused, mustWait, begun } = yield* clearCreates(batches, before.begun);
  const sending = { ...withSettled(before, refused), begun };
  // Creates that must wait go with the next chunk, once these are written and their notes are gone.
  if (wave.length === 0) return mustWait ? { ...sending, end: { kind: 'overTime' } } : sending;
  const { answers, ...when } = yield* ask({ kind: 'send', batches: wave, lastSendMs: deadlines.lastSendMs });
  const context = { ...when, longestPauseMs: deadlines.longestPauseMs };
  const { queue, settled: settledNow, stop } = settleWave(sending.queue, wave, answers, context);
  const settled = [...sending.settled, ...settledNow];
  const probing = learn(sending.probing, wave, answers, { probe, settled: settledNow, nowMs: when.nowMs });
  if (probing.answers !== sending.probing.answers) yield* ask({ kind: 'saveFieldAnswers', answers: probing.answers });
  const isCancelled = yield* ask({
    kind: 'isCancelWished',
    look: 'glance',
    reached: { done: reached.done + settled.length, requests: reached.requests + queue.requests },
  });
  const sent: Sending = { ...sending, queue, settled, probing };
  if (stop !== undefined) return { ...sent, end: { kind: 'stopped', error: stop } };
  return isCancelled ? { ...sent, end: { kind: 'cancelled' } } : sent;
}

/** Rows that got an outcome without being sent wait no longer. */
function withSettled(sending: Sending, settled: readonly Settled<SendRow>[]): Sending {
  if (settled.length === 0) return sending;
  const rowNumbers = new Set(settled.map(({ row }) => row.rowNumber));
  const waiting = sending.queue.waiting.filter(({ rows }) => !rows.some(({ rowNumber }) => rowNumbers.has(rowNumber)));
  return { ...sending, queue: { ...sending.queue, waiting }, settled: [...sending.settled, ...settled] };
}

function isFirstTry({ attempts, pauses }: Batch): boolean {
  return attempts + pauses === 0;
}

function isTimeToSend({ queue, end }: Sending, nowMs: number, { lastSendMs, lastWideSendMs }: Deadlines): boolean {
  const { waiting } = queue;
  if (end !== undefined || waiting.length === 0) return false;
  return nowMs <= (waiting.length <= FEW_REQUESTS ? lastSendMs : lastWideSendMs);
}

function isWorthWaiting(waitMs: number, nowMs: number, { softEndMs, longestWaitMs }: Deadlines): boolean {
  return waitMs <= longestWaitMs && nowMs + waitMs <= softEndMs;
}

function chunkOf({ queue, settled, probing, end }: Sending): SentChunk {
  const { requests, retries, width, slowStartWidth, notBeforeMs, failedWaves, forbidden } = queue;
  return {
    settled,
    unsettled: queue.waiting.flatMap((batch) => batch.rows),
    isOverTime: end?.kind === 'overTime',
    ...(end?.kind === 'stopped' && { stop: end.error }),
    isCancelled: end?.kind === 'cancelled',
    requests,
    retries,
    pace: { width, slowStartWidth, notBeforeMs, failedWaves, ...(forbidden && { forbidden }) },
    probing,
    resumeAtMs: queue.waiting.reduce((latest, batch) => Math.max(latest, batch.notBeforeMs), queue.notBeforeMs),
  };
}
