/** What a cell shows: a stored value in its number format and locale, as `getDisplayValues` gives it. */
import type { StoredValue } from './cell.ts';
import type { LocaleConventions } from './locale.ts';
import { inFormat, isReadable, isTextFormat } from './number-format.ts';

/** Significant digits that the automatic format shows of a fraction. */
const GENERAL_DIGITS = 10;

/** The text shown for a value. */
export function formatValue(value: StoredValue, format: string | undefined, locale: LocaleConventions): string {
  if (value === undefined) return '';
  if (typeof value === 'boolean') return value ? locale.trueText : locale.falseText;
  if (typeof value === 'string') return formatText(value, format, locale);
  const isAutomatic = format === undefined || /^general$/i.test(format) || isTextFormat(format) || !isReadable(format);
  return isAutomatic ? formatGeneral(value, locale) : inFormat(value, format, locale);
}

/** Only a format with a place for text changes one. */
function formatText(text: string, format: string | undefined, locale: LocaleConventions): string {
  const isAsTyped = format === undefined || !format.includes('@') || isTextFormat(format) || !isReadable(format);
  return isAsTyped ? text : inFormat(text, format, locale);
}

/**
 * The automatic format: at most ten significant digits, but never fewer than the integer has, and exponents only for
 * the very large and very small. Zero has no sign. Google documents no rule; where its digits matter, a test of the add-on
 * has to use a number format of its own.
 */
export function formatGeneral(value: number, locale: LocaleConventions): string {
  const magnitude = Math.abs(value);
  if (magnitude === 0) return '0';
  if (magnitude >= 1e15 || magnitude < 1e-9) return exponential(value, locale);
  return plainDigits(value).replace('.', locale.decimal);
}

/** `String` alone would write 0.0000001 as `1e-7`. */
function plainDigits(value: number): string {
  if (Number.isInteger(value)) return String(value);
  const integerDigits = Math.max(0, Math.floor(Math.log10(Math.abs(value))) + 1);
  if (integerDigits >= GENERAL_DIGITS) return String(Math.round(value));
  const rounded = Number(value.toPrecision(GENERAL_DIGITS));
  return Math.abs(rounded) < 1e-6 ? rounded.toFixed(15).replace(/0+$/, '') : String(rounded);
}

function exponential(value: number, locale: LocaleConventions): string {
  const [mantissa = '', exponent = ''] = value.toExponential(5).split('e');
  const digits = exponent.slice(1).padStart(2, '0');
  return `${String(Number(mantissa)).replace('.', locale.decimal)}E${exponent.charAt(0)}${digits}`;
}
