/** `Range`, third part: formats, notes and rules of its cells. */

import type { EnumValue } from '../../machine/realm/enumeration.ts';
import { exception } from '../../machine/realm/exception.ts';
import type { CellParts } from '../../spreadsheet/writes.ts';
import { eachOf, fillOf } from './blocks.ts';
import { DataValidation } from './data-validation.ts';
import { bufferWrite } from './document-access.ts';
import { RangeContents, readFirst, readPart } from './range-contents.ts';
import { placeOf } from './range-shape.ts';
import { RichTextValue } from './rich-text-value.ts';

type Part = keyof CellParts;

/** The looks of a range. @see https://developers.google.com/apps-script/reference/spreadsheet/range (read 2026-11-21) */
export class RangeFormats extends RangeContents {
  getNumberFormats(): string[][] {
    return readPart(this, 'numberFormat', same);
  }

  getNumberFormat(): string {
    return readFirst(this, 'numberFormat', same);
  }

  setNumberFormats(formats: readonly (readonly string[])[]): this {
    return writeEach(this, 'numberFormat', formats, toFormat);
  }

  setNumberFormat(format: string): this {
    return writeAll(this, 'numberFormat', toFormat(format));
  }

  getNotes(): string[][] {
    return readPart(this, 'note', same);
  }

  getNote(): string {
    return readFirst(this, 'note', same);
  }

  setNotes(notes: readonly (readonly (string | null)[])[]): this {
    return writeEach(this, 'note', notes, toText);
  }

  setNote(note: string | null): this {
    return writeAll(this, 'note', toText(note));
  }

  clearNote(): this {
    return writeAll(this, 'note', '');
  }

  getBackgrounds(): string[][] {
    return readPart(this, 'background', same);
  }

  getBackground(): string {
    return readFirst(this, 'background', same);
  }

  setBackgrounds(colors: readonly (readonly (string | null)[])[]): this {
    return writeEach(this, 'background', colors, toText);
  }

  setBackground(color: string | null): this {
    return writeAll(this, 'background', toText(color));
  }

  getFontColors(): string[][] {
    return readPart(this, 'fontColor', same);
  }

  setFontColors(colors: readonly (readonly (string | null)[])[]): this {
    return writeEach(this, 'fontColor', colors, toText);
  }

  setFontColor(color: string | null): this {
    return writeAll(this, 'fontColor', toText(color));
  }

  getFontWeights(): string[][] {
    return readPart(this, 'fontWeight', same);
  }

  setFontWeights(weights: readonly (readonly unknown[])[]): this {
    return writeEach(this, 'fontWeight', weights, toWeight);
  }

  setFontWeight(weight: string | null): this {
    return writeAll(this, 'fontWeight', toWeight(weight));
  }

  /** Texts in their style. Whether Sheets parses such texts as typed ones is not documented, so here it does. */
  setRichTextValues(values: readonly (readonly RichTextValue[])[]): this {
    const { tabId, area } = placeOf(this);
    bufferWrite({ kind: 'setValues', tabId, area, block: eachOf(area, values, (value) => contentOf(value).text) });
    return writeEach(this, 'fontWeight', values, (value) => (contentOf(value).isBold ? 'bold' : 'normal'));
  }

  getHorizontalAlignment(): string {
    return readFirst(this, 'align', (align) => align || 'general');
  }

  setHorizontalAlignment(align: string | null): this {
    return writeAll(this, 'align', toAlign(align));
  }

  getWrap(): boolean {
    return readFirst(this, 'wrap', (wrap) => wrap === 'WRAP');
  }

  setWrap(isWrapped: boolean): this {
    return writeAll(this, 'wrap', isWrapped ? 'WRAP' : 'OVERFLOW');
  }

  setWrapStrategy(strategy: EnumValue<'OVERFLOW' | 'WRAP' | 'CLIP'>): this {
    return writeAll(this, 'wrap', strategy.name());
  }

  getDataValidations(): (DataValidation | null)[][] {
    return readPart(this, 'validation', (rule) => rule && new DataValidation(rule));
  }

  getDataValidation(): DataValidation | null {
    return readFirst(this, 'validation', (rule) => rule && new DataValidation(rule));
  }

  setDataValidation(rule: DataValidation | null): this {
    return writeAll(this, 'validation', rule && DataValidation.ruleOf(rule));
  }

  clearDataValidations(): this {
    return writeAll(this, 'validation', null);
  }
}

const same = <T>(content: T): T => content;

function toText(value: unknown): string {
  return value === null ? '' : String(value);
}

function toFormat(format: unknown): string {
  // @see https://github.com/brucemcpherson/gas-fakes notes/oddities.md: a missing format fails (read 2026-11-21)
  if (typeof format !== 'string') throw exception('Invalid argument: numberFormat');
  return /^general$/i.test(format) || format === '' ? 'General' : format;
}

/** Bad values are silently passed over, as by many of the real setters. */
function toWeight(weight: unknown): CellParts['fontWeight'] {
  return weight === 'bold' ? 'bold' : 'normal';
}

function contentOf(value: unknown): ReturnType<typeof RichTextValue.contentOf> {
  if (value instanceof RichTextValue) return RichTextValue.contentOf(value);
  throw exception(`Cannot convert ${String(value)} to RichTextValue.`);
}

function toAlign(align: unknown): CellParts['align'] {
  return align === 'left' || align === 'center' || align === 'right' ? align : '';
}

function writeAll<T extends RangeContents, P extends Part>(range: T, part: P, content: CellParts[P]): T {
  const { tabId, area } = placeOf(range);
  bufferWrite({ kind: 'setPart', part, tabId, area, block: fillOf(content) });
  return range;
}

function writeEach<T extends RangeContents, P extends Part>(
  range: T,
  part: P,
  contents: readonly (readonly unknown[])[],
  convert: (content: unknown) => CellParts[P],
): T {
  const { tabId, area } = placeOf(range);
  bufferWrite({ kind: 'setPart', part, tabId, area, block: eachOf(area, contents, convert) });
  return range;
}
