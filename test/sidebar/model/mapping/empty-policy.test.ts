/** What happens to a row that leaves a field empty. */
import { describe, expect, test } from 'vitest';
import type { TabSettings } from '../../../../src/core/settings/tab-settings.ts';
import {
  emptyPolicyOptions,
  emptyPolicyWords,
  withEmptyPolicy,
} from '../../../../src/sidebar/model/mapping/empty-policy.ts';
import { BEDS_MATCH, fieldView, SETTINGS } from '../fixtures.ts';

const BEDROOMS = fieldView('Bedrooms', { match: BEDS_MATCH });
const SEND_ANYWAY = { ...SETTINGS, missing: 'send' } as const;
const WITH_DEFAULT: TabSettings = { ...SETTINGS, ifEmpty: { Bedrooms: { kind: 'default', value: '0' } } };

describe('the list', () => {
  test.each([
    [
      'a required field',
      SETTINGS,
      BEDROOMS,
      ['Hold the row (default)', 'Send without it', 'Send 0, for none', 'Use a default…'],
    ],
    [
      'a required field of a tab that sends what it has',
      SEND_ANYWAY,
      BEDROOMS,
      ['Send without it (default)', 'Hold the row', 'Send 0, for none', 'Use a default…'],
    ],
    [
      'an optional field',
      SETTINGS,
      fieldView('City', { match: BEDS_MATCH }),
      ['Send without it (default)', 'Hold the row', 'Clear it on the platform', 'Use a default…'],
    ],
    [
      'a field that no column feeds',
      SETTINGS,
      fieldView('City'),
      ['Send without it (default)', 'Hold the row', 'Clear it on the platform'],
    ],
    [
      'a field whose column was taken away after a default was set',
      WITH_DEFAULT,
      fieldView('Bedrooms'),
      ['Hold the row (default)', 'Send without it', 'Send 0, for none', 'Use a default…'],
    ],
  ])('for %s starts with what holds anyway', (_title, settings, field, labels) => {
    expect(emptyPolicyOptions(settings, field).map(({ label }) => label)).toEqual(labels);
  });
});

test.each([
  [SETTINGS, 'hold the row (default)'],
  [SEND_ANYWAY, 'send without it (default)'],
  [WITH_DEFAULT, 'use “0”'],
  [withEmptyPolicy(SETTINGS, 'Bedrooms', { kind: 'default', value: '' }), 'use a default'],
  [withEmptyPolicy(SETTINGS, 'Bedrooms', { kind: 'leaveOut' }), 'send without it'],
] as const)('%o is told as “%s”', (settings, words) => {
  expect(emptyPolicyWords(settings, BEDROOMS)).toBe(words);
});

describe('a choice', () => {
  test('is written down for its field only', () => {
    const settings = withEmptyPolicy(WITH_DEFAULT, 'City', { kind: 'hold' });
    expect(settings.ifEmpty).toEqual({ Bedrooms: { kind: 'default', value: '0' }, City: { kind: 'hold' } });
  });

  test('of what holds anyway leaves nothing behind, so that the field follows the tab', () => {
    expect(withEmptyPolicy(WITH_DEFAULT, 'Bedrooms', { kind: 'hold' })).toEqual(SETTINGS);
  });
});
