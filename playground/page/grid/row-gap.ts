/** Rows that are missing between two row numbers. */
import type { TabSnapshot } from '../../apps-script/emulator.ts';
import { lastPositionUpTo } from '../model/tab-layout.ts';

/** Rows that are not on screen; they count from 0. */
export interface RowGap {
  readonly firstRow: number;
  readonly lastRow: number;
  /** Only what was hidden by hand can be unhidden from its row number; the rest belongs to the filter. */
  readonly isHiddenByHand: boolean;
}

/** The rows missing just above a visible row, `undefined` when none are. */
export function gapAbove(tab: TabSnapshot, visibleRows: readonly number[], rowIndex: number): RowGap | undefined {
  const firstRow = (visibleRows[lastPositionUpTo(visibleRows, rowIndex) - 1] ?? -1) + 1;
  const lastRow = rowIndex - 1;
  if (firstRow > lastRow) {
    return undefined;
  }
  const isHiddenByHand = tab.hiddenRows.some((row) => row >= firstRow && row <= lastRow);
  return { firstRow, lastRow, isHiddenByHand };
}
