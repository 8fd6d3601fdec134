/** Inserts, deletes and moves rows and columns, and lets everything that names them follow. */

import { followCells, type NumberMap } from '../formula/shift-references.ts';
import { ServiceException } from '../machine/service-exception.ts';
import { type Area, lastColumnOf, lastRowOf } from './area.ts';
import { slotOf } from './cell.ts';
import { MAX_COLUMNS, type Spreadsheet } from './spreadsheet.ts';
import type { Keep, Tab } from './tab.ts';
import type { Axis } from './writes.ts';

/** Opens a gap of empty rows or columns in front of one. */
export function insertLines(spreadsheet: Spreadsheet, tab: Tab, axis: Axis, beforeNumber: number, count: number): void {
  const { rowCount, columnCount } = tab.bounds;
  refuseOutside(beforeNumber - 1, axis === 'rows' ? rowCount : columnCount);
  spreadsheet.refuseTooManyCells(count * (axis === 'rows' ? columnCount : rowCount));
  if (axis === 'columns' && columnCount + count > MAX_COLUMNS) {
    throw new ServiceException(
      `This action would increase the number of columns in the sheet above the limit of ${MAX_COLUMNS} columns.`,
    );
  }
  if (axis === 'rows') tab.grid.insertRows(beforeNumber, count);
  else tab.grid.insertColumns(beforeNumber, count);
  resize(tab, axis, count);
  follow(spreadsheet, tab, axis, (number) => (number < beforeNumber ? number : number + count));
}

/** Takes rows or columns out; one must stay. */
export function deleteLines(spreadsheet: Spreadsheet, tab: Tab, axis: Axis, number: number, count: number): void {
  const size = axis === 'rows' ? tab.bounds.rowCount : tab.bounds.columnCount;
  refuseOutside(number + count - 1, size);
  if (count >= size) throw new ServiceException(`You can't delete all the ${axis} on the sheet.`);
  if (axis === 'rows') tab.grid.deleteRows(number, count);
  else tab.grid.deleteColumns(number, count);
  resize(tab, axis, -count);
  follow(spreadsheet, tab, axis, (line) => {
    if (line < number) return line;
    return line < number + count ? undefined : line - count;
  });
}

/** Moves columns in front of another; `beforeNumber` is counted before the move. */
export function moveColumns(
  spreadsheet: Spreadsheet,
  tab: Tab,
  number: number,
  count: number,
  beforeNumber: number,
): void {
  refuseOutside(number + count - 1, tab.bounds.columnCount);
  refuseOutside(beforeNumber - 1, tab.bounds.columnCount);
  if (beforeNumber >= number && beforeNumber <= number + count) return;
  tab.grid.moveColumns(number, count, beforeNumber);
  follow(spreadsheet, tab, 'columns', (column) => movedNumber(column, number, count, beforeNumber));
}

function movedNumber(line: number, number: number, count: number, beforeNumber: number): number {
  const isMoved = line >= number && line < number + count;
  if (beforeNumber > number) {
    if (isMoved) return line + beforeNumber - number - count;
    return line >= number + count && line < beforeNumber ? line - count : line;
  }
  if (isMoved) return line - number + beforeNumber;
  return line >= beforeNumber && line < number ? line + count : line;
}

function refuseOutside(number: number, size: number): void {
  if (number < 0 || number > size) throw new ServiceException('Those rows or columns are out of bounds.');
}

function resize(tab: Tab, axis: Axis, added: number): void {
  const { rowCount, columnCount } = tab.bounds;
  tab.bounds =
    axis === 'rows' ? { rowCount: rowCount + added, columnCount } : { rowCount, columnCount: columnCount + added };
}

function follow(spreadsheet: Spreadsheet, tab: Tab, axis: Axis, map: NumberMap): void {
  const areas = (list: readonly Area[]) => list.flatMap((area) => followArea(area, axis, map) ?? []);
  tab.hidden = { ...tab.hidden, [axis]: followNumbers(tab.hidden[axis], map) };
  if (axis === 'rows') tab.filteredRows = followNumbers(tab.filteredRows, map);
  else tab.columnWidths = new Map([...tab.columnWidths].flatMap(([column, width]) => pairIfThere(map(column), width)));
  tab.rules = tab.rules.map((rule) => ({ ...rule, areas: areas(rule.areas) })).filter((rule) => rule.areas.length > 0);
  tab.merges = areas(tab.merges);
  tab.protections = tab.protections.flatMap((protection) => {
    if (protection.area === undefined) return protection;
    const area = followArea(protection.area, axis, map);
    return area === undefined ? [] : { ...protection, area };
  });
  followFilter(tab, axis, map);
  spreadsheet.changeViews((view) => (view.tabId === tab.tabId ? { ...view, areas: areas(view.areas) } : view));
  followFormulas(spreadsheet, tab, axis, map);
}

function pairIfThere<T>(column: number | undefined, what: T): readonly (readonly [number, T])[] {
  return column === undefined ? [] : [[column, what]];
}

function followNumbers(numbers: ReadonlySet<number>, map: NumberMap): ReadonlySet<number> {
  return new Set([...numbers].flatMap((number) => map(number) ?? []));
}

function followFilter(tab: Tab, axis: Axis, map: NumberMap): void {
  if (axis === 'columns') followUnseen(tab, map);
  if (tab.filter === undefined) return;
  const area = followArea(tab.filter.area, axis, map);
  const { keep, hides } = tab.filter;
  const follow = (number: number) => (axis === 'columns' ? map(number) : number);
  const columnNumber = keep && follow(keep.columnNumber);
  tab.filter = area && {
    area,
    ...(keep && columnNumber !== undefined && { keep: { ...keep, columnNumber } }),
    ...(hides && { hides: new Map([...hides].flatMap(([column, texts]) => pairIfThere(follow(column), texts))) }),
  };
}

/** Filter views and slicers stay with their column, and go with it. */
function followUnseen(tab: Tab, map: NumberMap): void {
  const followed = (keep: Keep): Keep | undefined => {
    const columnNumber = map(keep.columnNumber);
    return columnNumber === undefined ? undefined : { ...keep, columnNumber };
  };
  tab.slicer = tab.slicer && followed(tab.slicer);
  tab.filterViews = new Map(
    [...tab.filterViews].flatMap(([user, keep]): [string, Keep][] => {
      const kept = followed(keep);
      return kept === undefined ? [] : [[user, kept]];
    }),
  );
}

/** An area shrinks to what is left of it; `undefined` if nothing is. */
function followArea(area: Area, axis: Axis, map: NumberMap): Area | undefined {
  const first = axis === 'rows' ? area.rowNumber : area.columnNumber;
  const last = axis === 'rows' ? lastRowOf(area) : lastColumnOf(area);
  let [start, end] = [first, last];
  while (start <= last && map(start) === undefined) start++;
  while (end >= first && map(end) === undefined) end--;
  const [from, to] = [map(start), map(end)];
  if (start > end || from === undefined || to === undefined) return undefined;
  const [low, high] = from <= to ? [from, to] : [to, from];
  return axis === 'rows'
    ? { ...area, rowNumber: low, rowCount: high - low + 1 }
    : { ...area, columnNumber: low, columnCount: high - low + 1 };
}

function followFormulas(spreadsheet: Spreadsheet, changed: Tab, axis: Axis, map: NumberMap): void {
  for (const tab of spreadsheet.tabs) {
    const isAboutChanged = (tabName: string | undefined) =>
      tabName === undefined ? tab === changed : tabName.toLowerCase() === changed.name.toLowerCase();
    tab.grid.forEach((cell, rowNumber, columnNumber) => {
      if (cell.formula === undefined) return;
      const formula = followCells(cell.formula, spreadsheet.locale.decimal, axis, map, isAboutChanged);
      if (formula !== cell.formula) tab.grid.putSlot(rowNumber, columnNumber, slotOf({ ...cell, formula }));
    });
  }
}
