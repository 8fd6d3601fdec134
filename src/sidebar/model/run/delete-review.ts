/** The review of deletes as it stands: what was found, what is ticked, and what keeps it from going ahead. */

import { brake } from '../../../core/contract/shared-rules.ts';
import type { DeleteConfirmation, DeleteListing } from '../../../core/engine/run-request.ts';
import { count } from '../../../core/words/counts.ts';
import { brakeWords } from '../../../core/words/deletes.ts';

/** What a person has done about the question so far. */
export interface ReviewDraft {
  /** What they search for; `''` for everything. */
  readonly query: string;
  /** The listings that shall stay, by their ids. */
  readonly leftOut: ReadonlySet<string>;
  /** What they typed where the number is asked for. */
  readonly typed: string;
}

/** Before anything was done: every listing is ticked. */
export const UNTOUCHED: ReviewDraft = { query: '', leftOut: new Set(), typed: '' };

/** The question with what was done about it. */
export interface DeleteReview {
  /** The listings that the search finds, in the order of the rows. */
  readonly found: readonly DeleteListing[];
  /** How many are deleted. */
  readonly ticked: number;
  /** Why the number has to be typed; `''` where a press is enough. */
  readonly whyTyped: string;
  /** Why nothing is deleted yet; absent where the press goes ahead. */
  readonly obstacle?: string;
}

/** The question as it stands. */
export function reviewOf(confirmation: DeleteConfirmation, { query, leftOut, typed }: ReviewDraft): DeleteReview {
  const { listings, load } = confirmation;
  const ticked = listings.length - leftOut.size;
  const verdict = brake({ ...load, deletes: ticked });
  const whyTyped = verdict.kind === 'free' ? '' : brakeWords(verdict);
  const review = { found: find(listings, query), ticked, whyTyped };
  if (ticked === 0) return { ...review, obstacle: 'Tick what shall be deleted.' };
  if (whyTyped === '' || typed.trim() === String(ticked)) return review;
  return { ...review, obstacle: `Type ${ticked} to delete ${count(ticked, 'listing')}.` };
}

/** The draft with some listings ticked or not. */
export function withTicks(draft: ReviewDraft, listings: readonly DeleteListing[], isTicked: boolean): ReviewDraft {
  const leftOut = new Set(draft.leftOut);
  for (const { id } of listings) {
    if (isTicked) leftOut.delete(id);
    else leftOut.add(id);
  }
  // A number that was typed for other listings says nothing of these.
  return { ...draft, leftOut, typed: '' };
}

/** The answer to the question, as `startRun` takes it. */
export function answerOf(confirmation: DeleteConfirmation, draft: ReviewDraft) {
  const { ticked, whyTyped } = reviewOf(confirmation, draft);
  return { leftOut: [...draft.leftOut], ...(whyTyped === '' ? {} : { typedCount: ticked }) };
}

/** The answer by which nothing is deleted, and the other rows are sent. */
export function othersOnly({ listings }: DeleteConfirmation) {
  return { leftOut: listings.map(({ id }) => id) };
}

/** Every word of the search stands somewhere in what is shown of the listing. */
function find(listings: readonly DeleteListing[], query: string): readonly DeleteListing[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return listings;
  return listings.filter(({ key, address, rowNumber, why }) => {
    const text = `${key} ${address} row ${rowNumber} ${why}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
