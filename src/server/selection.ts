/** Reads what is selected: all ranges, without rows that a filter or a person has hidden. */
import { type RowSpan, rowsWithin } from '../core/table/selected-rows.ts';

/** The rows of the selection that can be seen, and how many cannot. */
export interface SelectedRows {
  readonly rowNumbers: readonly number[];
  readonly hiddenRows: number;
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

/** Leaves out the hidden rows. Sheets offers no bulk question, so only rows that can be hidden are asked about. */
export function withoutHidden(sheet: GoogleAppsScript.Spreadsheet.Sheet, rowNumbers: readonly number[]): SelectedRows {
  const filter: GoogleAppsScript.Spreadsheet.Filter | null = sheet.getFilter();
  const visible = rowNumbers.filter(
    (rowNumber) => !sheet.isRowHiddenByUser(rowNumber) && (filter === null || !sheet.isRowHiddenByFilter(rowNumber)),
  );
  return { rowNumbers: visible, hiddenRows: rowNumbers.length - visible.length };
}
