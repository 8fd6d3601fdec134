/** What schedules held back is settled when a person has run it. */
import type { Ending } from '../../core/engine/standing.ts';
import { readFileProperties } from '../services/document-store.ts';
import { saveSchedule, schedulesIn } from '../services/schedule-store.ts';

/** Deletes of the tab have just gone with somebody's agreement: no schedule waits for a look at them any more. */
export function settleReviews({ record, state }: Ending): void {
  if (state.kind !== 'finished' || (record.counts.Deleted ?? 0) === 0) return;
  for (const schedule of schedulesIn(readFileProperties())) {
    const { review, ...settled } = schedule;
    if (review?.kind === 'deletes' && review.tabId === record.tabId) saveSchedule(settled);
  }
}
