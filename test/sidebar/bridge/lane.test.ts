/** How many tasks a lane lets run at once, and in which order. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createLane } from '../../../src/sidebar/bridge/lane.ts';
import { settle } from '../model/held-bridge.ts';

describe('a lane', () => {
  test('starts a waiting task when one before it ends, in the order of arrival', async () => {
    const lane = createLane(1);
    const started: string[] = [];
    let endFirst = (): void => {};
    const first = lane.run(() => {
      started.push('first');
      return new Promise<void>((resolve) => {
        endFirst = resolve;
      });
    });
    const second = lane.run(async () => void started.push('second'));
    const third = lane.run(async () => void started.push('third'));
    await settle();
    expect(started).toEqual(['first']);
    endFirst();
    await Promise.all([first, second, third]);
    expect(started).toEqual(['first', 'second', 'third']);
  });

  test('makes a newcomer wait although a place was just handed over', async () => {
    const lane = createLane(1);
    const first = lane.run(async () => 'first');
    const second = lane.run(() => new Promise(() => {}));
    await first;
    let hasStarted = false;
    void lane.run(async () => {
      hasStarted = true;
    });
    await settle();
    expect(hasStarted).toBe(false);
    void second;
  });

  test('goes on after a task that failed', async () => {
    const lane = createLane(1);
    await expect(lane.run(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await lane.run(async () => 'yes')).toBe('yes');
  });

  test('never runs more tasks than it is wide, and runs every one', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 5 }),
        fc.array(fc.integer({ min: 0, max: 4 })),
        async (width, turns) => {
          const lane = createLane(width);
          let running = 0;
          let mostAtOnce = 0;
          const task = async (turnCount: number): Promise<number> => {
            running += 1;
            mostAtOnce = Math.max(mostAtOnce, running);
            for (let turn = 0; turn < turnCount; turn += 1) await Promise.resolve();
            running -= 1;
            return turnCount;
          };
          expect(await Promise.all(turns.map((turnCount) => lane.run(() => task(turnCount))))).toEqual(turns);
          expect(mostAtOnce).toBeLessThanOrEqual(width);
          expect(running).toBe(0);
        },
      ),
      { numRuns: 50 },
    );
  });
});
