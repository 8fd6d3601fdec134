import { afterAll, beforeAll, expect, test } from 'vitest';
import { listingsNamed } from './fault-actions.ts';
import { describeGuards } from './guards.ts';
import { openStage, type Scene, type Stage } from './stage.ts';
import { LOG_TAB } from './tab-texts.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage({ account: 'consumer' });
});
afterAll(() => stage.close());

const DAY_MS = 86_400_000;
const REQUESTS_PER_DAY = 20_000;
const sync = { action: 'sync', scope: 'tab' } as const;

/** Lets the owner use up so many of the day's requests, on a name that leads nowhere. */
async function useUp({ emulator, loseName }: Scene, requests: number): Promise<void> {
  const findName = loseName();
  await emulator.evaluate(`UrlFetchApp.fetchAll(Array(${requests}).fill({ url: 'https://usapi.hottask.com/' }));`);
  findName();
}

test('the end of the day’s requests stops a run, keeps everything, and the rest is sent the next day', async () => {
  const scene = await stage.begin(listingsNamed(80).situation);
  await scene.wait(DAY_MS);
  // The waves of 10 and 20 fit in, the one of 40 does not.
  await useUp(scene, REQUESTS_PER_DAY - 50);
  const stopped = await scene.run(sync);
  expect(stopped).toMatchObject({ state: 'stopped', counts: { Updated: 30, Failed: 40 } });
  expect(stopped.message).toMatch(/tomorrow/);
  expect(scene.requests()).toHaveLength(30);
  const statuses = scene.column('Sync status');
  expect(statuses.filter((status) => status === 'Updated')).toHaveLength(30);
  // Whether Google sends a part of a wave that it refuses is written nowhere.
  expect(statuses.filter((status) => status === 'Failed')).toHaveLength(40);
  expect(statuses.filter((status) => status === '')).toHaveLength(10);
  expect(scene.column('First problem', LOG_TAB)[0]).toMatch(/urlfetch/);

  expect(await scene.run(sync)).toMatchObject({ state: 'stopped' });
  expect(scene.requests().length).toBeLessThan(80);
  await scene.wait(DAY_MS);
  expect(await scene.run(sync)).toMatchObject({ state: 'finished' });
  expect(scene.requests()).toHaveLength(80);
  expect(new Set(scene.column('Sync status'))).toEqual(new Set(['Updated']));
  scene.end();
});

describeGuards(() => stage);
