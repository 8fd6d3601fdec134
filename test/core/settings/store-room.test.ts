import { expect, test } from 'vitest';
import { hasRoomFor, namesOfGoneTabs } from '../../../src/core/settings/store-room.ts';

const filled = (bytes: number) => ({ 'tab:1': 'x'.repeat(bytes) });

test.each([
  ['an empty store', {}, { 'tab:2': 'x' }, true],
  ['one with what it must keep free for runs', filled(460 * 1024 - 20), {}, true],
  ['one with less', filled(461 * 1024), {}, false],
  ['one that the addition would fill', filled(455 * 1024), { 'tab:2': 'x'.repeat(6 * 1024) }, false],
  ['one in which the addition takes the place of more', filled(470 * 1024), { 'tab:1': 'x' }, true],
  ['one full of letters that take three bytes', { 'tab:1': '戸'.repeat(160 * 1024) }, {}, false],
])('%s has room, or has not', (_, stored, added, expected) => {
  expect(hasRoomFor(stored, added)).toBe(expected);
});

test('what is kept for tabs that are gone is told from all else', () => {
  const names = [
    'tab:1',
    'tab:2',
    'tab:2:1',
    'decisions:2',
    'events:3',
    'run',
    'connection',
    'schedule.2',
    'tick.ab:2',
  ];
  const stored = Object.fromEntries(names.map((name) => [name, 'x']));
  expect(namesOfGoneTabs(stored, [1])).toEqual(['tab:2', 'tab:2:1', 'decisions:2', 'events:3']);
});
