/** What `LockService` may ask of the locks. */
import type { StoreScope } from '../../machine/store-scope.ts';

/** Every operation on locks: what is asked and what is answered. */
export interface LockOperations {
  readonly acquireLock: {
    readonly request: { readonly scope: StoreScope; readonly waitMs: number };
    readonly answer: boolean;
  };
  readonly releaseLock: { readonly request: { readonly scope: StoreScope }; readonly answer: null };
  readonly hasLock: { readonly request: { readonly scope: StoreScope }; readonly answer: boolean };
}
