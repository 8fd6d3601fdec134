/** Hashes what a row would send, so that a row whose content the platform has confirmed is not sent again. */
import { sha256 } from '@noble/hashes/sha2.js';
import type { Operation } from './operation.ts';

/** 128 bits: two different payloads of one row will not meet by accident. */
const FINGERPRINT_BYTES = 16;

/**
 * The fingerprint of an operation: `v1:` and 32 hexadecimal digits. It covers everything that is sent (and to which
 * chatbot), and nothing that is not: number formats, column order and the order of a row's columns do not matter.
 */
export function fingerprintOf(operation: Operation): string {
  return `v1:${hashText(canonicalText(operation))}`;
}

/** A 128-bit hash of a text as 32 hexadecimal digits. */
export function hashText(text: string): string {
  const hash = sha256(utf8(text)).subarray(0, FINGERPRINT_BYTES);
  return Array.from(hash, (byte) => HEX_DIGITS[byte]).join('');
}

const HEX_DIGITS: readonly string[] = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

function canonicalText(operation: Operation): string {
  switch (operation.kind) {
    case 'push': {
      const { ID, Data } = operation.row;
      return `push ${operation.serialNumber} ${ID} ${JSON.stringify(Data, Object.keys(Data).sort())}`;
    }
    case 'update':
      // Bodies are always built in the catalogue's order.
      return `update ${JSON.stringify(operation.body)}`;
    case 'delete':
      return `delete ${operation.serialNumber} ${operation.keyType} ${operation.key}`;
    default:
      return operation satisfies never;
  }
}

/** UTF-8 bytes of a text; Apps Script has no TextEncoder. Lone surrogates become U+FFFD, as encoders do. */
function utf8(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 3);
  let length = 0;
  for (let index = 0; index < text.length; index += 1) {
    const codePoint = scalarAt(text, index);
    if (codePoint > 0xffff) index += 1;
    length = appendUtf8(bytes, length, codePoint);
  }
  return bytes.subarray(0, length);
}

function scalarAt(text: string, index: number): number {
  const codePoint = text.codePointAt(index) ?? 0;
  return codePoint >= 0xd800 && codePoint <= 0xdfff ? 0xfffd : codePoint;
}

function appendUtf8(bytes: Uint8Array, length: number, codePoint: number): number {
  if (codePoint < 0x80) {
    bytes[length] = codePoint;
    return length + 1;
  }
  const continuationBytes = codePoint < 0x800 ? 1 : codePoint < 0x10000 ? 2 : 3;
  bytes[length] = ([0, 0xc0, 0xe0, 0xf0][continuationBytes] ?? 0) | (codePoint >> (6 * continuationBytes));
  for (let rest = continuationBytes - 1; rest >= 0; rest -= 1) {
    bytes[length + continuationBytes - rest] = 0x80 | ((codePoint >> (6 * rest)) & 0x3f);
  }
  return length + continuationBytes + 1;
}
