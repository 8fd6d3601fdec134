/** Applies buffered edits to the spreadsheet in order, and refuses what Sheets would refuse. */

import { ServiceException } from '../machine/service-exception.ts';
import { type Area, isWithin, lastColumnOf, lastRowOf } from './area.ts';
import { hideTexts, setFilter } from './basic-filter.ts';
import { type Cell, without } from './cell.ts';
import { refuseProtected } from './protection.ts';
import { deleteLines, insertLines, moveColumns } from './reshape.ts';
import { sortRows } from './sort-rows.ts';
import type { Spreadsheet } from './spreadsheet.ts';
import { type Tab, wholeArea } from './tab.ts';
import { CONTENT_PARTS, refuseInvalid, refuseTooLong, typeInto } from './type-into.ts';
import type { Axis, Block, CellInput, ClearParts, Write } from './writes.ts';

/** Applies edits on behalf of a person. The first that is refused throws; those before it stay, those after it are lost. */
export function applyWrites(spreadsheet: Spreadsheet, writes: readonly Write[], user: string): void {
  for (const write of writes) {
    applyWrite(spreadsheet, spreadsheet.tab(write.tabId), write, user);
    spreadsheet.version++;
  }
}

function applyWrite(spreadsheet: Spreadsheet, tab: Tab, write: Write, user: string): void {
  const area = areaOf(tab, write);
  if (area !== undefined) {
    if (!isWithin(area, tab.bounds)) {
      throw new ServiceException('The coordinates of the range are outside the dimensions of the sheet.');
    }
    refuseProtected(spreadsheet, tab, area, user);
  }
  switch (write.kind) {
    case 'setValues':
      setValues(spreadsheet, tab, write.area, write.block);
      break;
    case 'setPart':
      setPart(tab, write);
      break;
    case 'clear':
      tab.grid.changeExisting(write.area, (cell) => cleared(cell, write.parts));
      break;
    case 'appendRow':
      appendRow(spreadsheet, tab, write.cells);
      break;
    case 'insert':
      insertLines(spreadsheet, tab, write.axis, write.number, write.count);
      break;
    case 'delete':
      deleteLines(spreadsheet, tab, write.axis, write.number, write.count);
      break;
    case 'moveColumns':
      moveColumns(spreadsheet, tab, write.area.columnNumber, write.area.columnCount, write.beforeNumber);
      break;
    case 'sort':
      sortRows(spreadsheet, tab, write.area, write.keys);
      break;
    default:
      applyTabWrite(spreadsheet, tab, write);
  }
}

type CellWriteKind = 'setValues' | 'setPart' | 'clear' | 'appendRow' | 'insert' | 'delete' | 'moveColumns' | 'sort';

function applyTabWrite(spreadsheet: Spreadsheet, tab: Tab, write: Exclude<Write, { kind: CellWriteKind }>): void {
  switch (write.kind) {
    case 'setHidden':
      setHidden(tab, write.axis, write.number, write.count, write.isHidden);
      break;
    case 'setFrozenRows':
      tab.frozenRowCount = write.count;
      break;
    case 'setColumnWidths':
      tab.columnWidths = new Map([
        ...tab.columnWidths,
        ...numbersFrom(write.number, write.count).map((number) => [number, write.widthPixels] as const),
      ]);
      break;
    case 'setRules':
      tab.rules = write.rules;
      break;
    case 'setTabHidden':
      tab.isHidden = write.isHidden;
      break;
    case 'setProtection':
      tab.protections = [...tab.protections.filter(({ id }) => id !== write.protection.id), write.protection];
      break;
    case 'removeProtection':
      tab.protections = tab.protections.filter(({ id }) => id !== write.id);
      break;
    case 'createFilter':
      if (tab.filter !== undefined)
        throw new ServiceException("You can't create a filter in a sheet that already has a filter.");
      setFilter(spreadsheet, tab, { area: write.area });
      break;
    case 'hideTexts':
      hideTexts(spreadsheet, tab, write.columnNumber, write.texts ?? undefined);
      break;
    case 'removeFilter':
      setFilter(spreadsheet, tab, undefined);
      break;
    default:
      write satisfies never;
  }
}

/** The cells a write touches, which must lie in the grid and be free to edit. */
function areaOf(tab: Tab, write: Write): Area | undefined {
  switch (write.kind) {
    case 'setValues':
    case 'setPart':
    case 'clear':
    case 'sort':
    case 'moveColumns':
      return write.area;
    case 'delete':
      return lines(tab, write.axis, write.number, write.count);
    default:
      return undefined;
  }
}

function lines(tab: Tab, axis: Axis, number: number, count: number): Area {
  const whole = wholeArea(tab.bounds);
  return axis === 'rows'
    ? { ...whole, rowNumber: number, rowCount: count }
    : { ...whole, columnNumber: number, columnCount: count };
}

function numbersFrom(number: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => number + index);
}

function setHidden(tab: Tab, axis: Axis, number: number, count: number, isHidden: boolean): void {
  const numbers = new Set(tab.hidden[axis]);
  for (const line of numbersFrom(number, count)) {
    if (isHidden) numbers.add(line);
    else numbers.delete(line);
  }
  tab.hidden = { ...tab.hidden, [axis]: numbers };
}

function setValues(spreadsheet: Spreadsheet, tab: Tab, area: Area, block: Block<CellInput>): void {
  // All cells are checked before any is written: a refused cell fails the whole block.
  forEachCell(area, block, (input, row, column) => {
    refuseTooLong(input);
    refuseInvalid(spreadsheet, tab.grid.cellAt(row, column).validation, input, row, column);
  });
  forEachCell(area, block, (input, row, column) => {
    if (isCovered(tab, row, column)) return;
    tab.grid.putSlot(row, column, typeInto(spreadsheet, tab.grid.cellAt(row, column), input));
  });
}

/** Values written into a merged area's other cells are lost. */
function isCovered(tab: Tab, row: number, column: number): boolean {
  return tab.merges.some(
    (merge) =>
      row >= merge.rowNumber &&
      row <= lastRowOf(merge) &&
      column >= merge.columnNumber &&
      column <= lastColumnOf(merge) &&
      !(row === merge.rowNumber && column === merge.columnNumber),
  );
}

type SetPart = Extract<Write, { kind: 'setPart' }>;

/** Contents that mean "as if never set", so that such a cell takes no room. */
const UNSET: Readonly<Record<SetPart['part'], unknown>> = {
  numberFormat: 'General',
  note: '',
  background: '',
  fontColor: '',
  fontWeight: 'normal',
  wrap: 'OVERFLOW',
  align: '',
  validation: null,
};

function setPart(tab: Tab, { area, part, block }: SetPart): void {
  forEachCell<unknown>(area, block, (content, row, column) => {
    const cell = tab.grid.cellAt(row, column);
    const isUnset = content === UNSET[part];
    if (isUnset && cell[part] === undefined) return;
    tab.grid.put(row, column, isUnset ? without(cell, [part]) : { ...cell, [part]: content });
  });
}

function forEachCell<T>(area: Area, block: Block<T>, visit: (content: T, row: number, column: number) => void): void {
  for (let rowIndex = 0; rowIndex < area.rowCount; rowIndex++) {
    const contents = block.kind === 'each' ? block.rows[rowIndex] : undefined;
    for (let columnIndex = 0; columnIndex < area.columnCount; columnIndex++) {
      const content = block.kind === 'fill' ? block.content : contents?.[columnIndex];
      if (content !== undefined) visit(content, area.rowNumber + rowIndex, area.columnNumber + columnIndex);
    }
  }
}

function cleared(cell: Cell, parts: ClearParts): Cell {
  return without(cell, [
    ...(parts.contents ? CONTENT_PARTS : []),
    ...(parts.formats ? (['numberFormat', 'background', 'fontColor', 'fontWeight', 'wrap', 'align'] as const) : []),
    ...(parts.notes ? (['note'] as const) : []),
    ...(parts.validations ? (['validation'] as const) : []),
  ]);
}

function appendRow(spreadsheet: Spreadsheet, tab: Tab, cells: readonly CellInput[]): void {
  const rowNumber = tab.grid.extent().lastRowNumber + 1;
  const { rowCount, columnCount } = tab.bounds;
  if (rowNumber > rowCount) insertLines(spreadsheet, tab, 'rows', rowCount + 1, 1);
  if (cells.length > columnCount) {
    insertLines(spreadsheet, tab, 'columns', columnCount + 1, cells.length - columnCount);
  }
  const area = { rowNumber, columnNumber: 1, rowCount: 1, columnCount: cells.length };
  setValues(spreadsheet, tab, area, { kind: 'each', rows: [cells] });
}
