/** What keeps a draft of settings from being saved. */
import { expect, test } from 'vitest';
import type { TabSettings } from '../../../../src/core/settings/tab-settings.ts';
import { saveObstacle } from '../../../../src/sidebar/model/mapping/save-obstacle.ts';
import { mappingView, SETTINGS } from '../fixtures.ts';

test.each<[string, TabSettings, string | undefined]>([
  ['nothing while all is filled in', SETTINGS, undefined],
  [
    'a blank fixed value',
    { ...SETTINGS, mapping: { Bedrooms: { kind: 'fixed', value: '' } } },
    'Enter the fixed value of Bedrooms.',
  ],
  [
    'a blank default',
    { ...SETTINGS, ifEmpty: { Bedrooms: { kind: 'default', value: '' } } },
    'Enter the default of Bedrooms.',
  ],
  [
    'no column that is gone, since the other changes must not wait for it',
    { ...SETTINGS, mapping: { Bedrooms: { kind: 'column', header: 'Rooms' } } },
    undefined,
  ],
])('%s', (_title, draft, obstacle) => {
  expect(saveObstacle({ view: mappingView(), draft, isJustSaved: false })).toBe(obstacle);
});

test('a save that is under way', () => {
  expect(saveObstacle({ view: mappingView(), draft: SETTINGS, saving: SETTINGS, isJustSaved: false })).toBe('Saving…');
});
