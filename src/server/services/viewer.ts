/** Whether the person at the keyboard may only look at the spreadsheet. */

/**
 * Google tells editors who else edits, and throws for whoever only views or comments.
 *
 * @see https://developers.google.com/apps-script/reference/spreadsheet/spreadsheet#geteditors (read 2026-11-29).
 */
export function isOnlyViewer(): boolean {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  try {
    spreadsheet.getEditors();
    return false;
  } catch {
    return true;
  }
}
