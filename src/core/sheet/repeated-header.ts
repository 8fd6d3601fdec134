/** Recognises rows that repeat the names of the columns, as pasted exports and long lists have them. */
import { type TableRow, textAt } from './table.ts';

/** A listing may say `Status` in its status by mistake; so many of its cells do not. */
const LEAST_NAMES = 2;
const NAME_SHARE = 0.8;

/** Whether nearly all filled cells of a row say what stands at the top of their columns. */
export function repeatsHeader(row: TableRow, headers: readonly string[]): boolean {
  let filled = 0;
  let names = 0;
  for (let columnIndex = 0; columnIndex < headers.length; columnIndex += 1) {
    const header = headers[columnIndex] ?? '';
    if (header === '') continue;
    const text = textAt(row, columnIndex).trim();
    if (text === '') continue;
    filled += 1;
    // Most texts have another length, and need not be folded.
    if (text.length === header.length && text.toLowerCase() === header.toLowerCase()) names += 1;
    // Nearly every row is told apart by its first cells.
    else if (names === 0 && filled >= LEAST_NAMES) return false;
  }
  return names >= LEAST_NAMES && names >= filled * NAME_SHARE;
}
