import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ACTION_NAMES, FAULT_ACTIONS, type FaultAction, listingsNamed } from './fault-actions.ts';
import { FAULT_CASES, LOST_LOOKUPS, NAME_LOST, STRIKES } from './fault-table.ts';
import { describeGuards } from './guards.ts';
import { noteFigures } from './matrix-figures.ts';
import { openStage, type Scene, type Stage } from './stage.ts';
import { LOG_TAB } from './tab-texts.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const CASES = FAULT_CASES.flatMap((one) =>
  ACTION_NAMES.flatMap((action) =>
    STRIKES.map(([often, times], strikeIndex) => ({ ...one, action, often, times, ending: one[action][strikeIndex] })),
  ),
);

const LOST_NAMES = ACTION_NAMES.flatMap((action) =>
  STRIKES.map(([often], strikeIndex) => {
    const lookups = action === 'push' ? LOST_LOOKUPS.ofOne : LOST_LOOKUPS.ofThree;
    const lost: readonly number[] = lookups[strikeIndex] ?? [];
    return { action, often, lost, ending: NAME_LOST[action][strikeIndex] };
  }),
);

/** Runs while the fault is there, and tests the ending. */
async function runStruck(scene: Scene, action: FaultAction, ending: string, lostRequests: number): Promise<void> {
  const { request, done, isTrue } = action;
  const [words = '', requests] = ending.split(' in ');
  const [status = '', together] = words.split(' ');
  const progress = await scene.run(request);
  const others = together === undefined ? done : status;
  const statuses = scene.column('Sync status');
  expect(statuses).toEqual([others, status, others]);
  expect(scene.requests()).toHaveLength(Number(requests) - lostRequests);
  expect(progress).toMatchObject({ state: 'finished', done: 3, requests: Number(requests) });
  statuses.forEach((claimed, rowIndex) => {
    if (claimed === done) expect(isTrue(scene, rowIndex), `row ${rowIndex + 2}`).toBe(true);
  });
}

/** Runs again when the fault is gone: every row that was not done is done now, and nothing else is sent. */
async function runSettling(scene: Scene, { request, done, isTrue }: FaultAction): Promise<void> {
  await scene.run(request);
  expect(scene.column('Sync status')).toEqual([done, done, done]);
  expect([0, 1, 2].every((rowIndex) => isTrue(scene, rowIndex))).toBe(true);
  expect(scene.column('Ended', LOG_TAB)).toEqual(['finished', 'finished']);
  scene.end();
}

describe('a fault of the platform', () => {
  test.each(CASES)('$name, $often, leaves $action $ending', async ({ action, fault, times, ending = '' }) => {
    const struck = FAULT_ACTIONS[action];
    const scene = await stage.begin(struck.situation);
    const often = Number.isFinite(times) ? { times } : {};
    scene.platform.faults.add({ fault, bodyIncludes: struck.marker, ...often });
    await runStruck(scene, struck, ending, 0);
    scene.platform.faults.clear();
    await runSettling(scene, struck);
  });
});

describe('a name that leads nowhere', () => {
  test.each(LOST_NAMES)('for one request of a wave, $often, leaves $action $ending', async (one) => {
    const struck = FAULT_ACTIONS[one.action];
    const scene = await stage.begin(struck.situation);
    const findName = scene.loseName((lookupNumber) => one.lost.includes(lookupNumber));
    await runStruck(scene, struck, one.ending ?? '', one.lost.length);
    findName();
    await runSettling(scene, struck);
  });

  test.each(ACTION_NAMES)('leaves %s Failed, and the next run settles it', async (action) => {
    const { request, situation, done } = FAULT_ACTIONS[action];
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
    const scene = await stage.begin(listingsNamed(30).situation);
    const request = { action: 'sync', scope: 'tab' } as const;
    let findName = () => {};
    scene.platform.journal.onEntry(({ number }) => {
      // The last answer of the first wave of 10.
      if (number === 10) findName = scene.loseName();
    });
    const { counts } = await scene.run(request);
    expect(counts).toEqual({ Updated: 10, Failed: 20 });
    findName();
    expect((await scene.run(request)).counts).toEqual({ Updated: 20, Unchanged: 10 });
    expect(scene.requests()).toHaveLength(30);
    scene.end();
  });
});

test('every fault strikes updates, deletes and pushes, as often as this size of the matrix has it', (context) => {
  noteFigures(context, { cases: CASES.length + LOST_NAMES.length });
  expect(CASES).toHaveLength(FAULT_CASES.length * ACTION_NAMES.length * STRIKES.length);
  expect(new Set(FAULT_CASES.map(({ name }) => name)).size).toBe(FAULT_CASES.length);
});

describeGuards(() => stage);
