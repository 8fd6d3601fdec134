/** Whose a store or a lock is. */

/** Where properties and cache entries live, and what a lock locks. */
export type StoreScope = 'script' | 'user' | 'document';

/** Where a person's properties, cache entries and locks of a scope are kept. */
export function storeName(scope: StoreScope, user: string): string {
  return scope === 'user' ? `user ${user}` : scope;
}
