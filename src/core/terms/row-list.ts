/** Rows written down in few words, as they travel between sidebar and server. */

/** A block of rows, by row number; both ends belong to it. */
export interface RowSpan {
  readonly firstRowNumber: number;
  readonly lastRowNumber: number;
}

/** Rows as they travel between sidebar and server: `2-40,45`, ascending; `''` for none. */
export type RowList = string;

/** Whether a text is a list of rows; one regular expression over all of it would run out of stack where it is long. */
export function isRowList(text: string): text is RowList {
  if (text === '') return true;
  return text.split(',').every((span) => /^\d+(-\d+)?$/.test(span)) && spansOfList(text).every(isAscending);
}

/** Ascending row numbers as a list. */
export function listOfRows(rowNumbers: readonly number[]): RowList {
  return spansOfRows(rowNumbers)
    .map(({ firstRowNumber: first, lastRowNumber: last }) => (first === last ? `${first}` : `${first}-${last}`))
    .join(',');
}

/** The blocks that ascending row numbers make up. */
export function spansOfRows(rowNumbers: readonly number[]): readonly RowSpan[] {
  const spans: { firstRowNumber: number; lastRowNumber: number }[] = [];
  for (const rowNumber of rowNumbers) {
    const last = spans[spans.length - 1];
    if (last?.lastRowNumber === rowNumber - 1) last.lastRowNumber = rowNumber;
    else spans.push({ firstRowNumber: rowNumber, lastRowNumber: rowNumber });
  }
  return spans;
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

/** The blocks of a list, in its order. */
export function spansOfList(list: RowList): readonly RowSpan[] {
  if (list === '') return [];
  return list.split(',').map((span) => {
    const [first, last = first] = span.split('-').map(Number);
    return { firstRowNumber: first ?? 0, lastRowNumber: last ?? 0 };
  });
}
