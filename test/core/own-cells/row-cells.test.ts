import { describe, expect, test } from 'vitest';
import {
  isSendingText,
  isUnclearRow,
  outcomeCells,
  pausedCells,
  queuedCells,
  releasedCells,
  sendingCells,
  unchangedCells,
  waitsForRetry,
} from '../../../src/core/own-cells/row-cells.ts';
import type { StatusCells } from '../../../src/core/own-cells/status-columns.ts';

const CONFIRMED = `v1:${'ab'.repeat(16)}`;
const AGREED = `v1:${'cd'.repeat(16)}`;
const SENDING_DETAIL = 'Being sent. If this stays, the run was cut off: run again, it is safe.';
const before: StatusCells = {
  status: 'Updated',
  detail: 'Updated.',
  syncedAt: '2026-11-20 10:00:00',
  fingerprint: CONFIRMED,
};
const queued = { ...before, fingerprint: `${CONFIRMED} run-1 sync` };
const placed = (cells: StatusCells) => ({ row: { rowNumber: 2, values: [], texts: [] }, identity: 'k', cells });
const NOW = '2026-11-21 09:30:00';

describe('what a row’s cells say of earlier tries', () => {
  test.each([
    ['', '', false, false],
    ['Updated', CONFIRMED, false, false],
    ['Updated', 'run-1 sync unclear', false, false],
    ['Invalid', 'retry sync unclear', false, false],
    ['Unheard of', 'retry sync unclear', false, false],
    ['Failed', '', true, false],
    ['Failed', 'retry sync', true, false],
    ['Failed', 'retry sync unclear', true, true],
    ['Sending', 'run-1 sync', true, true],
    ['Sending', '', true, true],
    ['Unconfirmed', 'retry delete', true, true],
    [' Failed ', 'retry sync unclear', true, true],
  ])('"%s" with "%s": waits for a retry: %s, may have arrived: %s', (status, fingerprint, waits, isUnclear) => {
    const cells = { ...before, status, fingerprint };
    expect([waitsForRetry(cells), isUnclearRow(cells)]).toEqual([waits, isUnclear]);
  });
});

test('every write says which row it is for', () => {
  const { rowNumber, identity } = unchangedCells(placed(before));
  expect({ rowNumber, identity }).toEqual({ rowNumber: 2, identity: 'k' });
});

describe('a queued row keeps everything it says and carries a mark', () => {
  test.each([
    ['beside what is confirmed', before, '', `${CONFIRMED} run-1 sync`],
    ['with the delete that was agreed to', before, AGREED, `${CONFIRMED} run-1 sync ${AGREED}`],
    [
      'in place of an earlier one',
      { ...before, fingerprint: `${CONFIRMED} run-0 push try3` },
      '',
      `${CONFIRMED} run-1 sync`,
    ],
    ['alone where nothing is confirmed', { ...before, status: '', fingerprint: '' }, '', 'run-1 sync'],
    [
      'beside what it waited for, where it is let go again',
      { ...before, status: 'Failed', fingerprint: `retry delete ${AGREED} unclear` },
      '',
      `run-1 sync after delete ${AGREED} unclear`,
    ],
    [
      'beside what it waited for before a run that was cut off',
      { ...before, status: 'Failed', fingerprint: `run-0 sync try2 after push unclear` },
      '',
      'run-1 sync after push unclear',
    ],
    [
      'beside another delete that it waited for',
      { ...before, status: 'Failed', fingerprint: `retry sync ${CONFIRMED}` },
      AGREED,
      `run-1 sync ${AGREED} after sync ${CONFIRMED}`,
    ],
    [
      'that says nothing of before where it waited for the same',
      { ...before, status: 'Failed', fingerprint: `retry sync ${AGREED} unclear` },
      AGREED,
      `run-1 sync ${AGREED}`,
    ],
  ])('%s', (_, cells, agreedDelete, fingerprint) => {
    const queue = { runId: 'run-1', action: 'sync', agreedDelete, isUnclear: false } as const;
    expect(queuedCells(placed(cells), queue).cells).toEqual({ ...cells, fingerprint });
  });

  test('that says whether an earlier try may have arrived', () => {
    const queue = { runId: 'run-1', action: 'sync', agreedDelete: '', isUnclear: true } as const;
    expect(queuedCells(placed(before), queue).cells.fingerprint).toBe(`${CONFIRMED} run-1 sync unclear`);
  });
});

describe('a row under way says Sending, and nothing counts as confirmed any more', () => {
  test.each([
    ['but its mark stays', `${CONFIRMED} run-1 sync try2`, 'run-1 sync try2'],
    ['even without a mark', CONFIRMED, ''],
  ])('%s', (_, fingerprint, expected) => {
    const { cells } = sendingCells(placed({ ...before, fingerprint }));
    expect(cells).toEqual({ ...before, status: 'Sending', detail: SENDING_DETAIL, fingerprint: expected });
    expect(isSendingText(cells.status, cells.detail)).toBe(true);
  });

  test.each([
    ['Sending', 'Being sent'],
    ['Failed', SENDING_DETAIL],
  ])('"%s" with "%s" is not what such a row says', (status, detail) => {
    expect(isSendingText(status, detail)).toBe(false);
  });
});

describe('a row whose run pauses before it has an outcome', () => {
  const sending = { ...before, status: 'Sending', detail: SENDING_DETAIL };

  test.each([
    ['remembers its tries', queued, 2, false, { ...before, fingerprint: `${CONFIRMED} run-1 sync try2` }],
    [
      'remembers that a try before this run may have arrived',
      { ...before, fingerprint: `${CONFIRMED} run-1 sync unclear` },
      ...([1, false, { ...before, fingerprint: `${CONFIRMED} run-1 sync try1 unclear` }] as const),
    ],
    [
      'is Sending when a try may have arrived, and nothing counts as confirmed any more',
      ...([queued, 1, true, { ...sending, fingerprint: 'run-1 sync try1 unclear' }] as const),
    ],
    ['stays as it is when it carries no mark', before, 2, true, before],
  ])('%s', (_, cells, tries, isUnclear, expected) => {
    expect(pausedCells(placed(cells), tries, isUnclear).cells).toEqual(expected);
  });
});

test.each([
  [`${CONFIRMED} run-1 sync ${AGREED} try2`, `retry sync ${AGREED} unclear`],
  ['run-1 sync after push unclear', 'retry sync unclear'],
  [CONFIRMED, 'retry sync unclear'],
])('a row that failed with "%s" waits for another try of the same: "%s"', (fingerprint, expected) => {
  const outcome = { status: 'Failed', detail: 'No.', fingerprint: { kind: 'retry', isUnclear: true } } as const;
  expect(outcomeCells(placed({ ...before, fingerprint }), outcome, 'sync', NOW).cells.fingerprint).toBe(expected);
});

test('a row that is let go waits for what it waited for before the run', () => {
  const cells = { ...before, status: 'Failed', fingerprint: `run-1 sync try1 after delete ${AGREED} unclear` };
  expect(releasedCells(placed(cells)).cells).toEqual({ ...cells, fingerprint: `retry delete ${AGREED} unclear` });
});

describe('a row that leaves the run without an outcome', () => {
  const failed = { ...before, status: 'Failed', detail: 'No.' };

  test.each([
    ['says what it said before, without the mark', queued, before],
    [
      'keeps what is confirmed, where it had no mark',
      { ...failed, fingerprint: CONFIRMED },
      { ...failed, fingerprint: CONFIRMED },
    ],
    [
      'is blank as before',
      { ...before, status: '', fingerprint: 'run-1 sync' },
      { ...before, status: '', fingerprint: '' },
    ],
    [
      'can still be retried, where an earlier run was cut off',
      { ...before, status: 'Sending', fingerprint: 'run-1 sync' },
      { ...before, status: 'Sending', fingerprint: 'retry sync' },
    ],
    [
      'can still be retried, where an earlier run failed',
      { ...failed, fingerprint: 'run-1 push try2' },
      { ...failed, fingerprint: 'retry push' },
    ],
    [
      'remembers that an earlier try may have arrived',
      { ...failed, fingerprint: 'run-1 delete unclear' },
      { ...failed, fingerprint: 'retry delete unclear' },
    ],
  ])('%s', (_, cells, expected) => {
    expect(releasedCells(placed(cells)).cells).toEqual(expected);
  });
});

describe('an outcome', () => {
  test('that the platform confirmed records the time and the fingerprint', () => {
    const outcome = {
      status: 'Updated',
      detail: 'Updated.',
      fingerprint: { kind: 'confirm', fingerprint: AGREED },
    } as const;
    expect(outcomeCells(placed(queued), outcome, 'sync', NOW).cells).toEqual({
      status: 'Updated',
      detail: 'Updated.',
      syncedAt: NOW,
      fingerprint: AGREED,
    });
  });

  test.each([
    ['without any request keeps what was confirmed', 'Invalid', { kind: 'keep' }, CONFIRMED],
    ['of what the platform does not have leaves nothing confirmed', 'Not found', { kind: 'clear' }, ''],
    ['that may be retried leaves a mark only', 'Failed', { kind: 'retry', isUnclear: false }, 'retry delete'],
    ['that may have arrived says so in its mark', 'Failed', { kind: 'retry', isUnclear: true }, 'retry delete unclear'],
  ] as const)('%s, and the time of the last success stays', (_, status, fingerprint, expected) => {
    const outcome = { status, detail: 'Because.', fingerprint };
    expect(outcomeCells(placed(queued), outcome, 'delete', NOW).cells).toEqual({
      status,
      detail: 'Because.',
      syncedAt: before.syncedAt,
      fingerprint: expected,
    });
  });
});
