/** When the sidebar asks how the spreadsheet stands. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { pollDelayMs, startPolling } from '../../../../src/sidebar/model/overview/polling.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

interface Watched {
  readonly asked: () => number;
  readonly polling: ReturnType<typeof startPolling>;
  isVisible: boolean;
  isRunWatched: boolean;
  isGoingWell: boolean;
}

/** Polling whose every question takes `answerMs` to be answered. */
function watch(answerMs = 0): Watched {
  let asked = 0;
  const watched: Omit<Watched, 'polling'> = {
    asked: () => asked,
    isVisible: true,
    isRunWatched: false,
    isGoingWell: true,
  };
  const polling = startPolling({
    poll: async () => {
      asked += 1;
      await new Promise((resolve) => setTimeout(resolve, answerMs));
      return watched.isGoingWell;
    },
    isWorthwhile: () => watched.isVisible,
    isRunWatched: () => watched.isRunWatched,
    nowMs: () => Date.now(),
  });
  return Object.assign(watched, { polling });
}

describe('the pace', () => {
  test.each([
    [0, 0, 4_000],
    [59_999, 0, 4_000],
    [60_000, 0, 15_000],
    [600_000, 0, 60_000],
    [0, 1, 8_000],
    [0, 3, 32_000],
    [0, 20, 60_000],
  ])('after %i ms without activity and %i failures is one question in %i ms', (idleMs, failures, delayMs) => {
    expect(pollDelayMs(idleMs, failures)).toBe(delayMs);
  });
});

describe('polling', () => {
  test('asks at once and then every four seconds', async () => {
    const { asked } = watch();
    expect(asked()).toBe(1);
    await vi.advanceTimersByTimeAsync(12_100);
    expect(asked()).toBe(4);
  });

  test('asks every second while a run is watched, unless that goes wrong', async () => {
    const watched = watch();
    watched.isRunWatched = true;
    await vi.advanceTimersByTimeAsync(4_000);
    const before = watched.asked();
    await vi.advanceTimersByTimeAsync(3_000);
    expect(watched.asked() - before).toBe(3);
    watched.isGoingWell = false;
    await vi.advanceTimersByTimeAsync(1_000);
    const failed = watched.asked();
    await vi.advanceTimersByTimeAsync(7_000);
    expect(watched.asked()).toBe(failed);
  });

  test('never asks while an answer is still to come, whatever the person does', async () => {
    const { asked, polling } = watch(30_000);
    polling.wake();
    await vi.advanceTimersByTimeAsync(20_000);
    polling.wake();
    expect(asked()).toBe(1);
  });

  test('asks nothing while nobody can see the sidebar', async () => {
    const watched = watch();
    watched.isVisible = false;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(watched.asked()).toBe(1);
  });

  test('asks at once when the person comes back, but not again within a second', async () => {
    const { asked, polling } = watch();
    await vi.advanceTimersByTimeAsync(2_000);
    polling.wake();
    polling.wake();
    await vi.advanceTimersByTimeAsync(500);
    polling.wake();
    expect(asked()).toBe(2);
  });

  test('slows down when nothing happens and is quick again after activity', async () => {
    const { asked, polling } = watch();
    await vi.advanceTimersByTimeAsync(70_000);
    const before = asked();
    await vi.advanceTimersByTimeAsync(14_000);
    expect(asked() - before).toBeLessThanOrEqual(1);
    polling.wake();
    const woken = asked();
    await vi.advanceTimersByTimeAsync(8_100);
    expect(asked() - woken).toBe(2);
  });

  test('waits longer after each failure', async () => {
    const watched = watch();
    watched.isGoingWell = false;
    await vi.advanceTimersByTimeAsync(0);
    await vi.advanceTimersByTimeAsync(7_900);
    expect(watched.asked()).toBe(1);
    await vi.advanceTimersByTimeAsync(200);
    expect(watched.asked()).toBe(2);
  });

  test('asks no more once stopped', async () => {
    const { asked, polling } = watch();
    polling.stop();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked()).toBe(1);
  });
});
