/** What reading a cell for a field can give: a value, nothing, or a clear statement of what was expected instead. */

/** The circumstances under which cells are read. */
export interface ReadContext {
  /** The spreadsheet's locale as Sheets gives it, such as `en_US` or `de_DE`. */
  readonly locale: string;
  /** Today's date in the spreadsheet's time zone, `YYYY-MM-DD`. */
  readonly today: string;
}

/**
 * The outcome of reading one cell. `empty` is never 0; `unreadable` makes the row Invalid and completes the sentence
 * "… is not …": `expected` is such as `a number of bedrooms such as 3`.
 */
export type Reading<T> =
  | { readonly kind: 'value'; readonly value: T; readonly note?: string }
  | { readonly kind: 'empty'; readonly note?: string }
  | { readonly kind: 'unreadable'; readonly expected: string };
