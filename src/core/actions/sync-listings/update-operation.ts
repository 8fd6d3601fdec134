/** What a listing that is kept asks of the platform. */
import type { KeyType } from '../../listing/fields.ts';
import type { ListingBody } from '../../listing/listing-body.ts';

/**
 * An update with its body as the JSON that is fingerprinted and sent. The body itself is not kept: it would be half of what a
 * planned row takes in memory, and nothing but its key is asked for again.
 */
export interface UpdateOperation {
  readonly kind: 'update';
  readonly key: string;
  readonly keyType: KeyType;
  readonly bodyText: string;
}

/** The update that sends a body. */
export function updateOf(body: ListingBody): UpdateOperation {
  return { kind: 'update', key: body.Key, keyType: body.KeyType, bodyText: JSON.stringify(body) };
}
