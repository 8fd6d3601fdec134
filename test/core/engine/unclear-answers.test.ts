/** Answers that must not make a row's outcome less true than the platform's own words. */
import { describe, expect, test } from 'vitest';
import type { Batch } from '../../../src/core/actions/batch.ts';
import { settleBatch } from '../../../src/core/actions/settle-batch.ts';
import { toBatches } from '../../../src/core/actions/to-batches.ts';
import { nextWave, settleWave, startQueue, type WaveAnswer } from '../../../src/core/engine/send-queue.ts';
import { readFetchException } from '../../../src/core/platform/fetch-exception.ts';
import { readAnswer } from '../../../src/core/platform/read-answer.ts';
import { stopFailure } from '../../../src/core/platform/stop-failure.ts';
import { deleteRow, times, updateRow } from './rows.ts';

const pace = { width: 8, slowStartWidth: 100, notBeforeMs: 0, failedWaves: 0 };
const context = { nowMs: 1_000_000, longestPauseMs: 200_000, random: 0.5 };
const deleted = (deletedCount: number) => ({ ok: true, value: { endpoint: 'deleteListings', deletedCount } }) as const;

describe('a bulk delete that is settled key by key', () => {
  test('counts a key as Deleted that the bulk request itself removed', () => {
    const rows = times(51, (index) => ({ ...deleteRow(index + 2), isUnclear: index === 0 }));
    const [bulk] = toBatches(rows);
    if (bulk === undefined) throw new Error('no batch');
    const first = settleBatch(bulk, deleted(49), context);
    if (first.kind !== 'requeue') throw new Error(`expected another try, not ${first.kind}`);
    const second = first.batches.map((single) => settleBatch(single, deleted(0), context));
    const statuses = second.flatMap((settlement) =>
      settlement.kind === 'settled' ? settlement.rows.map(({ outcome }) => outcome.status) : [settlement.kind],
    );
    expect(new Set(statuses)).toEqual(new Set(['Deleted']));
  });
});

describe('a wave whose requests had to be sent a second time, one by one', () => {
  const repeated: WaveAnswer = {
    result: { ok: true, value: { endpoint: 'updateListing', updatedCount: 1 } },
    isRepeated: true,
  };
  const queueOf = (rows: number) => startQueue(toBatches(times(rows, (index) => updateRow(index + 2))), pace, 40);

  test('makes the next wave narrower, because a request of it met a network error', () => {
    const queue = queueOf(8);
    const { batches } = nextWave(queue, 0);
    const result = settleWave(
      queue,
      batches,
      batches.map(() => repeated),
      context,
    );
    expect(result.queue.width).toBe(4);
  });

  test('counts every request that left', () => {
    const queue = queueOf(2);
    const { batches } = nextWave(queue, 0);
    expect(settleWave(queue, batches, [repeated, repeated], context).queue.requests).toBe(4);
  });

  test.each(['unauthorized', 'quota'] as const)(
    'leaves its rows unclear when the second sending ends the run: %s',
    (kind) => {
      const queue = queueOf(1);
      const { batches } = nextWave(queue, 0);
      const answer: WaveAnswer = { result: { ok: false, error: { kind, message: 'no' } }, isRepeated: true };
      const { waiting } = settleWave(queue, batches, [answer], context).queue;
      expect(rowsOf(waiting).map((row) => row.isUnclear)).toEqual([true]);
    },
  );
});

test('Google’s limit for a short time is not told as one for the day', () => {
  const text = 'Service invoked too many times in a short time: urlfetch. Try Utilities.sleep(1000) between calls.';
  const answer = readAnswer('updateListing', readFetchException(new Error(text), 'a-secret-key'), 0);
  if (answer.ok) throw new Error('expected an error');
  expect(stopFailure(answer.error).nextStep).not.toContain('tomorrow');
});

function rowsOf(batches: readonly Batch[]) {
  return batches.flatMap((batch) => batch.rows);
}
