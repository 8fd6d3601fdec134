import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ApiErrorKind } from '../../../src/core/api/errors.ts';
import { toBatches } from '../../../src/core/run/batch.ts';
import { retryDelayMs } from '../../../src/core/run/retry.ts';
import { nextWave, type SendQueue, settleWave, startQueue, type WaveAnswer } from '../../../src/core/run/send-queue.ts';
import { nextWaveWidth } from '../../../src/core/run/wave-width.ts';
import { deleteRow, pushRow, times, updateRow } from './rows.ts';

const context = { nowMs: 0, lastRetryMs: 240_000, random: 0.5 };
const good: WaveAnswer = {
  result: { ok: true, value: { endpoint: 'updateListing', updatedCount: 1 } },
  isRepeated: false,
};
const bad = (kind: ApiErrorKind): WaveAnswer => ({
  result: { ok: false, error: { kind, message: 'no' } },
  isRepeated: false,
});

describe('waves', () => {
  test('start narrow, double while all is well, halve on trouble, and stay within their bounds', () => {
    expect(nextWaveWidth(8, false, 40)).toBe(16);
    expect(nextWaveWidth(32, false, 40)).toBe(40);
    expect(nextWaveWidth(40, true, 40)).toBe(20);
    expect(nextWaveWidth(1, true, 40)).toBe(1);
    expect(nextWaveWidth(4, false, 5)).toBe(5);
  });

  test('take as many requests as the width allows', () => {
    const queue = startQueue(toBatches(times(20, (index) => updateRow(index + 2))), 8, 40);
    expect(nextWave(queue, 0).batches).toHaveLength(8);
  });

  test('start no wider than a wave may ever be', () => {
    expect([startQueue([], 16, 5).width, startQueue([], 4, 5).width]).toEqual([5, 4]);
  });

  test.each([
    ['nothing, when nothing is left', [], [], 0],
    ['what may go now, in order', [0, 200], [0, 200], 0],
    ['what may go now, and leave what must wait', [900, 0, 201], [0], 0],
    ['nothing before the first may go', [900, 700], [], 500],
  ])('send %s', (_, notBefore, sent, waitMs) => {
    const batches = toBatches(times(notBefore.length, (index) => updateRow(index + 2)));
    const waiting = batches.map((batch, index) => ({ ...batch, notBeforeMs: notBefore[index] ?? 0 }));
    const wave = nextWave(startQueue(waiting, 8, 40), 200);
    expect({ ...wave, batches: wave.batches.map((batch) => batch.notBeforeMs) }).toEqual({ batches: sent, waitMs });
  });
});

describe('settleWave', () => {
  const queue = startQueue(toBatches(times(3, (index) => updateRow(index + 2))), 8, 40);

  test('counts requests and retries and keeps what must be sent again', () => {
    const wave = nextWave(queue, 0).batches;
    const first = settleWave(queue, wave, [good, bad('server'), good], context);
    expect(first.settled).toHaveLength(2);
    expect(first.queue).toMatchObject({ requests: 3, retries: 0, width: 4 });
    const second = settleWave(first.queue, nextWave(first.queue, 60_000).batches, [good], context);
    expect(second.queue).toMatchObject({ requests: 4, retries: 1, waiting: [] });
  });

  test('puts what must be sent again before what was not sent yet', () => {
    const narrow = startQueue(toBatches(times(4, (index) => updateRow(index + 2))), 2, 40);
    const { waiting } = settleWave(narrow, nextWave(narrow, 0).batches, [good, bad('server')], context).queue;
    expect(waiting.flatMap((batch) => batch.rows.map((row) => row.rowNumber))).toEqual([3, 4, 5]);
  });

  test.each<[ApiErrorKind, number]>([
    ['network', 4],
    ['rateLimited', 4],
    ['server', 4],
    ['unreadable', 16],
    ['refused', 16],
    ['unauthorized', 16],
    ['moved', 16],
    ['quota', 16],
  ])('makes waves narrower after trouble only: after %s the next may hold %s requests', (kind, width) => {
    const wave = nextWave(queue, 0).batches;
    expect(settleWave(queue, wave, [good, bad(kind), good], context).queue.width).toBe(width);
  });

  test('does not stop while all is well', () => {
    const result = settleWave(queue, nextWave(queue, 0).batches, [good, good, good], context);
    expect(result).not.toHaveProperty('stop');
  });

  test('gives the first reason to stop', () => {
    const answers = [good, bad('quota'), bad('unauthorized')];
    expect(settleWave(queue, nextWave(queue, 0).batches, answers, context).stop?.kind).toBe('quota');
  });

  test('needs an answer for each request', () => {
    expect(() => settleWave(queue, nextWave(queue, 0).batches, [good, good], context)).toThrow(
      'A request of the wave has no answer.',
    );
  });

  test('keeps everything that was not accepted when the key is refused', () => {
    const result = settleWave(
      queue,
      nextWave(queue, 0).batches,
      [good, bad('unauthorized'), bad('unauthorized')],
      context,
    );
    expect(result.stop?.kind).toBe('unauthorized');
    expect(result.queue.waiting.flatMap((batch) => batch.rows.map((row) => row.rowNumber))).toEqual([3, 4]);
  });

  test('counts a delete that finds nothing as Deleted when its request had to be repeated', () => {
    const deletes = startQueue(toBatches([deleteRow(2)]), 8, 40);
    const answer: WaveAnswer = {
      result: { ok: true, value: { endpoint: 'deleteListings', deletedCount: 0 } },
      isRepeated: true,
    };
    const result = settleWave(deletes, nextWave(deletes, 0).batches, [answer], context);
    expect(result.settled[0]?.outcome.status).toBe('Deleted');
  });
});

test('a platform that refuses everything in the same words is not asked ten thousand times', () => {
  let queue = startQueue(toBatches(times(10_000, (index) => updateRow(index + 2))), 8, 40);
  let stop: string | undefined;
  while (stop === undefined) {
    const { batches } = nextWave(queue, 0);
    const result = settleWave(
      queue,
      batches,
      batches.map(() => bad('refused')),
      context,
    );
    stop = result.stop?.kind;
    queue = result.queue;
  }
  expect(queue.requests).toBeLessThan(100);
});

describe('refusals at the beginning of a run', () => {
  const refused = (message: string): WaveAnswer => ({
    result: { ok: false, error: { kind: 'refused', message } },
    isRepeated: false,
  });
  const server = (message: string): WaveAnswer => ({
    result: { ok: false, error: { kind: 'server', message } },
    isRepeated: false,
  });
  const same = (count: number) => times(count, () => refused('no'));

  test.each<[string, readonly (readonly WaveAnswer[])[], string | undefined]>([
    ['stop the run once there are 25 in the same words', [same(25)], 'no'],
    ['stop it across waves', [same(24), same(1)], 'no'],
    ['stop nothing while there are fewer', [same(24)], undefined],
    ['stop nothing in different words', [[...same(13), ...times(13, () => refused('never'))]], undefined],
    ['stop nothing after a success', [[good, ...same(39)], same(40)], undefined],
    ['stop nothing around a success', [[...same(12), good, ...same(20)]], undefined],
    ['stop nothing after other trouble', [[server('no'), ...same(30)]], undefined],
    ['are not what a busy platform answers', [times(30, () => server('no'))], undefined],
  ])('%s', (_, waves, stop) => {
    let queue = startQueue(toBatches(times(100, (index) => updateRow(index + 2))), 40, 40);
    const stops = waves.map((answers) => {
      const result = settleWave(queue, queue.waiting.slice(0, answers.length), answers, context);
      queue = result.queue;
      return result.stop?.message;
    });
    expect(stops).toEqual([...times(waves.length - 1, () => undefined), stop]);
  });
});

test('a platform that answers anything at all brings every row to exactly one outcome, and a poison row stands alone', () => {
  const answers = fc.infiniteStream(
    fc.constantFrom<ApiErrorKind | 'ok'>('ok', 'ok', 'network', 'rateLimited', 'server', 'unreadable', 'refused'),
  );
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 130 }), answers, (rowCount, stream) => {
      const rows = times(rowCount, (index) => pushRow(index));
      let queue: SendQueue = startQueue(toBatches(rows), 8, 40);
      const outcomes: number[] = [];
      for (let nowMs = 0, waves = 0; queue.waiting.length > 0; waves += 1) {
        expect(waves).toBeLessThan(5_000);
        const { batches, waitMs } = nextWave(queue, nowMs);
        nowMs += waitMs + 1;
        if (batches.length === 0) continue;
        const wave = batches.map((batch): WaveAnswer => {
          const next = stream.next().value ?? 'ok';
          if (next !== 'ok') return bad(next);
          const updatedIds = batch.call.endpoint === 'updateRows' ? batch.call.body.rows.map((row) => row.ID) : [];
          return { result: { ok: true, value: { endpoint: 'updateRows', updatedIds } }, isRepeated: false };
        });
        const result = settleWave(queue, batches, wave, { nowMs, lastRetryMs: Number.MAX_SAFE_INTEGER, random: 0.5 });
        for (const { row, outcome } of result.settled) {
          outcomes.push(row.rowNumber);
          if (outcome.status === 'Rejected') {
            const batch = batches.find((one) => one.rows.some((other) => other.rowNumber === row.rowNumber));
            expect(batch?.rows).toHaveLength(1);
          }
        }
        queue = result.queue;
      }
      expect([...outcomes].sort((a, b) => a - b)).toEqual(rows.map((row) => row.rowNumber));
    }),
  );
});

test.each([
  [1, 0.5, undefined, 500],
  [2, 0.5, undefined, 1_000],
  [3, 0.999, undefined, 3_996],
  [9, 0.5, undefined, 15_000],
  [1, 0, undefined, 0],
  [1, 0.5, 5_000, 5_000],
])('after %s tries, at random %s, asked for %s: waits %s ms', (tries, random, retryAfterMs, waitMs) => {
  expect(retryDelayMs(tries, random, retryAfterMs)).toBe(waitMs);
});
