/** Reads written dates without a clock or locale, and says when day and month cannot be told apart. */

import type { DayOrder } from '../notation.ts';

/** `day` is `YYYY-MM-DD`. `ambiguous` is such as `11/12/2025`. */
export type DateText = { readonly kind: 'day'; readonly day: string } | { readonly kind: 'ambiguous' };

const MONTHS = 'january february march april may june july august september october november december'.split(' ');
const DAY_MS = 86_400_000;

const TIME_TAIL = '(?:[T ,]+\\d{1,2}:\\d{2}.*)?$';
const YEAR_FIRST = new RegExp(`^(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})${TIME_TAIL}`);
const MONTH_NAME_FIRST = new RegExp(`^([a-z]{3,9})\\.?[- ](\\d{1,2})(?:st|nd|rd|th)?,?[- ](\\d{4})${TIME_TAIL}`, 'i');
const DAY_THEN_MONTH_NAME = new RegExp(
  `^(\\d{1,2})(?:st|nd|rd|th|\\.)?[- ]([a-z]{3,9})\\.?,?[- ](\\d{4})${TIME_TAIL}`,
  'i',
);
const NUMBERS_ONLY = new RegExp(`^(\\d{1,2})([/.-])(\\d{1,2})\\2(\\d{4}|\\d{2})${TIME_TAIL}`);

/**
 * The day a text names: `October-31-2025`, `2025-10-31T08:00`, `31.10.2025`, `12/31/25`; `undefined` for other text.
 *
 * @param order The order of the column, which decides where day and month could be swapped.
 */
export function parseDateText(text: string, order?: DayOrder): DateText | undefined {
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst !== null) return dayOf(Number(yearFirst[1]), Number(yearFirst[2]), Number(yearFirst[3]));
  const monthFirst = MONTH_NAME_FIRST.exec(text);
  if (monthFirst !== null) return dayOf(Number(monthFirst[3]), monthOf(monthFirst[1] ?? ''), Number(monthFirst[2]));
  const dayFirst = DAY_THEN_MONTH_NAME.exec(text);
  if (dayFirst !== null) return dayOf(Number(dayFirst[3]), monthOf(dayFirst[2] ?? ''), Number(dayFirst[1]));
  const numbers = NUMBERS_ONLY.exec(text);
  return numbers === null ? undefined : fromNumbers(numbers, order);
}

/** The order in which a date of numbers must be written, where only one gives a day: `25/11/2025`, not `3/12/2025`. */
export function dayOrderOf(text: string): DayOrder | undefined {
  const numbers = NUMBERS_ONLY.exec(text);
  if (numbers === null || numbers[2] === '.') return undefined;
  const [first, second] = [Number(numbers[1]), Number(numbers[3])];
  if (first > 12 && first <= 31 && second >= 1 && second <= 12) return 'dayFirst';
  return second > 12 && second <= 31 && first >= 1 && first <= 12 ? 'monthFirst' : undefined;
}

/** Whole days from one day to another, both `YYYY-MM-DD`; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((instantOf(to) - instantOf(from)) / DAY_MS);
}

function fromNumbers(match: RegExpExecArray, order: DayOrder | undefined): DateText | undefined {
  const first = Number(match[1]);
  const second = Number(match[3]);
  const year = Number(match[4]) + (match[4]?.length === 2 ? 2000 : 0);
  // Dates with dots are written day first wherever they are used.
  if (match[2] === '.' || first === second || first > 12) return dayOf(year, second, first);
  if (second > 12 || order === 'monthFirst') return dayOf(year, first, second);
  return order === 'dayFirst' ? dayOf(year, second, first) : { kind: 'ambiguous' };
}

function dayOf(year: number, month: number, day: number): DateText | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? { kind: 'day', day: date.toISOString().slice(0, 10) } : undefined;
}

function monthOf(name: string): number {
  return MONTHS.findIndex((month) => month.startsWith(name.toLowerCase())) + 1;
}

function instantOf(day: string): number {
  const [year = '0', month = '1', date = '1'] = day.split('-');
  return Date.UTC(Number(year), Number(month) - 1, Number(date));
}
