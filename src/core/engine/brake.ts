/** The brake: how many deletes may happen without a person looking at each, by a schedule or by one press. */

/** What is about to be deleted, and what it is measured by. */
export interface DeleteLoad {
  /** Deletes of the last 24 hours, and those that are to come. */
  readonly recentDeletes: number;
  readonly deletes: number;
  /** Listings of the tab that the platform has confirmed. */
  readonly confirmed: number;
  /** Rows of the tab now, and when a person agreed to it last; 0 where nobody has. */
  readonly rows: number;
  readonly agreedRows: number;
}

/** Whether deletes may go without a person, or why they are held. */
export type BrakeVerdict =
  | { readonly kind: 'free' }
  | { readonly kind: 'tooMany'; readonly allowed: number }
  | { readonly kind: 'shrunk'; readonly share: number };

/** So few may always go, and more than so many never. */
const FEWEST = 3;
const MOST = 20;

/** Of the confirmed listings. */
const LARGEST_SHARE = 0.1;

/** A tab that has lost more of its rows than that was cut off, not tidied up. */
const SMALLEST_TAB = 0.7;

/** Judges deletes: those of a schedule that are not free wait for a person; a person types how many they are. */
export function brake({ recentDeletes, deletes, confirmed, rows, agreedRows }: DeleteLoad): BrakeVerdict {
  if (deletes === 0) return { kind: 'free' };
  if (rows < agreedRows * SMALLEST_TAB) return { kind: 'shrunk', share: rows / agreedRows };
  const allowed = Math.min(MOST, Math.max(FEWEST, Math.floor(confirmed * LARGEST_SHARE)));
  return recentDeletes + deletes > allowed ? { kind: 'tooMany', allowed } : { kind: 'free' };
}
