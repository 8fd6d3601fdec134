/** Tells core under which circumstances cells are read. */
import type { ReadContext } from '../core/listing/reading.ts';

/** The spreadsheet's locale, and today's date in its time zone. */
export function readContextOf(spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet, timeZone: string): ReadContext {
  return {
    locale: spreadsheet.getSpreadsheetLocale(),
    today: Utilities.formatDate(new Date(), timeZone, 'yyyy-MM-dd'),
  };
}
