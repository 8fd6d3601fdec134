import * as v from 'valibot';
import { expect, test } from 'vitest';
import { parseStored } from '../../../src/core/terms/parse-stored.ts';

const SCHEMA = v.object({ name: v.string() });

test('a stored text is read by its schema', () => {
  expect(parseStored(SCHEMA, '{"name":"a","more":1}')).toEqual({ name: 'a' });
});

test.each([
  ['nothing', null],
  ['an empty text', ''],
  ['a text that is cut off', '{"name":'],
  ['a value of another shape', '{"name":1}'],
  ['null', 'null'],
])('%s is as good as nothing stored', (_, text) => {
  expect(parseStored(SCHEMA, text)).toBeUndefined();
});

test('a schema that lets null through is not asked about nothing', () => {
  expect([parseStored(v.null(), 'null'), parseStored(v.null(), null)]).toEqual([null, undefined]);
});
