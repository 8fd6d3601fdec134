/** `PropertiesService` on Google's side: every read and write counts toward the day's quota. */
import type { DailyQuotas } from '../../machine/quotas.ts';
import type { Asker, Handlers } from '../../machine/serving.ts';
import { storeName } from '../../machine/store-scope.ts';
import type { PropertyOperations } from './operations.ts';
import type { PropertyStores } from './property-stores.ts';

/** What properties need of Google. */
export interface PropertyHost {
  readonly properties: PropertyStores;
  readonly quotas: DailyQuotas;
}

/** Answers every operation on properties. */
export const propertyHandlers: Handlers<PropertyOperations, PropertyHost> = {
  getProperties: (google, { scope }, asker) => {
    count(google, asker);
    return google.properties.all(storeName(scope, asker));
  },
  getProperty: (google, { scope, key }, asker) => {
    count(google, asker);
    return google.properties.get(storeName(scope, asker), key);
  },
  setProperties: (google, { scope, entries, doesReplaceAll }, asker) => {
    count(google, asker);
    google.properties.set(storeName(scope, asker), entries, doesReplaceAll);
    return null;
  },
  deleteProperty: (google, { scope, key }, asker) => {
    count(google, asker);
    google.properties.delete(storeName(scope, asker), key);
    return null;
  },
};

function count({ quotas }: PropertyHost, { user, atMs }: Asker): void {
  quotas.use('properties', user, 1, atMs);
}
