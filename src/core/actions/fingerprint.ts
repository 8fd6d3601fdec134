/** Hashes what a row would send, so that a row whose content the platform has confirmed is not sent again. */
import { DEFAULT_BASE_URL } from '../platform/endpoints.ts';
import { murmurHash } from '../terms/murmur-hash.ts';
import type { Operation } from './operation.ts';
import { kindOf } from './operation-facts.ts';
import { ofAnyWeek } from './sync-listings/counted-days.ts';

/**
 * The fingerprint of an operation: `v1:` and 32 hexadecimal digits. It covers everything that is sent (and to which
 * chatbot, at which address), and nothing that is not: number formats, column order and the order of a row's columns do not matter.
 */
export function fingerprintOf(operation: Operation, address = DEFAULT_BASE_URL): string {
  const content = kindOf(operation).fingerprintText(operation);
  // No content begins like an address does.
  const text = address === DEFAULT_BASE_URL ? content : `${address} ${content}`;
  return murmurHash(text, 'v1:');
}

/** The fingerprint that content keeps from week to week, by which it is known again when a person has taken it back. */
export function lastingFingerprintOf(operation: Operation, address = DEFAULT_BASE_URL): string {
  return fingerprintOf(operation.kind === 'update' ? ofAnyWeek(operation) : operation, address);
}
