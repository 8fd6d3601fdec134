/** Hashes what a row would send, so that a row whose content the platform has confirmed is not sent again. */
import { murmurHash } from '../terms/murmur-hash.ts';
import type { Operation } from './operation.ts';

/**
 * The fingerprint of an operation: `v1:` and 32 hexadecimal digits. It covers everything that is sent (and to which
 * chatbot), and nothing that is not: number formats, column order and the order of a row's columns do not matter.
 */
export function fingerprintOf(operation: Operation): string {
  // Joined for the same reason as the digits: every row of a run keeps one.
  return ['v1:', murmurHash(canonicalText(operation))].join('');
}

function canonicalText(operation: Operation): string {
  switch (operation.kind) {
    case 'push': {
      const { ID, Data } = operation.row;
      return `push ${operation.serialNumber} ${ID} ${JSON.stringify(Data, Object.keys(Data).sort())}`;
    }
    case 'update':
      // Bodies are always built in the catalogue's order, and no other kind's text begins with a brace.
      return operation.bodyText;
    case 'delete':
      return `delete ${operation.serialNumber} ${operation.keyType} ${operation.key}`;
    default:
      return operation satisfies never;
  }
}
