import { expect, test } from 'vitest';
import {
  count,
  countsWords,
  leftOutNote,
  occurringStatuses,
  problemCount,
  retriableRows,
  someHeaders,
} from '../../../src/core/words/counts.ts';
import type { StatusCounts } from '../../../src/core/words/statuses.ts';

test.each<[StatusCounts, string]>([
  [{}, 'no rows'],
  [{ Updated: 0 }, 'no rows'],
  [{ Updated: 118 }, '118 Updated'],
  [{ Rejected: 3, Invalid: 1, Updated: 118, Failed: 0 }, '118 Updated, 1 Invalid, 3 Rejected'],
])('counts are told in the order of the statuses, without those of no row: %j', (counts, words) => {
  expect(countsWords(counts)).toBe(words);
});

test.each<[StatusCounts, number]>([
  [{}, 0],
  [{ Pushed: 1, Updated: 2, Deleted: 3, Unchanged: 4, Skipped: 5 }, 0],
  [{ Invalid: 1, 'Not found': 2, Rejected: 4 }, 7],
  [{ Sending: 1, Failed: 2, Unconfirmed: 4 }, 7],
  [{ Updated: 100, Invalid: 1, Failed: 2 }, 3],
])('rows that need a person or another run are problems: %j', (counts, problems) => {
  expect(problemCount(counts)).toBe(problems);
});

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
  expect(leftOutNote({ hiddenRows, blankRows })).toBe(words);
});

test.each([
  [['Beds'], '“Beds”'],
  [['Beds', 'Baths'], '“Beds”, “Baths”'],
  [['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'], '“A”, “B”, “C”, “D”, “E”, “F” and 2 more'],
])('the headers %o are told as %s', (headers, words) => {
  expect(someHeaders(headers)).toBe(words);
});

test('chips come in the order of the statuses and leave out what did not occur', () => {
  const chips = occurringStatuses({ Invalid: 1, Updated: 2, Failed: 0 });
  expect(chips.map(({ rows, status, tone }) => [rows, status, tone])).toEqual([
    [2, 'Updated', 'done'],
    [1, 'Invalid', 'problem'],
  ]);
});

test('rows that another run takes up again are those that failed, hang, are unconfirmed or changed while they waited', () => {
  const counts = { Failed: 1, Unconfirmed: 2, Sending: 4, Invalid: 8, Rejected: 16 };
  expect(retriableRows({ counts, changedRows: 32 })).toBe(39);
});
