/** A tab of the spreadsheet: its grid and everything that holds for rows, columns or the tab as a whole. */
import type { Area, Bounds } from './area.ts';
import { Grid } from './grid.ts';
import type { Axis, FormatRule, Protection } from './writes.ts';

/** Size of a new tab. @see https://developers.google.com/apps-script/reference/spreadsheet/spreadsheet (read 2026-11-21) */
export const NEW_TAB_BOUNDS: Bounds = { rowCount: 1000, columnCount: 26 };

/** Width of a column nobody has changed. */
export const DEFAULT_COLUMN_WIDTH_PIXELS = 100;

/** Which rows a filter keeps: those whose cell in a column shows one of the texts. */
export interface Keep {
  readonly columnNumber: number;
  readonly texts: readonly string[];
}

/** A basic filter: its area with the header row, what a person keeps, and what scripts hide, by the number of the column. */
export interface BasicFilter {
  readonly area: Area;
  readonly keep?: Keep;
  readonly hides?: ReadonlyMap<number, readonly string[]>;
}

/** The state of one tab. Changed only by the functions of this folder. */
export interface Tab {
  readonly tabId: number;
  name: string;
  bounds: Bounds;
  readonly grid: Grid;
  frozenRowCount: number;
  isHidden: boolean;
  /** Numbers of the lines a person hid. */
  hidden: { readonly [A in Axis]: ReadonlySet<number> };
  /** Numbers of the rows the filter hides. */
  filteredRows: ReadonlySet<number>;
  filter: BasicFilter | undefined;
  /** What each person sees who has a filter view open. No script sees these. */
  filterViews: ReadonlyMap<string, Keep>;
  /** What a slicer keeps for everybody. No script sees it. */
  slicer: Keep | undefined;
  /** Pixels by column number. */
  columnWidths: ReadonlyMap<number, number>;
  rules: readonly FormatRule[];
  protections: readonly Protection[];
  merges: readonly Area[];
}

/** A new, empty tab. */
export function newTab(tabId: number, name: string, bounds: Bounds = NEW_TAB_BOUNDS): Tab {
  return {
    tabId,
    name,
    bounds,
    grid: new Grid(),
    frozenRowCount: 0,
    isHidden: false,
    hidden: { rows: new Set(), columns: new Set() },
    filteredRows: new Set(),
    filter: undefined,
    filterViews: new Map(),
    slicer: undefined,
    columnWidths: new Map(),
    rules: [],
    protections: [],
    merges: [],
  };
}

/** The whole grid as an area. */
export function wholeArea({ rowCount, columnCount }: Bounds): Area {
  return { rowNumber: 1, columnNumber: 1, rowCount, columnCount };
}
