/** What was sent for a row and what came back, and the rows of one run, as the ledger's lines tell it. */

import { keyIn, type LedgerLine, parseLine } from '../ledger/ledger-line.ts';
import { fieldDefinition, isFieldName } from '../listing/fields.ts';
import { clipText } from '../terms/clip-text.ts';
import { parseJson } from '../terms/parse-json.ts';
import { notKeptWords } from '../words/not-kept.ts';

/** One thing that was sent, and what became of it. */
export interface StoryEntry {
  readonly atMs: number;
  /** `Updated`, `Deleted`, `No clear answer to an update`. */
  readonly outcome: string;
  /** What was different from what was sent before, `City: Oslo → Bergen`; empty where that is not known. */
  readonly changes: readonly string[];
}

/** Longest part of a value that is shown. */
const LONGEST_VALUE = 60;

/** More changes than this are counted. */
const MOST_CHANGES = 8;

/** The lines of a key, newest first. */
export function linesOfKey(texts: readonly string[], key: string): readonly LedgerLine[] {
  return texts
    .filter((text) => keyIn(text) === key)
    .flatMap((text) => parseLine(text) ?? [])
    .sort((one, other) => other.number - one.number);
}

/** A run over a tab, and when it stood aside for others; in ms since 1970. */
export interface RunSpan {
  readonly tabId: number;
  readonly fromMs: number;
  readonly toMs: number;
  readonly asides: readonly (readonly [fromMs: number, toMs: number])[];
}

/** The lines that a run has written for its tab, oldest first; of a key the last one. */
export function linesOfRun(texts: readonly string[], { tabId, fromMs, toMs, asides }: RunSpan): readonly LedgerLine[] {
  const isAside = (atMs: number) => asides.some(([from, to]) => atMs >= from && atMs <= to);
  const lines = texts
    .flatMap((text) => parseLine(text) ?? [])
    .filter((line) => line.tabId === tabId && line.atMs >= fromMs && line.atMs <= toMs && !isAside(line.atMs))
    .sort((one, other) => one.number - other.number);
  return [...new Map(lines.map((line) => [`${line.place} ${line.name}`.toLowerCase(), line])).values()];
}

/**
 * The story of a key.
 *
 * @param lines Newest first.
 * @param bodyOf What was sent with a line; `''` where that is not known.
 */
export function storyOf(lines: readonly LedgerLine[], bodyOf: (line: LedgerLine) => string): readonly StoryEntry[] {
  return lines.map((line, index) => {
    const earlier = lines.slice(index + 1).find(hadBody);
    return { atMs: line.atMs, outcome: outcomeWords(line), changes: changesFrom(earlier, line, bodyOf) };
  });
}

function hadBody({ bodyBytes }: LedgerLine): boolean {
  return bodyBytes > 0;
}

/** Nothing is compared with what was sent before that: it would be told as if this had changed it all. */
function changesFrom(
  earlier: LedgerLine | undefined,
  line: LedgerLine,
  bodyOf: (line: LedgerLine) => string,
): readonly string[] {
  if (earlier === undefined || !hadBody(line)) return [];
  const [before, after] = [bodyOf(earlier), bodyOf(line)];
  return before === '' || after === '' ? [notKeptWords('sent before')] : changedWords(before, after);
}

/** What people call the types of key that lines name. */
const KEY_WORDS: Readonly<Record<string, string>> = { MLSNumber: 'MLS number', NewOaks: 'Key' };

/** The key of a line in words: `MLS number A1`, the address of its page, or `row 12` as it is. */
export function nameWords(name: string): string {
  const [type = '', ...rest] = name.split(' ');
  if (type === 'URL') return rest.join(' ');
  return [KEY_WORDS[type] ?? type, ...rest].join(' ');
}

/** What was asked for and what came back, in a few words. */
export function outcomeWords({ state, operation }: LedgerLine): string {
  switch (state) {
    case 'confirmed':
      return operation === 'push' ? 'Pushed' : 'Updated';
    case 'deleted':
      return 'Deleted';
    case 'taken-back':
      return 'Taken back';
    case 'unclear':
      return `No clear answer to ${ASKED[operation]}`;
    case 'turned-down':
      return `Not found or refused: ${ASKED[operation]}`;
    default:
      return state satisfies never;
  }
}

const ASKED: { readonly [Name in LedgerLine['operation']]: string } = {
  push: 'a push',
  update: 'an update',
  create: 'a create',
  delete: 'a delete',
};

/** What differs between two bodies, member by member. */
export function changedWords(before: string, after: string): readonly string[] {
  const [one, other] = [membersOf(before), membersOf(after)];
  if (one === undefined || other === undefined) return [];
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  const changed = names.filter((name) => JSON.stringify(one[name]) !== JSON.stringify(other[name]));
  const told = changed
    .slice(0, MOST_CHANGES)
    .map((name) => `${labelOf(name)}: ${shown(one[name])} → ${shown(other[name])}`);
  const untold = changed.length - told.length;
  return untold === 0 ? told : [...told, `… and ${untold} more`];
}

/** The members of a listing's body, or of the data of a chatbot row. */
function membersOf(body: string): Readonly<Record<string, unknown>> | undefined {
  const json = parseJson(body);
  if (!json.ok || typeof json.value !== 'object' || json.value === null) return undefined;
  const members = json.value as Readonly<Record<string, unknown>>;
  const { Data: data } = members;
  return typeof data === 'object' && data !== null ? (data as Readonly<Record<string, unknown>>) : members;
}

function labelOf(name: string): string {
  return isFieldName(name) ? fieldDefinition(name).label : name;
}

function shown(value: unknown): string {
  if (value === undefined || value === '') return 'nothing';
  return clipText(typeof value === 'string' ? value : JSON.stringify(value), LONGEST_VALUE);
}
