import { describe, expect, test } from 'vitest';
import { outcomeCells, queuedCells, releasedCells, sendingCells } from '../../../src/core/run/row-cells.ts';
import type { RowPlanner } from '../../../src/core/run/row-planner.ts';
import { type SendableRow, settleAbandoned, waitingWrite } from '../../../src/core/run/settle-left.ts';
import type { StatusCells } from '../../../src/core/table/status-columns.ts';
import { updateRow } from './rows.ts';

const CONFIRMED = `v1:${'ab'.repeat(16)}`;
const before: StatusCells = {
  status: 'Updated',
  detail: 'Updated.',
  syncedAt: '2026-11-20 10:00:00',
  fingerprint: CONFIRMED,
};
const placed = (cells: StatusCells) => ({ row: { rowNumber: 2, values: [], texts: [] }, identity: 'k', cells });
const NOW = '2026-11-21 09:30:00';

test('a queued row keeps everything it says and carries a mark', () => {
  expect(queuedCells(placed(before), 'run-1', 'sync', '').cells).toEqual({
    ...before,
    fingerprint: `${CONFIRMED} run-1 sync`,
  });
});

test('a row under way says Sending, and nothing counts as confirmed any more', () => {
  const { cells } = sendingCells(placed({ ...before, fingerprint: `${CONFIRMED} run-1 sync` }));
  expect(cells).toMatchObject({ status: 'Sending', syncedAt: before.syncedAt, fingerprint: 'run-1 sync' });
});

test('a released row says what it said before, without the mark', () => {
  expect(releasedCells(placed({ ...before, fingerprint: `${CONFIRMED} run-1 sync` })).cells).toEqual(before);
});

test('a released row that an earlier, cut-off run left as Sending can still be retried', () => {
  const cutOff = { ...before, status: 'Sending', fingerprint: 'run-1 sync' };
  expect(releasedCells(placed(cutOff)).cells).toEqual({ ...cutOff, fingerprint: 'retry sync' });
});

describe('an outcome', () => {
  test('that the platform confirmed records the time and the fingerprint', () => {
    const outcome = {
      status: 'Updated',
      detail: 'Updated.',
      fingerprint: { kind: 'confirm', fingerprint: CONFIRMED },
    } as const;
    expect(outcomeCells(placed(before), outcome, 'sync', NOW).cells).toEqual({
      status: 'Updated',
      detail: 'Updated.',
      syncedAt: NOW,
      fingerprint: CONFIRMED,
    });
  });

  test('without any request keeps the time and what was confirmed', () => {
    const outcome = { status: 'Invalid', detail: 'Year is empty.', fingerprint: { kind: 'keep' } } as const;
    const { cells } = outcomeCells(placed({ ...before, fingerprint: `${CONFIRMED} run-1 sync` }), outcome, 'sync', NOW);
    expect(cells).toEqual({ ...before, status: 'Invalid', detail: 'Year is empty.' });
  });

  test('that may be retried leaves a mark and no fingerprint', () => {
    const outcome = { status: 'Failed', detail: 'No.', fingerprint: { kind: 'retry', isUnclear: false } } as const;
    expect(outcomeCells(placed(before), outcome, 'delete', NOW).cells.fingerprint).toBe('retry delete');
  });
});

describe('a row without an outcome', () => {
  const send = updateRow(2);
  const planner: RowPlanner = {
    keyColumnIndexes: [0],
    readColumnIndexes: [0],
    labelOf: () => 'K2',
    plan: () => ({ kind: 'send', operation: send.operation, notes: [] }),
  };
  const sendable: SendableRow = {
    ...placed({ ...before, fingerprint: `${CONFIRMED} run-1 sync` }),
    ...{ kind: 'send', send, action: 'sync', planner },
  };

  test('waits as before when its turn has not come and the run goes on', () => {
    expect(waitingWrite({ row: sendable, send }).cells).toEqual(sendable.cells);
  });

  test('stays Sending when a try of it may have arrived and the run goes on', () => {
    const { cells } = waitingWrite({ row: sendable, send: { ...send, tries: 2, isUnclear: true } });
    expect(cells).toMatchObject({ status: 'Sending', fingerprint: 'run-1 sync try2 unclear' });
  });

  test('says what it said before when the run ends', () => {
    const { outcomes, released } = settleAbandoned([{ row: sendable, send }]);
    expect(outcomes).toEqual([]);
    expect(released.map(({ cells }) => cells)).toEqual([before]);
  });

  test('is Failed when a try of it may have arrived and the run ends', () => {
    const { outcomes, released } = settleAbandoned([{ row: sendable, send: { ...send, isUnclear: true } }]);
    expect(released).toEqual([]);
    expect(outcomes[0]?.outcome).toMatchObject({ status: 'Failed', fingerprint: { kind: 'retry', isUnclear: true } });
  });
});
