/** `Filter`: the basic filter of a tab. */

import { defineService } from '../../machine/realm/service.ts';
import { bufferWrite } from './document-access.ts';
import type { FilterCriteria } from './filter-criteria.ts';
import type { Range } from './range.ts';

/** @see https://developers.google.com/apps-script/reference/spreadsheet/filter (read 2026-11-21) */
export class Filter {
  readonly #tabId: number;
  readonly #range: Range;

  constructor(tabId: number, range: Range) {
    this.#tabId = tabId;
    this.#range = range;
  }

  getRange(): Range {
    return this.#range;
  }

  setColumnFilterCriteria(columnPosition: number, criteria: FilterCriteria | null): this {
    return this.#hide(columnPosition, criteria === null ? null : criteria.getHiddenValues());
  }

  removeColumnFilterCriteria(columnPosition: number): this {
    return this.#hide(columnPosition, null);
  }

  remove(): void {
    bufferWrite({ kind: 'removeFilter', tabId: this.#tabId });
  }

  #hide(columnNumber: number, texts: readonly string[] | null): this {
    bufferWrite({ kind: 'hideTexts', tabId: this.#tabId, columnNumber, texts });
    return this;
  }
}

defineService(Filter, 'Filter', 'SpreadsheetApp.Filter', {
  getRange: [''],
  setColumnFilterCriteria: ['number,FilterCriteria', 'number,null'],
  removeColumnFilterCriteria: ['number'],
  remove: [''],
});
