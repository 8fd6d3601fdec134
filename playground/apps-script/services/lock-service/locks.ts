/** The locks of `LockService`: held by one execution at a time, waited for in real time, accounted in virtual time. */

/** What became of an attempt, and when on the virtual clock. */
export interface LockAttempt {
  readonly isHeld: boolean;
  readonly untilMs: number;
}

interface Waiter {
  readonly executionId: number;
  readonly atMs: number;
  readonly waitMs: number;
  settle(attempt: LockAttempt): void;
}

interface Lock {
  holderId: number | undefined;
  releasedAtMs: number;
  readonly waiters: Waiter[];
}

/** All locks, by name. */
export class Locks {
  readonly #locks = new Map<string, Lock>();

  /** Tries to get a lock for at most `waitMs`; holding it already is success. */
  acquire(name: string, executionId: number, atMs: number, waitMs: number): LockAttempt | Promise<LockAttempt> {
    const lock = this.#lock(name);
    if (lock.holderId === executionId) return { isHeld: true, untilMs: atMs };
    if (lock.holderId === undefined) return take(lock, executionId, atMs, waitMs);
    if (waitMs <= 0) return { isHeld: false, untilMs: atMs };
    return this.#wait(lock, executionId, atMs, waitMs);
  }

  /** Whether an execution holds a lock. */
  isHeldBy(name: string, executionId: number): boolean {
    return this.#lock(name).holderId === executionId;
  }

  /** Gives a lock back, if held, and hands it to who waits longest. */
  release(name: string, executionId: number, atMs: number): void {
    const lock = this.#lock(name);
    if (lock.holderId !== executionId) return;
    lock.holderId = undefined;
    lock.releasedAtMs = Math.max(lock.releasedAtMs, atMs);
    while (lock.holderId === undefined) {
      const next = lock.waiters.shift();
      if (next === undefined) return;
      next.settle(take(lock, next.executionId, next.atMs, next.waitMs));
    }
  }

  /** Gives back everything an execution holds, as its end does. */
  releaseAll(executionId: number, atMs: number): void {
    for (const name of this.#locks.keys()) this.release(name, executionId, atMs);
  }

  #wait(lock: Lock, executionId: number, atMs: number, waitMs: number): Promise<LockAttempt> {
    return new Promise((resolve) => {
      const giveUp = setTimeout(() => {
        lock.waiters.splice(lock.waiters.indexOf(waiter), 1);
        resolve({ isHeld: false, untilMs: atMs + waitMs });
      }, waitMs);
      const waiter: Waiter = {
        executionId,
        atMs,
        waitMs,
        settle: (attempt) => {
          clearTimeout(giveUp);
          resolve(attempt);
        },
      };
      lock.waiters.push(waiter);
    });
  }

  #lock(name: string): Lock {
    const known = this.#locks.get(name) ?? { holderId: undefined, releasedAtMs: 0, waiters: [] };
    this.#locks.set(name, known);
    return known;
  }
}

/** A lock that is free in real time may still be held on the virtual clock of an execution that began earlier. */
function take(lock: Lock, executionId: number, atMs: number, waitMs: number): LockAttempt {
  const freeAtMs = Math.max(atMs, lock.releasedAtMs);
  if (freeAtMs - atMs > waitMs) return { isHeld: false, untilMs: atMs + waitMs };
  lock.holderId = executionId;
  return { isHeld: true, untilMs: freeAtMs };
}
