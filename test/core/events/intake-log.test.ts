/** What arrived lately. */
import { expect, test } from 'vitest';
import { type Intake, parseIntakes, withIntake } from '../../../src/core/events/intake-log.ts';

const poll = (atMs: number, message = 'no messages.') => ({ door: 'inbox' as const, atMs, message, isProblem: false });

test('the newest comes first, and what came to the same in a row is one with its count', () => {
  let intakes: readonly Intake[] = [];
  for (const one of [poll(1), poll(2), poll(3, '2 new.'), { ...poll(4), door: 'webhook' as const }, poll(5)])
    intakes = withIntake(intakes, one);
  expect(intakes.map(({ door, atMs, message, times }) => [door, atMs, message, times])).toEqual([
    ['inbox', 5, 'no messages.', 1],
    ['webhook', 4, 'no messages.', 1],
    ['inbox', 3, '2 new.', 1],
    ['inbox', 2, 'no messages.', 2],
  ]);
});

test('what is kept fits into a value of the store, however much came and in whatever script', () => {
  let intakes: readonly Intake[] = [];
  for (let atMs = 1; atMs <= 40; atMs += 1) intakes = withIntake(intakes, poll(atMs, `${atMs} ${'語'.repeat(300)}`));
  const text = JSON.stringify(intakes);
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(9 * 1024);
  expect(parseIntakes(text)).toEqual(intakes);
  expect(intakes[0]?.atMs).toBe(40);
});

test.each([null, '', '{', '[{"door":"roof"}]'])('%s is nothing that arrived', (text) => {
  expect(parseIntakes(text)).toEqual([]);
});
