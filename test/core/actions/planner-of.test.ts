import { expect, test } from 'vitest';
import { plannerOf } from '../../../src/core/actions/planner-of.ts';
import type { PlannerInputs } from '../../../src/core/actions/row-planner.ts';
import { DEFAULT_TAB_SETTINGS } from '../../../src/core/settings/tab-settings.ts';
import type { Action } from '../../../src/core/words/actions.ts';
import { SERIAL } from '../engine/rows.ts';

/** A tab that holds chatbot rows and listings at once. */
const inputs: PlannerInputs = {
  table: { headers: ['ID', 'MLS', 'Town'], headerRowNumber: 1, rows: [], sampleRows: [] },
  tabName: 'Both',
  settings: {
    ...DEFAULT_TAB_SETTINGS,
    missing: 'send',
    createMissing: 'ask',
    mapping: { MLSNumber: { kind: 'column', header: 'MLS' }, City: { kind: 'column', header: 'Town' } },
  },
  serialNumber: SERIAL,
  context: { locale: 'en_US', today: '2026-11-21' },
};
const texts = ['7', 'A1', 'Boulder'];

test.each<[Action, string]>([
  ['push', 'push'],
  ['sync', 'update'],
  ['create', 'update'],
  ['delete', 'delete'],
])('the action %s turns a row into the operation %s', (action, operationKind) => {
  const planner = plannerOf(inputs)(action);
  const step = planner.ok ? planner.value.plan({ rowNumber: 2, values: texts, texts }) : planner.error;
  expect(step).toMatchObject({ kind: 'send', operation: { kind: operationKind } });
});

test('the action create is refused in a tab that creates nothing', () => {
  const planner = plannerOf({ ...inputs, settings: { ...inputs.settings, createMissing: 'off' } })('create');
  expect(planner).toMatchObject({ ok: false, error: { kind: 'creatingIsOff' } });
});

test.each<[Action, string]>([
  ['push', '"Both" has no column named ID.'],
  ['sync', 'No column of "Both" holds the key of a listing.'],
  ['delete', 'No column of "Both" holds the key of a listing.'],
])('the action %s says what a tab without its columns lacks', (action, message) => {
  const table = { ...inputs.table, headers: ['Name'] };
  const planner = plannerOf({ ...inputs, table, settings: DEFAULT_TAB_SETTINGS })(action);
  expect(planner).toMatchObject({ ok: false, error: { kind: 'noKeyColumn', message } });
});
