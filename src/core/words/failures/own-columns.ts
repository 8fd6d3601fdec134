/** Why outcomes cannot be written into the columns of Listing Sync. */
import { clipText } from '../../terms/clip-text.ts';
import type { Failure } from '../../terms/failure.ts';
import { countWords } from '../counts.ts';
import { type FailureWords, fail } from './fail.ts';

export const ownColumnFailures = {
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
  cellsProtected: () =>
    fail(
      'statusProtected',
      'Somebody has protected cells that were about to be written.',
      'Ask the owner of the spreadsheet to let you edit them (Data › Protect sheets and ranges), then try again.',
    ),
  cellRefused: (cell: string) =>
    fail(
      'columnsRefused',
      `The data validation of cell ${cell} refuses what was about to be written there.`,
      'Choose “Show a warning” for that rule (Data › Data validation), or let its list have the word, then try again. What was sent meanwhile is settled then, and no message is lost.',
    ),
} satisfies FailureWords;
