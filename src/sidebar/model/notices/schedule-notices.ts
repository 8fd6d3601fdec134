/** Which schedules need a person. */
import type { NoticeSource } from './strip-notice.ts';

/** A schedule that has stopped, shows no sign of life, or holds something back. */
export const scheduleNotices: NoticeSource = ({ automation }) =>
  (automation.value?.schedules ?? [])
    .filter(({ shown }) => shown === 'stopped' || shown === 'silent' || shown === 'needsReview')
    .map(({ id, title, notice }) => ({
      id: `schedule-${id}`,
      words: `${title}: ${notice}`,
      remedies: [{ words: 'Look at it', opens: 'automate' }],
      view: 'automate',
    }));
