/** For how many days confirmations are believed. */
import { expect, test } from 'vitest';
import { believedDaysOf } from '../../../src/core/settings/believed-days.ts';
import { parseTabSettings } from '../../../src/core/settings/tab-settings.ts';

test.each([
  ['7', 7],
  ['', 30],
  ['soon', 30],
  ['0', 1],
  ['-4', 1],
  ['1.6', 2],
  ['9999', 365],
])('“%s” is taken for %i days', (text, days) => {
  expect(believedDaysOf(text)).toBe(days);
});

test('settings that were stored before there was a choice keep thirty days', () => {
  expect(parseTabSettings('{"countedDays":"daily"}')).toMatchObject({ countedDays: 'daily', believedDays: 30 });
  expect(parseTabSettings('{"believedDays":7}').believedDays).toBe(7);
});
