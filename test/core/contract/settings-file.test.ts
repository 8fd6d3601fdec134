/** Settings as a text, and back. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatSettingsFile, settingsFileName } from '../../../src/core/contract/settings-file.ts';
import { readSettingsFile } from '../../../src/core/settings/read-settings-file.ts';
import { STORE_FORMAT } from '../../../src/core/settings/store-format.ts';
import type { TabSettings } from '../../../src/core/settings/tab-settings.ts';
import { headersMark } from '../../../src/core/terms/headers-mark.ts';
import { SETTINGS } from '../../sidebar/model/fixtures.ts';

const anyHeader = fc.string({ minLength: 1 });
const anySettings: fc.Arbitrary<TabSettings> = fc.record({
  mapping: fc.record({ City: anyHeader.map((header) => ({ kind: 'column' as const, header })) }),
  unmapped: fc.subarray(['Bedrooms', 'Url'] as const),
  keyTypes: fc.subarray(['NewOaks', 'MLSNumber', 'URL'] as const, { minLength: 1 }),
  missing: fc.constantFrom('hold', 'send'),
  ifEmpty: fc.record({ City: fc.string().map((value) => ({ kind: 'default' as const, value })) }),
  policies: fc.constant({ ...SETTINGS.policies, pending: 'active' as const }),
  taughtWords: fc.constant({ listingStatus: { Neu: 'active' } }),
  seenHeaders: fc.string({ maxLength: 32 }),
  extraHeaders: fc.array(anyHeader),
  excludedHeaders: fc.array(anyHeader),
  includedHeaders: fc.array(anyHeader),
  sendsShownText: fc.boolean(),
  sendsBothPrices: fc.boolean(),
  unflaggedAddress: fc.constantFrom('hide', 'show'),
  createMissing: fc.constantFrom('off', 'ask', 'on'),
  rowsThatLeft: fc.constantFrom('ask', 'keep', 'delete'),
  believedDays: fc.integer({ min: 1, max: 365 }),
  countedDays: fc.constantFrom('weekly', 'daily', 'withChanges'),
});

test('what was exported is what is imported', () => {
  fc.assert(
    fc.property(anySettings, (settings) => {
      expect(readSettingsFile(formatSettingsFile(settings))).toEqual({ ok: true, value: settings });
    }),
  );
});

test('settings that an older export did not have are the defaults', () => {
  const { policies: _newer, taughtWords: _newerToo, sendsBothPrices: _newest, ...older } = SETTINGS;
  expect(readSettingsFile(JSON.stringify(older))).toEqual({ ok: true, value: SETTINGS });
});

test('an export that still names all headers is read as their mark', () => {
  const older = { ...SETTINGS, seenHeaders: ['MLS #', 'Price'] };
  const read = readSettingsFile(JSON.stringify(older));
  expect(read).toEqual({ ok: true, value: { ...SETTINGS, seenHeaders: headersMark(['MLS #', 'Price']) } });
});

test('an export of a newer version is refused, and says what helps', () => {
  const newer = formatSettingsFile(SETTINGS).replace(`"format": ${STORE_FORMAT}`, `"format": ${STORE_FORMAT + 1}`);
  expect(readSettingsFile(newer)).toEqual({
    ok: false,
    error: 'These settings are of a newer version. Update the add-on first.',
  });
});

describe('a text that is no export is refused with a sentence', () => {
  const NO_EXPORT = 'This is not an export of tab settings. Use the text that “Export” shows.';

  test.each([
    ['  ', 'Paste exported settings or choose a file first.'],
    ['not JSON', NO_EXPORT],
    ['null', NO_EXPORT],
    ['[]', NO_EXPORT],
    ['{}', NO_EXPORT],
    ['{"name":"another file"}', NO_EXPORT],
  ])('%s', (text, words) => {
    expect(readSettingsFile(text)).toEqual({ ok: false, error: words });
  });

  test.each([
    ['policies.hold', { ...SETTINGS, policies: { ...SETTINGS.policies, hold: 'sometimes' } }],
    ['mapping.Rooms', { ...SETTINGS, mapping: { Rooms: { kind: 'fixed', value: '1' } } }],
    ['surprise', { ...SETTINGS, surprise: true }],
  ])('that names %s', (place, settings) => {
    const read = readSettingsFile(JSON.stringify(settings));
    expect(read.ok ? '' : read.error).toContain(`because of “${place}”`);
  });
});

test.each([
  ['Homes', 'listing-sync-homes.json'],
  ['Listings 2026 / North', 'listing-sync-listings-2026-north.json'],
  ['房源', 'listing-sync-房源.json'],
  ['***', 'listing-sync-tab.json'],
])('the export of the tab “%s” is the file %s', (tabName, fileName) => {
  expect(settingsFileName(tabName)).toBe(fileName);
});
