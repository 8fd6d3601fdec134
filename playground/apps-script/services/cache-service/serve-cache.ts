/** `CacheService` on Google's side. */
import type { Handlers } from '../../machine/serving.ts';
import { storeName } from '../../machine/store-scope.ts';
import type { CacheStores } from './cache-stores.ts';
import type { CacheOperations } from './operations.ts';

/** Answers every operation on caches. */
export const cacheHandlers: Handlers<CacheOperations, { readonly caches: CacheStores }> = {
  getCached: ({ caches }, { scope, keys }, asker) => caches.get(storeName(scope, asker), keys, asker.atMs),
  putCached: ({ caches }, { scope, entries, expirationSeconds }, asker) => {
    caches.put(storeName(scope, asker), entries, expirationSeconds, asker.atMs);
    return null;
  },
  removeCached: ({ caches }, { scope, keys }, asker) => {
    caches.remove(storeName(scope, asker), keys);
    return null;
  },
};
