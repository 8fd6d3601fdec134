/** Makes a tab of the add-on's own without taking the person away from the tab they work in. */

/** A new tab comes to the front by itself: the one that was there comes back, with what is selected in it. */
export function insertBehind(
  spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet,
  name: string,
): GoogleAppsScript.Spreadsheet.Sheet {
  const active = spreadsheet.getActiveSheet();
  const sheet = spreadsheet.insertSheet(name);
  spreadsheet.setActiveSheet(active, true);
  return sheet;
}
