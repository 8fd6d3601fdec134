/** What can be corrected where a check found it, and what that does to the settings. */
import { describe, expect, test } from 'vitest';
import type { CheckGroup } from '../../../../src/core/check/check-groups.ts';
import type { TabSettings } from '../../../../src/core/settings/tab-settings.ts';
import {
  type Correction,
  type Remedy,
  remediesFor,
  usualValues,
  withCorrection,
} from '../../../../src/sidebar/model/run/correction.ts';
import { BEDS_MATCH, fieldView, group, mappingView, SETTINGS } from '../fixtures.ts';

const TEACH = { vocabulary: 'saleType', word: 'Kauf', meanings: ['for_sale', 'for_rent'] };
const { field: _field, ...UNBLAMED } = group();

describe('a cause can be corrected', () => {
  test.each<[string, CheckGroup, readonly Remedy[]]>([
    [
      'with a value or without the field when it is empty',
      group(),
      [
        { kind: 'value', field: 'ParkingSpots' },
        { kind: 'leaveOut', field: 'ParkingSpots' },
      ],
    ],
    [
      'with one of the allowed values of a choice',
      group({ field: 'AreaUnit' }),
      [
        { kind: 'value', field: 'AreaUnit', options: ['Square Feet', 'Square Meters'] },
        { kind: 'leaveOut', field: 'AreaUnit' },
      ],
    ],
    ['never with one key for all rows', group({ field: 'MLSNumber' }), [{ kind: 'leaveOut', field: 'MLSNumber' }]],
    ['not where no field is to blame', UNBLAMED, []],
    ['not where the add-on itself supplies the field', group({ field: 'SerialNumber' }), []],
    [
      'with a meaning when a word is not known',
      group({ kind: 'unknownWord', teach: TEACH }),
      [{ kind: 'meaning', ...TEACH }],
    ],
    ['only in the cells when they cannot be read', group({ kind: 'unreadable' }), []],
    ['only in the cells for every other reason', group({ kind: 'other' }), []],
  ])('%s', (_title, cause, remedies) => {
    expect(remediesFor(cause)).toEqual(remedies);
  });
});

describe('a correction', () => {
  const view = mappingView({ fields: [fieldView('Bedrooms', { match: BEDS_MATCH }), fieldView('ParkingSpots')] });
  const saved: TabSettings = { ...SETTINGS, mapping: { ParkingSpots: { kind: 'fixed', value: '1' } } };

  test.each<[string, TabSettings, Correction, Partial<TabSettings>]>([
    [
      'of a field that nothing feeds is a fixed value',
      SETTINGS,
      { kind: 'value', field: 'ParkingSpots', value: '0' },
      { mapping: { ParkingSpots: { kind: 'fixed', value: '0' } } },
    ],
    [
      'of a field with a fixed value replaces it',
      saved,
      { kind: 'value', field: 'ParkingSpots', value: '0' },
      { mapping: { ParkingSpots: { kind: 'fixed', value: '0' } } },
    ],
    [
      'of a field that a person wanted fed by nothing feeds it',
      { ...SETTINGS, unmapped: ['ParkingSpots'] },
      { kind: 'value', field: 'ParkingSpots', value: '0' },
      { mapping: { ParkingSpots: { kind: 'fixed', value: '0' } }, unmapped: [] },
    ],
    [
      'of a field that a column feeds is the default of its empty cells',
      SETTINGS,
      { kind: 'value', field: 'Bedrooms', value: '0' },
      { mapping: {}, ifEmpty: { Bedrooms: { kind: 'default', value: '0' } } },
    ],
    [
      'can be to send rows without the field',
      SETTINGS,
      { kind: 'leaveOut', field: 'Bedrooms' },
      { ifEmpty: { Bedrooms: { kind: 'leaveOut' } } },
    ],
    [
      'of an unknown word teaches it',
      SETTINGS,
      { kind: 'meaning', vocabulary: 'saleType', word: 'Kauf', meaning: 'for_sale' },
      { taughtWords: { saleType: { Kauf: 'for_sale' } } },
    ],
  ])('%s', (_title, settings, correction, changed) => {
    expect(withCorrection(view, settings, correction)).toEqual({ ...settings, ...changed });
  });
});

test.each([
  ['ParkingSpots', ['0', '1', '2']],
  ['CurrencySymbol', ['$', '€', '£']],
  ['YearBuilt', []],
] as const)('usual values of %s are offered for one click', (field, values) => {
  expect(usualValues(field)).toEqual(values);
});
