/** A line of the ledger: what became of one key, as a text that stands in one cell. The body that was sent stands beside it. */

import { DEFAULT_BASE_URL } from '../platform/endpoints.ts';
import { murmurHash } from '../terms/murmur-hash.ts';

/** What a line says of its key. */
export const LEDGER_STATES = [
  /** The platform confirmed this content. */
  'confirmed',
  /** The platform confirmed that the key is gone. */
  'deleted',
  /** A person took the content back: it is not sent again by itself. */
  'taken-back',
  /** A request may have arrived, or may still arrive, without a clear answer. */
  'unclear',
  /** The platform refused the last request, or has no such key. */
  'turned-down',
] as const;

export type LedgerState = (typeof LEDGER_STATES)[number];

/** What the request asked for. */
export const LEDGER_OPERATIONS = ['push', 'update', 'create', 'delete'] as const;

export type LedgerOperation = (typeof LEDGER_OPERATIONS)[number];

/** A line. */
export interface LedgerLine {
  /** Of the checkpoint that wrote it, from 1; of the lines of a key the highest number counts. */
  readonly number: number;
  readonly state: LedgerState;
  readonly operation: LedgerOperation;
  /** Of the content that the line is about; `''` where it is not known, or where there were several. */
  readonly fingerprint: string;
  /** When the outcome was written, in ms since 1970. */
  readonly atMs: number;
  /** The tab whose row it was. */
  readonly tabId: number;
  /** Of the body beside it, in UTF-8; 0 where there is none. */
  readonly bodyBytes: number;
  /** Stands for address and chatbot (`ledgerPlace`). */
  readonly place: string;
  /** What the platform knows it by, as it was written: `MLSNumber A1`, `row 12`. */
  readonly name: string;
}

/** Identifies a key of a chatbot; two names that differ in case only are one key, for the platform may think so. */
export function ledgerKey({ place, name }: Pick<LedgerLine, 'place' | 'name'>): string {
  return `${place} ${name}`.toLowerCase();
}

/** The name in a key of a chatbot. */
export function nameIn(key: string): string {
  return key.slice(key.indexOf(' ') + 1);
}

/** Stands for where rows are sent: an address of the platform, `''` for the usual one, and a chatbot there. */
export function ledgerPlace(address: string, chatbotId: string): string {
  return murmurHash(`${address || DEFAULT_BASE_URL} ${chatbotId}`).slice(0, 8);
}

const BEGIN = 'v1 ';

/** The text of a line. It begins with a letter and has the shape of no number, date or formula. */
export function formatLine(line: LedgerLine): string {
  const { number, state, operation, fingerprint, atMs, tabId, bodyBytes, place, name } = line;
  return `v1 ${number} ${state} ${operation} ${fingerprint || '-'} ${atMs} ${tabId} ${bodyBytes} ${place} ${name}`;
}

const LINE =
  /^v1 (\d{1,9}) ([a-z-]+) ([a-z]+) (-|v1:[0-9a-f]{32}) (\d{1,15}) (\d{1,12}) (\d{1,9}) ([0-9a-f]{8}) (.+)$/s;

/**
 * When a line's content was confirmed, in ms since 1970; `undefined` where it is about other content, or not confirmed. Asked
 * of every row of a run, so only as much is read as it takes.
 */
export function confirmedAtMs(text: string, fingerprint: string): number | undefined {
  if (!saysConfirmed(text)) return undefined;
  const found = text.indexOf(fingerprint, BEGIN.length);
  if (found === -1 || fingerprint === '') return undefined;
  return digitsAt(text, found + fingerprint.length + 1);
}

/** Reads a line; `undefined` for a text that is none. */
export function parseLine(text: string): LedgerLine | undefined {
  const [, number, state, operation, fingerprint, atMs, tabId, bodyBytes, place, name] = LINE.exec(text) ?? [];
  if (!isOneOf(LEDGER_STATES, state) || !isOneOf(LEDGER_OPERATIONS, operation)) return undefined;
  if (fingerprint === undefined || place === undefined || name === undefined) return undefined;
  // Named one by one: spreading costs several times what all the rest does, and there may be a hundred thousand lines.
  return {
    number: Number(number),
    state,
    operation,
    fingerprint: fingerprint === '-' ? '' : fingerprint,
    atMs: Number(atMs),
    tabId: Number(tabId),
    bodyBytes: Number(bodyBytes),
    place,
    name,
  };
}

function isOneOf<Word extends string>(words: readonly Word[], text: string | undefined): text is Word {
  return words.includes(text as Word);
}

/** Parts of a line between its number and its place. */
const PARTS_BEFORE_PLACE = 6;

/** The number of a line, found without reading the rest of it; 0 in a text that is none. */
export function numberIn(text: string): number {
  return digitsAt(text, BEGIN.length);
}

/** The number that stands at a place; 0 where none does. No text is cut out for it: there may be a hundred thousand. */
function digitsAt(text: string, start: number): number {
  let number = 0;
  for (let index = start; ; index += 1) {
    const digit = text.charCodeAt(index) - 0x30;
    if (!(digit >= 0 && digit <= 9)) return number;
    number = number * 10 + digit;
  }
}

/** The key of a line, found without reading the rest of it; `''` in a text that is none. */
export function keyIn(text: string): string {
  if (!text.startsWith(BEGIN)) return '';
  let blank = text.indexOf(' ', BEGIN.length);
  for (let count = 0; count < PARTS_BEFORE_PLACE && blank !== -1; count += 1) blank = text.indexOf(' ', blank + 1);
  return blank === -1 ? '' : text.slice(blank + 1).toLowerCase();
}

/** Whether a line says what the platform has since, found without reading the rest of it. */
export function saysConfirmed(text: string): boolean {
  const state = text.indexOf(' ', BEGIN.length) + 1;
  return text.startsWith('confirmed ', state) || text.startsWith('deleted ', state);
}

/** Whether a line says that its key is unclear, found without reading the rest of it. */
export function saysUnclear(text: string): boolean {
  return text.startsWith('unclear ', text.indexOf(' ', BEGIN.length) + 1);
}

/**
 * Whether after a line the platform may have other content than the last line says that confirms any: a request without a clear
 * answer, or what was taken back.
 */
export function leavesDoubt(text: string): boolean {
  const state = text.indexOf(' ', BEGIN.length) + 1;
  return text.startsWith('unclear ', state) || text.startsWith('taken-back ', state);
}
