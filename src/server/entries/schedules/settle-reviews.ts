/** What schedules held back is settled when a person has run it, all of it or some. */
import type { Ending } from '../../../core/engine/standing.ts';
import type { Review } from '../../../core/schedule/record.ts';
import { LEFT_TAB_NAME } from '../../../core/words/own-headers.ts';
import { readFileProperties } from '../../services/stores/document-store.ts';
import { leftHomeIn } from '../../services/stores/left-home-store.ts';
import { changeSchedule, schedulesIn } from '../../services/stores/schedule-store.ts';

type HeldDeletes = Extract<Review, { kind: 'deletes' }>;

/**
 * Deletes of the tab have just gone with somebody's agreement: no schedule waits for a look at them any more. Those that are left
 * go on waiting; the next slot counts anew.
 */
export function settleReviews({ record, state }: Ending): void {
  const deleted = record.counts.Deleted ?? 0;
  if (state.kind !== 'finished' || deleted === 0) return;
  const stored = readFileProperties();
  const isLeft = record.tabName === LEFT_TAB_NAME;
  const tabId = isLeft ? leftHomeIn(stored) : record.tabId;
  const isAbout = (review: Review | undefined): review is HeldDeletes =>
    review?.kind === 'deletes' && review.tabId === tabId && (review.isLeft === true) === isLeft;
  for (const { id, owner, review } of schedulesIn(stored))
    if (isAbout(review))
      changeSchedule(id, owner.token, (now) => {
        const { review: held, ...rest } = now;
        if (!isAbout(held)) return now;
        const count = held.count - deleted;
        return count > 0 ? { ...rest, review: { ...held, count } } : rest;
      });
}
