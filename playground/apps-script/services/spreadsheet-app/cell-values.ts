/** Cell contents on their way between the add-on and Google: into its realm, and out of it. */

import { defineService } from '../../machine/realm/service.ts';
import type { CellValue } from '../../spreadsheet/readable-parts.ts';
import type { CellInput } from '../../spreadsheet/writes.ts';

/** What `getValues` gives for a picture in a cell. @see https://developers.google.com/apps-script/reference/spreadsheet/cell-image */
class CellImage {
  readonly #url: string;

  constructor(url: string) {
    this.#url = url;
  }

  getUrl(): string {
    return this.#url;
  }
}

defineService(CellImage, 'CellImage', 'SpreadsheetApp.CellImage', { getUrl: [''] });

/** A value as the add-on reads it; dates become dates of its own realm. */
export type ReadValue = string | number | boolean | Date | CellImage;

/** The realm's own `Date`, before the virtual clock is put in front of it: the same dates, made faster. */
const PlainDate = Date;

/** Brings a value into the add-on's realm. */
export function fromCellValue(value: CellValue): ReadValue {
  if (typeof value !== 'object') return value;
  return 'kind' in value ? new CellImage(value.url) : new PlainDate(value.getTime());
}

/** Turns whatever the add-on writes into what a cell can take. */
export function toCellInput(value: unknown): CellInput {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  return isDate(value) ? new Date(value.getTime()) : String(value);
}

/** Whether something is a date, whatever `Date` it was made with. */
export function isDate(value: unknown): value is Date {
  return Object.prototype.toString.call(value) === '[object Date]';
}
