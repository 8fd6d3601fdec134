import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Batch, SendRow } from '../../../src/core/actions/batch.ts';
import { backoffMs } from '../../../src/core/actions/retry.ts';
import { toBatches } from '../../../src/core/actions/to-batches.ts';
import {
  nextWave,
  type Pace,
  type SendQueue,
  settleWave,
  startQueue,
  type WaveAnswer,
} from '../../../src/core/engine/send-queue.ts';
import { nextWaveWidth } from '../../../src/core/engine/wave-width.ts';
import type { ApiErrorKind } from '../../../src/core/platform/errors.ts';
import { deleteRow, pushRow, times, updateRow } from './rows.ts';

const context = { nowMs: 0, longestPauseMs: 240_000, random: 0.5 };

function pushed({ call }: Batch): WaveAnswer {
  const updatedIds = call.endpoint === 'updateRows' ? call.body.rows.map((row) => row.ID) : [];
  return { result: { ok: true, value: { endpoint: 'updateRows', updatedIds } }, isRepeated: false };
}

const pace = (width: number, failedWaves = 0): Pace => ({ width, slowStartWidth: 100, notBeforeMs: 0, failedWaves });
const good: WaveAnswer = {
  result: { ok: true, value: { endpoint: 'updateListing', updatedCount: 1 } },
  isRepeated: false,
};
const bad = (kind: ApiErrorKind): WaveAnswer => ({
  result: { ok: false, error: { kind, message: 'no' } },
  isRepeated: false,
});

describe('waves', () => {
  test.each([
    ['double while all is well', [8, 100], false, 40, [16, 100]],
    ['stay below the ceiling', [32, 100], false, 40, [40, 100]],
    ['stay below a low ceiling', [4, 100], false, 5, [5, 100]],
    ['halve on trouble, and remember where it began', [40, 100], true, 40, [20, 20]],
    ['are never empty', [1, 1], true, 40, [1, 1]],
    ['double up to where trouble began', [4, 10], false, 40, [8, 10]],
    ['stop doubling where trouble began', [8, 10], false, 40, [10, 10]],
    ['grow by a quarter beyond it', [20, 10], false, 40, [25, 10]],
    ['grow by one at least', [1, 1], false, 40, [2, 1]],
  ] as const)('%s', (_, [width, slowStartWidth], hadTrouble, ceiling, [nextWidth, nextEasyWidth]) => {
    expect(nextWaveWidth({ width, slowStartWidth }, hadTrouble, ceiling)).toEqual({
      width: nextWidth,
      slowStartWidth: nextEasyWidth,
    });
  });

  test('take as many requests as the width allows', () => {
    const queue = startQueue(toBatches(times(20, (index) => updateRow(index + 2))), pace(8), 40);
    expect(nextWave(queue, 0).batches).toHaveLength(8);
  });

  test('start no wider than a wave may ever be', () => {
    expect([startQueue([], pace(16), 5).width, startQueue([], pace(4), 5).width]).toEqual([5, 4]);
  });

  test.each([
    ['nothing, when nothing is left', [], [], 0],
    ['what may go now, in order', [0, 200], [0, 200], 0],
    ['what may go now, and leave what must wait', [900, 0, 201], [0], 0],
    ['nothing before the first may go', [900, 700], [], 500],
  ])('send %s', (_, notBefore, sent, waitMs) => {
    const batches = toBatches(times(notBefore.length, (index) => updateRow(index + 2)));
    const waiting = batches.map((batch, index) => ({ ...batch, notBeforeMs: notBefore[index] ?? 0 }));
    const wave = nextWave(startQueue(waiting, pace(8), 40), 200);
    expect({ ...wave, batches: wave.batches.map((batch) => batch.notBeforeMs) }).toEqual({ batches: sent, waitMs });
  });
});

describe('settleWave', () => {
  const queue = startQueue(toBatches(times(3, (index) => updateRow(index + 2))), pace(8), 40);

  test('counts requests and retries and keeps what must be sent again', () => {
    const wave = nextWave(queue, 0).batches;
    const first = settleWave(queue, wave, [good, bad('server'), good], context);
    expect(first.settled).toHaveLength(2);
    expect(first.queue).toMatchObject({ requests: 3, retries: 0, width: 4 });
    const second = settleWave(first.queue, nextWave(first.queue, 60_000).batches, [good], context);
    expect(second.queue).toMatchObject({ requests: 4, retries: 1, waiting: [] });
  });

  test('puts what must be sent again behind what was not sent yet', () => {
    const narrow = startQueue(toBatches(times(4, (index) => updateRow(index + 2))), pace(2), 40);
    const { waiting } = settleWave(narrow, nextWave(narrow, 0).batches, [good, bad('server')], context).queue;
    expect(waiting.flatMap((batch) => batch.rows.map((row) => row.rowNumber))).toEqual([4, 5, 3]);
  });

  test.each<[ApiErrorKind, number]>([
    ['network', 4],
    ['rateLimited', 4],
    ['server', 4],
    ['unreadable', 4],
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
    const deletes = startQueue(toBatches([deleteRow(2)]), pace(8), 40);
    const answer: WaveAnswer = {
      result: { ok: true, value: { endpoint: 'deleteListings', deletedCount: 0 } },
      isRepeated: true,
    };
    const result = settleWave(deletes, nextWave(deletes, 0).batches, [answer], context);
    expect(result.settled[0]?.outcome.status).toBe('Deleted');
  });
});

test('rows that are refused in the same words take nothing from those after them', () => {
  let queue = startQueue(toBatches(times(60, (index) => updateRow(index + 2))), pace(40), 40);
  const refusals = settleWave(
    queue,
    queue.waiting.slice(0, 40),
    times(40, () => bad('refused')),
    context,
  );
  expect(refusals).not.toHaveProperty('stop');
  queue = refusals.queue;
  const rest = settleWave(
    queue,
    nextWave(queue, 0).batches,
    times(20, () => good),
    context,
  );
  expect(rest.queue.waiting).toEqual([]);
  expect(rest.settled.map(({ outcome }) => outcome.status)).toEqual(times(20, () => 'Updated'));
});

describe('a platform that asks to wait', () => {
  const asking = (retryAfterMs?: number): WaveAnswer => ({
    result: {
      ok: false,
      error: { kind: 'rateLimited', message: 'slow down', ...(retryAfterMs === undefined ? {} : { retryAfterMs }) },
    },
    isRepeated: false,
  });
  const two = () => startQueue(toBatches(times(4, (index) => updateRow(index + 2))), pace(2), 40);

  test('is left alone by all requests, also those that have not been sent', () => {
    const queue = two();
    const after = settleWave(queue, nextWave(queue, 0).batches, [good, asking(5_000)], { ...context, nowMs: 0 }).queue;
    expect(nextWave(after, 4_999)).toEqual({ batches: [], waitMs: 1 });
    expect(nextWave(after, 5_000).batches).toHaveLength(1);
  });

  test('is left alone for as long as any answer asks', () => {
    const queue = two();
    const wave = nextWave(queue, 0).batches;
    const after = settleWave(queue, wave, [asking(9_000), asking(5_000)], { ...context, nowMs: 0 }).queue;
    expect(nextWave(after, 0)).toEqual({ batches: [], waitMs: 9_000 });
  });

  test('is left alone although the request that was told so is given up, or split', () => {
    const tried = (attempts: number) =>
      toBatches([
        { ...updateRow(2), attempts },
        { ...updateRow(3), attempts },
      ]);
    const triedAndPaused = tried(3).map((batch) => ({ ...batch, pauses: 4 }));
    const queue = startQueue([...triedAndPaused, ...toBatches([updateRow(4)])], pace(2), 40);
    const after = settleWave(queue, nextWave(queue, 0).batches, [asking(5_000), asking(5_000)], {
      ...context,
      nowMs: 0,
    });
    expect(after.settled).toHaveLength(2);
    expect(nextWave(after.queue, 0)).toEqual({ batches: [], waitMs: 5_000 });
  });

  test('for longer than a run does ends it, and no row is to blame', () => {
    const queue = two();
    const {
      stop,
      settled,
      queue: after,
    } = settleWave(queue, nextWave(queue, 0).batches, [good, asking(3_600_000)], {
      nowMs: 0,
      longestPauseMs: 600_000,
      random: 0.5,
    });
    expect(stop?.retryAfterMs).toBe(3_600_000);
    expect([settled.length, after.waiting.length]).toEqual([1, 3]);
  });

  test('is tried on by other requests when it names no time', () => {
    const queue = two();
    const after = settleWave(queue, nextWave(queue, 0).batches, [good, asking()], { ...context, nowMs: 0 }).queue;
    expect(nextWave(after, 0).batches).toHaveLength(1);
  });
});

test.each([
  ['a broken connection', 'network', 0],
  ['Google’s limit for a short time', 'rateLimited', 0],
] as const)('a request without an answer of its own, after %s of its wave, may have arrived', (_, kind, attempts) => {
  const queue = startQueue(toBatches([updateRow(2), updateRow(3)]), pace(2), 2);
  const answers = [bad(kind), { ...bad(kind), isOfWave: true }];
  const { waiting } = settleWave(queue, queue.waiting, answers, context).queue;
  const other = waiting.find((batch) => batch.rows[0]?.rowNumber === 3);
  expect(other).toMatchObject({ attempts, rows: [{ isUnclear: true }] });
});

test('parts of a split request come first, and what must wait comes last', () => {
  const failedThrice = toBatches(times(4, (index) => ({ ...pushRow(index), attempts: 3 })));
  const queue = startQueue([...failedThrice, ...toBatches([updateRow(9), updateRow(10)])], pace(2), 2);
  const wave = nextWave(queue, 0).batches;
  const { waiting } = settleWave(queue, wave, [bad('server'), bad('server')], context).queue;
  expect(waiting.map((batch) => batch.rows.map((row) => row.rowNumber))).toEqual([[1, 2], [3, 4], [10], [9]]);
});

test.each([
  [8, [9, 10, 'updateListing', 'updateRows']],
  [9, ['updateRows', 9, 10, 'updateListing']],
])('after %i fruitless waves and one more, what was tried is sent in this order: %j', (before, order) => {
  const shared = toBatches([pushRow(1), pushRow(2)]);
  const queue = startQueue(
    [...toBatches([updateRow(8)]), ...shared, ...toBatches([updateRow(9), updateRow(10)])],
    pace(2, before),
    2,
  );
  const { waiting } = settleWave(queue, nextWave(queue, 0).batches, [bad('server'), bad('server')], context).queue;
  expect(waiting.map(({ attempts, call, rows }) => (attempts > 0 ? call.endpoint : rows[0]?.rowNumber))).toEqual(order);
});

describe('waves that show nothing of a platform that is well', () => {
  /** Sends one request after the other until the queue stops or is empty; tells how many requests and how long that took. */
  function send(answerOf: (request: number, batch: Batch) => WaveAnswer, rows: readonly SendRow[], before = 0) {
    let queue = startQueue(toBatches(rows), pace(1, before), 1);
    let nowMs = 0;
    while (queue.waiting.length > 0) {
      const { batches, waitMs } = nextWave(queue, nowMs);
      nowMs += waitMs;
      const [batch] = batches;
      if (batch === undefined) continue;
      const answers = [answerOf(queue.requests, batch)];
      const result = settleWave(queue, [batch], answers, { nowMs, longestPauseMs: 600_000, random: 0.5 });
      queue = result.queue;
      if (result.stop !== undefined) return { stop: result.stop.kind, requests: queue.requests, nowMs };
    }
    return { requests: queue.requests, nowMs };
  }
  const updates = (count: number) => times(count, (index) => updateRow(index + 2));
  const pushes = (count: number) => times(count, (index) => pushRow(index));

  test.each<ApiErrorKind>(['network', 'server', 'unreadable', 'rateLimited'])(
    '%s stop a run after forty, further and further apart',
    (kind) => {
      const { nowMs, ...end } = send(() => bad(kind), updates(100));
      expect(end).toEqual({ stop: kind, requests: 40 });
      expect(nowMs / 60_000).toBeCloseTo(9, 0);
    },
  );

  test('stop it after ten when each asks to wait', () => {
    const asking: WaveAnswer = {
      result: { ok: false, error: { kind: 'rateLimited', message: 'slow down', retryAfterMs: 60_000 } },
      isRepeated: false,
    };
    expect(send(() => asking, updates(100))).toMatchObject({ stop: 'rateLimited', requests: 10, nowMs: 9 * 60_000 });
  });

  test.each([
    [1, undefined, 12],
    [5, undefined, 44],
    [8, undefined, 46],
    [5, 20_000, 14],
  ])('are all that only ask to wait, whichever try it is: %i rows, %s ms each time', (rows, retryAfterMs, most) => {
    const wait = retryAfterMs === undefined ? {} : { retryAfterMs };
    const asking: WaveAnswer = {
      result: { ok: false, error: { kind: 'rateLimited', message: 'slow down', ...wait } },
      isRepeated: false,
    };
    expect(send(() => asking, updates(rows)).requests).toBeLessThanOrEqual(most);
  });

  test('count from earlier chunks and slices on', () => {
    expect(send(() => bad('server'), updates(100), 30)).toMatchObject({ requests: 10 });
  });

  test.each<[string, WaveAnswer]>([
    ['a success', good],
    ['a refusal', bad('refused')],
  ])('are forgotten after %s', (_, answer) => {
    expect(send((request) => (request % 39 === 38 ? answer : bad('server')), updates(300))).not.toHaveProperty('stop');
  });

  test('are not tries after the first of rows that alone are left', () => {
    const { nowMs, ...end } = send(
      (_, { rows }) => ((rows[0]?.rowNumber ?? 0) > 39 ? good : bad('server')),
      updates(200),
    );
    expect(end).toEqual({ requests: 162 + 4 * 38 });
    expect(nowMs).toBeLessThan(15 * 60_000);
  });

  test('also bound how far a request is split on a platform that is down', () => {
    expect(send(() => bad('server'), pushes(100))).toMatchObject({ stop: 'server', requests: 3 + 40 });
  });

  test.each([
    ['one row', [37]],
    ['rows far apart', [0, 20, 30, 60, 90]],
    ['every fourth of twenty', [0, 4, 8, 12, 16]],
    ['ten neighbours at the top', times(10, (index) => index)],
    ['ten neighbours at the end', times(10, (index) => 90 + index)],
  ])('do not keep %s that are to blame from standing alone', (_, blamed) => {
    const isBlamed = (batch: Batch) => batch.rows.some((row) => blamed.includes(row.rowNumber - 1));
    const settled: string[] = [];
    let queue = startQueue(toBatches(pushes(100)), pace(8), 40);
    for (let nowMs = 0; queue.waiting.length > 0; nowMs += 1) {
      const { batches, waitMs } = nextWave(queue, nowMs);
      nowMs += waitMs;
      const answers = batches.map((batch): WaveAnswer => (isBlamed(batch) ? bad('server') : pushed(batch)));
      if (batches.length === 0) continue;
      const result = settleWave(queue, batches, answers, { ...context, nowMs });
      expect(result).not.toHaveProperty('stop');
      settled.push(...result.settled.map(({ row, outcome }) => `${row.rowNumber - 1} ${outcome.status}`));
      queue = result.queue;
    }
    const expected = times(100, (index) => `${index} ${blamed.includes(index) ? 'Failed' : 'Pushed'}`);
    expect(new Set(settled)).toEqual(new Set(expected));
  });
});

test('a wave is no wider than its answers have time for', () => {
  const queue = startQueue(toBatches(times(60, (index) => updateRow(index + 2))), pace(40), 40);
  expect(nextWave(queue, 0, 20).batches).toHaveLength(20);
});

test('a platform that answers anything at all brings every row to exactly one outcome, and a poison row stands alone', () => {
  const answers = fc.infiniteStream(
    fc.constantFrom<ApiErrorKind | 'ok'>('ok', 'ok', 'network', 'rateLimited', 'server', 'unreadable', 'refused'),
  );
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 130 }), answers, (rowCount, stream) => {
      const rows = times(rowCount, (index) => pushRow(index));
      let queue: SendQueue = startQueue(toBatches(rows), pace(8), 40);
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
        const result = settleWave(queue, batches, wave, {
          nowMs,
          longestPauseMs: Number.MAX_SAFE_INTEGER,
          random: 0.5,
        });
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
])('after %s attempts, at random %s, asked for %s: waits %s ms', (attempts, random, retryAfterMs, waitMs) => {
  expect(backoffMs(attempts, random, retryAfterMs)).toBe(waitMs);
});
