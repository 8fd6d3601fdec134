/** `RangeList`: several ranges of one tab, changed together. */
import { defineService } from '../../machine/realm/service.ts';
import type { Range } from './range.ts';
import { RangeFormats } from './range-formats.ts';
import { placeOf } from './range-shape.ts';
import { selectAreas } from './view.ts';

/** @see https://developers.google.com/apps-script/reference/spreadsheet/range-list (read 2026-11-21) */
export class RangeList {
  readonly #ranges: readonly Range[];

  constructor(ranges: readonly Range[]) {
    this.#ranges = ranges;
  }

  getRanges(): Range[] {
    return [...this.#ranges];
  }

  activate(): this {
    const [first] = this.#ranges;
    if (first !== undefined)
      selectAreas(
        placeOf(first).tabId,
        this.#ranges.map((range) => placeOf(range).area),
      );
    return this;
  }

  setValue(value: unknown): this {
    return this.#each((range) => range.setValue(value));
  }

  clearContent(): this {
    return this.#each((range) => range.clearContent());
  }

  setNumberFormat(format: string): this {
    return this.#each((range) => range.setNumberFormat(format));
  }

  setNote(note: string | null): this {
    return this.#each((range) => range.setNote(note));
  }

  setBackground(color: string | null): this {
    return this.#each((range) => range.setBackground(color));
  }

  setFontColor(color: string | null): this {
    return this.#each((range) => range.setFontColor(color));
  }

  setFontWeight(weight: string | null): this {
    return this.#each((range) => range.setFontWeight(weight));
  }

  /** Through a plain copy of each range, so that one call of the list counts as one. */
  #each(change: (range: RangeFormats) => void): this {
    for (const range of this.#ranges) {
      const { sheet, tabId, area } = placeOf(range);
      change(new RangeFormats(sheet, tabId, area));
    }
    return this;
  }
}

defineService(RangeList, 'RangeList', 'SpreadsheetApp.RangeList', {
  getRanges: [''],
  activate: [''],
  setValue: ['any'],
  clearContent: [''],
  setNumberFormat: ['String'],
  setNote: ['String', 'null'],
  setBackground: ['String', 'null'],
  setFontColor: ['String', 'null'],
  setFontWeight: ['String', 'null'],
});
