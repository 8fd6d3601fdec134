/** Reads the demo tables, which are written one row a line so that they can be read and changed like a sheet. */

/**
 * The cells of a table written as lines of `|`-separated cells. Space around a cell is not part of it, and blank lines
 * are not rows.
 */
export function parseTableText(text: string): readonly (readonly string[])[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => line.split('|').map((cell) => cell.trim()));
}

/** The cells of one column, by its header; blank where a row is too short. Throws when there is no such header. */
export function columnOf(rows: readonly (readonly string[])[], header: string): readonly string[] {
  const columnIndex = rows[0]?.indexOf(header) ?? -1;
  if (columnIndex < 0) throw new Error(`The demo table has no column "${header}".`);
  return rows.slice(1).map((row) => row[columnIndex] ?? '');
}
