/** `RangeList`: several ranges of one tab, changed together. */
import { defineService } from '../../machine/realm/service.ts';
import { fillOf } from './blocks.ts';
import { toCellInput } from './cell-values.ts';
import { clearParts, type Place, toFormat, toText, toWeight, writeAll, writeContents } from './place.ts';
import { placeOf, type Range } from './range.ts';
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
    return this.#each((place) => writeContents(place, fillOf(toCellInput(value))));
  }

  clearContent(): this {
    return this.#each((place) => clearParts(place, { contents: true }));
  }

  setNumberFormat(format: string): this {
    return this.#each((place) => writeAll(place, 'numberFormat', toFormat(format)));
  }

  setNote(note: string | null): this {
    return this.#each((place) => writeAll(place, 'note', toText(note)));
  }

  setBackground(color: string | null): this {
    return this.#each((place) => writeAll(place, 'background', toText(color)));
  }

  setFontColor(color: string | null): this {
    return this.#each((place) => writeAll(place, 'fontColor', toText(color)));
  }

  setFontWeight(weight: string | null): this {
    return this.#each((place) => writeAll(place, 'fontWeight', toWeight(weight)));
  }

  /** On the places, not through the ranges' own methods, so that one call of the list counts as one. */
  #each(change: (place: Place) => void): this {
    for (const range of this.#ranges) change(placeOf(range));
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
