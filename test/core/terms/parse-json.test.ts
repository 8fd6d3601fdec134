import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseJson } from '../../../src/core/terms/parse-json.ts';
import { isLinear, slowdownOf } from '../linear-time.ts';

const nested = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;

test('a hundred levels are taken, more are not', () => {
  expect(parseJson(nested(100))).toMatchObject({ ok: true });
  expect(parseJson(nested(101))).toEqual({ ok: false, error: 'tooDeep' });
  expect(parseJson(`{"a":${nested(100)}}`)).toEqual({ ok: false, error: 'tooDeep' });
});

test.each([
  ['brackets in a text', JSON.stringify({ a: '[{'.repeat(200) })],
  ['brackets behind an escaped quote', JSON.stringify({ a: `"\\${'['.repeat(200)}` })],
  ['many lists side by side', `[${Array.from({ length: 300 }, () => '[]').join()}]`],
])('%s are no levels', (_, text) => {
  expect(parseJson(text)).toEqual({ ok: true, value: JSON.parse(text) });
});

test('says the same as JSON.parse of all that is not deep, and never throws', () => {
  fc.assert(
    fc.property(fc.oneof(fc.json({ maxDepth: 5 }), fc.string({ maxLength: 200 })), (text) => {
      const expected = (() => {
        try {
          return { ok: true, value: JSON.parse(text) };
        } catch {
          return { ok: false, error: 'notJson' };
        }
      })();
      expect(parseJson(text)).toEqual(expected);
    }),
    { numRuns: 200 },
  );
});

test.each(['"', '\\"', '[]', '"[', '\\'])('takes as much longer as the text is longer: %s over and over', (unit) => {
  const make = (characters: number) => unit.repeat(Math.ceil(characters / unit.length));
  expect(isLinear(slowdownOf((text) => void parseJson(text), make))).toBe(true);
});
