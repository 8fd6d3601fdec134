/** `Range`: a rectangle of cells, with everything the emulator knows of it. */
import type { EnumValue } from '../../machine/realm/enumeration.ts';
import { exception, notEmulated } from '../../machine/realm/exception.ts';
import { defineService } from '../../machine/realm/service.ts';
import { latency, settings } from '../../machine/realm/session.ts';
import { type Area, cellCountOf, formatA1, lastColumnOf, lastRowOf } from '../../spreadsheet/area.ts';
import type { CellParts } from '../../spreadsheet/writes.ts';
import { withinGrid } from './areas.ts';
import { eachOf, fillOf } from './blocks.ts';
import { fromCellValue, type ReadValue, toCellInput } from './cell-values.ts';
import { DataValidation } from './data-validation.ts';
import { bufferWrite, readDocument } from './document-access.ts';
import { Filter } from './filter.ts';
import {
  clearParts,
  type Place,
  readFirst,
  readPart,
  toFormat,
  toText,
  toWeight,
  writeAll,
  writeContents,
  writeEach,
} from './place.ts';
import { createProtection, type Protection } from './protection.ts';
import { RichTextValue } from './rich-text-value.ts';
import { selectAreas } from './view.ts';

/** Options of `clear`. Without any, contents and formats go. */
interface ClearOptions {
  readonly contentsOnly?: boolean;
  readonly formatOnly?: boolean;
  readonly commentsOnly?: boolean;
  readonly validationsOnly?: boolean;
  readonly skipFilteredRows?: boolean;
}

type SortColumn = number | { readonly column: number; readonly ascending?: boolean };

/**
 * A range. The tab it is on is opaque to it: only the add-on asks for it.
 *
 * @see https://developers.google.com/apps-script/reference/spreadsheet/range (read 2026-11-21)
 */
export class Range {
  readonly #sheet: object;
  readonly #tabId: number;
  readonly #area: Area;

  constructor(sheet: object, tabId: number, area: Area) {
    this.#sheet = sheet;
    this.#tabId = tabId;
    this.#area = area;
  }

  /** Where a range is, for other services; the add-on cannot reach it. */
  static placeOf(range: Range): Place {
    return { tabId: range.#tabId, area: range.#area };
  }

  /** Another range of the same tab, for other services. */
  static onSameTab(range: Range, area: Area): Range {
    return new Range(range.#sheet, range.#tabId, area);
  }

  getSheet(): object {
    return this.#sheet;
  }

  getGridId(): number {
    return this.#tabId;
  }

  getRow(): number {
    return this.#area.rowNumber;
  }

  getRowIndex(): number {
    return this.#area.rowNumber;
  }

  getColumn(): number {
    return this.#area.columnNumber;
  }

  getLastRow(): number {
    return lastRowOf(this.#area);
  }

  getLastColumn(): number {
    return lastColumnOf(this.#area);
  }

  getNumRows(): number {
    return this.#area.rowCount;
  }

  getHeight(): number {
    return this.#area.rowCount;
  }

  getNumColumns(): number {
    return this.#area.columnCount;
  }

  getWidth(): number {
    return this.#area.columnCount;
  }

  getA1Notation(): string {
    return formatA1(this.#area);
  }

  getValues(): ReadValue[][] {
    return readPart(placeOf(this), 'value', fromCellValue);
  }

  getValue(): ReadValue {
    return readFirst(placeOf(this), 'value', fromCellValue);
  }

  getDisplayValues(): string[][] {
    return readPart(placeOf(this), 'displayValue', (text) => text);
  }

  getDisplayValue(): string {
    return readFirst(placeOf(this), 'displayValue', (text) => text);
  }

  getFormulas(): string[][] {
    return readPart(placeOf(this), 'formula', (formula) => formula);
  }

  getFormula(): string {
    return readFirst(placeOf(this), 'formula', (formula) => formula);
  }

  getRichTextValues(): (RichTextValue | null)[][] {
    return richTexts(placeOf(this));
  }

  getRichTextValue(): RichTextValue | null {
    const { tabId, area } = placeOf(this);
    return richTexts({ tabId, area: { ...area, rowCount: 1, columnCount: 1 } })[0]?.[0] ?? null;
  }

  isBlank(): boolean {
    const isEmpty = readPart(placeOf(this), 'value', (value) => value === '')
      .flat()
      .every(Boolean);
    return (
      isEmpty &&
      readPart(placeOf(this), 'formula', (formula) => formula === '')
        .flat()
        .every(Boolean)
    );
  }

  setValues(values: readonly (readonly unknown[])[]): this {
    const place = placeOf(this);
    writeContents(place, eachOf(place.area, values, toCellInput));
    return this;
  }

  setValue(value: unknown): this {
    const place = placeOf(this);
    writeContents(place, fillOf(toCellInput(value)));
    return this;
  }

  setFormulas(formulas: readonly (readonly string[])[]): this {
    const place = placeOf(this);
    writeContents(place, eachOf(place.area, formulas, asFormula));
    return this;
  }

  setFormula(formula: string): this {
    const place = placeOf(this);
    writeContents(place, fillOf(asFormula(formula)));
    return this;
  }

  clearContent(): this {
    clearParts(placeOf(this), { contents: true });
    return this;
  }

  getNumberFormats(): string[][] {
    return readPart(placeOf(this), 'numberFormat', same);
  }

  getNumberFormat(): string {
    return readFirst(placeOf(this), 'numberFormat', same);
  }

  setNumberFormats(formats: readonly (readonly string[])[]): this {
    writeEach(placeOf(this), 'numberFormat', formats, toFormat);
    return this;
  }

  setNumberFormat(format: string): this {
    writeAll(placeOf(this), 'numberFormat', toFormat(format));
    return this;
  }

  getNotes(): string[][] {
    return readPart(placeOf(this), 'note', same);
  }

  getNote(): string {
    return readFirst(placeOf(this), 'note', same);
  }

  setNotes(notes: readonly (readonly (string | null)[])[]): this {
    writeEach(placeOf(this), 'note', notes, toText);
    return this;
  }

  setNote(note: string | null): this {
    writeAll(placeOf(this), 'note', toText(note));
    return this;
  }

  clearNote(): this {
    writeAll(placeOf(this), 'note', '');
    return this;
  }

  getBackgrounds(): string[][] {
    return readPart(placeOf(this), 'background', same);
  }

  getBackground(): string {
    return readFirst(placeOf(this), 'background', same);
  }

  setBackgrounds(colors: readonly (readonly (string | null)[])[]): this {
    writeEach(placeOf(this), 'background', colors, toText);
    return this;
  }

  setBackground(color: string | null): this {
    writeAll(placeOf(this), 'background', toText(color));
    return this;
  }

  getFontColors(): string[][] {
    return readPart(placeOf(this), 'fontColor', same);
  }

  setFontColors(colors: readonly (readonly (string | null)[])[]): this {
    writeEach(placeOf(this), 'fontColor', colors, toText);
    return this;
  }

  setFontColor(color: string | null): this {
    writeAll(placeOf(this), 'fontColor', toText(color));
    return this;
  }

  getFontWeights(): string[][] {
    return readPart(placeOf(this), 'fontWeight', same);
  }

  setFontWeights(weights: readonly (readonly unknown[])[]): this {
    writeEach(placeOf(this), 'fontWeight', weights, toWeight);
    return this;
  }

  setFontWeight(weight: string | null): this {
    writeAll(placeOf(this), 'fontWeight', toWeight(weight));
    return this;
  }

  /** Texts in their style. Whether Sheets parses such texts as typed ones is not documented, so here it does. */
  setRichTextValues(values: readonly (readonly RichTextValue[])[]): this {
    const place = placeOf(this);
    writeContents(
      place,
      eachOf(place.area, values, (value) => contentOf(value).text),
    );
    writeEach(placeOf(this), 'fontWeight', values, (value) => (contentOf(value).isBold ? 'bold' : 'normal'));
    return this;
  }

  getHorizontalAlignment(): string {
    return readFirst(placeOf(this), 'align', (align) => align || 'general');
  }

  setHorizontalAlignment(align: string | null): this {
    writeAll(placeOf(this), 'align', toAlign(align));
    return this;
  }

  getWrap(): boolean {
    return readFirst(placeOf(this), 'wrap', (wrap) => wrap === 'WRAP');
  }

  setWrap(isWrapped: boolean): this {
    writeAll(placeOf(this), 'wrap', isWrapped ? 'WRAP' : 'OVERFLOW');
    return this;
  }

  setWrapStrategy(strategy: EnumValue<'OVERFLOW' | 'WRAP' | 'CLIP'>): this {
    writeAll(placeOf(this), 'wrap', strategy.name());
    return this;
  }

  getDataValidations(): (DataValidation | null)[][] {
    return readPart(placeOf(this), 'validation', (rule) => rule && new DataValidation(rule));
  }

  getDataValidation(): DataValidation | null {
    return readFirst(placeOf(this), 'validation', (rule) => rule && new DataValidation(rule));
  }

  setDataValidation(rule: DataValidation | null): this {
    writeAll(placeOf(this), 'validation', rule && DataValidation.ruleOf(rule));
    return this;
  }

  clearDataValidations(): this {
    writeAll(placeOf(this), 'validation', null);
    return this;
  }

  getCell(row: number, column: number): Range {
    const { rowCount, columnCount } = placeOf(this).area;
    if (row < 1 || column < 1 || row > rowCount || column > columnCount) throw exception('Cell reference out of range');
    return shifted(this, row - 1, column - 1, 1, 1);
  }

  offset(rows: number, columns: number, rowCount?: number, columnCount?: number): Range {
    const { area } = placeOf(this);
    return shifted(this, rows, columns, rowCount ?? area.rowCount, columnCount ?? area.columnCount);
  }

  clear(options: ClearOptions = {}): this {
    if (options.skipFilteredRows === true) throw notEmulated('Range.clear({skipFilteredRows: true})');
    const { contentsOnly, formatOnly, commentsOnly, validationsOnly } = options;
    const isPicky = contentsOnly || formatOnly || commentsOnly || validationsOnly;
    clearParts(placeOf(this), {
      contents: contentsOnly ?? !isPicky,
      formats: formatOnly ?? !isPicky,
      notes: commentsOnly ?? false,
      validations: validationsOnly ?? false,
    });
    return this;
  }

  clearFormat(): this {
    clearParts(placeOf(this), { formats: true });
    return this;
  }

  sort(columns: SortColumn | readonly SortColumn[]): this {
    const { tabId, area } = placeOf(this);
    const list = Array.isArray(columns) ? columns : [columns];
    const keys = list.map((column: SortColumn) =>
      typeof column === 'number'
        ? { columnNumber: column, isAscending: true }
        : { columnNumber: column.column, isAscending: column.ascending ?? true },
    );
    bufferWrite({ kind: 'sort', tabId, area, keys });
    return this;
  }

  canEdit(): boolean {
    const { tabId, area } = placeOf(this);
    return readDocument('canEdit', { tabId, area }, latency().sheetReadMs);
  }

  protect(): Protection {
    const { tabId, area } = placeOf(this);
    return createProtection(tabId, area, () => onSameTab(this, area));
  }

  getMergedRanges(): Range[] {
    const { tabId, area } = placeOf(this);
    const merges = readDocument('readMerges', { tabId, area }, latency().sheetReadMs);
    return Array.from(merges, (merge) => onSameTab(this, merge));
  }

  isPartOfMerge(): boolean {
    const { tabId, area } = placeOf(this);
    return readDocument('readMerges', { tabId, area }, latency().sheetReadMs).length > 0;
  }

  activate(): this {
    const { tabId, area } = placeOf(this);
    selectAreas(tabId, [area]);
    return this;
  }

  activateAsCurrentCell(): this {
    const { tabId, area } = placeOf(this);
    if (cellCountOf(area) > 1) throw exception('The range must be a single cell.');
    selectAreas(tabId, [area]);
    return this;
  }

  createFilter(): Filter {
    const { tabId, area } = placeOf(this);
    bufferWrite({ kind: 'createFilter', tabId, area });
    return new Filter(tabId, this);
  }
}

/** Where a range is. */
export const placeOf = Range.placeOf;

const onSameTab = Range.onSameTab;

function asFormula(formula: unknown): string {
  const text = String(formula);
  return text === '' || text.startsWith('=') ? text : `=${text}`;
}

const same = <T>(content: T): T => content;

/** `null` for what is no text, if the edge has it so. */
function richTexts(place: Place): (RichTextValue | null)[][] {
  const texts = readPart(place, 'displayValue', same);
  const urls = readPart(place, 'linkUrl', same);
  const isAllText = settings().edges.richTextOfNonText === 'its text';
  const areTexts = isAllText ? [] : readPart(place, 'value', (value) => typeof value === 'string');
  return texts.map((row, rowIndex) =>
    row.map((text, columnIndex) =>
      isAllText || areTexts[rowIndex]?.[columnIndex] === true
        ? new RichTextValue(text, urls[rowIndex]?.[columnIndex] ?? '')
        : null,
    ),
  );
}

function contentOf(value: unknown): ReturnType<typeof RichTextValue.contentOf> {
  if (value instanceof RichTextValue) return RichTextValue.contentOf(value);
  throw exception(`Cannot convert ${String(value)} to RichTextValue.`);
}

function toAlign(align: unknown): CellParts['align'] {
  return align === 'left' || align === 'center' || align === 'right' ? align : '';
}

function shifted(range: Range, rows: number, columns: number, rowCount: number, columnCount: number): Range {
  const { tabId, area } = placeOf(range);
  const [rowNumber, columnNumber] = [area.rowNumber + rows, area.columnNumber + columns];
  if (rowNumber < 1 || columnNumber < 1) throw exception('The coordinates or dimensions of the range are invalid.');
  return onSameTab(range, withinGrid(tabId, { rowNumber, columnNumber, rowCount, columnCount }));
}

/** `null` takes the setting away. */
const TEXT_OR_NULL = ['String', 'null'];

defineService(
  Range,
  'Range',
  'SpreadsheetApp.Range',
  {
    getSheet: [''],
    getGridId: [''],
    getRow: [''],
    getRowIndex: [''],
    getColumn: [''],
    getLastRow: [''],
    getLastColumn: [''],
    getNumRows: [''],
    getHeight: [''],
    getNumColumns: [''],
    getWidth: [''],
    getA1Notation: [''],
    getValues: [''],
    getValue: [''],
    getDisplayValues: [''],
    getDisplayValue: [''],
    getFormulas: [''],
    getFormula: [''],
    getRichTextValues: [''],
    getRichTextValue: [''],
    isBlank: [''],
    setRichTextValues: ['any[][]'],
    setValues: ['any[][]'],
    setValue: ['any'],
    setFormulas: ['String[][]'],
    setFormula: ['String'],
    clearContent: [''],
    getNumberFormats: [''],
    getNumberFormat: [''],
    setNumberFormats: ['String[][]'],
    setNumberFormat: ['any'],
    getNotes: [''],
    getNote: [''],
    setNotes: ['any[][]'],
    setNote: TEXT_OR_NULL,
    clearNote: [''],
    getBackgrounds: [''],
    getBackground: [''],
    setBackgrounds: ['any[][]'],
    setBackground: TEXT_OR_NULL,
    getFontColors: [''],
    setFontColors: ['any[][]'],
    setFontColor: TEXT_OR_NULL,
    getFontWeights: [''],
    setFontWeights: ['any[][]'],
    setFontWeight: TEXT_OR_NULL,
    getHorizontalAlignment: [''],
    setHorizontalAlignment: TEXT_OR_NULL,
    getWrap: [''],
    setWrap: ['Boolean'],
    setWrapStrategy: ['WrapStrategy'],
    getDataValidations: [''],
    getDataValidation: [''],
    setDataValidation: ['DataValidation', 'null'],
    clearDataValidations: [''],
    getCell: ['number,number'],
    offset: ['number,number', 'number,number,number', 'number,number,number,number'],
    clear: ['', 'Object'],
    clearFormat: [''],
    sort: ['any'],
    canEdit: [''],
    protect: [''],
    getMergedRanges: [''],
    isPartOfMerge: [''],
    activate: [''],
    activateAsCurrentCell: [''],
    createFilter: [''],
  },
  placeOf,
);
