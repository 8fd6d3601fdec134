/** `Utilities.formatDate`: dates as text by the letters of Java's `SimpleDateFormat`. */

import { exception } from '../../machine/realm/exception.ts';
import { type ZoneClock, zoneClock } from '../../machine/time-zone.ts';

const TOKENS = /'((?:[^']|'')*)'|([A-Za-z])\2*|[^A-Za-z']+/g;

/**
 * Formats an instant in a time zone.
 *
 * @see https://docs.oracle.com/javase/7/docs/api/java/text/SimpleDateFormat.html (letters; read 2026-11-21)
 */
export function formatDate(date: Date, timeZone: string, format: string): string {
  const zone = zoneOf(timeZone);
  const wall = new Date(zone.wallMsAt(date.getTime()));
  const offsetMinutes = zone.offsetMsAt(date.getTime()) / 60_000;
  return format.replaceAll(TOKENS, (token, quoted: string | undefined, letter: string | undefined) => {
    if (quoted !== undefined) return quoted === '' ? "'" : quoted.replaceAll("''", "'");
    return letter === undefined ? token : fieldText(letter, token.length, wall, offsetMinutes, timeZone, date);
  });
}

function zoneOf(timeZone: string): ZoneClock {
  const fixed = /^GMT([+-])(\d{1,2}):?(\d{2})?$/.exec(timeZone);
  if (fixed !== null) return fixedZone(fixed[1] === '-' ? -1 : 1, Number(fixed[2]), Number(fixed[3] ?? 0));
  try {
    return zoneClock(timeZone);
  } catch {
    // Java, and so Apps Script, takes GMT for a zone it does not know.
    return fixedZone(1, 0, 0);
  }
}

function fixedZone(sign: 1 | -1, hours: number, minutes: number): ZoneClock {
  const offsetMs = sign * (hours * 60 + minutes) * 60_000;
  return {
    offsetMsAt: () => offsetMs,
    wallMsAt: (instantMs) => instantMs + offsetMs,
    instantMsAt: (wallMs) => wallMs - offsetMs,
  };
}

function fieldText(
  letter: string,
  length: number,
  wall: Date,
  offsetMinutes: number,
  timeZone: string,
  date: Date,
): string {
  const padded = (value: number) => String(value).padStart(length, '0');
  const hours = wall.getUTCHours();
  switch (letter) {
    case 'y':
    case 'Y':
      return length === 2 ? String(wall.getUTCFullYear() % 100).padStart(2, '0') : padded(wall.getUTCFullYear());
    case 'M':
    case 'L':
      return length > 2 ? named(wall, { month: length === 3 ? 'short' : 'long' }) : padded(wall.getUTCMonth() + 1);
    case 'd':
      return padded(wall.getUTCDate());
    case 'D':
      return padded(dayOfYear(wall));
    case 'E':
      return named(wall, { weekday: length > 3 ? 'long' : 'short' });
    case 'u':
      return padded(((wall.getUTCDay() + 6) % 7) + 1);
    case 'a':
      return hours < 12 ? 'AM' : 'PM';
    case 'H':
      return padded(hours);
    case 'k':
      return padded(hours === 0 ? 24 : hours);
    case 'K':
      return padded(hours % 12);
    case 'h':
      return padded(hours % 12 === 0 ? 12 : hours % 12);
    case 'm':
      return padded(wall.getUTCMinutes());
    case 's':
      return padded(wall.getUTCSeconds());
    case 'S':
      return padded(wall.getUTCMilliseconds());
    default:
      return zoneText(letter, length, offsetMinutes, timeZone, date);
  }
}

function zoneText(letter: string, length: number, offsetMinutes: number, timeZone: string, date: Date): string {
  const sign = offsetMinutes < 0 ? '-' : '+';
  const hours = String(Math.floor(Math.abs(offsetMinutes) / 60)).padStart(2, '0');
  const minutes = String(Math.abs(offsetMinutes) % 60).padStart(2, '0');
  if (letter === 'Z') return `${sign}${hours}${minutes}`;
  if (letter === 'X') {
    if (offsetMinutes === 0) return 'Z';
    return [sign + hours, `${sign}${hours}${minutes}`, `${sign}${hours}:${minutes}`][length - 1] ?? sign + hours;
  }
  if (letter === 'z') return zoneName(timeZone, length > 3 ? 'long' : 'short', date);
  throw exception(`Invalid argument: format. Illegal pattern character '${letter}'`);
}

function zoneName(timeZone: string, style: 'long' | 'short', date: Date): string {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: style }).formatToParts(date.getTime());
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
}

function named(wall: Date, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat('en-US', { ...options, timeZone: 'UTC' }).format(wall.getTime());
}

function dayOfYear(wall: Date): number {
  return (
    Math.round(
      (Date.UTC(wall.getUTCFullYear(), wall.getUTCMonth(), wall.getUTCDate()) - Date.UTC(wall.getUTCFullYear(), 0, 1)) /
        86_400_000,
    ) + 1
  );
}
