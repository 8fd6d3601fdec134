/** Reads what is selected: all ranges, without rows that a filter or a person has hidden. */
import { type RowSpan, rowsWithin } from '../core/table/selected-rows.ts';

/** The rows of the selection that can be seen, and how many cannot. */
export interface SelectedRows {
  readonly rowNumbers: readonly number[];
  readonly hiddenRows: number;
  /** Rows that were asked about: fewer than there are where the time was over. */
  readonly askedRows: number;
}

/** The selected ranges of the active tab; none when nothing is selected. */
export function selectedRanges(
  sheet: GoogleAppsScript.Spreadsheet.Sheet,
): readonly GoogleAppsScript.Spreadsheet.Range[] {
  const list: GoogleAppsScript.Spreadsheet.RangeList | null = sheet.getActiveRangeList();
  return list === null ? [] : list.getRanges();
}

/** The rows of ranges inside the data. */
export function rowNumbersOf(ranges: readonly GoogleAppsScript.Spreadsheet.Range[], data: RowSpan): readonly number[] {
  const spans = ranges.map((range) => ({ firstRowNumber: range.getRow(), lastRowNumber: range.getLastRow() }));
  return rowsWithin(spans, data);
}

/**
 * Leaves out the hidden rows. Sheets offers no bulk question, so only rows that a filter can hide are asked about it.
 *
 * @param endMs When nothing more may be asked.
 */
export function withoutHidden(
  sheet: GoogleAppsScript.Spreadsheet.Sheet,
  rowNumbers: readonly number[],
  endMs = Number.POSITIVE_INFINITY,
): SelectedRows {
  const filtered = filteredRows(sheet);
  const isFiltered = (rowNumber: number) => rowNumber >= filtered.firstRowNumber && rowNumber <= filtered.lastRowNumber;
  const visible: number[] = [];
  let askedRows = 0;
  for (const rowNumber of rowNumbers) {
    if (Date.now() > endMs) break;
    askedRows += 1;
    const isHidden =
      sheet.isRowHiddenByUser(rowNumber) || (isFiltered(rowNumber) && sheet.isRowHiddenByFilter(rowNumber));
    if (!isHidden) visible.push(rowNumber);
  }
  return { rowNumbers: visible, hiddenRows: askedRows - visible.length, askedRows };
}

/** The rows that the tab's filter covers; none where there is no filter. */
function filteredRows(sheet: GoogleAppsScript.Spreadsheet.Sheet): RowSpan {
  const filter: GoogleAppsScript.Spreadsheet.Filter | null = sheet.getFilter();
  if (filter === null) return { firstRowNumber: 1, lastRowNumber: 0 };
  const range = filter.getRange();
  return { firstRowNumber: range.getRow(), lastRowNumber: range.getLastRow() };
}
