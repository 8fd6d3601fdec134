/** What reading a cell for a field can give: a value, nothing, or a clear statement of what was expected instead. */
import type { ColumnNotation } from './notation.ts';

/**
 * Words a team has taught, by vocabulary name: `{ listingStatus: { 'ACTV': 'active' } }`. Case, spaces and punctuation
 * of a word do not matter; a meaning that the vocabulary does not have is ignored.
 */
export type TaughtWords = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** The circumstances under which cells are read. */
export interface ReadContext {
  /** The spreadsheet's locale as Sheets gives it, such as `en_US` or `de_DE`. */
  readonly locale: string;
  /** Today's date in the spreadsheet's time zone, `YYYY-MM-DD`. */
  readonly today: string;
  readonly taughtWords?: TaughtWords;
  /** What the columns of the tab show of how they are written, by header; absent where a column shows nothing. */
  readonly notations?: Readonly<Record<string, ColumnNotation>>;
  /** What the column that is being read shows of it. */
  readonly notation?: ColumnNotation;
  /** What is usual in the tab, beside which a value may be too small or too large to be believed. */
  readonly usual?: UsualAmounts;
}

/** The middle amount of a tab for some fields, in the one currency of its rows. */
export interface UsualAmounts {
  readonly currencySymbol?: string;
  /** `UnitAreaRent` is the price per area of what is for rent, `UnitAreaPrice` that of the others. */
  readonly amounts: { readonly [Name in 'SalePrice' | 'RentPrice' | 'UnitAreaPrice' | 'UnitAreaRent']?: number };
}

/** A word that no vocabulary knows and a team could teach. */
export interface UnknownWord {
  readonly vocabulary: string;
  readonly word: string;
}

/**
 * The outcome of reading one cell. `empty` is never 0; `unreadable` makes the row Invalid and completes the sentence
 * "… is not …": `expected` is such as `a number of bedrooms such as 3`. `because` is a whole sentence that tells what
 * is wrong or what to do. `isDerived` marks a value that was computed from the cell (days from a date).
 */
export type Reading<T> =
  | {
      readonly kind: 'value';
      readonly value: T;
      readonly note?: string;
      readonly isDerived?: true;
      /** The day, `YYYY-MM-DD`, from which days were counted until today. */
      readonly since?: string;
    }
  | { readonly kind: 'empty'; readonly note?: string }
  | {
      readonly kind: 'unreadable';
      readonly expected: string;
      readonly because?: string;
      readonly unknownWord?: UnknownWord;
    };

const NOTHING = { kind: 'empty' } as const;

/** A reading that found a value. */
export function found<T>(value: T, note?: string): Reading<T> {
  return note === undefined ? { kind: 'value', value } : { kind: 'value', value, note };
}

/** A reading that found nothing, which is never the same as 0. */
export function nothing(note?: string): Reading<never> {
  return note === undefined ? NOTHING : { kind: 'empty', note };
}

/** A reading that cannot be trusted: `expected` completes "… is not …", `because` is a whole sentence. */
export function unreadable(
  expected: string,
  because?: string,
): Extract<Reading<never>, { readonly kind: 'unreadable' }> {
  return because === undefined ? { kind: 'unreadable', expected } : { kind: 'unreadable', expected, because };
}
