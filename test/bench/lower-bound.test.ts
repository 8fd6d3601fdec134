import { expect, test } from 'vitest';
import { lowerBoundSeconds } from '../../bench/lower-bound.ts';
import { DEFAULT_LATENCY } from '../../playground/apps-script/latency.ts';

const latency = {
  ...DEFAULT_LATENCY,
  startMs: 0,
  sheetReadMs: 1000,
  sheetReadPer1000CellsMs: 10,
  sheetWriteMs: 0,
  sheetFlushMs: 500,
  sheetFlushPer1000CellsMs: 100,
  fetchMs: 1000,
  fetchAllParallelism: 20,
};

test.each([
  // 50 waves; reading 20,000 cells takes 1.2 s; writing 1,000 takes 0.6 s.
  ['one update a request', { action: 'sync', rowCount: 1000, columnCount: 20, sentRows: 1000 }, 51.8],
  ['a hundred chatbot rows a request', { action: 'push', rowCount: 4000, columnCount: 5, sentRows: 4000 }, 4.1],
  ['fifty deletes a request', { action: 'delete', rowCount: 1000, columnCount: 20, sentRows: 1000 }, 2.8],
  ['never less than one answer', { action: 'sync', rowCount: 1000, columnCount: 20, sentRows: 1 }, 2.7],
] as const)('%s', (_, work, expectedSeconds) => {
  expect(lowerBoundSeconds(work, latency)).toBeCloseTo(expectedSeconds, 3);
});
