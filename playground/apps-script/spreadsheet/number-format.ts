/** Number formats as Sheets writes them (`#,##0.00`, `M/d/yyyy h:mm`, `@`), by the library that knows them. */
import { format as formatByPattern, getFormatInfo, isDateFormat as isDatePattern, isValidFormat } from 'numfmt';
import type { LocaleConventions } from './locale.ts';

/** Sheets counts days from 1899-12-30 and knows that 1900 was no leap year; Excel does not. */
const SHEETS_DATES = { leap1900: false } as const;

const readable = new Map<string, boolean>();

/** Whether a format is one; what is none shows numbers as if there were none. */
export function isReadable(format: string): boolean {
  const known = readable.get(format) ?? isValidFormat(format);
  readable.set(format, known);
  return known;
}

/** Whether numbers in this format are dates, times or durations, which `getValues` gives as `Date`. */
export function isDateFormat(format: string | undefined): boolean {
  return format !== undefined && isReadable(format) && isDatePattern(format);
}

/** Whether numbers in this format are times of day or durations: hours, minutes or seconds, and no day. */
export function isTimeFormat(format: string | undefined): boolean {
  return format !== undefined && isReadable(format) && getFormatInfo(format).type === 'time';
}

/** Whether the format is plain text, which keeps every typed string as it is. */
export function isTextFormat(format: string | undefined): boolean {
  return format === '@';
}

/**
 * A value in a readable format and a locale.
 *
 * @see https://developers.google.com/sheets/api/guides/formats (tokens; read 2026-11-21)
 */
export function inFormat(value: number | string, format: string, locale: LocaleConventions): string {
  return formatByPattern(format, value, { ...SHEETS_DATES, locale: locale.tag });
}
