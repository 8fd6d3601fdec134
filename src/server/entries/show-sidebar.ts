/** The add-on's name, and the sidebar under that name. */

/** What the add-on is called in menus and titles. */
export const ADD_ON_NAME = 'Listing Sync';

/** Where the sidebar draws itself; what is marked there it opens with. */
const ROOT = '<div id="root"';

/** Opens the sidebar. */
export function showSidebar(): void {
  SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile('Sidebar').setTitle(ADD_ON_NAME));
}

/** Opens the sidebar with its help unfolded. */
export function showHelp(): void {
  const page = HtmlService.createHtmlOutputFromFile('Sidebar');
  const marked = page.getContent().replace(ROOT, `${ROOT} data-opens="help"`);
  SpreadsheetApp.getUi().showSidebar(page.setContent(marked).setTitle(ADD_ON_NAME));
}
