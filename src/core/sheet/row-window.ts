/** Rows of a tab as they are now, or as much of them as was asked for. */
import type { CellValue } from './table.ts';

/** Rows one below the other. A cell is absent where nobody asked for its column. */
export interface RowWindow {
  readonly firstRowNumber: number;
  readonly rows: readonly (readonly (CellValue | undefined)[])[];
}
