/** `Sheet`: a tab of the spreadsheet. */

import { exception } from '../../machine/realm/exception.ts';
import { defineService } from '../../machine/realm/service.ts';
import { latency } from '../../machine/realm/session.ts';
import type { Area } from '../../spreadsheet/area.ts';
import type { Axis } from '../../spreadsheet/writes.ts';
import { areaFromA1, areaFromNumbers } from './areas.ts';
import { toCellInput } from './cell-values.ts';
import { ConditionalFormatRule } from './conditional-format-rule.ts';
import { boundsOf, bufferWrite, changeDocument, readDocument } from './document-access.ts';
import { Filter } from './filter.ts';
import type { TabEntry, TabFacts } from './operations.ts';
import { createProtection, Protection, ProtectionType } from './protection.ts';
import { placeOf, Range } from './range.ts';
import { RangeList } from './range-list.ts';
import { Selection } from './selection.ts';
import { activateTab, readView, selectAreas } from './view.ts';

interface ClearOptions {
  readonly contentsOnly?: boolean;
  readonly formatOnly?: boolean;
}

/**
 * A tab. The spreadsheet it belongs to is opaque to it: only the add-on asks for it.
 *
 * @see https://developers.google.com/apps-script/reference/spreadsheet/sheet (read 2026-11-21)
 */
export class Sheet {
  readonly #spreadsheet: object;
  readonly #tabId: number;

  constructor(spreadsheet: object, tabId: number) {
    this.#spreadsheet = spreadsheet;
    this.#tabId = tabId;
  }

  /** The tab's id, for other services. */
  static tabIdOf(sheet: Sheet): number {
    return sheet.#tabId;
  }

  getParent(): object {
    return this.#spreadsheet;
  }

  getSheetId(): number {
    return this.#tabId;
  }

  getName(): string {
    return entryOf(this.#tabId).name;
  }

  getSheetName(): string {
    return entryOf(this.#tabId).name;
  }

  setName(name: string): this {
    changeDocument('renameTab', { tabId: this.#tabId, name });
    return this;
  }

  /** Counts from 1. */
  getIndex(): number {
    return listTabs().findIndex(({ tabId }) => tabId === this.#tabId) + 1;
  }

  isSheetHidden(): boolean {
    return entryOf(this.#tabId).isHidden;
  }

  hideSheet(): this {
    bufferWrite({ kind: 'setTabHidden', tabId: this.#tabId, isHidden: true });
    return this;
  }

  showSheet(): this {
    bufferWrite({ kind: 'setTabHidden', tabId: this.#tabId, isHidden: false });
    return this;
  }

  getRange(first: number | string, column = 1, rows?: number, columns?: number): Range {
    if (typeof first === 'string') return rangeAt(this, areaFromA1(this.#tabId, first));
    return rangeAt(this, areaFromNumbers(this.#tabId, first, column, rows, columns));
  }

  getRangeList(notations: readonly string[]): RangeList {
    return new RangeList(notations.map((notation) => rangeAt(this, areaFromA1(this.#tabId, notation))));
  }

  getDataRange(): Range {
    const { lastRowNumber, lastColumnNumber } = factsOf(this.#tabId);
    const [rowCount, columnCount] = [Math.max(1, lastRowNumber), Math.max(1, lastColumnNumber)];
    return rangeAt(this, { rowNumber: 1, columnNumber: 1, rowCount, columnCount });
  }

  getLastRow(): number {
    return factsOf(this.#tabId).lastRowNumber;
  }

  getLastColumn(): number {
    return factsOf(this.#tabId).lastColumnNumber;
  }

  appendRow(cells: readonly unknown[]): this {
    if (cells.length === 0) throw exception('The row must have at least one cell.');
    bufferWrite({ kind: 'appendRow', tabId: this.#tabId, cells: Array.from(cells, toCellInput) });
    return this;
  }

  clear(options: ClearOptions = {}): Sheet {
    const contents = options.contentsOnly ?? options.formatOnly !== true;
    const formats = options.formatOnly ?? options.contentsOnly !== true;
    return clearAll(this, contents, formats);
  }

  clearContents(): Sheet {
    return clearAll(this, true, false);
  }

  sort(column: number, isAscending = true): this {
    const { rowCount, columnCount } = boundsOf(this.#tabId);
    const { frozenRowCount, lastRowNumber } = factsOf(this.#tabId);
    const area = {
      rowNumber: frozenRowCount + 1,
      columnNumber: 1,
      rowCount: Math.min(rowCount, lastRowNumber) - frozenRowCount,
      columnCount,
    };
    if (area.rowCount > 0) {
      bufferWrite({ kind: 'sort', tabId: this.#tabId, area, keys: [{ columnNumber: column, isAscending }] });
    }
    return this;
  }

  getMaxRows(): number {
    return readDocument('readTab', { tabId: this.#tabId }, latency().sheetGlanceMs).rowCount;
  }

  getMaxColumns(): number {
    return readDocument('readTab', { tabId: this.#tabId }, latency().sheetGlanceMs).columnCount;
  }

  insertRowsAfter(afterRow: number, count: number): this {
    insert(this, 'rows', afterRow + 1, count);
    return this;
  }

  insertRowsBefore(beforeRow: number, count: number): this {
    insert(this, 'rows', beforeRow, count);
    return this;
  }

  insertRowAfter(afterRow: number): this {
    insert(this, 'rows', afterRow + 1, 1);
    return this;
  }

  insertRowBefore(beforeRow: number): this {
    insert(this, 'rows', beforeRow, 1);
    return this;
  }

  insertRows(beforeRow: number, count = 1): void {
    insert(this, 'rows', beforeRow, count);
  }

  insertColumnsAfter(afterColumn: number, count: number): this {
    insert(this, 'columns', afterColumn + 1, count);
    return this;
  }

  insertColumnsBefore(beforeColumn: number, count: number): this {
    insert(this, 'columns', beforeColumn, count);
    return this;
  }

  insertColumnAfter(afterColumn: number): this {
    insert(this, 'columns', afterColumn + 1, 1);
    return this;
  }

  insertColumnBefore(beforeColumn: number): this {
    insert(this, 'columns', beforeColumn, 1);
    return this;
  }

  deleteRow(row: number): this {
    remove(this, 'rows', row, 1);
    return this;
  }

  deleteRows(row: number, count: number): void {
    remove(this, 'rows', row, count);
  }

  deleteColumn(column: number): this {
    remove(this, 'columns', column, 1);
    return this;
  }

  deleteColumns(column: number, count: number): void {
    remove(this, 'columns', column, count);
  }

  moveColumns(columns: Range, beforeColumn: number): void {
    const { area } = placeOf(columns);
    bufferWrite({ kind: 'moveColumns', tabId: this.#tabId, area, beforeNumber: beforeColumn });
  }

  hideRow(range: Range): void {
    hideArea(this, 'rows', placeOf(range).area);
  }

  hideRows(row: number, count = 1): void {
    setHidden(this, 'rows', row, count, true);
  }

  showRows(row: number, count = 1): void {
    setHidden(this, 'rows', row, count, false);
  }

  hideColumn(range: Range): void {
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

  getFilter(): Filter | null {
    const { filterArea } = readDocument('readTab', { tabId: this.#tabId }, latency().sheetGlanceMs);
    return filterArea === null ? null : new Filter(this.#tabId, rangeAt(this, filterArea));
  }

  getConditionalFormatRules(): ConditionalFormatRule[] {
    const rules = readDocument('readRules', { tabId: this.#tabId }, latency().sheetReadMs);
    return Array.from(rules, ({ areas, condition, ...looks }) => {
      return new ConditionalFormatRule(
        areas.map((area) => rangeAt(this, area)),
        condition,
        looks,
      );
    });
  }

  setConditionalFormatRules(rules: readonly ConditionalFormatRule[]): void {
    bufferWrite({ kind: 'setRules', tabId: this.#tabId, rules: rules.map(ConditionalFormatRule.ruleOf) });
  }

  clearConditionalFormatRules(): void {
    bufferWrite({ kind: 'setRules', tabId: this.#tabId, rules: [] });
  }

  protect(): Protection {
    return createProtection(this.#tabId, undefined, () => wholeOf(this));
  }

  getProtections(type: (typeof ProtectionType)['RANGE' | 'SHEET']): Protection[] {
    const protections = readDocument('readProtections', { tabId: this.#tabId }, latency().sheetReadMs);
    const isWanted = (area: Area | undefined) => (area === undefined) === (type === ProtectionType.SHEET);
    return Array.from(protections)
      .filter(({ area }) => isWanted(area))
      .map((state) => {
        const { area } = state;
        return new Protection(this.#tabId, state, () => (area === undefined ? wholeOf(this) : rangeAt(this, area)));
      });
  }

  activate(): this {
    activateTab(this.#tabId);
    return this;
  }

  getActiveRange(): Range | null {
    return selectedRanges(this).at(-1) ?? null;
  }

  getActiveRangeList(): RangeList | null {
    const ranges = selectedRanges(this);
    return ranges.length === 0 ? null : new RangeList(ranges);
  }

  getActiveCell(): Range | null {
    return currentCell(this);
  }

  getCurrentCell(): Range | null {
    return currentCell(this);
  }

  getSelection(): Selection {
    return new Selection(this, selectedRanges(this), currentCell(this));
  }

  setActiveRange(range: Range): Range {
    selectAreas(this.#tabId, [placeOf(range).area]);
    return range;
  }

  setActiveSelection(target: Range | string): Range {
    const range = typeof target === 'string' ? rangeAt(this, areaFromA1(this.#tabId, target)) : target;
    selectAreas(this.#tabId, [placeOf(range).area]);
    return range;
  }

  setCurrentCell(cell: Range): Range {
    selectAreas(this.#tabId, [placeOf(cell).area]);
    return cell;
  }
}

/** The tab's id. */
const tabIdOf = Sheet.tabIdOf;

/** All tabs, in order. */
export function listTabs(): readonly TabEntry[] {
  return readDocument('listTabs', {}, latency().sheetGlanceMs);
}

/** The selected ranges on a tab, the current one last; none if another tab is active. */
export function selectedRanges(sheet: Sheet): Range[] {
  const { tabId, areas } = readView();
  return tabId === tabIdOf(sheet) ? Array.from(areas, (area) => rangeAt(sheet, area)) : [];
}

/** The top-left cell of the last selected range. */
export function currentCell(sheet: Sheet): Range | null {
  const last = selectedRanges(sheet).at(-1);
  return last === undefined ? null : rangeAt(sheet, { ...placeOf(last).area, rowCount: 1, columnCount: 1 });
}

function entryOf(tabId: number): TabEntry {
  const entry = listTabs().find((tab) => tab.tabId === tabId);
  if (entry === undefined) throw exception(`Sheet ${tabId} not found`);
  return entry;
}

function factsOf(tabId: number): TabFacts {
  return readDocument('readTab', { tabId }, latency().sheetReadMs);
}

function rangeAt(sheet: Sheet, area: Area): Range {
  return new Range(sheet, tabIdOf(sheet), area);
}

function wholeOf(sheet: Sheet): Range {
  return rangeAt(sheet, { rowNumber: 1, columnNumber: 1, ...boundsOf(tabIdOf(sheet)) });
}

function clearAll(sheet: Sheet, contents: boolean, formats: boolean): Sheet {
  const tabId = tabIdOf(sheet);
  const area = { rowNumber: 1, columnNumber: 1, ...boundsOf(tabId) };
  bufferWrite({ kind: 'clear', tabId, area, parts: { contents, formats, notes: false, validations: false } });
  if (formats) bufferWrite({ kind: 'setRules', tabId, rules: [] });
  return sheet;
}

function insert(sheet: Sheet, axis: Axis, number: number, count: number): void {
  refuseNone(axis, count);
  bufferWrite({ kind: 'insert', axis, tabId: tabIdOf(sheet), number, count });
}

function remove(sheet: Sheet, axis: Axis, number: number, count: number): void {
  refuseNone(axis, count);
  bufferWrite({ kind: 'delete', axis, tabId: tabIdOf(sheet), number, count });
}

function refuseNone(axis: Axis, count: number): void {
  if (count < 1) throw exception(`The number of ${axis} must be at least 1.`);
}

function hideArea(sheet: Sheet, axis: Axis, area: Area): void {
  const [number, count] = axis === 'rows' ? [area.rowNumber, area.rowCount] : [area.columnNumber, area.columnCount];
  setHidden(sheet, axis, number, count, true);
}

function setHidden(sheet: Sheet, axis: Axis, number: number, count: number, isNowHidden: boolean): void {
  bufferWrite({ kind: 'setHidden', axis, tabId: tabIdOf(sheet), number, count, isHidden: isNowHidden });
}

function isHidden(sheet: Sheet, axis: Axis, number: number, by: 'user' | 'filter'): boolean {
  const tabId = tabIdOf(sheet);
  return readDocument('isHidden', { tabId, number, by, axis }, latency().sheetGlanceMs);
}

defineService(
  Sheet,
  'Sheet',
  'SpreadsheetApp.Sheet',
  {
    getParent: [''],
    getSheetId: [''],
    getName: [''],
    getSheetName: [''],
    setName: ['String'],
    getIndex: [''],
    isSheetHidden: [''],
    hideSheet: [''],
    showSheet: [''],
    getRange: ['String', 'number,number', 'number,number,number', 'number,number,number,number'],
    getRangeList: ['String[]'],
    getDataRange: [''],
    getLastRow: [''],
    getLastColumn: [''],
    getMaxRows: [''],
    getMaxColumns: [''],
    appendRow: ['any[]'],
    clear: ['', 'Object'],
    clearContents: [''],
    sort: ['number', 'number,Boolean'],
    insertRowsAfter: ['number,number'],
    insertRowsBefore: ['number,number'],
    insertRowAfter: ['number'],
    insertRowBefore: ['number'],
    insertRows: ['number', 'number,number'],
    insertColumnsAfter: ['number,number'],
    insertColumnsBefore: ['number,number'],
    insertColumnAfter: ['number'],
    insertColumnBefore: ['number'],
    deleteRow: ['number'],
    deleteRows: ['number,number'],
    deleteColumn: ['number'],
    deleteColumns: ['number,number'],
    moveColumns: ['Range,number'],
    hideRow: ['Range'],
    hideRows: ['number', 'number,number'],
    showRows: ['number', 'number,number'],
    hideColumn: ['Range'],
    hideColumns: ['number', 'number,number'],
    showColumns: ['number', 'number,number'],
    isRowHiddenByUser: ['number'],
    isRowHiddenByFilter: ['number'],
    isColumnHiddenByUser: ['number'],
    getFrozenRows: [''],
    setFrozenRows: ['number'],
    getColumnWidth: ['number'],
    setColumnWidth: ['number,number'],
    setColumnWidths: ['number,number,number'],
    getFilter: [''],
    getConditionalFormatRules: [''],
    setConditionalFormatRules: ['ConditionalFormatRule[]'],
    clearConditionalFormatRules: [''],
    protect: [''],
    getProtections: ['ProtectionType'],
    activate: [''],
    getActiveRange: [''],
    getActiveRangeList: [''],
    getActiveCell: [''],
    getCurrentCell: [''],
    getSelection: [''],
    setActiveRange: ['Range'],
    setActiveSelection: ['Range', 'String'],
    setCurrentCell: ['Range'],
  },
  (sheet) => ({ tabId: tabIdOf(sheet) }),
);
