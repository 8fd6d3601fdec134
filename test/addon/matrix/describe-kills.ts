/** The tests of a kill matrix: one per promise, so that a broken one does not hide the others. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { describeGuards } from './guards.ts';
import { KEPT_PROMISES, type KillMatrix, killEverywhere } from './killed-runs.ts';
import { MATRIX_TIMEOUT_MS } from './matrix-size.ts';
import type { Plot } from './plot.ts';
import { openStage, type Stage } from './stage.ts';

/** Kills a run at every service call it makes and tests what is left of it. */
export function describeKills(plot: Plot): void {
  describe(`${plot.name}, killed at every service call and run again`, () => {
    let stage: Stage;
    let matrix: KillMatrix;
    beforeAll(async () => {
      stage = await openStage();
      matrix = await killEverywhere(stage, plot);
    }, MATRIX_TIMEOUT_MS);
    afterAll(() => stage.close());

    test('was killed at every call, none of which came to its end', () => {
      expect(matrix.kills).toBeGreaterThan(90);
      expect(matrix.struck).toBeGreaterThanOrEqual(matrix.kills);
    });

    test.each(KEPT_PROMISES)('%s', (promise) => {
      expect(matrix.findings[promise]).toEqual([]);
    });

    describeGuards(() => stage);
  });
}
