/** A hash of 32 bits that costs little: for sums and buckets, where a chance meeting of two texts does no harm. */

/** The parameters of FNV-1a for 32 bits. @see https://www.rfc-editor.org/rfc/rfc9923 section 5 (read 2026-11-30). */
const OFFSET_BASIS = 0x811c9dc5;
const PRIME = 0x01000193;

/**
 * The hash of a text as an unsigned number: FNV-1a over four UTF-16 units at a time instead of bytes, its bits mixed at the end
 * so that any of them can be used.
 *
 * @param seed Begins the hash: texts hashed with different seeds have nothing to do with each other.
 */
export function quickHash(text: string, seed = 0): number {
  let hash = OFFSET_BASIS ^ seed;
  const { length } = text;
  const whole = length - (length % 4);
  for (let index = 0; index < whole; index += 4) {
    const low = text.charCodeAt(index) ^ (text.charCodeAt(index + 1) << 8);
    const high = text.charCodeAt(index + 2) ^ (text.charCodeAt(index + 3) << 8);
    hash = Math.imul(hash ^ low ^ (high << 16), PRIME);
    // Multiplied alone, high bits never reach low ones.
    hash ^= hash >>> 15;
  }
  for (let index = whole; index < length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), PRIME);
  hash = Math.imul(hash ^ length ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
