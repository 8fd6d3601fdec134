/** Typed dates and times: with digits in the locale's order, ISO, month names, and times of day. */
import { type DateOrder, type LocaleConventions, monthNames, oncePerLocale } from './locale.ts';
import { serialOfDay } from './serial-date.ts';

/** A serial and the number format its text implies. */
export interface TypedDate {
  readonly value: number;
  readonly numberFormat: string;
}

/**
 * Reads a date, a time or both as typed in a locale; `undefined` if the text is none.
 *
 * @param thisYear The year a date without one falls in.
 */
export function parseTypedDate(text: string, locale: LocaleConventions, thisYear: number): TypedDate | undefined {
  if (!/\d/.test(text)) return undefined;
  const whole = parseDay(text, locale, thisYear) ?? parseTime(text, locale);
  if (whole !== undefined) return whole;
  const [, dayText = '', timeText = ''] = /^(.+?),?\s+(\d{1,2}:\d.*)$/s.exec(text) ?? [];
  if (dayText === '') return undefined;
  const day = parseDay(dayText, locale, thisYear);
  const time = parseTime(timeText, locale);
  if (day === undefined || time === undefined || time.value >= 1) return undefined;
  return { value: day.value + time.value, numberFormat: `${day.numberFormat} ${time.numberFormat}` };
}

function parseDay(text: string, locale: LocaleConventions, thisYear: number): TypedDate | undefined {
  return (
    parseYearFirst(text) ??
    parseThreeNumbers(text, locale) ??
    parseTwoNumbers(text, locale, thisYear) ??
    parseNamed(text, locale, thisYear)
  );
}

function dated(year: number, month: number, day: number, numberFormat: string): TypedDate | undefined {
  const value = serialOfDay(year, month, day);
  return value === undefined ? undefined : { value, numberFormat };
}

function parseYearFirst(text: string): TypedDate | undefined {
  const [match, year, separator = '', month, day] = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(text) ?? [];
  if (match === undefined) return undefined;
  return dated(Number(year), Number(month), Number(day), ['yyyy', 'MM', 'dd'].join(separator));
}

const threeNumbers = oncePerLocale(({ dateSeparators }) => {
  const separators = `[${dateSeparators.replace('-', '\\-')}]| `;
  return new RegExp(`^(\\d{1,2})(${separators})(\\d{1,2})\\2(\\d{4}|\\d{2})$`);
});

function parseThreeNumbers(text: string, locale: LocaleConventions): TypedDate | undefined {
  const shape = threeNumbers(locale).exec(text);
  if (shape === null) return undefined;
  const [, first, , second, year = ''] = shape;
  const { month, day } = monthAndDay(Number(first), Number(second), locale.dateOrder);
  return dated(fullYear(year), month, day, locale.dateFormat);
}

const twoNumbers = oncePerLocale(({ dateSeparators }) => {
  // A dot between two numbers is a decimal point, or a typo, but no date.
  const separators = `[${dateSeparators.replace('.', '').replace('-', '\\-')} ]`;
  return new RegExp(`^(\\d{1,2})(${separators})(\\d{1,2})$`);
});

function parseTwoNumbers(text: string, locale: LocaleConventions, thisYear: number): TypedDate | undefined {
  const shape = twoNumbers(locale).exec(text);
  if (shape === null) return undefined;
  const [, first, separator = '/', second] = shape;
  const { month, day } = monthAndDay(Number(first), Number(second), locale.dateOrder);
  const isDayFirst = locale.dateOrder === 'DMY';
  return dated(thisYear, month, day, (isDayFirst ? ['d', 'M'] : ['M', 'd']).join(separator === ' ' ? '/' : separator));
}

function monthAndDay(
  first: number,
  second: number,
  order: DateOrder,
): { readonly month: number; readonly day: number } {
  return order === 'DMY' ? { month: second, day: first } : { month: first, day: second };
}

/** Two digits up to 29 mean this century, from 30 the last one. */
function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length !== 2) return year;
  return year < 30 ? 2000 + year : 1900 + year;
}

function parseNamed(text: string, locale: LocaleConventions, thisYear: number): TypedDate | undefined {
  const [nameFirst, name, day, year] =
    /^(\p{L}{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?(?:,?\s+(\d{4}))?$/u.exec(text) ?? [];
  if (nameFirst !== undefined) {
    const format = year === undefined ? 'MMM d' : 'MMM d, yyyy';
    return named(name, day, year, format, locale, thisYear);
  }
  const [dayFirst, day2, separator = ' ', name2, year2] =
    /^(\d{1,2})([ -])(\p{L}{3,})\.?(?:\2(\d{4}|\d{2}))?$/u.exec(text) ?? [];
  if (dayFirst === undefined) return undefined;
  const parts = ['d', 'MMM', ...(year2 === undefined ? [] : ['yyyy'])];
  return named(name2, day2, year2, parts.join(separator), locale, thisYear);
}

function named(
  name = '',
  day = '',
  year: string | undefined,
  numberFormat: string,
  locale: LocaleConventions,
  thisYear: number,
): TypedDate | undefined {
  const month = monthOfName(name, locale);
  if (month === undefined) return undefined;
  return dated(year === undefined ? thisYear : fullYear(year), month, Number(day), numberFormat);
}

function monthOfName(name: string, locale: LocaleConventions): number | undefined {
  const wanted = name.toLowerCase();
  for (const tag of [locale.tag, 'en-US']) {
    const long = monthNames(tag, 'long').map((month) => month.toLowerCase());
    const short = monthNames(tag, 'short').map((month) => month.toLowerCase().replace('.', ''));
    const index = long.includes(wanted) ? long.indexOf(wanted) : short.indexOf(wanted);
    if (index >= 0) return index + 1;
  }
  return undefined;
}

function parseTime(text: string, locale: LocaleConventions): TypedDate | undefined {
  const [match, hours, minutes, seconds, fraction, half] =
    /^(\d{1,4}):(\d{2})(?::(\d{2})(\.\d{1,3})?)?(?:\s*([ap])\.?m\.?)?$/i.exec(text) ?? [];
  if (match === undefined || Number(minutes) > 59 || Number(seconds ?? 0) > 59) return undefined;
  if (half !== undefined && (Number(hours) < 1 || Number(hours) > 12)) return undefined;
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  const value = (hour * 3600 + Number(minutes) * 60 + Number(seconds ?? 0) + Number(fraction ?? 0)) / 86_400;
  if (value >= 1) return { value, numberFormat: '[h]:mm:ss' };
  return { value, numberFormat: timeFormat(seconds !== undefined, half !== undefined, locale) };
}

function timeFormat(hasSeconds: boolean, isHalfDay: boolean, locale: LocaleConventions): string {
  const isHalfDayLocale = isHalfDay || locale.timeFormat.includes('am/pm');
  const digits = hasSeconds ? ':mm:ss' : ':mm';
  return isHalfDayLocale ? `h${digits} am/pm` : `H${digits}`;
}
