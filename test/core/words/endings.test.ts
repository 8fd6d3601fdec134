import { describe, expect, test } from 'vitest';
import type { Failure } from '../../../src/core/terms/failure.ts';
import {
  cancelledMessage,
  endWords,
  finishedMessage,
  goneRowsWords,
  nothingSentWords,
  runningMessage,
  runningWords,
  stoppedMessage,
} from '../../../src/core/words/endings.ts';
import type { StatusCounts } from '../../../src/core/words/statuses.ts';

const NOTHING_LEFT = 'Nothing is left to do.';
const TWO_PROBLEMS = '2 rows need a look: the Sync detail column says what to do.';

describe('a run that has ended says', () => {
  test.each<[string, StatusCounts, number, string]>([
    ['that nothing is left', { Updated: 118 }, 118, `118 Updated. ${NOTHING_LEFT}`],
    ['which rows need a look', { Updated: 1, Invalid: 2 }, 3, `1 Updated, 2 Invalid. ${TWO_PROBLEMS}`],
    [
      'that one row needs a look',
      { Failed: 1 },
      1,
      '1 Failed. 1 row needs a look: the Sync detail column says what to do.',
    ],
    [
      'that one row was gone, and nothing of what is left to do',
      { Updated: 1 },
      2,
      '1 Updated. 1 row of the run was deleted, cleared or changed meanwhile and not sent, or settled just as the run was cut off.',
    ],
    [
      'that several rows were gone and others need a look',
      { Updated: 1, Rejected: 2 },
      5,
      `1 Updated, 2 Rejected. 2 rows of the run were deleted, cleared or changed meanwhile and not sent, or settled just as the run was cut off. ${TWO_PROBLEMS}`,
    ],
    [
      'nothing of gone rows where more have an outcome than were counted',
      { Updated: 3 },
      2,
      `3 Updated. ${NOTHING_LEFT}`,
    ],
  ])('%s', (_, counts, total, message) => {
    expect(finishedMessage({ counts, total, hiddenRows: 0, blankRows: 0, unwrittenRows: 0, changedRows: 0 })).toBe(
      message,
    );
  });

  test.each<[string, number, string]>([
    ['after the counts', 1, `1 Updated (37 hidden rows and 1 blank row left out). ${NOTHING_LEFT}`],
    [
      'before the rows that were gone',
      2,
      '1 Updated (37 hidden rows and 1 blank row left out). 1 row of the run was deleted, cleared or changed meanwhile and not sent, or settled just as the run was cut off.',
    ],
  ])('how many rows were left out, %s', (_, total, message) => {
    expect(
      finishedMessage({
        counts: { Updated: 1 },
        total,
        hiddenRows: 37,
        blankRows: 1,
        unwrittenRows: 0,
        changedRows: 0,
      }),
    ).toBe(message);
  });
});

test.each<[string, StatusCounts, number, number, string]>([
  [
    'alone',
    {},
    1,
    1,
    'no rows. 1 row changed while waiting, or the mapping did, and was not sent. Run again, or use Retry failed rows.',
  ],
  [
    'beside rows that need a look',
    { Updated: 1, Rejected: 2 },
    5,
    2,
    `1 Updated, 2 Rejected. 2 rows changed while waiting, or the mapping did, and were not sent. ${TWO_PROBLEMS}`,
  ],
  [
    'beside rows that were gone',
    { Updated: 1 },
    4,
    2,
    '1 Updated. 2 rows changed while waiting, or the mapping did, and were not sent. 1 row of the run was deleted, cleared or changed meanwhile and not sent, or settled just as the run was cut off. Run again, or use Retry failed rows.',
  ],
])(
  'a run that has ended counts the rows that changed while they waited, %s',
  (_, counts, total, changedRows, message) => {
    expect(finishedMessage({ counts, total, hiddenRows: 0, blankRows: 0, unwrittenRows: 0, changedRows })).toBe(
      message,
    );
  },
);

test.each<[string, StatusCounts, number, string]>([
  [
    'a row that was done',
    { Updated: 3 },
    1,
    `3 Updated. 1 row was gone before the status could be written; its outcome is in the Sync log. ${NOTHING_LEFT}`,
  ],
  [
    'rows that need a look',
    { Updated: 1, Failed: 2 },
    2,
    `1 Updated, 2 Failed. 2 rows were gone before the status could be written; their outcomes are in the Sync log. ${TWO_PROBLEMS}`,
  ],
])('a run that has ended says where the outcome of gone rows is: %s', (_, counts, unwrittenRows, message) => {
  expect(finishedMessage({ counts, total: 3, hiddenRows: 0, blankRows: 0, unwrittenRows, changedRows: 0 })).toBe(
    message,
  );
});

test.each<[readonly string[], StatusCounts, string]>([
  [[], {}, ''],
  [['K8: Deleted', 'K9: Failed'], {}, 'K8: Deleted; K9: Failed'],
  [['K8: Deleted'], { Updated: 20, Failed: 1 }, 'K8: Deleted; … and 21 more: 20 Updated, 1 Failed'],
])('rows that were gone are named, further ones counted: %j and %j', (named, further, words) => {
  expect(goneRowsWords(named, further)).toBe(words);
});

test.each([
  [false, '3 of 10 rows done.'],
  [true, '3 of 10 rows done. The platform needs a moment; the run goes on by itself.'],
])('a run that goes on says how far it is (paused: %s)', (isPaused, message) => {
  expect(runningMessage(3, 10, isPaused)).toBe(message);
});

test.each<[StatusCounts, string]>([
  [
    { Updated: 2, Failed: 1 },
    'Cancelled: 2 Updated, 1 Failed; 7 of 10 rows were not sent, or not accepted, and keep their status.',
  ],
  [{}, 'Cancelled: no rows; 10 of 10 rows were not sent, or not accepted, and keep their status.'],
])('a cancelled run says what is not sent: %j', (counts, message) => {
  expect(cancelledMessage(counts, 10)).toBe(message);
});

test('a stopped run says why, how far it came, and what to do', () => {
  const reason: Failure = { kind: 'quota', message: 'No more requests.', nextStep: 'Run again tomorrow.' };
  expect(stoppedMessage({ Updated: 2, Failed: 1 }, 10, reason)).toBe(
    'No more requests. 3 of 10 rows have an outcome (2 Updated, 1 Failed); the others keep their status. Run again tomorrow.',
  );
});

test('a stopped run whose rows all have an outcome speaks of no others', () => {
  const reason: Failure = { kind: 'tabChanged', message: 'A column moved.', nextStep: 'Run again.' };
  expect(stoppedMessage({ Updated: 4 }, 4, reason)).toBe(
    'A column moved. 4 of 4 rows have an outcome (4 Updated). Run again.',
  );
});

test.each([
  [1, 'An earlier request may still change 1 row: run once more, which sends it again.'],
  [2, 'An earlier request may still change 2 rows: run once more, which sends them again.'],
])('a finished run says that %i confirmed rows are to be sent once more', (openRows, next) => {
  const sum = { counts: { Updated: 3 }, total: 3, hiddenRows: 0, blankRows: 0, unwrittenRows: 0, changedRows: 0 };
  expect(finishedMessage({ ...sum, openRows })).toBe(`3 Updated. ${next}`);
});

const RUNNING = { startedBy: 'ann@example.com', action: 'sync', tabName: 'Homes', done: 4, total: 10 } as const;

describe('the run of another person', () => {
  test('names the person, the action, the tab and how far it is', () => {
    expect(runningWords({ ...RUNNING, action: 'push' })).toBe(
      'ann@example.com is pushing rows in “Homes”: 4 of 10 rows.',
    );
  });

  test('is someone’s when the platform does not tell', () => {
    expect(runningWords({ ...RUNNING, startedBy: '' })).toBe('Someone is syncing listings in “Homes”: 4 of 10 rows.');
  });
});

test.each([
  ['finished', 'Sync finished'],
  ['cancelled', 'Sync cancelled'],
  ['stopped', 'Sync stopped early'],
] as const)('a run that is %s is headed “%s”', (state, words) => {
  expect(endWords({ action: 'sync', state })).toBe(words);
});

describe('a run without a request is headed by', () => {
  test.each<[string, StatusCounts, number, string | undefined]>([
    ['what is up to date', { Unchanged: 2 }, 0, 'Nothing to send: 2 rows are up to date'],
    ['how many rows need a look', { Invalid: 29, Unchanged: 1 }, 0, 'Nothing was sent: 29 rows need a look'],
    ['the row that needs a look', { Invalid: 1, Skipped: 3 }, 0, 'Nothing was sent: 1 row needs a look'],
    ['nothing of its own where rows were left out', { Skipped: 3 }, 0, undefined],
    ['nothing of its own where something was sent', { Invalid: 1, Updated: 1 }, 1, undefined],
  ])('%s', (_, counts, requests, words) => {
    expect(nothingSentWords({ state: 'finished', counts, requests })).toBe(words);
  });
});
