/** SipHash-2-4: a short tag of a text that only who knows a 128-bit key can make. */

/** A 64-bit word as its high and low halves, which may be negative. */
type Word = readonly [high: number, low: number];

/** Four words, which the algorithm calls v0 to v3, as eight halves. */
type Lanes = Int32Array;

/** The letters "somepseudorandomlygeneratedbytes", which the state begins with. */
const INITIAL: readonly Word[] = [
  [0x736f6d65, 0x70736575],
  [0x646f7261, 0x6e646f6d],
  [0x6c796765, 0x6e657261],
  [0x74656462, 0x79746573],
];

const BYTES_PER_WORD = 8;

/**
 * The tag of some bytes, as 16 hexadecimal digits, the high ones first.
 *
 * @param key Sixteen bytes that nobody else knows.
 * @throws RangeError when the key has another length.
 * @see https://www.aumasson.jp/siphash/siphash.pdf "SipHash: a fast short-input PRF", section 2, and appendix A for the
 * example (read 2026-11-29).
 */
export function sipHash(key: ArrayLike<number>, bytes: ArrayLike<number>): string {
  if (key.length !== 2 * BYTES_PER_WORD) throw new RangeError('The key of SipHash has sixteen bytes.');
  const lanes = startedWith(wordAt(key, 0), wordAt(key, BYTES_PER_WORD));
  const wholeBytes = bytes.length - (bytes.length % BYTES_PER_WORD);
  for (let index = 0; index < wholeBytes; index += BYTES_PER_WORD) absorb(lanes, wordAt(bytes, index));
  const [high, low] = wordAt(bytes, wholeBytes);
  absorb(lanes, [high | (bytes.length << 24), low]);
  flip(lanes, 2, [0, 0xff]);
  for (let round = 0; round < 4; round += 1) mix(lanes);
  return hexDigits(xored(lanes, 0)) + hexDigits(xored(lanes, 1));
}

function startedWith(key0: Word, key1: Word): Lanes {
  const lanes = new Int32Array(INITIAL.flat());
  for (const [lane, word] of [key0, key1, key0, key1].entries()) flip(lanes, lane, word);
  return lanes;
}

/** Takes in one word of the message. */
function absorb(lanes: Lanes, word: Word): void {
  flip(lanes, 3, word);
  mix(lanes);
  mix(lanes);
  flip(lanes, 0, word);
}

/** One round. */
function mix(lanes: Lanes): void {
  add(lanes, 0, 1);
  turn(lanes, 1, 13);
  flip(lanes, 1, wordOf(lanes, 0));
  turn(lanes, 0, 32);
  add(lanes, 2, 3);
  turn(lanes, 3, 16);
  flip(lanes, 3, wordOf(lanes, 2));
  add(lanes, 0, 3);
  turn(lanes, 3, 21);
  flip(lanes, 3, wordOf(lanes, 0));
  add(lanes, 2, 1);
  turn(lanes, 1, 17);
  flip(lanes, 1, wordOf(lanes, 2));
  turn(lanes, 2, 32);
}

function wordOf(lanes: Lanes, lane: number): Word {
  return [half(lanes, 2 * lane), half(lanes, 2 * lane + 1)];
}

function half(lanes: Lanes, index: number): number {
  return lanes[index] ?? 0;
}

/** Adds one lane to another, with its carry. */
function add(lanes: Lanes, to: number, from: number): void {
  const low = (half(lanes, 2 * to + 1) >>> 0) + (half(lanes, 2 * from + 1) >>> 0);
  lanes[2 * to] = half(lanes, 2 * to) + half(lanes, 2 * from) + (low > 0xffffffff ? 1 : 0);
  lanes[2 * to + 1] = low;
}

/** Turns a lane to the left by up to 32 bits. */
function turn(lanes: Lanes, lane: number, bits: number): void {
  const [high, low] = wordOf(lanes, lane);
  const isHalf = bits === 32;
  lanes[2 * lane] = isHalf ? low : (high << bits) | (low >>> (32 - bits));
  lanes[2 * lane + 1] = isHalf ? high : (low << bits) | (high >>> (32 - bits));
}

/** Flips the bits of a lane that a word has. */
function flip(lanes: Lanes, lane: number, [high, low]: Word): void {
  lanes[2 * lane] = half(lanes, 2 * lane) ^ high;
  lanes[2 * lane + 1] = half(lanes, 2 * lane + 1) ^ low;
}

/** The high (0) or low (1) halves of all lanes in one. */
function xored(lanes: Lanes, offset: number): number {
  return half(lanes, offset) ^ half(lanes, 2 + offset) ^ half(lanes, 4 + offset) ^ half(lanes, 6 + offset);
}

/** Eight bytes, the lowest first; bytes beyond the end count as 0. */
function wordAt(bytes: ArrayLike<number>, index: number): Word {
  return [halfAt(bytes, index + 4), halfAt(bytes, index)];
}

function halfAt(bytes: ArrayLike<number>, index: number): number {
  const byte = (offset: number) => bytes[index + offset] ?? 0;
  return byte(0) | (byte(1) << 8) | (byte(2) << 16) | (byte(3) << 24);
}

function hexDigits(word: number): string {
  return (word >>> 0).toString(16).padStart(8, '0');
}
