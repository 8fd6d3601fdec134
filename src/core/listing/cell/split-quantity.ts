/** Cuts a written quantity into what stands before the number, the number, and what follows it. */

import { whyTooLong } from './entry.ts';

/** The three pieces, trimmed; head and tail in lower case. */
export interface Quantity {
  readonly head: string;
  readonly numeral: string;
  readonly tail: string;
}

/** Digits with separators between them; a space only between groups of three, so that `34 5` are two numbers. */
const QUANTITY = /^(\D*?)(\d+(?:[ '’]\d{3}(?!\d)|[.,]\d+)*)(.*)$/s;
const FIRST_DIGIT = /\d/;
/** Spaces that number formats put between groups of digits or before a unit. */
const FORMAT_SPACE = /[\u00a0\u202f]/g;
/** The usual way to the end: nothing but a number. */
const TO_THE_END = /\d+(?:[.,]\d+)*$/y;

/**
 * The first number of a text and what surrounds it: `$1.2 mil` → `$`, `1.2`, `mil`. `undefined` when there is none, or
 * when the text is far too long to be a quantity, as a number's format can be.
 */
export function splitQuantity(text: string): Quantity | undefined {
  if (whyTooLong(text) !== undefined) return undefined;
  const numberIndex = text.search(FIRST_DIGIT);
  if (numberIndex === -1) return undefined;
  TO_THE_END.lastIndex = numberIndex;
  // Most sums and sizes end with their number, and need no pattern with groups.
  if (TO_THE_END.test(text)) {
    const head = text.slice(0, numberIndex).replace(FORMAT_SPACE, ' ');
    return { head: head.trim().toLowerCase(), numeral: text.slice(numberIndex), tail: '' };
  }
  const match = QUANTITY.exec(text.replace(FORMAT_SPACE, ' '));
  if (match === null) return undefined;
  return {
    head: (match[1] ?? '').trim().toLowerCase(),
    numeral: match[2] ?? '',
    tail: (match[3] ?? '').trim().toLowerCase(),
  };
}
