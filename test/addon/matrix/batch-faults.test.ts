import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { succeed } from '../listing-sheet.ts';
import { chatbotRows, isPushed, listingsNamed } from './fault-actions.ts';
import { describeGuards } from './guards.ts';
import { openStage, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const refusal = { kind: 'businessError', code: 400, message: 'not this one' } as const;
const push = { action: 'push', scope: 'tab' } as const;
const remove = { action: 'delete', scope: 'tab' } as const;

describe('a batch of which the platform refuses one row', () => {
  test.each([
    ['once', { times: 1 }, 3],
    ['twice', { times: 2 }, 5],
  ] as const)('%s is split, and the row is pushed when it is no longer refused', async (_, often, requests) => {
    const scene = await stage.begin(chatbotRows(100));
    scene.platform.faults.add({ fault: refusal, bodyIncludes: '"ID":37,', ...often });
    expect(await scene.run(push)).toMatchObject({ counts: { Pushed: 100 }, requests });
    expect(scene.requests()).toHaveLength(requests);
    scene.end();
  });

  test('for ever is split until that row stands alone, of a hundred that are pushed', async () => {
    const scene = await stage.begin(chatbotRows(100));
    scene.platform.faults.add({ fault: refusal, bodyIncludes: '"ID":37,' });
    // Halves of 50, 25, 13, 7, 4, 2 and 1: two requests each.
    expect(await scene.run(push)).toMatchObject({ counts: { Pushed: 99, Rejected: 1 }, requests: 1 + 2 * 7 });
    expect(scene.column('Sync status').indexOf('Rejected')).toBe(36);
    const isHere = Array.from({ length: 100 }, (_, index) => isPushed(scene, index + 1));
    expect(isHere.flatMap((here, index) => (here ? [] : [index]))).toEqual([36]);
    scene.end();
  });

  test('for ever is split until that row stands alone, of sixty that are deleted', async () => {
    const { situation } = listingsNamed(60);
    const scene = await stage.begin(situation);
    scene.platform.faults.add({ fault: refusal, bodyIncludes: '"A36"' });
    expect((await scene.run(remove)).counts).toEqual({ Deleted: 59, Rejected: 1 });
    expect(scene.column('Sync status').indexOf('Rejected')).toBe(36);
    expect(scene.platform.listings().map((record) => record.MLSNumber)).toEqual(['A36']);
    scene.end();
  });
});

describe('a batch with a row that the platform breaks down over', () => {
  test.each([
    ['500', { kind: 'status', status: 500 }, 18],
    ['a web page', { kind: 'html', isAfterWrite: false }, 18],
    // Here halves that are sent together lose each other's answers, and are sent once more by themselves.
    ['a connection that breaks', { kind: 'dropBefore' }, 24],
  ] as const)('with %s is split in the end, and ninety-nine rows are pushed', async (_, fault, requests) => {
    const scene = await stage.begin(chatbotRows(100));
    scene.platform.faults.add({ fault, bodyIncludes: '"ID":37,' });
    expect(await scene.run(push)).toMatchObject({ counts: { Pushed: 99, Failed: 1 }, requests });
    expect(scene.column('Sync status').indexOf('Failed')).toBe(36);
    scene.end();
  });

  test('with no answer in time is split as far as a slice goes, and alone after a few runs', async () => {
    const scene = await stage.begin(chatbotRows(100));
    scene.platform.faults.add({ fault: { kind: 'late', statedMs: 60_000 }, bodyIncludes: '"ID":37,' });
    const { counts, done } = await scene.run(push);
    expect(done).toBe(100);
    expect(counts.Failed).toBeLessThanOrEqual(25);
    for (let again = 0; again < 3; again += 1) await scene.run({ ...push, scope: 'failed' });
    const statuses = scene.column('Sync status');
    expect(statuses.flatMap((status, index) => (status === 'Pushed' ? [] : [index]))).toEqual([36]);
    scene.end();
  });

  test('is not split into a hundred when the platform breaks down over everything', async () => {
    const scene = await stage.begin(chatbotRows(100));
    scene.platform.faults.add({ fault: { kind: 'status', status: 500 } });
    expect(await scene.run(push)).toMatchObject({ state: 'stopped', counts: { Failed: 100 }, requests: 3 + 40 });
    scene.end();
  });

  test('is split on although the platform asks its halves to wait', async () => {
    const scene = await stage.begin(chatbotRows(100));
    scene.platform.faults.add({ fault: { kind: 'status', status: 500 }, bodyIncludes: '"ID":37,' });
    const busy = { kind: 'status', status: 429, retryAfterSeconds: 1 } as const;
    scene.platform.faults.add({ fault: busy, bodyIncludes: '"ID":90,', after: 4, times: 2 });
    expect(await scene.run(push)).toMatchObject({ counts: { Pushed: 99, Failed: 1 }, requests: 4 + 2 * 7 + 2 });
    scene.end();
  });

  test('leaves no row on Sending when a later slice is stopped', async () => {
    const scene = await stage.begin(chatbotRows(3));
    scene.platform.faults.add({ fault: { kind: 'status', status: 503, retryAfterSeconds: 100 }, times: 1 });
    const waiting = await scene.start(push);
    succeed(await scene.ask('continueRun', { runId: waiting.runId }));
    scene.platform.faults.add({ fault: { kind: 'status', status: 401 } });
    expect(await scene.finish(waiting)).toMatchObject({ state: 'stopped', counts: { Failed: 3 }, done: 3 });
    expect(scene.column('Sync status')).toEqual(['Failed', 'Failed', 'Failed']);
    scene.end();
  });
});

describe('an answer that names only a part', () => {
  test.each([
    [0, 0],
    [0.5, 50],
    [0.99, 99],
  ])('of the IDs (a share of %f) has that part Pushed and the others Not found', async (share, pushed) => {
    const scene = await stage.begin(chatbotRows(100));
    scene.platform.faults.add({ fault: { kind: 'subset', share } });
    await scene.run(push);
    const isHere = Array.from({ length: 100 }, (_, index) => isPushed(scene, index + 1));
    expect(isHere.filter((here) => here)).toHaveLength(pushed);
    expect(scene.column('Sync status')).toEqual(isHere.map((here) => (here ? 'Pushed' : 'Not found')));
    expect(scene.requests()).toHaveLength(1);
    scene.end();
  });

  test.each([
    ['once', 1, [50, 0, 0]],
    ['twice', 2, [50, 25, 0]],
    ['three times', 3, [50, 25, 13]],
  ] as const)('of the IDs, %s, never leaves a row Pushed that is not, and settles', async (_, times, missing) => {
    const scene = await stage.begin(chatbotRows(100));
    scene.platform.faults.add({ fault: { kind: 'subset', share: 0.5 }, times });
    for (const missingRows of missing) {
      await scene.run(push);
      const isHere = Array.from({ length: 100 }, (_one, index) => isPushed(scene, index + 1));
      expect(scene.column('Sync status').map((status) => status !== 'Not found')).toEqual(isHere);
      expect(isHere.filter((here) => !here)).toHaveLength(missingRows);
    }
    scene.platform.faults.clear();
    await scene.run(push);
    expect(scene.column('Sync status')).not.toContain('Not found');
    scene.end();
  });

  test.each([
    ['one of two', 1],
    ['both', 2],
  ])(
    'of the keys, in %s batches of deletes, leaves these Unconfirmed, and run again they are settled',
    async (_, times) => {
      const scene = await stage.begin(listingsNamed(60).situation);
      scene.platform.faults.add({ fault: { kind: 'subset', share: 0.5 }, times });
      const { counts } = await scene.run(remove);
      const { Unconfirmed = 0, Deleted = 0 } = counts;
      expect(Unconfirmed + Deleted).toBe(60);
      // Batches of 50 and 10; which one of them is struck first depends on the network.
      expect(times === 2 ? [60] : [10, 50]).toContain(Unconfirmed);
      await scene.run({ ...remove, scope: 'failed' });
      expect(new Set(scene.column('Sync status'))).toEqual(new Set(['Deleted']));
      expect(scene.platform.listings()).toEqual([]);
      scene.end();
    },
  );
});

describe('a batch of deletes', () => {
  test.each([
    ['a connection that breaks after the write', { kind: 'dropAfter' }],
    ['cut-off JSON after the write', { kind: 'truncated', isAfterWrite: true }],
    ['a web page after the write', { kind: 'html', isAfterWrite: true }],
    ['500 before the write', { kind: 'status', status: 500 }],
  ] as const)('that meets %s is settled row by row', async (_, fault) => {
    const scene = await stage.begin(listingsNamed(60).situation);
    scene.platform.faults.add({ fault, times: 1 });
    const { counts } = await scene.run(remove);
    expect(counts).toEqual({ Deleted: 60 });
    expect(scene.platform.listings()).toEqual([]);
    scene.end();
  });
});

describeGuards(() => stage);
