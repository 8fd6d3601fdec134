/** Writes blocks of texts that never become formulas. */
import { type CellBlock, cellsToProtect } from '../../../core/own-cells/cell-blocks.ts';
import type { Placement } from '../../../core/own-cells/place-writes.ts';
import { columnLetters } from '../../../core/sheet/column-letters.ts';
import type { StatusTarget } from './look-at-rows.ts';
import { TEXT_FORMAT } from './own-columns.ts';

/**
 * Makes cells text cells in the flush that fills them: nothing that comes from a cell or an answer may become a formula, not
 * even for a moment, and a row may have come without the format of the columns.
 */
export function protectTexts({ sheet }: StatusTarget, { blocks, own }: Placement): void {
  const cells = cellsToProtect(blocks, own);
  if (cells.length === 0) return;
  const a1s = cells.map(({ columnNumber, firstRowNumber, rowCount }) => {
    const letters = columnLetters(columnNumber - 1);
    return `${letters}${firstRowNumber}:${letters}${firstRowNumber + rowCount - 1}`;
  });
  sheet.getRangeList(a1s).setNumberFormat(TEXT_FORMAT);
}

/** Writes a block of texts where it stands. */
export function setTexts({ sheet }: StatusTarget, { firstRowNumber, firstColumnNumber, texts }: CellBlock): void {
  sheet
    .getRange(firstRowNumber, firstColumnNumber, texts.length, texts[0]?.length ?? 0)
    .setValues(texts.map((row) => [...row]));
}
