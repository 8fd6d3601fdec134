/** Reads a block of cells part by part, as the getters of `Range` give them. */
import type { Area } from './area.ts';
import { type Cell, cellOf, type Slot } from './cell.ts';
import { formatValue } from './format-value.ts';
import { cellResult } from './formula-results.ts';
import { isDateFormat } from './number-format.ts';
import type { CellValue, ReadableParts } from './readable-parts.ts';
import { wallMsOf } from './serial-date.ts';
import type { Spreadsheet } from './spreadsheet.ts';
import type { Tab } from './tab.ts';

/** How a part is read from a cell that has something; the numbers tell where it stands. */
type Reader<T> = (slot: Slot, rowNumber: number, columnNumber: number) => T;

/** Reads one part of every cell of an area. */
export function readCells<P extends keyof ReadableParts>(
  spreadsheet: Spreadsheet,
  tab: Tab,
  area: Area,
  part: P,
): ReadableParts[P][][] {
  const read: Reader<ReadableParts[P]> = readersFor(spreadsheet, tab)[part];
  const empty = read(undefined, 0, 0);
  return Array.from({ length: area.rowCount }, (_, rowIndex) => {
    const rowNumber = area.rowNumber + rowIndex;
    const slots = tab.grid.row(rowNumber);
    const cells = new Array<ReadableParts[P]>(area.columnCount).fill(empty);
    for (let index = 0; slots !== undefined && index < area.columnCount; index++) {
      const slot = slots[area.columnNumber - 1 + index];
      if (slot !== undefined) cells[index] = read(slot, rowNumber, area.columnNumber + index);
    }
    return cells;
  });
}

function readersFor(
  spreadsheet: Spreadsheet,
  tab: Tab,
): { readonly [P in keyof ReadableParts]: Reader<ReadableParts[P]> } {
  return {
    // Most cells are bare values, which are what they read as.
    value: (slot, row, column) =>
      typeof slot === 'object' ? readValue(spreadsheet, tab, slot, row, column) : (slot ?? ''),
    displayValue: (slot, row, column) => displayTextOf(spreadsheet, tab, cellOf(slot), row, column),
    formula: (slot) => cellOf(slot).formula ?? '',
    linkUrl: (slot, row, column) => linkOf(spreadsheet, tab, cellOf(slot), row, column),
    numberFormat: (slot) => cellOf(slot).numberFormat ?? 'General',
    note: (slot) => cellOf(slot).note ?? '',
    background: (slot) => cellOf(slot).background ?? '#ffffff',
    fontColor: (slot) => cellOf(slot).fontColor ?? '#000000',
    fontWeight: (slot) => cellOf(slot).fontWeight ?? 'normal',
    wrap: (slot) => cellOf(slot).wrap ?? 'OVERFLOW',
    align: (slot) => cellOf(slot).align ?? '',
    validation: (slot) => cellOf(slot).validation ?? null,
  };
}

function readValue(spreadsheet: Spreadsheet, tab: Tab, cell: Cell, row: number, column: number): CellValue {
  if (cell.formula === undefined) return typedValue(spreadsheet, cell.value, cell.numberFormat);
  const result = cellResult(spreadsheet, tab, row, column);
  if (result.kind === 'error') return result.code;
  if (result.kind === 'image') return result;
  return typedValue(spreadsheet, result.value, cell.numberFormat ?? impliedFormat(result));
}

function typedValue(spreadsheet: Spreadsheet, value: Cell['value'], numberFormat: string | undefined): CellValue {
  if (value === undefined) return '';
  if (typeof value !== 'number' || !isDateFormat(numberFormat)) return value;
  return new Date(spreadsheet.zone.instantMsAt(wallMsOf(value)));
}

/** A formula that only repeats a cell takes over its format. */
function impliedFormat(result: { readonly kind: string; readonly numberFormat?: string }): string | undefined {
  return result.kind === 'value' ? result.numberFormat : undefined;
}

/** What a cell shows. */
export function displayTextOf(spreadsheet: Spreadsheet, tab: Tab, cell: Cell, row: number, column: number): string {
  if (cell.formula === undefined) return formatValue(cell.value, cell.numberFormat, spreadsheet.locale);
  const result = cellResult(spreadsheet, tab, row, column);
  if (result.kind === 'error') return result.code;
  if (result.kind === 'image') return '';
  return formatValue(result.value, cell.numberFormat ?? impliedFormat(result), spreadsheet.locale);
}

function linkOf(spreadsheet: Spreadsheet, tab: Tab, cell: Cell, row: number, column: number): string {
  if (cell.formula !== undefined) {
    const result = cellResult(spreadsheet, tab, row, column);
    return result.kind === 'link' ? result.url : '';
  }
  // Sheets turns a whole address typed into a cell into a link.
  return typeof cell.value === 'string' && /^https?:\/\/[^\s.]+\.\S+$/i.test(cell.value) ? cell.value : '';
}
