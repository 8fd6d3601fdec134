/** What is remembered of messages that changed no row: lines of the hidden tab `Sync events`. */
import { murmurHash } from '../terms/murmur-hash.ts';
import { stampedId } from './event-stamp.ts';
import type { JsonNode } from './json-node.ts';
import { type ListingIdentity, pageKey } from './listing-identity.ts';
import { maskMessage } from './mask-secrets.ts';

/**
 * What a line is kept for: `aside` waits for a person, `discarded` is one that a person has dealt with, `waiting` waits for its
 * listing, `removed` remembers that a listing which no row had was removed.
 */
export type KeptKind = 'aside' | 'waiting' | 'removed' | 'discarded';

/** One line. */
export interface KeptLine {
  /** The same for the same message, however often it comes. */
  readonly id: string;
  readonly kind: KeptKind;
  /** When it was kept, in milliseconds since 1970. */
  readonly keptMs: number;
  readonly why: string;
  /** What to call the listing; `''` where the message names none. */
  readonly listing: string;
  /** What the listing is known by, for lines that a later message looks for. */
  readonly keys: readonly string[];
  /** When the listing was removed, in the order of existence; `''` for other kinds. */
  readonly existence: string;
  /** The message; `''` for lines that need none. */
  readonly raw: string;
}

/** How long lines are kept that nobody has to look at. */
export const KEPT_DAYS = 30;
const DAY_MS = 86_400_000;

/** More lines than this are not kept: who asked for messages has to look at them first. */
export const MOST_ASIDE_LINES = 500;

/** The id of a line for a message. */
export function lineId(kind: KeptKind, text: string): string {
  return `${kind === 'discarded' ? 'aside' : kind}-${murmurHash(text).slice(0, 16)}`;
}

/** What a listing is known by, as texts to compare. */
export function identityKeys({ listingId, mlsNumber, mlsNames, url }: ListingIdentity): readonly string[] {
  return [
    ...(listingId === '' ? [] : [`id ${stampedId(listingId)}`]),
    ...(mlsNumber === '' ? [] : mlsNames.map((name) => `mls ${name.toLowerCase()} ${mlsNumber.toLowerCase()}`)),
    ...(url === '' ? [] : [`page ${pageKey(url)}`]),
  ];
}

/** Whether a line has had its time. */
export function isOutdated({ kind, keptMs }: KeptLine, nowMs: number): boolean {
  return kind !== 'aside' && nowMs - keptMs > KEPT_DAYS * DAY_MS;
}

/** A message as it is kept: as text, without secrets. */
export function rawOf(message: JsonNode): string {
  return JSON.stringify(maskMessage(message));
}
