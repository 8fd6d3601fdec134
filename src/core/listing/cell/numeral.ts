/** Understands written numbers of any convention and knows when one can be read in two ways. */
import type { NumeralStyle } from './numeral-style.ts';

/**
 * A written number. `ambiguous` is a single dot or comma followed by three digits: `1.500` is 1500 in Berlin and 1.5 in
 * Boston.
 */
export type Numeral =
  | { readonly kind: 'exact'; readonly value: number }
  | {
      readonly kind: 'ambiguous';
      readonly separator: '.' | ',';
      readonly asDecimal: number;
      readonly asGroups: number;
    };

/** Longer digits are no quantity, and hundreds of them would be Infinity. */
const MOST_CHARACTERS = 40;

const DIGITS = /^\d+$/;
const SIGN = /^[-−–]/;
const GROUPED_BY_SPACE = /^\d{1,3}(?:[ '’]\d{3})+(?:[.,]\d+)?$/;
const SPACE_OR_APOSTROPHE = /[ '’]/g;
const ONE_SEPARATOR = /^(\d*)([.,])(\d+)$/;
/** Groups of three, or Indian groups of two and a last one of three, then perhaps decimals. */
const GROUPED_BY_COMMA = /^(?:\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d{2})+,\d{3})(?:\.\d+)?$/;
const GROUPED_BY_DOT = /^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/;

/**
 * Reads a written number: digits with `.`, `,`, space or apostrophe between them and perhaps a minus. Text that uses
 * both signs is never ambiguous. `undefined` when it is no number.
 */
export function parseNumeral(text: string): Numeral | undefined {
  if (text.length > MOST_CHARACTERS) return undefined;
  if (DIGITS.test(text)) return exact(text);
  if (SIGN.test(text)) return negate(parseUnsigned(text.slice(1).trim()));
  return parseUnsigned(text);
}

/** The style in which a number must be written, where only one gives it its sense: `1.250.000`, `12,50` → comma. */
export function writtenStyleOf(text: string): 'point' | 'comma' | undefined {
  const unsigned = text.replace(SIGN, '');
  const single = ONE_SEPARATOR.exec(unsigned);
  if (single !== null) {
    if (parseNumeral(unsigned)?.kind !== 'exact') return undefined;
    return single[2] === '.' ? 'point' : 'comma';
  }
  if (GROUPED_BY_COMMA.test(unsigned)) return 'point';
  return GROUPED_BY_DOT.test(unsigned) ? 'comma' : undefined;
}

/** The value of a numeral under a style; `undefined` when it is ambiguous and the style does not decide. */
export function resolveNumeral(numeral: Numeral, style: NumeralStyle): number | undefined {
  if (numeral.kind === 'exact') return numeral.value;
  if (style === 'unsure') return undefined;
  const decimalSign = style === 'point' ? '.' : ',';
  return numeral.separator === decimalSign ? numeral.asDecimal : numeral.asGroups;
}

function parseUnsigned(text: string): Numeral | undefined {
  const plain = GROUPED_BY_SPACE.test(text) ? text.replace(SPACE_OR_APOSTROPHE, '') : text;
  if (DIGITS.test(plain)) return exact(plain);
  const single = ONE_SEPARATOR.exec(plain);
  if (single !== null)
    return parseSingle(single[1] ?? '', single[2] === ',' ? ',' : '.', single[3] ?? '', plain !== text);
  if (GROUPED_BY_COMMA.test(plain)) return exact(plain.replace(/,/g, ''));
  if (GROUPED_BY_DOT.test(plain)) return exact(plain.replace(/\./g, '').replace(',', '.'));
  return undefined;
}

function parseSingle(before: string, separator: '.' | ',', after: string, hasOtherGroups: boolean): Numeral {
  const decimal = exact(`${before}.${after}`);
  const canBeGroups = after.length === 3 && before.length >= 1 && before.length <= 3 && !before.startsWith('0');
  if (hasOtherGroups || !canBeGroups) return decimal;
  return { kind: 'ambiguous', separator, asDecimal: decimal.value, asGroups: Number(before + after) };
}

function negate(numeral: Numeral | undefined): Numeral | undefined {
  if (numeral === undefined) return undefined;
  if (numeral.kind === 'exact') return { kind: 'exact', value: 0 - numeral.value };
  return { ...numeral, asDecimal: -numeral.asDecimal, asGroups: -numeral.asGroups };
}

function exact(digits: string): { readonly kind: 'exact'; readonly value: number } {
  return { kind: 'exact', value: Number(digits) };
}
