import { describe, expect, test } from 'vitest';
import { progressOf, type RunProgress } from '../../../src/core/engine/progress.ts';
import {
  currentUse,
  dayLimits,
  resumesAtMs,
  withExecutionBegun,
  withExecutionEnded,
} from '../../../src/core/schedule/day-use.ts';
import { resultOf, takenOver, withSlotBegun, withTabDone, withWait } from '../../../src/core/schedule/state.ts';
import { failures } from '../../../src/core/words/failures.ts';
import { runRecord } from '../engine/records.ts';
import { RECORD } from './records.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const START = Date.UTC(2026, 10, 21, 9);

test.each([
  ['ann@gmail.com', 90],
  ['ann@googlemail.com', 90],
  ['', 90],
  ['ann@lakeside.example', 360],
])('the triggers of “%s” may run %i minutes a day', (address, minutes) => {
  expect(dayLimits(address).triggerMinutes).toBe(minutes);
});

describe('a day', () => {
  const consumer = dayLimits('ann@gmail.com');
  const used = (minutes: number) => ({ sinceMs: START, triggerMs: minutes * MINUTE_MS, requests: 7 });

  test('has time for an execution as long as the longest still fits in', () => {
    expect(resumesAtMs(used(81), consumer, START + HOUR_MS)).toBeUndefined();
    expect(resumesAtMs(used(82), consumer, START + HOUR_MS)).toBe(START + 24 * HOUR_MS);
    expect(resumesAtMs(used(82), consumer, START + 24 * HOUR_MS)).toBeUndefined();
  });

  test('counts an execution that was killed as the longest, and one that ended as what it took', () => {
    const begun = withExecutionBegun(used(10), START + 1);
    expect(begun.triggerMs).toBe(16 * MINUTE_MS);
    expect(withExecutionEnded(begun, 20_000, 40)).toEqual({ ...used(10), triggerMs: 620_000, requests: 47 });
  });

  test('begins anew with the first use after it', () => {
    expect(currentUse(used(80), START + 25 * HOUR_MS)).toEqual({
      sinceMs: START + 25 * HOUR_MS,
      triggerMs: 0,
      requests: 0,
    });
  });
});

test('who takes a schedule over does not wait for what its owner has used up', () => {
  const waiting = { ...withWait(RECORD, START), exceeds: { requests: 30_000, allowed: 20_000 } };
  const taken = takenOver(waiting, { email: 'bob@example.com', token: 'b' }, '2026-11-21T07');
  expect(taken).not.toHaveProperty('waitsUntilMs');
  expect(taken).not.toHaveProperty('exceeds');
});

describe('a slot at which the day’s requests ended', () => {
  const stoppedWith = (counts: RunProgress['counts']) =>
    progressOf(runRecord({ counts }), { kind: 'stopped', failure: failures.quota('urlfetch') }, []);
  const afterSlot = (counts: RunProgress['counts']) =>
    withTabDone(withSlotBegun(RECORD, '2026-11-21T07'), resultOf(stoppedWith(counts)), 1);

  test('is no failure where rows were sent: the slots that follow send the rest', () => {
    expect(afterSlot({ Updated: 3, Failed: 1 })).toMatchObject({
      failures: 0,
      lastRun: { isOk: true, words: expect.stringContaining('the rest waits for tomorrow’s requests') },
    });
  });

  test('is one where none was', () => expect(afterSlot({ Failed: 4 }).failures).toBe(1));
});
