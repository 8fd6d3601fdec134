/** The tests of a kill matrix: one per promise, so that a broken one does not hide the others. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { describeGuards } from './guards.ts';
import { KEPT_PROMISES } from './kept-promises.ts';
import { chunksIn, isTelling } from './kill-points.ts';
import { type KillMatrix, killEverywhere } from './killed-runs.ts';
import { noteFigures } from './matrix-figures.ts';
import { MATRIX_SIZE } from './matrix-size.ts';
import type { Plot } from './plot.ts';
import { openStage, type Stage } from './stage.ts';

/** Changes that no run can do without, and that no choice of places may leave out. */
const INDISPENSABLE_CALLS = [
  'Range.setValues',
  'SpreadsheetApp.flush',
  'Properties.setProperty',
  'Properties.setProperties',
  'UrlFetchApp.fetchAll',
] as const;

/** Kills a run at its service calls and tests what is left of it. */
export function describeKills(plot: Plot): void {
  describe(`${plot.name}, killed at its service calls and run again`, () => {
    let stage: Stage;
    let matrix: KillMatrix;
    beforeAll(async () => {
      stage = await openStage(plot.way.emulator);
      matrix = await killEverywhere(stage, plot);
    }, MATRIX_SIZE.timeoutMs);
    afterAll(() => stage.close());

    test('was killed in every step, could be before everything that it changes, and came to its end nowhere', (context) => {
      const { traces, places, kills, secondKills, missed } = matrix;
      const calls = [...traces.values()].flat();
      noteFigures(context, { serviceCalls: calls.length, kills: kills.length, secondKills });
      expect([...traces.keys()]).toEqual(plot.steps);
      expect([...new Set(kills.map(({ step }) => step))]).toEqual(plot.steps);
      expect(kills.length).toBeGreaterThanOrEqual(places.length / MATRIX_SIZE.killEvery);
      expect(missed).toEqual([]);
      for (const name of INDISPENSABLE_CALLS) {
        const callCount = calls.filter((call) => call === name).length;
        expect(callCount, name).toBeGreaterThan(0);
        expect(places.filter(({ callName }) => callName === name).length, name).toBe(callCount);
      }
      expect(secondKills).toBe(MATRIX_SIZE.secondKills);
    });

    test(`has a checkpoint between each two of its chunks, of which there are ${plot.chunks}`, () => {
      expect(chunksIn(matrix.traces)).toBe(plot.chunks);
    });

    test('was killed before and after each flush, and when requests had left and nothing was recorded', () => {
      const telling = [...matrix.traces].flatMap(([step, trace]) =>
        trace.flatMap((callName, callIndex) => {
          const callBefore = trace[callIndex - 1] ?? '';
          return isTelling({ callName, callBefore }) ? [`${step} ${callIndex + 1}`] : [];
        }),
      );
      const killed = matrix.kills.map(({ step, callNumber }) => `${step} ${callNumber}`);
      expect(killed).toEqual(expect.arrayContaining(telling));
    });

    test.each(KEPT_PROMISES)('%s', (promise) => {
      expect(matrix.findings.get(promise)).toEqual([]);
    });

    describeGuards(() => stage);
  });
}
