/** Recognises cells that show an error instead of a value. */
import type { Cell } from './table.ts';

/**
 * The error texts of Sheets, and the text of a cell that is still loading.
 *
 * @see https://support.google.com/docs/answer/3093349 "ERROR.TYPE" (read 2026-11-21).
 */
const SHEET_ERROR = /^(#(NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|ERROR!|SPILL!|CALC!)|Loading\.\.\.)$/;

/** Whether a cell shows a sheet error. Such a text is never sent. */
export function isSheetError(cell: Cell): boolean {
  return typeof cell.value === 'string' && SHEET_ERROR.test(cell.value.trim());
}
