/** The sentences about what goes on without anybody watching: no more is promised than the installation can keep. */
import { countWords } from './counts.ts';

/** What can be said of a run that is to go on in the background. */
export type BackgroundOutlook =
  /** Google refused the trigger. */
  | { readonly kind: 'refused' }
  /** Google's clock is known not to find the spreadsheet. */
  | { readonly kind: 'missing' }
  /** There is a trigger; `isProven` once it has found the spreadsheet. */
  | { readonly kind: 'planned'; readonly minutes: number; readonly isProven: boolean };

/** What a menu command says that leaves rows waiting. */
export function backgroundWords(outlook: BackgroundOutlook): string {
  switch (outlook.kind) {
    case 'refused':
      return 'Google allows no background run here. Open the sidebar and press Continue, or choose the command again.';
    case 'missing':
      return 'In this kind of installation Google\u2019s clock does not find the spreadsheet, so nothing goes on by itself. Open the sidebar and press Continue.';
    case 'planned': {
      const planned = `They are sent in the background from about ${timeWords(outlook.minutes)} on; you may close the sheet. To go on yourself, open the sidebar and press Continue.`;
      return outlook.isProven ? planned : `${planned} ${firstTimeWords(outlook.minutes)}`;
    }
    default:
      return outlook satisfies never;
  }
}

function timeWords(minutes: number): string {
  if (minutes <= 1) return 'a minute';
  return minutes >= 55 && minutes <= 65 ? 'an hour' : countWords(minutes, 'minute');
}

/** Nobody can know beforehand whether Google's clock finds the spreadsheet. */
function firstTimeWords(minutes: number): string {
  const until = minutes < 55 ? `${minutes + 5} minutes` : 'two hours';
  return `Google has not done this here before: if no status has changed after ${until}, nothing goes on by itself, and the sidebar is the way.`;
}

/** The question before another command, where rows of an earlier one still wait in the background. */
export function waitingQuestion(
  { waiting, command, tabName }: { readonly waiting: number; readonly command: string; readonly tabName: string },
  canLeave: boolean,
): string {
  const rows = `${countWords(waiting, 'row')} of your unfinished run \u201c${command}\u201d in \u201c${tabName}\u201d still ${waiting === 1 ? 'waits' : 'wait'} to be sent in the background.`;
  const leave = canLeave
    ? '\n\nYes: send them first, then do this.\nNo: leave them waiting; they go on in the background after this.\nCancel: do nothing now.'
    : '\n\nYes: send them first, then do this.\nNo: do nothing now; they go on in the background.';
  return rows + leave;
}
