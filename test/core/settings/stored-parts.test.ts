import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSplit, partsOf, wholeText } from '../../../src/core/settings/stored-parts.ts';

test('a short text is one value, as it is', () => {
  expect(partsOf('tab:1', '{"a":1}')).toEqual({ 'tab:1': '{"a":1}' });
});

test('a text of any length comes back whole, and no value of it is too long for Google', () => {
  const anyText = fc
    .tuple(fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }), fc.integer({ min: 1, max: 700 }))
    .map(([text, times]) => text.repeat(times));
  fc.assert(
    fc.property(anyText, (text) => {
      const parts = partsOf('tab:1', text);
      expect(wholeText('tab:1', parts)).toBe(text);
      expect(isSplit(parts['tab:1'] ?? null)).toBe(Object.keys(parts).length > 1);
      for (const value of Object.values(parts)) expect(Buffer.byteLength(value)).toBeLessThanOrEqual(9 * 1024);
    }),
    { numRuns: 200 },
  );
});

test('parts of two versions are no text, and neither is a text of which one is gone', () => {
  const [older, newer] = [partsOf('tab:1', 'a'.repeat(20_000)), partsOf('tab:1', 'b'.repeat(20_000))];
  expect(wholeText('tab:1', { ...older, 'tab:1:2': newer['tab:1:2'] ?? '' })).toBeNull();
  expect(wholeText('tab:1', { 'tab:1': older['tab:1'] ?? '' })).toBeNull();
  expect(wholeText('tab:1', {})).toBeNull();
});
