import { describe, expect, test } from 'vitest';
import { fingerprintOf } from '../../../src/core/actions/fingerprint.ts';
import type { RowPlanner } from '../../../src/core/actions/row-planner.ts';
import { planRun, trialOf } from '../../../src/core/engine/plan-run.ts';
import { NOTHING_KNOWN } from '../../../src/core/ledger/known-keys.ts';
import { settledOutcome } from '../../../src/core/own-cells/outcome.ts';
import type { Scope } from '../../../src/core/words/actions.ts';
import { SERIAL } from './rows.ts';

const deleteOf = (key: string) => ({ kind: 'delete', serialNumber: SERIAL, key, keyType: 'URL' }) as const;

const planner: RowPlanner = {
  mapping: 'as planned',
  keyColumnIndexes: [0],
  keyOf: ({ texts }) => texts[0] ?? '',
  readColumnIndexes: [0],
  hidesLinks: false,
  needsText: () => false,
  labelOf: ({ texts }) => texts[0] ?? '',
  plan: ({ texts }) => ({ kind: 'send', operation: deleteOf(texts[0] ?? ''), notes: [] }),
};

/** What a run of the scope plans for the row of the listing `a`, whose own cells say Failed and the given mark. */
function planned(mark: string, scope: Scope) {
  const row = { rowNumber: 2, values: ['a'], texts: ['a'] };
  const cells = { status: 'Failed', detail: 'No answer.', syncedAt: '', mark };
  const [only] = planRun(
    [{ row, action: 'delete', planner, identity: 'key\u00000\u0000a', cells }],
    scope,
    NOTHING_KNOWN,
  );
  return only;
}

const OWN = fingerprintOf(deleteOf('a'));
const OTHER = fingerprintOf(deleteOf('b'));

describe('a delete that failed', () => {
  test.each(['failed', 'selection', 'tab'] as const)('is tried again for its listing: %s', (scope) => {
    expect(planned(`retry delete ${OWN}`, scope)).toMatchObject({ kind: 'send' });
  });

  test('is not tried for another listing that stands in its row now', () => {
    const row = planned(`retry delete ${OTHER}`, 'failed');
    expect(row).toMatchObject({ kind: 'settled', outcome: { status: 'Skipped', fingerprint: { kind: 'keep' } } });
    expect(row?.kind === 'settled' && row.outcome.detail).toContain('another listing than the one whose delete failed');
  });

  test.each(['selection', 'tab'] as const)('does not keep that listing from being deleted by itself: %s', (scope) => {
    expect(planned(`retry delete ${OTHER}`, scope)).toMatchObject({ kind: 'send' });
  });

  test('that a row became after a sync had failed is not one', () => {
    expect(planned('retry sync', 'failed')).toMatchObject({ kind: 'send' });
  });
});

test('a row that its planner has settled is left as it is', () => {
  const outcome = settledOutcome('Invalid', 'No key.');
  const settled: RowPlanner = { ...planner, plan: () => ({ kind: 'settled', outcome }) };
  const row = { rowNumber: 2, values: ['a'], texts: ['a'] };
  const cells = { status: 'Failed', detail: '', syncedAt: '', mark: `retry delete ${OTHER}` };
  const [only] = planRun(
    [{ row, action: 'delete', planner: settled, identity: 'key\u00000\u0000a', cells }],
    'failed',
    NOTHING_KNOWN,
  );
  expect(only).toMatchObject({ kind: 'settled', outcome });
});

test.each(['', 'v1:confirmed'])('a row without a mark is sent: "%s"', (mark) => {
  expect(planned(mark, 'failed')).toMatchObject({ kind: 'send' });
});

test('a run that was cut off has used up no try of a new one', () => {
  expect(planned(`run-1 delete ${OWN} try3`, 'failed')).toMatchObject({ send: { attempts: 0 } });
});

test('of a plan only the first row that has something to send is tried first', () => {
  const plan = [planned('', 'tab'), planned('', 'tab')].flatMap((row) => (row === undefined ? [] : [row]));
  const [first] = plan;
  const held = first && { ...first, kind: 'settled' as const, outcome: settledOutcome('Invalid', 'No beds.') };
  expect(trialOf([...(held ? [held] : []), ...plan])).toEqual([first]);
});
