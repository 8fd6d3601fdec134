/** What people do in the grid by hand, on the same document that executions change. */

import type { EmulatorEvent, SpreadsheetHands } from '../emulator.ts';
import type { HandEdit } from '../machine/protocol.ts';
import { applyWrites } from './apply-writes.ts';
import { type Area, parseA1 } from './area.ts';
import { setFilter } from './basic-filter.ts';
import { readCells } from './read-cells.ts';
import { takeSnapshot } from './snapshot.ts';
import { rowsBelow } from './sort-rows.ts';
import type { Spreadsheet } from './spreadsheet.ts';
import { NEW_TAB_BOUNDS, type Tab, wholeArea } from './tab.ts';
import type { Write } from './writes.ts';

const CONTENTS = { contents: true, formats: false, notes: false, validations: false };

/** What hands work on. */
export interface Desk {
  readonly spreadsheet: Spreadsheet;
  readonly owner: string;
  emit(event: EmulatorEvent): void;
  /** Told of cells that were typed into, pasted over or cleared. */
  edited?(edit: HandEdit): void;
}

/** The hands of whoever sits at the keyboard. Without a name it is the owner, whom protections do not stop. */
export function createHands({ spreadsheet, owner, emit, edited }: Desk): SpreadsheetHands {
  let nextProtectionId = 1;

  const tabNamed = (name: string): Tab => {
    const tab = spreadsheet.tabNamed(name);
    if (tab === undefined) throw new Error(`Emulator: there is no tab named "${name}"`);
    return tab;
  };
  const areaOn = (tab: Tab, a1: string): Area => {
    const area = parseA1(a1, tab.bounds);
    if (area === undefined) throw new Error(`Emulator: "${a1}" is no range`);
    return area;
  };
  const change = (act: () => void): void => {
    act();
    spreadsheet.version++;
    emit({ kind: 'changed' });
  };
  const write = (...writes: readonly Write[]) => change(() => applyWrites(spreadsheet, writes, owner));
  const select = (tab: Tab, areas: readonly Area[], user = owner): void => {
    spreadsheet.setView(user, { tabId: tab.tabId, areas });
    emit({ kind: 'selection', user });
  };

  return {
    snapshot: (user = owner) => takeSnapshot(spreadsheet, user),
    activeTabId: (user = owner) => spreadsheet.viewOf(user).tabId,
    values: (tabName) => valuesOf(spreadsheet, tabNamed(tabName)),
    addTab: (name, rows, options) => {
      const bounds = boundsFor(rows, options);
      const tab = takeOverUntouched(spreadsheet, name) ?? spreadsheet.addTab(name, bounds);
      tab.bounds = bounds;
      writeTexts(tab, 'A1', rows);
      return tab.tabId;
    },
    renameTab: (tabName, newName) => change(() => spreadsheet.renameTab(tabNamed(tabName).tabId, newName)),
    deleteTab: (tabName) => change(() => spreadsheet.deleteTab(tabNamed(tabName).tabId)),
    activateTab: (tabName, user = owner) => {
      const tab = tabNamed(tabName);
      select(tab, spreadsheet.lastViewOf(user, tab.tabId).areas, user);
    },
    type: (tabName, a1, text) => writeTexts(tabNamed(tabName), a1, [[text]]),
    paste: (tabName, a1, block) => writeTexts(tabNamed(tabName), a1, block),
    clear: (tabName, a1) => {
      const tab = tabNamed(tabName);
      const area = areaOn(tab, a1);
      editing(tab, area, () => write({ kind: 'clear', tabId: tab.tabId, area, parts: CONTENTS }));
    },
    select: (tabName, a1s, user) => {
      const tab = tabNamed(tabName);
      select(
        tab,
        a1s.map((a1) => areaOn(tab, a1)),
        user,
      );
    },
    sort: (tabName, columnNumber, isAscending, fromRowNumber = 2) => {
      const tab = tabNamed(tabName);
      const area = rowsBelow(tab, fromRowNumber);
      if (area.rowCount > 0) write({ kind: 'sort', tabId: tab.tabId, area, keys: [{ columnNumber, isAscending }] });
    },
    insertRows: (tabName, number, count) => write(lines('insert', 'rows', tabNamed(tabName), number, count)),
    deleteRows: (tabName, number, count) => write(lines('delete', 'rows', tabNamed(tabName), number, count)),
    insertColumns: (tabName, number, count) => write(lines('insert', 'columns', tabNamed(tabName), number, count)),
    deleteColumns: (tabName, number, count) => write(lines('delete', 'columns', tabNamed(tabName), number, count)),
    moveColumns: (tabName, columnNumber, count, beforeNumber) => {
      const tab = tabNamed(tabName);
      const area = { ...wholeArea(tab.bounds), columnNumber, columnCount: count };
      write({ kind: 'moveColumns', tabId: tab.tabId, area, beforeNumber });
    },
    hideRows: (tabName, number, count) => write(hiding('rows', tabNamed(tabName), number, count, true)),
    showRows: (tabName, number, count) => write(hiding('rows', tabNamed(tabName), number, count, false)),
    hideColumns: (tabName, number, count) => write(hiding('columns', tabNamed(tabName), number, count, true)),
    filter: (tabName, keep) => {
      const tab = tabNamed(tabName);
      const area = { ...rowsBelow(tab, 1), rowCount: Math.max(1, tab.grid.extent().lastRowNumber) };
      change(() => setFilter(spreadsheet, tab, keep === undefined ? undefined : { area, keep }));
    },
    filterView: (tabName, keep, user = owner) => {
      const tab = tabNamed(tabName);
      const others = [...tab.filterViews].filter(([person]) => person !== user);
      change(() => {
        tab.filterViews = new Map(keep === undefined ? others : [...others, [user, keep]]);
      });
    },
    slicer: (tabName, keep) => {
      change(() => {
        tabNamed(tabName).slicer = keep;
      });
    },
    protect: (tabName, a1, options = {}) => {
      const tab = tabNamed(tabName);
      const { editors = [], evenOwner = false } = options;
      const state = { id: nextProtectionId++, area: areaOn(tab, a1), description: '', isWarningOnly: false };
      write({ kind: 'setProtection', tabId: tab.tabId, protection: { ...state, editors, bindsOwner: evenOwner } });
    },
    unprotect: (tabName) => {
      change(() => {
        tabNamed(tabName).protections = [];
      });
    },
    merge: (tabName, a1) => {
      const tab = tabNamed(tabName);
      change(() => mergeCells(tab, areaOn(tab, a1)));
    },
    setNumberFormat: (tabName, a1, format) => {
      const tab = tabNamed(tabName);
      const block = { kind: 'fill', content: format } as const;
      write({ kind: 'setPart', part: 'numberFormat', tabId: tab.tabId, area: areaOn(tab, a1), block });
    },
  };

  function writeTexts(tab: Tab, a1: string, block: readonly (readonly string[])[]): void {
    const columnCount = Math.max(0, ...block.map((row) => row.length));
    if (columnCount === 0) return;
    const area = { ...areaOn(tab, a1), rowCount: block.length, columnCount };
    growTo(tab, area);
    editing(tab, area, () =>
      write({ kind: 'setValues', tabId: tab.tabId, area, block: { kind: 'each', rows: block } }),
    );
  }

  function editing(tab: Tab, area: Area, act: () => void): void {
    const before = edited && onlyTextIn(spreadsheet, tab, area);
    act();
    const after = edited && onlyTextIn(spreadsheet, tab, area);
    edited?.({
      tabId: tab.tabId,
      area,
      ...(after === undefined ? {} : { value: after }),
      ...(before === undefined ? {} : { oldValue: before }),
    });
  }
}

/** What a single cell holds, as an event tells it; nothing of a blank cell or of several. */
function onlyTextIn(spreadsheet: Spreadsheet, tab: Tab, area: Area): string | undefined {
  if (area.rowCount * area.columnCount !== 1) return undefined;
  const text = String(readCells(spreadsheet, tab, area, 'value')[0]?.[0] ?? '');
  return text === '' ? undefined : text;
}

function valuesOf(spreadsheet: Spreadsheet, tab: Tab): unknown[][] {
  const { lastRowNumber, lastColumnNumber } = tab.grid.extent();
  const area = { rowNumber: 1, columnNumber: 1, rowCount: lastRowNumber, columnCount: lastColumnNumber };
  return readCells(spreadsheet, tab, area, 'value');
}

function boundsFor(
  rows: readonly (readonly string[])[],
  options: { readonly rowCount?: number; readonly columnCount?: number } = {},
) {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  return {
    rowCount: options.rowCount ?? Math.max(NEW_TAB_BOUNDS.rowCount, rows.length),
    columnCount: options.columnCount ?? Math.max(NEW_TAB_BOUNDS.columnCount, width),
  };
}

/** The first tab one adds takes the place of the empty one that every spreadsheet starts with. */
function takeOverUntouched(spreadsheet: Spreadsheet, name: string): Tab | undefined {
  const [only, ...others] = spreadsheet.tabs;
  const isUntouched = only?.name === 'Sheet1' && others.length === 0 && only.grid.extent().lastRowNumber === 0;
  if (only === undefined || !isUntouched) return undefined;
  spreadsheet.renameTab(only.tabId, name);
  return only;
}

/** Pasting beyond the edge adds the rows and columns it needs. */
function growTo(tab: Tab, area: Area): void {
  tab.bounds = {
    rowCount: Math.max(tab.bounds.rowCount, area.rowNumber + area.rowCount - 1),
    columnCount: Math.max(tab.bounds.columnCount, area.columnNumber + area.columnCount - 1),
  };
}

function mergeCells(tab: Tab, area: Area): void {
  tab.merges = [...tab.merges, area];
  // Merging keeps only the value of the top-left cell.
  const kept = tab.grid.at(area.rowNumber, area.columnNumber);
  tab.grid.changeExisting(area, () => ({}));
  tab.grid.putSlot(area.rowNumber, area.columnNumber, kept);
}

function lines(kind: 'insert' | 'delete', axis: 'rows' | 'columns', tab: Tab, number: number, count: number): Write {
  return { kind, axis, tabId: tab.tabId, number, count };
}

function hiding(axis: 'rows' | 'columns', tab: Tab, number: number, count: number, isHidden: boolean): Write {
  return { kind: 'setHidden', axis, tabId: tab.tabId, number, count, isHidden };
}
