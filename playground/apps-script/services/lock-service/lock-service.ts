/** `LockService`: one execution at a time. */

import { exception } from '../../machine/realm/exception.ts';
import { defineService } from '../../machine/realm/service.ts';
import { latency, lineToGoogle, settings, spend } from '../../machine/realm/session.ts';
import type { StoreScope } from '../../machine/store-scope.ts';
import { flushWrites } from '../spreadsheet-app/document-access.ts';
import type { LockOperations } from './operations.ts';

const ask = lineToGoogle<LockOperations>();

/** @see https://developers.google.com/apps-script/reference/lock/lock (read 2026-11-21) */
export class Lock {
  readonly #scope: StoreScope;

  constructor(scope: StoreScope) {
    this.#scope = scope;
  }

  tryLock(timeoutMs: number): boolean {
    return acquire(this.#scope, timeoutMs);
  }

  waitLock(timeoutMs: number): void {
    if (acquire(this.#scope, timeoutMs)) return;
    throw exception('Lock timeout: another process was holding the lock for too long.');
  }

  hasLock(): boolean {
    return ask('hasLock', { scope: this.#scope });
  }

  releaseLock(): void {
    if (settings().edges.pendingWritesAtRelease === 'are sent') flushWrites();
    spend(latency().lockMs);
    ask('releaseLock', { scope: this.#scope });
  }
}

/** @see https://developers.google.com/apps-script/reference/lock/lock-service (read 2026-11-21) */
export class LockService {
  /** `null` outside a document. */
  getDocumentLock(): Lock | null {
    return settings().hasDocument ? new Lock('document') : null;
  }

  getScriptLock(): Lock {
    return new Lock('script');
  }

  getUserLock(): Lock {
    return new Lock('user');
  }
}

function acquire(scope: StoreScope, waitMs: number): boolean {
  spend(latency().lockMs);
  return ask('acquireLock', { scope, waitMs });
}

defineService(Lock, 'Lock', 'LockService.Lock', {
  tryLock: ['number'],
  waitLock: ['number'],
  hasLock: [''],
  releaseLock: [''],
});

defineService(LockService, 'LockService', 'LockService', {
  getDocumentLock: [''],
  getScriptLock: [''],
  getUserLock: [''],
});
