/** What a listing that is kept asks of the platform. */
import type { ListingBody } from '../../listing/listing-body.ts';

/** An update with its body as it is fingerprinted and sent: written once, as it is long and there is one a row. */
export interface UpdateOperation {
  readonly kind: 'update';
  readonly body: ListingBody;
  /** `body` as JSON. */
  readonly bodyText: string;
}

/** The update that sends a body. */
export function updateOf(body: ListingBody): UpdateOperation {
  return { kind: 'update', body, bodyText: JSON.stringify(body) };
}
