/** Tells which columns are read once more, for what their cells show: as long again as reading what they hold. */
import type { CellValue, TableRow } from './table.ts';

/** Whether the shown text of a cell counts besides its value. */
export type NeedsText = (columnIndex: number, value: CellValue) => boolean;

/** The columns in which some cell's text counts that was not read yet. */
export function textColumns(
  headers: readonly string[],
  rows: readonly TableRow[],
  needsText: NeedsText,
): readonly number[] {
  return headers.flatMap((_, columnIndex) => {
    const counts = ({ values, texts }: TableRow) =>
      texts[columnIndex] === undefined && needsText(columnIndex, values[columnIndex] ?? '');
    return rows.some(counts) ? [columnIndex] : [];
  });
}
