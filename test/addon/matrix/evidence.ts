/** Looks at everything that a matrix makes visible, for what must never be there: the key, an empty list, and rows in the log. */
import type { CallReport, EmulatorEvent, SpreadsheetSnapshot } from '../../../playground/apps-script/emulator.ts';
import type { JournalEntry } from '../../../playground/platform/platform.ts';
import { SECRET_KEY } from '../listing-sheet.ts';

/** Where a person, a log or another host could read something. */
export type Place = 'answer' | 'log' | 'event' | 'dialog' | 'cell' | 'document property' | 'request';

/** What was looked at, and what was found. */
export interface Evidence {
  /** Every text that held the key or its beginning, with its place; the key itself is not repeated. */
  readonly leaks: readonly string[];
  /** Every log line that held the text of a cell, with that text. */
  readonly loggedCells: readonly string[];
  /** Requests that named no key or no row. */
  readonly emptyRequests: readonly string[];
  /** How many texts were looked at in each place. */
  readonly looks: ReadonlyMap<Place, number>;
  /** From now on these rows are looked for in the log, the first of which names the columns. */
  watchRows(rows: readonly (readonly string[])[]): void;
  lookAtText(place: Place, text: string): void;
  lookAtCall(report: CallReport): void;
  lookAtEvent(event: EmulatorEvent): void;
  lookAtCells(snapshot: SpreadsheetSnapshot): void;
  lookAtRequest(entry: JournalEntry): void;
}

/**
 * The beginning of the key, as short as is still no accident: a text that was cut may hold no more of it. The last characters
 * may be shown, as on a bank card.
 */
const TELLTALE = SECRET_KEY.slice(0, 8);

/** The same as it begins in the header of a log-in: groups of three characters become four each. */
const TELLTALE_BASE64 = btoa(SECRET_KEY.slice(0, 9));

/** Characters of a text that are told of what stands before the key. */
const TOLD_CHARACTERS = 200;

/** The stand-in keeps no key; where one strayed, this stands instead. */
const REDACTED = '[redacted]';

/** Opens an empty book of evidence. */
export function collectEvidence(): Evidence {
  const leaks: string[] = [];
  const loggedCells: string[] = [];
  const emptyRequests: string[] = [];
  const looks = new Map<Place, number>();
  let watched: readonly string[] = [];
  const lookAtText = (place: Place, text: string) => {
    looks.set(place, (looks.get(place) ?? 0) + 1);
    const before = textBeforeKey(text);
    if (before !== undefined) leaks.push(`${place}: ${before.slice(-TOLD_CHARACTERS)}<key>`);
  };
  const lookAtLog = (line: string) => {
    lookAtText('log', line);
    const found = watched.find((text) => holdsText(line, text));
    if (found !== undefined) loggedCells.push(`${found} in ${line.slice(0, TOLD_CHARACTERS)}`);
  };
  return {
    leaks,
    loggedCells,
    emptyRequests,
    looks,
    watchRows: (rows) => {
      watched = [...new Set(rows.slice(1).flat().filter(isTelling))];
    },
    lookAtText,
    lookAtCall: ({ outcome, logs }) => {
      lookAtText('answer', JSON.stringify(outcome));
      logs.forEach(lookAtLog);
    },
    lookAtEvent: (event) => {
      if (event.kind !== 'changed' && event.kind !== 'selection') lookAtText('event', JSON.stringify(event));
    },
    lookAtCells: ({ tabs }) => {
      for (const tab of tabs) {
        lookAtText('cell', tab.name);
        for (const cell of tab.cells.flat()) lookAtText('cell', `${cell.text}\n${cell.input}\n${cell.note ?? ''}`);
      }
    },
    lookAtRequest: ({ path, body, endpoint }) => {
      const text = `${path}${JSON.stringify(body)}`;
      lookAtText('request', text);
      if (text.includes(REDACTED)) leaks.push(`request: ${endpoint} ${path}`);
      if (isEmptyRequest(body)) emptyRequests.push(`${endpoint}: ${JSON.stringify(body)}`);
    },
  };
}

/** What stands before the first trace of the key; `undefined` where there is none. */
function textBeforeKey(text: string): string | undefined {
  const bare = text.replace(/\\/g, '');
  const starts = [TELLTALE, encodeURIComponent(TELLTALE), TELLTALE_BASE64].map((form) => bare.indexOf(form));
  const found = starts.filter((start) => start !== -1);
  return found.length === 0 ? undefined : bare.slice(0, Math.min(...found));
}

/** Whether a cell's text can be told from others wherever it stands, as a single word or a number cannot. */
function isTelling(text: string): boolean {
  return /\p{L}/u.test(text) && /[^\p{L}]/u.test(text.trim());
}

/** Whether a line holds a text, as it is or as JSON spells it, and not only as a part of a longer word. */
function holdsText(line: string, text: string): boolean {
  return [text, JSON.stringify(text).slice(1, -1)].some((form) => standsIn(line, form));
}

function standsIn(line: string, form: string): boolean {
  for (let start = line.indexOf(form); start !== -1; start = line.indexOf(form, start + 1)) {
    const around = `${line[start - 1] ?? ''}${line[start + form.length] ?? ''}`;
    if (!/[\p{L}\p{N}]/u.test(around)) return true;
  }
  return false;
}

/** Whether a body asks for something on an empty list, which may mean *everything*. */
function isEmptyRequest(body: unknown): boolean {
  if (typeof body !== 'object' || body === null) return false;
  return Object.entries(body).some(
    ([name, value]) =>
      /^(keys|rows|key)$/i.test(name) && (value === '' || (Array.isArray(value) && value.length === 0)),
  );
}
