/** Gives number cells that hold text (IDs, postal codes, addresses) back their digits, the same under every locale. */
import type { Cell } from '../../sheet/table.ts';
import { cleanWord } from './clean-text.ts';

/** Sheets keeps about 15 significant digits; what was typed beyond them is lost. */
const LARGEST_EXACT = 999_999_999_999_999;

const PADDED_DIGITS = /^0\d+$/;
const SCIENTIFIC = /^-?\d(?:[.,]\d+)?E[+-]?\d+$/i;
const HAS_LETTER = /\p{L}/u;
const NO_DIGIT = /\D/g;

/**
 * The digits of a whole number cell: padded where the cell's format pads (`01234`), with the format's letters where it
 * has some (`ML01234`), else plain and without group separators.
 *
 * `undefined` when the digits cannot be trusted: fractions, negatives, more than 15 digits, scientific notation (an ID
 * such as 1E5 becomes the number 100000, shown as 1.00E+05).
 */
export function wholeNumberAsText(value: number, cell: Cell): string | undefined {
  if (!Number.isInteger(value) || value < 0 || value > LARGEST_EXACT) return undefined;
  const digits = String(value);
  const shown = cleanWord(cell.text);
  if (shown === digits || shown === '') return digits;
  if (SCIENTIFIC.test(shown)) return undefined;
  if (PADDED_DIGITS.test(shown)) return Number(shown) === value ? shown : undefined;
  return HAS_LETTER.test(shown) && Number(shown.replace(NO_DIGIT, '')) === value ? shown : digits;
}

/** Whether a text is the scientific notation that spreadsheets make of long digits: `2.03E+10`. */
export function isScientificDamage(text: string): boolean {
  return SCIENTIFIC.test(text) && /[.,+-]/.test(text);
}
