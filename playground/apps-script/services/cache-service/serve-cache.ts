/** `CacheService` on Google's side. */
import type { Handlers } from '../../machine/serving.ts';
import { storeName } from '../../machine/store-scope.ts';
import type { CacheStores } from './cache-stores.ts';
import type { CacheOperations } from './operations.ts';

/** Answers every operation on caches. */
export const cacheHandlers: Handlers<CacheOperations, { readonly caches: CacheStores }> = {
  getCached: ({ caches }, { scope, keys }, { user, atMs }) => caches.get(storeName(scope, user), keys, atMs),
  putCached: ({ caches }, { scope, entries, expirationSeconds }, { user, atMs }) => {
    caches.put(storeName(scope, user), entries, expirationSeconds, atMs);
    return null;
  },
  removeCached: ({ caches }, { scope, keys }, { user }) => {
    caches.remove(storeName(scope, user), keys);
    return null;
  },
};
