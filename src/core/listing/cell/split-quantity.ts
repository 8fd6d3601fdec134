/** Cuts a written quantity into what stands before the number, the number, and what follows it. */

/** The three pieces, trimmed; head and tail in lower case. */
export interface Quantity {
  readonly head: string;
  readonly numeral: string;
  readonly tail: string;
}

/** Digits with separators between them; a space only between groups of three, so that `34 5` are two numbers. */
const QUANTITY = /^(\D*?)(\d+(?:[ '’]\d{3}(?!\d)|[.,]\d+)*)(.*)$/s;

/** The first number of a text and what surrounds it; `undefined` when there is none: `$1.2 mil` → `$`, `1.2`, `mil`. */
export function splitQuantity(text: string): Quantity | undefined {
  const match = QUANTITY.exec(text);
  if (match === null) return undefined;
  return {
    head: (match[1] ?? '').trim().toLowerCase(),
    numeral: match[2] ?? '',
    tail: (match[3] ?? '').trim().toLowerCase(),
  };
}
