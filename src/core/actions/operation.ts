/** What one row asks of the platform. */

import type { KeyType } from '../listing/fields.ts';
import type { ListingBody } from '../listing/listing-body.ts';
import type { ChatbotRow } from '../platform/endpoints.ts';

/**
 * An update with its body as the JSON that is fingerprinted and sent. The body itself is not kept: it would be half of what
 * a planned row takes in memory, and nothing but its key is asked for again.
 */
interface UpdateOperation {
  readonly kind: 'update';
  readonly key: string;
  readonly keyType: KeyType;
  readonly bodyText: string;
}

/** A request in the small: one row's content for one endpoint. */
export type Operation =
  | { readonly kind: 'push'; readonly serialNumber: string; readonly row: ChatbotRow }
  | UpdateOperation
  | { readonly kind: 'delete'; readonly serialNumber: string; readonly key: string; readonly keyType: KeyType };

/** The update that sends a body. */
export function updateOf(body: ListingBody): UpdateOperation {
  return { kind: 'update', key: body.Key, keyType: body.KeyType, bodyText: JSON.stringify(body) };
}

/** What the platform knows the row by; no two operations of a run may share it. */
export function remoteIdentity(operation: Operation): string {
  switch (operation.kind) {
    case 'push':
      return `row ${operation.row.ID}`;
    case 'update':
    case 'delete':
      return `${operation.keyType} ${operation.key}`;
    default:
      return operation satisfies never;
  }
}
