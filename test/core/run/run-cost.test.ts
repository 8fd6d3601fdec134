import { expect, test } from 'vitest';
import { costWords, countRequests } from '../../../src/core/run/run-cost.ts';
import { pushRow, times, updateRow } from './rows.ts';

test.each([
  ['a small run', times(299, (index) => updateRow(index + 2)), ''],
  ['a long run', times(10_000, (index) => updateRow(index + 2)), 'About 10,000 requests and 6 minutes.'],
  ['many chatbot rows in few requests', times(10_000, (index) => pushRow(index)), ''],
])('%s', (_, rows, words) => {
  expect(costWords(countRequests(rows))).toBe(words);
});

test('a run near the daily limit is warned about', () => {
  expect(costWords(16_000)).toContain('20,000 requests a day');
});
