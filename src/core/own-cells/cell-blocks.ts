/** Puts the cells that change into rectangles: few calls, and no cell written that need not be. */

import { STATUS_COLUMNS } from '../words/own-headers.ts';
import { isMarkCell } from './mark-cell.ts';
import type { StatusWrite } from './row-cells.ts';
import type { AllStatusColumnIndexes } from './status-columns.ts';

/** A rectangle of texts to write. */
export interface CellBlock {
  readonly firstRowNumber: number;
  readonly firstColumnNumber: number;
  readonly texts: readonly (readonly string[])[];
}

/** Cells of one row that stand side by side. */
interface Strip {
  readonly firstColumnIndex: number;
  readonly texts: readonly string[];
}

/** A rectangle that may still grow downwards. */
interface GrowingBlock {
  readonly firstRowNumber: number;
  readonly firstColumnIndex: number;
  readonly texts: (readonly string[])[];
}

/** The rectangles that hold exactly what is written: cells that nobody asked for may have become another row's since the look. */
export function toBlocks(writes: readonly StatusWrite[], own: AllStatusColumnIndexes): readonly CellBlock[] {
  const finished: GrowingBlock[] = [];
  const growing = new Map<string, GrowingBlock>();
  for (const { rowNumber, cells } of [...writes].sort((a, b) => a.rowNumber - b.rowNumber)) {
    for (const strip of stripsOf(cells, own)) {
      const shape = `${strip.firstColumnIndex} ${strip.texts.length}`;
      const block = growing.get(shape);
      if (block !== undefined && block.firstRowNumber + block.texts.length === rowNumber) block.texts.push(strip.texts);
      else {
        const next = { firstRowNumber: rowNumber, firstColumnIndex: strip.firstColumnIndex, texts: [strip.texts] };
        growing.set(shape, next);
        finished.push(next);
      }
    }
  }
  return finished.map(({ firstRowNumber, firstColumnIndex, texts }) => ({
    firstRowNumber,
    firstColumnNumber: firstColumnIndex + 1,
    texts,
  }));
}

function stripsOf(cells: StatusWrite['cells'], own: AllStatusColumnIndexes): readonly Strip[] {
  const changed = STATUS_COLUMNS.flatMap((column) => {
    const text = cells[column];
    return text === undefined ? [] : [{ columnIndex: own[column], text }];
  }).sort((a, b) => a.columnIndex - b.columnIndex);
  const strips: { firstColumnIndex: number; texts: string[] }[] = [];
  for (const { columnIndex, text } of changed) {
    const last = strips[strips.length - 1];
    if (last !== undefined && columnIndex === last.firstColumnIndex + last.texts.length) last.texts.push(text);
    else strips.push({ firstColumnIndex: columnIndex, texts: [text] });
  }
  return strips;
}

/** Longest text with a number in it that may be a date; sentences are longer, or nothing is lost by care. */
const LONGEST_DATE = 40;

/**
 * Whether Sheets may take a text for a formula, a number, a date or a truth value where its cell is no text cell: unless it
 * begins with a letter and is no short text with digits in it, such as `May 5`. Words and marks of ours never are.
 */
export function isRiskyText(text: string): boolean {
  if (text === '' || isMarkCell(text)) return false;
  const mayBeDate = text.length <= LONGEST_DATE && /\d/.test(text);
  return !/^\p{L}/u.test(text) || mayBeDate || /^(true|false)$/i.test(text.trim());
}

/** Cells of one column, one below the other. */
export interface ColumnCells {
  readonly columnNumber: number;
  readonly firstRowNumber: number;
  readonly rowCount: number;
}

/** The cells of blocks that must be text cells before they are written: times, and details that may be taken for something else. */
export function cellsToProtect(
  blocks: readonly CellBlock[],
  { detail, syncedAt }: AllStatusColumnIndexes,
): readonly ColumnCells[] {
  return blocks.flatMap(({ firstRowNumber, firstColumnNumber, texts }) => {
    const columnOf = (columnIndex: number) => texts.map((row) => row[columnIndex + 1 - firstColumnNumber]);
    const times =
      columnOf(syncedAt)[0] === undefined
        ? []
        : [{ columnNumber: syncedAt + 1, firstRowNumber, rowCount: texts.length }];
    const risky = columnOf(detail).flatMap((text, offset) =>
      text !== undefined && isRiskyText(text)
        ? [{ columnNumber: detail + 1, firstRowNumber: firstRowNumber + offset, rowCount: 1 }]
        : [],
    );
    return [...times, ...risky];
  });
}
