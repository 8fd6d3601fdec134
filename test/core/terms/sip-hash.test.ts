import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sipHash } from '../../../src/core/terms/sip-hash.ts';

const counting = (length: number) => Array.from({ length }, (_, index) => index);
const KEY = counting(16);

/** The algorithm as its authors write it, in whole words. */
function plainSipHash(key: readonly number[], bytes: readonly number[]): string {
  const word = (from: readonly number[]) => from.reduceRight((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  const cut = (value: bigint) => BigInt.asUintN(64, value);
  const turned = (value: bigint, bits: bigint) => cut((value << bits) | (value >> (64n - bits)));
  const [k0, k1] = [word(key.slice(0, 8)), word(key.slice(8))];
  let v0 = k0 ^ 0x736f6d6570736575n;
  let v1 = k1 ^ 0x646f72616e646f6dn;
  let v2 = k0 ^ 0x6c7967656e657261n;
  let v3 = k1 ^ 0x7465646279746573n;
  const round = () => {
    v0 = cut(v0 + v1);
    v2 = cut(v2 + v3);
    v1 = turned(v1, 13n) ^ v0;
    v3 = turned(v3, 16n) ^ v2;
    v0 = turned(v0, 32n);
    v2 = cut(v2 + v1);
    v0 = cut(v0 + v3);
    v1 = turned(v1, 17n) ^ v2;
    v3 = turned(v3, 21n) ^ v0;
    v2 = turned(v2, 32n);
  };
  const blocks = Math.floor(bytes.length / 8) + 1;
  for (let block = 0; block < blocks; block += 1) {
    const part = bytes.slice(8 * block, 8 * block + 8);
    const last = block === blocks - 1 ? BigInt(bytes.length % 256) << 56n : 0n;
    const message = word(part) | last;
    v3 ^= message;
    round();
    round();
    v0 ^= message;
  }
  v2 ^= 0xffn;
  for (let count = 0; count < 4; count += 1) round();
  return (v0 ^ v1 ^ v2 ^ v3).toString(16).padStart(16, '0');
}

describe('SipHash-2-4 with the key 00 01 … 0f gives the tags of its authors', () => {
  // https://github.com/veorq/SipHash/blob/master/vectors.h, whose bytes begin with the lowest (read 2026-11-29).
  test.each([
    [0, '726fdb47dd0e0e31'],
    [1, '74f839c593dc67fd'],
    [2, '0d6c8009d9a94f5a'],
    [3, '85676696d7fb7e2d'],
    [7, 'ab0200f58b01d137'],
    [8, '93f5f5799a932462'],
    [15, 'a129ca6149be45e5'],
    [63, '958a324ceb064572'],
  ])('of the first %i bytes', (length, tag) => {
    expect(sipHash(KEY, counting(length))).toBe(tag);
  });
});

test('any bytes under any key have the tag of the algorithm as it is written', () => {
  const byte = fc.integer({ min: 0, max: 255 });
  fc.assert(
    fc.property(fc.array(byte, { minLength: 16, maxLength: 16 }), fc.array(byte, { maxLength: 600 }), (key, bytes) => {
      expect(sipHash(key, bytes)).toBe(plainSipHash(key, bytes));
    }),
  );
});

test('a key of another length is a bug', () => {
  expect(() => sipHash(counting(15), [])).toThrow(RangeError);
});
