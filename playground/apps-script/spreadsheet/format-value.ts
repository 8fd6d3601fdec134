/** What a cell shows: a stored value in its number format and locale, as `getDisplayValues` gives it. */
import type { StoredValue } from './cell.ts';
import { dayNames, type LocaleConventions, monthNames } from './locale.ts';
import { type FormatSection, type FormatToken, isTextFormat, parseNumberFormat } from './number-format.ts';
import { DAY_MS, type WallTime, wallTimeOf } from './serial-date.ts';

/** Significant digits that the automatic format shows of a fraction. */
const GENERAL_DIGITS = 10;

/** The text shown for a value. */
export function formatValue(value: StoredValue, format: string | undefined, locale: LocaleConventions): string {
  if (value === undefined) return '';
  if (typeof value === 'boolean') return value ? locale.trueText : locale.falseText;
  if (typeof value === 'string') return formatText(value, format);
  if (format === undefined || isTextFormat(format)) return formatGeneral(value, locale);
  return formatNumber(value, format, locale);
}

function formatText(text: string, format: string | undefined): string {
  const section = format === undefined ? undefined : parseNumberFormat(format)[3];
  if (section === undefined) return text;
  return section.tokens.map((token) => (token.kind === 'text' ? text : literalOf(token))).join('');
}

const literalOf = (token: FormatToken) => (token.kind === 'literal' ? token.text : '');

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

function formatNumber(value: number, format: string, locale: LocaleConventions): string {
  const sections = parseNumberFormat(format);
  const section = sectionFor(value, sections);
  if (section === undefined || section.isText) return formatGeneral(value, locale);
  if (section.isDate) return formatDate(value, section, locale);
  // A section of its own for negative numbers says how the sign is shown.
  const sign = value < 0 && section === sections[0] ? '-' : '';
  return sign + formatDigits(Math.abs(value), section, locale);
}

function sectionFor(value: number, sections: readonly FormatSection[]): FormatSection | undefined {
  const [positive, negative, zero] = sections;
  if (value < 0 && negative !== undefined && !negative.isText) return negative;
  if (value === 0 && zero !== undefined && !zero.isText) return zero;
  return positive;
}

function formatDigits(magnitude: number, section: FormatSection, locale: LocaleConventions): string {
  const percents = section.tokens.filter(({ kind }) => kind === 'percent').length;
  const scaled = Number((magnitude * 100 ** percents).toPrecision(15));
  return section.tokens
    .map((token) => {
      if (token.kind === 'digits') return digitsText(scaled, token, locale);
      if (token.kind === 'general') return formatGeneral(scaled, locale);
      return token.kind === 'percent' ? '%' : literalOf(token);
    })
    .join('');
}

type Digits = Extract<FormatToken, { kind: 'digits' }>;

function digitsText(magnitude: number, token: Digits, locale: LocaleConventions): string {
  if (token.exponentDigits > 0) {
    const [mantissa = '', exponent = '+0'] = magnitude.toExponential(token.maxDecimals).split('e');
    const digits = exponent.slice(1).padStart(token.exponentDigits, '0');
    return `${mantissa.replace('.', locale.decimal)}E${exponent.charAt(0)}${digits}`;
  }
  const [integer = '', decimals = ''] = roundHalfUp(
    magnitude / 1000 ** token.thousandsDropped,
    token.maxDecimals,
  ).split('.');
  const shownInteger = (integer === '0' ? '' : integer).padStart(token.minIntegerDigits, '0');
  const shownDecimals = decimals.slice(0, token.minDecimals) + decimals.slice(token.minDecimals).replace(/0+$/, '');
  const grouped = token.hasGroups ? shownInteger.replace(/\B(?=(\d{3})+$)/g, locale.groups[0] ?? '') : shownInteger;
  return grouped + (shownDecimals === '' ? '' : locale.decimal + shownDecimals);
}

/** Rounds as people do: 1.005 to two places is 1.01, although its binary form lies just below. */
function roundHalfUp(magnitude: number, places: number): string {
  const shifted = Number(`${magnitude}e${places}`);
  if (!Number.isFinite(shifted) || shifted >= Number.MAX_SAFE_INTEGER) return magnitude.toFixed(places);
  const digits = String(Math.round(shifted)).padStart(places + 1, '0');
  return places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

function formatDate(serial: number, section: FormatSection, locale: LocaleConventions): string {
  // Times are rounded to the millisecond first, or 15:00 stored as a fraction of a day could show as 14:59.
  const time = wallTimeOf(serial);
  const isHalfDay = section.tokens.some(({ kind }) => kind === 'halfDay');
  return section.tokens.map((token) => dateText(token, time, serial, isHalfDay, locale)).join('');
}

function dateText(
  token: FormatToken,
  time: WallTime,
  serial: number,
  isHalfDay: boolean,
  locale: LocaleConventions,
): string {
  const padded = (value: number, length: number) => String(value).padStart(Math.min(length, 2), '0');
  switch (token.kind) {
    case 'year':
      return token.length <= 2 ? padded(time.year % 100, 2) : String(time.year).padStart(4, '0');
    case 'month':
      return token.length <= 2 ? padded(time.month, token.length) : monthText(time.month, token.length, locale);
    case 'day':
      return token.length <= 2 ? padded(time.day, token.length) : dayText(time.weekday, token.length, locale);
    case 'hour':
      return padded(isHalfDay ? ((time.hours + 11) % 12) + 1 : time.hours, token.length);
    case 'minute':
      return padded(time.minutes, token.length);
    case 'second':
      return padded(time.seconds, token.length);
    case 'fraction':
      return `.${String(time.milliseconds).padStart(3, '0').slice(0, token.length)}`;
    case 'halfDay':
      return token.isShort ? (time.hours < 12 ? 'A' : 'P') : time.hours < 12 ? 'AM' : 'PM';
    case 'elapsed':
      return elapsedText(serial, token.unit, token.length);
    default:
      return literalOf(token);
  }
}

function monthText(month: number, length: number, locale: LocaleConventions): string {
  const name = monthNames(locale.tag, length === 3 ? 'short' : 'long')[month - 1] ?? '';
  return length === 5 ? name.charAt(0) : name;
}

function dayText(weekday: number, length: number, locale: LocaleConventions): string {
  return dayNames(locale.tag, length === 3 ? 'short' : 'long')[weekday] ?? '';
}

function elapsedText(serial: number, unit: 'hour' | 'minute' | 'second', length: number): string {
  const unitMs = { hour: 3_600_000, minute: 60_000, second: 1_000 }[unit];
  const count = Math.floor(Math.round(Math.abs(serial) * DAY_MS) / unitMs);
  return (serial < 0 ? '-' : '') + String(count).padStart(length, '0');
}
