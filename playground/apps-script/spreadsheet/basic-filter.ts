/** The filters of a tab: which rows each hides, and from whom. */
import { ServiceException } from '../machine/service-exception.ts';
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
  tab.filteredRows = tab.filter === undefined ? new Set() : rowsHiddenBy(spreadsheet, tab, tab.filter);
}

/** Hides, of the filter of a tab, the rows whose cell in a column shows one of the texts; without texts none because of it. */
export function hideTexts(
  spreadsheet: Spreadsheet,
  tab: Tab,
  columnNumber: number,
  texts: readonly string[] | undefined,
): void {
  if (tab.filter === undefined) throw new ServiceException('There is no filter.');
  const others = [...(tab.filter.hides ?? [])].filter(([column]) => column !== columnNumber);
  setFilter(spreadsheet, tab, {
    ...tab.filter,
    hides: new Map(texts === undefined ? others : [...others, [columnNumber, texts]]),
  });
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

function rowsHiddenBy(
  spreadsheet: Spreadsheet,
  tab: Tab,
  { area, keep, hides = new Map() }: BasicFilter,
): ReadonlySet<number> {
  const hidden = new Set<number>();
  if (keep === undefined && hides.size === 0) return hidden;
  const textAt = (row: number, column: number) =>
    displayTextOf(spreadsheet, tab, tab.grid.cellAt(row, column), row, column);
  // The first row of the filter's area is the header, which always shows.
  for (let row = area.rowNumber + 1; row <= lastRowOf(area); row++) {
    const isKept = keep === undefined || keep.texts.includes(textAt(row, keep.columnNumber));
    if (!isKept || [...hides].some(([column, texts]) => texts.includes(textAt(row, column)))) hidden.add(row);
  }
  return hidden;
}
