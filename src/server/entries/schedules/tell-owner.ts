/** Tells the owner of schedules what changed of them since they were told last. */
import { letterOf, newsOf, withNewsTold } from '../../../core/schedule/news.ts';
import type { ScheduleRecord } from '../../../core/schedule/record.ts';
import { canSendMail, sendsMail, sendToOneself } from '../../services/mail.ts';
import { changeSchedule } from '../../services/stores/schedule-store.ts';
import { explain } from '../reply.ts';

/**
 * Sends one e-mail for each change of the person's own schedules. That it is told is kept first: an execution that is killed
 * between the two, or a trigger that strikes twice, must not send it again.
 *
 * @returns Whether all is told: where the day's quota is used up, there is something left for later.
 */
export function tellOwner(own: readonly ScheduleRecord[]): boolean {
  const changed = sendsMail() ? own.filter((record) => newsOf(record) !== undefined) : [];
  if (changed.length === 0) return true;
  if (!canSendMail()) return false;
  const fileUrl = SpreadsheetApp.getActiveSpreadsheet().getUrl();
  for (const { id, owner } of changed) {
    let news: ReturnType<typeof newsOf>;
    const record = changeSchedule(id, owner.token, (now) => {
      news = newsOf(now);
      return news === undefined ? now : withNewsTold(now, news);
    });
    if (record === undefined || news === undefined) continue;
    try {
      sendToOneself(letterOf(record, news, fileUrl));
    } catch (exception) {
      // The sidebar says it too; the log has the reason.
      explain(exception);
    }
  }
  return true;
}
