import { describe, expect, test } from 'vitest';
import type { RowPlanner } from '../../../src/core/actions/row-planner.ts';
import { disputedRows } from '../../../src/core/engine/disputed-rows.ts';
import { planRows } from '../../../src/core/engine/plan-rows.ts';
import { collectRunRows } from '../../../src/core/engine/run-rows.ts';
import { findStatusColumns } from '../../../src/core/own-cells/status-columns.ts';
import { outcomeOf } from './planned-rows.ts';
import { SERIAL } from './rows.ts';
import { OWN_HEADERS } from './tabs.ts';

const CONFIRMED = `v1:${'1'.repeat(32)}`;
const HEADERS = ['Key', ...OWN_HEADERS];

/** Deletes the listing whose key stands in the first column, in capitals or not. */
const planner: RowPlanner = {
  mapping: 'as planned',
  keyColumnIndexes: [0],
  keyOf: ({ texts }) => (texts[0] ?? '').toUpperCase(),
  readColumnIndexes: [0],
  hidesLinks: false,
  needsText: () => false,
  labelOf: () => '',
  plan: ({ texts: [key = ''] }) => ({
    kind: 'send',
    operation: { kind: 'delete', serialNumber: SERIAL, key: key.toUpperCase(), keyType: 'URL' },
    notes: [],
  }),
};

/** Rows with these keys and fingerprint cells, of which the first is sent; gives what is written into the others. */
function disputedOf(...cells: readonly (readonly [key: string, fingerprint: string])[]) {
  const rows = cells.map(([key, fingerprint], index) => {
    const texts = [key, 'Updated', 'Updated.', '', fingerprint];
    return { rowNumber: index + 2, values: texts, texts };
  });
  const find = () => ({ ok: true, value: planner }) as const;
  const collected = collectRunRows(rows.slice(0, 1), findStatusColumns(HEADERS), 'delete', find, false);
  if (!collected.ok) throw new Error(collected.error.message);
  const table = { headers: HEADERS, headerRowNumber: 1, rows, sampleRows: rows };
  return disputedRows(planRows(collected.value.rows), table, [0]);
}

describe('when a row is sent', () => {
  test('nothing is confirmed any more for others with its key, whose status stays', () => {
    expect(disputedOf(['A', ''], ['B', CONFIRMED], ['a', CONFIRMED], ['A', ''])).toEqual([
      {
        rowNumber: 4,
        identity: 'key\u00000\u0000a',
        cells: { fingerprint: '' },
      },
    ]);
  });

  test('what they wait for stays', () => {
    const [row] = disputedOf(['A', ''], ['A', `${CONFIRMED} run-1 sync try2`]);
    expect(row?.cells.fingerprint).toBe('run-1 sync try2');
  });

  test('its own cells are not among them', () => {
    expect(disputedOf(['A', CONFIRMED])).toEqual([]);
  });
});

test('a row of the run that is settled without a request ends nothing', () => {
  const texts = ['A', 'Updated', '', '', CONFIRMED];
  const rows = [2, 3].map((rowNumber) => ({ rowNumber, values: texts, texts }));
  const settled: RowPlanner = { ...planner, plan: () => ({ kind: 'settled', outcome: outcomeOf('Skipped') }) };
  const find = () => ({ ok: true, value: settled }) as const;
  const collected = collectRunRows(rows.slice(0, 1), findStatusColumns(HEADERS), 'delete', find, false);
  if (!collected.ok) throw new Error(collected.error.message);
  const table = { headers: HEADERS, headerRowNumber: 1, rows, sampleRows: rows };
  expect(disputedRows(planRows(collected.value.rows), table, [0])).toEqual([]);
});

test('a run of no rows ends nothing', () => {
  const rows = [{ rowNumber: 2, values: ['A', 'Updated', '', '', CONFIRMED], texts: [] }];
  expect(disputedRows([], { headers: HEADERS, headerRowNumber: 1, rows, sampleRows: [] }, [0])).toEqual([]);
});
