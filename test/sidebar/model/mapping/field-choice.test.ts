/** What feeds a field, how sure that is, and what a person should look at. */
import { describe, expect, test } from 'vitest';
import type { FieldView } from '../../../../src/core/contract/mapping-view.ts';
import type { TabSettings } from '../../../../src/core/settings/tab-settings.ts';
import {
  concernOf,
  confidenceWord,
  type FieldConcern,
  fieldSections,
  hasKeySource,
  searchedFields,
  sourceInForce,
} from '../../../../src/sidebar/model/mapping/field-choice.ts';
import { BEDS_MATCH, fieldView, mappingView, SETTINGS } from '../fixtures.ts';

const WEAK_MATCH = { ...BEDS_MATCH, confidence: 0.4, isApplied: false };

function mapped(field: FieldView['field'], header: string): TabSettings {
  return { ...SETTINGS, mapping: { [field]: { kind: 'column', header } } };
}

test.each([
  [1, 'sure'],
  [0.9, 'sure'],
  [0.89, 'likely'],
  [0.7, 'likely'],
  [0.69, 'please check'],
  [0, 'please check'],
])('a confidence of %d is called %s', (confidence, word) => {
  expect(confidenceWord(confidence)).toBe(word);
});

describe('the source of a field', () => {
  const field = fieldView('Bedrooms', { match: BEDS_MATCH });

  test('is the chosen one before the match', () => {
    expect(sourceInForce(mapped('Bedrooms', 'Notes'), field)).toEqual({ kind: 'column', header: 'Notes' });
  });

  test('is the match when nothing was chosen', () => {
    expect(sourceInForce(SETTINGS, field)).toEqual({ kind: 'column', header: 'Beds' });
  });

  test('is none when a person wants none, or the match is only proposed', () => {
    expect(sourceInForce({ ...SETTINGS, unmapped: ['Bedrooms'] }, field)).toBeUndefined();
    expect(sourceInForce(SETTINGS, fieldView('Bedrooms', { match: WEAK_MATCH }))).toBeUndefined();
  });
});

describe('a person should look at a field', () => {
  test.each<[string, FieldView, TabSettings, FieldConcern | undefined, TabSettings?]>([
    ['not when a sure match feeds it', fieldView('Bedrooms', { match: BEDS_MATCH }), SETTINGS, undefined],
    ['that is required and fed by nothing', fieldView('Bedrooms', { isRequired: true }), SETTINGS, { kind: 'missing' }],
    ['not when it is optional and fed by nothing', fieldView('City'), SETTINGS, undefined],
    [
      'that is required although a person decided that nothing feeds it: a check holds its rows',
      fieldView('Bedrooms', { isRequired: true }),
      { ...SETTINGS, unmapped: ['Bedrooms'] },
      { kind: 'missing' },
    ],
    [
      'not when rows are sent without it',
      fieldView('Bedrooms', { isRequired: true }),
      { ...SETTINGS, ifEmpty: { Bedrooms: { kind: 'leaveOut' } } },
      undefined,
    ],
    [
      'not when the tab sends what rows have',
      fieldView('Bedrooms', { isRequired: true }),
      { ...SETTINGS, missing: 'send' },
      undefined,
    ],
    ['whose match is only proposed', fieldView('City', { match: WEAK_MATCH }), SETTINGS, { kind: 'unsure' }],
    [
      'whose applied match is weak',
      fieldView('City', { match: { ...BEDS_MATCH, confidence: 0.6 } }),
      SETTINGS,
      { kind: 'unsure' },
    ],
    [
      'not when a person chose the weakly matched column',
      fieldView('City', { match: WEAK_MATCH }),
      mapped('City', 'Beds'),
      undefined,
    ],
    ['whose column is gone', fieldView('City'), mapped('City', 'Town'), { kind: 'columnGone', headers: ['Town'] }],
    [
      'whose joined columns are partly gone',
      fieldView('Bathrooms'),
      {
        ...SETTINGS,
        mapping: {
          Bathrooms: {
            kind: 'joined',
            parts: [
              { role: 'fullBaths', header: 'Beds' },
              { role: 'halfBaths', header: 'Half' },
            ],
          },
        },
      },
      { kind: 'columnGone', headers: ['Half'] },
    ],
    [
      'whose fixed value is blank',
      fieldView('CurrencySymbol'),
      { ...SETTINGS, mapping: { CurrencySymbol: { kind: 'fixed', value: ' ' } } },
      { kind: 'fixedEmpty' },
    ],
    [
      'whose saved column the server cannot use',
      fieldView('City', { problem: 'City is set to the column "Town", which is gone.' }),
      mapped('City', 'Town'),
      { kind: 'unusable', problem: 'City is set to the column "Town", which is gone.' },
      mapped('City', 'Town'),
    ],
    [
      'not when the server finds the saved column although it is spelt otherwise',
      fieldView('City'),
      mapped('City', 'notes'),
      undefined,
      mapped('City', 'notes'),
    ],
    [
      'whose default is blank',
      fieldView('City'),
      { ...mapped('City', 'Notes'), ifEmpty: { City: { kind: 'default', value: ' ' } } },
      { kind: 'defaultEmpty' },
    ],
    ['not when it is one of several possible keys', fieldView('Key', { isRequired: true }), SETTINGS, undefined],
    ['not when the add-on itself supplies it', fieldView('SerialNumber', { isRequired: true }), SETTINGS, undefined],
  ])('%s', (_title, field, settings, concern, saved = SETTINGS) => {
    expect(concernOf(mappingView({ fields: [field], settings: saved }), settings, field)).toEqual(concern);
  });
});

test('a proposal is no open question where its column feeds another field', () => {
  const rent = fieldView('RentPrice', { match: WEAK_MATCH });
  const view = mappingView({ fields: [fieldView('Bedrooms', { match: BEDS_MATCH }), rent] });
  expect(concernOf(view, SETTINGS, rent)).toBeUndefined();
  expect(concernOf(mappingView({ fields: [rent] }), SETTINGS, rent)).toEqual({ kind: 'unsure' });
});

describe('a tab', () => {
  const view = mappingView({ fields: [fieldView('Key'), fieldView('MLSNumber'), fieldView('Url')] });

  test.each([
    ['no source for any kind of key', SETTINGS, false],
    ['a source for a kind in use', mapped('MLSNumber', 'MLS#'), true],
    ['a source only for a kind that is not in use', mapped('Key', 'MLS#'), false],
  ])('with %s has a key: %o', (_title, settings, hasKey) => {
    expect(hasKeySource(view, settings)).toBe(hasKey);
  });
});

describe('the fields', () => {
  const fields = [
    fieldView('Bedrooms', { match: BEDS_MATCH, isRequired: true }),
    fieldView('City', { match: { ...WEAK_MATCH, source: { kind: 'column', header: 'Notes' } } }),
    fieldView('State'),
    fieldView('ParkingSpots', { isRequired: true }),
  ];
  const view = mappingView({ fields });
  const names = (some: readonly FieldView[]) => some.map(({ field }) => field);

  test('stand by what a person has to do about them', () => {
    const { attention, fed, unfed } = fieldSections(view, SETTINGS);
    expect([names(attention), names(fed), names(unfed)]).toEqual([['City', 'ParkingSpots'], ['Bedrooms'], ['State']]);
  });

  test('that a proposal asks about already are not asked about twice', () => {
    const { attention, unfed } = fieldSections(view, SETTINGS, ['ParkingSpots']);
    expect([names(attention), names(unfed)]).toEqual([['City'], ['State', 'ParkingSpots']]);
  });

  test.each([
    ['bedr', ['Bedrooms']],
    ['BEDS', ['Bedrooms']],
    ['about state', ['State']],
    ['xyz', []],
  ])('are found by name, column or purpose: “%s” finds %o', (text, found) => {
    expect(names(searchedFields(view, SETTINGS, text))).toEqual(found);
  });
});
