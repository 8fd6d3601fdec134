/** What a listing is known by: on the platform, in a row, and in sentences. */
import type { KeyType } from '../listing/fields.ts';
import type { RowValues } from '../listing/listing-reading.ts';

/** The field that holds each type of key. */
export const KEY_FIELDS = { NewOaks: 'Key', MLSNumber: 'MLSNumber', URL: 'Url' } as const;

/** What identifies a listing on the platform. */
export interface ListingKey {
  readonly key: string;
  readonly keyType: KeyType;
}

/** `MLSNumber A1`: the key as it is written. */
export function nameOfKey({ key, keyType }: ListingKey): string {
  return `${keyType} ${key}`;
}

/** What tells listings apart: keys that differ in nothing but case are one, for the platform may think so. */
export function identityOfKey({ key, keyType }: ListingKey): string {
  return nameOfKey({ key: key.toLowerCase(), keyType });
}

/** The key in a sentence: `the MLS number A1`. */
export function keyWords({ key, keyType }: ListingKey): string {
  const name = keyType === 'NewOaks' ? 'the key' : keyType === 'MLSNumber' ? 'the MLS number' : 'the URL';
  return `${name} ${key}`;
}

/** The first key, in the order of the tab's key types, for which a row has a value. */
export function listingKeyOf(values: RowValues, keyTypes: readonly KeyType[]): ListingKey | undefined {
  for (const keyType of keyTypes) {
    const key = values[KEY_FIELDS[keyType]];
    if (typeof key === 'string' && key !== '') return { key, keyType };
  }
  return undefined;
}

/** All that a row has of the tab's key types, in their order. */
export function listingKeysOf(values: RowValues, keyTypes: readonly KeyType[]): readonly ListingKey[] {
  return keyTypes.flatMap((keyType) => listingKeyOf(values, [keyType]) ?? []);
}
