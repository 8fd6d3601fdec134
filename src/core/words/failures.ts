/** The words for everything that stops an action as a whole: what happened, and what to do next. */
import { clipText } from '../terms/clip-text.ts';
import type { Failure, FailureKind } from '../terms/failure.ts';
import { countWords, leftOutWords } from './counts.ts';

function fail(kind: FailureKind, message: string, nextStep: string): Failure {
  return { kind, message, nextStep };
}

/** The failures, by what happened. Texts from the spreadsheet are quoted; keys never appear. */
export const failures = {
  notConnected: () =>
    fail(
      'notConnected',
      'Listing Sync is not connected to a chatbot yet.',
      'Open the sidebar and enter the secret key and the chatbot ID under ⚙ Settings.',
    ),
  keyRefused: (detail: string) =>
    fail(
      'keyRefused',
      `The platform refused the secret key. ${detail}.`,
      'Check the key under ⚙ Settings (Profile settings › Webhooks API on the platform) and run again. Rows that were not sent keep their status.',
    ),
  /** In the form where the key stands, before or after it was saved. */
  keyRefusedInTest: (detail: string, isSaved: boolean) =>
    fail(
      'keyRefused',
      `The platform refused the secret key. ${detail}.`,
      `${isSaved ? 'Replace it: the key' : 'Nothing was saved. The key'} is on the platform, under Profile settings › Webhooks API; copy it whole.`,
    ),
  platformUnreachable: (detail: string) =>
    fail(
      'platformUnreachable',
      `${detail}.`,
      'Nothing was lost. Wait a minute and try again; if it stays, check the address of the platform.',
    ),
  platformBusy: (detail: string, minutes: number) =>
    fail(
      'platformUnreachable',
      `${detail}, and asks to wait ${countWords(minutes, 'minute')}.`,
      'Nothing was lost. Run again after that.',
    ),
  platformAnswer: (detail: string) =>
    fail(
      'platformAnswer',
      `${detail}.`,
      'Check the chatbot ID under ⚙ Settings. If it is right, tell whoever runs the platform.',
    ),
  refusedAlike: (detail: string) =>
    fail(
      'platformAnswer',
      `${detail}. It says the same of every row that was tried, so nothing more was sent.`,
      'Correct what it names: the chatbot ID under Connection, a column, or your plan. Then run again or use Retry failed rows.',
    ),
  mayNotList: (detail: string) =>
    fail(
      'mayNotList',
      `The key may not list the chatbot’s listings. ${detail}.`,
      'Everything else goes on. Ask whoever gave you the key, or look at the listings on the platform.',
    ),
  listUnreadable: () =>
    fail(
      'platformAnswer',
      'The platform’s list of listings could not be read, so nothing was compared.',
      'Tell whoever runs the platform, or report the problem under Help.',
    ),
  nameTaken: (tabName: string) =>
    fail(
      'nameTaken',
      `There is a tab “${tabName}” that Listing Sync did not write.`,
      'Give that tab another name, and try again.',
    ),
  creatingIsOff: (tabName: string) =>
    fail(
      'creatingIsOff',
      `Creating listings is off for “${tabName}”, so nothing was sent.`,
      'Choose under Mapping › Tab settings what happens to listings that the chatbot does not have, and save. Or create them on the platform.',
    ),
  badConnection: (message: string) =>
    fail('badConnection', message, 'Correct it and save again; what was saved before is still in force.'),
  consentMissing: (change: string, when: string, whose: 'own' | 'sharedByMe' | 'sharedByOther') =>
    fail(
      'consentMissing',
      `Somebody changed ${change}${when}. ${whose === 'own' ? 'Your key' : whose === 'sharedByMe' ? 'The key that you share' : 'The key that is shared in this file'} has not been used for it.`,
      whose === 'sharedByOther'
        ? 'Enter a key of your own under ⚙ Settings, or ask who shared the key to open ⚙ Settings and agree.'
        : 'Open ⚙ Settings in the sidebar and agree, or ask whoever changed it to change it back.',
    ),
  keyNotYours: () =>
    fail(
      'keyNotYours',
      'The key of this file was shared by somebody else, so it cannot become yours, nor be used for another chatbot or with another header.',
      'Enter a key of your own, or ask who shared it.',
    ),
  othersKeyKept: () =>
    fail(
      'keyNotYours',
      'The key could not be tested, and one that was not tested never takes the place of a key that somebody else shares.',
      'Save it for yourself only, or wait until it can be tested.',
    ),
  untested: (reason: string) =>
    fail(
      'untested',
      `The key could not be tested: ${reason}`,
      'Nothing was saved, and what was saved before is still in force. Try again in a minute, or save it untested.',
    ),
  hostChanged: (host: string) =>
    fail(
      'consentMissing',
      `The address of the platform is ${host} now. Nothing was sent there or saved.`,
      'Look at the address under ⚙ Settings, and save again if it is right.',
    ),
  connectionMoved: () =>
    fail(
      'consentMissing',
      'Somebody changed the connection of this file while yours was tested. Nothing was saved.',
      'Look at what ⚙ Settings say now, and save again.',
    ),
  quota: (detail: string) =>
    fail(
      'quota',
      `Google allows no more requests for now: ${detail}`,
      'Everything sent so far is recorded. Run again tomorrow, or ask a colleague to run it.',
    ),
  tooFast: (detail: string) =>
    fail(
      'quota',
      `Google asks to go slower: ${detail}`,
      'Everything sent so far is recorded. Wait a minute and run again.',
    ),
  nothingToCopy: (selectedRows: number, tabName: string) =>
    fail(
      'nothingToDo',
      `${selectedRows === 1 ? 'The selected row does not say' : `None of the ${selectedRows} selected rows says`} “Only there”, so nothing was copied.`,
      `Select rows of “${tabName}” that say “Only there”, and press again.`,
    ),
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
  tabTooLarge: (tabName: string, rows: number, columns: number) =>
    fail(
      'tabTooLarge',
      `“${tabName}” has ${rows} rows of ${columns} columns, more than can be read in the six minutes that Google gives.`,
      'Select some of the rows, delete columns that nobody needs, or split the tab. Nothing was sent.',
    ),
  selectionTooWide: (tabName: string) =>
    fail(
      'selectionTooLarge',
      `The selected rows of “${tabName}” lie so far apart that what is between them cannot be read in time.`,
      'Select rows that are nearer to each other. Nothing was sent.',
    ),
  columnsRefused: (tabName: string, detail: string) =>
    fail(
      'columnsRefused',
      `The status columns could not be written right of the data in "${tabName}"${detail === '' ? '' : ` (${detail.replace(/\.$/, '')})`}. Nothing was sent.`,
      'Remove merged cells, data validation and protections there, or ask the owner of the file to, and run again.',
    ),
  columnsNotMoved: (tabName: string, detail: string) =>
    fail(
      'columnsRefused',
      `The status columns of "${tabName}" could not be moved (${detail.replace(/\.$/, '')}).`,
      'Merged cells, protections or a table may stand in the way. Remove them, or drag the columns where you want them.',
    ),
  filterElsewhere: (tabName: string, header: string) =>
    fail(
      'filterElsewhere',
      `"${tabName}" has a filter already, and it does not reach the column "${header}". A tab can have one filter only.`,
      'Remove it (Data › Remove filter), then press again; or set a filter over all columns yourself.',
    ),
  tabChanged: (tabName: string) =>
    fail(
      'tabChanged',
      `"${tabName}" was changed while it was being read, and there is no place for the status columns where it was.`,
      'Nothing was sent or written. Run again.',
    ),
  selectionMoved: (tabName: string) =>
    fail(
      'tabChanged',
      `Rows of "${tabName}" were moved, hidden or shown, or their keys changed, since they were selected.`,
      'Nothing was sent or written. Select the rows again and run once more.',
    ),
  noRows: (tabName: string, blankRows: number) =>
    fail(
      'nothingSelected',
      `"${tabName}" has no rows to work on${leftOutWords(0, blankRows)}.`,
      'Fill the rows below the header row and run again.',
    ),
  noStory: () =>
    fail(
      'nothingToDo',
      'Nothing was sent for this row from this file yet, or the row has no key.',
      'Select a row below the headers that was sent, and try again.',
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
  nothingMayGo: () =>
    fail(
      'nothingToDo',
      'None of these listings can be deleted from here: rows of this file want them.',
      'Select rows that say Only there or Over here.',
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
  noHeaderRow: (tabName: string) =>
    fail(
      'noHeaderRow',
      `Listing Sync found no header row in "${tabName}".`,
      'Put the names of the columns into one row above the data, or set the number of the header row under Mapping.',
    ),
  emptyTab: (tabName: string) =>
    fail(
      'emptyTab',
      `“${tabName}” is empty`,
      'Paste your listings here, with the names of the columns in the first row: a download from a portal or an MLS will do. Messages about listings are taken in under Automate.',
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
  undecided: (tabName: string) =>
    fail(
      'undecided',
      `“${tabName}” is large, and nobody has looked yet at what its columns hold from top to bottom.`,
      'Press Check once: it reads the whole tab, keeps what it finds out, and sends nothing. Then run again.',
    ),
  unclearKeyColumn: (label: string, reason: string) =>
    fail(
      'noKeyColumn',
      `It is not clear which column holds the ${label}: ${reason}.`,
      'Choose the column under Mapping, or “Not sent” if it is none of them. Nothing was sent.',
    ),
  cellsMerged: (a1: string) =>
    fail(
      'columnsRefused',
      `Cells of the status columns are merged (${a1}), so not every row can say what became of it. Nothing more was sent.`,
      'Unmerge them (Format › Merge cells › Unmerge) and run again.',
    ),
  columnsMoved: (tabName: string) =>
    fail(
      'tabChanged',
      `A column of "${tabName}" was moved or deleted in the very moment in which statuses were written. Nothing more was sent.`,
      'Run again: rows that are done stay done.',
    ),
  cellsLost: (tabName: string, header: string) =>
    fail(
      'tabChanged',
      `A column of "${tabName}" was moved in the very moment in which statuses were written, and some cells under “${clipText(header, 60)}” could not be put back. Nothing more was sent.`,
      'They are blank now. Fetch them from File › Version history, then run again.',
    ),
  formulasLost: (tabName: string, header: string) =>
    fail(
      'tabChanged',
      `A column of "${tabName}" was moved in the very moment in which statuses were written, and some cells under “${clipText(header, 60)}” hold values now where formulas may have been. Nothing more was sent.`,
      'Copy the formula down the column again, or fetch it from File › Version history. Then run again.',
    ),
  statusProtected: (tabName: string) =>
    fail(
      'statusProtected',
      `The status columns of "${tabName}" are protected, so no result could be recorded. Nothing was sent.`,
      'Ask the owner of the spreadsheet to let you edit these columns (Data › Protect sheets and ranges).',
    ),
  chatbotChanged: () =>
    fail(
      'chatbotChanged',
      'Another chatbot, or another address of the platform, was connected while the run was going on, so the rows that are left were not sent.',
      'Run again to send them to the chatbot that is connected now; what was sent before went to the other one.',
    ),
  /**
   * Rows were sent, and then their outcomes could not be written: the columns were protected, or are gone. Where that cost people
   * cells they are told of these.
   */
  statusLostMidRun: (cause: Failure, rows: number) => {
    if (cause.kind === 'tabChanged') return cause;
    return cause.kind === 'statusColumnsGone'
      ? fail(
          cause.kind,
          `The status columns were deleted or renamed, so the outcome of ${countWords(rows, 'row')} could not be recorded.`,
          'Undo that (Edit › Undo) or simply run again: sending a row twice is harmless.',
        )
      : fail(
          cause.kind,
          `The status columns can no longer be written, so the outcome of ${countWords(rows, 'row')} could not be recorded.`,
          'Make the columns editable again (Data › Protect sheets and ranges) and run again: rows that say Sending are settled then.',
        );
  },
  statusColumnsGone: (tabName: string) =>
    fail(
      'statusColumnsGone',
      `The status columns of "${tabName}" were deleted or renamed while the run was going on.`,
      'Undo that (Edit › Undo) or start again: sending a row twice is harmless.',
    ),
  statusHeaderTaken: (header: string, reason: string) =>
    fail(
      'statusHeaderTaken',
      `The column "${header}" ${reason}, so Listing Sync leaves it alone. Nothing was sent or written.`,
      'Rename that column; Listing Sync then adds its own at the right end.',
    ),
  otherTabInFront: (tabName: string) =>
    fail(
      'tabChanged',
      `Another tab than "${tabName}" is in front by now, so it is not certain which rows are meant. Nothing was sent or written.`,
      `Go to the tab whose rows you mean, see what the sidebar says of it, and press again.`,
    ),
  rowGone: (key: string) =>
    fail(
      'rowGone',
      `No single row holds “${clipText(key, 60)}” any more.`,
      'It was deleted, changed or copied since. Check the rows again to see how they are now.',
    ),
  tabGone: () =>
    fail(
      'tabGone',
      'The tab of this run was deleted.',
      'Restore the tab (File › Version history), or start again elsewhere.',
    ),
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
  onlyViewer: () =>
    fail(
      'onlyViewer',
      'You may look at this spreadsheet but not edit it, so Listing Sync can do nothing for you here.',
      'Ask its owner to let you edit it (Share), then reload it.',
    ),
  badSettingsName: (message: string) => fail('badArgument', message, 'Type another name, then save again.'),
  tooManyNamed: (most: number) =>
    fail('storeFull', `A file keeps the settings of ${most} names at most.`, 'Remove one that nobody needs any more.'),
  newerStore: () =>
    fail(
      'newerStore',
      'This file was used with a newer version of Listing Sync. This version can show it, but sends and changes nothing.',
      'Update the add-on: reload the spreadsheet, and ask whoever installed it if that does not help.',
    ),
  mayNotDelete: () =>
    fail(
      'mayNotDelete',
      'You are not among those who may delete in this file.',
      'Ask one of them to do it, or to add you to the list in the settings.',
    ),
  scheduleGone: () =>
    fail(
      'scheduleGone',
      'This schedule is not there any more.',
      'Look at the list again; somebody may have removed it.',
    ),
  scheduleNotYours: () =>
    fail(
      'scheduleRefused',
      'Only its owner changes or starts this schedule.',
      'Take it over first: it runs with your key from then on.',
    ),
  scheduleRuns: () =>
    fail(
      'scheduleRefused',
      'Only its owner removes a schedule that runs.',
      'Pause it first: what stands still is removed by anybody who can edit.',
    ),
  tooManySchedules: () =>
    fail('scheduleRefused', 'A file has twenty schedules at most.', 'Remove one, or add the tab to one that is there.'),
  noClockHere: () =>
    fail(
      'scheduleRefused',
      'Google\u2019s clock does not find the spreadsheet in this kind of installation, so nothing runs by itself here.',
      'Use the version of Listing Sync that is bound to the spreadsheet.',
    ),
  noTriggerLeft: () =>
    fail(
      'scheduleRefused',
      'Google allows no further trigger: a person has twenty for all their files.',
      'Remove schedules in another file, or have a colleague make this one.',
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
  storeFull: () =>
    fail(
      'storeFull',
      'The spreadsheet’s store for settings is full (Google allows 500 kB for all tabs together).',
      'Nothing was sent or changed. Delete tabs that you no longer need, or remove taught words, fixed values and chosen columns from tabs that have many; then try again.',
    ),
  notMessages: () =>
    fail(
      'notMessages',
      'This text is no JSON, so there are no messages in it. Nothing was changed.',
      'Paste a message, a list of messages, JSON Lines or an inbox page; a sheet of listings is pasted into the grid itself.',
    ),
  asideFull: (lines: number) =>
    fail(
      'asideFull',
      `${lines} messages wait for a person, and more are not kept. Nothing was changed.`,
      'Look at them under Activity: try them again, choose their rows, or discard them. Then take these in again.',
    ),
  eventsProtected: (tabName: string) =>
    fail(
      'statusProtected',
      `The columns about messages in “${tabName}” are protected where rows would be written. Nothing was changed.`,
      'Ask the owner of the spreadsheet to let you edit these columns (Data › Protect sheets and ranges). Nothing is lost meanwhile.',
    ),
  cellsProtected: () =>
    fail(
      'statusProtected',
      'Somebody has protected cells that were about to be written.',
      'Ask the owner of the spreadsheet to let you edit them (Data › Protect sheets and ranges), then try again.',
    ),
  fileFull: () =>
    fail(
      'columnsRefused',
      'The file has as many cells as Google allows, 10 million with the blank ones, so there is no room for what Listing Sync adds.',
      'Delete tabs, or rows and columns beyond your data, that nobody needs. Then try again.',
    ),
  cellRefused: (cell: string) =>
    fail(
      'columnsRefused',
      `The data validation of cell ${cell} refuses what was about to be written there.`,
      'Choose “Show a warning” for that rule (Data › Data validation), or let its list have the word, then try again. What was sent meanwhile is settled then, and no message is lost.',
    ),
  rowsMoveUnderMessages: () =>
    fail(
      'rowsKeepChanging',
      'Rows were moved or changed each time their cells were about to be written. Nothing was sent or written.',
      'Wait until nobody sorts or edits the tab, then try again.',
    ),
  ownTab: (tabName: string) =>
    fail(
      'ownTab',
      `“${tabName}” is a tab of Listing Sync itself.`,
      'Go to the tab that holds the listings, and try again.',
    ),
  noInbox: () =>
    fail('noInbox', 'No inbox is connected to this file.', 'Connect one under Automate, or paste the messages there.'),
  noInboxKey: (address: string) =>
    fail(
      'noInboxKey',
      `You have entered no key for the inbox ${address}. Keys of other people are not used for you.`,
      'Enter yours under Automate, or let whoever connected the inbox poll it.',
    ),
  badInbox: (hosts: string) =>
    fail(
      'badInbox',
      `This is no address of an inbox that may be polled. These hosts may: ${hosts}.`,
      'Correct it. Another host is added by whoever installs Listing Sync; the install guide says where.',
    ),
  inboxRefused: (status: number, words: string) =>
    fail(
      'inboxRefused',
      `The inbox refused the key (status ${status}).${words} Nothing was lost.`,
      'Check the key, or enter a new one under Automate, and poll again.',
    ),
  inboxUnreachable: (why: string) =>
    fail(
      'inboxUnreachable',
      `The inbox could not be read. ${why} Nothing was lost.`,
      'Poll again later: it goes on where it was.',
    ),
  keptLineGone: () =>
    fail('keptLineGone', 'This message does not wait any more; somebody has dealt with it.', 'Refresh the list.'),
  badSettingsFile: (message: string) => fail('badSettingsFile', message, 'The settings of this tab are as they were.'),
  noWebhookHere: () =>
    fail(
      'noWebhook',
      'An add-on of a domain has no address of its own, since it is the same script for all files.',
      'Use the version that is bound to this spreadsheet (see the install guide), or connect an inbox.',
    ),
  noWebhook: () =>
    fail(
      'noWebhook',
      'This file has no webhook any more.',
      'Set it up under Automate; the sender needs the new address then.',
    ),
  badWebAppAddress: (door: 'dev' | undefined) =>
    fail(
      'badWebAppAddress',
      door === 'dev'
        ? 'This is the test address, which answers only to who may edit the script.'
        : 'This is no address of a web app of Google\u2019s.',
      'Copy the Web app URL under Deploy › Manage deployments; it begins with https://script.google.com/ and ends with /exec.',
    ),
  webhookSilent: (why: string, nextStep: string) => fail('webhookSilent', why, nextStep),
  badArgument: (what: string) =>
    fail(
      'badArgument',
      `The sidebar sent something that the add-on does not understand (${what.replace(/\.$/, '')}).`,
      'Close and reopen the sidebar.',
    ),
  authorization: () =>
    fail(
      'authorization',
      'Google did not let Listing Sync act for you.',
      'If you are signed in to several Google accounts, open the sheet in a browser profile with one account; otherwise reload the sheet and accept the permissions.',
    ),
  unexpected: (message: string) =>
    fail(
      'unexpected',
      `Something went wrong that Listing Sync did not expect: ${message}`,
      'Run again: rows that are done stay done. If it happens again, report it with this text.',
    ),
} satisfies Record<string, (...details: never[]) => Failure>;

/** A number that is easy to keep to. */
function roundedDown(count: number): number {
  const step = count < 1_000 ? 10 : 1_000;
  return Math.max(1, Math.floor(count / step) * step);
}

/** A failure in one line, for toasts and dialogs. */
export function failureText(failure: Failure): string {
  return `${failure.message} ${failure.nextStep}`;
}
