/** What schedules held back is settled when a person has run it. */
import type { Ending } from '../../core/engine/standing.ts';
import type { Review } from '../../core/schedule/record.ts';
import { readFileProperties } from '../services/document-store.ts';
import { changeSchedule, schedulesIn } from '../services/schedule-store.ts';

/** Deletes of the tab have just gone with somebody's agreement: no schedule waits for a look at them any more. */
export function settleReviews({ record, state }: Ending): void {
  if (state.kind !== 'finished' || (record.counts.Deleted ?? 0) === 0) return;
  for (const { id, owner, review } of schedulesIn(readFileProperties()))
    if (isOfTab(review, record.tabId))
      changeSchedule(id, owner.token, ({ review: held, ...rest }) =>
        held === undefined || isOfTab(held, record.tabId) ? rest : { ...rest, review: held },
      );
}

function isOfTab(review: Review | undefined, tabId: number): boolean {
  return review?.kind === 'deletes' && review.tabId === tabId;
}
