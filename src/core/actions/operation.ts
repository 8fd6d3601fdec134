/** What one row asks of the platform. */

import type { KeyType } from '../listing/fields.ts';
import type { ListingBody } from '../listing/listing-body.ts';
import type { ChatbotRow } from '../platform/endpoints.ts';

/** An update with its body as it is fingerprinted and sent: written once, as it is long and there is one a row. */
interface UpdateOperation {
  readonly kind: 'update';
  readonly body: ListingBody;
  /** `body` as JSON. */
  readonly bodyText: string;
}

/** A request in the small: one row's content for one endpoint. */
export type Operation =
  | { readonly kind: 'push'; readonly serialNumber: string; readonly row: ChatbotRow }
  | UpdateOperation
  | { readonly kind: 'delete'; readonly serialNumber: string; readonly key: string; readonly keyType: KeyType };

/** The update that sends a body. */
export function updateOf(body: ListingBody): UpdateOperation {
  return { kind: 'update', body, bodyText: JSON.stringify(body) };
}

/** What the platform knows the row by; no two operations of a run may share it. */
export function remoteIdentity(operation: Operation): string {
  switch (operation.kind) {
    case 'push':
      return `row ${operation.row.ID}`;
    case 'update':
      return `${operation.body.KeyType} ${operation.body.Key}`;
    case 'delete':
      return `${operation.keyType} ${operation.key}`;
    default:
      return operation satisfies never;
  }
}
