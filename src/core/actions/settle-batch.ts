/** Decides what an answer means for each row of a request: an outcome, another try, a smaller request, or the end of the run. */

import type { Settled } from '../own-cells/outcome.ts';
import { type ApiError, isUnclear } from '../platform/errors.ts';
import type { ApiAnswer } from '../platform/read-answer.ts';
import type { Result } from '../terms/result.ts';
import type { Batch, SendRow } from './batch.ts';
import { aboutWords } from './field-answers.ts';
import { kindOf } from './operation-facts.ts';
import { backoffMs, MAX_ATTEMPTS } from './retry.ts';
import { splitInHalves, splitIntoRows, toBatches } from './to-batches.ts';
import { settled, turnedDown, unsettled, type Verdict } from './verdict.ts';

/** What follows from an answer. */
export type Settlement =
  | { readonly kind: 'settled'; readonly rows: readonly Settled<SendRow>[] }
  /** To be sent (again), as smaller requests perhaps. */
  | { readonly kind: 'requeue'; readonly batches: readonly Batch[] }
  /** Nothing more may be sent in this run; these rows were not accepted. */
  | { readonly kind: 'stop'; readonly error: ApiError };

/** The circumstances of a decision. */
export interface SettleContext {
  readonly nowMs: number;
  /** The run ends rather than wait longer than this. */
  readonly longestPauseMs: number;
  /** A number in [0, 1), for the jitter. */
  readonly random: number;
  /** Nearly all parts of refused requests were refused too: halving on costs more than asking for each row. */
  readonly isMostlyRefused?: boolean;
}

/** Decides what an answer means for the rows of its batch. */
export function settleBatch(batch: Batch, answer: Result<ApiAnswer, ApiError>, context: SettleContext): Settlement {
  if (!answer.ok) return settleError(batch, answer.error, context);
  const verdict = verdictOn(batch, answer.value);
  switch (verdict.kind) {
    case 'settled':
      return verdict;
    case 'goOn':
      return { kind: 'requeue', batches: toBatches(verdict.rows) };
    case 'askEach':
      return { kind: 'requeue', batches: splitIntoRows(unclear(batch)) };
    default:
      return verdict satisfies never;
  }
}

function verdictOn({ call, rows }: Batch, answer: ApiAnswer): Verdict {
  const [first] = rows;
  if (first === undefined || answer.endpoint !== call.endpoint) throw new Error('The answer is for another request.');
  return kindOf(first.operation).settle(rows, answer);
}

function settleError(batch: Batch, error: ApiError, context: SettleContext): Settlement {
  const own = refusedRows(batch, error);
  if (own !== undefined) return own;
  if (isUnclear(error)) {
    const next = afterUnclear(batch);
    if (next !== undefined) return { kind: 'requeue', batches: next };
  }
  switch (error.kind) {
    case 'unauthorized':
    case 'moved':
    case 'quota':
      return { kind: 'stop', error };
    case 'refused':
      if (batch.rows.length > 1) return { kind: 'requeue', batches: smaller(batch, context) };
      return settled(batch.rows, () => turnedDown('Rejected', refusedDetail(error)));
    case 'network':
    case 'rateLimited':
    case 'server':
    case 'unreadable':
      return (error.retryAfterMs ?? 0) > context.longestPauseMs
        ? { kind: 'stop', error }
        : tryAgain(batch, error, context);
    default:
      return error.kind satisfies never;
  }
}

function refusedDetail({ message }: ApiError): string {
  return `${message}${aboutWords(message)}. Correct the row and run again.`;
}

/** The rows of a request with the outcomes that their kind has for such an error; `undefined` where it has none. */
export function refusedRows({ rows }: Batch, error: ApiError): Extract<Verdict, { kind: 'settled' }> | undefined {
  const outcomes = rows.flatMap((row) => {
    const outcome = kindOf(row.operation).outcomeOfRefusal?.(row, error);
    return outcome === undefined ? [] : [{ row, outcome }];
  });
  return outcomes.length === 0 ? undefined : { kind: 'settled', rows: outcomes };
}

/** What is asked instead of a request that may have arrived and must not be sent again; `undefined` where it may. */
export function afterUnclear(batch: Batch): readonly Batch[] | undefined {
  const rows = unclear(batch).rows.flatMap((row) => {
    const operation = kindOf(row.operation).afterUnclear?.(row.operation);
    return operation === undefined ? [] : [{ ...row, operation, attempts: 0, pauses: 0 }];
  });
  return rows.length === 0 ? undefined : toBatches(rows);
}

function smaller(batch: Batch, { isMostlyRefused }: SettleContext): readonly Batch[] {
  return isMostlyRefused === true ? splitIntoRows(batch) : splitInHalves(batch);
}

function tryAgain(batch: Batch, error: ApiError, context: SettleContext): Settlement {
  const isOnlyAskedToWait = isPause(batch, error);
  const { attempts, pauses } = batch;
  const tried = isOnlyAskedToWait ? { ...batch, pauses: pauses + 1 } : { ...batch, attempts: attempts + 1 };
  if (tried.attempts >= MAX_ATTEMPTS && !isOnlyAskedToWait) {
    // One of the rows may be what breaks the platform: halves find out which.
    return tried.rows.length > 1 && isUnclear(error)
      ? { kind: 'requeue', batches: splitInHalves(triedBatch(tried, error)) }
      : givenUp(tried, error);
  }
  const notBeforeMs = context.nowMs + backoffMs(attempts + pauses + 1, context.random, error.retryAfterMs);
  return { kind: 'requeue', batches: [{ ...triedBatch(tried, error), notBeforeMs }] };
}

/** So often a request may be asked to wait, so long at most, before that is counted as a try. */
const UNCOUNTED_PAUSES = 4;
const LONGEST_UNCOUNTED_PAUSE_MS = 60_000;

/**
 * Whether a request was only asked to wait. That says nothing about its rows: a platform that takes so many requests a
 * minute asks some of every wave. What is left of a split batch has had its tries already.
 */
function isPause({ attempts, pauses }: Batch, error: ApiError): boolean {
  if (isUnclear(error)) return false;
  const isShort = (error.retryAfterMs ?? 0) <= LONGEST_UNCOUNTED_PAUSE_MS;
  return attempts >= MAX_ATTEMPTS || (isShort && pauses < UNCOUNTED_PAUSES);
}

/** The batch with its tries noted in its rows, which keep them in other requests. */
function triedBatch(tried: Batch, error: ApiError): Batch {
  const { rows } = isUnclear(error) ? unclear(tried) : tried;
  return { ...tried, rows: rows.map((row) => ({ ...row, attempts: tried.attempts, pauses: tried.pauses })) };
}

/** The batch once a request of it may have arrived. */
export function unclear(batch: Batch): Batch {
  return { ...batch, rows: batch.rows.map((row) => ({ ...row, isUnclear: true })) };
}

/** The outcome of rows that are given up after an error. */
function givenUp({ rows, attempts }: Batch, error: ApiError): Settlement {
  const detail = `${error.message} (${attempts} tries). Nothing is lost: run again, or use Retry failed rows.`;
  return settled(rows, (row) => unsettled('Failed', detail, row, row.isUnclear || isUnclear(error)));
}
