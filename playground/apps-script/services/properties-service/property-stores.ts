/** The stores of `PropertiesService`: one for the script, one for the document, one for every person. */
import { ServiceException } from '../../machine/service-exception.ts';

/**
 * Bytes of one value. Google documents 9 KB; larger values were accepted in measurements of 2023, which nobody should
 * build on.
 *
 * @see https://developers.google.com/apps-script/guides/services/quotas (read 2026-11-21)
 */
const MAX_VALUE_BYTES = 9 * 1024;

/** Bytes of all keys and values of a store. @see "Report: Specification of Properties Service", https://tanaikech.github.io (2023-05) */
const MAX_STORE_BYTES = 500 * 1024;

const MAX_KEY_BYTES = 8_066;

/** Named stores of texts. */
export class PropertyStores {
  readonly #stores = new Map<string, Map<string, string>>();

  /** A copy of everything in a store. */
  all(store: string): Record<string, string> {
    return Object.fromEntries(this.#store(store));
  }

  /** One value, `null` if there is none. */
  get(store: string, key: string): string | null {
    refuseEmptyKey(key);
    return this.#store(store).get(key) ?? null;
  }

  /** Sets values, all or none; with `doesReplaceAll` the others go. */
  set(store: string, entries: Readonly<Record<string, string>>, doesReplaceAll = false): void {
    const next = new Map(doesReplaceAll ? [] : this.#store(store));
    for (const [key, value] of Object.entries(entries)) {
      refuseEmptyKey(key);
      refuseOversized(key, value);
      next.set(key, value);
    }
    refuseFull(next);
    this.#stores.set(store, next);
  }

  /** Removes a value, or all of them. */
  delete(store: string, key?: string): void {
    if (key === undefined) this.#stores.delete(store);
    else this.#store(store).delete(key);
  }

  #store(name: string): Map<string, string> {
    const known = this.#stores.get(name) ?? new Map<string, string>();
    this.#stores.set(name, known);
    return known;
  }
}

/** @see "Report: Specification of Properties Service", https://tanaikech.github.io (2023-05; texts; read 2026-11-21) */
function refuseEmptyKey(key: string): void {
  if (key !== '') return;
  throw new ServiceException('When setting or getting a property value, the property name must not be null or empty');
}

function refuseOversized(key: string, value: string): void {
  if (Buffer.byteLength(key) > MAX_KEY_BYTES) throw new ServiceException('Data storage error');
  if (Buffer.byteLength(value) > MAX_VALUE_BYTES) throw new ServiceException('Argument too large: value');
}

function refuseFull(store: ReadonlyMap<string, string>): void {
  let bytes = 0;
  for (const [key, value] of store) bytes += Buffer.byteLength(key) + Buffer.byteLength(value);
  if (bytes <= MAX_STORE_BYTES) return;
  throw new ServiceException(
    'You have exceeded the property storage quota. Please remove some properties and try again.',
  );
}
