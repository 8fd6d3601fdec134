/** Reads what `UrlFetchApp` throws, in whatever language Google says it. */

import type { TransportAnswer } from './read-answer.ts';
import { withoutKey } from './without-key.ts';

/**
 * Quota errors name the service at their end in every language, in small letters (`…: urlfetch.`); network errors name
 * the address, and troubles that pass name the service in capitals (`Service unavailable: UrlFetch`).
 *
 * @see https://developers.google.com/apps-script/guides/services/quotas "Exceptions" (read 2026-11-21).
 */
const QUOTA = /too many times|limit exceeded|too much computer time/i;
const QUOTA_IN_ANY_LANGUAGE = /:\s*urlfetch\b/;

/** Limits for a short time are over in seconds; one advises to sleep, in code that no language translates. */
const THROTTLED = /Utilities\.sleep|in a short time|per second|bandwidth quota/i;

/** How long to wait when Google asks to go slower. */
const THROTTLE_SECONDS = 15;

/** Addresses are cut out: a person needs the cause, and a log needs no query strings. */
const ADDRESS = /https?:\/\/\S+/g;

/** The answer that an exception stands for, without addresses and without the key. */
export function readFetchException(exception: unknown, key: string): TransportAnswer {
  const text = withoutKey(exceptionText(exception), key);
  const reason = text.replace(ADDRESS, 'the platform').replace(/\s+/g, ' ').trim();
  if (THROTTLED.test(text)) return { kind: 'throttled', retryAfterMs: THROTTLE_SECONDS * 1000 };
  const isQuota = QUOTA.test(reason) || QUOTA_IN_ANY_LANGUAGE.test(reason);
  return isQuota ? { kind: 'quota', reason } : { kind: 'failed', reason };
}

/** The words of anything that was thrown. Service errors are not always instances of this realm's Error. */
export function exceptionText(exception: unknown): string {
  if (typeof exception === 'object' && exception !== null && 'message' in exception) return String(exception.message);
  return String(exception);
}
