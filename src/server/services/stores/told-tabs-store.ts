/** Remembers of which deleted tabs a person was told that their listings are still there. */
import { documentProperties, type FileProperties } from './document-store.ts';

const PROPERTY = 'left.told';

/** More tabs than this are forgotten again, the oldest first: their listings are told of once more. */
const MOST_TABS = 200;

/** Those of the tabs that are no longer in the file, and of which nobody was told. */
export function untoldDeletedTabs(kept: FileProperties, tabIds: readonly number[]): ReadonlySet<number> {
  const told = new Set(toldIn(kept[PROPERTY]));
  return new Set([...deletedTabs(tabIds)].filter((tabId) => !told.has(tabId)));
}

/** Those of the tabs that are no longer in the file. */
export function deletedTabs(tabIds: readonly number[]): ReadonlySet<number> {
  const there = SpreadsheetApp.getActiveSpreadsheet()
    .getSheets()
    .map((sheet) => sheet.getSheetId());
  const known = new Set(there);
  return new Set(tabIds.filter((tabId) => !known.has(tabId)));
}

/** Notes that a person was told of them. */
export function noteToldTabs(tabIds: readonly number[]): void {
  if (tabIds.length === 0) return;
  const properties = documentProperties();
  const told = new Set([...toldIn(properties.getProperty(PROPERTY)), ...tabIds]);
  properties.setProperty(PROPERTY, [...told].slice(-MOST_TABS).join(' '));
}

function toldIn(text: string | null | undefined): readonly number[] {
  return (text ?? '').split(' ').filter(Boolean).map(Number);
}
