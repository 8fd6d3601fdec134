/** Reads postal codes, which are text in every country, and restores the zeros that number cells lose. */
import type { Cell } from '../../sheet/table.ts';
import { found, type Reading, unreadable } from '../reading.ts';
import { isUsState } from '../vocabulary/state-codes.ts';
import { entryOf, withoutQuantity } from './entry.ts';
import { expectationOf } from './expectation.ts';
import { wholeNumberAsText } from './number-as-text.ts';
import { isPostalCode } from './postal-code.ts';

/**
 * US states, and the armed forces in Europe, whose ZIP Codes begin with 0, by the first three digits.
 *
 * @see https://pe.usps.com/Archive/HTML/DMMArchive20050106/print/L002.htm "3-Digit ZIP Code Prefix Matrix"
 * (read 2026-11-21).
 */
const ZERO_PREFIXES: ReadonlyMap<string, readonly (readonly [number, number])[]> = new Map([
  ['AE', [[90, 98]]],
  ['CT', [[60, 69]]],
  [
    'MA',
    [
      [10, 27],
      [55, 55],
    ],
  ],
  ['ME', [[39, 49]]],
  ['NH', [[30, 38]]],
  ['NJ', [[70, 89]]],
  [
    'NY',
    [
      [5, 5],
      [63, 63],
    ],
  ],
  [
    'PR',
    [
      [6, 7],
      [9, 9],
    ],
  ],
  ['RI', [[28, 29]]],
  [
    'VT',
    [
      [50, 54],
      [56, 59],
    ],
  ],
  ['VI', [[8, 8]]],
]);

const DIGITS_ONLY = /^\d+$/;
const WITH_DECIMALS = /^(\d+)\.0+$/;
const ZIP_PLUS_FOUR = /^(\d{5})[ -]?(\d{4})$/;
const CANADIAN = /^([A-Z]\d[A-Z])[ -]?(\d[A-Z]\d)$/i;
/** Digits with a hyphen as postal services write them: US 5-4, Brazil 5-3, Portugal 4-3, Japan 3-4, Poland 2-3. */
const HYPHENATED = /^(?:\d{5}-\d{3,4}|\d{4}-\d{3}|\d{3}-\d{4}|\d{2}-\d{3})$/;
const HYPHENATED_DIGITS = /^\d+-\d+$/;

const HYPHEN_EXPLAINED = 'Some digits seem to be missing.';

const EXPECTED = expectationOf('ZIP');

/** Reads a postal code as text: `94109.0` → `94109`, `48238 3822` → `48238-3822`; foreign codes are kept. */
export function readZip(cell: Cell): Reading<string> {
  const entry = entryOf(cell);
  switch (entry.kind) {
    case 'number':
      return readZipText(wholeNumberAsText(entry.value, cell) ?? '');
    case 'text':
      return readZipText(entry.text);
    default:
      return withoutQuantity(entry, EXPECTED);
  }
}

/**
 * Fits a code to the row's state: a US code that lost its first zeros gets them back (`2139` in MA → `02139`) where the
 * state has such codes. Every other code stays as it is, for `MA` or `WA` can be abroad; a short one is noted.
 */
export function fitZipToState(zip: string, state: string | undefined): Reading<string> {
  if (state === undefined || !isUsState(state) || !DIGITS_ONLY.test(zip) || zip.length === 5) return found(zip);
  const digits = zip.padStart(zip.length < 5 ? 5 : 9, '0');
  if (!hasZeroPrefix(state, Number(digits.slice(0, 3)))) return found(zip, `“${zip}” is no ZIP Code of ${state}`);
  return found(digits.length === 5 ? digits : `${digits.slice(0, 5)}-${digits.slice(5)}`);
}

function readZipText(text: string): Reading<string> {
  const code = WITH_DECIMALS.exec(text)?.[1] ?? text;
  if (!isPostalCode(code)) return unreadable(EXPECTED);
  const plusFour = ZIP_PLUS_FOUR.exec(code);
  if (plusFour !== null) return found(`${plusFour[1]}-${plusFour[2]}`);
  if (HYPHENATED_DIGITS.test(code) && !HYPHENATED.test(code)) return unreadable(EXPECTED, HYPHEN_EXPLAINED);
  const canadian = CANADIAN.exec(code);
  return found(canadian === null ? code : `${canadian[1]} ${canadian[2]}`.toUpperCase());
}

function hasZeroPrefix(state: string, prefix: number): boolean {
  return (ZERO_PREFIXES.get(state) ?? []).some(([from, to]) => prefix >= from && prefix <= to);
}
