/** Sets cells as a table for a terminal. */

/** Lines of a table, two spaces between columns: the named ones (by default the first) to the left, the others to the right. */
export function textTable(
  rows: readonly (readonly string[])[],
  leftColumnIndexes: readonly number[] = [0],
): readonly string[] {
  const columnCount = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: columnCount }, (_, columnIndex) =>
    Math.max(...rows.map((row) => (row[columnIndex] ?? '').length)),
  );
  return rows.map((row) =>
    widths
      .map((width, columnIndex) => {
        const cell = row[columnIndex] ?? '';
        return leftColumnIndexes.includes(columnIndex) ? cell.padEnd(width) : cell.padStart(width);
      })
      .join('  ')
      .trimEnd(),
  );
}
