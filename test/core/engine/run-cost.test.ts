import { describe, expect, test } from 'vitest';
import { costWords, countRequests } from '../../../src/core/engine/run-cost.ts';
import { pushRow, times, updateRow } from './rows.ts';

test.each([
  ['a small run', times(299, (index) => updateRow(index + 2)), ''],
  ['a long run', times(10_000, (index) => updateRow(index + 2)), 'About 10,000 requests and 7 minutes in all.'],
  ['chatbot rows in few requests', times(1_000, (index) => pushRow(index)), ''],
  [
    'many chatbot rows in few requests',
    times(40_000, (index) => pushRow(index)),
    'About 400 requests and 3 minutes in all.',
  ],
])('%s', (_, rows, words) => {
  expect(costWords({ requests: countRequests(rows), rows: rows.length, columns: 15 }, 40)).toBe(words);
});

const WARNING =
  'Google allows 20,000 requests a day (100,000 in a Workspace domain); if they run out, the rest waits and can be sent tomorrow.';

describe('what a run will cost', () => {
  test.each([
    [0, ''],
    [299, ''],
    [300, 'About 300 requests and 1 minute in all.'],
    [2_571, 'About 2,571 requests and 1 minute in all.'],
    [2_572, 'About 2,572 requests and 2 minutes in all.'],
    [14_999, 'About 14,999 requests and 9 minutes in all.'],
    [15_000, `About 15,000 requests and 9 minutes in all. ${WARNING}`],
    [1_250_000, `About 1,250,000 requests and 729 minutes in all. ${WARNING}`],
  ])('%s requests: %s', (requests, words) => {
    expect(costWords({ requests, rows: 0, columns: 0 }, 40)).toBe(words);
  });

  test.each([
    [1, 'About 400 requests and 5 minutes in all.'],
    [5, 'About 400 requests and 1 minute in all.'],
    [100, 'About 400 requests and 1 minute in all.'],
  ])('400 requests, at most %i at the same time: %s', (requestsAtOnce, words) => {
    expect(costWords({ requests: 400, rows: 0, columns: 0 }, requestsAtOnce)).toBe(words);
  });

  test.each([
    ['in 43 seconds', 20_000, 1, ''],
    ['in 47 seconds', 20_000, 2, 'About 100 requests and 1 minute in all.'],
    ['of many columns', 20_000, 28, 'About 100 requests and 2 minutes in all.'],
  ])('a hundred requests for rows %s', (_, rows, columns, words) => {
    expect(costWords({ requests: 100, rows, columns }, 40)).toBe(words);
  });
});
