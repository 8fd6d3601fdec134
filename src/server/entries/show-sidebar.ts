/** The add-on's name, and the sidebar under that name. */

/** What the add-on is called in menus and titles. */
export const ADD_ON_NAME = 'Listing Sync';

/** Opens the sidebar. */
export function showSidebar(): void {
  SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile('Sidebar').setTitle(ADD_ON_NAME));
}
