import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ACTION_NAMES, FAULT_ACTIONS, listingsNamed } from './fault-actions.ts';
import { describeGuards } from './guards.ts';
import { keysOf } from './plot.ts';
import { openStage, type Scene, type Stage } from './stage.ts';
import { LOG_TAB } from './tab-texts.ts';

let stage: Stage;
/** When `UrlFetchApp` was called in a case, and which of the calls come too soon for Google. */
let callTimes: number[] = [];
let tooSoon: (callNumber: number) => string | undefined = () => undefined;

beforeAll(async () => {
  const refuseFetchAt = (atMs: number) => {
    callTimes.push(atMs);
    return tooSoon(callTimes.length);
  };
  stage = await openStage({ refuseFetchAt });
});
beforeEach(() => {
  callTimes = [];
  tooSoon = () => undefined;
});
afterAll(() => stage.close());

const sync = { action: 'sync', scope: 'tab' } as const;
const ENGLISH = 'Service invoked too many times in a short time: urlfetch. Try Utilities.sleep(1000) between calls.';
const WORDS = [
  ['English', ENGLISH],
  ['German', 'Dienst zu häufig aufgerufen: urlfetch. Versuchen Sie Utilities.sleep(1000) zwischen den Aufrufen.'],
  ['English, of bytes', 'Bandwidth quota exceeded: https://usapi.hottask.com. Try reducing the rate of data transfer.'],
] as const;

/** How often each key was sent. */
function timesSent(scene: Scene): readonly number[] {
  const keys = scene.requests().flatMap(keysOf);
  return [...new Set(keys)].map((key) => keys.filter((other) => other === key).length);
}

describe('Google’s limit for a short time', () => {
  test.each(WORDS)('at one wave of a run is waited out, and every row is sent once (%s)', async (_, words) => {
    const scene = await stage.begin(listingsNamed(60).situation);
    tooSoon = (callNumber) => (callNumber === 2 ? words : undefined);
    expect(await scene.run(sync)).toMatchObject({ state: 'finished', counts: { Updated: 60 } });
    const [, refusedMs = 0, nextMs = 0] = callTimes;
    expect(nextMs - refusedMs).toBeGreaterThanOrEqual(15_000);
    expect(nextMs - refusedMs).toBeLessThan(30_000);
    expect(timesSent(scene)).toEqual(Array.from({ length: 60 }, () => 1));
    expect(scene.column('Ended', LOG_TAB)).toEqual(['finished']);
    scene.end();
  });

  test.each(WORDS)('that does not end stops a run, which says when to go on (%s)', async (_, words) => {
    const scene = await stage.begin(listingsNamed(60).situation);
    tooSoon = (callNumber) => (callNumber > 1 ? words : undefined);
    const stopped = await scene.run(sync);
    expect(stopped).toMatchObject({ state: 'stopped', counts: { Updated: 10 } });
    expect(stopped.message).toContain('Google asks to send fewer requests at a time, and asks to wait 1 minute.');
    expect(stopped.message).toContain('Nothing was lost. Run again after that.');
    expect(stopped.message).not.toMatch(/tomorrow|address of the platform/);
    expect(scene.column('First problem', LOG_TAB)[0]).toContain('Google asks to send fewer requests at a time');
    expect(callTimes.length).toBeLessThan(30);
    expect(scene.requests()).toHaveLength(10);
    const statuses = scene.column('Sync status');
    expect(statuses.filter((status) => status === 'Updated')).toHaveLength(10);
    expect(new Set(statuses)).toEqual(new Set(['Updated', 'Failed', '']));

    tooSoon = () => undefined;
    expect(await scene.run(sync)).toMatchObject({ state: 'finished', counts: { Updated: 50, Unchanged: 10 } });
    expect(timesSent(scene)).toEqual(Array.from({ length: 60 }, () => 1));
    scene.end();
  });

  test('while the requests of a broken wave go one by one holds back the others, and loses none', async () => {
    const scene = await stage.begin(listingsNamed(20).situation);
    scene.platform.faults.add({ fault: { kind: 'dropBefore' }, bodyIncludes: '"A3"', times: 1 });
    // The wave of ten, and then each of its requests alone.
    tooSoon = (callNumber) => (callNumber === 5 ? ENGLISH : undefined);
    expect(await scene.run(sync)).toMatchObject({ state: 'finished', counts: { Updated: 20 } });
    const [, , , , refusedMs = 0, nextMs = 0] = callTimes;
    // Scripts know whole milliseconds only.
    expect(nextMs - refusedMs).toBeGreaterThan(14_999);
    // The wave had arrived but for the broken request; of the other rows nothing was sent before.
    expect(timesSent(scene)).toEqual(Array.from({ length: 20 }, (_row, index) => (index < 10 ? 2 : 1)));
    scene.end();
  });

  test.each(ACTION_NAMES)('is no reason to call a row of a %s Failed', async (action) => {
    const { request, situation, done } = FAULT_ACTIONS[action];
    const scene = await stage.begin(situation);
    tooSoon = (callNumber) => (callNumber === 1 ? ENGLISH : undefined);
    expect(await scene.run(request)).toMatchObject({ state: 'finished', counts: { [done]: 3 } });
    expect(timesSent(scene)).toEqual([1, 1, 1]);
    scene.end();
  });
});

describeGuards(() => stage);
