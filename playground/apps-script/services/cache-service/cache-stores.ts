/** The caches of `CacheService`: entries that expire, and vanish earlier when there are too many. */
import { ServiceException } from '../../machine/service-exception.ts';

const MAX_KEY_CHARACTERS = 250;
const MAX_VALUE_BYTES = 100 * 1024;
const MAX_ENTRIES = 1_000;

/** Going over the limit takes out a block of the oldest entries: adding 50 to 1,000 cost 101. */
const EVICTED_AT_ONCE = 101;

/** Bounds of an entry's life in seconds. @see https://developers.google.com/apps-script/reference/cache/cache (read 2026-11-21) */
const [MIN_EXPIRATION_SECONDS, MAX_EXPIRATION_SECONDS] = [1, 21_600];

interface Entry {
  readonly value: string;
  readonly expiresAtMs: number;
}

/**
 * Named caches of texts.
 *
 * @see https://justin.poehnelt.com "Exploring Apps Script CacheService limits" (eviction and texts; read 2026-11-21)
 */
export class CacheStores {
  readonly #caches = new Map<string, Map<string, Entry>>();

  /** The entries that are still there. */
  get(cacheName: string, keys: readonly string[], nowMs: number): Record<string, string> {
    const cache = this.#cache(cacheName);
    const found: Record<string, string> = {};
    for (const key of keys) {
      refuseKey(key);
      const entry = cache.get(key);
      if (entry !== undefined && entry.expiresAtMs > nowMs) found[key] = entry.value;
    }
    return found;
  }

  /** Puts entries. Rewriting one makes it young again. */
  put(cacheName: string, entries: Readonly<Record<string, string>>, expirationSeconds: number, nowMs: number): void {
    const cache = this.#cache(cacheName);
    const lifeSeconds = Math.min(Math.max(expirationSeconds, MIN_EXPIRATION_SECONDS), MAX_EXPIRATION_SECONDS);
    for (const [key, value] of Object.entries(entries)) {
      refuseKey(key);
      if (Buffer.byteLength(value) > MAX_VALUE_BYTES) throw new ServiceException('Argument too large: value');
      cache.delete(key);
      cache.set(key, { value, expiresAtMs: nowMs + lifeSeconds * 1000 });
    }
    if (cache.size > MAX_ENTRIES) evict(cache);
  }

  /** Removes entries. */
  remove(cacheName: string, keys: readonly string[]): void {
    for (const key of keys) this.#cache(cacheName).delete(key);
  }

  #cache(name: string): Map<string, Entry> {
    const known = this.#caches.get(name) ?? new Map<string, Entry>();
    this.#caches.set(name, known);
    return known;
  }
}

function refuseKey(key: string): void {
  if (key === '') throw new ServiceException('Invalid argument: key');
  if (key.length > MAX_KEY_CHARACTERS) throw new ServiceException('Argument too large: key');
}

function evict(cache: Map<string, Entry>): void {
  const count = Math.max(EVICTED_AT_ONCE, cache.size - MAX_ENTRIES);
  for (const key of [...cache.keys()].slice(0, count)) cache.delete(key);
}
