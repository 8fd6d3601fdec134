/** Whose a store or a lock is. */

/** Where properties and cache entries live, and what a lock locks. */
export type StoreScope = 'script' | 'user' | 'document';

/** Where properties, cache entries and locks of a scope are kept: one for the script, each person, each document. */
export function storeName(
  scope: StoreScope,
  { user, fileId }: { readonly user: string; readonly fileId: string },
): string {
  if (scope === 'script') return scope;
  return scope === 'user' ? `user ${user}` : `document ${fileId}`;
}
