/** Looks at everything that a matrix makes visible, for the two things that must never be there: the key, and an empty list. */
import type { CallReport, EmulatorEvent, SpreadsheetSnapshot } from '../../../playground/apps-script/emulator.ts';
import type { JournalEntry } from '../../../playground/platform/platform.ts';
import { SECRET_KEY } from '../listing-sheet.ts';

/** Where a person, a log or another host could read something. */
export type Place = 'answer' | 'log' | 'event' | 'dialog' | 'cell' | 'document property' | 'request';

/** What was looked at, and what was found. */
export interface Evidence {
  /** Every text that held the key, with its place; the key itself is not repeated. */
  readonly leaks: readonly string[];
  /** Requests that named no key or no row. */
  readonly emptyRequests: readonly string[];
  /** How many texts were looked at in each place. */
  readonly looks: ReadonlyMap<Place, number>;
  lookAtText(place: Place, text: string): void;
  lookAtCall(report: CallReport): void;
  lookAtEvent(event: EmulatorEvent): void;
  lookAtCells(snapshot: SpreadsheetSnapshot): void;
  lookAtRequest(entry: JournalEntry): void;
}

/** A part of the key long enough to be no accident; the last characters may be shown, as on a bank card. */
const TELLTALE = SECRET_KEY.slice(0, -5);

/** The stand-in keeps no key; where one strayed, this stands instead. */
const REDACTED = '[redacted]';

/** Opens an empty book of evidence. */
export function collectEvidence(): Evidence {
  const leaks: string[] = [];
  const emptyRequests: string[] = [];
  const looks = new Map<Place, number>();
  const lookAtText = (place: Place, text: string) => {
    looks.set(place, (looks.get(place) ?? 0) + 1);
    if (holdsKey(text)) leaks.push(`${place}: ${text.slice(0, 300).replaceAll(TELLTALE, '<key>')}`);
  };
  return {
    leaks,
    emptyRequests,
    looks,
    lookAtText,
    lookAtCall: ({ outcome, logs }) => {
      lookAtText('answer', JSON.stringify(outcome));
      for (const line of logs) lookAtText('log', line);
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
      looks.set('request', (looks.get('request') ?? 0) + 1);
      if (`${path}${JSON.stringify(body)}`.includes(REDACTED)) leaks.push(`request: ${endpoint} ${path}`);
      if (isEmptyRequest(body)) emptyRequests.push(`${endpoint}: ${JSON.stringify(body)}`);
    },
  };
}

function holdsKey(text: string): boolean {
  const bare = text.replace(/\\/g, '');
  return [TELLTALE, encodeURIComponent(TELLTALE), btoa(SECRET_KEY)].some((form) => bare.includes(form));
}

/** Whether a body asks for something on an empty list, which may mean *everything*. */
function isEmptyRequest(body: unknown): boolean {
  if (typeof body !== 'object' || body === null) return false;
  return Object.entries(body).some(
    ([name, value]) =>
      /^(keys|rows|key)$/i.test(name) && (value === '' || (Array.isArray(value) && value.length === 0)),
  );
}
