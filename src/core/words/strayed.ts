/** What is said of rows that showed as done what was done with another key. */
import { count } from './counts.ts';

const WHY = 'because rows moved without the columns of Listing Sync, or keys were changed';

/** With the result of a run; `''` where there are none. */
export function strayedWords(rows: number): string {
  return rows === 0
    ? ''
    : `${showed(rows, 'showed')} what was said of another key, ${WHY}. By now each says its own, or Changed.`;
}

/** With a check, which changes nothing. */
export function strayedNowWords(rows: number): string {
  return rows === 0
    ? ''
    : `${showed(rows, rows === 1 ? 'shows' : 'show')} what was said of another key, ${WHY}. The next run puts that right.`;
}

function showed(rows: number, verb: string): string {
  return `${count(rows, 'row')} ${verb}`;
}
