/** What the person at the keyboard has before their eyes: the active tab and the selected areas. */

import { exception } from '../../machine/realm/exception.ts';
import { latency, lineToGoogle, settings, spend } from '../../machine/realm/session.ts';
import type { Area } from '../../spreadsheet/area.ts';
import type { View } from '../../spreadsheet/view.ts';
import { flushWrites } from './document-access.ts';
import type { DocumentOperations } from './operations.ts';

const ask = lineToGoogle<DocumentOperations>();

/** The view; without a person at the keyboard, the first tab and no selection. */
export function readView(): View {
  // Inserted rows move the selection, so they must have arrived.
  flushWrites();
  spend(latency().sheetGlanceMs);
  const view = ask('readView', {});
  return settings().hasUi ? view : { ...view, areas: [] };
}

/** Selects areas on a tab, the last one being the current one, and activates the tab unless the edge has it otherwise. */
export function selectAreas(tabId: number, areas: readonly Area[]): void {
  const isForeign = settings().edges.rangeOfOtherTab === 'is refused' && ask('readView', {}).tabId !== tabId;
  // The real text, if there is one, is published nowhere.
  if (isForeign) throw exception('The range is not on the active sheet.');
  goTo(tabId, areas);
}

function goTo(tabId: number, areas: readonly Area[]): void {
  flushWrites();
  spend(latency().sheetGlanceMs);
  ask('setView', { tabId, areas });
}

/**
 * Activates a tab, with A1 selected unless the last selection there is to come back.
 *
 * @see https://developers.google.com/apps-script/reference/spreadsheet/spreadsheet#setactivesheetsheet,-restoreselection (read 2026-11-21)
 */
export function activateTab(tabId: number, doesRestoreSelection = false): void {
  if (!doesRestoreSelection) {
    goTo(tabId, [{ rowNumber: 1, columnNumber: 1, rowCount: 1, columnCount: 1 }]);
    return;
  }
  flushWrites();
  spend(latency().sheetGlanceMs);
  ask('restoreView', { tabId });
}
