import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  cellsOfKey,
  changedCells,
  isOfOtherKey,
  isUnclearRow,
  isUnderWay,
  markWrite,
  onlyChanges,
  outcomeCells,
  pausedCells,
  queuedCells,
  releasedCells,
  restoredCells,
  sendingCells,
  unchangedCells,
  waitsForRetry,
} from '../../../src/core/own-cells/row-cells.ts';
import type { StatusCells } from '../../../src/core/own-cells/status-columns.ts';

const CONFIRMED = 'v1:confirmed';
const [KEY, TRIED, OTHER] = ['11'.repeat(8), '22'.repeat(8), '33'.repeat(8)];
const OTHER_DELETE = `v1:${'ef'.repeat(16)}`;
const AGREED = `v1:${'cd'.repeat(16)}`;
const SENDING_DETAIL = 'Being sent. If this stays, the run was cut off: run again, it is safe.';
const before: StatusCells = {
  status: 'Updated',
  detail: 'Updated.',
  syncedAt: '2026-11-20 10:00:00',
  mark: CONFIRMED,
};
const queued = { ...before, mark: `${CONFIRMED} run-1 sync` };
const placed = (cells: StatusCells) => ({ row: { rowNumber: 2, values: [], texts: [] }, identity: 'k', cells });
/** What a write into a row puts there besides the mark: the time of the last success is left alone. */
const said = ({ status, detail }: StatusCells) => ({ status, detail });
const NOW = '2026-11-21 09:30:00';
const nameNow = () => 'MLSNumber a1';
/** Its MurmurHash3, as other programs give it. */
const HASH_OF_NAME = '08293fa2953b3fc5';

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
    ['', 'run-1 sync sending', true, true],
    ['Updated', 'run-1 sync sending', true, true],
    ['Invalid', 'run-1 sync sending', true, true],
    ['Rejected', 'run-1 sync', false, false],
    ['', 'retry sync changed', true, false],
    ['Updated', `${CONFIRMED} retry sync changed`, true, false],
  ])('"%s" with "%s": waits for a retry: %s, may have arrived: %s', (status, mark, waits, isUnclear) => {
    const cells = { ...before, status, mark };
    expect([waitsForRetry(cells), isUnclearRow(cells)]).toEqual([waits, isUnclear]);
  });
});

describe('a row is under way', () => {
  test.each([
    ['while its mark says so', 'run-1 sync sending', true],
    ['while its mark says so, whatever else it says', `run-1 delete ${AGREED} try2 unclear sending after push`, true],
    ['not while it only waits', `${CONFIRMED} run-1 sync try2 unclear`, false],
    ['not where it has no mark', CONFIRMED, false],
    ['not where somebody wrote the word', 'sending', false],
  ])('%s', (_, mark, expected) => {
    expect(isUnderWay({ ...before, mark })).toBe(expected);
  });

  test('whatever words stand in its status and detail', () => {
    expect(isUnderWay({ ...before, status: 'Sending', detail: SENDING_DETAIL, mark: 'run-1 sync' })).toBe(false);
    expect(isUnderWay({ ...before, status: 'Enviando', detail: '', mark: 'run-1 sync sending' })).toBe(true);
  });
});

test('every write says which row it is for', () => {
  const { rowNumber, identity } = unchangedCells(placed(before));
  expect({ rowNumber, identity }).toEqual({ rowNumber: 2, identity: 'k' });
});

describe('a queued row keeps everything it says: only its mark is written', () => {
  test.each([
    ['beside what is confirmed', before, '', `${CONFIRMED} run-1 sync`],
    ['with the delete that was agreed to', before, AGREED, `${CONFIRMED} run-1 sync ${AGREED}`],
    ['in place of an earlier one', { ...before, mark: `${CONFIRMED} run-0 push try3` }, '', `${CONFIRMED} run-1 sync`],
    ['alone where nothing is confirmed', { ...before, status: '', mark: '' }, '', 'run-1 sync'],
    [
      'beside what it waited for, where it is let go again',
      { ...before, status: 'Failed', mark: `retry delete ${AGREED} unclear` },
      '',
      `run-1 sync after delete ${AGREED} unclear`,
    ],
    [
      'beside what it waited for before a run that was cut off',
      { ...before, status: 'Failed', mark: `run-0 sync try2 after push unclear` },
      '',
      'run-1 sync after push unclear',
    ],
    [
      'beside another delete that it waited for',
      { ...before, status: 'Failed', mark: `retry sync ${OTHER_DELETE}` },
      AGREED,
      `run-1 sync ${AGREED} after sync ${OTHER_DELETE}`,
    ],
    [
      'that says nothing of before where it waited for the same',
      { ...before, status: 'Failed', mark: `retry sync ${AGREED} unclear` },
      AGREED,
      `run-1 sync ${AGREED}`,
    ],
  ])('%s', (_, cells, agreedDelete, mark) => {
    const queue = { runId: 'run-1', action: 'sync', agreedDelete, signature: '', isUnclear: false } as const;
    expect(queuedCells(placed(cells), queue).cells).toEqual({ mark });
  });

  test('that says whether an earlier try may have arrived', () => {
    const queue = { runId: 'run-1', action: 'sync', agreedDelete: '', signature: '', isUnclear: true } as const;
    expect(queuedCells(placed(before), queue).cells.mark).toBe(`${CONFIRMED} run-1 sync unclear`);
  });
});

describe('a row under way says Sending, and nothing counts as confirmed any more', () => {
  test.each([
    ['but its mark stays, and says so', `${CONFIRMED} run-1 sync try2`, 'run-1 sync try2 sending'],
    ['whatever it waited for before', `run-1 sync after delete ${AGREED}`, `run-1 sync sending after delete ${AGREED}`],
    ['even without a mark', CONFIRMED, ''],
    [
      'and names what is sent now',
      `run-1 sync k1:${KEY} t1:${OTHER}`,
      `run-1 sync k1:${KEY} t1:${TRIED} sending`,
      TRIED,
    ],
    ['and forgets what was tried where it differs', `run-1 sync unclear t1:${OTHER}`, 'run-1 sync unclear sending'],
  ])('%s', (_, mark, expected, tried?: string) => {
    const { cells } = sendingCells(placed({ ...before, mark }), tried);
    expect(cells).toEqual({ status: 'Sending', detail: SENDING_DETAIL, mark: expected });
  });
});

describe('a row whose run pauses before it has an outcome', () => {
  const sending = { status: 'Sending', detail: SENDING_DETAIL };

  test.each([
    ['remembers its tries', queued, 2, false, { ...said(before), mark: `${CONFIRMED} run-1 sync try2` }],
    [
      'remembers that a try before this run may have arrived',
      { ...before, mark: `${CONFIRMED} run-1 sync unclear` },
      ...([1, false, { ...said(before), mark: `${CONFIRMED} run-1 sync try1 unclear` }] as const),
    ],
    [
      'is Sending when a try may have arrived, and nothing counts as confirmed any more',
      ...([queued, 1, true, { ...sending, mark: 'run-1 sync try1 unclear sending' }] as const),
    ],
    [
      'names what was tried when that may have arrived',
      ...([queued, 1, true, { ...sending, mark: `run-1 sync try1 unclear t1:${TRIED} sending` }, TRIED] as const),
    ],
    ['stays as it is when it carries no mark', ...([before, 2, true, { ...said(before), mark: CONFIRMED }] as const)],
  ])('%s', (_, cells, attempts, isUnclear, expected, tried?: string) => {
    expect(pausedCells(placed(cells), { attempts, isUnclear, tried }).cells).toEqual(expected);
  });
});

test.each([
  [`${CONFIRMED} run-1 sync ${AGREED} try2`, `retry sync ${AGREED} unclear`],
  ['run-1 sync after push unclear', 'retry sync unclear'],
  [CONFIRMED, 'retry sync unclear'],
])('a row that failed with "%s" waits for another try of the same: "%s"', (mark, expected) => {
  const outcome = { status: 'Failed', detail: 'No.', fingerprint: { kind: 'retry', isUnclear: true } } as const;
  expect(outcomeCells(placed({ ...before, mark }), outcome, 'sync', NOW, nameNow).cells.mark).toBe(expected);
});

describe('a row that changed while it waited says what it said before, and waits for another try', () => {
  const detail = 'Changed while waiting; run again. Nothing was sent for this row.';

  test.each([
    [
      'of what is confirmed by now',
      { ...before, mark: `${CONFIRMED} run-1 sync k1:${KEY} try2` },
      `${CONFIRMED} retry sync changed`,
    ],
    ['where it was blank', { ...before, status: '', mark: 'run-1 sync' }, 'retry sync changed'],
    [
      'of the delete that was agreed to',
      { ...before, mark: `run-1 delete ${AGREED} s1:${KEY}` },
      `retry delete ${AGREED} changed`,
    ],
    [
      'that may still arrive',
      { ...before, mark: `run-1 sync unclear t1:${TRIED}` },
      `retry sync unclear t1:${TRIED} changed`,
    ],
    [
      'of what it waited for before',
      { ...before, mark: `run-1 sync after delete ${AGREED}` },
      `retry delete ${AGREED} changed`,
    ],
  ])('%s', (_, cells, mark) => {
    expect(changedCells(placed(cells)).cells).toEqual({ status: cells.status, detail, mark });
  });

  test('once more where the next run lets it go', () => {
    const cells = { ...before, mark: `${CONFIRMED} retry sync changed` };
    const queued = queuedCells(placed(cells), {
      runId: 'run-2',
      action: 'sync',
      key: KEY,
      agreedDelete: '',
      signature: '',
      isUnclear: false,
    });
    expect(queued.cells.mark).toBe(`${CONFIRMED} run-2 sync k1:${KEY} changed`);
    const released = releasedCells(placed({ ...cells, mark: queued.cells.mark ?? '' }));
    expect(released.cells).toEqual({ mark: `${CONFIRMED} retry sync changed` });
  });
});

test('a row that is let go waits for what it waited for before the run', () => {
  const cells = { ...before, status: 'Failed', mark: `run-1 sync try1 after delete ${AGREED} unclear` };
  expect(releasedCells(placed(cells)).cells).toEqual({ mark: `retry delete ${AGREED} unclear` });
});

describe('a row that leaves the run without an outcome', () => {
  const failed = { ...before, status: 'Failed', detail: 'No.' };

  test.each([
    ['says what it said before, without the mark', queued, before],
    ['keeps what is confirmed, where it had no mark', { ...failed, mark: CONFIRMED }, { ...failed, mark: CONFIRMED }],
    ['is blank as before', { ...before, status: '', mark: 'run-1 sync' }, { ...before, status: '', mark: '' }],
    [
      'can still be retried, where an earlier run was cut off',
      { ...before, status: 'Sending', mark: 'run-1 sync' },
      { ...before, status: 'Sending', mark: 'retry sync' },
    ],
    [
      'can still be retried, where an earlier run failed',
      { ...failed, mark: 'run-1 push try2' },
      { ...failed, mark: 'retry push' },
    ],
    [
      'remembers that an earlier try may have arrived',
      { ...failed, mark: 'run-1 delete unclear' },
      { ...failed, mark: 'retry delete unclear' },
    ],
  ])('%s', (_, cells, expected) => {
    const { mark } = expected;
    expect(releasedCells(placed(cells)).cells).toEqual({ mark });
    // Where Sending stands in the sheet by now, what stood there before is written as well.
    expect(restoredCells(placed(cells)).cells).toEqual({ ...said(expected), mark });
  });

  test('can still be retried, where it was under way', () => {
    const cells = { ...before, status: 'Sending', mark: 'run-1 sync unclear sending' };
    expect(releasedCells(placed(cells)).cells).toEqual({ mark: 'retry sync unclear' });
  });
});

describe('an outcome', () => {
  test('that the platform confirmed records the time, and that it did', () => {
    const outcome = {
      status: 'Updated',
      detail: 'Updated.',
      fingerprint: { kind: 'confirm', fingerprint: AGREED },
    } as const;
    expect(outcomeCells(placed(queued), outcome, 'sync', NOW, nameNow).cells).toEqual({
      status: 'Updated',
      detail: 'Updated.',
      syncedAt: NOW,
      mark: `${CONFIRMED} k1:${HASH_OF_NAME}`,
    });
  });

  test.each([
    ['without any request keeps what was confirmed', 'Invalid', { kind: 'keep' }, CONFIRMED],
    ['of what the platform does not have leaves nothing confirmed', 'Not found', { kind: 'clear' }, ''],
    ['that may be retried leaves a mark only', 'Failed', { kind: 'retry', isUnclear: false }, 'retry delete'],
    ['that may have arrived says so in its mark', 'Failed', { kind: 'retry', isUnclear: true }, 'retry delete unclear'],
  ] as const)('%s, and the time of the last success stays', (_, status, fingerprint, expected) => {
    const outcome = { status, detail: 'Because.', fingerprint };
    expect(outcomeCells(placed(queued), outcome, 'delete', NOW, nameNow).cells).toEqual({
      status,
      detail: 'Because.',
      mark: expected,
    });
  });
});

describe('a row that is Unchanged', () => {
  const unchangedAfter = (status: 'Pushed' | 'Updated' | 'Deleted') =>
    ({ status: 'Unchanged', detail: 'Nothing was sent.', fingerprint: { kind: 'same', status } }) as const;
  const unchanged = unchangedAfter('Updated');

  test.each([
    ['Pushed', 'Pushed'],
    ['Updated', 'Updated'],
    ['Updated', ' Updated '],
    ['Deleted', 'Deleted'],
  ] as const)('after %s keeps "%s", its detail and its time: only a mark goes', (confirmed, status) => {
    const same = unchangedAfter(confirmed);
    const cells = { ...queued, status };
    expect(outcomeCells(placed(cells), same, 'sync', NOW, nameNow).cells).toEqual({ mark: CONFIRMED });
    const untouched = { ...before, status };
    expect(onlyChanges(outcomeCells(placed(untouched), same, 'sync', NOW, nameNow), untouched)).toBeUndefined();
  });

  test.each(['Deleted', 'Pushed', 'Unchanged', 'Failed', 'Sending', 'Unconfirmed', 'Invalid', 'Skipped', 'Not found'])(
    'after Updated says so where it shows "%s", which is not what was confirmed',
    (status) => {
      expect(outcomeCells(placed({ ...before, status }), unchanged, 'sync', NOW, nameNow).cells).toEqual({
        status: 'Unchanged',
        detail: 'Nothing was sent.',
        mark: `${CONFIRMED} k1:${HASH_OF_NAME}`,
      });
    },
  );

  test.each(['Rejected', 'updated', 'mine'])('says so where it shows "%s", which confirms nothing', (status) => {
    expect(outcomeCells(placed({ ...before, status }), unchanged, 'sync', NOW, nameNow).cells).toEqual({
      status: 'Unchanged',
      detail: 'Nothing was sent.',
      mark: `${CONFIRMED} k1:${HASH_OF_NAME}`,
    });
  });

  test('is told from another outcome that sends nothing', () => {
    const skipped = { status: 'Skipped', detail: 'Action says Skip.', fingerprint: { kind: 'keep' } } as const;
    expect(outcomeCells(placed(before), skipped, 'sync', NOW, nameNow).cells).toMatchObject({ status: 'Skipped' });
  });
});

describe('a row that was confirmed under another key', () => {
  const ofOther = { ...before, mark: `${CONFIRMED} k1:${KEY}` };
  const cells = cellsOfKey(ofOther, 'sync', nameNow);

  test('says Changed, and nothing of what was said of that key', () => {
    expect(cells).toEqual({
      status: 'Changed',
      detail: expect.stringContaining('said of another key'),
      syncedAt: '',
      mark: '',
    });
    expect(isOfOtherKey(cells)).toBe(true);
  });

  test('keeps what it waits for, which is told by more than its place', () => {
    const waiting = { ...ofOther, mark: `${CONFIRMED} k1:${KEY} retry delete ${AGREED}` };
    expect(cellsOfKey(waiting, 'sync', nameNow).mark).toBe(`retry delete ${AGREED}`);
  });

  test('writes all of its cells where another one writes its mark only, and no time that is not its own', () => {
    const marked = { ...cells, mark: 'run-1 sync' };
    expect(markWrite(placed(marked)).cells).toEqual(marked);
    const rejected = { status: 'Rejected', detail: 'No.', fingerprint: { kind: 'clear' } } as const;
    expect(outcomeCells(placed(marked), rejected, 'sync', NOW, nameNow).cells).toEqual({
      status: 'Rejected',
      detail: 'No.',
      syncedAt: '',
      mark: '',
    });
  });

  test.each([
    ['of its own key', `${CONFIRMED} k1:${HASH_OF_NAME}`, 'sync'],
    ['of nobody knows which', CONFIRMED, 'sync'],
    ['of chatbot rows, where listings are deleted', `${CONFIRMED} i1:${KEY}`, 'delete'],
    ['of listings, where chatbot rows are pushed', `${CONFIRMED} k1:${KEY}`, 'push'],
  ] as const)('is not one %s', (_, mark, action) => {
    const own = { ...before, mark };
    expect(cellsOfKey(own, action, nameNow)).toBe(own);
  });
});

test('a mark can be written alone', () => {
  expect(markWrite(placed(queued))).toEqual({
    rowNumber: 2,
    identity: 'k',
    cells: { mark: `${CONFIRMED} run-1 sync` },
  });
});

describe('of a write only what changes is left', () => {
  test.each<readonly [string, Partial<StatusCells>, Partial<StatusCells> | undefined]>([
    ['all of it, where every cell says something else', { status: 'Failed', detail: 'No.', mark: '' }, undefined],
    ['the cells that say something else', { status: 'Updated', detail: 'Again.' }, { detail: 'Again.' }],
    ['a cell that becomes blank', { syncedAt: '' }, { syncedAt: '' }],
  ])('%s', (_, cells, expected) => {
    const write = { rowNumber: 2, identity: 'k', cells };
    expect(onlyChanges(write, before)).toEqual({ ...write, cells: expected ?? cells });
  });

  test.each<readonly [string, Partial<StatusCells>]>([
    ['says what the row says', { ...before }],
    ['names no cell', {}],
  ])('nothing, where it %s', (_, cells) => {
    expect(onlyChanges({ rowNumber: 2, identity: 'k', cells }, before)).toBeUndefined();
  });

  test('so that the row says the same after it as after the whole write', () => {
    const anyText = fc.constantFrom('', 'a', 'b');
    const columns = { status: anyText, detail: anyText, syncedAt: anyText, mark: anyText };
    fc.assert(
      fc.property(fc.record(columns), fc.record(columns, { requiredKeys: [] }), (cells, change) => {
        const whole = { rowNumber: 2, identity: 'k', cells: change };
        const left = onlyChanges(whole, cells);
        expect({ ...cells, ...left?.cells }).toEqual({ ...cells, ...change });
        expect(left === undefined).toBe(
          Object.entries({ ...cells, ...change }).join() === Object.entries(cells).join(),
        );
      }),
    );
  });
});
