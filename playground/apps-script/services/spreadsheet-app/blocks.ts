/** Blocks of contents to be written: as many rows and columns as the range, or an exception. */

import { exception } from '../../machine/realm/exception.ts';
import type { Area } from '../../spreadsheet/area.ts';
import type { Block } from '../../spreadsheet/writes.ts';

/**
 * Copies a block, converting each cell; the add-on may change its own arrays afterwards.
 *
 * @see https://github.com/brucemcpherson/gas-fakes `fakesheetrange.js` (texts; read 2026-11-21)
 */
export function eachOf<T>(
  area: Area,
  rows: readonly (readonly unknown[])[],
  convert: (content: unknown) => T,
): Block<T> {
  refuseMismatch('rows', rows.length, area.rowCount);
  return {
    kind: 'each',
    rows: rows.map((row) => {
      refuseMismatch('columns', row.length, area.columnCount);
      // `Array.from`, unlike `map`, does not leave holes.
      return Array.from(row, convert);
    }),
  };
}

/** The same content for all cells. */
export function fillOf<T>(content: T): Block<T> {
  return { kind: 'fill', content };
}

function refuseMismatch(what: 'rows' | 'columns', given: number, needed: number): void {
  if (given === needed) return;
  throw exception(
    `The number of ${what} in the data does not match the number of ${what} in the range. The data has ${given} but the range has ${needed}.`,
  );
}
