/** What a person can choose for a field, and in which words. */
import { describe, expect, test } from 'vitest';
import type { FieldView } from '../../../../src/core/contract/mapping-view.ts';
import type { TabSettings } from '../../../../src/core/settings/tab-settings.ts';
import { choiceOf } from '../../../../src/sidebar/model/mapping/field-choice.ts';
import {
  exampleWords,
  isExampleComputed,
  optionValue,
  sentence,
  sourceOptions,
  takeWords,
} from '../../../../src/sidebar/model/mapping/source-options.ts';
import { BEDS_MATCH, fieldView, mappingView, SETTINGS } from '../fixtures.ts';

const BEDROOMS = fieldView('Bedrooms', { match: BEDS_MATCH, source: BEDS_MATCH.source, example: '3' });
const JOINED = {
  kind: 'joined',
  parts: [
    { role: 'fullBaths', header: 'Full' },
    { role: 'halfBaths', header: 'Half' },
  ],
} as const;

function choosing(source: TabSettings['mapping']['Bedrooms']): TabSettings {
  return source === undefined ? SETTINGS : { ...SETTINGS, mapping: { Bedrooms: source } };
}

function labels(settings: TabSettings, saved = SETTINGS, field = BEDROOMS): readonly string[] {
  return sourceOptions(mappingView({ settings: saved }), settings, field).map(({ label }) => label);
}

describe('the list of sources', () => {
  test('offers the match, each column, a fixed value and nothing', () => {
    expect(labels(SETTINGS)).toEqual(['Automatic: Beds', 'MLS#', 'Beds', 'Notes', 'Fixed value…', 'Not sent']);
  });

  test.each([
    ['no match', fieldView('Bedrooms'), 'Automatic: no match'],
    ['a weak match', fieldView('Bedrooms', { match: { ...BEDS_MATCH, isApplied: false } }), 'Automatic: no sure match'],
  ])('says for %s that nothing is taken by itself', (_title, field, label) => {
    expect(labels(SETTINGS, SETTINGS, field)[0]).toBe(label);
  });

  test('keeps a chosen column that is gone, marked as such', () => {
    expect(labels(choosing({ kind: 'column', header: 'Rooms' }))).toContain('Rooms (not in this tab)');
  });

  test('keeps saved joined columns while another source is tried out', () => {
    expect(labels(choosing({ kind: 'column', header: 'Beds' }), choosing(JOINED))).toContain('Full + Half');
  });

  test.each([
    ['automatic', SETTINGS],
    ['a column', choosing({ kind: 'column', header: 'Notes' })],
    ['a column that is gone', choosing({ kind: 'column', header: 'Rooms' })],
    ['joined columns', choosing(JOINED)],
    ['a fixed value', choosing({ kind: 'fixed', value: '2' })],
    ['nothing', { ...SETTINGS, unmapped: ['Bedrooms'] } as const],
  ])('holds the present choice – %s – exactly once', (_title, settings) => {
    const choice = choiceOf(settings, 'Bedrooms');
    const options = sourceOptions(mappingView(), settings, BEDROOMS);
    expect(options.filter(({ value }) => value === optionValue(choice)).map((option) => option.choice)).toEqual([
      choice,
    ]);
  });

  test('tells a column that is named like another entry from it', () => {
    const columns = ['automatic', 'fixed', 'nothing'].map((header) => ({ header, examples: [], isOwn: false }));
    const values = sourceOptions(mappingView({ columns }), SETTINGS, BEDROOMS).map(({ value }) => value);
    expect(new Set(values).size).toBe(values.length);
  });
});

describe('a fixed value', () => {
  function fixedSource(match: FieldView['match']) {
    const field = match === undefined ? fieldView('AreaUnit') : fieldView('AreaUnit', { match });
    return sourceOptions(mappingView(), SETTINGS, field).find(({ value }) => value === 'fixed')?.choice;
  }

  test('starts empty, since nothing is guessed', () => {
    expect(fixedSource(undefined)).toEqual({ kind: 'chosen', source: { kind: 'fixed', value: '' } });
  });

  test('starts from the value that was found', () => {
    const source = { kind: 'fixed', value: 'Square Feet' } as const;
    expect(fixedSource({ ...BEDS_MATCH, source })).toEqual({ kind: 'chosen', source });
  });
});

test.each([
  [{ kind: 'column', header: 'Beds' }, 'Use column Beds'],
  [JOINED, 'Use columns Full + Half'],
  [{ kind: 'fixed', value: '$' }, 'Use “$” for every row'],
] as const)('the proposal %o is taken with “%s”', (source, words) => {
  expect(takeWords(source)).toBe(words);
});

describe('the example', () => {
  test('is the value as it would be sent while the source is the saved one', () => {
    expect(exampleWords(mappingView(), SETTINGS, BEDROOMS)).toBe('Sends “3”.');
  });

  test('is the cell as shown once another column is chosen', () => {
    expect(exampleWords(mappingView(), choosing({ kind: 'column', header: 'MLS#' }), BEDROOMS)).toBe(
      'The sheet shows “1001”.',
    );
  });

  test.each([
    ['an empty column', choosing({ kind: 'column', header: 'Notes' })],
    ['a fixed value', choosing({ kind: 'fixed', value: '2' })],
    ['nothing', { ...SETTINGS, unmapped: ['Bedrooms'] } as const],
  ])('is left out for %s', (_title, settings) => {
    expect(exampleWords(mappingView(), settings, BEDROOMS)).toBe('');
  });
});

describe('the example is marked as computed', () => {
  const derived = fieldView('Bedrooms', {
    match: BEDS_MATCH,
    source: BEDS_MATCH.source,
    example: '3',
    isDerived: true,
  });

  test.each([
    ['when it was computed', SETTINGS, derived, true],
    ['not when it was read as it stands', SETTINGS, BEDROOMS, false],
    ['not when another column is tried out', choosing({ kind: 'column', header: 'MLS#' }), derived, false],
    ['not when nothing is sent', { ...SETTINGS, unmapped: ['Bedrooms'] } as const, derived, false],
  ])('%s', (_title, settings, field, isComputed) => {
    expect(isExampleComputed(mappingView(), settings, field)).toBe(isComputed);
  });
});

test.each([
  ['header "Beds" fits', 'Header "Beds" fits.'],
  ['It fits.', 'It fits.'],
  ['', ''],
])('the phrase %o becomes the sentence %o', (phrase, expected) => {
  expect(sentence(phrase)).toBe(expected);
});
