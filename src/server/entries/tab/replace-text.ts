/** Corrects a typo in a column of the person's, because they asked for it. */
import type { ReplaceTextInput } from '../../../core/contract/server-functions.ts';
import type { Failure } from '../../../core/terms/failure.ts';
import { failure, type Result, success } from '../../../core/terms/result.ts';
import { failures } from '../../../core/words/failures.ts';
import { findSheet } from '../../services/sheet/open-tab.ts';
import { readFileProperties } from '../../services/stores/document-store.ts';
import { headerRowSettingIn } from '../../services/stores/settings-store.ts';

/** Replaces a text wherever it fills a cell of the column; formulas and the header stay. Answers with the number of cells. */
export function replaceText({
  tabId,
  columnNumber,
  from,
  to,
}: ReplaceTextInput): Result<{ readonly cells: number }, Failure> {
  const sheet = findSheet(tabId);
  if (sheet === undefined) return failure(failures.tabGone());
  const headerRowNumber = headerRowSettingIn(readFileProperties(), tabId) ?? 1;
  const rowCount = sheet.getLastRow() - headerRowNumber;
  if (rowCount < 1 || columnNumber > sheet.getLastColumn()) return failure(failures.nothingReplaced(from));
  const column = sheet.getRange(headerRowNumber + 1, columnNumber, rowCount, 1);
  const formulas = column.getFormulas();
  const rows = column
    .getDisplayValues()
    .flatMap(([text = ''], rowIndex) => (text.trim() === from && formulas[rowIndex]?.[0] === '' ? [rowIndex] : []));
  if (rows.length === 0) return failure(failures.nothingReplaced(from));
  for (const rowIndex of rows) sheet.getRange(headerRowNumber + 1 + rowIndex, columnNumber).setValue(to);
  SpreadsheetApp.flush();
  return success({ cells: rows.length });
}
