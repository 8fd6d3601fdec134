import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listingRows, records } from '../listings.ts';
import { FAULT_CASES, STRIKES } from './fault-table.ts';
import { describeGuards } from './guards.ts';
import { hasListing } from './plot.ts';
import { openStage, type Scene, type Situation, type Stage } from './stage.ts';
import { LOG_TAB } from './tab-texts.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

/** Three rows of which the middle one is struck. */
const ACTIONS = {
  update: {
    request: { action: 'sync', scope: 'tab' },
    situation: { rows: listingRows('A1', 'A2', 'A3'), platform: { listings: records('A1', 'A2', 'A3') } },
    done: 'Updated',
    marker: '"A2"',
    isTrue: ({ platform }: Scene, rowIndex: number) => hasListing(platform, `A${rowIndex + 1}`, 'A quiet home.'),
  },
  delete: {
    request: { action: 'delete', scope: 'tab' },
    situation: { rows: listingRows('A1', 'A2', 'A3'), platform: { listings: records('A1', 'A2', 'A3') } },
    done: 'Deleted',
    marker: '"A2"',
    isTrue: ({ platform }: Scene, rowIndex: number) => !hasListing(platform, `A${rowIndex + 1}`),
  },
  push: {
    request: { action: 'push', scope: 'tab' },
    situation: chatbotRows(3),
    done: 'Pushed',
    marker: '"ID":2,',
    isTrue: ({ platform }: Scene, rowIndex: number) => platform.rows()[rowIndex]?.Data.Text === `text ${rowIndex + 1}`,
  },
} as const;

const CASES = FAULT_CASES.flatMap((one) =>
  (['update', 'delete', 'push'] as const).flatMap((action) =>
    STRIKES.map(([often, times], strikeIndex) => ({ ...one, action, often, times, ending: one[action][strikeIndex] })),
  ),
);

describe('a fault of the platform', () => {
  test.each(CASES)('$name, $often, leaves $action $ending', async ({ action, fault, times, ending = '' }) => {
    const { request, situation, done, marker, isTrue } = ACTIONS[action];
    const scene = await stage.begin(situation);
    scene.platform.faults.add({ fault, bodyIncludes: marker, ...(Number.isFinite(times) ? { times } : {}) });
    const [status = '', requests] = ending.split(' in ');
    const progress = await scene.run(request);

    // A push that stays without a clear answer is one request for all of its rows.
    const others = action === 'push' && status === 'Failed' ? 'Failed' : done;
    const statuses = scene.column('Sync status');
    expect(statuses).toEqual([others, status, others]);
    expect(scene.requests()).toHaveLength(Number(requests));
    expect(progress).toMatchObject({ state: 'finished', done: 3, requests: Number(requests) });
    statuses.forEach((claimed, rowIndex) => {
      if (claimed === done) expect(isTrue(scene, rowIndex), `row ${rowIndex + 2}`).toBe(true);
    });

    scene.platform.faults.clear();
    await scene.run(request);
    const settled = statuses.map((claimed) => (claimed === done ? 'Unchanged' : done));
    expect(scene.column('Sync status')).toEqual(settled);
    expect([0, 1, 2].every((rowIndex) => isTrue(scene, rowIndex))).toBe(true);
    expect(scene.column('Ended', LOG_TAB)).toEqual(['finished', 'finished']);
    scene.end();
  });
});

describe('a name that leads nowhere', () => {
  test.each(['update', 'delete', 'push'] as const)('leaves %s Failed, and the next run settles it', async (action) => {
    const { request, situation, done } = ACTIONS[action];
    const scene = await stage.begin(situation);
    const findName = scene.loseName();
    await scene.run(request);
    expect(scene.column('Sync status')).toEqual(['Failed', 'Failed', 'Failed']);
    expect(scene.requests()).toEqual([]);
    findName();
    await scene.run({ ...request, scope: 'failed' });
    expect(scene.column('Sync status')).toEqual([done, done, done]);
    scene.end();
  });

  test('from the middle of a run on leaves what was confirmed confirmed, and only the rest is sent again', async () => {
    const numbers = Array.from({ length: 30 }, (_, index) => `A${index}`);
    const scene = await stage.begin({ rows: listingRows(...numbers), platform: { listings: records(...numbers) } });
    const request = { action: 'sync', scope: 'tab' } as const;
    let findName = () => {};
    scene.platform.journal.onEntry(({ number }) => {
      // The last answer of the first wave of 8.
      if (number === 8) findName = scene.loseName();
    });
    const { counts } = await scene.run(request);
    expect(counts).toEqual({ Updated: 8, Failed: 22 });
    findName();
    expect((await scene.run(request)).counts).toEqual({ Updated: 22, Unchanged: 8 });
    expect(scene.requests()).toHaveLength(30);
    scene.end();
  });
});

describe('a key that is refused in the middle of a run', () => {
  test('ends it at once: what was confirmed is recorded, and every other row says what it said before', async () => {
    const numbers = Array.from({ length: 60 }, (_, index) => `A${index}`);
    const scene = await stage.begin({ rows: listingRows(...numbers), platform: { listings: records(...numbers) } });
    scene.platform.faults.add({ fault: { kind: 'status', status: 404 } });
    await scene.run({ action: 'sync', scope: 'tab' });
    const before = scene.column('Sync detail');
    const sentBefore = scene.requests().length;
    scene.platform.faults.clear();
    scene.platform.faults.add({ fault: { kind: 'keyExpired' }, after: 10 });

    const progress = await scene.run({ action: 'sync', scope: 'tab' });
    expect(progress).toMatchObject({ state: 'stopped', failure: { kind: 'keyRefused' }, done: 10 });
    // A wave of 8, and one of 16 in which the key was refused.
    expect(scene.requests().length - sentBefore).toBe(24);
    const statuses = scene.column('Sync status');
    const details = scene.column('Sync detail');
    numbers.forEach((mlsNumber, rowIndex) => {
      const isHere = hasListing(scene.platform, mlsNumber, 'A quiet home.');
      expect(statuses[rowIndex] === 'Updated', mlsNumber).toBe(isHere);
      if (!isHere) expect(details[rowIndex], mlsNumber).toBe(before[rowIndex]);
    });
    expect(statuses.filter((status) => status === 'Updated')).toHaveLength(10);
    expect(statuses).not.toContain('Sending');
    scene.end();
  });

  test.each([401, 403])('by %i leaves a push and a delete as they were', async (status) => {
    for (const action of ['delete', 'push'] as const) {
      const { request, situation } = ACTIONS[action];
      const scene = await stage.begin(situation);
      scene.platform.faults.add({ fault: { kind: 'status', status } });
      const progress = await scene.run(request);
      expect(progress).toMatchObject({ state: 'stopped', failure: { kind: 'keyRefused' }, done: 0 });
      expect(scene.column('Sync status')).toEqual(['', '', '']);
      expect(scene.requests().length).toBeLessThanOrEqual(3);
      scene.end();
    }
  });
});

describe('a batch', () => {
  test('of a hundred rows with one that the platform refuses is split until that row stands alone', async () => {
    const scene = await stage.begin(chatbotRows(100));
    const fault = { kind: 'businessError', code: 400, message: 'not this one' } as const;
    scene.platform.faults.add({ fault, bodyIncludes: '"ID":37,' });
    const progress = await scene.run(ACTIONS.push.request);
    expect(progress).toMatchObject({ counts: { Pushed: 99, Rejected: 1 }, requests: 15 });
    expect(scene.requests()).toHaveLength(15);
    expect(scene.column('Sync status').indexOf('Rejected')).toBe(36);
    const isHere = scene.platform.rows().map(({ ID, Data }) => Data.Text === `text ${ID}`);
    expect(isHere.flatMap((here, index) => (here ? [] : [index]))).toEqual([36]);
    scene.end();
  });

  test.each([
    [0, 0],
    [0.5, 50],
    [0.99, 99],
  ])(
    'that comes back with a share of %f of its IDs has that share Pushed and the others Not found',
    async (share, pushed) => {
      const scene = await stage.begin(chatbotRows(100));
      scene.platform.faults.add({ fault: { kind: 'subset', share } });
      await scene.run(ACTIONS.push.request);
      const isHere = scene.platform.rows().map(({ ID, Data }) => Data.Text === `text ${ID}`);
      expect(isHere.filter((here) => here)).toHaveLength(pushed);
      expect(scene.column('Sync status')).toEqual(isHere.map((here) => (here ? 'Pushed' : 'Not found')));
      expect(scene.requests()).toHaveLength(1);
      scene.end();
    },
  );

  test('of deletes of which only some were carried out is Unconfirmed, and run again it is settled row by row', async () => {
    const numbers = Array.from({ length: 60 }, (_, index) => `A${index}`);
    const scene = await stage.begin({ rows: listingRows(...numbers), platform: { listings: records(...numbers) } });
    scene.platform.faults.add({ fault: { kind: 'subset', share: 0.5 }, times: 1 });
    const request = { action: 'delete', scope: 'tab' } as const;
    const { counts } = await scene.run(request);
    expect([counts.Unconfirmed, counts.Deleted]).toEqual(
      [
        [50, 10],
        [10, 50],
      ].find(([unconfirmed]) => unconfirmed === counts.Unconfirmed),
    );
    await scene.run({ ...request, scope: 'failed' });
    expect(new Set(scene.column('Sync status'))).toEqual(new Set(['Deleted']));
    expect(scene.platform.listings()).toEqual([]);
    scene.end();
  });

  test.each([
    ['a connection that breaks after the write', { kind: 'dropAfter' }],
    ['cut-off JSON after the write', { kind: 'truncated', isAfterWrite: true }],
    ['500 before the write', { kind: 'status', status: 500 }],
  ] as const)('of deletes that meets %s is settled row by row', async (_, fault) => {
    const numbers = Array.from({ length: 60 }, (_one, index) => `A${index}`);
    const scene = await stage.begin({ rows: listingRows(...numbers), platform: { listings: records(...numbers) } });
    scene.platform.faults.add({ fault, times: 1 });
    const { counts } = await scene.run({ action: 'delete', scope: 'tab' });
    expect(counts).toEqual({ Deleted: 60 });
    expect(scene.platform.listings()).toEqual([]);
    scene.end();
  });
});

describeGuards(() => stage);

function chatbotRows(count: number): Situation {
  const ids = Array.from({ length: count }, (_, index) => index + 1);
  return {
    rows: [['ID', 'Text'], ...ids.map((id) => [`${id}`, `text ${id}`])],
    platform: { rows: ids.map((ID) => ({ ID, Data: {} })) },
  };
}
