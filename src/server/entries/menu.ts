/** The add-on's menu: a line for each action, and what else people reach without the sidebar. */

import { ACTIONS } from '../../core/actions/actions.ts';
import { ACTION_NAMES } from '../../core/words/actions.ts';
import { checkFromMenu, compareFromMenu, runFromMenu } from './menu-actions.ts';
import { showHelp, showSidebar } from './show-sidebar.ts';

/** A line of the menu, and the top-level function behind it. */
interface MenuItem {
  readonly caption: string;
  readonly functionName: string;
  readonly choose: () => void;
}

/** The lines in groups, between which there is a separator. */
const MENU: readonly (readonly MenuItem[])[] = [
  [{ caption: 'Open sidebar', functionName: 'openSidebar', choose: showSidebar }],
  ACTION_NAMES.map((name) => ({ ...ACTIONS[name].menuItem, choose: () => runFromMenu(name, 'selection') })),
  [
    { caption: 'Check selected rows', functionName: 'checkSelectedRows', choose: checkFromMenu },
    { caption: 'Compare with the platform', functionName: 'compareWithPlatform', choose: compareFromMenu },
    // The rows know which action failed for them; those that do not say are synced.
    { caption: 'Retry failed rows', functionName: 'retryFailedRows', choose: () => runFromMenu('sync', 'failed') },
  ],
  [{ caption: 'Help', functionName: 'openHelp', choose: showHelp }],
];

/** What the lines of the menu call, by name. */
export const menuFunctions: Readonly<Record<string, () => void>> = Object.fromEntries(
  MENU.flat().map(({ functionName, choose }) => [functionName, choose]),
);

/**
 * Adds the menu. It touches neither the document nor properties, so it works before the add-on was authorised.
 *
 * @see https://developers.google.com/workspace/add-ons/concepts/editor-auth-lifecycle (read 2026-11-21).
 */
export function addMenu(): void {
  const menu = SpreadsheetApp.getUi().createAddonMenu();
  MENU.forEach((items, index) => {
    if (index > 0) menu.addSeparator();
    for (const { caption, functionName } of items) menu.addItem(caption, functionName);
  });
  menu.addToUi();
}
