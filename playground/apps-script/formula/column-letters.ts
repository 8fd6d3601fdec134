/** Columns by their letters, as A1 notation and formulas name them. */

/** Letters of a column: 1 → `A`, 27 → `AA`. */
export function columnLetters(columnNumber: number): string {
  let letters = '';
  for (let rest = columnNumber; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** Number of a column: `A` → 1, `AA` → 27. */
export function columnNumberOf(letters: string): number {
  return [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}
