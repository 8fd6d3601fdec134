/** `Sheet`, first part: its rows and columns as a whole. */

import { exception } from '../../machine/realm/exception.ts';
import { latency } from '../../machine/realm/session.ts';
import type { Area } from '../../spreadsheet/area.ts';
import type { Axis } from '../../spreadsheet/writes.ts';
import { boundsOf, bufferWrite, readDocument } from './document-access.ts';
import { placeOf, type RangeShape } from './range-shape.ts';

/** Rows and columns of a tab. @see https://developers.google.com/apps-script/reference/spreadsheet/sheet (read 2026-11-21) */
export class SheetLines {
  readonly #tabId: number;

  constructor(tabId: number) {
    this.#tabId = tabId;
  }

  /** The tab's id, for other services. */
  static tabIdOf(sheet: SheetLines): number {
    return sheet.#tabId;
  }

  getMaxRows(): number {
    return readDocument('readTab', { tabId: this.#tabId }, latency().sheetGlanceMs).rowCount;
  }

  getMaxColumns(): number {
    return readDocument('readTab', { tabId: this.#tabId }, latency().sheetGlanceMs).columnCount;
  }

  insertRowsAfter(afterRow: number, count: number): this {
    return insert(this, 'rows', afterRow + 1, count);
  }

  insertRowsBefore(beforeRow: number, count: number): this {
    return insert(this, 'rows', beforeRow, count);
  }

  insertRowAfter(afterRow: number): this {
    return insert(this, 'rows', afterRow + 1, 1);
  }

  insertRowBefore(beforeRow: number): this {
    return insert(this, 'rows', beforeRow, 1);
  }

  insertRows(beforeRow: number, count = 1): void {
    insert(this, 'rows', beforeRow, count);
  }

  insertColumnsAfter(afterColumn: number, count: number): this {
    return insert(this, 'columns', afterColumn + 1, count);
  }

  insertColumnsBefore(beforeColumn: number, count: number): this {
    return insert(this, 'columns', beforeColumn, count);
  }

  insertColumnAfter(afterColumn: number): this {
    return insert(this, 'columns', afterColumn + 1, 1);
  }

  insertColumnBefore(beforeColumn: number): this {
    return insert(this, 'columns', beforeColumn, 1);
  }

  deleteRow(row: number): this {
    return remove(this, 'rows', row, 1);
  }

  deleteRows(row: number, count: number): void {
    remove(this, 'rows', row, count);
  }

  deleteColumn(column: number): this {
    return remove(this, 'columns', column, 1);
  }

  deleteColumns(column: number, count: number): void {
    remove(this, 'columns', column, count);
  }

  moveColumns(columns: RangeShape, beforeColumn: number): void {
    const { area } = placeOf(columns);
    bufferWrite({ kind: 'moveColumns', tabId: this.#tabId, area, beforeNumber: beforeColumn });
  }

  hideRow(range: RangeShape): void {
    hideArea(this, 'rows', placeOf(range).area);
  }

  hideRows(row: number, count = 1): void {
    setHidden(this, 'rows', row, count, true);
  }

  showRows(row: number, count = 1): void {
    setHidden(this, 'rows', row, count, false);
  }

  hideColumn(range: RangeShape): void {
    hideArea(this, 'columns', placeOf(range).area);
  }

  hideColumns(column: number, count = 1): void {
    setHidden(this, 'columns', column, count, true);
  }

  showColumns(column: number, count = 1): void {
    setHidden(this, 'columns', column, count, false);
  }

  isRowHiddenByUser(row: number): boolean {
    return isHidden(this, 'rows', row, 'user');
  }

  isRowHiddenByFilter(row: number): boolean {
    return isHidden(this, 'rows', row, 'filter');
  }

  isColumnHiddenByUser(column: number): boolean {
    return isHidden(this, 'columns', column, 'user');
  }

  getFrozenRows(): number {
    return readDocument('readTab', { tabId: this.#tabId }, latency().sheetGlanceMs).frozenRowCount;
  }

  setFrozenRows(count: number): void {
    if (count >= boundsOf(this.#tabId).rowCount) throw exception("You can't freeze all visible rows on the sheet.");
    bufferWrite({ kind: 'setFrozenRows', tabId: this.#tabId, count });
  }

  getColumnWidth(column: number): number {
    return readDocument('readColumnWidth', { tabId: this.#tabId, number: column }, latency().sheetGlanceMs);
  }

  setColumnWidth(column: number, widthPixels: number): this {
    bufferWrite({ kind: 'setColumnWidths', tabId: this.#tabId, number: column, count: 1, widthPixels });
    return this;
  }

  setColumnWidths(column: number, count: number, widthPixels: number): this {
    bufferWrite({ kind: 'setColumnWidths', tabId: this.#tabId, number: column, count, widthPixels });
    return this;
  }
}

const tabIdOf = SheetLines.tabIdOf;

function insert<T extends SheetLines>(sheet: T, axis: Axis, number: number, count: number): T {
  refuseNone(axis, count);
  bufferWrite({ kind: 'insert', axis, tabId: tabIdOf(sheet), number, count });
  return sheet;
}

function remove<T extends SheetLines>(sheet: T, axis: Axis, number: number, count: number): T {
  refuseNone(axis, count);
  bufferWrite({ kind: 'delete', axis, tabId: tabIdOf(sheet), number, count });
  return sheet;
}

function refuseNone(axis: Axis, count: number): void {
  if (count < 1) throw exception(`The number of ${axis} must be at least 1.`);
}

function hideArea(sheet: SheetLines, axis: Axis, area: Area): void {
  const [number, count] = axis === 'rows' ? [area.rowNumber, area.rowCount] : [area.columnNumber, area.columnCount];
  setHidden(sheet, axis, number, count, true);
}

function setHidden(sheet: SheetLines, axis: Axis, number: number, count: number, isNowHidden: boolean): void {
  bufferWrite({ kind: 'setHidden', axis, tabId: tabIdOf(sheet), number, count, isHidden: isNowHidden });
}

function isHidden(sheet: SheetLines, axis: Axis, number: number, by: 'user' | 'filter'): boolean {
  const tabId = tabIdOf(sheet);
  return readDocument('isHidden', { tabId, number, by, axis }, latency().sheetGlanceMs);
}
