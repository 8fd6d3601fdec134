/** Areas that the add-on names by numbers or in A1 notation, refused where Sheets refuses them. */

import { exception } from '../../machine/realm/exception.ts';
import { settings } from '../../machine/realm/session.ts';
import { type Area, isWithin, parseA1 } from '../../spreadsheet/area.ts';
import { boundsOf } from './document-access.ts';

/**
 * The area of `getRange(row, column, numRows, numColumns)`.
 *
 * @see https://github.com/RomainVialard/ErrorHandler `src/ErrorHandler.gs.js` (texts; read 2026-11-21)
 */
export function areaFromNumbers(tabId: number, row: number, column: number, rows = 1, columns = 1): Area {
  if (rows < 1) throw exception('The number of rows in the range must be at least 1.');
  if (columns < 1) throw exception('The number of columns in the range must be at least 1.');
  if (row < 1 || column < 1) throw exception('The coordinates or dimensions of the range are invalid.');
  return withinGrid(tabId, {
    rowNumber: Math.trunc(row),
    columnNumber: Math.trunc(column),
    rowCount: Math.trunc(rows),
    columnCount: Math.trunc(columns),
  });
}

/** The area of `getRange('A1:B2')`; the notation must not name another tab. */
export function areaFromA1(tabId: number, notation: string): Area {
  const area = parseA1(notation, boundsOf(tabId));
  if (area === undefined) throw exception('Range not found');
  return withinGrid(tabId, area);
}

/** Throws unless the area lies in the grid; where the edge has it so, only once the range is used. */
export function withinGrid(tabId: number, area: Area): Area {
  if (settings().edges.rangeBeyondGrid === 'refused at the call') refuseOutside(tabId, area);
  return area;
}

/** Throws if a range that is used lies beyond the grid; where the edge has it so, it was refused before. */
export function refuseOutsideAtUse(tabId: number, area: Area): void {
  if (settings().edges.rangeBeyondGrid === 'refused at use') refuseOutside(tabId, area);
}

function refuseOutside(tabId: number, area: Area): void {
  if (isWithin(area, boundsOf(tabId))) return;
  throw exception('The coordinates of the range are outside the dimensions of the sheet.');
}
