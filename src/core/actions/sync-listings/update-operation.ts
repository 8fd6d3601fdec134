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
  /** Required fields that it leaves out, in the document's order; absent where it has them all. */
  readonly missing?: MissingFields;
}

/** The update that sends a body. */
export function updateOf(body: ListingBody, missing: MissingFields = []): UpdateOperation {
  const update = { kind: 'update', key: body.Key, keyType: body.KeyType, bodyText: JSON.stringify(body) } as const;
  return missing.length === 0 ? update : { ...update, missing };
}
