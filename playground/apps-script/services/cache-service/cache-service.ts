/** `CacheService`: small texts that may vanish. */

import { requireRight } from '../../machine/realm/permissions.ts';
import { defineService } from '../../machine/realm/service.ts';
import { latency, lineToGoogle, settings, spend } from '../../machine/realm/session.ts';
import type { StoreScope } from '../../machine/store-scope.ts';
import type { CacheOperations } from './operations.ts';

const ask = lineToGoogle<CacheOperations>();

/** Life of an entry without one. @see https://developers.google.com/apps-script/reference/cache/cache (read 2026-11-21) */
const DEFAULT_EXPIRATION_SECONDS = 600;

/** @see https://developers.google.com/apps-script/reference/cache/cache (read 2026-11-21) */
export class Cache {
  readonly #scope: StoreScope;

  constructor(scope: StoreScope) {
    this.#scope = scope;
  }

  get(key: unknown): string | null {
    spend(latency().cacheReadMs);
    const text = keyText(key);
    return ask('getCached', { scope: this.#scope, keys: [text] })[text] ?? null;
  }

  getAll(keys: readonly unknown[]): Record<string, string> {
    spend(latency().cacheReadMs);
    return { ...ask('getCached', { scope: this.#scope, keys: keys.map(keyText) }) };
  }

  put(key: unknown, value: unknown, expirationSeconds = DEFAULT_EXPIRATION_SECONDS): void {
    this.#put({ [keyText(key)]: String(value) }, expirationSeconds);
  }

  putAll(values: Readonly<Record<string, unknown>>, expirationSeconds = DEFAULT_EXPIRATION_SECONDS): void {
    const entries = Object.entries(values).map(([key, value]) => [key, String(value)]);
    this.#put(Object.fromEntries(entries), expirationSeconds);
  }

  remove(key: unknown): void {
    spend(latency().cacheWriteMs);
    ask('removeCached', { scope: this.#scope, keys: [keyText(key)] });
  }

  removeAll(keys: readonly unknown[]): void {
    spend(latency().cacheWriteMs);
    ask('removeCached', { scope: this.#scope, keys: keys.map(keyText) });
  }

  #put(entries: Readonly<Record<string, string>>, expirationSeconds: number): void {
    spend(latency().cacheWriteMs);
    ask('putCached', { scope: this.#scope, entries, expirationSeconds });
  }
}

/** @see https://developers.google.com/apps-script/reference/cache/cache-service (read 2026-11-21) */
export class CacheService {
  getScriptCache(): Cache {
    requireRight('properties', 'CacheService.getScriptCache');
    return new Cache('script');
  }

  getUserCache(): Cache {
    requireRight('properties', 'CacheService.getUserCache');
    return new Cache('user');
  }

  /** `null` outside a document. */
  getDocumentCache(): Cache | null {
    requireRight('properties', 'CacheService.getDocumentCache');
    return settings().hasDocument ? new Cache('document') : null;
  }
}

function keyText(key: unknown): string {
  return key === null || key === undefined ? '' : String(key);
}

defineService(Cache, 'Cache', 'CacheService.Cache', {
  get: ['any'],
  getAll: ['any[]'],
  put: ['any,any', 'any,any,number'],
  putAll: ['Object', 'Object,number'],
  remove: ['any'],
  removeAll: ['any[]'],
});

defineService(CacheService, 'CacheService', 'CacheService', {
  getScriptCache: [''],
  getUserCache: [''],
  getDocumentCache: [''],
});
