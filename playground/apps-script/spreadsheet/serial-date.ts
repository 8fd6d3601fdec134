/** Dates as spreadsheets count them: days since 1899-12-30, as a wall clock shows them, without a time zone. */

/** Milliseconds of a day. */
export const DAY_MS = 86_400_000;

const EPOCH_MS = Date.UTC(1899, 11, 30);

/** A moment as a wall clock shows it. Months count from 1. */
export interface WallTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hours: number;
  readonly minutes: number;
  readonly seconds: number;
  readonly milliseconds: number;
  /** Sunday is 0. */
  readonly weekday: number;
}

/** The serial of a wall time given as if it were UTC, in ms since 1970. */
export function serialOf(wallMs: number): number {
  return (wallMs - EPOCH_MS) / DAY_MS;
}

/** The wall time of a serial as if it were UTC, in ms since 1970. */
export function wallMsOf(serial: number): number {
  return Math.round(serial * DAY_MS) + EPOCH_MS;
}

/** The parts of the wall time of a serial. */
export function wallTimeOf(serial: number): WallTime {
  const date = new Date(wallMsOf(serial));
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hours: date.getUTCHours(),
    minutes: date.getUTCMinutes(),
    seconds: date.getUTCSeconds(),
    milliseconds: date.getUTCMilliseconds(),
    weekday: date.getUTCDay(),
  };
}

/** The serial of a day, or `undefined` if there is no such day. */
export function serialOfDay(year: number, month: number, day: number): number | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal ? serialOf(date.getTime()) : undefined;
}
