/** `PropertiesService`: small texts that last. */

import { requireRight } from '../../machine/realm/permissions.ts';
import { defineService } from '../../machine/realm/service.ts';
import { latency, lineToGoogle, settings, spend } from '../../machine/realm/session.ts';
import type { StoreScope } from '../../machine/store-scope.ts';
import type { PropertyOperations } from './operations.ts';

const ask = lineToGoogle<PropertyOperations>();

/** @see https://developers.google.com/apps-script/reference/properties/properties (read 2026-11-21) */
export class Properties {
  readonly #scope: StoreScope;

  constructor(scope: StoreScope) {
    this.#scope = scope;
  }

  getProperty(key: unknown): string | null {
    spend(latency().propertyReadMs);
    return ask('getProperty', { scope: this.#scope, key: keyText(key) });
  }

  getProperties(): Record<string, string> {
    return { ...readAll(this.#scope) };
  }

  getKeys(): string[] {
    return Object.keys(readAll(this.#scope));
  }

  setProperty(key: unknown, value: unknown): this {
    return this.#set({ [keyText(key)]: String(value) }, false);
  }

  setProperties(properties: Readonly<Record<string, unknown>>, doesDeleteOthers = false): this {
    const entries = Object.entries(properties).map(([key, value]) => [key, String(value)]);
    return this.#set(Object.fromEntries(entries), doesDeleteOthers);
  }

  deleteProperty(key: unknown): this {
    spend(latency().propertyWriteMs);
    ask('deleteProperty', { scope: this.#scope, key: keyText(key) });
    return this;
  }

  deleteAllProperties(): this {
    spend(latency().propertyWriteMs);
    ask('deleteProperty', { scope: this.#scope });
    return this;
  }

  #set(entries: Readonly<Record<string, string>>, doesReplaceAll: boolean): this {
    spend(latency().propertyWriteMs);
    ask('setProperties', { scope: this.#scope, entries, doesReplaceAll });
    return this;
  }
}

/** @see https://developers.google.com/apps-script/reference/properties/properties-service (read 2026-11-21) */
export class PropertiesService {
  getScriptProperties(): Properties {
    requireRight('properties', 'PropertiesService.getScriptProperties');
    return new Properties('script');
  }

  getUserProperties(): Properties {
    requireRight('properties', 'PropertiesService.getUserProperties');
    return new Properties('user');
  }

  /** `null` outside a document. */
  getDocumentProperties(): Properties | null {
    requireRight('properties', 'PropertiesService.getDocumentProperties');
    return settings().hasDocument ? new Properties('document') : null;
  }
}

function keyText(key: unknown): string {
  return key === null || key === undefined ? '' : String(key);
}

function readAll(scope: StoreScope): Record<string, string> {
  spend(latency().propertyReadMs);
  return ask('getProperties', { scope });
}

defineService(Properties, 'Properties', 'PropertiesService.Properties', {
  getProperty: ['any'],
  getProperties: [''],
  getKeys: [''],
  setProperty: ['any,any'],
  setProperties: ['Object', 'Object,Boolean'],
  deleteProperty: ['any'],
  deleteAllProperties: [''],
});

defineService(PropertiesService, 'PropertiesService', 'PropertiesService', {
  getScriptProperties: [''],
  getUserProperties: [''],
  getDocumentProperties: [''],
});
