/** What holds in every run, whatever the world answers. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Batch } from '../../../src/core/actions/batch.ts';
import { NO_ANSWERS } from '../../../src/core/actions/field-answers.ts';
import type { Command, SentWave, WrittenRows } from '../../../src/core/engine/commands.ts';
import { deadlinesOf } from '../../../src/core/engine/deadlines.ts';
import type { Execution } from '../../../src/core/engine/execution.ts';
import { beginRun, continueRun } from '../../../src/core/engine/run.ts';
import { doneRows, type RunRecord } from '../../../src/core/engine/run-record.ts';
import type { WaveAnswer } from '../../../src/core/engine/send-queue.ts';
import type { Ending } from '../../../src/core/engine/standing.ts';
import { parseMarkCell } from '../../../src/core/own-cells/mark-cell.ts';
import { isUnderWay } from '../../../src/core/own-cells/row-cells.ts';
import { readStatus } from '../../../src/core/own-cells/status-columns.ts';
import { isUnclear } from '../../../src/core/platform/errors.ts';
import type { Failure } from '../../../src/core/terms/failure.ts';
import type { Result } from '../../../src/core/terms/result.ts';
import type { Action } from '../../../src/core/words/actions.ts';
import { failures } from '../../../src/core/words/failures.ts';
import { toneOf } from '../../../src/core/words/statuses.ts';
import { sequencesTried } from '../sequences.ts';
import { runRecord } from './records.ts';
import { error, freshRows, OWN, openStage, plannedRows, type Script, type Stage, waitingRun, well } from './stage.ts';

/** What may happen, as numbers that are used up one after the other and then over again. */
interface World {
  readonly action: Action;
  readonly keys: readonly string[];
  readonly chunkSize: number;
  readonly requestsAtOnce: number;
  /** How often each thing happens, in a hundred. */
  readonly troubles: number;
  readonly disturbances: number;
  readonly failedWrites: number;
  readonly cancels: number;
  readonly sendMs: number;
  readonly dice: readonly number[];
}

const world: fc.Arbitrary<World> = fc.record({
  action: fc.constantFrom<Action>('push', 'sync', 'delete'),
  keys: fc
    .array(fc.constantFrom('K', 'K', 'K', 'bad'), { minLength: 1, maxLength: 30 })
    .map((words) => words.map((word, index) => `${word}${index + 2}`)),
  chunkSize: fc.integer({ min: 1, max: 12 }),
  requestsAtOnce: fc.integer({ min: 1, max: 6 }),
  troubles: fc.constantFrom(0, 20, 60, 100),
  disturbances: fc.constantFrom(0, 0, 20, 60),
  failedWrites: fc.constantFrom(0, 0, 0, 10),
  cancels: fc.constantFrom(0, 0, 0, 5),
  sendMs: fc.constantFrom(100, 5_000, 61_000),
  dice: fc.array(fc.nat(99), { minLength: 30, maxLength: 60 }),
});

const ANSWERS: readonly WaveAnswer[] = [
  ...[error('server'), error('network'), error('unreadable'), error('rateLimited'), error('rateLimited', 30_000)],
  ...[error('refused'), { ...error('network'), isOfWave: true }, error('rateLimited', 400_000), error('quota')],
];

/** An answer that confirms nothing, though all went well. */
function notFound({ call }: Batch): WaveAnswer {
  const value =
    call.endpoint === 'updateRows'
      ? ({ endpoint: 'updateRows', updatedIds: [] } as const)
      : call.endpoint === 'deleteListings'
        ? ({ endpoint: 'deleteListings', deletedCount: 0 } as const)
        : ({ endpoint: 'updateListing', updatedCount: 0 } as const);
  return { result: { ok: true, value }, isRepeated: false };
}

function scriptOf({ dice, troubles, disturbances, failedWrites, cancels, sendMs }: World): Script {
  let next = 0;
  const roll = () => dice[next++ % dice.length] ?? 0;
  return {
    sendMs,
    answer: (batch) => {
      if (roll() >= troubles) return undefined;
      const which = roll() % (ANSWERS.length + 3);
      return which < ANSWERS.length
        ? ANSWERS[which]
        : which === ANSWERS.length
          ? { ...well(batch), isRepeated: true }
          : notFound(batch);
    },
    refuses: () => (roll() < failedWrites ? failures.statusColumnsGone('Listings') : undefined),
    beforeCheckpoint: (rows) => {
      if (roll() >= disturbances) return;
      if (roll() < 70) rows.reverse();
      else rows.splice(roll() % Math.max(1, rows.length), 1);
    },
    isCancelled: () => roll() < cancels,
  };
}

/** What the platform is known to have or not to have. */
interface Known {
  /** Rows, by key, for which an answer says that what they ask for is so. */
  readonly confirmed: Set<string>;
  /** Rows of which a request may have arrived without an answer. */
  readonly unclear: Set<string>;
}

function watch(stage: Stage, known: Known, runId: string) {
  /** The rows that the last checkpoint said Sending of. */
  let sendable = new Set<string>();
  let hasFailed = false;

  function checkSend({ batches }: Extract<Command, { kind: 'send' }>, { answers }: SentWave): void {
    expect(batches.length).toBeGreaterThan(0);
    for (const [index, batch] of batches.entries()) {
      expect(batch.rows.length).toBeGreaterThan(0);
      for (const { identity } of batch.rows) {
        expect(sendable).toContain(identity);
        noteAnswer(batch, answers[index], identity);
      }
    }
  }

  function noteAnswer(batch: Batch, answer: WaveAnswer | undefined, identity: string): void {
    if (answer === undefined) throw new Error('A request has no answer.');
    if (answer.isRepeated || answer.isOfWave === true) known.unclear.add(identity);
    const { result } = answer;
    if (!result.ok) {
      if (isUnclear(result.error)) known.unclear.add(identity);
      return;
    }
    const isSo =
      result.value.endpoint === 'deleteListings'
        ? result.value.deletedCount >= batch.rows.length || known.unclear.has(identity)
        : result.value.endpoint === 'updateListing'
          ? result.value.updatedCount > 0
          : result.value.endpoint === 'updateRows' && result.value.updatedIds.length > 0;
    if (isSo) known.confirmed.add(identity);
  }

  function checkCheckpoint(
    { writes }: Extract<Command, { kind: 'checkpoint' }>,
    written: Result<WrittenRows, Failure>,
  ): void {
    for (const { identity, cells } of writes) {
      const status = cells.status === undefined ? undefined : readStatus(cells.status);
      if (status !== undefined && toneOf(status) === 'done') expect(known.confirmed).toContain(identity);
    }
    const places = writes.map(({ rowNumber }) => rowNumber);
    expect(new Set(places).size).toBe(places.length);
    sendable = new Set();
    if (!written.ok) {
      hasFailed = true;
      return;
    }
    if (written.value.hasMoved) return;
    const underWay = writes.filter(({ cells }) => cells.status === 'Sending' && saysUnderWay(cells.mark));
    sendable = new Set(underWay.map(({ identity }) => identity));
    for (const { rowNumber } of underWay) {
      const row = stage.rows[rowNumber - 2];
      expect(row?.cells.status).toBe('Sending');
      expect(parseMarkCell(row?.cells.mark ?? '').mark).toMatchObject({ runId, isUnderWay: true });
    }
  }

  return {
    hasFailed: () => hasFailed,
    check: (command: Command, answer: unknown) => {
      if (command.kind === 'send') checkSend(command, answer as SentWave);
      if (command.kind === 'checkpoint') checkCheckpoint(command, answer as Result<WrittenRows, Failure>);
    },
  };
}

function saysUnderWay(mark = ''): boolean {
  return isUnderWay({ status: '', detail: '', syncedAt: '', mark });
}

/** More than any execution needs, and more executions than any run. */
const MOST_COMMANDS = 5_000;
const MOST_EXECUTIONS = 300;

test('whatever is answered: nothing is sent that does not say Sending, nothing is confirmed that was not, and it ends', () => {
  fc.assert(
    fc.property(world, (one) => {
      const stage = openStage(freshRows(...one.keys), scriptOf(one));
      const record = runRecord({
        runId: 'run-1',
        action: one.action,
        counts: {},
        requests: 0,
        retries: 0,
        total: one.keys.length,
        chunkSize: one.chunkSize,
        waveWidth: 4,
        lastSignOfLifeMs: 0,
      });
      const known = { confirmed: new Set<string>(), unclear: new Set<string>() };
      const watched = watch(stage, known, record.runId);
      const carryOut = <T>(run: Generator<Command, T, unknown>): T => {
        let step = run.next();
        for (let count = 0; step.done !== true; count += 1) {
          expect(count).toBeLessThan(MOST_COMMANDS);
          const answer = stage.answerTo(step.value);
          watched.check(step.value, answer);
          step = run.next(answer);
        }
        return step.value;
      };
      const execution = (): Execution => ({
        deadlines: deadlinesOf(stage.nowMs(), 'unwatched'),
        requestsAtOnce: one.requestsAtOnce,
        fieldAnswers: () => NO_ANSWERS,
        deleteSecret: 'a1'.repeat(16),
        whyNoDeletes: () => '',
        own: OWN,
      });
      const planned = plannedRows(stage, one.action);
      const began = carryOut(beginRun({ record, planned }, execution()));
      if (!began.ok) {
        expect(stage.commands.some(({ kind }) => kind === 'send')).toBe(false);
        return;
      }
      let ending: Ending = began.value;
      for (let count = 0; ending.state.kind === 'running'; count += 1) {
        expect(count).toBeLessThan(MOST_EXECUTIONS);
        ending = carryOut(continueRun(waitingRun(stage, ending.record), execution()));
      }
      expectEnded(stage, ending, watched.hasFailed());
    }),
    { numRuns: sequencesTried(200) },
  );
});

/** A run that has ended leaves nothing behind: no mark, and no row that says Sending. */
function expectEnded(stage: Stage, { record, state }: Ending, hasFailed: boolean): void {
  expect(stage.commands.filter(({ kind }) => kind === 'concludeRun')).toHaveLength(1);
  if (hasFailed) return;
  const left = stage.rows.filter(({ cells }) => parseMarkCell(cells.mark).mark?.runId === record.runId);
  expect(left).toEqual([]);
  expect(stage.rows.filter(({ cells }) => cells.status === 'Sending')).toEqual([]);
  const isAllThere = stage.rows.length === record.total;
  if (state.kind === 'finished' && isAllThere) expect(countsOf(stage)).toEqual(countsIn(record));
}

function countsOf({ rows }: Stage): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { cells } of rows) counts[cells.status] = (counts[cells.status] ?? 0) + 1;
  return counts;
}

function countsIn(record: RunRecord): Readonly<Record<string, number>> {
  expect(doneRows(record)).toBe(record.total);
  return { ...record.counts };
}
