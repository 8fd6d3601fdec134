import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MATRIX_SIZE } from './matrix-size.ts';
import { anyStep, ScheduleScene, type Step } from './schedule-steps.ts';

/** Plays steps, lets the schedule run on undisturbed, and tells what broke and after which step. */
async function play(steps: readonly Step[]): Promise<readonly string[]> {
  const scene = await ScheduleScene.open();
  try {
    for (const [index, step] of steps.entries()) {
      const broken = await scene.play(step);
      if (broken.length > 0) return broken.map((words) => `step ${index + 1}: ${words}`);
    }
    return await scene.settle();
  } finally {
    await scene.sheet.close();
  }
}

test(
  'any order of ticks, kills, people and lost triggers leaves one owner, no slot lost, and no delete that nobody allowed',
  async () => {
    const steps = fc.array(anyStep, { minLength: 8, maxLength: 16 });
    const runs = { numRuns: MATRIX_SIZE.scheduleOrders, seed: MATRIX_SIZE.mutationSeed, endOnFailure: true };
    await fc.assert(
      fc.asyncProperty(steps, async (order) => {
        expect(await play(order)).toEqual([]);
      }),
      runs,
    );
  },
  MATRIX_SIZE.timeoutMs,
);
