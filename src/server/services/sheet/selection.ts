/** Reads what is selected: all ranges, without rows that a filter or a person has hidden. */
import { rowsWithin } from '../../../core/sheet/selected-rows.ts';
import type { RowSpan } from '../../../core/terms/row-list.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** The rows that were asked about: fewer than there are where the time was over. */
export interface AskedRows {
  readonly visible: readonly number[];
  readonly hidden: readonly number[];
}

/** The questions that tell which rows are hidden. */
export interface HiddenQuestions {
  readonly count: number;
  /**
   * Asks them, from the first row on.
   *
   * @param maxMs After how many milliseconds nothing more is asked; the first row always is.
   */
  readonly ask: (maxMs?: number) => AskedRows;
}

/** The selected ranges of the active tab; none when nothing is selected. */
export function selectedRanges(sheet: Sheet): readonly GoogleAppsScript.Spreadsheet.Range[] {
  const list: GoogleAppsScript.Spreadsheet.RangeList | null = sheet.getActiveRangeList();
  return list === null ? [] : list.getRanges();
}

/** The rows of ranges inside the data. */
export function rowNumbersOf(ranges: readonly GoogleAppsScript.Spreadsheet.Range[], data: RowSpan): readonly number[] {
  const spans = ranges.map((range) => ({ firstRowNumber: range.getRow(), lastRowNumber: range.getLastRow() }));
  return rowsWithin(spans, data);
}

/**
 * Sheets offers no bulk question, so each row is asked about, and twice where a filter can hide it.
 *
 * @param isFiltered Whether a filter can hide a row; those that the tab's filter covers by default.
 */
export function hiddenQuestions(
  sheet: Sheet,
  rowNumbers: readonly number[],
  isFiltered = isUnderFilter(sheet),
): HiddenQuestions {
  const isHidden = (rowNumber: number) =>
    sheet.isRowHiddenByUser(rowNumber) || (isFiltered(rowNumber) && sheet.isRowHiddenByFilter(rowNumber));
  return {
    count: rowNumbers.length + rowNumbers.filter(isFiltered).length,
    ask: (maxMs = Number.POSITIVE_INFINITY) => {
      const endMs = Date.now() + maxMs;
      const visible: number[] = [];
      const hidden: number[] = [];
      for (const rowNumber of rowNumbers) {
        (isHidden(rowNumber) ? hidden : visible).push(rowNumber);
        if (Date.now() > endMs) break;
      }
      return { visible, hidden };
    },
  };
}

function isUnderFilter(sheet: Sheet): (rowNumber: number) => boolean {
  const filter: GoogleAppsScript.Spreadsheet.Filter | null = sheet.getFilter();
  if (filter === null) return () => false;
  const range = filter.getRange();
  const [first, last] = [range.getRow(), range.getLastRow()];
  return (rowNumber) => rowNumber >= first && rowNumber <= last;
}
