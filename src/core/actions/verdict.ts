/** What a good answer says of the rows that were asked about, and the words in which it is told. */

import { triedContent } from '../own-cells/mark-cell.ts';
import { clipDetail, type FingerprintChange, type RowOutcome, type Settled } from '../own-cells/outcome.ts';
import type { SyncStatus } from '../words/statuses.ts';
import type { SendRow } from './batch.ts';
import type { Operation } from './operation.ts';

/** What a good answer says of the rows of its request. */
export type Verdict =
  | { readonly kind: 'settled'; readonly rows: readonly Settled<SendRow>[] }
  /** Each row has another request to make before it has an outcome. */
  | { readonly kind: 'goOn'; readonly rows: readonly SendRow[] }
  /** It does not say which rows it is about, and each may have been done by now: each is asked about by itself. */
  | { readonly kind: 'askEach' };

/** Every row with its outcome. */
export function settled<Row extends SendRow>(
  rows: readonly Row[],
  outcomeOf: (row: Row) => RowOutcome,
): Extract<Verdict, { kind: 'settled' }> {
  return { kind: 'settled', rows: rows.map((row) => ({ row, outcome: outcomeOf(row) })) };
}

/** The rows with what each asks for next. */
export function goOn<Row extends SendRow>(
  rows: readonly Row[],
  nextOf: (row: Row) => Operation,
): Extract<Verdict, { kind: 'goOn' }> {
  return { kind: 'goOn', rows: rows.map((row) => ({ ...row, operation: nextOf(row), attempts: 0, pauses: 0 })) };
}

/** The platform has the row as it was sent; that is not remembered where a late request may still change it. */
export function confirmed(status: SyncStatus, row: SendRow, sentences: readonly string[]): RowOutcome {
  if (row.takesBack !== undefined) {
    if (row.hasOtherTry) return unsettled('Unconfirmed', TAKEN_BACK_BUT, row, true);
    const detail = ['Taken back: the platform has again what it had before.', TO_SEND_IT].join(' ');
    return outcome('Skipped', detail, { kind: 'takeBack', fingerprint: row.takesBack });
  }
  if (!row.hasOtherTry) return outcome(status, sentences.join(' '), { kind: 'confirm', fingerprint: row.fingerprint });
  return outcome(status, [...sentences, LATE_TRY].join(' '), { kind: 'confirm', fingerprint: '' });
}

/** What a row is told whose content the platform confirmed before. */
export function sameAsConfirmed(day: string): string {
  return `Same as confirmed on ${day}; nothing was sent. Clear the status to send it again.`;
}

/** What a row is told that still says what was taken back. */
export function takenBackWords(day: string): string {
  return `Taken back on ${day}; nothing was sent. ${TO_SEND_IT}`;
}

const TO_SEND_IT = 'Edit the row, or clear its status, to send it again.';

const TAKEN_BACK_BUT =
  'Taken back, but an earlier request had no clear answer and may still arrive. Look at the listing in an hour, or run again to send what the row says.';

const LATE_TRY =
  'An earlier request with other content had no clear answer and may still arrive: the next run sends this row once more.';

/** The platform has no such row, or refused it: what was confirmed before counts no more. */
export function turnedDown(status: SyncStatus, detail: string): RowOutcome {
  return outcome(status, detail, { kind: 'clear' });
}

/** To be tried again. */
export function unsettled(status: SyncStatus, detail: string, row: SendRow, isUnclear: boolean): RowOutcome {
  const tried = isUnclear ? triedBy(row) : undefined;
  return outcome(status, detail, { kind: 'retry', isUnclear, ...(tried && { tried }) });
}

/** Stands for what was tried without a clear answer; `undefined` where tries of different contents may arrive. */
export function triedBy({ fingerprint, hasOtherTry }: SendRow): string | undefined {
  return hasOtherTry ? undefined : triedContent(fingerprint);
}

function outcome(status: SyncStatus, detail: string, fingerprint: FingerprintChange): RowOutcome {
  return { status, detail: clipDetail(detail), fingerprint };
}
