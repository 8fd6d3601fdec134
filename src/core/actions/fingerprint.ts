/** Hashes what a row would send, so that a row whose content the platform has confirmed is not sent again. */
import { murmurHash } from '../terms/murmur-hash.ts';
import type { Operation } from './operation.ts';
import { kindOf } from './operation-facts.ts';

/**
 * The fingerprint of an operation: `v1:` and 32 hexadecimal digits. It covers everything that is sent (and to which
 * chatbot), and nothing that is not: number formats, column order and the order of a row's columns do not matter.
 */
export function fingerprintOf(operation: Operation): string {
  // Joined, not concatenated: every row of a run keeps one, and a concatenation would keep its parts.
  return ['v1:', murmurHash(kindOf(operation).fingerprintText(operation))].join('');
}
