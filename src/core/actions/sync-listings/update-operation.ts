/** What a listing that is kept asks of the platform. */
import type { KeyType } from '../../listing/fields.ts';
import type { ListingBody } from '../../listing/listing-body.ts';
import type { MissingFields } from '../field-answers.ts';

/**
 * An update with its body as the JSON that is fingerprinted and sent. The body itself is not kept: it would be half of what a
 * planned row takes in memory, and nothing but its key is asked for again.
 */
export interface UpdateOperation {
  readonly kind: 'update';
  readonly key: string;
  readonly keyType: KeyType;
  readonly bodyText: string;
  /**
   * Stands in the fingerprint for the days on the market, which grow by themselves: the date that they are counted from, and
   * what changes when they are to be sent again. Absent where the days count as they are.
   */
  readonly daysMark?: string;
  /** Required fields that it leaves out, in the document's order; absent where it has them all. */
  readonly missing?: MissingFields;
  /** What becomes of it where the platform does not have the listing; absent where nothing is ever created. */
  readonly ifMissing?: IfMissing;
  /** The MLS number by which a look-up has found the key that it goes by, since the row's own key found nothing. */
  readonly lookedUpBy?: string;
}

/** What becomes of a listing that the platform does not have. */
export interface IfMissing {
  readonly serialNumber: string;
  readonly mlsNumber: string;
  /** Whether it is looked up and created at once, or a person is asked. */
  readonly does: 'create' | 'ask';
}

/** The update that sends a body. */
export function updateOf(body: ListingBody, missing: MissingFields = [], daysMark?: string): UpdateOperation {
  const sent = { kind: 'update', key: body.Key, keyType: body.KeyType, bodyText: JSON.stringify(body) } as const;
  const update = daysMark === undefined ? sent : { ...sent, daysMark };
  return missing.length === 0 ? update : { ...update, missing };
}
