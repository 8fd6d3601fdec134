import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clipSentences, clipText } from '../../../src/core/terms/clip-text.ts';

test.each([
  ['a text that fits', 'abcde', 5, 'abcde'],
  ['a longer one', 'abcdef', 5, 'abcd…'],
  ['an emoji across the cut', 'abc😀def', 5, 'abc…'],
  ['an emoji before the cut', 'ab😀def', 5, 'ab😀…'],
])('clips %s', (_, text, longest, clipped) => {
  expect(clipText(text, longest)).toBe(clipped);
});

test.each([
  ['all of them where they fit', 'One. Two.', 9, 'One. Two.'],
  ['only those that fit', 'One two. Three four.', 12, 'One two.'],
  ['the beginning of a long first one', 'One two three. Four.', 8, 'One two…'],
])('keeps of sentences %s', (_, text, longest, clipped) => {
  expect(clipSentences(text, longest)).toBe(clipped);
});

test('a clipped text is never too long, and well-formed where the text was', () => {
  const law = fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 20 }), (text, longest) => {
    const clipped = clipText(text, longest);
    expect(clipped.length).toBeLessThanOrEqual(longest);
    expect(() => encodeURIComponent(clipped)).not.toThrow();
  });
  fc.assert(law);
});
