/** `LockService` on Google's side. */
import { type Handlers, TimedAnswer } from '../../machine/serving.ts';
import { storeName } from '../../machine/store-scope.ts';
import type { Locks } from './locks.ts';
import type { LockOperations } from './operations.ts';

/** Answers every operation on locks. */
export const lockHandlers: Handlers<LockOperations, { readonly locks: Locks }> = {
  acquireLock: async ({ locks }, { scope, waitMs }, asker) => {
    const { executionId, atMs } = asker;
    const attempt = await locks.acquire(storeName(scope, asker), executionId, atMs, waitMs);
    return new TimedAnswer(attempt.isHeld, attempt.untilMs);
  },
  releaseLock: ({ locks }, { scope }, asker) => {
    locks.release(storeName(scope, asker), asker.executionId, asker.atMs);
    return null;
  },
  hasLock: ({ locks }, { scope }, asker) => locks.isHeldBy(storeName(scope, asker), asker.executionId),
};
