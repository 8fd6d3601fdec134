/** What reads the inbox besides a person's press, and the schedule that is proposed where nothing does. */
import type { AutomationView, ScheduleInput, ScheduleView } from '../../../core/contract/automation-view.ts';

/** A schedule of this person, a webhook that rings, or nothing: another person's schedule reads with a key that nobody sees. */
export type InboxReader = 'schedule' | 'bell' | 'nothing';

/** What reads the inbox of the file by itself. */
export function inboxReader({ schedules, webhook }: Pick<AutomationView, 'schedules' | 'webhook'>): InboxReader {
  if (schedules.some((schedule) => schedule.isMine && isGoing(schedule))) return 'schedule';
  return webhook.kind === 'there' && webhook.mode === 'bell' && !webhook.isSilent ? 'bell' : 'nothing';
}

/** The schedule that takes in what has arrived and syncs the tab it goes into; deletes stay a person's matter. */
export function inboxSchedule(tabId: number): ScheduleInput {
  return { action: 'sync', tabIds: [tabId], when: { kind: 'hourly' }, allowsDeletes: false };
}

function isGoing({ shown }: ScheduleView): boolean {
  return shown === 'well' || shown === 'failing' || shown === 'needsReview';
}
