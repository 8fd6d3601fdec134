/** What is wrong with a tab, its headers or its key column. */
import { type FailureWords, fail } from './fail.ts';

export const tabFailures = {
  nameTaken: (tabName: string) =>
    fail(
      'nameTaken',
      `There is a tab “${tabName}” that Listing Sync did not write.`,
      'Give that tab another name, and try again.',
    ),
  tabTooLarge: (tabName: string, rows: number, columns: number) =>
    fail(
      'tabTooLarge',
      `“${tabName}” has ${rows} rows of ${columns} columns, more than can be read in the six minutes that Google gives.`,
      'Select some of the rows, delete columns that nobody needs, or split the tab. Nothing was sent.',
    ),
  tabChanged: (tabName: string) =>
    fail(
      'tabChanged',
      `"${tabName}" was changed while it was being read, and there is no place for the status columns where it was.`,
      'Nothing was sent or written. Run again.',
    ),
  tabGone: () =>
    fail(
      'tabGone',
      'The tab of this run was deleted.',
      'Restore the tab (File › Version history), or start again elsewhere.',
    ),
  ownTab: (tabName: string) =>
    fail(
      'ownTab',
      `“${tabName}” is a tab of Listing Sync itself.`,
      'Go to the tab that holds the listings, and try again.',
    ),
  emptyTab: (tabName: string) =>
    fail(
      'emptyTab',
      `“${tabName}” is empty`,
      'Paste your listings here, with the names of the columns in the first row: a download from a portal or an MLS will do. Messages about listings are taken in under Automate.',
    ),
  noHeaderRow: (tabName: string) =>
    fail(
      'noHeaderRow',
      `Listing Sync found no header row in "${tabName}".`,
      'Put the names of the columns into one row above the data, or set the number of the header row under Mapping.',
    ),
  duplicateHeaders: (header: string, columns: string) =>
    fail(
      'duplicateHeaders',
      `Two columns have the header "${header}" (${columns}).`,
      'Rename one of them, so that it is clear which one is meant.',
    ),
  headersChanged: (label: string, header: string) =>
    fail(
      'headersChanged',
      `${label} is read from the column "${header}", which is not in this tab any more.`,
      'Choose another column for it under Mapping, or give the column its old header. Nothing was sent.',
    ),
  noIdColumn: (tabName: string) =>
    fail(
      'noKeyColumn',
      `"${tabName}" has no column named ID.`,
      'Chatbot rows are updated by their ID. Add a column with the header ID that holds the number of each row in the chatbot.',
    ),
  noKeyColumn: (tabName: string) =>
    fail(
      'noKeyColumn',
      `No column of "${tabName}" holds the key of a listing.`,
      'Choose the column with the MLS number, the URL or the NewOaks key under Mapping.',
    ),
  unclearKeyColumn: (label: string, reason: string) =>
    fail(
      'noKeyColumn',
      `It is not clear which column holds the ${label}: ${reason}.`,
      'Choose the column under Mapping, or “Not sent” if it is none of them. Nothing was sent.',
    ),
  undecided: (tabName: string) =>
    fail(
      'undecided',
      `“${tabName}” is large, and nobody has looked yet at what its columns hold from top to bottom.`,
      'Press Check once: it reads the whole tab, keeps what it finds out, and sends nothing. Then run again.',
    ),
  fileFull: () =>
    fail(
      'columnsRefused',
      'The file has as many cells as Google allows, 10 million with the blank ones, so there is no room for what Listing Sync adds.',
      'Delete tabs, or rows and columns beyond your data, that nobody needs. Then try again.',
    ),
} satisfies FailureWords;
