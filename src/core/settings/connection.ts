/** The connection to the platform: what is stored, what may be shown of it, and what counts as one. */
import * as v from 'valibot';
import type { AuthHeader } from '../platform/request.ts';

/** Who can use the saved key: only this person, or everybody who can edit the file. */
export type KeySharing = 'me' | 'file';

/** The connection as the sidebar may see it: the key itself never leaves the server. */
export interface ConnectionView {
  readonly isConnected: boolean;
  /** `•••• 1a2b` once saved, `''` before. */
  readonly maskedKey: string;
  readonly chatbotId: string;
  readonly authHeader: AuthHeader;
  readonly sharing: KeySharing;
  /** How many requests are sent at the same time at most. */
  readonly requestsAtOnce: number;
  /** Host name of the platform, such as `usapi.hottask.com`. */
  readonly host: string;
}

/** What `saveConnection` takes. Without `key` the saved key is kept. */
export interface ConnectionInput {
  readonly key?: string;
  readonly chatbotId: string;
  readonly authHeader: AuthHeader;
  readonly sharing: KeySharing;
  /** Absent: as saved. */
  readonly requestsAtOnce?: number;
}

/** A whole connection. Only the server ever holds one. */
export interface Connection {
  readonly key: string;
  /** The chatbot's ID, which the documents call serial number. */
  readonly chatbotId: string;
  readonly authHeader: AuthHeader;
  readonly sharing: KeySharing;
  /** How many requests are sent at the same time at most. */
  readonly requestsAtOnce: number;
  /** `https://host`. */
  readonly baseUrl: string;
}

/** A secret key as people paste it: printable, no spaces, not the word "Bearer" in front. */
export const secretKeySchema = v.pipe(
  v.string(),
  v.trim(),
  v.regex(
    /^[\x21-\x7e]{8,512}$/,
    'The secret key is one word of 8 to 512 letters, digits and signs, without "Bearer".',
  ),
);

/**
 * A chatbot ID: letters and digits. Most have 32 hexadecimal digits, but documented samples differ, so no more is asked.
 *
 * @see https://www.newoaks.ai/guides/developer/api "serialNumber" samples (read 2026-11-21).
 */
export const chatbotIdSchema = v.pipe(
  v.string(),
  v.trim(),
  v.regex(
    /^[A-Za-z0-9]{8,64}$/,
    'The chatbot ID is 8 to 64 letters and digits (chatbot settings → general → chatbot ID).',
  ),
);

/** The platform documents no limit, and Google runs about half as many of a `fetchAll` at a time. */
export const DEFAULT_REQUESTS_AT_ONCE = 40;

const REQUESTS_AT_ONCE_WORDS = 'Requests at the same time is a whole number from 1 to 100.';

/** How many requests may be sent at the same time: a platform that keeps answering "too many requests" wants fewer. */
export const requestsAtOnceSchema = v.pipe(
  v.number(REQUESTS_AT_ONCE_WORDS),
  v.integer(REQUESTS_AT_ONCE_WORDS),
  v.minValue(1, REQUESTS_AT_ONCE_WORDS),
  v.maxValue(100, REQUESTS_AT_ONCE_WORDS),
);

/** Whether a value is such a number. */
export function isRequestsAtOnce(value: unknown): value is number {
  return v.is(requestsAtOnceSchema, value);
}

/** An address of the platform that a deployer may set: https, a host, nothing else. */
export function isBaseUrl(text: string): boolean {
  return /^https:\/\/[a-z0-9.-]+\.[a-z]{2,}$/.test(text);
}

/** What the sidebar may see. */
export function connectionView(
  saved: Pick<Connection, 'key' | 'chatbotId' | 'authHeader' | 'sharing' | 'requestsAtOnce'>,
  baseUrl: string,
): ConnectionView {
  return {
    isConnected: saved.key !== '' && saved.chatbotId !== '',
    maskedKey: saved.key === '' ? '' : `•••• ${saved.key.slice(-4)}`,
    chatbotId: saved.chatbotId,
    authHeader: saved.authHeader,
    sharing: saved.sharing,
    requestsAtOnce: saved.requestsAtOnce,
    host: baseUrl.replace('https://', ''),
  };
}
