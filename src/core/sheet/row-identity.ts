/**
 * Recognises rows again after people sorted, inserted or deleted rows while a run was going on: by what their key cells
 * hold, and by their whole content where they have no key.
 */
import { type CellValue, plainText } from './table.ts';

const KEY_PREFIX = 'key\u0000';

/** A row that was read earlier and must be found again. */
export interface SoughtRow {
  readonly rowNumber: number;
  readonly identity: string;
}

/**
 * What tells a row from others: what the first of its key cells holds that is not blank, and which one that is; where all of
 * them are blank, what all cells hold that are not the add-on's own. Values, not shown texts: another number format does not
 * make another row of it.
 */
export function rowIdentity(
  values: readonly CellValue[],
  keyColumnIndexes: readonly number[],
  ownColumnIndexes: ReadonlySet<number>,
): string {
  for (const [position, columnIndex] of keyColumnIndexes.entries()) {
    const text = plainText(values[columnIndex] ?? '').trim();
    if (text !== '') return `${KEY_PREFIX}${position}\u0000${text}`;
  }
  const texts = values.flatMap((value, columnIndex) => (ownColumnIndexes.has(columnIndex) ? [] : [plainText(value)]));
  return `all\u0000${texts.join('\u0000')}`;
}

/** The key cell that an identity is made of; `undefined` for one made of a whole row. */
export function keyCellOf(
  identity: string,
  keyColumnIndexes: readonly number[],
): { readonly columnIndex: number; readonly text: string } | undefined {
  if (!isKeyIdentity(identity)) return undefined;
  const [position = '', ...text] = identity.slice(KEY_PREFIX.length).split('\u0000');
  const columnIndex = keyColumnIndexes[Number(position)];
  return columnIndex === undefined ? undefined : { columnIndex, text: text.join('\u0000') };
}

/** How many of the key columns, from the first on, tell the rows of some identities; columns after them need not be looked at. */
export function keysThatTell(identities: readonly string[]): number {
  const positions = identities
    .filter(isKeyIdentity)
    .map((identity) => Number.parseInt(identity.slice(KEY_PREFIX.length), 10));
  return positions.reduce((most, position) => Math.max(most, position + 1), 0);
}

/** Whether an identity is made of key cells only. */
export function isKeyIdentity(identity: string): boolean {
  return identity.startsWith(KEY_PREFIX);
}

/**
 * Finds rows again. A row that still stands where it was is taken there; one that moved is taken where its identity
 * stands now; one whose identity stands in several places, or nowhere, is not found, because a status on a wrong row is
 * worse than none.
 *
 * @returns For each sought row, in order, its row number now, or `undefined`.
 */
export function locateRows(
  sought: readonly SoughtRow[],
  current: readonly SoughtRow[],
): readonly (number | undefined)[] {
  const rowNumbersByIdentity = new Map<string, Set<number>>();
  for (const row of current) {
    const rowNumbers = rowNumbersByIdentity.get(row.identity);
    if (rowNumbers === undefined) rowNumbersByIdentity.set(row.identity, new Set([row.rowNumber]));
    else rowNumbers.add(row.rowNumber);
  }
  const stayed = sought.map((row) => takeSame(rowNumbersByIdentity.get(row.identity), row.rowNumber));
  return sought.map((row, soughtIndex) => stayed[soughtIndex] ?? takeOnly(rowNumbersByIdentity.get(row.identity)));
}

function takeSame(rowNumbers: Set<number> | undefined, rowNumber: number): number | undefined {
  return rowNumbers?.delete(rowNumber) === true ? rowNumber : undefined;
}

function takeOnly(rowNumbers: Set<number> | undefined): number | undefined {
  if (rowNumbers === undefined || rowNumbers.size !== 1) return undefined;
  const [rowNumber] = rowNumbers;
  rowNumbers.clear();
  return rowNumber;
}
