/** The basic filter of a tab: which rows it hides. */
import { lastRowOf } from './area.ts';
import { displayTextOf } from './read-cells.ts';
import type { Spreadsheet } from './spreadsheet.ts';
import type { BasicFilter, Tab } from './tab.ts';

/** Puts a filter over a tab, replacing the one there; `undefined` removes it and shows all rows. */
export function setFilter(spreadsheet: Spreadsheet, tab: Tab, filter: BasicFilter | undefined): void {
  tab.filter = filter;
  refilter(spreadsheet, tab);
}

/** Applies the filter again, as Sheets does after sorting but not after each edit. */
export function refilter(spreadsheet: Spreadsheet, tab: Tab): void {
  tab.filteredRows = tab.filter?.keep === undefined ? new Set() : rowsHiddenBy(spreadsheet, tab, tab.filter);
}

function rowsHiddenBy(spreadsheet: Spreadsheet, tab: Tab, { area, keep }: BasicFilter): ReadonlySet<number> {
  const hidden = new Set<number>();
  if (keep === undefined) return hidden;
  // The first row of the filter's area is the header, which always shows.
  for (let row = area.rowNumber + 1; row <= lastRowOf(area); row++) {
    const cell = tab.grid.cellAt(row, keep.columnNumber);
    if (!keep.texts.includes(displayTextOf(spreadsheet, tab, cell, row, keep.columnNumber))) hidden.add(row);
  }
  return hidden;
}
