/** The form in which a file keeps things: one number for all of it, and how each older form becomes the next. */
import { headersMark } from '../terms/headers-mark.ts';
import { partsOf, wholeText } from './stored-parts.ts';

type Stored = Readonly<Record<string, string>>;

/** The form that this code reads and writes. Raised when something stored changes so that the code before cannot read it. */
export const STORE_FORMAT = 2;

/** Where a file keeps the number of its form; a file without it has form 0, or nothing at all. */
export const FORMAT_PROPERTY = 'format';

/** How a file's form stands to this code. */
export type FormatStanding = 'current' | 'older' | 'newer';

/** Judges what is kept under `FORMAT_PROPERTY`. What is no number was written by something newer. */
export function formatStanding(text: string | null | undefined): FormatStanding {
  const format = formatOf(text);
  if (format === STORE_FORMAT) return 'current';
  return format < STORE_FORMAT ? 'older' : 'newer';
}

function formatOf(text: string | null | undefined): number {
  if (text === null || text === undefined) return 0;
  return /^\d{1,6}$/.test(text) ? Number(text) : Number.POSITIVE_INFINITY;
}

/** What is to be stored instead; `undefined` removes a value. */
type Changes = Readonly<Record<string, string | undefined>>;

/** The n-th makes form n+1 of form n. */
const MIGRATIONS: readonly ((stored: Stored) => Changes)[] = [withMarksOfHeaders, withDeletesOfLeft];

/** What a migration writes, all at once, and what it leaves over. */
export interface Migration {
  readonly values: Stored;
  readonly gone: readonly string[];
}

/**
 * Brings a store of an older form to this one. What is changed or removed is kept as it was under another name, by the day.
 *
 * @param today `2026-11-30`.
 */
export function migrationOf(stored: Stored, today: string): Migration {
  const from = formatOf(stored[FORMAT_PROPERTY]);
  let now = stored;
  for (const migrate of MIGRATIONS.slice(from)) now = applied(now, migrate(now));
  const touched = Object.keys({ ...stored, ...now }).filter((name) => stored[name] !== now[name]);
  const values: Record<string, string> = { [FORMAT_PROPERTY]: String(STORE_FORMAT) };
  const gone: string[] = [];
  for (const name of touched) {
    const [before, after] = [stored[name], now[name]];
    if (before !== undefined) values[`${OLD_PREFIX}${today}:${from}:${name}`] = before;
    if (after === undefined) gone.push(name);
    else values[name] = after;
  }
  return { values, gone };
}

function applied(stored: Stored, changes: Changes): Stored {
  return Object.fromEntries(
    Object.entries({ ...stored, ...changes }).flatMap(([name, text]) => (text === undefined ? [] : [[name, text]])),
  );
}

const OLD_PREFIX = 'old:';
const OLD_TEXT = /^old:(\d{4}-\d{2}-\d{2}):/;

/** So long a text of an older form is kept. */
const KEPT_DAYS = 30;

/** Names of older texts that have been kept long enough. */
export function namesOfExpired(stored: Stored, nowMs: number): readonly string[] {
  return Object.keys(stored).filter((name) => {
    const [, day] = OLD_TEXT.exec(name) ?? [];
    return day !== undefined && nowMs - Date.parse(`${day}T00:00:00Z`) > KEPT_DAYS * 24 * 60 * 60_000;
  });
}

/** Settings of form 0 held all headers of the tab; kept is a mark of them. */
export function settingsWithMark(settings: unknown): unknown {
  if (!isRecord(settings) || !Array.isArray(settings.seenHeaders)) return settings;
  return { ...settings, seenHeaders: headersMark(settings.seenHeaders.map(String)) };
}

function withMarksOfHeaders(stored: Stored): Changes {
  const changes: Record<string, string | undefined> = {};
  for (const name of Object.keys(stored).filter((one) => /^tab:\d+$/.test(one))) {
    const text = wholeText(name, stored);
    const settings = parsed(text);
    const marked = settingsWithMark(settings);
    if (marked === settings) continue;
    for (const part of Object.keys(stored)) if (part.startsWith(`${name}:`)) changes[part] = undefined;
    Object.assign(changes, partsOf(name, JSON.stringify(marked)));
  }
  return changes;
}

/** A tab may delete listings whose rows are gone: what form 1 holds is as good, but its code could not read such a tab. */
function withDeletesOfLeft(): Changes {
  return {};
}

function parsed(text: string | null): unknown {
  try {
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
