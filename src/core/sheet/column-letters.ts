/** Names columns the way people see them. */

/** The letters of a column: 0 → `A`, 25 → `Z`, 26 → `AA`. */
export function columnLetters(columnIndex: number): string {
  const last = String.fromCharCode(65 + (columnIndex % 26));
  return columnIndex < 26 ? last : columnLetters(Math.floor(columnIndex / 26) - 1) + last;
}
