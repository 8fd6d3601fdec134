/** Rectangles of cells and their A1 notation, as both sides of the bridge understand them. */

import { columnLetters, columnNumberOf } from '../formula/column-letters.ts';

/** A rectangle of cells. Row and column numbers count from 1. */
export interface Area {
  readonly rowNumber: number;
  readonly columnNumber: number;
  readonly rowCount: number;
  readonly columnCount: number;
}

/** The size of a tab's grid. */
export interface Bounds {
  readonly rowCount: number;
  readonly columnCount: number;
}

const A1_PATTERN = /^\$?([A-Za-z]{0,3})\$?(\d*)(?::\$?([A-Za-z]{0,3})\$?(\d*))?$/;

/** Reads `B7`, `A1:C3`, `A:A`, `3:5` or `B2:B` within a grid; `undefined` if it is no such notation. */
export function parseA1(notation: string, bounds: Bounds): Area | undefined {
  const [match, fromLetters = '', fromDigits = '', toLetters, toDigits] = A1_PATTERN.exec(notation.trim()) ?? [];
  if (match === undefined || fromLetters + fromDigits === '') return undefined;
  const isSingle = toLetters === undefined;
  if (isSingle && (fromLetters === '' || fromDigits === '')) return undefined;
  if (!isSingle && toLetters + (toDigits ?? '') === '') return undefined;
  const from = { row: Number(fromDigits || 1), column: fromLetters ? columnNumberOf(fromLetters) : 1 };
  const to = isSingle
    ? from
    : {
        row: toDigits ? Number(toDigits) : bounds.rowCount,
        column: toLetters ? columnNumberOf(toLetters) : bounds.columnCount,
      };
  return areaBetween(from.row, from.column, to.row, to.column);
}

function areaBetween(rowA: number, columnA: number, rowB: number, columnB: number): Area | undefined {
  const [top, bottom] = rowA <= rowB ? [rowA, rowB] : [rowB, rowA];
  const [left, right] = columnA <= columnB ? [columnA, columnB] : [columnB, columnA];
  if (top < 1 || left < 1) return undefined;
  return { rowNumber: top, columnNumber: left, rowCount: bottom - top + 1, columnCount: right - left + 1 };
}

/** `A1` for one cell, `A1:B2` for more. */
export function formatA1(area: Area): string {
  const from = columnLetters(area.columnNumber) + area.rowNumber;
  if (area.rowCount === 1 && area.columnCount === 1) return from;
  return `${from}:${columnLetters(lastColumnOf(area))}${lastRowOf(area)}`;
}

/** Number of the area's last row. */
export function lastRowOf(area: Area): number {
  return area.rowNumber + area.rowCount - 1;
}

/** Number of the area's last column. */
export function lastColumnOf(area: Area): number {
  return area.columnNumber + area.columnCount - 1;
}

/** Whether the area lies within the grid. */
export function isWithin(area: Area, bounds: Bounds): boolean {
  return lastRowOf(area) <= bounds.rowCount && lastColumnOf(area) <= bounds.columnCount;
}

/** Whether two areas share a cell. */
export function doAreasMeet(one: Area, other: Area): boolean {
  return (
    one.rowNumber <= lastRowOf(other) &&
    other.rowNumber <= lastRowOf(one) &&
    one.columnNumber <= lastColumnOf(other) &&
    other.columnNumber <= lastColumnOf(one)
  );
}

/** Number of cells. */
export function cellCountOf(area: Area): number {
  return area.rowCount * area.columnCount;
}
