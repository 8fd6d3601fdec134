/** The words of the sidebar. */
import { describe, expect, test } from 'vitest';
import type { RunState } from '../../../src/sidebar/model/run/run-state.ts';
import {
  announcement,
  count,
  endWords,
  leftOutWords,
  occurringStatuses,
  retriableRows,
  runningWords,
  someHeaders,
} from '../../../src/sidebar/model/words.ts';
import { checkReport, OFFLINE, progress, running } from './fixtures.ts';

const REQUEST = { action: 'sync', scope: 'selection' } as const;

const CHECKED: Extract<RunState, { kind: 'checked' }> = {
  kind: 'checked',
  request: { action: 'sync', scope: 'selection' },
  report: checkReport(),
  correction: { kind: 'none' },
  hasJumped: false,
};

test.each([
  [0, '0 rows'],
  [1, '1 row'],
  [1200, '1,200 rows'],
])('%i is counted as “%s”', (howMany, words) => {
  expect(count(howMany, 'row')).toBe(words);
});

test.each([
  [0, 0, ''],
  [1, 0, '1 hidden row left out'],
  [0, 2, '2 blank rows left out'],
  [1, 2, '1 hidden and 2 blank rows left out'],
])('%i hidden and %i blank rows are told as “%s”', (hiddenRows, blankRows, words) => {
  expect(leftOutWords({ hiddenRows, blankRows })).toBe(words);
});

test.each([
  [['Beds'], '“Beds”'],
  [['Beds', 'Baths'], '“Beds”, “Baths”'],
  [['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'], '“A”, “B”, “C”, “D”, “E”, “F” and 2 more'],
])('the headers %o are told as %s', (headers, words) => {
  expect(someHeaders(headers)).toBe(words);
});

describe('the run of another person', () => {
  test('names the person, the action, the tab and how far it is', () => {
    expect(runningWords(running({ action: 'push' }))).toBe('ann@example.com is pushing rows in “Homes”: 4 of 10 rows.');
  });

  test('is someone’s when the platform does not tell', () => {
    expect(runningWords(running({ startedBy: '' }))).toBe('Someone is syncing listings in “Homes”: 4 of 10 rows.');
  });
});

test('chips come in the order of the statuses and leave out what did not occur', () => {
  const chips = occurringStatuses({ Invalid: 1, Updated: 2, Failed: 0 });
  expect(chips.map(({ rows, status, tone }) => [rows, status, tone])).toEqual([
    [2, 'Updated', 'done'],
    [1, 'Invalid', 'problem'],
  ]);
});

test('rows that another run takes up again are those that failed, hang or are unconfirmed', () => {
  expect(retriableRows({ Failed: 1, Unconfirmed: 2, Sending: 4, Invalid: 8, Rejected: 16 })).toBe(7);
});

test.each([
  ['finished', 'Sync finished'],
  ['cancelled', 'Sync cancelled'],
  ['stopped', 'Sync stopped early'],
] as const)('a run that is %s is headed “%s”', (state, words) => {
  expect(endWords(progress({ state }))).toBe(words);
});

test.each<[RunState, string]>([
  [{ kind: 'idle' }, ''],
  [{ kind: 'checking', request: REQUEST }, 'Checking rows.'],
  [{ kind: 'starting', request: REQUEST, startId: 's1' }, 'Preparing the rows.'],
  [
    { kind: 'running', run: { progress: progress({ done: 4 }), problems: [] }, isCancelling: false },
    'Syncing listings: 4 of 10 rows.',
  ],
  [CHECKED, 'Check finished. 2 of 3 rows are ready.'],
  [{ ...CHECKED, correction: { kind: 'saving' } }, 'Saving the correction.'],
  [
    { ...CHECKED, correction: { kind: 'awaitsSelection' } },
    'The correction is saved. Select the rows again and press Check to see what is left.',
  ],
  [{ ...CHECKED, correction: { kind: 'failed', failure: OFFLINE } }, ''],
  [
    { kind: 'ended', run: { progress: progress({ state: 'finished', message: 'All is well.' }), problems: [] } },
    'Sync finished. All is well.',
  ],
])('a screen reader is told of %o: “%s”', (state, words) => {
  expect(announcement(state)).toBe(words);
});
