/** What became of one row, and the words for it. */

import type { FieldName } from '../listing/fields.ts';
import type { UnknownWord } from '../listing/reading.ts';
import { clipText } from '../terms/clip-text.ts';
import type { SyncStatus } from '../words/statuses.ts';

/** Longest detail, so that a cell stays readable. */
export const LONGEST_DETAIL = 500;

/** What a row's fingerprint cell should say afterwards. */
export type FingerprintChange =
  /** Nothing was sent: what was confirmed before still is. */
  | { readonly kind: 'keep' }
  /** Nothing was sent, for the platform has confirmed exactly this before: what the row said then was this status. */
  | { readonly kind: 'same'; readonly status: SyncStatus }
  /** The platform confirmed exactly this; the fingerprint is `''` where a late request may still make it something else. */
  | { readonly kind: 'confirm'; readonly fingerprint: string }
  /** The platform confirmed what was there before; the fingerprint is of the content that was taken back. */
  | { readonly kind: 'takeBack'; readonly fingerprint: string }
  /** The platform does not have it, refused it, or has another row's content: nothing is confirmed. */
  | { readonly kind: 'clear' }
  /**
   * To be tried again by *Retry failed rows*; unclear when a try may have reached the platform. `tried` stands for the content
   * of all such tries, where it is the same.
   */
  | { readonly kind: 'retry'; readonly isUnclear: boolean; readonly tried?: string };

/** One reason why a row is held back, for putting rows with the same reason together. */
export interface Cause {
  readonly kind: 'empty' | 'unreadable' | 'unknownWord' | 'other';
  /** `Parking spots is empty`; without the words of the single row where it can be. */
  readonly words: string;
  readonly field?: FieldName;
  /** Whether no column feeds the field. */
  readonly isUnfed?: true;
  /** The column that may feed the field if a person says so: its header, and what is known of it. */
  readonly mayFeed?: { readonly header: string; readonly reason: string };
  readonly unknownWord?: UnknownWord;
  /** Whether the platform refuses a listing without the field, so that leaving it out is no cure. */
  readonly isRefused?: true;
}

/** The outcome of a row. */
export interface RowOutcome {
  readonly status: SyncStatus;
  /** What happened, to what, and what to do next; under 500 characters. */
  readonly detail: string;
  readonly fingerprint: FingerprintChange;
  /** The column to blame, where one is. */
  readonly columnIndex?: number;
  /** Why the row is held back; absent where the detail says it all. */
  readonly causes?: readonly Cause[];
}

/** A row with what became of it, whichever stage it had reached. */
export interface Settled<Row> {
  readonly row: Row;
  readonly outcome: RowOutcome;
}

/** Whether the platform confirmed the row, and an earlier request may still change it. */
export function isOpen({ fingerprint }: RowOutcome): boolean {
  return fingerprint.kind === 'confirm' && fingerprint.fingerprint === '';
}

/** An outcome of a row for which nothing was sent. */
export function settledOutcome(
  status: SyncStatus,
  detail: string,
  columnIndex?: number,
  causes?: readonly Cause[],
): RowOutcome {
  return {
    status,
    detail: clipDetail(detail),
    fingerprint: { kind: 'keep' },
    ...(columnIndex === undefined ? {} : { columnIndex }),
    ...(causes === undefined ? {} : { causes }),
  };
}

/** Shortens a text to what a detail cell may hold. */
export function clipDetail(text: string): string {
  return clipText(text, LONGEST_DETAIL - 1);
}
