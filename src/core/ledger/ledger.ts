/**
 * The ledger: what the platform has, by key. A value that is read from the lines of a hidden tab and believed only where they
 * add up to what is remembered elsewhere; each checkpoint of a run makes the next one, and the rows to append for it.
 */

import { quickHash } from '../terms/quick-hash.ts';
import { BUCKETS, bucketOf, type Proof, type Sums } from './buckets.ts';
import {
  confirmedAtMs,
  formatLine,
  keyIn,
  type LedgerLine,
  ledgerKey,
  numberIn,
  parseLine,
  saysConfirmed,
  saysUnclear,
} from './ledger-line.ts';
import { contentTag, formatOpen, keyHashOf, MANY_CONTENTS, type OpenTry, parseOpen } from './open-tries.ts';

/** A ledger as it stands. */
export interface Ledger {
  /** The line of each key that counts, as its text. */
  readonly texts: ReadonlyMap<string, string>;
  /** The last line before it that says what the platform had, where there is one. */
  readonly before: ReadonlyMap<string, string>;
  /** By hash of the key: what may be under way (`OpenTry`). */
  readonly open: ReadonlyMap<number, string>;
  /** The highest number of a line so far. */
  readonly number: number;
  /** Lines in the tab, those that count no more among them. */
  readonly lineCount: number;
  /** Begins the hashes of lines: those of another spreadsheet add up to something else. */
  readonly seed: number;
  /** What the lines that count add up to, without the open keys. */
  readonly lineSums: Sums;
  readonly floors: Proof['floors'];
  /** Buckets with a line that says that its key is unclear. */
  readonly unclear: ReadonlySet<number>;
  readonly tainted: Proof['tainted'];
  readonly bodyBytes: number;
  readonly doubt: Doubt;
}

/** Why lines are not believed, if some are not: somebody changed them, or they came from elsewhere. */
export type Doubt = 'none' | 'changed' | 'foreign';

/**
 * Reads a ledger. Lines that do not add up count no more, now and later: their keys are as good as never sent.
 *
 * @param texts The lines, in any order; what is none is passed over.
 * @param proof What was remembered of it; without it nothing is believed.
 */
export function readLedger(texts: readonly string[], proof: Proof | undefined, spreadsheetId: string): Ledger {
  const seed = quickHash(spreadsheetId);
  const lines = sortedOut(texts);
  const open = openIn(lines.others);
  const highest = Math.max(lines.number, ...lines.others.map((text) => parseOpen(text)?.number ?? 0));
  const number = Math.max(highest, proof?.number ?? 0);
  const found = countedSums(lines, proof?.floors, seed);
  const openSums = sumsOfOpen(open, seed);
  const isBelieved = (bucket: number): boolean => {
    const sum = added(found.sums[bucket], openSums[bucket]);
    return proof !== undefined && (sum === proof.now[bucket] || sum === proof.next?.[bucket]);
  };
  const floors = new Map(proof?.floors);
  const tainted = new Set(proof?.tainted);
  const lineSums = [...found.sums];
  let doubted = 0;
  for (let bucket = 0; bucket < BUCKETS; bucket += 1) {
    if (isBelieved(bucket)) continue;
    if (number > 0) floors.set(bucket, number);
    if (proof?.tried.has(bucket) === true) tainted.add(bucket);
    lineSums[bucket] = 0;
    doubted += 1;
  }
  return {
    texts: lines.counting,
    before: lines.before,
    open,
    number,
    lineCount: texts.length,
    seed,
    lineSums,
    floors,
    unclear: found.unclear,
    tainted,
    doubt: doubtOf(doubted, proof, highest),
    bodyBytes: proof?.bodyBytes ?? texts.reduce((bytes, text) => bytes + (parseLine(text)?.bodyBytes ?? 0), 0),
  };
}

/** A ledger that is new is not doubted: there is nothing to believe. */
function doubtOf(doubted: number, proof: Proof | undefined, highest: number): Doubt {
  if (doubted === 0) return 'none';
  return proof === undefined ? (highest > 0 ? 'foreign' : 'none') : 'changed';
}

/** The line of each key that has the highest number, the one before it, and what is no line. */
function sortedOut(texts: readonly string[]) {
  const counting = new Map<string, string>();
  const before = new Map<string, string>();
  const others: string[] = [];
  let number = 0;
  for (const text of texts) {
    const key = keyIn(text);
    const own = key === '' ? 0 : numberIn(text);
    if (own === 0) {
      others.push(text);
      continue;
    }
    if (own > number) number = own;
    const other = counting.get(key);
    if (other === undefined) counting.set(key, text);
    else if (own >= numberIn(other)) {
      if (saysConfirmed(other)) before.set(key, other);
      counting.set(key, text);
    } else if (saysConfirmed(text) && own > numberIn(before.get(key) ?? '')) before.set(key, text);
  }
  return { counting, before, others, number };
}

/** What the last checkpoint says of open keys: it names all that are. */
function openIn(texts: readonly string[]): ReadonlyMap<number, string> {
  const lines = texts.flatMap((text) => parseOpen(text) ?? []);
  const last = lines.reduce((highest, { number }) => Math.max(highest, number), 0);
  const tries = lines.filter(({ number }) => number === last).flatMap((line) => line.tries);
  return new Map(tries.map(({ keyHash, content }) => [keyHash, content]));
}

/** The sums of the lines that count, and where answers may be missing. */
function countedSums(
  { counting, before }: Pick<ReturnType<typeof sortedOut>, 'counting' | 'before'>,
  floors: Proof['floors'] = new Map(),
  seed: number,
) {
  // Adds up modulo 2³² by itself, and makes no object of a sum.
  const sums = new Uint32Array(BUCKETS);
  const unclear = new Set<number>();
  const hasFloors = floors.size > 0;
  for (const [key, text] of counting) {
    const bucket = bucketOf(keyHashOf(key));
    if (hasFloors && numberIn(text) <= (floors.get(bucket) ?? 0)) continue;
    sums[bucket] = (sums[bucket] ?? 0) + quickHash(text, seed);
    if (saysUnclear(text)) unclear.add(bucket);
  }
  for (const [key, text] of before) {
    const bucket = bucketOf(keyHashOf(key));
    if (numberIn(text) > (floors.get(bucket) ?? 0)) sums[bucket] = (sums[bucket] ?? 0) + quickHash(text, seed);
  }
  return { sums: Array.from(sums), unclear };
}

function sumsOfOpen(open: Ledger['open'], seed: number): Sums {
  const sums = Array.from({ length: BUCKETS }, () => 0);
  for (const [keyHash, content] of open) {
    const bucket = bucketOf(keyHash);
    sums[bucket] = added(sums[bucket], quickHash(`${keyHash} ${content}`, seed));
  }
  return sums;
}

function added(sum = 0, further = 0): number {
  return (sum + further) >>> 0;
}

/** What is known of a key. */
export interface KnownKey {
  /** The line that counts; `undefined` where there is none, or none that is believed. */
  readonly line: LedgerLine | undefined;
  /** What was there before it. */
  readonly before: LedgerLine | undefined;
  /**
   * Stands for the content of requests that may still arrive (`contentTag`), `MANY_CONTENTS` where they differ or are not known;
   * `undefined` where none may. Such a key counts as not confirmed.
   */
  readonly tried: string | undefined;
  /** Whether there is any line of the key, believed or not. */
  readonly isNamed: boolean;
}

/** Looks a key up. */
export function knownKey(ledger: Ledger, key: string): KnownKey {
  const { texts, before, tainted } = ledger;
  const bucket = bucketOf(keyHashOf(key));
  const text = countedText(ledger, texts.get(key), bucket);
  const line = text === undefined ? undefined : parseLine(text);
  const earlier = countedText(ledger, before.get(key), bucket);
  const unanswered = line?.state === 'unclear' ? contentTag(line.fingerprint) : undefined;
  const lost = line === undefined && tainted.has(bucket) ? MANY_CONTENTS : undefined;
  return {
    line,
    before: line === undefined || earlier === undefined ? undefined : parseLine(earlier),
    tried: ledger.open.get(keyHashOf(key)) ?? unanswered ?? lost,
    isNamed: texts.has(key),
  };
}

/**
 * When the platform confirmed this very content for a key, in ms since 1970; `undefined` where it did not, where that is not
 * believed, or where a request for the key may still be under way.
 */
export function confirmedMs(ledger: Ledger, key: string, fingerprint: string): number | undefined {
  const text = ledger.texts.get(key);
  if (text === undefined) return undefined;
  // Usually neither has to be looked at, and there may be a hundred thousand rows.
  const isUndoubted = ledger.floors.size === 0 && ledger.open.size === 0;
  const keyHash = isUndoubted ? 0 : keyHashOf(key);
  const isDoubted = !isUndoubted && countedText(ledger, text, bucketOf(keyHash)) === undefined;
  return isDoubted || ledger.open.has(keyHash) ? undefined : confirmedAtMs(text, fingerprint);
}

/** A line as far as it counts. */
function countedText({ floors }: Ledger, text: string | undefined, bucket: number): string | undefined {
  if (floors.size === 0 || text === undefined) return text;
  return numberIn(text) > (floors.get(bucket) ?? 0) ? text : undefined;
}

/** The lines that count, of all keys. */
export function countingLines(ledger: Ledger): readonly LedgerLine[] {
  return [...ledger.texts].flatMap(([key, text]) => {
    const counted = countedText(ledger, text, bucketOf(keyHashOf(key)));
    return counted === undefined ? [] : (parseLine(counted) ?? []);
  });
}

/** What one checkpoint adds. */
export interface LedgerChange {
  /** Outcomes, one for a key, with the body that was sent; `''` where there is none. */
  readonly settled: readonly { readonly line: Omit<LedgerLine, 'number' | 'bodyBytes'>; readonly body: string }[];
  /** Keys whose requests were open and are not any more although they have no outcome: they never left, or were answered. */
  readonly closed: readonly string[];
  /** Keys whose requests are about to leave, or may still arrive, and what stands for their content. */
  readonly opened: readonly { readonly key: string; readonly content: string }[];
}

/** A row to append: the line, and the body beside it. */
export type LedgerRow = readonly [text: string, body: string];

/** A cell holds 50,000 characters. @see https://support.google.com/drive/answer/37603 (read 2026-11-21). */
const LONGEST_BODY = 50_000;

/** The ledger after a checkpoint, and the rows that it appends; none where the checkpoint changes nothing. */
export function withChange(
  ledger: Ledger,
  { settled, closed, opened }: LedgerChange,
): { readonly ledger: Ledger; readonly rows: readonly LedgerRow[] } {
  const number = ledger.number + 1;
  const texts = new Map(ledger.texts);
  const before = new Map(ledger.before);
  const open = new Map(ledger.open);
  const lineSums = [...ledger.lineSums];
  const unclear = new Set(ledger.unclear);
  const byKey = new Map(settled.map((one) => [ledgerKey(one.line), one]));
  const rows: LedgerRow[] = [];
  let { bodyBytes } = ledger;
  for (const [key, { line, body: whole }] of byKey) {
    const body = whole.length > LONGEST_BODY ? '' : whole;
    const full = { ...line, number, bodyBytes: utf8Bytes(body) };
    const text = formatLine(full);
    const keyHash = keyHashOf(key);
    const bucket = bucketOf(keyHash);
    const last = countedText(ledger, ledger.texts.get(key), bucket);
    const earlier = last === undefined ? undefined : countedText(ledger, ledger.before.get(key), bucket);
    const next = last !== undefined && saysConfirmed(last) ? last : earlier;
    const hashOf = (one: string | undefined) => (one === undefined ? 0 : quickHash(one, ledger.seed));
    const change = hashOf(text) + hashOf(next) - hashOf(last) - hashOf(earlier);
    lineSums[bucket] = added(lineSums[bucket], change);
    texts.set(key, text);
    if (next === undefined) before.delete(key);
    else before.set(key, next);
    if (line.state === 'unclear') unclear.add(bucket);
    open.delete(keyHash);
    bodyBytes += full.bodyBytes;
    rows.push([text, body]);
  }
  for (const key of closed) open.delete(keyHashOf(key));
  for (const { key, content } of opened) {
    open.set(keyHashOf(key), content);
  }
  if (!isSameOpen(open, ledger.open))
    rows.push(...formatOpen(number, triesOf(open)).map((text) => [text, ''] as const));
  if (rows.length === 0) return { ledger, rows };
  const lineCount = ledger.lineCount + rows.length;
  return { ledger: { ...ledger, texts, before, open, number, lineCount, lineSums, unclear, bodyBytes }, rows };
}

function isSameOpen(one: Ledger['open'], other: Ledger['open']): boolean {
  return one.size === other.size && [...one].every(([keyHash, content]) => other.get(keyHash) === content);
}

function triesOf(open: Ledger['open']): readonly OpenTry[] {
  return [...open].map(([keyHash, content]) => ({ keyHash, content }));
}

function utf8Bytes(text: string): number {
  let bytes = text.length;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    // Two halves of a pair make four bytes.
    if (unit > 0x7f) bytes += unit > 0x7ff && (unit < 0xd800 || unit > 0xdfff) ? 2 : 1;
  }
  return bytes;
}

/**
 * What must be remembered of a ledger.
 *
 * @param next The ledger as it will be after the next flush, where that is still to come: until then either counts.
 */
export function proofOf(ledger: Ledger, next?: Ledger): Proof {
  const last = next ?? ledger;
  return {
    number: last.number,
    floors: last.floors,
    tainted: last.tainted,
    bodyBytes: last.bodyBytes,
    now: sumsOf(ledger),
    ...(next !== undefined && { next: sumsOf(next) }),
    tried: new Set([...triedIn(ledger), ...triedIn(last)]),
  };
}

function triedIn({ unclear, open }: Ledger): readonly number[] {
  return [...unclear, ...[...open.keys()].map(bucketOf)];
}

function sumsOf({ lineSums, open, seed }: Ledger): Sums {
  const openSums = sumsOfOpen(open, seed);
  return lineSums.map((sum, bucket) => added(sum, openSums[bucket]));
}
