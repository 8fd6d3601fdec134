/** Decides what an answer means for each row of a request: an outcome, another try, a smaller request, or the end of the run. */

import { clipDetail, type FingerprintChange, type RowOutcome } from '../own-cells/outcome.ts';
import { type ApiError, isUnclear } from '../platform/errors.ts';
import type { ApiAnswer } from '../platform/read-answer.ts';
import type { Result } from '../terms/result.ts';
import { countWords } from '../words/counts.ts';
import type { SyncStatus } from '../words/statuses.ts';
import { type Batch, type SendRow, splitInHalves, splitIntoRows } from './batch.ts';
import { MAX_TRIES, retryDelayMs } from './retry.ts';

/** A row with its outcome. */
export interface SettledRow {
  readonly row: SendRow;
  readonly outcome: RowOutcome;
}

/** What follows from an answer. */
export type Settlement =
  | { readonly kind: 'settled'; readonly rows: readonly SettledRow[] }
  /** To be sent (again), as smaller requests perhaps. */
  | { readonly kind: 'again'; readonly batches: readonly Batch[] }
  /** Nothing more may be sent in this run; these rows were not accepted. */
  | { readonly kind: 'stop'; readonly error: ApiError };

/** The circumstances of a decision. */
export interface SettleContext {
  readonly nowMs: number;
  /** The run ends rather than wait longer than this. */
  readonly longestPauseMs: number;
  /** A number in [0, 1), for the jitter. */
  readonly random: number;
}

/** Decides what an answer means for the rows of its batch. */
export function settleBatch(batch: Batch, answer: Result<ApiAnswer, ApiError>, context: SettleContext): Settlement {
  if (!answer.ok) return settleError(batch, answer.error, context);
  switch (answer.value.endpoint) {
    case 'updateListing':
      return settleUpdate(batch, answer.value.updatedCount);
    case 'deleteListings':
      return settleDelete(batch, answer.value.deletedCount);
    case 'updateRows':
      return settlePush(batch, answer.value.updatedIds);
    case 'getSource':
      throw new Error('GetSource carries no rows.');
    default:
      return answer.value satisfies never;
  }
}

/** The outcome of rows that are given up after an error. */
function failedRows(batch: Batch, error: ApiError): readonly SettledRow[] {
  return each(batch, (row) =>
    outcome(
      'Failed',
      `${error.message} (${batch.tries} tries). Nothing is lost: run again, or use Retry failed rows.`,
      {
        kind: 'retry',
        isUnclear: row.isUnclear || isUnclear(error),
      },
    ),
  );
}

const RETRY: FingerprintChange = { kind: 'retry', isUnclear: true };
const GONE: FingerprintChange = { kind: 'clear' };

function settleUpdate(batch: Batch, updatedCount: number): Settlement {
  if (updatedCount === 0) {
    return settled(batch, (row) =>
      outcome(
        'Not found',
        `The platform has no listing with ${keyWords(row)}. Create it there first, or correct the key.`,
        GONE,
      ),
    );
  }
  const warning =
    updatedCount > 1 ? [`The platform updated ${updatedCount} listings: this key is not unique there.`] : [];
  return settled(batch, (row) => confirmed('Updated', row, ['Updated.', ...warning, ...row.notes]));
}

function settleDelete(batch: Batch, deletedCount: number): Settlement {
  if (deletedCount >= batch.rows.length) {
    const keys = batch.rows.length === 1 ? 'this key is' : 'one of these keys is';
    const warning =
      deletedCount > batch.rows.length
        ? [
            `The platform removed ${deletedCount} listings for ${countWords(batch.rows.length, 'row')}: ${keys} not unique there.`,
          ]
        : [];
    return settled(batch, (row) => confirmed('Deleted', row, ['Deleted.', ...warning, ...row.notes]));
  }
  if (batch.rows.length > 1 && batch.rows.some((row) => row.isUnclear)) {
    // The bulk request itself may have removed any of them, so finding nothing now means that it is gone.
    return { kind: 'again', batches: splitIntoRows(unclear(batch)) };
  }
  if (deletedCount > 0) {
    const detail = `The platform removed ${deletedCount} of ${batch.rows.length} listings and does not say which. Run again to settle it.`;
    return settled(batch, () => outcome('Unconfirmed', detail, RETRY));
  }
  return settled(batch, (row) =>
    row.isUnclear
      ? confirmed('Deleted', row, ['Deleted: an earlier try had no clear answer, and the listing is gone now.'])
      : outcome(
          'Not found',
          `The platform has no listing with ${keyWords(row)}, so there was nothing to delete.`,
          GONE,
        ),
  );
}

function settlePush(batch: Batch, updatedIds: readonly number[]): Settlement {
  const updated = new Set(updatedIds);
  return settled(batch, (row) => {
    const id = row.operation.kind === 'push' ? row.operation.row.ID : Number.NaN;
    return updated.has(id)
      ? confirmed('Pushed', row, ['Pushed.', ...row.notes])
      : outcome(
          'Not found',
          `The chatbot has no row with ID ${id}. Add the row to the chatbot first, or correct the ID.`,
          GONE,
        );
  });
}

function settleError(batch: Batch, error: ApiError, context: SettleContext): Settlement {
  switch (error.kind) {
    case 'unauthorized':
    case 'moved':
    case 'quota':
      return { kind: 'stop', error };
    case 'refused':
      return batch.rows.length > 1
        ? { kind: 'again', batches: splitInHalves(batch) }
        : settled(batch, () => outcome('Rejected', `${error.message}. Correct the row and run again.`, GONE));
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

function tryAgain(batch: Batch, error: ApiError, context: SettleContext): Settlement {
  const isOnlyAskedToWait = isPause(batch, error);
  const { tries, pauses } = batch;
  const tried = isOnlyAskedToWait ? { ...batch, pauses: pauses + 1 } : { ...batch, tries: tries + 1 };
  if (tried.tries >= MAX_TRIES && !isOnlyAskedToWait) {
    // One of the rows may be what the platform stumbles over.
    return tried.rows.length > 1 && isUnclear(error)
      ? { kind: 'again', batches: splitInHalves(triedBatch(tried, error)) }
      : { kind: 'settled', rows: failedRows(tried, error) };
  }
  const notBeforeMs = context.nowMs + retryDelayMs(tries + pauses + 1, context.random, error.retryAfterMs);
  return { kind: 'again', batches: [{ ...triedBatch(tried, error), notBeforeMs }] };
}

/** So often a request may be asked to wait, so long at most, before that is counted as a try. */
const UNCOUNTED_PAUSES = 4;
const LONGEST_UNCOUNTED_PAUSE_MS = 60_000;

/**
 * Whether a request was only asked to wait. That says nothing about its rows: a platform that takes so many requests a
 * minute asks some of every wave. What is left of a split batch has had its tries already.
 */
function isPause({ tries, pauses }: Batch, error: ApiError): boolean {
  if (isUnclear(error)) return false;
  const isShort = (error.retryAfterMs ?? 0) <= LONGEST_UNCOUNTED_PAUSE_MS;
  return tries >= MAX_TRIES || (isShort && pauses < UNCOUNTED_PAUSES);
}

/** The batch with its tries noted in its rows, which keep them in other requests. */
function triedBatch(tried: Batch, error: ApiError): Batch {
  const { rows } = isUnclear(error) ? unclear(tried) : tried;
  return { ...tried, rows: rows.map((row) => ({ ...row, tries: tried.tries, pauses: tried.pauses })) };
}

/** The batch once a request of it may have arrived. */
export function unclear(batch: Batch): Batch {
  return { ...batch, rows: batch.rows.map((row) => ({ ...row, isUnclear: true })) };
}

function settled(batch: Batch, outcomeOf: (row: SendRow) => RowOutcome): Settlement {
  return { kind: 'settled', rows: each(batch, outcomeOf) };
}

function each(batch: Batch, outcomeOf: (row: SendRow) => RowOutcome): readonly SettledRow[] {
  return batch.rows.map((row) => ({ row, outcome: outcomeOf(row) }));
}

function confirmed(status: SyncStatus, row: SendRow, sentences: readonly string[]): RowOutcome {
  return outcome(status, sentences.join(' '), { kind: 'confirm', fingerprint: row.fingerprint });
}

function outcome(status: SyncStatus, detail: string, fingerprint: FingerprintChange): RowOutcome {
  return { status, detail: clipDetail(detail), fingerprint };
}

function keyWords(row: SendRow): string {
  const { operation } = row;
  if (operation.kind === 'push') return `ID ${operation.row.ID}`;
  const { keyType, key } = operation;
  const name = keyType === 'NewOaks' ? 'the key' : keyType === 'MLSNumber' ? 'the MLS number' : 'the URL';
  return `${name} ${key}`;
}
