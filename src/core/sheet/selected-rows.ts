/** Turns the ranges of a selection into the rows that count, and writes rows down in few words. */

/** A block of rows, by row number; both ends belong to it. */
export interface RowSpan {
  readonly firstRowNumber: number;
  readonly lastRowNumber: number;
}

/** Rows as they travel between sidebar and server: `2-40,45`, ascending; `''` for none. */
export type RowList = string;

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

/** Whether a text is a list of rows; one regular expression over all of it would run out of stack where it is long. */
export function isRowList(text: string): text is RowList {
  if (text === '') return true;
  return text.split(',').every((span) => /^\d+(-\d+)?$/.test(span)) && spansOfList(text).every(isAscending);
}

/** The row numbers of a list inside the data. */
export function rowsOfList(list: RowList, data: RowSpan): readonly number[] {
  return rowsWithin(spansOfList(list), data);
}

/** Ascending row numbers as a list. */
export function listOfRows(rowNumbers: readonly number[]): RowList {
  const spans: [number, number][] = [];
  for (const rowNumber of rowNumbers) {
    const last = spans[spans.length - 1];
    if (last?.[1] === rowNumber - 1) last[1] = rowNumber;
    else spans.push([rowNumber, rowNumber]);
  }
  return spans.map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`)).join(',');
}

/** How many rows a list names. */
export function countRows(list: RowList): number {
  return spansOfList(list).reduce(
    (sum, { firstRowNumber, lastRowNumber }) => sum + lastRowNumber - firstRowNumber + 1,
    0,
  );
}

function isAscending({ firstRowNumber, lastRowNumber }: RowSpan): boolean {
  return firstRowNumber <= lastRowNumber;
}

function spansOfList(list: RowList): readonly RowSpan[] {
  if (list === '') return [];
  return list.split(',').map((span) => {
    const [first, last = first] = span.split('-').map(Number);
    return { firstRowNumber: first ?? 0, lastRowNumber: last ?? 0 };
  });
}
