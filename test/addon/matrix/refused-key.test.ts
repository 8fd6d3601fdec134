import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ACTION_NAMES, FAULT_ACTIONS, listingsNamed } from './fault-actions.ts';
import { STRIKES } from './fault-table.ts';
import { describeGuards } from './guards.ts';
import { hasListing } from './plot.ts';
import { openStage, type Stage } from './stage.ts';
import { LOG_TAB } from './tab-texts.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const REFUSALS = [
  ['401', { kind: 'status', status: 401 }],
  ['403', { kind: 'status', status: 403 }],
  ['an expired key', { kind: 'keyExpired' }],
] as const;

const CASES = REFUSALS.flatMap(([name, fault]) =>
  ACTION_NAMES.flatMap((action) => STRIKES.map(([often, times]) => ({ name, fault, action, often, times }))),
);

/** Runs of which each but the last one may meet the refusal. */
const MOST_RUNS = 3;

describe('a key that is refused for one request of a wave', () => {
  test.each(CASES)(
    'by $name, $often, stops every $action that meets it, and keeps only what was confirmed',
    async ({ fault, action, times }) => {
      const { request, situation, done, marker } = FAULT_ACTIONS[action];
      const scene = await stage.begin(situation);
      const often = Number.isFinite(times) ? { times } : {};
      scene.platform.faults.add({ fault, bodyIncludes: marker, ...often });
      const stops = Math.min(times, MOST_RUNS);
      for (let runNumber = 1; runNumber <= stops; runNumber += 1) {
        expect(await scene.run(request)).toMatchObject({ state: 'stopped', failure: { kind: 'keyRefused' } });
        // The other requests of the wave were under way already; a push has all three rows in one.
        const other = action === 'push' ? '' : done;
        expect(scene.column('Sync status')).toEqual([other, '', other]);
      }
      scene.platform.faults.clear();
      expect(await scene.run(request)).toMatchObject({ state: 'finished', done: 3 });
      expect(scene.column('Sync status')).toEqual([done, done, done]);
      expect(scene.requests()).toHaveLength(action === 'push' ? stops + 1 : 3 + stops);
      expect(scene.column('Ended', LOG_TAB)).toEqual([...Array.from({ length: stops }, () => 'stopped'), 'finished']);
      scene.end();
    },
  );
});

test('a key that is refused in the middle of a run ends it, and every row not sent says what it said before', async () => {
  const { numbers, situation } = listingsNamed(60);
  const scene = await stage.begin(situation);
  scene.platform.faults.add({ fault: { kind: 'status', status: 404 } });
  await scene.run({ action: 'sync', scope: 'tab' });
  const before = scene.column('Sync detail');
  const sentBefore = scene.requests().length;
  scene.platform.faults.clear();
  scene.platform.faults.add({ fault: { kind: 'keyExpired' }, after: 12 });

  const progress = await scene.run({ action: 'sync', scope: 'tab' });
  expect(progress).toMatchObject({ state: 'stopped', failure: { kind: 'keyRefused' }, done: 12 });
  // The run before met no trouble, so the first wave is 20 wide; the key was refused in it.
  expect(scene.requests().length - sentBefore).toBe(20);
  const statuses = scene.column('Sync status');
  const details = scene.column('Sync detail');
  numbers.forEach((mlsNumber, rowIndex) => {
    const isHere = hasListing(scene.platform, mlsNumber, 'A quiet home.');
    expect(statuses[rowIndex] === 'Updated', mlsNumber).toBe(isHere);
    if (!isHere) expect(details[rowIndex], mlsNumber).toBe(before[rowIndex]);
  });
  expect(statuses.filter((status) => status === 'Updated')).toHaveLength(12);
  expect(statuses).not.toContain('Sending');
  scene.end();
});

describeGuards(() => stage);
