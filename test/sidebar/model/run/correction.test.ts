/** What can be corrected where a check found it, and what that does to the settings. */
import { describe, expect, test } from 'vitest';
import type { CauseGroup } from '../../../../src/core/engine/cause-groups.ts';
import type { TabSettings } from '../../../../src/core/settings/tab-settings.ts';
import {
  type Correction,
  type Remedy,
  recommendationFor,
  remediesFor,
  usualValues,
  withCorrection,
} from '../../../../src/sidebar/model/run/correction.ts';
import { BEDS_MATCH, fieldView, group, mappingView, SETTINGS } from '../fixtures.ts';

const TEACH = { vocabulary: 'saleType', word: 'Kauf', meanings: ['for_sale', 'for_rent'] };
const { field: _field, ...UNBLAMED } = group();
const GARAGE = { header: 'Garage', reason: 'its cells look like texts' };

const TYPO = {
  ...group({ kind: 'unknownWord' }),
  teach: { vocabulary: 'listingStatus', word: 'Actve', meanings: ['active'], suggestion: 'Active' },
};
const REPLACEMENT = { tabId: 1, columnNumber: 3, from: 'Actve', to: 'Active' };

describe('what is recommended', () => {
  test('for a typo is the word that was meant, with the number of cells', () => {
    expect(recommendationFor(TYPO)).toEqual({
      words: 'Replace “Actve” by “Active” in 12 cells',
      cures: { corrections: [], replacements: [REPLACEMENT] },
    });
  });

  test('for an empty field is to send the rows without it', () => {
    expect(recommendationFor(group())).toEqual({
      words: 'Send 12 rows without Parking spots',
      cures: { corrections: [{ kind: 'leaveOut', field: 'ParkingSpots' }], replacements: [] },
    });
  });

  test.each([
    ['a missing key', group({ field: 'MLSNumber' })],
    ['a word that could mean anything', group({ kind: 'unknownWord', teach: TEACH })],
    ['what cannot be read', group({ kind: 'unreadable' })],
    ['a field that a column may feed', group({ isUnfed: true, mayFeed: GARAGE })],
  ])('for %s is nothing: only a person can know', (_title, cause) => {
    expect(recommendationFor(cause)).toBeUndefined();
  });
});

describe('a cause can be corrected', () => {
  test.each<[string, CauseGroup, readonly Remedy[]]>([
    [
      'with a value or without the field when it is empty',
      group(),
      [
        { kind: 'leaveOut', field: 'ParkingSpots' },
        { kind: 'value', field: 'ParkingSpots' },
      ],
    ],
    [
      'with one of the allowed values of a choice',
      group({ field: 'AreaUnit' }),
      [
        { kind: 'leaveOut', field: 'AreaUnit' },
        { kind: 'value', field: 'AreaUnit', options: ['Square Feet', 'Square Meters'] },
      ],
    ],
    [
      'with a column of the tab where none feeds the field',
      group({ isUnfed: true }),
      [
        { kind: 'leaveOut', field: 'ParkingSpots' },
        { kind: 'value', field: 'ParkingSpots' },
        { kind: 'chooseColumn', field: 'ParkingSpots' },
      ],
    ],
    [
      'with the column that may feed the field, before it is left out',
      group({ isUnfed: true, mayFeed: GARAGE }),
      [
        { kind: 'takeColumn', field: 'ParkingSpots', ...GARAGE },
        { kind: 'leaveOut', field: 'ParkingSpots' },
        { kind: 'value', field: 'ParkingSpots' },
      ],
    ],
    [
      'in the cells when the word is a typo, before it is taught',
      TYPO,
      [
        { kind: 'replace', replacement: REPLACEMENT, cells: 12, rowNumbers: [4, 5] },
        { kind: 'meaning', ...TYPO.teach },
      ],
    ],
    [
      'not without a field that the platform refuses to do without',
      group({ isRefused: true }),
      [{ kind: 'value', field: 'ParkingSpots' }],
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
      'can be to take the column that may feed the field',
      { ...SETTINGS, unmapped: ['Bedrooms'] },
      { kind: 'takeColumn', field: 'Bedrooms' },
      { mapping: { Bedrooms: BEDS_MATCH.source }, unmapped: [] },
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
