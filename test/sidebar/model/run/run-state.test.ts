/** Laws of a run's state: whatever order answers come in, the picture never goes back. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RunProgress } from '../../../../src/core/engine/progress.ts';
import { type RunState, reduceRun, runAtHand } from '../../../../src/sidebar/model/run/run-state.ts';
import { problem, progress, running } from '../fixtures.ts';

const RUNNING: RunState = {
  kind: 'running',
  run: { progress: progress(), problems: [], groups: [] },
  isCancelling: false,
};

function answered(answers: readonly RunProgress[]): RunState {
  return answers.reduce<RunState>(
    (state, answer) => reduceRun(state, { kind: 'runProgressed', progress: answer }),
    RUNNING,
  );
}

const anyAnswer = fc.record({
  done: fc.integer({ min: 0, max: 10 }),
  state: fc.constantFrom('running' as const, 'finished' as const, 'cancelled' as const, 'stopped' as const),
  problems: fc.array(fc.integer({ min: 2, max: 12 }).map((rowNumber) => problem(rowNumber))),
});

describe('answers of a run', () => {
  test('that come in any order end it for good with the first final one', () => {
    fc.assert(
      fc.property(fc.array(anyAnswer, { minLength: 1 }), (answers) => {
        const state = answered(answers.map((answer) => progress(answer)));
        const hasEnded = answers.some((answer) => answer.state !== 'running');
        expect(state.kind).toBe(hasEnded ? 'ended' : 'running');
      }),
    );
  });

  test('that come in any order lose no problem row and list none twice', () => {
    fc.assert(
      fc.property(fc.array(anyAnswer), (answers) => {
        const state = answered(answers.map((answer) => progress(answer)));
        const told = answers.flatMap(({ problems }) => problems.map(({ rowNumber }) => rowNumber));
        const kept = runAtHand(state)?.problems.map(({ rowNumber }) => rowNumber) ?? [];
        expect([...kept].sort()).toEqual([...new Set(told)].sort());
      }),
    );
  });

  test('about another run change nothing', () => {
    expect(answered([progress({ runId: 'run-2', state: 'finished' })])).toBe(RUNNING);
  });

  test('that tell a row again take its newer words', () => {
    const state = answered([progress({ problems: [problem(3, 'old')] }), progress({ problems: [problem(3, 'new')] })]);
    expect(runAtHand(state)?.problems.map(({ detail }) => detail)).toEqual(['new']);
  });
});

test('a result cannot be closed while the run goes on', () => {
  expect(reduceRun(RUNNING, { kind: 'resultClosed' })).toBe(RUNNING);
});

describe('the overview during a slice', () => {
  const seen = (done: number, runId = progress().runId) =>
    runAtHand(reduceRun(RUNNING, { kind: 'progressSeen', running: running({ runId, done, total: 500 }) }))?.progress;

  test('moves the count on', () => {
    expect(seen(120)).toMatchObject({ done: 120, total: 500, requests: 3, message: '120 of 500 rows done.' });
  });

  test('never moves it back, and says nothing of another run', () => {
    expect(seen(progress().done - 1)).toEqual(progress());
    expect(seen(120, 'run-other')).toEqual(progress());
  });
});
