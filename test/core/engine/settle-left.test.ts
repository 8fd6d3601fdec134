import { describe, expect, test } from 'vitest';
import type { SendRow } from '../../../src/core/actions/batch.ts';
import type { RowPlanner } from '../../../src/core/actions/row-planner.ts';
import type { SendableRow } from '../../../src/core/engine/plan-rows.ts';
import {
  asItWaits,
  settleAbandoned,
  settleEmptied,
  settleWaiting,
  waitingWrite,
} from '../../../src/core/engine/settle-left.ts';
import { triedContent } from '../../../src/core/own-cells/mark-cell.ts';
import type { StatusCells } from '../../../src/core/own-cells/status-columns.ts';
import { updateRow } from './rows.ts';

const CONFIRMED = 'v1:confirmed';
const TRIED = triedContent(updateRow(2).fingerprint);
const before: StatusCells = {
  status: 'Updated',
  detail: 'Updated.',
  syncedAt: '2026-11-20 10:00:00',
  mark: CONFIRMED,
};
const SENDING = {
  status: 'Sending',
  detail: 'Being sent. If this stays, the run was cut off: run again, it is safe.',
};
const queued: StatusCells = { ...before, mark: `${CONFIRMED} run-1 sync` };

/** What a write into a row puts there besides the mark: the time of the last success is left alone. */
const said = ({ status, detail }: StatusCells) => ({ status, detail });

/** A row of the run as it was planned. */
function sendable(rowNumber = 2, change: Partial<SendRow> = {}, cells = queued): SendableRow {
  const send = { ...updateRow(rowNumber), ...change };
  const planner: RowPlanner = {
    mapping: 'as planned',
    keyColumnIndexes: [0],
    keyOf: () => '',
    readColumnIndexes: [0],
    hidesLinks: false,
    needsText: () => false,
    labelOf: () => `K${rowNumber}`,
    plan: () => ({ kind: 'send', operation: send.operation, notes: [] }),
  };
  const row = { rowNumber, values: [], texts: [] };
  return { kind: 'send', row, identity: send.identity, cells, action: 'sync', planner, send };
}

describe('a row that has no outcome while the run goes on', () => {
  const sending = { ...before, ...SENDING };

  test.each([
    ['waits as before when its turn has not come', 0, false, { ...said(before), mark: queued.mark }],
    [
      'waits as before, with its attempts, when none arrived',
      2,
      false,
      { ...said(before), mark: `${CONFIRMED} run-1 sync try2` },
    ],
    [
      'stays Sending when a try may have arrived',
      2,
      true,
      { ...SENDING, mark: `run-1 sync try2 unclear t1:${TRIED} sending` },
    ],
    [
      'stays Sending when its only request may have arrived',
      0,
      true,
      { ...SENDING, mark: `run-1 sync unclear t1:${TRIED} sending` },
    ],
  ])('%s', (_, attempts, isUnclear, expected) => {
    const row = sendable();
    expect(waitingWrite({ row, send: { ...row.send, attempts, isUnclear } }).cells).toEqual(expected);
  });

  test.each([
    [0, { ...said(before), mark: queued.mark }],
    [3, { ...said(before), mark: `${CONFIRMED} run-1 sync try1` }],
  ])('counts as tried once after it was asked to wait %i times', (pauses, expected) => {
    const row = sendable();
    expect(waitingWrite({ row, send: { ...row.send, pauses } }).cells).toEqual(expected);
  });

  test('is sent again in the same slice as the next one would read it', () => {
    const row = sendable();
    const send = { ...row.send, attempts: 2, isUnclear: true };
    expect(asItWaits({ row, send })).toEqual({
      ...row,
      send,
      cells: { ...sending, mark: `run-1 sync try2 unclear t1:${TRIED} sending` },
    });
  });
});

test('rows that were emptied are told so where a try may have arrived, and leave the run where none has', () => {
  const sending = { ...before, ...SENDING, mark: 'run-1 sync try2 unclear sending' };
  const { outcomes, released } = settleEmptied([sendable(2), sendable(3, {}, sending)]);
  expect(outcomes).toMatchObject([{ row: { row: { rowNumber: 3 } }, outcome: { status: 'Failed' } }]);
  expect(outcomes[0]?.outcome.detail).toContain('The row was emptied before the platform gave a clear answer.');
  expect(released).toEqual([{ rowNumber: 2, identity: 'identity 2', cells: { mark: CONFIRMED } }]);
});

test('when a run ends between two slices, rows on Sending are Failed, and the others say what they said before', () => {
  const sending = { ...before, ...SENDING, mark: 'run-1 sync try2 unclear sending' };
  const { outcomes, released } = settleWaiting([sendable(2), sendable(3, {}, sending)]);
  expect(outcomes).toMatchObject([{ row: { row: { rowNumber: 3 } }, outcome: { status: 'Failed' } }]);
  expect(released).toEqual([{ rowNumber: 2, identity: 'identity 2', cells: { mark: CONFIRMED } }]);
});

describe('when a run ends early, a row that has no outcome', () => {
  test('says what it said before, when no try of it may have arrived', () => {
    const row = sendable();
    expect(settleAbandoned([{ row, send: { ...row.send, attempts: 2 } }])).toEqual({
      outcomes: [],
      released: [{ rowNumber: 2, identity: row.identity, cells: { ...said(before), mark: CONFIRMED } }],
    });
  });

  test('is Failed, to be tried again, when a try of it may have arrived', () => {
    const row = sendable();
    expect(settleAbandoned([{ row, send: { ...row.send, isUnclear: true } }])).toEqual({
      outcomes: [
        {
          row,
          outcome: {
            status: 'Failed',
            detail: 'The run stopped before the platform gave a clear answer. Nothing is lost: run again, it is safe.',
            fingerprint: { kind: 'retry', isUnclear: true, tried: TRIED },
          },
        },
      ],
      released: [],
    });
  });

  test('keeps its wish for a retry, when only a try of an earlier run may have arrived', () => {
    const failed = { ...before, status: 'Failed', mark: 'run-1 sync unclear' };
    const row = sendable(2, { isUnclear: true }, failed);
    const { outcomes, released } = settleAbandoned([{ row, send: row.send }]);
    expect(outcomes).toEqual([]);
    expect(released.map(({ cells }) => cells)).toEqual([{ ...said(failed), mark: 'retry sync unclear' }]);
  });

  test('is judged by itself', () => {
    const left = [2, 3, 4].map((rowNumber) => {
      const row = sendable(rowNumber);
      return { row, send: { ...row.send, isUnclear: rowNumber === 3 } };
    });
    const { outcomes, released } = settleAbandoned(left);
    expect(outcomes.map(({ row }) => row.row.rowNumber)).toEqual([3]);
    expect(released.map(({ rowNumber }) => rowNumber)).toEqual([2, 4]);
  });
});
