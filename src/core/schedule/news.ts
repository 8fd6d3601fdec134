/** What the owner of a schedule is told by e-mail: one message for each change of how it stands. */
import { countWords } from '../words/counts.ts';
import type { ScheduleRecord, ToldStanding } from './record.ts';
import { whenWords } from './sentences.ts';
import { standingOf } from './state.ts';

/**
 * How it stands, if that is news to its owner. Paused by a person is no news; and what a person has only just started again
 * is well once it has run.
 */
export function newsOf(record: ScheduleRecord): ToldStanding | undefined {
  const standing = standingOf(record);
  if (standing === 'paused' || standing === record.told) return undefined;
  return standing === 'well' && record.lastRun?.isOk === false ? undefined : standing;
}

/** The owner is told, or has a message on the way. */
export function withNewsTold(record: ScheduleRecord, told: ToldStanding): ScheduleRecord {
  return { ...record, told };
}

/** An e-mail in plain text. */
export interface Letter {
  readonly subject: string;
  readonly body: string;
}

const SUBJECTS: Readonly<Record<ToldStanding, string>> = {
  well: 'A schedule is well again',
  failing: 'A schedule failed',
  needsReview: 'A schedule needs you to look',
  stopped: 'A schedule has stopped',
};

/**
 * The message: counts and a link. The words of a failure may quote a row or the platform, so they stay in the file.
 *
 * @param fileUrl Where the spreadsheet is.
 */
export function letterOf(record: ScheduleRecord, standing: ToldStanding, fileUrl: string): Letter {
  const tabs = countWords(record.tabs.length, 'tab');
  const what = `${whenWords(record.when)}: ${record.action === 'sync' ? 'sync listings' : 'push chatbot rows'} of ${tabs}.`;
  const lines = [what, newsWords(record, standing), `It is shown in the sidebar under Automate: ${fileUrl}`];
  return { subject: `Listing Sync: ${SUBJECTS[standing]}`, body: lines.join('\n\n') };
}

function newsWords(record: ScheduleRecord, standing: ToldStanding): string {
  const { failures, review, lastRun } = record;
  switch (standing) {
    case 'well':
      return lastRun === undefined || record.tabs.length > 1
        ? 'It runs again as it should.'
        : `It runs again as it should. The last run: ${lastRun.words}.`;
    case 'failing':
      return `${failures === 1 ? 'Its last run' : `Its last ${failures} runs`} failed. It is tried again at its next time, and stopped if that goes on.`;
    case 'needsReview':
      return review?.kind === 'deletes'
        ? `${countWords(review.count, 'delete')} ${review.count === 1 ? 'waits' : 'wait'} for you. Updates go on.`
        : 'A tab is not what it was when somebody looked at it last. It runs on, and deletes nothing until you have looked.';
    case 'stopped':
      return `${failures < 2 ? 'It' : `After ${countWords(failures, 'failure')} in a row it`} sends nothing any more, until somebody starts it again. The reason stands there, too.`;
    default:
      return standing satisfies never;
  }
}
