/** Dates as spreadsheets count them: days since 1899-12-30, as a wall clock shows them, without a time zone. */

/** Milliseconds of a day. */
const DAY_MS = 86_400_000;

const EPOCH_MS = Date.UTC(1899, 11, 30);

/** The serial of a wall time given as if it were UTC, in ms since 1970. */
export function serialOf(wallMs: number): number {
  return (wallMs - EPOCH_MS) / DAY_MS;
}

/** The wall time of a serial as if it were UTC, in ms since 1970. */
export function wallMsOf(serial: number): number {
  return Math.round(serial * DAY_MS) + EPOCH_MS;
}

/** The serial of a day, or `undefined` if there is no such day. */
export function serialOfDay(year: number, month: number, day: number): number | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal ? serialOf(date.getTime()) : undefined;
}
