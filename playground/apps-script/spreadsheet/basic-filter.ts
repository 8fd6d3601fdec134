/** The filters of a tab: which rows each hides, and from whom. */
import { lastRowOf } from './area.ts';
import { displayTextOf } from './read-cells.ts';
import type { Spreadsheet } from './spreadsheet.ts';
import { type BasicFilter, type Keep, type Tab, wholeArea } from './tab.ts';

/** Puts a filter over a tab, replacing the one there; `undefined` removes it and shows all rows. */
export function setFilter(spreadsheet: Spreadsheet, tab: Tab, filter: BasicFilter | undefined): void {
  tab.filter = filter;
  refilter(spreadsheet, tab);
}

/** Applies the filter again, as Sheets does after sorting but not after each edit. */
export function refilter(spreadsheet: Spreadsheet, tab: Tab): void {
  tab.filteredRows = tab.filter?.keep === undefined ? new Set() : rowsHiddenBy(spreadsheet, tab, tab.filter);
}

/**
 * The rows that a person does not see because of a filter: by their filter view, or else the basic filter, and by the slicer.
 *
 * @see https://support.google.com/docs/answer/3540681 (filter views are seen by who opened them; read 2026-11-29)
 * @see https://support.google.com/docs/answer/9245556 (slicers; read 2026-11-29)
 */
export function rowsUnseenBy(spreadsheet: Spreadsheet, tab: Tab, user: string): ReadonlySet<number> {
  const area = { ...wholeArea(tab.bounds), rowCount: Math.max(1, tab.grid.extent().lastRowNumber) };
  const hiddenBy = (keep: Keep) => rowsHiddenBy(spreadsheet, tab, { area, keep });
  const view = tab.filterViews.get(user);
  const byView = view === undefined ? tab.filteredRows : hiddenBy(view);
  return tab.slicer === undefined ? byView : new Set([...byView, ...hiddenBy(tab.slicer)]);
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
