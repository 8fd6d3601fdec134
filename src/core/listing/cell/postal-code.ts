/** Tells postal codes from other short texts with digits, in any country. */

/** Up to twelve letters and digits in at most three groups, with a digit among them. */
const GROUPS = /^(?=.{2,12}$)(?=.*\d)[A-Z\d]+(?:[ -][A-Z\d]+){0,2}$/i;

/**
 * Three letters in a row are a word (`12 Oak St`), except in Malta, Argentina and the Falklands.
 *
 * @see https://www.upu.int/en/postal-solutions/programmes-services/addressing-solutions "Addressing formats by country"
 * (read 2026-11-29).
 */
const WORD = /[A-Z]{3}/i;
const CODES_WITH_WORDS =
  /^(?:[A-Z]{3} ?\d{4}|[A-Z]\d{4}[A-Z]{3}|(?:FIQQ|BIQQ|STHL|ASCN|TDCU|SIQQ|PCRN|TKCA|BBND) ?1ZZ)$/i;

/** Whether a text can be a postal code: `94109`, `SW1A 1AA`, `K2P 1L4`, `1234 AB`, `D02 AF30`, `LV-1010`, `01310-100`. */
export function isPostalCode(text: string): boolean {
  return GROUPS.test(text) && (!WORD.test(text) || CODES_WITH_WORDS.test(text));
}
