/** The time as the people of the spreadsheet read it. */

/** A moment in a time zone, `2026-11-21 14:05:09`. */
export function spreadsheetTimeOf(ms: number, timeZone: string): string {
  return Utilities.formatDate(new Date(ms), timeZone, 'yyyy-MM-dd HH:mm:ss');
}
