/** Which schedules need a person. */
import type { NoticeSource } from './strip-notice.ts';

/** A schedule that has stopped, shows no sign of life, or holds something back. */
export const scheduleNotices: NoticeSource = ({ automation }) =>
  (automation.value?.schedules ?? [])
    .filter(({ shown }) => shown === 'stopped' || shown === 'silent' || shown === 'needsReview')
    .map(({ id, sentence, notice }) => ({
      id: `schedule-${id}`,
      words: `${whatOf(sentence)}: ${notice}`,
      remedies: [{ words: 'Look at it', opens: 'automate' }],
      view: 'automate',
    }));

/** `Every day between 7 and 8: sync “Listings”` of a schedule's sentence. */
function whatOf(sentence: string): string {
  const end = sentence.lastIndexOf('”');
  return end === -1 ? sentence : sentence.slice(0, end + 1);
}
