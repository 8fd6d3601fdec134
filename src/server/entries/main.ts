/** The public surface of the add-on: every export becomes a top-level function that Google, the menu or the sidebar can call. */
import { addMenu, showSidebar } from './menu.ts';
import { checkFromMenu, runFromMenu } from './menu-actions.ts';
import { sidebarFunctions } from './sidebar-functions.ts';
import { continueByTrigger } from './triggers.ts';

/** Simple trigger: adds the menu, in every authorisation mode. */
export function onOpen(): void {
  addMenu();
}

/** Runs after an installation from inside the editor. */
export function onInstall(): void {
  onOpen();
}

/** Menu: opens the sidebar. */
export function openSidebar(): void {
  showSidebar();
}

/** Menu: pushes the selected rows to the chatbot. */
export function pushSelectedRows(): void {
  runFromMenu('push', 'selection');
}

/** Menu: updates (or deletes) the selected listings. */
export function syncSelectedListings(): void {
  runFromMenu('sync', 'selection');
}

/** Menu: deletes the selected listings after a confirmation. */
export function deleteSelectedListings(): void {
  runFromMenu('delete', 'selection');
}

/** Menu: says what a sync of the selected rows would do. */
export function checkSelectedRows(): void {
  checkFromMenu();
}

/** Menu: tries the rows of the tab again that failed or were cut off. */
export function retryFailedRows(): void {
  runFromMenu('sync', 'failed');
}

/** One-off trigger: carries on a run that a menu command could not finish. */
export function continueRunByTrigger(): void {
  continueByTrigger();
}

export const {
  getOverview,
  saveConnection,
  removeConnection,
  testConnection,
  getMapping,
  saveTabSettings,
  checkRows,
  previewRow,
  startRun,
  continueRun,
  cancelRun,
  goToCell,
} = sidebarFunctions;
