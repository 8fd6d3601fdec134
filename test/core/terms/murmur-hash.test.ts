import fc from 'fast-check';
import { expect, test } from 'vitest';
import { murmurHash, murmurHash32 } from '../../../src/core/terms/murmur-hash.ts';

/** Bytes as the text whose UTF-16 they are: published vectors are for bytes. */
function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('utf16le');
}

const ALL_BYTES = Uint8Array.from({ length: 256 }, (_, byte) => byte);

/** Vectors of MurmurHash3 x86 128 with seed 0 that other implementations publish, those of an even length. */
test.each([
  ['', '00000000000000000000000000000000'],
  ['01', '0f87acb4674f3b21674f3b21674f3b21'],
  ['0123', 'dc378fea485d3536485d3536485d3536'],
  ['012345', 'db26dc756ce1944bf825536af825536a'],
  ['01234567', 'aa22bf849216040263b83c5e63b83c5e'],
  ['0123456789', '0017a61e2e528b33a5443f2057a11235'],
  ['0123456789ab', 'cfaa93f9b6982a7e53412b5d04d3d08f'],
  ['0123456789abcd', '6f34d20ac0a5114dae0d83c563f51794'],
  ['0123456789abcdef', 'fb7d440936aed30a48ad1d9b572b3bfd'],
  ['這個有效', '5ee7e60516f613aa76048cdc7a1493e3'],
  ['utf-8 supported 🌈', '796479ed1bbff85b29e39731d1967a07'],
])('the bytes of "%s" give the published hash', (text, hash) => {
  expect(murmurHash(textOf(Buffer.from(text, 'utf8')))).toBe(hash);
});

test('the bytes from 0 to 255 give the published hash', () => {
  expect(murmurHash(textOf(ALL_BYTES))).toBe('2c56c88fdb4503dfd352b21a494ca2c0');
});

test('any text, lone surrogates too, has 32 hexadecimal digits, and another text has others', () => {
  const text = fc.string({ unit: 'binary', maxLength: 60 });
  fc.assert(
    fc.property(text, text, fc.nat(), (one, other, position) => {
      expect(murmurHash(one)).toMatch(/^[0-9a-f]{32}$/);
      expect(murmurHash(one) === murmurHash(other)).toBe(one === other);
      const index = position % (one.length + 1);
      expect(murmurHash(`${one.slice(0, index)}\ud800${one.slice(index)}`)).not.toBe(murmurHash(one));
    }),
  );
});

test('texts that differ in one digit, as prices do, never meet', () => {
  const prices = Array.from({ length: 20_000 }, (_, price) => `{"Key":"MLS1000001","SalePrice":${price}}`);
  expect(new Set(prices.map((text) => murmurHash(text))).size).toBe(prices.length);
});

/** Vectors of MurmurHash3 x86 32 for bytes in hexadecimal digits, those of an even length. */
test.each([
  ['', 0, 0],
  ['', 1, 0x514e28b7],
  ['', 0xffffffff, 0x81f16f39],
  ['21436587', 0, 0xf55b516b],
  ['21436587', 0x5082edee, 0x2362f9de],
  ['2143', 0, 0xa0f7b07a],
  ['00000000', 0, 0x2362f9de],
  ['0000', 0, 0x30f4c306],
  ['74657374', 0, 0xba6bd213],
])('the bytes %s give the published hash of 32 bits with the seed %i', (bytes, seed, hash) => {
  expect(murmurHash32(textOf(Buffer.from(bytes, 'hex')), seed)).toBe(hash);
});
