/** What became of one row, and the words for it. */
import type { SyncStatus } from './status.ts';

/** Longest detail, so that a cell stays readable. */
export const LONGEST_DETAIL = 500;

/** What a row's fingerprint cell should say afterwards. */
export type FingerprintChange =
  /** Nothing was sent: what was confirmed before still is. */
  | { readonly kind: 'keep' }
  /** The platform confirmed exactly this. */
  | { readonly kind: 'confirm'; readonly fingerprint: string }
  /** What the platform has is unknown or gone; `canRetry` leaves a mark for *Retry failed rows*. */
  | { readonly kind: 'clear'; readonly canRetry: boolean };

/** The outcome of a row. */
export interface RowOutcome {
  readonly status: SyncStatus;
  /** What happened, to what, and what to do next; under 500 characters. */
  readonly detail: string;
  readonly fingerprint: FingerprintChange;
  /** The column to blame, where one is. */
  readonly columnIndex?: number;
}

/** An outcome of a row for which nothing was sent. */
export function settledOutcome(status: SyncStatus, detail: string, columnIndex?: number): RowOutcome {
  const outcome = { status, detail: clipDetail(detail), fingerprint: { kind: 'keep' } } as const;
  return columnIndex === undefined ? outcome : { ...outcome, columnIndex };
}

/** Shortens a text to what a detail cell may hold. */
export function clipDetail(text: string): string {
  return text.length < LONGEST_DETAIL ? text : `${text.slice(0, LONGEST_DETAIL - 2)}…`;
}
