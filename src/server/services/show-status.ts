/** Leads the person's eye to the status column, once it is new or somewhere else. */
import { findStatusColumns } from '../../core/own-cells/status-columns.ts';
import { columnLetters } from '../../core/sheet/column-letters.ts';
import { spansOfRows } from '../../core/terms/row-list.ts';

/** More parts than this are not selected anew: the person may well have meant every single one of them. */
const MOST_SPANS = 200;

/**
 * Scrolls to the status column of the tab in front. What is selected there are the same rows as before, or else the header, which is
 * no row: the next press must be about what the person chose.
 *
 * @param headerRow Where to look for the column.
 * @param selectedRows The numbers of the rows that are selected, in ascending order.
 */
export function showStatusColumn(
  sheet: GoogleAppsScript.Spreadsheet.Sheet,
  headerRow: { readonly number: number; readonly columnCount: number },
  selectedRows: readonly number[] = [],
): void {
  const active: GoogleAppsScript.Spreadsheet.Sheet | null = SpreadsheetApp.getActiveSheet();
  if (active?.getSheetId() !== sheet.getSheetId()) return;
  const headers = sheet.getRange(headerRow.number, 1, 1, headerRow.columnCount).getDisplayValues()[0] ?? [];
  const { status } = findStatusColumns(headers);
  const spans = spansOfRows(selectedRows);
  if (status === undefined || spans.length > MOST_SPANS) return;
  const letters = columnLetters(status);
  const cells = spans.map(({ firstRowNumber: first, lastRowNumber: last }) => `${letters}${first}:${letters}${last}`);
  if (cells.length === 0) sheet.getRange(headerRow.number, status + 1).activate();
  else sheet.getRangeList(cells).activate();
}
