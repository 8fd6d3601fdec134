import { expect, test } from 'vitest';
import { paceWords } from '../../../src/core/words/counts.ts';

test.each([
  ['before anything is done', { done: 0, total: 100 }, { doneSince: 0, elapsedMs: 60_000 }, ''],
  ['after too short a time', { done: 9, total: 100 }, { doneSince: 9, elapsedMs: 2_000 }, ''],
  [
    'in minutes',
    { done: 120, total: 480 },
    { doneSince: 120, elapsedMs: 60_000 },
    '120 rows a minute · about 3 minutes left',
  ],
  [
    'near the end',
    { done: 470, total: 480 },
    { doneSince: 100, elapsedMs: 60_000 },
    '100 rows a minute · less than a minute left',
  ],
  ['at a crawl', { done: 2, total: 5 }, { doneSince: 1, elapsedMs: 120_000 }, '1 row a minute · about 6 minutes left'],
])('the pace of a run is told %s', (_title, rows, pace, words) => {
  expect(paceWords(rows, pace)).toBe(words);
});
