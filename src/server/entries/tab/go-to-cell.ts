/** Leads the person to a cell of a row, wherever that row stands by now. */
import type { CellReference } from '../../../core/contract/server-functions.ts';
import type { Failure } from '../../../core/terms/failure.ts';
import { failure, type Result, success } from '../../../core/terms/result.ts';
import { failures } from '../../../core/words/failures.ts';
import { findSheet } from '../../services/sheet/open-tab.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Activates the cell; fails where the row is gone or can no longer be told from another. */
export function goToCell({ tabId, rowNumber, columnNumber, key }: CellReference): Result<null, Failure> {
  const sheet = findSheet(tabId);
  if (sheet === undefined) return failure(failures.tabGone());
  const rowNow = key === undefined ? rowNumber : findRow(sheet, rowNumber, key);
  if (rowNow === undefined) return failure(failures.rowGone(key?.text ?? ''));
  const row = Math.min(rowNow, sheet.getMaxRows());
  const column = Math.min(columnNumber, sheet.getMaxColumns());
  sheet.getRange(row, column).activate();
  return success(null);
}

/** The row where it was, else the only one that holds the key now. */
function findRow(sheet: Sheet, rowNumber: number, key: NonNullable<CellReference['key']>): number | undefined {
  const lastRow = sheet.getLastRow();
  if (lastRow === 0 || key.columnNumber > sheet.getLastColumn()) return undefined;
  const column: readonly (readonly unknown[])[] = sheet.getRange(1, key.columnNumber, lastRow, 1).getValues();
  // A date cannot be compared with the key's text: only in the row where it was is it taken for the key.
  const holds = (value: unknown, number: number): boolean =>
    value instanceof Date ? number === rowNumber : String(value).trim() === key.text;
  const holding = column.flatMap(([value], index) => (holds(value, index + 1) ? [index + 1] : []));
  if (holding.includes(rowNumber)) return rowNumber;
  return holding.length === 1 ? holding[0] : undefined;
}
