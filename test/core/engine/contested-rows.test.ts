import { describe, expect, test } from 'vitest';
import type { PlannerFor, RowPlanner } from '../../../src/core/actions/row-planner.ts';
import { distrustContested } from '../../../src/core/engine/contested-rows.ts';
import { collectRunRows } from '../../../src/core/engine/run-rows.ts';
import { findStatusColumns } from '../../../src/core/own-cells/status-columns.ts';
import type { TableRow } from '../../../src/core/sheet/table.ts';
import { outcomeOf } from './planned-rows.ts';
import { OWN_HEADERS } from './tabs.ts';

const ONE = `v1:${'1'.repeat(32)}`;
const TWO = `v1:${'2'.repeat(32)}`;
const HEADERS = ['Key', ...OWN_HEADERS];

const planner = {
  mapping: 'as planned',
  keyColumnIndexes: [0],
  // As a platform might: in any case, and not at all with a question mark.
  keyOf: ({ texts }: TableRow) => (texts[0] ?? '').replace('?', '').toUpperCase(),
  readColumnIndexes: [0],
  hidesLinks: false,
  needsText: () => false,
  labelOf: () => '',
};
const value: RowPlanner = { ...planner, plan: () => ({ kind: 'settled', outcome: outcomeOf('Skipped') }) };
const plannerFor: PlannerFor = () => ({ ok: true, value });

/** The fingerprint cells of a run over the first rows of a tab with these keys and fingerprint cells. */
function fingerprintsOf(
  runRows: number,
  ...cells: readonly (readonly [key: string, fingerprint: string])[]
): readonly string[] {
  const rows = cells.map(([key, fingerprint], index) => {
    const texts = [key, 'Updated', '', '', fingerprint];
    return { rowNumber: index + 2, values: texts, texts };
  });
  const collected = collectRunRows(rows.slice(0, runRows), findStatusColumns(HEADERS), 'sync', plannerFor, false);
  if (!collected.ok) throw new Error(collected.error.message);
  const table = { headers: HEADERS, headerRowNumber: 1, rows, sampleRows: rows };
  return distrustContested(collected.value.rows, table).map((row) => row.cells.fingerprint);
}

describe('what was confirmed for a row', () => {
  test.each<readonly [string, readonly (readonly [string, string])[], string]>([
    [
      'counts while no other row has its key',
      [
        ['A', ONE],
        ['B', TWO],
      ],
      ONE,
    ],
    [
      'counts while another row with its key has nothing confirmed',
      [
        ['A', ONE],
        ['A', ''],
      ],
      ONE,
    ],
    [
      'counts while another row has the same confirmed',
      [
        ['A', ONE],
        ['A', ONE],
      ],
      ONE,
    ],
    [
      'counts no more when another row has something else confirmed',
      [
        ['A', ONE],
        ['A', TWO],
      ],
      '',
    ],
    [
      'counts no more although a third row is like it',
      [
        ['A', ONE],
        ['A', TWO],
        ['A', ONE],
      ],
      '',
    ],
    [
      'counts no more when the platform takes the other row for this one, however its key is spelled',
      [
        ['A', ONE],
        ['a', TWO],
      ],
      '',
    ],
    [
      'counts where the platform knows neither row',
      [
        ['?', ONE],
        ['?', TWO],
      ],
      ONE,
    ],
    [
      'leaves a wish for a retry as it is',
      [
        ['A', `${ONE} retry sync unclear`],
        ['A', TWO],
      ],
      'retry sync unclear',
    ],
  ])('%s', (_, cells, fingerprint) => {
    expect(fingerprintsOf(1, ...cells)).toEqual([fingerprint]);
  });

  test('counts no more in some rows of a run while others were never sent or are not contested', () => {
    expect(fingerprintsOf(4, ['NEW', ''], ['A', ONE], ['B', ONE], ['A', TWO])).toEqual(['', '', ONE, '']);
  });
});
