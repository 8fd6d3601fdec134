/** Turns the instants that `getValues` gives for date cells back into the wall-clock time the user sees. */

const DAY_MS = 24 * 60 * 60 * 1000;
const WALL_TIME = "yyyy-MM-dd'T'HH:mm:ss";

/**
 * A function that formats dates as `YYYY-MM-DDTHH:mm:ss` in a time zone.
 *
 * `Utilities.formatDate` is a service call, too slow for every date of a large sheet. A zone's offset rarely changes
 * within a day, so it is asked at both ends of a day once, and only days with a change are asked date by date.
 */
export function wallTimeFormatter(timeZone: string): (date: Date) => string {
  const offsets = new Map<number, number>();
  const format = (ms: number) => Utilities.formatDate(new Date(ms), timeZone, WALL_TIME);
  const offsetAt = (ms: number): number => {
    const known = offsets.get(ms);
    if (known !== undefined) return known;
    const offset = Date.parse(`${format(ms)}Z`) - ms;
    offsets.set(ms, offset);
    return offset;
  };
  return (date) => {
    const ms = date.getTime();
    const dayStartMs = Math.floor(ms / DAY_MS) * DAY_MS;
    const offset = offsetAt(dayStartMs);
    if (offset !== offsetAt(dayStartMs + DAY_MS)) return format(ms);
    return new Date(ms + offset).toISOString().slice(0, 19);
  };
}
