/** What a person is asked to do about a schedule. */
import type { ScheduleChange, ScheduleView } from '../../../core/contract/automation-view.ts';

/** A button: its words, and the change it makes, or the look at held deletes that it opens. */
export type NextStep =
  | ({ readonly words: string; readonly does: ScheduleChange['change'] } & Pick<ScheduleChange, 'seenRows'>)
  | { readonly words: string; readonly does: 'review'; readonly tabId: number };

/** The one thing to do next; `undefined` where nothing needs a person. */
export function nextStep({ shown, isMine, review }: ScheduleView): NextStep | undefined {
  switch (shown) {
    case 'stopped':
    case 'silent':
      return isMine ? { words: 'Start again', does: 'resume' } : { words: 'Take over', does: 'takeOver' };
    case 'paused':
      return { words: 'Resume', does: 'resume' };
    case 'needsReview':
      if (review?.kind !== 'deletes')
        return review?.rows === undefined
          ? { words: 'I have looked at it', does: 'accept' }
          : { words: 'It is right as it is', does: 'accept', seenRows: review.rows };
      return {
        words: review.count === 1 ? 'Look at the delete' : `Look at the ${review.count} deletes`,
        does: 'review',
        tabId: review.tabId,
      };
    case 'failing':
    case 'well':
      return undefined;
    default:
      return shown satisfies never;
  }
}
