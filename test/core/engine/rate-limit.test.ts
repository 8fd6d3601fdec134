/** A platform that takes so many requests a minute and refuses the others for now gets every row all the same. */
import { expect, test } from 'vitest';
import { toBatches } from '../../../src/core/actions/to-batches.ts';
import { nextWave, type Pace, settleWave, startQueue, type WaveAnswer } from '../../../src/core/engine/send-queue.ts';
import { FIRST_WAVE_WIDTH, UNTROUBLED_WIDTH } from '../../../src/core/engine/wave-width.ts';
import { times, updateRow } from './rows.ts';

const ANSWER_MS = 700;
const CHUNK_ROWS = 100;
const CHUNKS = 10;

/** A platform with so many requests in each window of time, which says, or does not say, when the next one begins. */
interface Limit {
  readonly requests: number;
  readonly windowMs: number;
  readonly saysWhen: boolean;
}

const TAKEN: WaveAnswer = {
  isRepeated: false,
  result: { ok: true, value: { endpoint: 'updateListing', updatedCount: 1 } },
};

function refused(retryAfterMs: number | undefined): WaveAnswer {
  const wait = retryAfterMs === undefined ? {} : { retryAfterMs };
  return { isRepeated: false, result: { ok: false, error: { kind: 'rateLimited', message: 'too many', ...wait } } };
}

/** The same numbers every time, as evenly spread as random ones. */
function randomNumbers(): () => number {
  let state = 1;
  return () => {
    state = (state * 16_807) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/** Sends a thousand rows, and counts how they end. */
function send({ requests, windowMs, saysWhen }: Limit) {
  const random = randomNumbers();
  const statuses: string[] = [];
  const inWindow = new Map<number, number>();
  let sent = 0;
  let nowMs = 0;
  let pace: Pace = { width: FIRST_WAVE_WIDTH, slowStartWidth: UNTROUBLED_WIDTH, notBeforeMs: 0, failedWaves: 0 };
  const answer = () => {
    const window = Math.floor(nowMs / windowMs);
    const before = inWindow.get(window) ?? 0;
    inWindow.set(window, before + 1);
    if (before < requests) return TAKEN;
    return refused(saysWhen ? Math.ceil(((window + 1) * windowMs - nowMs) / 1000) * 1000 : undefined);
  };
  for (let chunk = 0; chunk < CHUNKS; chunk += 1) {
    let queue = startQueue(toBatches(times(CHUNK_ROWS, (index) => updateRow(index + 2))), pace, 40);
    while (queue.waiting.length > 0) {
      const { batches, waitMs } = nextWave(queue, nowMs);
      nowMs += batches.length === 0 ? waitMs : ANSWER_MS;
      if (batches.length === 0) continue;
      sent += batches.length;
      const context = { nowMs, longestPauseMs: 600_000, random: random() };
      const { settled, queue: next, stop } = settleWave(queue, batches, batches.map(answer), context);
      if (stop !== undefined) throw new Error(stop.message);
      statuses.push(...settled.map(({ outcome }) => outcome.status));
      queue = next;
    }
    pace = queue;
  }
  return { sent, statuses };
}

test.each([
  [10, 10_000, true],
  [60, 60_000, true],
  [5, 1_000, true],
  [10, 10_000, false],
  [60, 60_000, false],
])('%i requests in %i ms, told when to go on: %s', (requests, windowMs, saysWhen) => {
  const { sent, statuses } = send({ requests, windowMs, saysWhen });
  expect(statuses).toHaveLength(CHUNK_ROWS * CHUNKS);
  expect(new Set(statuses)).toEqual(new Set(['Updated']));
  expect(sent).toBeLessThan(2.2 * CHUNK_ROWS * CHUNKS);
});
