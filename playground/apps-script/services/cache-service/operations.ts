/** What `CacheService` may ask of its caches. */
import type { StoreScope } from '../../machine/store-scope.ts';

/** Every operation on caches: what is asked and what is answered. */
export interface CacheOperations {
  readonly getCached: {
    readonly request: { readonly scope: StoreScope; readonly keys: readonly string[] };
    readonly answer: Record<string, string>;
  };
  readonly putCached: {
    readonly request: {
      readonly scope: StoreScope;
      readonly entries: Readonly<Record<string, string>>;
      readonly expirationSeconds: number;
    };
    readonly answer: null;
  };
  readonly removeCached: {
    readonly request: { readonly scope: StoreScope; readonly keys: readonly string[] };
    readonly answer: null;
  };
}
