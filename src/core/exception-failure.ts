/** Puts into words what Apps Script throws at the add-on as a whole. */
import { failures } from './failures.ts';
import type { Failure } from './protocol.ts';

/**
 * Missing consent, and the two texts that several Google accounts in one browser cause.
 *
 * @see https://issuetracker.google.com/issues/69270374 (read 2026-11-21).
 */
const AUTHORIZATION = /PERMISSION_DENIED|authorization is required|do not have permission to call/i;

/** @see https://developers.google.com/apps-script/guides/services/quotas "Exceptions" (read 2026-11-21). */
const QUOTA = /too many times|limit exceeded|too much computer time|too many scripts running/i;

/** The failure an exception stands for. */
export function readExceptionFailure(text: string): Failure {
  if (AUTHORIZATION.test(text)) return failures.authorization();
  if (QUOTA.test(text)) return failures.quota(text);
  return failures.unexpected(text);
}
