/** What is said before listings are deleted. */

/** Why deletes do not go by one press. */
type Held =
  | { readonly kind: 'tooMany'; readonly allowed: number }
  | { readonly kind: 'shrunk'; readonly share: number };

/** Said before it is needed: there is no way back but a new listing. */
export const RESTORE_WORDS =
  'There is no undo: a deleted listing comes back only by being created on the platform again; a sync updates only what is there.';

/** Why one press is not enough, in a sentence. */
export function brakeWords(held: Held): string {
  return held.kind === 'tooMany'
    ? `More than ${held.allowed} deletes within 24 hours do not go by one press.`
    : `The tab has only ${Math.round(held.share * 100)} % of the rows it had when deletes were agreed to last.`;
}

/** A listing in one line: `A100 · 12 Oak St (row 7): Off the market (“Withdrawn”)`. */
export function deleteLine(listing: {
  readonly key: string;
  readonly address: string;
  readonly rowNumber: number;
  readonly why: string;
}): string {
  const { key, address, rowNumber, why } = listing;
  return `${key}${address === '' ? '' : ` · ${address}`} (row ${rowNumber})${why === '' ? '' : `: ${why}`}`;
}

/** The rows that a run sends besides: `The other row is`, `The other 12 rows are`. */
export function otherRowsWords(otherRows: number): string {
  return otherRows === 1 ? 'The other row is' : `The other ${otherRows.toLocaleString('en-US')} rows are`;
}
