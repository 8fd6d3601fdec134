/** Tells core under which circumstances cells are read. */
import type { ReadContext } from '../../core/listing/reading.ts';
import type { TabSettings } from '../../core/settings/tab-settings.ts';

/** The spreadsheet's locale, today's date in its time zone, and the words the team has taught. */
export function readContextOf(
  spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet,
  timeZone: string,
  settings: TabSettings,
): ReadContext {
  return {
    locale: spreadsheet.getSpreadsheetLocale(),
    today: Utilities.formatDate(new Date(), timeZone, 'yyyy-MM-dd'),
    taughtWords: settings.taughtWords,
  };
}
