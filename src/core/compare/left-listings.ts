/** Finds listings that have left the sheet: confirmed from a tab, or from one that was deleted, and no row of the file shows them any more. */

import { identityOfKey, KEY_FIELDS, type ListingKey } from '../actions/listing-key.ts';
import type { LedgerLine } from '../ledger/ledger-line.ts';
import type { KeyType } from '../listing/fields.ts';
import { canonicalText } from '../terms/canonical-text.ts';
import { murmurHash } from '../terms/murmur-hash.ts';
import { LEFT_TAB_NAME } from '../words/own-headers.ts';

type Values = Readonly<Record<string, unknown>>;

/** A listing that has left. */
export interface LeftListing extends ListingKey {
  readonly line: LedgerLine;
  /** What was confirmed of it last. */
  readonly values: Values;
}

/** What can be said of the listings that were confirmed from a tab. */
export interface LeftListings {
  readonly left: readonly LeftListing[];
  /** Listings that no row shows, of which it cannot be told whether they have left; they are never offered. */
  readonly unknown: number;
}

/** A tab as it is now, and what its file knows. */
export interface LeftQuestion {
  readonly tabId: number;
  readonly place: string;
  /** Since when header row and key columns are as they are now, in ms since 1970; `undefined` where that is not known. */
  readonly sinceMs: number | undefined;
  /** Tabs that were deleted, and whose listings nobody was told of yet. */
  readonly deletedTabs: ReadonlySet<number>;
  /** Every key of every row; `undefined` where the key of a row is blank or cannot be read. */
  readonly keys: ReadonlySet<string> | undefined;
  /** The bodies that were confirmed, one for each line; `undefined` for one that is not known any more. */
  bodiesOf(lines: readonly LedgerLine[]): readonly (Values | undefined)[];
  /** Whether one of the texts fills a cell of another tab or above the header row, or may. */
  isShown(texts: readonly string[]): boolean;
  /** What rows say whose key the platform never confirmed: one of them may be a listing under another key by now. */
  strangers(): readonly Values[];
}

/** What watches over the deletes of listings that have left a tab, from the plan to the last request. */
export interface LeftWatch {
  /** The tab that their rows were in, and the rows that it has now. */
  readonly homeTabId: number;
  readonly rows: number;
  /** Why a listing stays, by its key (`identityOfKey`), as the file was when it was opened; `undefined` for one that has left. */
  whyStays(identity: string): string | undefined;
  /** Whether of these keys one is not gone any more, as the file is now. */
  hasComeBack(identities: readonly string[]): boolean;
}

/** So many are looked into at once: each body is a cell to read. */
const MOST_LOOKED_INTO = 200;

/** Finds them among the lines that count. */
export function leftListings(lines: readonly LedgerLine[], question: LeftQuestion): LeftListings {
  const { sinceMs, keys } = question;
  const missing = lines
    .filter((line) => isOfQuestion(line, question))
    .filter((line) => keys?.has(identityOfLine(line)) !== true);
  if (keys === undefined || sinceMs === undefined) return { left: [], unknown: missing.length };
  const candidates = missing.filter((line) => isSinceThen(line, question)).slice(0, MOST_LOOKED_INTO);
  const bodies = question.bodiesOf(candidates);
  const judged = candidates.map((line, index) => judge(line, bodies[index], keys, question));
  const unsure = judged.filter((one) => one === 'unknown').length;
  return {
    left: judged.flatMap((one) => (typeof one === 'string' ? [] : [one])),
    unknown: missing.length - candidates.length + unsure,
  };
}

/**
 * Why a listing that had left stays all the same: a row of the file shows it by now, or it can be told no more; `undefined` where
 * it is still gone.
 *
 * @param line What was confirmed of it last.
 */
export function whyStays(line: LedgerLine | undefined, question: LeftQuestion): string | undefined {
  const { keys, sinceMs } = question;
  if (line === undefined || !isOfQuestion(line, question)) return UNSURE;
  if (keys?.has(identityOfLine(line)) === true) return CAME_BACK;
  if (keys === undefined || sinceMs === undefined || !isSinceThen(line, question)) return UNSURE;
  const [values] = question.bodiesOf([line]);
  const judged = judge(line, values, keys, question);
  if (judged === 'there') return CAME_BACK;
  return judged === 'unknown' ? UNSURE : undefined;
}

const CAME_BACK = 'A row of this file has the listing again, so nothing was deleted. The next sync sends that row.';
const UNSURE =
  'It cannot be told any more whether the listing has left, so nothing was deleted: columns or keys have changed, a row has no key, or its tab is not the one that was synced last. Sync that tab again to list it anew.';

function isOfQuestion(line: LedgerLine, { tabId, place, deletedTabs }: LeftQuestion): boolean {
  const isOfTab = line.tabId === tabId || deletedTabs.has(line.tabId);
  return isOfTab && line.place === place && isConfirmedListing(line);
}

/** Whether header row and key columns were as they are now when it was confirmed; of a deleted tab nobody asks. */
function isSinceThen(line: LedgerLine, { tabId, sinceMs }: LeftQuestion): boolean {
  return line.tabId !== tabId || (sinceMs !== undefined && line.atMs >= sinceMs);
}

function judge(
  line: LedgerLine,
  values: Values | undefined,
  keys: ReadonlySet<string>,
  { isShown, strangers }: LeftQuestion,
): LeftListing | 'there' | 'unknown' {
  if (values === undefined) return 'unknown';
  const own = keyOf(line);
  const others = keysIn(values);
  if (others.some((key) => keys.has(identityOfKey(key)))) return 'there';
  if (isShown([own, ...others].map(({ key }) => key))) return 'there';
  return strangers().some((row) => isSameHome(row, values)) ? 'unknown' : { ...own, line, values };
}

/** Fields of which a home keeps what it has, whatever key it gets. */
const LASTING_FIELDS = ['City', 'Bedrooms', 'Bathrooms', 'BuildingArea', 'LotArea'] as const;

/** Whether two may be one home: they share the address, and nothing that lasts tells them apart. */
function isSameHome(one: Values, other: Values): boolean {
  const isSame = (field: string) => comparable(one[field]) === comparable(other[field]);
  const isKnown = (field: string) => one[field] !== undefined && other[field] !== undefined;
  return isKnown('Address') && isSame('Address') && LASTING_FIELDS.every((field) => !isKnown(field) || isSame(field));
}

function comparable(value: unknown): string {
  return String(value).trim().toLowerCase();
}

function isConfirmedListing({ state, operation }: LedgerLine): boolean {
  return state === 'confirmed' && operation !== 'push';
}

function identityOfLine(line: LedgerLine): string {
  return identityOfKey(keyOf(line));
}

function keyOf({ name }: LedgerLine): ListingKey {
  const end = name.indexOf(' ');
  const keyType = KEY_TYPES.find((type) => type === name.slice(0, end)) ?? 'MLSNumber';
  return { keyType, key: name.slice(end + 1) };
}

const KEY_TYPES = Object.keys(KEY_FIELDS) as readonly KeyType[];

/** By what else a row may show the listing. */
function keysIn(values: Values): readonly ListingKey[] {
  return KEY_TYPES.flatMap((keyType) => {
    const key = values[KEY_FIELDS[keyType]];
    return typeof key === 'string' && key !== '' ? [{ keyType, key }] : [];
  });
}

/** Stands for what the rows of a tab are known by: the kinds of key in their order, and the headers of their columns. */
export function groundMark(keyTypes: readonly KeyType[], keyHeaders: readonly string[]): string {
  return murmurHash(canonicalText([keyTypes, keyHeaders]));
}

const FIRST_HEADERS = ['Left', 'Last confirmed'] as const;
const SHOWN = ['Address', 'City', 'Status', 'SalePrice', 'RentPrice'] as const;

/** Whether a header row is that of the tab. */
export function isLeftHeader(headers: readonly string[]): boolean {
  return FIRST_HEADERS.every((header, index) => headers[index] === header);
}

/** The tab that is asked about. */
interface NamedTab {
  readonly tabId: number;
  readonly tabName: string;
}

/** Header and lines of the tab: of each listing the key by which it was confirmed, and what people know it by. */
export function leftTable(left: readonly LeftListing[], tab: NamedTab, dayOf: (ms: number) => string) {
  return {
    headers: [...FIRST_HEADERS, ...KEY_TYPES.map((keyType) => KEY_FIELDS[keyType]), ...SHOWN],
    lines: left.map(({ line, key, keyType, values }) => [
      ...[line.tabId === tab.tabId ? `“${tab.tabName}”` : 'a deleted tab', dayOf(line.atMs)],
      ...KEY_TYPES.map((type) => (type === keyType ? key : '')),
      ...SHOWN.map((field) => cellOf(values[field])),
    ]),
  };
}

function cellOf(value: unknown): string | number {
  return typeof value === 'number' || typeof value === 'string' ? value : '';
}

/** What was found, in sentences. */
export function leftWords({ left, unknown }: LeftListings, { tabId, tabName }: NamedTab): string {
  const own = left.filter(({ line }) => line.tabId === tabId).length;
  const ofDeleted = left.length - own;
  const found = [
    ...(own === 0 ? [] : [`${goneWords(own, `“${tabName}”`)}.`]),
    ...(ofDeleted === 0 ? [] : [`${goneWords(ofDeleted, 'a tab that was deleted')}; this is told once.`]),
    ...(left.length === 0 ? [] : [stillThere(left.length)]),
  ];
  const [are, have] = unknown === 1 ? ['is', 'it has'] : ['are', 'they have'];
  const unsure = `${listings(unknown)} ${are} in no row either, but it cannot be told whether ${have} left: columns or keys have changed, or a row has no key.`;
  return [...found, ...(unknown === 0 ? [] : [unsure])].join(' ');
}

function goneWords(howMany: number, from: string): string {
  const [was, is] = howMany === 1 ? ['was', 'is'] : ['were', 'are'];
  return `${listings(howMany)} that ${was} confirmed from ${from} ${is} in no row of this file any more`;
}

function stillThere(howMany: number): string {
  const them = howMany === 1 ? 'it' : 'them';
  return `The chatbot still has ${them}; the tab “${LEFT_TAB_NAME}” says which. To keep such listings without being asked, choose so under Mapping › Tab settings.`;
}

function listings(howMany: number): string {
  return `${howMany} listing${howMany === 1 ? '' : 's'}`;
}
