/** `Date` as the add-on sees it: on the virtual clock, and with its local time in the script's time zone. */
import { type ZoneClock, zoneClock } from '../time-zone.ts';

const FIELDS = ['FullYear', 'Month', 'Date', 'Day', 'Hours', 'Minutes', 'Seconds', 'Milliseconds'] as const;
const SETTABLE = FIELDS.filter((field) => field !== 'Day');

const SAYS_ZONE = /(?:\dZ|:\d{2}(?:\.\d+)?\s*[+-]\d{2}:?\d{2}|GMT|UTC|\b[ECMP][SD]T)/i;
const ISO_DAY = /^[+-]?\d{4,6}(?:-\d{2}){0,2}$/;

/** Replaces the realm's `Date`. @param readClock Reads the virtual clock. */
export function installDate(timeZone: string, readClock: () => number): void {
  const native = Date;
  const zone = zoneClock(timeZone);
  replaceLocalMethods(native, zone, timeZone);
  const replaced = new Proxy(native, {
    construct: (target, args: unknown[], newTarget) =>
      Reflect.construct(target, [instantOf(native, zone, args, readClock)], newTarget),
    apply: () => new replaced().toString(),
    get: (target, member) => {
      if (member === 'now') return readClock;
      if (member === 'parse') return (text: unknown) => parseLocal(native, zone, String(text));
      return Reflect.get(target, member);
    },
  });
  native.prototype.constructor = replaced;
  Reflect.set(globalThis, 'Date', replaced);
}

function instantOf(
  native: DateConstructor,
  zone: ZoneClock,
  args: readonly unknown[],
  readClock: () => number,
): number {
  const [first] = args;
  if (args.length === 0) return readClock();
  if (args.length > 1) return localToInstant(zone, wallFromFields(native, args.map(Number)));
  if (first instanceof native) return first.getTime();
  return typeof first === 'string' ? parseLocal(native, zone, first) : Number(first);
}

function wallFromFields(native: DateConstructor, [year = Number.NaN, month = 0, ...rest]: readonly number[]): number {
  return native.UTC(year, month, ...rest);
}

/** Texts with a zone, and ISO days alone, say which instant they mean; all others are meant in the script's zone. */
function parseLocal(native: DateConstructor, zone: ZoneClock, text: string): number {
  if (SAYS_ZONE.test(text) || ISO_DAY.test(text.trim())) return native.parse(text);
  const isIso = /^\d{4}-\d{2}-\d{2}T/.test(text);
  return localToInstant(zone, native.parse(isIso ? `${text}Z` : `${text} UTC`));
}

function localToInstant(zone: ZoneClock, wallMs: number): number {
  return Number.isNaN(wallMs) ? wallMs : zone.instantMsAt(wallMs);
}

function replaceLocalMethods(native: DateConstructor, zone: ZoneClock, timeZone: string): void {
  const { prototype } = native;
  const wallOf = (date: Date) => {
    const instantMs = date.getTime();
    return new native(Number.isNaN(instantMs) ? instantMs : zone.wallMsAt(instantMs));
  };
  const define = (name: string, value: (this: Date, ...args: never[]) => unknown) =>
    Object.defineProperty(prototype, name, { value, writable: true, configurable: true });
  for (const field of FIELDS) {
    define(`get${field}`, function getField() {
      return wallOf(this)[`getUTC${field}`]();
    });
  }
  for (const field of SETTABLE) {
    define(`set${field}`, function setField(...args: number[]) {
      const wall = wallOf(this);
      Reflect.apply(wall[`setUTC${field}`], wall, args);
      return this.setTime(localToInstant(zone, wall.getTime()));
    });
  }
  define('getTimezoneOffset', function getTimezoneOffset() {
    return Number.isNaN(this.getTime()) ? Number.NaN : -zone.offsetMsAt(this.getTime()) / 60_000;
  });
  replaceTexts(native, zone, timeZone, wallOf, define);
}

type Define = (name: string, value: (this: Date, ...args: never[]) => unknown) => void;

function replaceTexts(
  native: DateConstructor,
  zone: ZoneClock,
  timeZone: string,
  wallOf: (date: Date) => Date,
  define: Define,
): void {
  const dayText = (date: Date) =>
    wallOf(date)
      .toUTCString()
      .replace(/^(\w+), (\d+) (\w+) (-?\d+).*/, '$1 $3 $2 $4');
  const timeText = (date: Date) => `${wallOf(date).toUTCString().slice(-12, -4)} ${offsetText(zone, date, timeZone)}`;
  const orInvalid = (date: Date, text: () => string) => (Number.isNaN(date.getTime()) ? 'Invalid Date' : text());
  define('toDateString', function dateToDateString() {
    return orInvalid(this, () => dayText(this));
  });
  define('toTimeString', function dateToTimeString() {
    return orInvalid(this, () => timeText(this));
  });
  define('toString', function dateToString() {
    return orInvalid(this, () => `${dayText(this)} ${timeText(this)}`);
  });
  for (const name of ['toLocaleString', 'toLocaleDateString', 'toLocaleTimeString'] as const) {
    const original = native.prototype[name];
    define(name, function localText(locales?: string, options?: Intl.DateTimeFormatOptions) {
      return Reflect.apply(original, this, [locales ?? 'en-US', { timeZone, ...options }]);
    });
  }
}

/** Such as `GMT-0500 (Eastern Standard Time)`. */
function offsetText(zone: ZoneClock, date: Date, timeZone: string): string {
  const minutes = zone.offsetMsAt(date.getTime()) / 60_000;
  const digits = String(Math.floor(Math.abs(minutes) / 60) * 100 + (Math.abs(minutes) % 60)).padStart(4, '0');
  const name = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'long' })
    .formatToParts(date.getTime())
    .find(({ type }) => type === 'timeZoneName')?.value;
  return `GMT${minutes < 0 ? '-' : '+'}${digits} (${name ?? timeZone})`;
}
