/** The words for everything that stops an action as a whole: what happened, and what to do next. */
import type { Failure } from '../terms/failure.ts';
import { connectionFailures } from './failures/connection.ts';
import { eventFailures } from './failures/events.ts';
import { fileFailures } from './failures/file.ts';
import { ownColumnFailures } from './failures/own-columns.ts';
import { rowFailures } from './failures/rows.ts';
import { runFailures } from './failures/run.ts';
import { scheduleFailures } from './failures/schedules.ts';
import { tabFailures } from './failures/tab.ts';

/** The failures, by what happened. Texts from the spreadsheet are quoted; keys never appear. */
export const failures = {
  ...connectionFailures,
  ...rowFailures,
  ...tabFailures,
  ...ownColumnFailures,
  ...runFailures,
  ...fileFailures,
  ...scheduleFailures,
  ...eventFailures,
};

/** A failure in one line, for toasts and dialogs. */
export function failureText(failure: Failure): string {
  return `${failure.message} ${failure.nextStep}`;
}
