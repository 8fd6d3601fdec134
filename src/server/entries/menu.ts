/** The add-on's menu, and the sidebar it opens. */

/** What the add-on is called in menus and titles. */
export const ADD_ON_NAME = 'Listing Sync';

/** Captions with the names of the top-level functions they call. */
const ITEMS = [
  ['Open sidebar', 'openSidebar'],
  undefined,
  ['Push selected rows', 'pushSelectedRows'],
  ['Sync selected listings', 'syncSelectedListings'],
  ['Delete selected listings…', 'deleteSelectedListings'],
  undefined,
  ['Check selected rows', 'checkSelectedRows'],
  ['Retry failed rows', 'retryFailedRows'],
] as const;

/**
 * Adds the menu. It touches neither the document nor properties, so it works before the add-on was authorised.
 *
 * @see https://developers.google.com/workspace/add-ons/concepts/editor-auth-lifecycle (read 2026-11-21).
 */
export function addMenu(): void {
  const menu = SpreadsheetApp.getUi().createAddonMenu();
  for (const item of ITEMS) {
    if (item === undefined) menu.addSeparator();
    else menu.addItem(item[0], item[1]);
  }
  menu.addToUi();
}

/** Opens the sidebar. */
export function showSidebar(): void {
  SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile('Sidebar').setTitle(ADD_ON_NAME));
}
