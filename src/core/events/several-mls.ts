/** What a tab's listings are known by once they come from more than one MLS: numbers of two of them may be the same. */
import type { KeyType } from '../listing/fields.ts';
import { DEFAULT_TAB_SETTINGS } from '../settings/tab-settings.ts';
import { type CellValue, plainText } from '../sheet/table.ts';

/** What people are told when the order changes. */
export const SEVERAL_MLS_NOTE =
  'These listings are of more than one MLS, whose numbers may be the same: they are known by their page from now on. Mapping › Keys, in the order they are tried, changes that.';

/**
 * The order of keys for a tab that messages of a second MLS come into: the page before the number. `undefined` where it stays – somebody
 * has chosen an order, or the tab had listings of several already, so that whoever wants the number first is not overruled again.
 *
 * @param before What the cells of the MLS name hold, by row.
 * @param after What the rows that change or come will hold.
 */
export function keysForSeveralMls(
  keyTypes: readonly KeyType[],
  before: readonly CellValue[],
  after: readonly CellValue[],
): readonly KeyType[] | undefined {
  if (keyTypes.join() !== DEFAULT_TAB_SETTINGS.keyTypes.join()) return undefined;
  const isNew = namesIn(before).size < 2 && namesIn([...before, ...after]).size > 1;
  return isNew ? ['NewOaks', 'URL', 'MLSNumber'] : undefined;
}

function namesIn(cells: readonly CellValue[]): ReadonlySet<string> {
  return new Set(cells.map((cell) => plainText(cell).trim().toLowerCase()).filter((name) => name !== ''));
}
