/** What a listing that goes asks of the platform. */
import type { KeyType } from '../../listing/fields.ts';

/** A delete by key. */
export interface DeleteOperation {
  readonly kind: 'delete';
  /** The chatbot's ID. */
  readonly serialNumber: string;
  readonly key: string;
  readonly keyType: KeyType;
}
