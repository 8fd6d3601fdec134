/** Leads the person's eye to the status column, once it is new or somewhere else. */
import { columnLetters } from '../../../core/sheet/column-letters.ts';
import { spansOfRows } from '../../../core/terms/row-list.ts';

/** More parts than this are not selected anew: the person may well have meant every single one of them. */
const MOST_SPANS = 200;

/**
 * Scrolls to the status column of the tab in front. What is selected there are the same rows as before, or else the header, which is
 * no row: the next press must be about what the person chose.
 *
 * @param header Where the column's header stands.
 * @param selectedRows The numbers of the rows that are selected, in ascending order.
 */
export function showStatusColumn(
  sheet: GoogleAppsScript.Spreadsheet.Sheet,
  header: { readonly rowNumber: number; readonly columnIndex: number },
  selectedRows: readonly number[] = [],
): void {
  const active: GoogleAppsScript.Spreadsheet.Sheet | null = SpreadsheetApp.getActiveSheet();
  if (active?.getSheetId() !== sheet.getSheetId()) return;
  const spans = spansOfRows(selectedRows);
  if (spans.length > MOST_SPANS) return;
  const letters = columnLetters(header.columnIndex);
  const cells = spans.map(({ firstRowNumber: first, lastRowNumber: last }) => `${letters}${first}:${letters}${last}`);
  if (cells.length === 0) sheet.getRange(header.rowNumber, header.columnIndex + 1).activate();
  else sheet.getRangeList(cells).activate();
}
