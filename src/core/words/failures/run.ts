/** What keeps a run from beginning or from going on. */
import { type FailureWords, fail } from './fail.ts';

export const runFailures = {
  busy: (who: string, what: string, done: number, total: number) =>
    fail(
      'busy',
      `${who} is running "${what}" in this spreadsheet (${done} of ${total} rows done).`,
      'Wait until that run has ended, then start yours. A run that stopped without a word is forgotten within twelve minutes.',
    ),
  busyMyself: (what: string, done: number, total: number) =>
    fail(
      'busy',
      `Your own run "${what}" is at work in this spreadsheet (${done} of ${total} rows done).`,
      'Wait a few minutes until it has ended or pauses, then choose the command again.',
    ),
  runAside: () =>
    fail(
      'busy',
      'One run of yours is waiting for its turn already, and there is room for one.',
      'Send the rows that wait first, or wait until they have gone.',
    ),
  chatbotChanged: () =>
    fail(
      'chatbotChanged',
      'Another chatbot, or another address of the platform, was connected while the run was going on, so the rows that are left were not sent.',
      'Run again to send them to the chatbot that is connected now; what was sent before went to the other one.',
    ),
  runGone: () =>
    fail(
      'runGone',
      'This run has ended or was replaced by another.',
      'Look at the status column and start again if rows are left.',
    ),
  runStopped: (problem: string) =>
    fail('runGone', `This run was stopped: ${problem}`, 'Look at the status column and start again if rows are left.'),
  rowsKeepChanging: () =>
    fail(
      'rowsKeepChanging',
      'The rows that are still to be sent were changed or moved each time they were about to be sent.',
      'Wait until nobody sorts or edits the tab, then run again.',
    ),
  deletesChanged: () =>
    fail(
      'deletesChanged',
      'The rows changed after you agreed to the deletes. Nothing was deleted.',
      'Start again and look at the list of deletes once more.',
    ),
  deletesHeld: (brake: string, deletes: number) =>
    fail(
      'deletesHeld',
      `${brake} Nothing was deleted or sent.`,
      `Start again, look at the list, and type ${deletes} where it asks for the number.`,
    ),
  mayNotDelete: () =>
    fail(
      'mayNotDelete',
      'You are not among those who may delete in this file.',
      'Ask one of them to do it, or to add you to the list in the settings.',
    ),
  creatingIsOff: (tabName: string) =>
    fail(
      'creatingIsOff',
      `Creating listings is off for “${tabName}”, so nothing was sent.`,
      'Choose under Mapping › Tab settings what happens to listings that the chatbot does not have, and save. Or create them on the platform.',
    ),
} satisfies FailureWords;
