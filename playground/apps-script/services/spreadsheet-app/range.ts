/** `Range`: a rectangle of cells, with everything the emulator knows of it. */

import { exception, notEmulated } from '../../machine/realm/exception.ts';
import { defineService } from '../../machine/realm/service.ts';
import { latency } from '../../machine/realm/session.ts';
import { cellCountOf } from '../../spreadsheet/area.ts';
import { withinGrid } from './areas.ts';
import { bufferWrite, readDocument } from './document-access.ts';
import { createProtection, type Protection } from './protection.ts';
import { RangeFormats } from './range-formats.ts';
import { placeOf } from './range-shape.ts';
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

/** @see https://developers.google.com/apps-script/reference/spreadsheet/range (read 2026-11-21) */
export class Range extends RangeFormats {
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
    const { tabId, area } = placeOf(this);
    const { contentsOnly, formatOnly, commentsOnly, validationsOnly } = options;
    const isPicky = contentsOnly || formatOnly || commentsOnly || validationsOnly;
    const parts = {
      contents: contentsOnly ?? !isPicky,
      formats: formatOnly ?? !isPicky,
      notes: commentsOnly ?? false,
      validations: validationsOnly ?? false,
    };
    bufferWrite({ kind: 'clear', tabId, area, parts });
    return this;
  }

  clearFormat(): this {
    const { tabId, area } = placeOf(this);
    bufferWrite({
      kind: 'clear',
      tabId,
      area,
      parts: { contents: false, formats: true, notes: false, validations: false },
    });
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
    const { sheet, tabId, area } = placeOf(this);
    return createProtection(tabId, area, () => new Range(sheet, tabId, area));
  }

  getMergedRanges(): Range[] {
    const { sheet, tabId, area } = placeOf(this);
    const merges = readDocument('readMerges', { tabId, area }, latency().sheetReadMs);
    return Array.from(merges, (merge) => new Range(sheet, tabId, merge));
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
}

function shifted(range: Range, rows: number, columns: number, rowCount: number, columnCount: number): Range {
  const { sheet, tabId, area } = placeOf(range);
  const [rowNumber, columnNumber] = [area.rowNumber + rows, area.columnNumber + columns];
  if (rowNumber < 1 || columnNumber < 1) throw exception('The coordinates or dimensions of the range are invalid.');
  return new Range(sheet, tabId, withinGrid(tabId, { rowNumber, columnNumber, rowCount, columnCount }));
}

/** `null` takes the setting away. */
const TEXT_OR_NULL = ['String', 'null'];

defineService(Range, 'Range', 'SpreadsheetApp.Range', {
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
});
