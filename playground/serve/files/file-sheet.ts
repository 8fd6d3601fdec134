/** A sheet of a file, between the file and the spreadsheet. */

/** A cell as a file holds it. Dates are numbers of days with a date's format, as in every spreadsheet. */
export type FileCell =
  | { readonly kind: 'blank' }
  /** A text that is read as if typed by hand. */
  | { readonly kind: 'typed'; readonly text: string }
  /** A text that stays a text, whatever it looks like. */
  | { readonly kind: 'text'; readonly text: string; readonly numberFormat?: string }
  | { readonly kind: 'number'; readonly value: number; readonly numberFormat?: string }
  | { readonly kind: 'boolean'; readonly value: boolean };

/** A sheet; rows may be shorter than others. */
export interface FileSheet {
  readonly name: string;
  readonly rows: readonly (readonly FileCell[])[];
  readonly frozenRows: number;
}

const DAY_MS = 86_400_000;
/** Day 0 of the spreadsheet calendar. */
const EPOCH_MS = Date.UTC(1899, 11, 30);

/** The number of days of a wall-clock time, given as the moment at which clocks in UTC show it. */
export function serialOfWall(wallMs: number): number {
  return (wallMs - EPOCH_MS) / DAY_MS;
}

/** The wall-clock time of a number of days, as the moment at which clocks in UTC show it. */
export function wallOfSerial(serial: number): number {
  return Math.round(serial * DAY_MS) + EPOCH_MS;
}
