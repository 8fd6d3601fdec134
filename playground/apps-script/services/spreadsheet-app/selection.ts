/** `Selection`: what is selected on the active tab. */
import { defineService } from '../../machine/realm/service.ts';
import type { Range } from './range.ts';
import { RangeList } from './range-list.ts';

/** @see https://developers.google.com/apps-script/reference/spreadsheet/selection (read 2026-11-21) */
export class Selection {
  readonly #sheet: object;
  readonly #ranges: readonly Range[];
  readonly #currentCell: Range | null;

  constructor(sheet: object, ranges: readonly Range[], currentCell: Range | null) {
    this.#sheet = sheet;
    this.#ranges = ranges;
    this.#currentCell = currentCell;
  }

  getActiveSheet(): object {
    return this.#sheet;
  }

  getActiveRange(): Range | null {
    return this.#ranges.at(-1) ?? null;
  }

  getActiveRangeList(): RangeList | null {
    return this.#ranges.length === 0 ? null : new RangeList(this.#ranges);
  }

  getCurrentCell(): Range | null {
    return this.#currentCell;
  }
}

defineService(Selection, 'Selection', 'SpreadsheetApp.Selection', {
  getActiveSheet: [''],
  getActiveRange: [''],
  getActiveRangeList: [''],
  getCurrentCell: [''],
});
