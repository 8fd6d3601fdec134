/** What the page knows of the spreadsheet, put together from the portions the server sends. */
import type { CellSnapshot, SpreadsheetSnapshot, TabSnapshot } from '../../apps-script/emulator.ts';
import type { SheetChanges } from '../../serve/wire.ts';

type Rows = TabSnapshot['cells'];

const EMPTY_ROW: readonly CellSnapshot[] = [];

/**
 * The spreadsheet after a portion. Rows and layout that stay as they were are the same objects as before, so that
 * nothing of them is drawn again.
 */
export function withChanges(before: SpreadsheetSnapshot | undefined, changes: SheetChanges): SpreadsheetSnapshot {
  const { snapshot } = changes;
  const tabs = snapshot.tabs.map((tab) => {
    const isActive = tab.tabId === snapshot.activeTabId;
    const known = isActive && before?.activeTabId === tab.tabId ? tabOf(before) : undefined;
    return isActive ? { ...tab, ...sameLines(known, tab), cells: withRows(known?.cells ?? [], changes) } : tab;
  });
  return { ...snapshot, tabs };
}

function tabOf({ tabs, activeTabId }: SpreadsheetSnapshot): TabSnapshot | undefined {
  return tabs.find(({ tabId }) => tabId === activeTabId);
}

function withRows(known: Rows, { rows, filledRows }: SheetChanges): Rows {
  if (rows.length === 0 && known.length === filledRows) {
    return known;
  }
  const cells = Array.from({ length: filledRows }, (_, rowIndex) => known[rowIndex] ?? EMPTY_ROW);
  for (const row of rows) {
    cells[row.rowIndex] = row.cells;
  }
  return cells;
}

const LINE_PARTS = ['hiddenRows', 'filteredRows', 'hiddenColumns', 'columnWidths'] as const;

/** The older object of each part that says the same. */
function sameLines(known: TabSnapshot | undefined, tab: TabSnapshot): Partial<TabSnapshot> {
  const same = LINE_PARTS.filter((part) => JSON.stringify(known?.[part]) === JSON.stringify(tab[part]));
  return known === undefined ? {} : Object.fromEntries(same.map((part) => [part, known[part]]));
}
