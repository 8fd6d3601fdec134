/** Turns the ranges of a selection into the rows that count. */
import { type RowList, type RowSpan, spansOfList } from '../terms/row-list.ts';

/**
 * The row numbers inside the spans and inside the data, each once, in ascending order.
 *
 * @param spans Ranges of a selection; they may overlap and may be whole columns.
 * @param data The rows below the header down to the last one with content.
 */
export function rowsWithin(spans: readonly RowSpan[], data: RowSpan): readonly number[] {
  const rowNumbers = new Set<number>();
  for (const span of spans) {
    const last = Math.min(span.lastRowNumber, data.lastRowNumber);
    for (let rowNumber = Math.max(span.firstRowNumber, data.firstRowNumber); rowNumber <= last; rowNumber += 1) {
      rowNumbers.add(rowNumber);
    }
  }
  return [...rowNumbers].sort((a, b) => a - b);
}

/** The row numbers of a list inside the data. */
export function rowsOfList(list: RowList, data: RowSpan): readonly number[] {
  return rowsWithin(spansOfList(list), data);
}
