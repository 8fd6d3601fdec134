import { describe, expect, test } from 'vitest';
import { pushPlanner } from '../../../../src/core/actions/push-rows/push-planner.ts';
import type { RowPlanner, Step } from '../../../../src/core/actions/row-planner.ts';
import { DEFAULT_TAB_SETTINGS } from '../../../../src/core/settings/tab-settings.ts';
import type { CellValue, TableRow } from '../../../../src/core/sheet/table.ts';
import { SERIAL } from '../../engine/rows.ts';

const HEADERS = ['Name', 'ID', 'Price', 'Sync status'];

function plannerOf(headers: readonly string[], change: Partial<typeof DEFAULT_TAB_SETTINGS> = {}): RowPlanner {
  const planner = pushPlanner(headers, { ...DEFAULT_TAB_SETTINGS, ...change }, SERIAL, 'Rooms');
  if (!planner.ok) throw new Error(planner.error.message);
  return planner.value;
}

function rowOf(values: readonly CellValue[], texts = values.map(String)): TableRow {
  return { rowNumber: 2, values, texts };
}

describe('the rows of a chatbot', () => {
  test('are known by their ID and read from the columns that are sent', () => {
    expect(plannerOf(HEADERS)).toMatchObject({ keyColumnIndexes: [1], readColumnIndexes: [1, 0, 2] });
  });

  test.each<[CellValue, string]>([
    [7, '7'],
    ['007', '7'],
    [' 7 ', '7'],
    ['seven', ''],
    ['', ''],
  ])('are the same to the chatbot where their IDs are: %j', (id, key) => {
    expect(plannerOf(HEADERS).keyOf(rowOf(['Suite', id, 90, '']))).toBe(key);
  });

  test('become one push each', () => {
    expect(plannerOf(HEADERS).plan(rowOf(['Suite', 7, 90, 'Failed']))).toStrictEqual({
      kind: 'send',
      operation: { kind: 'push', serialNumber: SERIAL, row: { ID: 7, Data: { Name: 'Suite', Price: 90 } } },
      notes: [],
    } satisfies Step);
  });

  test('are sent as shown where the tab says so', () => {
    const step = plannerOf(HEADERS, { sendsShownText: true }).plan(
      rowOf(['Suite', 7, 90, ''], ['Suite', '7', '$90.00', '']),
    );
    expect(step).toMatchObject({ operation: { row: { ID: 7, Data: { Name: 'Suite', Price: '$90.00' } } } });
  });

  test('leave out the columns that are unticked', () => {
    const planner = plannerOf(HEADERS, { excludedHeaders: ['Price'] });
    expect(planner.readColumnIndexes).toEqual([1, 0]);
    expect(planner.plan(rowOf(['Suite', 7, 90, '']))).toMatchObject({
      operation: { row: { Data: { Name: 'Suite' } } },
    });
  });

  test.each([
    ['Owner Phone', false],
    ['owner_phone', false],
    ['Owner phones', true],
  ])('leave out a column that is unticked as "Owner phone" when it is headed "%s": sent %s', (header, isSent) => {
    const planner = plannerOf(['ID', header], { excludedHeaders: ['Owner phone'] });
    expect(planner.readColumnIndexes).toEqual(isSent ? [0, 1] : [0]);
  });

  test('leave out only the very column that is unticked where two are spelled alike', () => {
    expect(plannerOf(['ID', 'Note', 'note'], { excludedHeaders: ['note'] }).readColumnIndexes).toEqual([0, 1]);
  });

  test('are Invalid with all that is wrong, at the first cell to blame', () => {
    expect(plannerOf(HEADERS).plan(rowOf(['#REF!', 'seven', 90, '']))).toStrictEqual({
      kind: 'settled',
      outcome: {
        status: 'Invalid',
        detail:
          'ID: "seven" is not a whole number. Enter the number of this row in the chatbot. Name shows the error #REF!. Correct the formula.',
        fingerprint: { kind: 'keep' },
        columnIndex: 1,
      },
    } satisfies Step);
  });

  test.each<[string, readonly CellValue[], string]>([
    ['by the ID', ['Suite', 7], 'ID 7'],
    ['by the first text without an ID', ['', '', 'from $90'], 'from $90'],
    ['by the first text when the ID is blank', ['Suite', ' '], 'Suite'],
    ['by the first text when the row is shorter than the header', ['Suite'], 'Suite'],
    ['by nothing when there is no text', ['', ''], ''],
  ])('are called %s', (_, cells, label) => {
    expect(plannerOf(HEADERS).labelOf(rowOf(cells))).toBe(label);
  });
});

test.each([
  ['without an ID column', ['Name', 'Price'], 'noKeyColumn', '"Rooms" has no column named ID.'],
  [
    'with two columns of one name',
    ['ID', 'Name', 'Name'],
    'duplicateHeaders',
    'Two columns have the header "Name" (B and C).',
  ],
])('a tab %s has no chatbot rows', (_, headers, kind, message) => {
  const planner = pushPlanner(headers, DEFAULT_TAB_SETTINGS, SERIAL, 'Rooms');
  expect(planner).toMatchObject({ ok: false, error: { kind, message } });
});
