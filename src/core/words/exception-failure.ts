/** Puts into words what Apps Script throws at the add-on as a whole. */

import type { Failure } from '../terms/failure.ts';
import { failures } from './failures.ts';

/**
 * Missing consent, and the two texts that several Google accounts in one browser cause.
 *
 * @see https://issuetracker.google.com/issues/69270374 (read 2026-11-21).
 */
const AUTHORIZATION = /PERMISSION_DENIED|authorization is required|do not have permission to call/i;

/**
 * Limits for a short time. They advise to sleep, in code that no language translates.
 *
 * @see https://developers.google.com/apps-script/guides/services/quotas "Exceptions" (read 2026-11-21).
 */
const TOO_FAST = /Utilities\.sleep|in a short time|per second|running simultaneously|too many scripts running/i;

/**
 * Limits for a day. They name the service at their end in every language, in small letters and with a full stop
 * (`…: properties.`); troubles that pass name it otherwise (`Service error: Spreadsheets`).
 */
const QUOTA = /too many times|limit exceeded|too much computer time/i;
const QUOTA_IN_ANY_LANGUAGE = /:\s*(urlfetch|properties|cache|lock|spreadsheets?|sheets|trigger|script ?runtime)\.\s*$/;

/** What Sheets says of a cell that somebody protected after it was asked about. */
const PROTECTED = /protected (?:cell|range|object|sheet)/i;

/**
 * A file with as many cells as Google allows takes no further tab, row or column. The number stands there in every language.
 *
 * @see https://support.google.com/drive/answer/37603 (read 2026-11-30).
 */
const FILE_FULL = /\b10[.,'’\s]?000[.,'’\s]?000\b/;

/** A cell that a text names, as it stands in every language: `AB12`, and no range. */
const NAMED_CELL = /(?<![A-Za-z0-9_$:])[A-Z]{1,3}[1-9]\d{0,7}(?![A-Za-z0-9_:(])/g;

/** The cells that an exception names, which may be those that it is about. */
export function cellsNamedIn(text: string): readonly string[] {
  return [...new Set(text.match(NAMED_CELL) ?? [])];
}

/** The failure an exception stands for. */
export function readExceptionFailure(text: string): Failure {
  if (AUTHORIZATION.test(text)) return failures.authorization();
  if (TOO_FAST.test(text)) return failures.tooFast(text);
  if (QUOTA.test(text) || QUOTA_IN_ANY_LANGUAGE.test(text)) return failures.quota(text);
  if (PROTECTED.test(text)) return failures.cellsProtected();
  if (FILE_FULL.test(text)) return failures.fileFull();
  return failures.unexpected(text);
}
