import { expect, test } from 'vitest';
import { EMPTY_SLOTS } from '../../../src/core/listing/field-slots.ts';
import { FIELDS } from '../../../src/core/listing/fields.ts';

test('the slots are the document’s members in the document’s order, and nothing in JSON', () => {
  expect(Object.keys(EMPTY_SLOTS)).toEqual(FIELDS.map((field) => field.name));
  expect(JSON.stringify(EMPTY_SLOTS)).toBe('{}');
});
