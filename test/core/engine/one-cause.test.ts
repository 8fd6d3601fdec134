import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Batch, SendRow } from '../../../src/core/actions/batch.ts';
import { toBatches } from '../../../src/core/actions/to-batches.ts';
import { nextWave, settleWave, startQueue, type WaveAnswer } from '../../../src/core/engine/send-queue.ts';
import type { Settled } from '../../../src/core/own-cells/outcome.ts';
import type { ApiError } from '../../../src/core/platform/errors.ts';
import { sequencesTried } from '../sequences.ts';
import { deleteRow, pushRow, times, updateRow } from './rows.ts';

interface Sent {
  readonly requests: number;
  readonly settled: readonly Settled<SendRow>[];
  readonly stop: ApiError | undefined;
  readonly left: readonly SendRow[];
}

/** Sends rows to a platform that refuses each request with a bad row in it. */
function sendTo(rows: readonly SendRow[], refusal: (batch: Batch) => string | undefined, width = 10): Sent {
  let queue = startQueue(toBatches(rows), { width, slowStartWidth: 100, notBeforeMs: 0, failedWaves: 0 }, 40);
  const settled: Settled<SendRow>[] = [];
  for (let nowMs = 0; queue.waiting.length > 0; nowMs += 1_000) {
    const { batches } = nextWave(queue, nowMs);
    const answers = batches.map((batch) => answerTo(batch, refusal(batch)));
    const result = settleWave(queue, batches, answers, { nowMs, longestPauseMs: 0, random: 0 });
    settled.push(...result.settled);
    ({ queue } = result);
    if (result.stop !== undefined) return { ...queue, settled, stop: result.stop, left: leftIn(queue.waiting) };
  }
  return { ...queue, settled, stop: undefined, left: [] };
}

function leftIn(waiting: readonly Batch[]): readonly SendRow[] {
  return waiting.flatMap(({ rows }) => rows);
}

function answerTo({ call, rows }: Batch, message: string | undefined): WaveAnswer {
  const isRepeated = false;
  if (message !== undefined) return { result: { ok: false, error: { kind: 'refused', message } }, isRepeated };
  switch (call.endpoint) {
    case 'updateRows': {
      const updatedIds = call.body.rows.map(({ ID }) => ID);
      return { result: { ok: true, value: { endpoint: 'updateRows', updatedIds } }, isRepeated };
    }
    case 'deleteListings':
      return { result: { ok: true, value: { endpoint: 'deleteListings', deletedCount: rows.length } }, isRepeated };
    default:
      return { result: { ok: true, value: { endpoint: 'updateListing', updatedCount: 1 } }, isRepeated };
  }
}

const pushes = (count: number) => times(count, (index) => pushRow(index));
const refuse = (bad: ReadonlySet<number>, words: (batch: Batch) => string) => (batch: Batch) =>
  batch.rows.some(({ operation }) => operation.kind === 'push' && bad.has(operation.row.ID)) ? words(batch) : undefined;
const everything = (count: number) => new Set(times(count, (index) => index));

function tally({ settled }: Sent): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { outcome } of settled) counts[outcome.status] = (counts[outcome.status] ?? 0) + 1;
  return counts;
}

describe('a platform that refuses everything in the same words', () => {
  test.each([1, 2, 10, 40])('ends a run over 1,000 rows after a few requests, %d at once', (width) => {
    const sent = sendTo(
      pushes(1_000),
      refuse(everything(1_000), () => 'No plan'),
      width,
    );
    expect(sent.requests).toBeLessThanOrEqual(width + 10);
    expect(sent.stop?.message).toBe('No plan');
    expect(tally(sent)).toEqual({ Rejected: 5, Failed: 995 });
    expect(sent.settled.find(({ outcome }) => outcome.status === 'Failed')?.outcome).toEqual({
      status: 'Failed',
      detail:
        'No plan: so it says of every row that was tried alone, and this one was not tried alone. Correct the cause, ' +
        'then run again or use Retry failed rows.',
      fingerprint: { kind: 'retry', isUnclear: false },
    });
  });

  test('both halves of one request are enough, and what goes to another endpoint is let go', () => {
    const rows = [...times(60, (index) => deleteRow(index + 2)), ...times(30, (index) => updateRow(index + 100))];
    const sent = sendTo(rows, ({ call }) => (call.endpoint === 'deleteListings' ? 'Locked' : undefined), 2);
    expect(tally(sent)).toMatchObject({ Rejected: 5, Failed: 55 });
    expect(sent.left.every(({ operation }) => operation.kind === 'update')).toBe(true);
  });

  test('is split to the end where the rows are few', () => {
    const sent = sendTo(
      pushes(12),
      refuse(everything(12), () => 'No'),
    );
    expect([sent.stop, tally(sent)]).toEqual([undefined, { Rejected: 12 }]);
  });
});

test('two bad rows never take 98 good ones with them, wherever they stand', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(99), { minLength: 1, maxLength: 4 }), fc.nat(9), (bad, width) => {
      const sent = sendTo(
        pushes(100),
        refuse(new Set(bad), () => 'Bad'),
        width + 1,
      );
      expect(sent.stop).toBeUndefined();
      expect(tally(sent)).toEqual({ Rejected: bad.length, Pushed: 100 - bad.length });
      expect(sent.requests).toBeLessThanOrEqual(60);
    }),
    { numRuns: sequencesTried(200) },
  );
});

test.each([
  [
    'all are bad, in words of their own',
    everything(1_000),
    (batch: Batch) => `Bad: ${batch.rows[0]?.rowNumber}`,
    1_040,
  ],
  ['all but one, in the same words', new Set([...everything(1_000)].filter((id) => id !== 0)), () => 'Bad', 1_100],
  ['nine of ten', new Set([...everything(1_000)].filter((id) => id % 10 > 0)), () => 'Bad', 1_300],
  [
    'every second',
    new Set([...everything(1_000)].filter((id) => id % 2 > 0)),
    (batch: Batch) => `${batch.rows[0]?.rowNumber}`,
    1_300,
  ],
] as const)('1,000 rows are never twice as many requests: %s', (_, bad, words, most) => {
  const sent = sendTo(pushes(1_000), refuse(bad, words));
  expect(sent.stop).toBeUndefined();
  expect(tally(sent)).toMatchObject({ Rejected: bad.size });
  expect(sent.requests).toBeLessThanOrEqual(most);
});

test('a row alone that is refused in other words shows that there is more than one cause', () => {
  const sent = sendTo(pushes(100), ({ rows }) =>
    rows.length === 1 && rows[0]?.rowNumber === 1 ? 'Other words' : 'No',
  );
  expect([sent.stop, tally(sent)]).toEqual([undefined, { Rejected: 100 }]);
});
