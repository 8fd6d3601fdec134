/** Recognises rows that hold nothing but the heading of a group of rows, such as `FOR SALE` above the homes for sale. */
import { ownColumnIndexes } from '../words/own-headers.ts';
import { type TableRow, textAt } from './table.ts';

/** Words without any digit, as keys hardly are. */
const WORDS = /^[^\d/@_]*\p{L}{2}[^\d/@_]*$/u;
/** In a list of keys and little else each row looks like that. */
const LEAST_COLUMNS = 3;

/** Tells headings among the rows of a tab: words in the column of its keys, and nothing in any other. */
export function sectionHeadings(
  headers: readonly string[],
  keyColumnIndexes: readonly number[],
): (row: TableRow) => boolean {
  const own = ownColumnIndexes(headers);
  const columnIndexes = headers.flatMap((header, columnIndex) =>
    header === '' || own.has(columnIndex) ? [] : [columnIndex],
  );
  if (columnIndexes.length < LEAST_COLUMNS) return () => false;
  const isFilled = (row: TableRow, columnIndex: number) => {
    const value = row.values[columnIndex] ?? '';
    // A box without a tick says nothing.
    return value !== false && value !== '' && textAt(row, columnIndex).trim() !== '';
  };
  return (row) => {
    const keyColumnIndex = keyColumnIndexes.find((columnIndex) => isFilled(row, columnIndex));
    if (keyColumnIndex === undefined || !WORDS.test(textAt(row, keyColumnIndex))) return false;
    return !columnIndexes.some((columnIndex) => columnIndex !== keyColumnIndex && isFilled(row, columnIndex));
  };
}
