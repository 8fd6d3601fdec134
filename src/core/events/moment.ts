/** Reads the moments that messages name, in every way producers write them. */

const DATE_TIME =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*(Z|[+-]\d{2}(?::?\d{2})?)?)?$/i;

/** Dates before it are fillers, such as `0001-01-01T00:00:00`. */
const FIRST_YEAR = 1900;

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Numbers below it count seconds; it is 1973 in milliseconds. */
const SECONDS_BELOW = 100_000_000_000;

/** How far ahead of ours a sender's clock, or its idea of a time zone, may be. */
const FURTHEST_AHEAD_MS = 26 * HOUR_MS;

/**
 * The moment in milliseconds since 1970; `undefined` for what names none: other text, 30 February, the year 1.
 *
 * Without a zone it is UTC. A fraction of any length counts as one: `.5` is half a second. `24:00` is the next day's midnight.
 *
 * @see https://www.rfc-editor.org/rfc/rfc3339#section-5.6 which asks for seconds and a zone (read 2026-11-29); producers leave out
 * either, write seven digits of a fraction, or `-05`.
 */
export function readMoment(value: unknown): number | undefined {
  if (typeof value === 'number') return momentOfNumber(value);
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  if (/^\d{9,14}$/.test(text)) return momentOfNumber(Number(text));
  const match = DATE_TIME.exec(text);
  return match === null ? undefined : momentOfParts(match);
}

/** The moment a message may be ordered by: none where it lies further ahead than clocks differ. */
export function readPastMoment(value: unknown, nowMs: number): number | undefined {
  const moment = readMoment(value);
  return moment !== undefined && moment <= nowMs + FURTHEST_AHEAD_MS ? moment : undefined;
}

/** The day as it is written, `YYYY-MM-DD`, whatever the zone: a listing date names a day, not a moment. */
export function readDay(value: unknown): string | undefined {
  if (typeof value !== 'string' || readMoment(value) === undefined) return undefined;
  const day = value.trim().slice(0, 10);
  return /^\d{4}-\d{2}-\d{2}$/.test(day) ? day : undefined;
}

function momentOfNumber(value: number): number | undefined {
  if (!Number.isFinite(value) || value <= 0) return undefined;
  return value < SECONDS_BELOW ? value * 1000 : Math.trunc(value);
}

function momentOfParts(match: RegExpExecArray): number | undefined {
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const [hour, minute, second] = [Number(match[4] ?? 0), Number(match[5] ?? 0), Number(match[6] ?? 0)];
  const midnight = Date.UTC(year, month - 1, day);
  if (year < FIRST_YEAR || new Date(midnight).getUTCMonth() !== month - 1 || day === 0) return undefined;
  const isEndOfDay = hour === 24 && minute === 0 && second === 0;
  if ((hour > 23 && !isEndOfDay) || minute > 59 || second > 59) return undefined;
  const fractionMs = Number((match[7] ?? '').padEnd(3, '0').slice(0, 3));
  const offsetMs = readOffset(match[8] ?? 'Z');
  if (offsetMs === undefined) return undefined;
  return midnight + hour * HOUR_MS + minute * 60_000 + second * 1000 + fractionMs - offsetMs;
}

/** How far a zone is ahead of UTC. */
function readOffset(zone: string): number | undefined {
  if (/^z$/i.test(zone)) return 0;
  const digits = zone.slice(1).replace(':', '').padEnd(4, '0');
  const [hours, minutes] = [Number(digits.slice(0, 2)), Number(digits.slice(2))];
  const offsetMs = hours * HOUR_MS + minutes * 60_000;
  if (minutes > 59 || offsetMs >= DAY_MS) return undefined;
  return zone.startsWith('-') ? -offsetMs : offsetMs;
}
