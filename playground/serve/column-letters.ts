/** The letters of a column. */

/** The letters of a column by its index: 0 → `A`, 26 → `AA`. */
export function columnLetters(columnIndex: number): string {
  const rest = Math.floor(columnIndex / 26) - 1;
  return (rest < 0 ? '' : columnLetters(rest)) + String.fromCharCode(65 + (columnIndex % 26));
}
