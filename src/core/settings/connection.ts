/** The connection to the platform: what a person types, what they are shown, and what counts as one. */
import * as v from 'valibot';
import type { AuthHeader } from '../platform/request.ts';
import type { Failure } from '../terms/failure.ts';
import { isRequestsAtOnce } from './requests-at-once.ts';

/** Who can use the saved key: only this person, or everybody who can edit the file. */
export type KeySharing = 'me' | 'file';

/** The connection as the sidebar may see it: the key itself never leaves the server. */
export interface ConnectionView {
  /** Whether this person's runs may be sent: there is a key, and its owner agrees to where it goes. */
  readonly isConnected: boolean;
  /** Whether the platform has taken the key. */
  readonly isTested: boolean;
  /** `•••• 1a2b` once saved, or `••••` for a short key; `''` before. */
  readonly maskedKey: string;
  readonly chatbotId: string;
  readonly authHeader: AuthHeader;
  readonly sharing: KeySharing;
  /** Whether the key is this person's, though they may share it, or one that somebody else shares. */
  readonly keyOwner: 'me' | 'another' | 'nobody';
  /** How many requests are sent at the same time at most. */
  readonly requestsAtOnce: number;
  /** Host name of the platform, such as `usapi.hottask.com`. */
  readonly host: string;
  /** The key would go elsewhere than its owner agreed to. */
  readonly waiting?: {
    readonly failure: Failure;
    /** Whether this person may agree; else only who shared the key may. */
    readonly canAgree: boolean;
  };
}

/** What `saveConnection` takes. Without `key` a key that is there is kept. */
export interface ConnectionInput {
  readonly key?: string;
  readonly chatbotId: string;
  readonly authHeader: AuthHeader;
  readonly sharing: KeySharing;
  /** Absent: as saved. */
  readonly requestsAtOnce?: number;
  /** The host the person was shown, and so agrees to. Absent: whatever it is. */
  readonly host?: string;
  /** Whether to save even where the key cannot be tested now. One that the platform refuses is never saved. */
  readonly isUntestedAccepted?: boolean;
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
  v.regex(/^[A-Za-z0-9]{8,64}$/, ({ input }) =>
    /^[\x21-\x7e]{16,}$/.test(input)
      ? 'What stands as the chatbot ID looks like a secret key. A chatbot ID is 8 to 64 letters and digits.'
      : 'The chatbot ID is 8 to 64 letters and digits (chatbot settings › general › chatbot ID).',
  ),
);

const REQUESTS_AT_ONCE_WORDS = 'Requests at the same time is a whole number from 1 to 100.';

/** How many requests may be sent at the same time: a platform that keeps answering "too many requests" wants fewer. */
export const requestsAtOnceSchema = v.pipe(
  v.number(REQUESTS_AT_ONCE_WORDS),
  v.check((value: number) => isRequestsAtOnce(value), REQUESTS_AT_ONCE_WORDS),
);

/** The host of an address, such as `usapi.hottask.com`. */
export function hostOf(baseUrl: string): string {
  return baseUrl.replace('https://', '');
}

/** An address of the platform that a deployer may set: https, a host, nothing else. */
export function isBaseUrl(text: string): boolean {
  return /^https:\/\/[a-z0-9.-]+\.[a-z]{2,}$/.test(text);
}
