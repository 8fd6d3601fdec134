/** What is proposed for a recognised export. */
import { describe, expect, test } from 'vitest';
import { type FieldAnswers, NO_ANSWERS } from '../../../src/core/actions/field-answers.ts';
import { recipeOf } from '../../../src/core/check/recipe.ts';
import { DEFAULT_TAB_SETTINGS, type TabSettings } from '../../../src/core/settings/tab-settings.ts';
import type { TableRow } from '../../../src/core/sheet/table.ts';

const HEADERS = [
  ...[
    'SALE TYPE',
    'PROPERTY TYPE',
    'ADDRESS',
    'ZIP OR POSTAL CODE',
    'PRICE',
    'BEDS',
    'BATHS',
    'SQUARE FEET',
    'LOT SIZE',
  ],
  ...['YEAR BUILT', 'DAYS ON MARKET', '$/SQUARE FEET', 'HOA/MONTH', 'STATUS', 'NEXT OPEN HOUSE START TIME', 'MLS#'],
];
const HOME = ['MLS Listing', 'Condo/Co-op', '1 Fern Rd', '60601', '300000', '2', '1', '900', '', '1990', '4'];

const rowOf = (index: number, change: Readonly<Record<string, string>> = {}): TableRow => {
  const cells = [...HOME, '333', '250', 'Active', '', `M${index}`];
  const texts = HEADERS.map((header, columnIndex) => change[header] ?? cells[columnIndex] ?? '');
  return { rowNumber: index + 2, values: texts, texts };
};
const BLANK: TableRow = { rowNumber: 9, values: HEADERS.map(() => ''), texts: HEADERS.map(() => '') };
const ROWS = [rowOf(0), rowOf(1, { 'LOT SIZE': '5000' }), rowOf(2, { 'YEAR BUILT': '' }), BLANK];

function recipe(
  settings: Partial<TabSettings> = {},
  fieldAnswers: FieldAnswers = NO_ANSWERS,
  headers: readonly string[] = HEADERS,
  rows: readonly TableRow[] = ROWS,
) {
  return recipeOf({
    table: { headers, headerRowNumber: 1, rows, sampleRows: rows },
    settings: { ...DEFAULT_TAB_SETTINGS, ...settings },
    decisions: undefined,
    context: { locale: 'en_US', today: '2026-11-21' },
    fieldAnswers,
  });
}

const fieldsOf = (found: ReturnType<typeof recipe>) => found?.lines.map(({ field, rows }) => `${field} ${rows}`);

describe('the recipe of a Redfin download', () => {
  test('counts the rows that lack what such files seldom have, blank rows not among them', () => {
    expect(fieldsOf(recipe())).toEqual(['YearBuilt 1', 'LotArea 2', 'ParkingSpots 3']);
    // Only parking has no column at all, so that one value may be true of every row.
    expect(recipe()?.lines.map(({ isUnfed }) => isUnfed)).toEqual([undefined, undefined, true]);
    expect(recipe()?.exportName).toBe('Redfin download');
  });

  test('does not count the notice of a download, which no check takes for a row', () => {
    const notice = HEADERS.map((header) => (header === 'SALE TYPE' ? 'Some listings are not in the download' : ''));
    const rows = [{ rowNumber: 10, values: notice, texts: notice }, ...ROWS];
    expect(fieldsOf(recipe({}, NO_ANSWERS, HEADERS, rows))).toEqual(['YearBuilt 1', 'LotArea 2', 'ParkingSpots 3']);
  });

  test('says of which rows, and why', () => {
    expect(recipe()?.lines.map(({ words }) => words)).toEqual([
      'Year built, 1 row: It has no year where the MLS gives none.',
      'Lot area, 2 rows: It has no lot size for most condos.',
      'Parking spots, all 3 rows: A Redfin download has no column for parking.',
    ]);
  });

  test('leaves all of it out, and touches nothing else', () => {
    expect(recipe()?.ifEmpty).toEqual({
      YearBuilt: { kind: 'leaveOut' },
      LotArea: { kind: 'leaveOut' },
      ParkingSpots: { kind: 'leaveOut' },
    });
  });

  test('leaves alone what a person has settled', () => {
    const settled = recipe({
      mapping: { ParkingSpots: { kind: 'fixed', value: '0' } },
      ifEmpty: { LotArea: { kind: 'zero' } },
    });
    expect(fieldsOf(settled)).toEqual(['YearBuilt 1']);
    expect(recipe({ missing: 'send' })).toBeUndefined();
  });

  test('does not propose what the platform has refused', () => {
    const refused = [{ fields: ['ParkingSpots'], words: 'ParkingSpots is required', atMs: 0 }] as const;
    expect(fieldsOf(recipe({}, { accepted: [], refused }))).toEqual(['YearBuilt 1', 'LotArea 2']);
  });

  test('is over once it was applied', () => {
    expect(recipe({ ifEmpty: recipe()?.ifEmpty ?? {} })).toBeUndefined();
  });
});

test('a sheet that is no recognised export has no recipe', () => {
  const headers = ['MLS#', 'Status', 'Price'];
  const row: TableRow = { rowNumber: 2, values: ['A1', 'Active', 1], texts: ['A1', 'Active', '1'] };
  expect(recipe({}, NO_ANSWERS, headers, [row])).toBeUndefined();
});
