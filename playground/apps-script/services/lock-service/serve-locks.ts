/** `LockService` on Google's side. */
import { type Handlers, TimedAnswer } from '../../machine/serving.ts';
import { storeName } from '../../machine/store-scope.ts';
import type { LockAttempt, Locks } from './locks.ts';
import type { LockOperations } from './operations.ts';

/** Answers every operation on locks. */
export const lockHandlers: Handlers<LockOperations, { readonly locks: Locks }> = {
  acquireLock: ({ locks }, { scope, waitMs }, asker) => {
    const { executionId, atMs } = asker;
    const attempt = locks.acquire(storeName(scope, asker), executionId, atMs, waitMs);
    return attempt instanceof Promise ? attempt.then(timed) : timed(attempt);
  },
  releaseLock: ({ locks }, { scope }, asker) => {
    locks.release(storeName(scope, asker), asker.executionId, asker.atMs);
    return null;
  },
  hasLock: ({ locks }, { scope }, asker) => locks.isHeldBy(storeName(scope, asker), asker.executionId),
};

function timed({ isHeld, untilMs }: LockAttempt): TimedAnswer<boolean> {
  return new TimedAnswer(isHeld, untilMs);
}
