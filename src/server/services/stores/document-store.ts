/** The store of the spreadsheet: what is in it, and room in it. */

import { namesOfExpired } from '../../../core/settings/store-format.ts';
import { hasRoomFor, namesOfGoneTabs } from '../../../core/settings/store-room.ts';
import type { Failure } from '../../../core/terms/failure.ts';
import { failure, type Result, success } from '../../../core/terms/result.ts';
import { failures } from '../../../core/words/failures.ts';

/** All that the file keeps, read at once: that costs one read, however much it is. */
export type FileProperties = Readonly<Record<string, string>>;

/** The store of the spreadsheet; it exists wherever the add-on is used in a spreadsheet. */
export function documentProperties(): GoogleAppsScript.Properties.Properties {
  const store: GoogleAppsScript.Properties.Properties | null = PropertiesService.getDocumentProperties();
  if (store === null) throw new Error('This must run inside a spreadsheet.');
  return store;
}

/** Everything that is stored. */
export function readFileProperties(): FileProperties {
  return documentProperties().getProperties();
}

/**
 * Makes sure that values can be stored and that runs still have room after it. Where room is short, what belongs to tabs
 * that are gone is removed.
 *
 * @param read What is in the store, where that was read just now.
 */
export function makeRoom(
  added: FileProperties = {},
  read: FileProperties = readFileProperties(),
): Result<FileProperties, Failure> {
  const stored = withoutExpired(read);
  if (hasRoomFor(stored, added)) return success(stored);
  const kept = collectGoneTabs(stored);
  return hasRoomFor(kept, added) ? success(kept) : failure(failures.storeFull());
}

/** Removes texts of an older form that were kept long enough; answers what is left. */
function withoutExpired(stored: FileProperties): FileProperties {
  return without(stored, namesOfExpired(stored, Date.now()));
}

/** Removes what is stored for tabs that are gone; answers what is left. */
export function collectGoneTabs(stored: FileProperties): FileProperties {
  const sheets = SpreadsheetApp.getActiveSpreadsheet().getSheets();
  const tabIds = sheets.map((sheet) => sheet.getSheetId());
  return without(stored, namesOfGoneTabs(stored, tabIds));
}

function without(stored: FileProperties, names: readonly string[]): FileProperties {
  const gone = new Set(names);
  for (const name of gone) documentProperties().deleteProperty(name);
  return gone.size === 0 ? stored : Object.fromEntries(Object.entries(stored).filter(([name]) => !gone.has(name)));
}
