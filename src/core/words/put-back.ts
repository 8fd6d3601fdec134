/** What is said of cells that got back what they held, where nobody can tell whether that was a formula's. */
import { clipText } from '../terms/clip-text.ts';

const LONGEST_HEADER = 60;

/** @param headers Of the columns; `''` where there are none. */
export function putBackWords(headers: readonly string[]): string {
  const names = headers.map((header) => `“${clipText(header, LONGEST_HEADER)}”`).join(', ');
  return headers.length === 0
    ? ''
    : `A column was moved in the very moment in which statuses were written, so the cells under ${names} were given back what they showed. If there were formulas, copy them down again or fetch them from File › Version history.`;
}
