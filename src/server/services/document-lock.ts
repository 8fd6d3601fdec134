/** One run at a time per spreadsheet: Google's document lock around every step. */

import { doneRows } from '../../core/engine/run-record.ts';
import type { Failure } from '../../core/terms/failure.ts';
import { failure, type Result } from '../../core/terms/result.ts';
import { ACTION_WORDS } from '../../core/words/actions.ts';
import { failures } from '../../core/words/failures.ts';
import { currentUserKey, readRun } from './stores/run-store.ts';

/** Long enough for another person's short step to end, short enough for somebody who waits. */
const LOCK_WAIT_MS = 5_000;

/** Whoever holds the lock without a run is just beginning one, and can soon be named. */
const BEGIN_WAIT_MS = 15_000;

/**
 * Runs a step while holding the document lock; says who is running when the lock cannot be had.
 *
 * @see https://developers.google.com/apps-script/reference/lock/lock-service (read 2026-11-21).
 */
export function withDocumentLock<T>(step: () => Result<T, Failure>, waitMs: number = LOCK_WAIT_MS): Result<T, Failure> {
  const lock: GoogleAppsScript.Lock.Lock | null = LockService.getDocumentLock();
  if (lock === null) throw new Error('This must run inside a spreadsheet.');
  if (!lock.tryLock(waitMs) && (readRun() !== undefined || !lock.tryLock(BEGIN_WAIT_MS))) return failure(busyFailure());
  try {
    return step();
  } finally {
    lock.releaseLock();
  }
}

/** Who is running what, and how far it is. */
export function busyFailure(): Failure {
  const run = readRun();
  if (run === undefined) return failures.busy('Somebody', 'another step', 0, 0);
  const what = ACTION_WORDS[run.action].command;
  if (run.userKey === currentUserKey()) return failures.busyMyself(what, doneRows(run), run.total);
  const who = run.startedBy === '' ? 'Another person' : run.startedBy;
  return failures.busy(who, what, doneRows(run), run.total);
}
