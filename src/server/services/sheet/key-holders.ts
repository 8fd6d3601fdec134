/** Finds the row of another tab that holds a key. */

import type { HolderOf } from '../../../core/ledger/known-keys.ts';
import { isListTab } from '../own-tabs/platform-tab.ts';
import { type Destination, findSheet, openTab } from './open-tab.ts';

/** Looks into other tabs, each of which is read once, when it is first asked about. */
export function keyHolders(to: Destination): HolderOf {
  const tabs = new Map<string, ReadonlyMap<string, string>>();
  return (tabId, name) => {
    // Listings and chatbot rows are told apart by their names, and read by different columns.
    const action = name.startsWith('row ') ? 'push' : 'sync';
    const known = tabs.get(`${action} ${tabId}`) ?? holdersIn(tabId, action, to);
    tabs.set(`${action} ${tabId}`, known);
    return known.get(name);
  };
}

/** The rows of a tab by key; none where it is gone, or cannot be read any more. */
function holdersIn(tabId: number, action: 'push' | 'sync', to: Destination): ReadonlyMap<string, string> {
  const sheet = findSheet(tabId);
  // Tabs that only list what is elsewhere are nobody's home.
  if (sheet === undefined || isListTab(sheet)) return new Map();
  const tab = openTab(sheet, { to, action, heedsMarks: false, mayDecide: false, rowsIn: () => [] });
  const planner = tab.ok ? tab.value.plannerFor(action) : tab;
  if (!tab.ok || !planner.ok) return new Map();
  const { table, tabName } = tab.value;
  const rows = table.allRows?.() ?? table.rows;
  // The first row with a key is the one that counts.
  return new Map(
    rows.map((row) => [planner.value.keyOf(row), `row ${row.rowNumber} of the tab “${tabName}”`] as const).reverse(),
  );
}
