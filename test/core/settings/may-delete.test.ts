import { expect, test } from 'vitest';
import { mayDelete, parseMayDelete } from '../../../src/core/settings/may-delete.ts';

test.each([
  ['everybody, without a list', '', 'bob@example.com', true],
  ['somebody on the list', '["ann@example.com"]', 'Ann@Example.com', true],
  ['nobody else', '["ann@example.com"]', 'bob@example.com', false],
  ['nobody whom Google does not name', '["ann@example.com"]', '', false],
  ['nobody, where the list cannot be read', '["ann"', 'ann@example.com', false],
])('%s may delete', (_, stored, address, isAllowed) => {
  expect(mayDelete(parseMayDelete(stored), address)).toBe(isAllowed);
});
