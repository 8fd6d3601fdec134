/** Puts the status columns where the person wants them, and shows them. */
import type { StatusPlaceInput } from '../../../core/contract/server-functions.ts';
import { movesAfter } from '../../../core/own-cells/column-moves.ts';
import { findStatusColumns } from '../../../core/own-cells/status-columns.ts';
import { exceptionText } from '../../../core/platform/fetch-exception.ts';
import type { Failure } from '../../../core/terms/failure.ts';
import { failure, type Result, success } from '../../../core/terms/result.ts';
import { failures } from '../../../core/words/failures.ts';
import { STATUS_COLUMNS } from '../../../core/words/own-headers.ts';
import { withDocumentLock } from '../../services/document-lock.ts';
import { findSheet, NOWHERE, openTab } from '../../services/sheet/open-tab.ts';
import { placeStatusColumns } from '../../services/sheet/own-columns.ts';
import { showStatusColumn } from '../../services/sheet/show-status.ts';

/**
 * Moves the status columns of a tab, and makes them first where they are missing; not while a run writes. What else stands in the
 * tab keeps its order.
 */
export function moveStatusColumns(input: StatusPlaceInput): Result<null, Failure> {
  const sheet = findSheet(input.tabId);
  return sheet === undefined ? failure(failures.tabGone()) : withDocumentLock(() => move(sheet, input));
}

function move(sheet: GoogleAppsScript.Spreadsheet.Sheet, { action, place }: StatusPlaceInput): Result<null, Failure> {
  const tab = openTab(sheet, { to: NOWHERE, action, heedsMarks: false, mayDecide: true });
  if (!tab.ok) return tab;
  const planner = tab.value.plannerFor(action);
  if (!planner.ok) return planner;
  const places = placeStatusColumns(tab.value);
  if (!places.ok) return places;
  const { own, newColumns } = places.value;
  const afterIndex = place === 'end' ? undefined : planner.value.keyColumnIndexes[0];
  const indexes = STATUS_COLUMNS.map((column) => own[column]);
  const columnCount = Math.max(tab.value.table.headers.length, ...indexes.map((index) => index + 1));
  const undo = newColumns?.make();
  try {
    for (const { from, before } of movesAfter(indexes, columnCount, afterIndex))
      sheet.moveColumns(sheet.getRange(1, from), before);
    SpreadsheetApp.flush();
  } catch (exception) {
    undo?.();
    return failure(failures.columnsNotMoved(sheet.getName(), exceptionText(exception)));
  }
  const { headerRowNumber: rowNumber } = tab.value.table;
  const headers = sheet.getRange(rowNumber, 1, 1, columnCount).getDisplayValues()[0] ?? [];
  const { status: columnIndex } = findStatusColumns(headers);
  if (columnIndex !== undefined) showStatusColumn(sheet, { rowNumber, columnIndex });
  return success(null);
}
