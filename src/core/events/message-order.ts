/** The two orders of messages: which content is newer, and whether a listing was last said to be there or to be gone. */
import { murmurHash } from '../terms/murmur-hash.ts';
import type { JsonNode } from './json-node.ts';
import { textOf } from './json-node.ts';
import { readPastMoment } from './moment.ts';

/** Digits of a moment in base 36; enough until the year 5188. */
const MOMENT_DIGITS = 9;
const ID_DIGITS = 6;

/** The order of what names no time at all: older than everything. */
export const NO_MOMENT = '0'.repeat(MOMENT_DIGITS);

/**
 * When a message says that things were so, as texts that compare as they stand (`<`, `>`).
 *
 * `content` is when the listing was modified (else sent), then when it was sent, then a hash of the message's id, so that any two
 * messages have the same order everywhere. `existence` is when it was sent alone, and `removed` after `present` of the same moment.
 */
export interface MessageOrder {
  readonly content: string;
  readonly existence: string;
  /** When it was sent, or modified where it does not say; `undefined` where it says neither. */
  readonly sentMs?: number;
}

/** The order of a message about a listing. */
export function orderOf(message: JsonNode, listing: JsonNode, isRemoval: boolean, nowMs: number): MessageOrder {
  const sent = readPastMoment(message.time, nowMs) ?? readPastMoment(message.timestamp, nowMs);
  const modified = readPastMoment(listing.modificationTimestamp, nowMs);
  const sentMs = sent ?? modified;
  const id = textOf(message.id) || textOf(message['@id']);
  const sentDigits = digits(sent);
  return {
    content: `${modified === undefined ? sentDigits : digits(modified)}${sentDigits}${id === '' ? '0'.repeat(ID_DIGITS) : murmurHash(id).slice(0, ID_DIGITS)}`,
    existence: existenceOf(sentMs, isRemoval),
    ...(sentMs !== undefined && { sentMs }),
  };
}

/** The place of a moment in the order of existence. */
export function existenceOf(sentMs: number | undefined, isRemoval: boolean): string {
  return `${digits(sentMs)}${isRemoval ? 'r' : 'p'}`;
}

/** Whether a place in the order of existence says that the listing is gone. */
export function isGone(existence: string): boolean {
  return existence.endsWith('r');
}

/** The moment of a place in the order of existence; `undefined` where it names none. */
export function momentOfExistence(existence: string): number | undefined {
  const ms = Number.parseInt(existence.slice(0, MOMENT_DIGITS), 36);
  return ms > 0 ? ms : undefined;
}

function digits(ms: number | undefined): string {
  return ms === undefined ? NO_MOMENT : Math.max(0, Math.trunc(ms)).toString(36).padStart(MOMENT_DIGITS, '0');
}
