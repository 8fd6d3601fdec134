/** The spreadsheet as a page draws it. */

import type { CellSnapshot, SpreadsheetSnapshot, TabSnapshot } from '../emulator.ts';
import { formatA1 } from './area.ts';
import { rowsUnseenBy } from './basic-filter.ts';
import type { Cell } from './cell.ts';
import { conditionalLooks } from './conditional-format.ts';
import { formatGeneral, formatValue } from './format-value.ts';
import { cellResult } from './formula-results.ts';
import { isDateFormat } from './number-format.ts';
import { displayTextOf } from './read-cells.ts';
import type { Spreadsheet } from './spreadsheet.ts';
import type { Tab } from './tab.ts';

/** Everything a person sees of the spreadsheet. */
export function takeSnapshot(spreadsheet: Spreadsheet, user: string): SpreadsheetSnapshot {
  const view = spreadsheet.viewOf(user);
  return {
    name: spreadsheet.name,
    locale: spreadsheet.localeName,
    timeZone: spreadsheet.timeZone,
    activeTabId: view.tabId,
    tabs: spreadsheet.tabs.filter(({ isHidden }) => !isHidden).map((tab) => tabSnapshot(spreadsheet, tab, user)),
    selection: view.areas.map(formatA1),
  };
}

function tabSnapshot(spreadsheet: Spreadsheet, tab: Tab, user: string): TabSnapshot {
  return {
    tabId: tab.tabId,
    name: tab.name,
    ...tab.bounds,
    frozenRows: tab.frozenRowCount,
    cells: cellsOf(spreadsheet, tab),
    hiddenRows: indexes(tab.hidden.rows),
    filteredRows: indexes(rowsUnseenBy(spreadsheet, tab, user)),
    hiddenColumns: indexes(tab.hidden.columns),
    columnWidths: Object.fromEntries([...tab.columnWidths].map(([number, width]) => [number - 1, width])),
    hasFilter: tab.filter !== undefined,
  };
}

function indexes(numbers: ReadonlySet<number>): readonly number[] {
  return [...numbers].map((number) => number - 1).sort((one, other) => one - other);
}

function cellsOf(spreadsheet: Spreadsheet, tab: Tab): readonly (readonly CellSnapshot[])[] {
  const { lastRowNumber, lastColumnNumber } = tab.grid.extent();
  return Array.from({ length: lastRowNumber }, (_, rowIndex) =>
    Array.from({ length: lastColumnNumber }, (_, columnIndex) =>
      cellSnapshot(spreadsheet, tab, rowIndex + 1, columnIndex + 1),
    ),
  );
}

function cellSnapshot(spreadsheet: Spreadsheet, tab: Tab, row: number, column: number): CellSnapshot {
  const cell = tab.grid.cellAt(row, column);
  const looks = conditionalLooks(spreadsheet, tab, row, column);
  const background = looks.background ?? cell.background;
  const color = looks.fontColor ?? cell.fontColor;
  const isBold = looks.isBold ?? (cell.fontWeight === 'bold' ? true : undefined);
  return {
    text: displayTextOf(spreadsheet, tab, cell, row, column),
    input: inputTextOf(spreadsheet, cell),
    align: alignOf(spreadsheet, tab, cell, row, column),
    ...(background === undefined ? {} : { background }),
    ...(color === undefined ? {} : { color }),
    ...(isBold === undefined ? {} : { isBold }),
    ...(cell.note === undefined ? {} : { note: cell.note }),
  };
}

/** What the formula bar shows: the formula, the marked text, or the value with all its digits. */
function inputTextOf(spreadsheet: Spreadsheet, cell: Cell): string {
  if (cell.formula !== undefined) return cell.formula;
  if (cell.isQuoted === true) return `'${cell.value ?? ''}`;
  if (typeof cell.value !== 'number') return formatValue(cell.value, undefined, spreadsheet.locale);
  if (isDateFormat(cell.numberFormat)) return formatValue(cell.value, cell.numberFormat, spreadsheet.locale);
  if (cell.numberFormat?.endsWith('%')) return `${formatGeneral(cell.value * 100, spreadsheet.locale)}%`;
  return String(cell.value).replace('.', spreadsheet.locale.decimal);
}

/** Unless set, numbers stand right, booleans and errors in the middle, texts left. */
function alignOf(spreadsheet: Spreadsheet, tab: Tab, cell: Cell, row: number, column: number): CellSnapshot['align'] {
  if (cell.align) return cell.align;
  const result = cellResult(spreadsheet, tab, row, column);
  if (result.kind === 'error') return 'center';
  const value = result.kind === 'image' ? undefined : result.value;
  if (typeof value === 'number') return 'right';
  return typeof value === 'boolean' ? 'center' : 'left';
}
