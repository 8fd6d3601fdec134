import { describe, expect, test } from 'vitest';
import { chunkWithin, firstChunkSize, nextChunkSize, rowsForExecution } from '../../../src/core/engine/chunk-size.ts';

describe('the first chunk', () => {
  test.each([
    ['listings, one per request', 10_000, 10_000, 20, 100],
    ['listings where the first wave is but half as wide as it may be', 10_000, 10_000, 10, 110],
    ['deletes, fifty per request', 1_000, 20, 20, 3_000],
    ['chatbot rows, a hundred per request', 10_000, 100, 20, 3_000],
    ['large chatbot rows, seven per request', 700, 100, 20, 700],
    ['nothing to send', 0, 0, 20, 10],
  ])('holds about a hundred requests: %s', (_, rows, requests, width, size) => {
    expect(firstChunkSize(rows, requests, width)).toBe(size);
  });
});

describe('the next chunk', () => {
  test.each([
    ['grows to eight times as many after a quick one', 100, 4_000, 800],
    ['fills its last wave of twenty', 100, 12_200, 320],
    ['is as small as it has to be', 16, 40_000, 16],
    ['stays after one of forty seconds', 900, 40_000, 900],
    ['halves at most after a slow one', 960, 400_000, 480],
    ['grows no further than three thousand rows', 2_000, 10_000, 3_000],
    ['shrinks no further than ten rows', 12, 400_000, 10],
  ])('%s', (_, size, tookMs, next) => {
    expect(nextChunkSize(size, tookMs)).toBe(next);
  });
});

describe('a chunk that must be sent in time', () => {
  test.each([
    ['is as large as ever while there is enough of it', 1_000, 60_000, 9_000, 1_000],
    ['takes some time more that would be too little for another', 1_000, 50_000, 9_000, 1_240],
    ['takes some rows more that would be too few for another', 1_000, 90_000, 1_250, 1_250],
    ['leaves more rows than that to the next', 1_000, 90_000, 1_251, 1_000],
    ['is smaller where there is less time, in waves of twenty', 1_000, 10_000, 9_000, 240],
    ['ends the run where a hundred requests are left over', 1_000, 10_000, 340, 340],
    ['but not where more are', 1_000, 10_000, 341, 240],
    ['is not worth its checkpoint with fewer than a hundred rows', 1_000, 1_000, 9_000, 100],
    ['ends the run with a hundred rows though the time is over', 1_000, -5_000, 100, 100],
    ['but takes no more than a hundred then', 1_000, -5_000, 101, 100],
    ['nor when the time is over', 1_000, -5_000, 9_000, 100],
    ['is not larger than other chunks', 40, 1_000, 9_000, 40],
    ['nor for the sake of a few small ones', 40, 1_000, 51, 40],
  ])('%s', (_, size, remainingMs, remainingRows, rows) => {
    expect(chunkWithin(size, remainingMs, remainingRows)).toBe(rows);
  });
});

test('an execution reads what it can send: seven chunks, and more of the largest, which may be sent in no time', () => {
  expect([100, 1_500, 2_999, 3_000].map(rowsForExecution)).toEqual([6_200, 10_500, 20_993, 48_000]);
});
