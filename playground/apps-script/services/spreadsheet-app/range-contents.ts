/** `Range`, second part: what is in its cells. */

import { latency } from '../../machine/realm/session.ts';
import { type Area, cellCountOf } from '../../spreadsheet/area.ts';
import type { ReadableParts } from '../../spreadsheet/readable-parts.ts';
import { eachOf, fillOf } from './blocks.ts';
import { fromCellValue, type ReadValue, toCellInput } from './cell-values.ts';
import { bufferWrite, readDocument } from './document-access.ts';
import { placeOf, RangeShape } from './range-shape.ts';
import { RichTextValue } from './rich-text-value.ts';

const CONTENTS_ONLY = { contents: true, formats: false, notes: false, validations: false };

/** The contents of a range. @see https://developers.google.com/apps-script/reference/spreadsheet/range (read 2026-11-21) */
export class RangeContents extends RangeShape {
  getValues(): ReadValue[][] {
    return readPart(this, 'value', fromCellValue);
  }

  getValue(): ReadValue {
    return readFirst(this, 'value', fromCellValue);
  }

  getDisplayValues(): string[][] {
    return readPart(this, 'displayValue', (text) => text);
  }

  getDisplayValue(): string {
    return readFirst(this, 'displayValue', (text) => text);
  }

  getFormulas(): string[][] {
    return readPart(this, 'formula', (formula) => formula);
  }

  getFormula(): string {
    return readFirst(this, 'formula', (formula) => formula);
  }

  getRichTextValues(): RichTextValue[][] {
    const texts = readPart(this, 'displayValue', (text) => text);
    const urls = readPart(this, 'linkUrl', (url) => url);
    return texts.map((row, rowIndex) =>
      row.map((text, columnIndex) => new RichTextValue(text, urls[rowIndex]?.[columnIndex] ?? '')),
    );
  }

  getRichTextValue(): RichTextValue {
    return new RichTextValue(
      readFirst(this, 'displayValue', (text) => text),
      readFirst(this, 'linkUrl', (url) => url),
    );
  }

  isBlank(): boolean {
    const isEmpty = readPart(this, 'value', (value) => value === '')
      .flat()
      .every(Boolean);
    return (
      isEmpty &&
      readPart(this, 'formula', (formula) => formula === '')
        .flat()
        .every(Boolean)
    );
  }

  setValues(values: readonly (readonly unknown[])[]): this {
    const { tabId, area } = placeOf(this);
    bufferWrite({ kind: 'setValues', tabId, area, block: eachOf(area, values, toCellInput) });
    return this;
  }

  setValue(value: unknown): this {
    const { tabId, area } = placeOf(this);
    bufferWrite({ kind: 'setValues', tabId, area, block: fillOf(toCellInput(value)) });
    return this;
  }

  setFormulas(formulas: readonly (readonly string[])[]): this {
    const { tabId, area } = placeOf(this);
    bufferWrite({ kind: 'setValues', tabId, area, block: eachOf(area, formulas, asFormula) });
    return this;
  }

  setFormula(formula: string): this {
    const { tabId, area } = placeOf(this);
    bufferWrite({ kind: 'setValues', tabId, area, block: fillOf(asFormula(formula)) });
    return this;
  }

  clearContent(): this {
    const { tabId, area } = placeOf(this);
    bufferWrite({ kind: 'clear', tabId, area, parts: CONTENTS_ONLY });
    return this;
  }
}

function asFormula(formula: unknown): string {
  const text = String(formula);
  return text === '' || text.startsWith('=') ? text : `=${text}`;
}

/** Reads a part of all cells into arrays of the add-on's realm. */
export function readPart<P extends keyof ReadableParts, T>(
  range: RangeShape,
  part: P,
  convert: (content: ReadableParts[P]) => T,
): T[][] {
  const { tabId, area } = placeOf(range);
  return readArea(tabId, area, part, convert);
}

/** Reads a part of the top-left cell. */
export function readFirst<P extends keyof ReadableParts, T>(
  range: RangeShape,
  part: P,
  convert: (content: ReadableParts[P]) => T,
): T {
  const { tabId, area } = placeOf(range);
  const [[first] = []] = readArea(tabId, { ...area, rowCount: 1, columnCount: 1 }, part, convert);
  if (first === undefined) throw new Error('Emulator: Google answered no cell');
  return first;
}

function readArea<P extends keyof ReadableParts, T>(
  tabId: number,
  area: Area,
  part: P,
  convert: (content: ReadableParts[P]) => T,
): T[][] {
  const { sheetReadMs, sheetReadPer1000CellsMs } = latency();
  const costMs = sheetReadMs + (cellCountOf(area) / 1000) * sheetReadPer1000CellsMs;
  const rows = readDocument('readCells', { tabId, area, part }, costMs) as readonly (readonly ReadableParts[P][])[];
  return Array.from(rows, (row) => Array.from(row, convert));
}
