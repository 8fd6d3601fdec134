/** Wall clocks of time zones, from the runtime's own zone tables. */

const DAY_MS = 86_400_000;
const QUARTER_HOUR_MS = 900_000;

/** Every zone's offset changes at a quarter of an hour, so one look-up per quarter is enough. */
const MAX_REMEMBERED = 20_000;

/** Converts between instants and the wall clock of one zone. */
export interface ZoneClock {
  /** What is added to an instant to get its wall time, in ms. */
  offsetMsAt(instantMs: number): number;
  /** The wall time of an instant as if it were UTC, in ms since 1970. */
  wallMsAt(instantMs: number): number;
  /** The instant of a wall time; of two candidates (clocks going back) the earlier, of none (clocks going forward) the later. */
  instantMsAt(wallMs: number): number;
}

/** Zones that were asked for: reading the tables anew costs as much as a small execution. */
const clocks = new Map<string, ZoneClock>();

/** The clock of a zone by its IANA name; throws a `RangeError` for an unknown one. */
export function zoneClock(timeZone: string): ZoneClock {
  const known = clocks.get(timeZone) ?? newClock(timeZone);
  clocks.set(timeZone, known);
  return known;
}

function newClock(timeZone: string): ZoneClock {
  const offsetMsAt = offsetReader(timeZone);
  return {
    offsetMsAt,
    wallMsAt: (instantMs) => instantMs + offsetMsAt(instantMs),
    instantMsAt: (wallMs) => {
      const [before, after] = [wallMs - offsetMsAt(wallMs - DAY_MS), wallMs - offsetMsAt(wallMs + DAY_MS)];
      const isReal = (instantMs: number) => instantMs + offsetMsAt(instantMs) === wallMs;
      return isReal(before) || !isReal(after) ? before : after;
    },
  };
}

function offsetReader(timeZone: string): (instantMs: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
    era: 'short',
  });
  const remembered = new Map<number, number>();
  return (instantMs) => {
    const quarter = Math.floor(instantMs / QUARTER_HOUR_MS);
    const known = remembered.get(quarter);
    if (known !== undefined) return known;
    if (remembered.size >= MAX_REMEMBERED) remembered.clear();
    const offsetMs = wallMsFrom(format, quarter * QUARTER_HOUR_MS) - quarter * QUARTER_HOUR_MS;
    remembered.set(quarter, offsetMs);
    return offsetMs;
  };
}

function wallMsFrom(format: Intl.DateTimeFormat, instantMs: number): number {
  const parts: Record<string, string> = {};
  for (const { type, value } of format.formatToParts(instantMs)) parts[type] = value;
  const { year, month, day, hour, minute, second } = parts;
  const signedYear = parts.era === 'BC' ? 1 - Number(year) : Number(year);
  const wall = new Date(0);
  // `Date.UTC` would read the years 0–99 as 1900–1999.
  wall.setUTCFullYear(signedYear, Number(month) - 1, Number(day));
  wall.setUTCHours(Number(hour), Number(minute), Number(second));
  return wall.getTime();
}
