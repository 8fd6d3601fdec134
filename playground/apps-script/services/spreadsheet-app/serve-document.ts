/** `SpreadsheetApp` on Google's side: answers what executions ask of the document. */
import type { EmulatorEvent } from '../../emulator.ts';
import type { Handlers } from '../../machine/serving.ts';
import { applyWrites } from '../../spreadsheet/apply-writes.ts';
import { doAreasMeet } from '../../spreadsheet/area.ts';
import { mayEdit } from '../../spreadsheet/protection.ts';
import { readCells } from '../../spreadsheet/read-cells.ts';
import type { Spreadsheet } from '../../spreadsheet/spreadsheet.ts';
import { DEFAULT_COLUMN_WIDTH_PIXELS } from '../../spreadsheet/tab.ts';
import { viewOfTab } from '../../spreadsheet/view.ts';
import type { DocumentOperations } from './operations.ts';

/** What the document's side needs of Google. */
export interface DocumentHost {
  readonly spreadsheet: Spreadsheet;
  emit(event: EmulatorEvent): void;
}

/** Answers every operation on the document. */
export const documentHandlers: Handlers<DocumentOperations, DocumentHost> = {
  listTabs: ({ spreadsheet }) => spreadsheet.tabs.map(({ tabId, name, isHidden }) => ({ tabId, name, isHidden })),
  readTab: ({ spreadsheet }, { tabId }) => {
    const { bounds, grid, frozenRowCount, filter } = spreadsheet.tab(tabId);
    return { ...bounds, ...grid.extent(), frozenRowCount, filterArea: filter?.area ?? null };
  },
  readCells: ({ spreadsheet }, { tabId, area, part }) => readCells(spreadsheet, spreadsheet.tab(tabId), area, part),
  readMerges: ({ spreadsheet }, { tabId, area }) =>
    spreadsheet.tab(tabId).merges.filter((merge) => doAreasMeet(merge, area)),
  readRules: ({ spreadsheet }, { tabId }) => spreadsheet.tab(tabId).rules,
  readProtections: ({ spreadsheet }, { tabId }) => spreadsheet.tab(tabId).protections,
  canEdit: ({ spreadsheet }, { tabId, area }, { user }) => mayEdit(spreadsheet, spreadsheet.tab(tabId), area, user),
  isHidden: ({ spreadsheet }, { tabId, number, by, axis }) => {
    const tab = spreadsheet.tab(tabId);
    return by === 'filter' ? tab.filteredRows.has(number) : tab.hidden[axis].has(number);
  },
  readColumnWidth: ({ spreadsheet }, { tabId, number }) =>
    spreadsheet.tab(tabId).columnWidths.get(number) ?? DEFAULT_COLUMN_WIDTH_PIXELS,
  applyWrites: ({ spreadsheet, emit }, { writes }, { user }) => {
    try {
      applyWrites(spreadsheet, writes, user);
    } finally {
      // Edits before a refused one stand and must be seen.
      emit({ kind: 'changed' });
    }
    return null;
  },
  insertTab: ({ spreadsheet, emit }, { name, index }, { user }) => {
    const { tabId } = spreadsheet.addTab(name, undefined, index);
    spreadsheet.setView(user, viewOfTab(tabId));
    emit({ kind: 'changed' });
    return tabId;
  },
  deleteTab: ({ spreadsheet, emit }, { tabId }) => {
    spreadsheet.deleteTab(tabId);
    emit({ kind: 'changed' });
    return null;
  },
  renameTab: ({ spreadsheet, emit }, { tabId, name }) => {
    spreadsheet.renameTab(tabId, name);
    emit({ kind: 'changed' });
    return null;
  },
  readView: ({ spreadsheet }, _request, { user }) => spreadsheet.viewOf(user),
  setView: ({ spreadsheet, emit }, view, { user }) => {
    spreadsheet.setView(user, view);
    emit({ kind: 'selection', user });
    return null;
  },
  restoreView: ({ spreadsheet, emit }, { tabId }, { user }) => {
    spreadsheet.setView(user, spreadsheet.lastViewOf(user, tabId));
    emit({ kind: 'selection', user });
    return null;
  },
};
