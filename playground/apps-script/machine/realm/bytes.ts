/** Bytes as Apps Script shows them: numbers from -128 to 127. */

/** Plain numbers, signed. */
export function fromBytes(bytes: Uint8Array): number[] {
  return Array.from(bytes, (byte) => (byte > 127 ? byte - 256 : byte));
}

/** Bytes from signed or unsigned numbers. */
export function toBytes(numbers: readonly number[]): Uint8Array {
  return Uint8Array.from(numbers);
}
