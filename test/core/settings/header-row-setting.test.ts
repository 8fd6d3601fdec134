/** The header row of a tab in its stored settings. */
import { expect, test } from 'vitest';
import { createsMissing, headerRowSetting } from '../../../src/core/settings/header-row-setting.ts';
import { DEFAULT_TAB_SETTINGS } from '../../../src/core/settings/tab-settings.ts';

test('is read from settings as they are stored', () => {
  expect(headerRowSetting(JSON.stringify({ ...DEFAULT_TAB_SETTINGS, headerRowNumber: 3 }))).toBe(3);
});

test.each([
  ['nothing', null],
  ['an empty text', ''],
  ['settings without it', '{"keyTypes":["URL"]}'],
  ['no row number', '{"headerRowNumber":0}'],
  ['a text', '{"headerRowNumber":"2"}'],
  ['a fraction', '{"headerRowNumber":1.5}'],
  ['a list', '[3]'],
  ['half a text', '{"headerRowNumber":3'],
])('%s leaves it to be found', (_what, stored) => {
  expect(headerRowSetting(stored)).toBeUndefined();
});

test.each([
  ['off', false],
  ['ask', true],
  ['on', true],
] as const)('a tab set to %s creates missing listings: %s', (createMissing, expected) => {
  expect(createsMissing(JSON.stringify({ ...DEFAULT_TAB_SETTINGS, createMissing }))).toBe(expected);
});

test('a tab that nobody has set up creates nothing', () => {
  expect(createsMissing(null)).toBe(false);
});
