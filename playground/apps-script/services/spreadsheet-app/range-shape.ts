/** `Range`, first part: where it is. */
import { type Area, formatA1, lastColumnOf, lastRowOf } from '../../spreadsheet/area.ts';
import type { Sheet } from './sheet.ts';

/** The place of a range. @see https://developers.google.com/apps-script/reference/spreadsheet/range (read 2026-11-21) */
export class RangeShape {
  readonly #sheet: Sheet;
  readonly #tabId: number;
  readonly #area: Area;

  constructor(sheet: Sheet, tabId: number, area: Area) {
    this.#sheet = sheet;
    this.#tabId = tabId;
    this.#area = area;
  }

  /** What a range is about, for other services; the add-on cannot reach it. */
  static placeOf(range: RangeShape): { readonly sheet: Sheet; readonly tabId: number; readonly area: Area } {
    return { sheet: range.#sheet, tabId: range.#tabId, area: range.#area };
  }

  getSheet(): Sheet {
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
}

/** What a range is about. */
export const placeOf = RangeShape.placeOf;
