/** `Filter`: the basic filter of a tab. */

import { defineService } from '../../machine/realm/service.ts';
import { bufferWrite } from './document-access.ts';
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

  remove(): void {
    bufferWrite({ kind: 'removeFilter', tabId: this.#tabId });
  }
}

defineService(Filter, 'Filter', 'SpreadsheetApp.Filter', { getRange: [''], remove: [''] });
