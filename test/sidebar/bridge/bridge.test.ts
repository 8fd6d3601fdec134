/** How the bridge calls the server through `google.script.run`. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { connectServer } from '../../../src/sidebar/bridge/bridge.ts';
import { OVERVIEW } from '../model/fixtures.ts';
import { settle } from '../model/held-bridge.ts';
import { fakeScriptRun } from './script-run.ts';

const FUNCTIONS = [
  'getOverview',
  'checkRows',
  'startRun',
  'continueRun',
  'saveConnection',
  'goToCell',
  'testConnection',
];

function connect() {
  const script = fakeScriptRun(FUNCTIONS);
  const onLateAnswer = vi.fn();
  return { server: connectServer(() => script.run, onLateAnswer), calls: script.calls, onLateAnswer };
}

describe('a call to the server', () => {
  test('hands over its argument and answers with the reply as it came', async () => {
    const { server, calls } = connect();
    const answer = server.checkRows({ action: 'sync', scope: 'selection', tabId: 1 });
    const refusal = { kind: 'nothingSelected', message: 'Nothing is selected.', nextStep: 'Select rows.' };
    calls[0]?.answer({ ok: false, error: refusal });
    expect(calls[0]).toMatchObject({ name: 'checkRows', input: [{ action: 'sync', scope: 'selection', tabId: 1 }] });
    expect(await answer).toEqual({ ok: false, error: refusal });
  });

  test('without an argument hands over none', async () => {
    const { server, calls } = connect();
    void server.testConnection();
    expect(calls[0]?.input).toEqual([]);
  });

  test('keeps its own handlers when several are under way and answered in another order', async () => {
    const { server, calls } = connect();
    const first = server.continueRun({ runId: 'a' });
    const second = server.continueRun({ runId: 'b' });
    calls[1]?.answer({ ok: true, value: 'answer to b' });
    calls[0]?.answer({ ok: true, value: 'answer to a' });
    expect(await first).toEqual({ ok: true, value: 'answer to a' });
    expect(await second).toEqual({ ok: true, value: 'answer to b' });
  });

  test('leaves out members that are undefined, which Google would refuse', async () => {
    const { server, calls } = connect();
    const request = { action: 'sync', scope: 'tab', tabId: 1, remark: undefined } as const;
    void server.checkRows(request);
    expect(calls[0]?.input).toEqual([{ action: 'sync', scope: 'tab', tabId: 1 }]);
  });

  test('that Google fails answers with a failure instead of rejecting', async () => {
    const { server, calls } = connect();
    const answer = server.getOverview();
    calls[0]?.fail(new Error('NetworkError: Connection failure due to HTTP 0'));
    expect(await answer).toMatchObject({ ok: false, error: { kind: 'offline' } });
  });

  test('of a function that is not installed says that versions differ', async () => {
    const server = connectServer(() => fakeScriptRun([]).run);
    expect(await server.getOverview()).toMatchObject({
      ok: false,
      error: { message: 'This sidebar and the installed add-on are of different versions.' },
    });
  });

  test('outside of Google answers with a failure', async () => {
    expect(await connectServer().getOverview()).toMatchObject({ ok: false, error: { kind: 'unexpected' } });
  });

  test.each([[null], [undefined], ['text'], [{}], [{ ok: true }], [{ ok: false, error: 'text' }]])(
    'answered with %o, which is no reply, says that it cannot be read',
    async (reply) => {
      const { server, calls } = connect();
      const answer = server.getOverview();
      calls[0]?.answer(reply);
      expect(await answer).toMatchObject({
        ok: false,
        error: { message: 'The add-on answered with something this sidebar cannot read.' },
      });
    },
  );
});

describe('the bridge itself', () => {
  test('can be awaited without calling the server', async () => {
    const { server, calls } = connect();
    const awaited = await Promise.resolve(server);
    expect(awaited).toBe(server);
    expect(calls).toEqual([]);
  });

  test.each(['then', 'toString', 'withSuccessHandler', 'constructor'])('has no function “%s”', (name) => {
    expect(Reflect.get(connect().server, name)).toBeUndefined();
  });
});

describe('many calls at once', () => {
  test('are at most eight, and a poll passes them by', async () => {
    const { server, calls } = connect();
    const jumps = Array.from({ length: 12 }, (_, index) =>
      server.goToCell({ tabId: 1, rowNumber: index + 1, columnNumber: 1 }),
    );
    void server.getOverview();
    await settle();
    expect(calls.map(({ name }) => name)).toEqual([...Array.from({ length: 8 }, () => 'goToCell'), 'getOverview']);
    for (let index = 0; index < 13; index += 1) {
      calls[index]?.answer({ ok: true, value: null });
      await settle();
    }
    expect(await Promise.all(jumps)).toHaveLength(12);
  });

  test('polls follow one another', async () => {
    const { server, calls } = connect();
    const first = server.getOverview();
    void server.getOverview();
    await settle();
    expect(calls).toHaveLength(1);
    calls[0]?.answer({ ok: true, value: OVERVIEW });
    await first;
    await settle();
    expect(calls).toHaveLength(2);
  });
});

describe('a call that is never answered', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test.each([
    ['getOverview', 30],
    ['continueRun', 390],
  ] as const)('%s is given up after %i seconds, and a late answer is told of once', async (name, seconds) => {
    const { server, calls, onLateAnswer } = connect();
    const answer = name === 'getOverview' ? server.getOverview() : server.continueRun({ runId: 'a' });
    await vi.advanceTimersByTimeAsync(seconds * 1000);
    expect(onLateAnswer).not.toHaveBeenCalled();
    calls[0]?.answer({ ok: true, value: OVERVIEW });
    await vi.advanceTimersByTimeAsync(0);
    expect(onLateAnswer).toHaveBeenCalledTimes(1);
    expect(await answer).toMatchObject({
      ok: false,
      error: { kind: 'noAnswer', message: `Google did not answer within ${seconds} seconds.` },
    });
  });

  test('a poll is waited for as long as a run is at work, and its answer counts', async () => {
    const { server, calls } = connect();
    const run = server.continueRun({ runId: 'a' });
    const poll = server.getOverview();
    await vi.advanceTimersByTimeAsync(100_000);
    calls[1]?.answer({ ok: true, value: OVERVIEW });
    expect(await poll).toEqual({ ok: true, value: OVERVIEW });
    calls[0]?.answer({ ok: true, value: null });
    await run;
  });

  test('a poll is given up with the next half minute that no run is at work in', async () => {
    const { server, calls } = connect();
    const run = server.continueRun({ runId: 'a' });
    const poll = server.getOverview();
    await vi.advanceTimersByTimeAsync(40_000);
    calls[0]?.answer({ ok: true, value: null });
    await run;
    await vi.advanceTimersByTimeAsync(20_000);
    expect(await poll).toMatchObject({ error: { message: 'Google did not answer within 60 seconds.' } });
  });

  test('a poll is given up in the end although a run seems to be at work', async () => {
    const { server } = connect();
    void server.startRun({ action: 'sync', scope: 'tab', tabId: 1, startId: 's' });
    const poll = server.getOverview();
    await vi.advanceTimersByTimeAsync(390_000);
    expect(await poll).toMatchObject({ ok: false, error: { kind: 'noAnswer' } });
  });
});
