/** `LockService` on Google's side. */
import { type Handlers, TimedAnswer } from '../../machine/serving.ts';
import { storeName } from '../../machine/store-scope.ts';
import type { Locks } from './locks.ts';
import type { LockOperations } from './operations.ts';

/** Answers every operation on locks. */
export const lockHandlers: Handlers<LockOperations, { readonly locks: Locks }> = {
  acquireLock: async ({ locks }, { scope, waitMs }, { user, executionId, atMs }) => {
    const attempt = await locks.acquire(storeName(scope, user), executionId, atMs, waitMs);
    return new TimedAnswer(attempt.isHeld, attempt.untilMs);
  },
  releaseLock: ({ locks }, { scope }, { user, executionId, atMs }) => {
    locks.release(storeName(scope, user), executionId, atMs);
    return null;
  },
  hasLock: ({ locks }, { scope }, { user, executionId }) => locks.isHeldBy(storeName(scope, user), executionId),
};
