/** The cells of a column from the first row to the last, without a copy of them: a tab may have a hundred thousand rows. */
import { type Cell, type CellValue, cellAt, type TableRow } from '../sheet/table.ts';
import type { CellTally } from './tally-cells.ts';

/** A column's cells over its whole length. */
export interface ColumnCells {
  /** What was counted of them, where that was done for all columns at once. */
  readonly tally?: CellTally | undefined;
  readonly length: number;
  valueAt(index: number): CellValue;
  cellAt(index: number): Cell;
}

/** The cells of a column of rows. */
export function cellsOfColumn(rows: readonly TableRow[], columnIndex: number, tally?: CellTally): ColumnCells {
  return {
    tally,
    length: rows.length,
    valueAt: (index) => rows[index]?.values[columnIndex] ?? '',
    cellAt: (index) => {
      const row = rows[index];
      return row === undefined ? { value: '', text: '' } : cellAt(row, columnIndex);
    },
  };
}

/** Cells that are at hand one by one. */
export function cellsOfList(cells: readonly Cell[]): ColumnCells {
  return {
    length: cells.length,
    valueAt: (index) => cells[index]?.value ?? '',
    cellAt: (index) => cells[index] ?? { value: '', text: '' },
  };
}
