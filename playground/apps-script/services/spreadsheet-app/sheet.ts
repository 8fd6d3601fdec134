/** `Sheet`: a tab of the spreadsheet. */

import { exception } from '../../machine/realm/exception.ts';
import { defineService } from '../../machine/realm/service.ts';
import { latency } from '../../machine/realm/session.ts';
import type { Area } from '../../spreadsheet/area.ts';
import { areaFromA1, areaFromNumbers } from './areas.ts';
import { toCellInput } from './cell-values.ts';
import { ConditionalFormatRule } from './conditional-format-rule.ts';
import { boundsOf, bufferWrite, changeDocument, readDocument } from './document-access.ts';
import { Filter } from './filter.ts';
import type { TabEntry, TabFacts } from './operations.ts';
import { createProtection, Protection, ProtectionType } from './protection.ts';
import { Range } from './range.ts';
import { RangeList } from './range-list.ts';
import { placeOf } from './range-shape.ts';
import { Selection } from './selection.ts';
import { SheetLines } from './sheet-lines.ts';
import { SHEET_SIGNATURES } from './sheet-signatures.ts';
import type { Spreadsheet } from './spreadsheet.ts';
import { activateTab, readView, selectAreas } from './view.ts';

interface ClearOptions {
  readonly contentsOnly?: boolean;
  readonly formatOnly?: boolean;
}

/** @see https://developers.google.com/apps-script/reference/spreadsheet/sheet (read 2026-11-21) */
export class Sheet extends SheetLines {
  readonly #spreadsheet: Spreadsheet;
  readonly #tabId: number;

  constructor(spreadsheet: Spreadsheet, tabId: number) {
    super(tabId);
    this.#spreadsheet = spreadsheet;
    this.#tabId = tabId;
  }

  getParent(): Spreadsheet {
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

/** All tabs, in order. */
export function listTabs(): readonly TabEntry[] {
  return readDocument('listTabs', {}, latency().sheetGlanceMs);
}

/** The selected ranges on a tab, the current one last; none if another tab is active. */
export function selectedRanges(sheet: Sheet): Range[] {
  const { tabId, areas } = readView();
  return tabId === SheetLines.tabIdOf(sheet) ? Array.from(areas, (area) => rangeAt(sheet, area)) : [];
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
  return new Range(sheet, SheetLines.tabIdOf(sheet), area);
}

function wholeOf(sheet: Sheet): Range {
  return rangeAt(sheet, { rowNumber: 1, columnNumber: 1, ...boundsOf(SheetLines.tabIdOf(sheet)) });
}

function clearAll(sheet: Sheet, contents: boolean, formats: boolean): Sheet {
  const tabId = SheetLines.tabIdOf(sheet);
  const area = { rowNumber: 1, columnNumber: 1, ...boundsOf(tabId) };
  bufferWrite({ kind: 'clear', tabId, area, parts: { contents, formats, notes: false, validations: false } });
  if (formats) bufferWrite({ kind: 'setRules', tabId, rules: [] });
  return sheet;
}

defineService(Sheet, 'Sheet', 'SpreadsheetApp.Sheet', SHEET_SIGNATURES);
