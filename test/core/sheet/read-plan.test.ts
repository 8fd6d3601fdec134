/** In how many calls columns are read: one more call costs as much as thousands of cells. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CELLS_PER_CALL, readRuns } from '../../../src/core/sheet/read-plan.ts';

/** Runs as `0–2`, one per call. */
const callsFor = (columnIndexes: readonly number[], rowCount: number) =>
  readRuns(columnIndexes, rowCount).map(
    ({ firstColumnIndex, count }) => `${firstColumnIndex}–${firstColumnIndex + count - 1}`,
  );

describe('columns are read', () => {
  test.each<readonly [string, readonly number[], number, readonly string[]]>([
    ['in no call where none is wanted', [], 1_000, []],
    ['in one call where they are neighbours', [3, 1, 2], 100_000, ['1–3']],
    ['in one call with a column between, of 6,400 rows', [0, 2], 6_400, ['0–2']],
    ['in two calls instead, of 6,401 rows', [0, 2], 6_401, ['0–0', '2–2']],
    ['in one call with four columns between, of 1,600 rows', [0, 5], 1_600, ['0–5']],
    ['in two calls instead, of 1,601 rows', [0, 5], 1_601, ['0–0', '5–5']],
    ['gap by gap: a small one is joined, a large one is not', [0, 2, 9, 11], 3_000, ['0–2', '9–11']],
    ['though all the gaps together are large', [0, 2, 4, 6, 8], 6_000, ['0–8']],
  ])('%s', (_, columnIndexes, rowCount, calls) => {
    expect(callsFor(columnIndexes, rowCount)).toEqual(calls);
  });

  test('all, each once, from left to right, and no more cells in vain than calls are saved', () => {
    const wanted = fc.uniqueArray(fc.nat(40), { maxLength: 20 });
    fc.assert(
      fc.property(wanted, fc.integer({ min: 1, max: 20_000 }), (columnIndexes, rowCount) => {
        const runs = readRuns(columnIndexes, rowCount);
        const read = runs.flatMap(({ firstColumnIndex, count }) =>
          Array.from({ length: count }, (_, offset) => firstColumnIndex + offset),
        );
        expect(read).toEqual([...new Set(read)].sort((a, b) => a - b));
        expect(read).toEqual(expect.arrayContaining(columnIndexes));
        const alone = readRuns(columnIndexes, Number.POSITIVE_INFINITY).length;
        const inVain = (read.length - columnIndexes.length) * rowCount;
        expect(inVain).toBeLessThanOrEqual((alone - runs.length) * CELLS_PER_CALL);
      }),
    );
  });
});
