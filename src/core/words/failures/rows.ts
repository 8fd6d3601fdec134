/** Why there is no row to work on, or not these. */
import { clipText } from '../../terms/clip-text.ts';
import { leftOutWords } from '../counts.ts';
import { type FailureWords, fail } from './fail.ts';

export const rowFailures = {
  nothingSelected: (hiddenRows: number, blankRows: number) =>
    fail(
      'nothingSelected',
      `No row to work on is selected${leftOutWords(hiddenRows, blankRows)}.`,
      'Select cells in the rows below the header and run again.',
    ),
  selectionTooLarge: (selectedRows: number, askedRows: number) =>
    fail(
      'selectionTooLarge',
      `Google tells only row by row whether a row is hidden, and ${selectedRows} selected rows are too many to ask about.`,
      `In the sidebar choose “All rows of this tab”, which takes hidden rows along, or select at most ${roundedDown(askedRows)} rows at a time.`,
    ),
  tooManyToPublish: (selectedRows: number, mostRows: number) =>
    fail(
      'selectionTooLarge',
      `${selectedRows} rows are selected; ${mostRows} at most are published together. Nothing was sent.`,
      'Select fewer rows, and publish the others after that.',
    ),
  selectionTooWide: (tabName: string) =>
    fail(
      'selectionTooLarge',
      `The selected rows of “${tabName}” lie so far apart that what is between them cannot be read in time.`,
      'Select rows that are nearer to each other. Nothing was sent.',
    ),
  selectionMoved: (tabName: string) =>
    fail(
      'tabChanged',
      `Rows of "${tabName}" were moved, hidden or shown, or their keys changed, since they were selected.`,
      'Nothing was sent or written. Select the rows again and run once more.',
    ),
  otherTabInFront: (tabName: string) =>
    fail(
      'tabChanged',
      `Another tab than "${tabName}" is in front by now, so it is not certain which rows are meant. Nothing was sent or written.`,
      `Go to the tab whose rows you mean, see what the sidebar says of it, and press again.`,
    ),
  noRows: (tabName: string, blankRows: number) =>
    fail(
      'nothingSelected',
      `"${tabName}" has no rows to work on${leftOutWords(0, blankRows)}.`,
      'Fill the rows below the header row and run again.',
    ),
  rowGone: (key: string) =>
    fail(
      'rowGone',
      `No single row holds “${clipText(key, 60)}” any more.`,
      'It was deleted, changed or copied since. Check the rows again to see how they are now.',
    ),
  nothingToCopy: (selectedRows: number, tabName: string) =>
    fail(
      'nothingToDo',
      `${selectedRows === 1 ? 'The selected row does not say' : `None of the ${selectedRows} selected rows says`} “Only there”, so nothing was copied.`,
      `Select rows of “${tabName}” that say “Only there”, and press again.`,
    ),
  noStory: () =>
    fail(
      'nothingToDo',
      'Nothing was sent for this row from this file yet, or the row has no key.',
      'Select a row below the headers that was sent, and try again.',
    ),
  nothingMissing: (tabName: string) =>
    fail(
      'nothingToDo',
      `No row of “${tabName}” says Not found.`,
      'Sync the listings first: those that the platform does not have are marked Not found.',
    ),
  nothingToDo: (tabName: string) =>
    fail(
      'nothingToDo',
      `No row of "${tabName}" waits for another try.`,
      'Only rows with the status Failed, Sending or Unconfirmed are tried again, and rows that changed while they waited.',
    ),
  nothingReplaced: (text: string) =>
    fail(
      'nothingToDo',
      `No cell of that column holds “${text}” any more, so nothing was replaced.`,
      'Check the rows again to see how they are now.',
    ),
  nothingReady: () =>
    fail(
      'nothingToDo',
      'None of these rows has anything to send.',
      'Press Check to see what holds them back, or whether they are up to date.',
    ),
  nothingMayGo: () =>
    fail(
      'nothingToDo',
      'None of these listings can be deleted from here: rows of this file want them.',
      'Select rows that say Only there or Over here.',
    ),
  nothingToUndo: () =>
    fail(
      'nothingToDo',
      'Nothing of the last run can be taken back.',
      'Correct the rows and sync them again. A listing that was deleted comes back by creating it.',
    ),
  undoGone: () =>
    fail(
      'runGone',
      'Another run has ended meanwhile, so nothing was taken back.',
      'Look at Activity, and choose again.',
    ),
} satisfies FailureWords;

/** A number that is easy to keep to. */
function roundedDown(count: number): number {
  const step = count < 1_000 ? 10 : 1_000;
  return Math.max(1, Math.floor(count / step) * step);
}
