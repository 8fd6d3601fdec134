/** Keeps a snapshot as small as the page needs it. */
import type { SpreadsheetSnapshot } from '../apps-script/emulator.ts';

/** The page draws one tab at a time, so the cells of the others stay at home. */
export function activeTabOnly(snapshot: SpreadsheetSnapshot): SpreadsheetSnapshot {
  const tabs = snapshot.tabs.map((tab) => (tab.tabId === snapshot.activeTabId ? tab : { ...tab, cells: [] }));
  return { ...snapshot, tabs };
}
