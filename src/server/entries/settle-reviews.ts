/** What schedules held back is settled when a person has run it. */
import type { Ending } from '../../core/engine/standing.ts';
import type { Review } from '../../core/schedule/record.ts';
import { LEFT_TAB_NAME } from '../../core/words/own-headers.ts';
import { readFileProperties } from '../services/document-store.ts';
import { leftHomeIn } from '../services/left-home-store.ts';
import { changeSchedule, schedulesIn } from '../services/schedule-store.ts';

/** Deletes of the tab have just gone with somebody's agreement: no schedule waits for a look at them any more. */
export function settleReviews({ record, state }: Ending): void {
  if (state.kind !== 'finished' || (record.counts.Deleted ?? 0) === 0) return;
  const stored = readFileProperties();
  const isLeft = record.tabName === LEFT_TAB_NAME;
  const tabId = isLeft ? leftHomeIn(stored) : record.tabId;
  const isSettled = (review: Review | undefined) =>
    review?.kind === 'deletes' && review.tabId === tabId && (review.isLeft === true) === isLeft;
  for (const { id, owner, review } of schedulesIn(stored))
    if (isSettled(review))
      changeSchedule(id, owner.token, ({ review: held, ...rest }) =>
        held === undefined || isSettled(held) ? rest : { ...rest, review: held },
      );
}
