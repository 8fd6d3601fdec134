/** Recognises cells that show an error instead of a value. */
import type { Cell } from './table.ts';

/**
 * The error texts of Sheets, and the text of a cell that is still loading.
 *
 * @see https://support.google.com/docs/answer/3093349 "ERROR.TYPE" (read 2026-11-21).
 */
const SHEET_ERROR = /^(#(NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|ERROR!|SPILL!|CALC!)|Loading\.\.\.)$/;
/** What an error text has and hardly any other text: looked for first, for every text of a tab is asked about. */
const MAY_BE_ERROR = /^\s*[#L]/;

/** Whether a cell shows a sheet error. Such a text is never sent. */
export function isSheetError(cell: Cell): boolean {
  const { value } = cell;
  return typeof value === 'string' && MAY_BE_ERROR.test(value) && SHEET_ERROR.test(value.trim());
}
