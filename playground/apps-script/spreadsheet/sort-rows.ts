/** Sorts rows of a tab by columns, as the menu, the filter and `Range.sort` do. */

import { carryToRow } from '../formula/shift-references.ts';
import type { Area } from './area.ts';
import { refilter } from './basic-filter.ts';
import { type Slot, slotOf } from './cell.ts';
import { cellResult } from './formula-results.ts';
import type { Spreadsheet } from './spreadsheet.ts';
import type { Tab } from './tab.ts';

/** A column to sort by. */
export interface SortKey {
  readonly columnNumber: number;
  readonly isAscending: boolean;
}

type Sortable = string | number | boolean | undefined;

/** Sorts the rows of an area; values, formats and notes move together, and formulas keep their row. */
export function sortRows(spreadsheet: Spreadsheet, tab: Tab, area: Area, keys: readonly SortKey[]): void {
  const rows = tab.grid.block(area).map((slots, index) => {
    const rowNumber = area.rowNumber + index;
    return {
      rowNumber,
      slots,
      sortables: keys.map(({ columnNumber }) => sortable(spreadsheet, tab, rowNumber, columnNumber)),
    };
  });
  rows.sort((one, other) => compareRows(one.sortables, other.sortables, keys));
  rows.forEach(({ rowNumber, slots }, index) => {
    const target = area.rowNumber + index;
    slots.forEach((slot, at) => {
      tab.grid.putSlot(target, area.columnNumber + at, carried(spreadsheet, slot, rowNumber, target));
    });
  });
  spreadsheet.version++;
  refilter(spreadsheet, tab);
}

/** The rows below a header row that hold content, over the whole width. */
export function rowsBelow(tab: Tab, fromRowNumber: number): Area {
  const { lastRowNumber, lastColumnNumber } = tab.grid.extent();
  const rowCount = Math.max(0, lastRowNumber - fromRowNumber + 1);
  return { rowNumber: fromRowNumber, columnNumber: 1, rowCount, columnCount: Math.max(1, lastColumnNumber) };
}

function sortable(spreadsheet: Spreadsheet, tab: Tab, rowNumber: number, columnNumber: number): Sortable {
  const result = cellResult(spreadsheet, tab, rowNumber, columnNumber);
  if (result.kind === 'error') return result.code;
  return result.kind === 'image' ? undefined : result.value;
}

function carried(spreadsheet: Spreadsheet, slot: Slot, fromRowNumber: number, toRowNumber: number): Slot {
  if (typeof slot !== 'object' || slot.formula === undefined) return slot;
  const formula = carryToRow(slot.formula, spreadsheet.locale.decimal, fromRowNumber, toRowNumber);
  return slotOf({ ...slot, formula });
}

function compareRows(one: readonly Sortable[], other: readonly Sortable[], keys: readonly SortKey[]): number {
  for (const [index, { isAscending }] of keys.entries()) {
    const order = compare(one[index], other[index], isAscending);
    if (order !== 0) return order;
  }
  return 0;
}

/** Numbers, then texts, then booleans; empty cells come last in both directions. */
function compare(one: Sortable, other: Sortable, isAscending: boolean): number {
  if (one === undefined || other === undefined) return Number(one === undefined) - Number(other === undefined);
  const rank = { number: 0, string: 1, boolean: 2 };
  const byKind = rank[kindOf(one)] - rank[kindOf(other)];
  const byValue =
    typeof one === 'string' && typeof other === 'string'
      ? one.localeCompare(other, undefined, { sensitivity: 'accent' })
      : Number(one) - Number(other);
  return (byKind || byValue) * (isAscending ? 1 : -1);
}

function kindOf(value: string | number | boolean): 'number' | 'string' | 'boolean' {
  if (typeof value === 'number') return 'number';
  return typeof value === 'string' ? 'string' : 'boolean';
}
