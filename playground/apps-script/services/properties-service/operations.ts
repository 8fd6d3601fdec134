/** What `PropertiesService` may ask of its stores. */
import type { StoreScope } from '../../machine/store-scope.ts';

/** Every operation on properties: what is asked and what is answered. */
export interface PropertyOperations {
  readonly getProperties: { readonly request: { readonly scope: StoreScope }; readonly answer: Record<string, string> };
  readonly getProperty: {
    readonly request: { readonly scope: StoreScope; readonly key: string };
    readonly answer: string | null;
  };
  readonly setProperties: {
    readonly request: {
      readonly scope: StoreScope;
      readonly entries: Readonly<Record<string, string>>;
      readonly doesReplaceAll: boolean;
    };
    readonly answer: null;
  };
  /** Without a key: all of them. */
  readonly deleteProperty: {
    readonly request: { readonly scope: StoreScope; readonly key?: string };
    readonly answer: null;
  };
}
