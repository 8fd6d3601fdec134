/** The records the stand-in keeps for the session: listings by their three kinds of key, and chatbot rows by ID. */

import type { ListingKeyType } from './endpoints/body-schemas.ts';
import type { ChatbotRowRecord, ListingRecord } from './platform.ts';

/** The members of a listing without the ones that only address it. */
export type ListingMembers = Readonly<Record<string, unknown>>;

/** The records and everything that can be done to them. */
export interface Records {
  /** Replaces every listing that has this key, keeping its NewOaks key; answers how many there were. */
  replaceListings(keyType: ListingKeyType, key: string, members: ListingMembers): number;
  /**
   * Adds a listing under a new NewOaks key, whatever else has its MLS number; answers the key.
   *
   * @param listsBehind How many lists do not have it yet.
   */
  createListing(members: ListingMembers, listsBehind: number): string;
  /** The listings as a list has them, which may be behind. */
  listed(): readonly ListingRecord[];
  /** Removes the listings that have one of the keys; answers how many distinct keys named one. */
  removeListings(keyType: ListingKeyType, keys: readonly string[]): number;
  /** Replaces the rows that exist; answers their IDs in the order given. */
  replaceRows(rows: readonly ChatbotRowRecord[]): readonly number[];
  listings(): readonly ListingRecord[];
  rows(): readonly ChatbotRowRecord[];
}

/** What the records start with. With `adoptsUnknown`, a key or ID that was never heard of counts as existing. */
export interface RecordsSeed {
  readonly listings: readonly ListingRecord[];
  readonly rows: readonly ChatbotRowRecord[];
  readonly adoptsUnknown: boolean;
}

const MEMBER_BY_KEY_TYPE = {
  NewOaks: 'Key',
  MLSNumber: 'MLSNumber',
  URL: 'Url',
} as const satisfies Record<ListingKeyType, string>;

const KEY_TYPES = ['NewOaks', 'MLSNumber', 'URL'] as const satisfies readonly ListingKeyType[];

/** Creates the records from their seed; the seed itself is never changed. */
export function createRecords(seed: RecordsSeed): Records {
  const listingsByKey = new Map<string, ListingRecord>();
  /** The NewOaks keys of the listings behind every key of any kind; tens of thousands are too many to look through. */
  const newOaksKeys = new Map<string, Set<string>>();
  const rowsById = new Map(structuredClone(seed.rows).map((row) => [row.ID, row]));
  // Without this, a delete that is repeated after a lost answer would find the adopted listing again.
  const deletedIdentities = new Set<string>();
  let adoptedCount = 0;
  let createdCount = 0;
  /** By NewOaks key, how many lists are still behind a create. */
  const behind = new Map<string, number>();

  const find = (keyType: ListingKeyType, key: string): readonly string[] => [
    ...(newOaksKeys.get(identityOf(keyType, key)) ?? []),
  ];

  /** Takes a listing out of the index; answers what it was known by. */
  const unlink = (newOaksKey: string): readonly string[] => {
    const listing = listingsByKey.get(newOaksKey);
    const identities = listing === undefined ? [] : identitiesOf(listing);
    for (const identity of identities) newOaksKeys.get(identity)?.delete(newOaksKey);
    return identities;
  };

  /** Keeps a listing in the place it has, or adds it at the end. */
  const put = (newOaksKey: string, members: ListingMembers): void => {
    unlink(newOaksKey);
    const listing: ListingRecord = { ...structuredClone(members), Key: newOaksKey };
    listingsByKey.set(newOaksKey, listing);
    for (const identity of identitiesOf(listing)) {
      const linked = newOaksKeys.get(identity) ?? new Set<string>();
      newOaksKeys.set(identity, linked.add(newOaksKey));
    }
  };
  for (const listing of seed.listings) put(listing.Key, listing);

  const canAdopt = (keyType: ListingKeyType, key: string) =>
    seed.adoptsUnknown && !deletedIdentities.has(identityOf(keyType, key));

  const nextAdoptedKey = () => {
    adoptedCount += 1;
    return `ADOPTED-${String(adoptedCount).padStart(4, '0')}`;
  };

  const removeOne = (keyType: ListingKeyType, key: string): boolean => {
    const found = find(keyType, key);
    if (found.length === 0 && !canAdopt(keyType, key)) return false;
    const identities = found.flatMap(unlink);
    for (const newOaksKey of found) listingsByKey.delete(newOaksKey);
    for (const identity of [identityOf(keyType, key), ...identities]) deletedIdentities.add(identity);
    return true;
  };

  return {
    replaceListings(keyType, key, members) {
      const found = [...find(keyType, key)];
      if (found.length === 0 && canAdopt(keyType, key)) found.push(keyType === 'NewOaks' ? key : nextAdoptedKey());
      for (const newOaksKey of found) put(newOaksKey, members);
      return found.length;
    },
    createListing(members, listsBehind) {
      createdCount += 1;
      const key = `CREATED-${String(createdCount).padStart(4, '0')}`;
      put(key, members);
      behind.set(key, listsBehind);
      return key;
    },
    listed() {
      const shown = [...listingsByKey.values()].filter(({ Key }) => (behind.get(Key) ?? 0) === 0);
      for (const [key, lists] of behind) behind.set(key, Math.max(0, lists - 1));
      return shown;
    },
    removeListings: (keyType, keys) => [...new Set(keys)].filter((key) => removeOne(keyType, key)).length,
    replaceRows(rows) {
      const existing = rows.filter((row) => seed.adoptsUnknown || rowsById.has(row.ID));
      for (const row of existing) rowsById.set(row.ID, structuredClone(row));
      return existing.map((row) => row.ID);
    },
    listings: () => [...listingsByKey.values()],
    rows: () => [...rowsById.values()],
  };
}

function identityOf(keyType: ListingKeyType, key: string): string {
  return `${keyType} ${key}`;
}

function identitiesOf(listing: ListingRecord): readonly string[] {
  return KEY_TYPES.flatMap((keyType) => {
    const key = listing[MEMBER_BY_KEY_TYPE[keyType]];
    return typeof key === 'string' ? [identityOf(keyType, key)] : [];
  });
}
