/** Pieces of a text that a store can keep. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitText } from '../../../src/core/terms/split-text.ts';

test('a text is cut into pieces of the longest length', () => {
  expect(splitText('abcdefg', 3)).toEqual(['abc', 'def', 'g']);
  expect(splitText('abc', 3)).toEqual(['abc']);
  expect(splitText('', 3)).toEqual([]);
});

test('a character of two units is never cut in two', () => {
  expect(splitText('ab𝔸cd', 3)).toEqual(['ab', '𝔸c', 'd']);
});

test('the pieces together are the text, and each is one that a store can keep', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 2, max: 7 }), (text, longest) => {
      const pieces = splitText(text, longest);
      expect(pieces.join('')).toBe(text);
      for (const piece of pieces) {
        expect(piece.length).toBeLessThanOrEqual(longest);
        expect(piece).not.toMatch(/^[\udc00-\udfff]|[\ud800-\udbff]$/);
      }
    }),
  );
});
