import { expect, test } from 'vitest';
import { canonicalText } from '../../../src/core/terms/canonical-text.ts';

test.each([
  [{ b: 1, a: { d: [2, { f: 3, e: 4 }], c: 'x' } }, '{"a":{"c":"x","d":[2,{"e":4,"f":3}]},"b":1}'],
  [[{ place: 1, b: 2, a: undefined }], '[{"b":2}]'],
  ['text', '"text"'],
  [null, 'null'],
])('%j is the same text in whatever order it was made', (value, text) => {
  expect(canonicalText(value, 'place')).toBe(text);
});
