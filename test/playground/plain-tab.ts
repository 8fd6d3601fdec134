/** A tab as the page is told of it, with nothing hidden, filtered or widened. */
import type { TabSnapshot } from '../../playground/apps-script/emulator.ts';

/** A tab of two columns; `parts` says what is special about it. */
export function plainTab(parts: Partial<TabSnapshot>): TabSnapshot {
  return {
    tabId: 1,
    name: 'Listings',
    rowCount: 30,
    columnCount: 2,
    frozenRows: 1,
    cells: [],
    hiddenRows: [],
    filteredRows: [],
    hiddenColumns: [],
    columnWidths: {},
    hasFilter: false,
    ...parts,
  };
}
