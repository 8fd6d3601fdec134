/** Finds the row that names the columns, below title rows and above the data. */
import { isErrorText } from './sheet-error.ts';
import type { CellValue } from './table.ts';

/** How many rows from the top may be searched for the header row. */
export const HEADER_SEARCH_ROWS = 20;

/** Longest text that can be a column's name; the longest seen in a portal download has 91 characters. */
const LONGEST_HEADER = 150;

/** A header row may hold a few odd cells, but at least this share of its cells must look like names. */
const NAME_SHARE = 0.8;

/** A row above a wider one is the header only if it names at least this share of the wider row's cells. */
const WIDTH_SHARE = 0.6;

/** So many rows of groups or remarks stand above the names at most. */
const MOST_ROWS_ABOVE = 4;

/** A row of names is known by half of its cells, and says twice as many names as a row of groups. */
const KNOWN_SHARE = 0.5;
const MUCH_MORE = 2;

/**
 * The index (from 0) of the header row among the first rows of a tab, or `undefined` when none looks like one.
 *
 * A header row is the first row that is about as wide as the widest candidate and whose cells read like names: text,
 * no numbers, dates or web addresses. A title or a notice above it is narrower; a data row below it comes later. Where rows of
 * groups or remarks stand above the names, the names are known by what they say.
 *
 * @param rows The first rows of the tab as values; at most `HEADER_SEARCH_ROWS` of them are looked at.
 * @param isKnown Whether a text is a name that columns have.
 */
export function findHeaderRow(
  rows: readonly (readonly CellValue[])[],
  isKnown: (text: string) => boolean = () => false,
): number | undefined {
  const candidates = rows.slice(0, HEADER_SEARCH_ROWS).map((row, rowIndex) => ({ rowIndex, ...countNames(row) }));
  const widest = Math.max(0, ...candidates.map((candidate) => candidate.filled));
  const wideEnough = candidates.filter((candidate) => candidate.filled > 0 && candidate.filled >= widest * WIDTH_SHARE);
  const first = wideEnough[0];
  if (first === undefined || first.names < first.filled * NAME_SHARE) return undefined;
  if (first.names < Math.min(2, widest)) return undefined;
  return moreKnown(rows, first.rowIndex, wideEnough, isKnown) ?? first.rowIndex;
}

/** A row right below that says more names that columns have: what stood above it are groups, remarks or translations. */
function moreKnown(
  rows: readonly (readonly CellValue[])[],
  firstIndex: number,
  wideEnough: readonly { readonly rowIndex: number; readonly filled: number; readonly names: number }[],
  isKnown: (text: string) => boolean,
): number | undefined {
  const knownIn = (rowIndex: number) =>
    new Set((rows[rowIndex] ?? []).filter((value) => typeof value === 'string' && isKnown(value.trim()))).size;
  const below = wideEnough.filter(
    ({ rowIndex, filled, names }) =>
      rowIndex > firstIndex && rowIndex <= firstIndex + MOST_ROWS_ABOVE && names >= filled * NAME_SHARE,
  );
  if (below.length === 0) return undefined;
  const known = knownIn(firstIndex);
  return below.find(({ rowIndex, filled }) => {
    const count = knownIn(rowIndex);
    return count >= filled * KNOWN_SHARE && count >= known * MUCH_MORE && count > known + 1;
  })?.rowIndex;
}

function countNames(row: readonly CellValue[]): { readonly filled: number; readonly names: number } {
  // A cell with an error would be a name, or data, if its formula were well.
  const filled = row.filter((value) => value !== '' && !(typeof value === 'string' && isErrorText(value)));
  return { filled: filled.length, names: filled.filter(isNameLike).length };
}

function isNameLike(value: CellValue): boolean {
  if (typeof value !== 'string') return false;
  const text = value.trim();
  if (text === '' || text.length > LONGEST_HEADER) return false;
  return /\p{L}|[#$€£]/u.test(text) && !/^(https?:\/\/|www\.)/i.test(text);
}
