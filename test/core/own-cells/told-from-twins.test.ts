/** Rows that share a key and carry no mark yet are told apart by all that they hold. */
import { describe, expect, test } from 'vitest';
import { type Ground, placeUnmoved, placeWrites, toldFromTwins } from '../../../src/core/own-cells/place-writes.ts';
import type { StatusWrite } from '../../../src/core/own-cells/row-cells.ts';
import { rowIdentity } from '../../../src/core/sheet/row-identity.ts';
import type { Table } from '../../../src/core/sheet/table.ts';
import { OWN_HEADERS } from '../engine/tabs.ts';

const HEADERS = ['ID', 'Name', ...OWN_HEADERS];
const OWN_COLUMNS = { status: 2, detail: 3, syncedAt: 4, mark: 5 };
const OWN = new Set(Object.values(OWN_COLUMNS));
const BLANK = ['', '', '', ''];

const tableOf = (...rows: readonly (readonly [string, string])[]): Table => {
  const tableRows = rows.map((texts, index) => ({ rowNumber: index + 2, values: [...texts, ...BLANK], texts: [] }));
  return { headers: HEADERS, headerRowNumber: 1, rows: tableRows, sampleRows: tableRows };
};

const writeOf = ({ rows }: Table, rowNumber: number): StatusWrite => {
  const row = rows[rowNumber - 2];
  if (row === undefined) throw new Error('There is no such row.');
  const cells = { status: 'Sending', detail: '', syncedAt: '', mark: '' };
  return { rowNumber, identity: rowIdentity(row.values, [0], OWN), cells };
};

const valuesOf = ({ rows }: Table) => [HEADERS, ...rows.map((row) => row.values)];
const groundIn = (table: Table): Ground => ({ table, own: OWN_COLUMNS, keyColumnIndexes: [0] });

const TWINS = tableOf(['1', 'mine'], ['1', 'other'], ['2', 'alone']);
const SWAPPED = tableOf(['1', 'other'], ['1', 'mine'], ['2', 'alone']);

describe('rows that share a key', () => {
  const [write] = toldFromTwins(groundIn(TWINS), [writeOf(TWINS, 2)]);
  const writes = write === undefined ? [] : [write];

  test('are seen to have moved when they change places, and are found again', () => {
    const window = { firstRowNumber: 1, rows: valuesOf(SWAPPED) };
    expect(placeUnmoved(window, groundIn(TWINS), writes)).toBeUndefined();
    const placement = placeWrites(valuesOf(SWAPPED), groundIn(TWINS), writes);
    expect(placement).toMatchObject({ hasMoved: true, unplaced: [] });
    expect(placement?.blocks.map(({ firstRowNumber }) => firstRowNumber)).toEqual([3]);
  });

  test('are known where they stand', () => {
    const window = { firstRowNumber: 1, rows: valuesOf(TWINS) };
    expect(placeUnmoved(window, groundIn(TWINS), writes)).toMatchObject({ hasMoved: false, unplaced: [] });
  });

  test('are written nowhere when they say something else by now', () => {
    const changed = tableOf(['1', 'changed'], ['1', 'other'], ['2', 'alone']);
    expect(placeWrites(valuesOf(changed), groundIn(TWINS), writes)?.unplaced).toEqual(writes);
  });
});

test('a twin that was not read with the others counts too', () => {
  const read = tableOf(['1', 'mine']);
  const table = { ...read, allRows: () => TWINS.rows };
  const [told] = toldFromTwins(groundIn(table), [writeOf(read, 2)]);
  expect(told).toMatchObject({ isTwin: true, identity: rowIdentity(['1', 'mine', ...BLANK], [], OWN) });
});

test('a row whose key stands once is told by its key, whatever else of it changes', () => {
  const alone = [writeOf(TWINS, 4)];
  expect(toldFromTwins(groundIn(TWINS), alone)).toEqual(alone);
  const changed = tableOf(['1', 'mine'], ['1', 'other'], ['2', 'changed']);
  expect(placeUnmoved({ firstRowNumber: 1, rows: valuesOf(changed) }, groundIn(TWINS), alone)).toMatchObject({
    hasMoved: false,
  });
});

test('where no key stands twice nothing is changed', () => {
  const table = tableOf(['1', 'a'], ['2', 'b']);
  const writes = [writeOf(table, 2), writeOf(table, 3)];
  expect(toldFromTwins(groundIn(table), writes)).toBe(writes);
});
