/** What is wrong with the file, its settings, or a call of the sidebar. */
import { type FailureWords, fail } from './fail.ts';

export const fileFailures = {
  onlyViewer: () =>
    fail(
      'onlyViewer',
      'You may look at this spreadsheet but not edit it, so Listing Sync can do nothing for you here.',
      'Ask its owner to let you edit it (Share), then reload it.',
    ),
  newerStore: () =>
    fail(
      'newerStore',
      'This file was used with a newer version of Listing Sync. This version can show it, but sends and changes nothing.',
      'Update the add-on: reload the spreadsheet, and ask whoever installed it if that does not help.',
    ),
  storeFull: () =>
    fail(
      'storeFull',
      'The spreadsheet’s store for settings is full (Google allows 500 kB for all tabs together).',
      'Nothing was sent or changed. Delete tabs that you no longer need, or remove taught words, fixed values and chosen columns from tabs that have many; then try again.',
    ),
  badSettingsName: (message: string) => fail('badArgument', message, 'Type another name, then save again.'),
  tooManyNamed: (most: number) =>
    fail('storeFull', `A file keeps the settings of ${most} names at most.`, 'Remove one that nobody needs any more.'),
  badSettingsFile: (message: string) => fail('badSettingsFile', message, 'The settings of this tab are as they were.'),
  badArgument: (what: string) =>
    fail(
      'badArgument',
      `The sidebar sent something that the add-on does not understand (${what.replace(/\.$/, '')}).`,
      'Close and reopen the sidebar.',
    ),
  unexpected: (message: string) =>
    fail(
      'unexpected',
      `Something went wrong that Listing Sync did not expect: ${message}`,
      'Run again: rows that are done stay done. If it happens again, report it with this text.',
    ),
} satisfies FailureWords;
