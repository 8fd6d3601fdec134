/** Reads for how many days a listing has been offered, from a number or from the date of listing. */
import type { Cell } from '../../sheet/table.ts';
import { found, nothing, type ReadContext, type Reading, unreadable } from '../reading.ts';
import { daysBetween, parseDateText } from './date-text.ts';
import { entryOf, withoutQuantity } from './entry.ts';
import { expectationOf } from './expectation.ts';

/** More than 27 years: rather the serial number of a date, such as 45231 for 2023-11-01. */
const MOST_DAYS = 9_999;

const WRITTEN_DAYS =
  /^(\d{1,6})(?:[.,]0+)?(?: ?(?:days?|d|dom|d[ií]as?|dias?|tage?|jours?|giorni|dagen|dni))?(?: on market)?\.?$/i;
const WRITTEN_HOURS = /^\d{1,2} ?(?:hours?|hrs?|h)$/i;

const SERIAL_EXPLAINED = 'It may be a date shown as a number; format the column as a date.';
const DAY_MONTH_EXPLAINED = 'Day and month can be swapped; type the date as 2025-12-31.';

const EXPECTED = expectationOf('DaysOnMarket');

/** Reads whole days: `12`, `12 days`, `5 hours` (0), a date (days until today, marked as derived); -1 is empty. */
export function readDays(cell: Cell, context: ReadContext): Reading<number> {
  const entry = entryOf(cell);
  switch (entry.kind) {
    case 'number':
      return checkDays(entry.value);
    case 'text':
      return readDaysText(entry.text, context);
    case 'date':
      return daysSince(entry.date.wallTime.slice(0, 10), context);
    default:
      return withoutQuantity(entry, EXPECTED);
  }
}

function readDaysText(text: string, context: ReadContext): Reading<number> {
  const written = WRITTEN_DAYS.exec(text)?.[1];
  if (written !== undefined) return checkDays(Number(written));
  if (text === '-1') return nothing();
  if (WRITTEN_HOURS.test(text)) return found(0);
  const date = parseDateText(text, context.notation?.dayOrder);
  if (date === undefined) return unreadable(EXPECTED);
  return date.kind === 'day' ? daysSince(date.day, context) : unreadable(EXPECTED, DAY_MONTH_EXPLAINED);
}

function checkDays(days: number): Reading<number> {
  if (days === -1) return nothing();
  if (!Number.isInteger(days) || days < 0) return unreadable(EXPECTED);
  return days <= MOST_DAYS ? found(days) : unreadable(EXPECTED, isDateNumber(days) ? SERIAL_EXPLAINED : undefined);
}

/** The serial number of a day from 1954 to 2119, or a day written as 20240601. */
function isDateNumber(days: number): boolean {
  return (days >= 20_000 && days < 80_000) || (days > 19_000_000 && days < 21_000_000);
}

function daysSince(day: string, context: ReadContext): Reading<number> {
  const days = daysBetween(day, context.today);
  if (Number.isNaN(days) || days > MOST_DAYS) return unreadable(EXPECTED);
  if (days < 0)
    return { kind: 'value', value: 0, note: `${day} lies ahead, so 0 days are sent`, isDerived: true, since: day };
  return { kind: 'value', value: days, isDerived: true, since: day };
}

/** The day that a cell names, as `YYYY-MM-DD`; `undefined` for any other cell, and where day and month could be swapped. */
export function readDay(cell: Cell, context: ReadContext): string | undefined {
  const entry = entryOf(cell);
  if (entry.kind === 'date') return entry.date.wallTime.slice(0, 10);
  const date = entry.kind === 'text' ? parseDateText(entry.text, context.notation?.dayOrder) : undefined;
  return date?.kind === 'day' ? date.day : undefined;
}
