/** Why the columns of the add-on could not be written. */
import { placeWrites } from '../../../core/own-cells/place-writes.ts';
import type { AllStatusColumnIndexes } from '../../../core/own-cells/status-columns.ts';
import { exceptionText } from '../../../core/platform/fetch-exception.ts';
import { columnLetters } from '../../../core/sheet/column-letters.ts';
import type { Failure } from '../../../core/terms/failure.ts';
import { failures } from '../../../core/words/failures.ts';
import { STATUS_COLUMNS } from '../../../core/words/own-headers.ts';
import { isOnlyViewer } from '../viewer.ts';
import type { StatusTarget } from './look-at-rows.ts';
import { canEditColumns } from './own-columns.ts';
import { refusingCellAmong } from './refusing-cell.ts';

/** Why a write was refused; throws on what has nothing to do with the columns. */
export function whyNotWritten({ sheet, read, ground, newColumns }: StatusTarget, exception: unknown): Failure {
  const own = placeWrites(read(sheet.getDataRange()), ground, [])?.own;
  if (own === undefined && newColumns === undefined) return failures.statusColumnsGone(sheet.getName());
  // What was to be inserted has no cells yet that could be asked about.
  const mayEdit =
    newColumns?.insertedInto === undefined
      ? mayEditColumns({ sheet, table: ground.table }, own ?? ground.own)
      : !isOnlyViewer();
  if (!mayEdit) return notEditable(sheet.getName());
  const text = exceptionText(exception);
  const cell = refusingOwnCell(sheet, own ?? ground.own, text);
  if (cell !== undefined) return failures.cellRefused(cell);
  if (own !== undefined && STATUS_COLUMNS.some((column) => own[column] !== ground.own[column]))
    return failures.columnsMoved(sheet.getName());
  if (newColumns === undefined) throw exception;
  return failures.columnsRefused(sheet.getName(), text);
}

/** A rule may refuse in its own words, which name no cell. */
function refusingOwnCell(sheet: StatusTarget['sheet'], own: AllStatusColumnIndexes, text: string): string | undefined {
  const columns = Object.values(own).map((index) => columnLetters(index));
  const found = columns.map((letters) => refusingCellAmong(sheet, `${letters}:${letters}`, text));
  return found.find((cell) => cell !== undefined);
}

/** Whoever may only look at the file is told so, and nothing of protections. */
function notEditable(tabName: string): Failure {
  return isOnlyViewer() ? failures.onlyViewer() : failures.statusProtected(tabName);
}

/** Whether the person may write the columns; a tab that has become smaller meanwhile does not say they may not. */
function mayEditColumns(...[tab, columns]: Parameters<typeof canEditColumns>): boolean {
  try {
    return canEditColumns(tab, columns);
  } catch {
    return true;
  }
}

/** Why there is no place for new columns: somebody else has taken it, nobody may, or no room could be made for them. */
export function whyNoColumns({ sheet, ground, newColumns }: StatusTarget): Failure {
  const tabName = sheet.getName();
  if (newColumns?.insertedInto !== undefined) return failures.tabChanged(tabName);
  try {
    const canEdit = canEditColumns({ sheet, table: ground.table }, ground.own);
    return canEdit ? failures.tabChanged(tabName) : notEditable(tabName);
  } catch (exception) {
    return failures.columnsRefused(tabName, exceptionText(exception));
  }
}
