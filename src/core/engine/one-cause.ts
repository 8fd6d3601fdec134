/** Finds out whether one cause refuses every row, for then splitting requests would only multiply the refusals. */

import type { Batch, SendRow } from '../actions/batch.ts';
import { batchAlone, withoutRows } from '../actions/to-batches.ts';
import { settled, unsettled } from '../actions/verdict.ts';
import type { Settled } from '../own-cells/outcome.ts';
import type { Endpoint } from '../platform/endpoints.ts';
import type { ApiError } from '../platform/errors.ts';
import type { ApiAnswer } from '../platform/read-answer.ts';
import type { Result } from '../terms/result.ts';

/** Requests with several rows that were all refused in the same words, with nothing accepted since. */
export interface Suspicion {
  readonly endpoint: Endpoint;
  readonly error: ApiError;
  readonly refusedRequests: number;
  /** Rows that are tried alone to find out, and how many of them were refused so too. */
  readonly probes: number;
  readonly refusedProbes: number;
}

/** So many requests refused in the same words raise the suspicion: both halves of one, or two of their own. */
const SUSPICIOUS_REQUESTS = 2;

/** So many rows are tried alone, spread over all: that just these are bad by chance is unlikely. */
const PROBES = 5;

/** With fewer rows splitting finds the bad ones as quickly. */
const FEWEST_SUSPECTS = 20;

interface Answered {
  readonly batch: Batch;
  readonly result: Result<ApiAnswer, ApiError>;
}

/** What is suspected, and to which endpoints rows are known to be refused for causes of their own. */
export interface Suspicions {
  readonly suspicion: Suspicion | undefined;
  readonly cleared: readonly Endpoint[];
}

/**
 * The suspicion after a wave. Anything accepted, or a row alone that is refused in other words, ends it for good: the same
 * rows are not to be suspected until by chance all that are tried alone are bad.
 */
export function suspicionsAfter(before: Suspicions, wave: readonly Answered[]): Suspicions {
  const { suspicion } = before;
  const isInOtherWords = ({ batch, result }: Answered) =>
    batch.isProbe === true && isRefused(result) && suspicion?.error.message !== result.error.message;
  const clearing = wave.filter((answered) => answered.result.ok || isInOtherWords(answered));
  const cleared = [...new Set([...before.cleared, ...clearing.map(({ batch }) => batch.call.endpoint)])];
  const next = wave
    .filter(({ batch }) => !cleared.includes(batch.call.endpoint))
    .reduce(suspicionWith, suspicion !== undefined && cleared.includes(suspicion.endpoint) ? undefined : suspicion);
  return { suspicion: next, cleared };
}

function suspicionWith(before: Suspicion | undefined, { batch, result }: Answered): Suspicion | undefined {
  if (!isRefused(result)) return before;
  if (batch.isProbe === true) return before === undefined ? before : withProbe(before);
  if (batch.rows.length === 1) return before;
  const isSame = before?.endpoint === batch.call.endpoint && before.error.message === result.error.message;
  return withRequest(isSame ? before : undefined, batch, result.error);
}

function isRefused(result: Answered['result']): result is Extract<Answered['result'], { ok: false }> {
  return !result.ok && result.error.kind === 'refused';
}

/** Whether every row that was tried alone was refused in the words in which the requests were. */
export function isOneCause({ probes, refusedProbes }: Suspicion): boolean {
  return probes > 0 && refusedProbes === probes;
}

/** The waiting requests with the rows that are to be tried alone first, where there is reason to; else `undefined`. */
export function probesFor(
  suspicion: Suspicion,
  waiting: readonly Batch[],
): { readonly suspicion: Suspicion; readonly waiting: readonly Batch[] } | undefined {
  if (suspicion.probes > 0 || suspicion.refusedRequests < SUSPICIOUS_REQUESTS) return undefined;
  const suspects = rowsTo(suspicion.endpoint, waiting);
  if (suspects.length < FEWEST_SUSPECTS) return undefined;
  const probes = new Set(spread(suspects, PROBES));
  const alone = [...probes].map((row) => ({ ...batchAlone(row), isProbe: true as const }));
  return {
    suspicion: { ...suspicion, probes: probes.size, refusedProbes: 0 },
    waiting: [...alone, ...withoutRows(waiting, probes)],
  };
}

/** The rows that are given up because of the cause, and the requests that have nothing to do with it. */
export function givenUpTo(
  { endpoint, error }: Suspicion,
  waiting: readonly Batch[],
): { readonly settled: readonly Settled<SendRow>[]; readonly waiting: readonly Batch[] } {
  const detail =
    `${error.message}: so it says of every row that was tried alone, and this one was not tried alone. ` +
    'Correct the cause, then run again or use Retry failed rows.';
  const rows = rowsTo(endpoint, waiting);
  return {
    settled: settled(rows, (row) => unsettled('Failed', detail, row, row.isUnclear)).rows,
    waiting: waiting.filter(({ call }) => call.endpoint !== endpoint),
  };
}

function withProbe(suspicion: Suspicion): Suspicion {
  return { ...suspicion, refusedProbes: suspicion.refusedProbes + 1 };
}

function withRequest(suspicion: Suspicion | undefined, { call }: Batch, error: ApiError): Suspicion {
  return suspicion === undefined
    ? { endpoint: call.endpoint, error, refusedRequests: 1, probes: 0, refusedProbes: 0 }
    : { ...suspicion, refusedRequests: suspicion.refusedRequests + 1 };
}

function rowsTo(endpoint: Endpoint, waiting: readonly Batch[]): readonly SendRow[] {
  return waiting.filter(({ call }) => call.endpoint === endpoint).flatMap(({ rows }) => rows);
}

/** So many of the rows, from the first to the last at even distances: the first of each half among them. */
function spread(rows: readonly SendRow[], count: number): readonly SendRow[] {
  const step = (rows.length - 1) / (count - 1);
  return Array.from({ length: count }, (_, index) => rows[Math.round(index * step)]).filter((row) => row !== undefined);
}
