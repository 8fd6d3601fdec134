import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RunProgress } from '../../../src/core/engine/progress.ts';
import type { Failure, Reply } from '../../../src/core/terms/failure.ts';
import { describeGuards } from './guards.ts';
import { makeChange } from './hand-changes.ts';
import { FOUR_KEYS, openFour } from './sheets.ts';
import { openStage, type Scene, type Stage } from './stage.ts';
import { LOG_TAB, OWN_HEADERS } from './tab-texts.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const sync = { action: 'sync', scope: 'tab' } as const;
const CASES = OWN_HEADERS.flatMap((header) =>
  (['while it waits', 'while a wave is under way'] as const).map((when) => ({ header, when })),
);

/** Begins a run and carries it on; somebody deletes the column at that moment. */
async function runWithout(scene: Scene, { header, when }: (typeof CASES)[number]): Promise<Reply<RunProgress>> {
  const { runId } = await scene.start(sync);
  const strike = () => makeChange(scene.emulator.hands, { kind: 'deleteOwnColumn', header });
  if (when === 'while it waits') strike();
  const stop = scene.platform.journal.onEntry(() => {
    stop();
    if (when === 'while a wave is under way') strike();
  });
  return scene.ask('continueRun', { runId });
}

/** Why a run went no further, whether it is told as an answer or as a failure. */
function reasonOf(reply: Reply<RunProgress>): Failure | undefined {
  return reply.ok ? reply.value.failure : reply.error;
}

describe('a run whose column', () => {
  test.each(CASES)('$header is deleted $when stops and says so', async (one) => {
    const scene = await openFour(stage);
    const reason = reasonOf(await runWithout(scene, one));
    expect(reason?.kind).toBe('statusColumnsGone');
    expect(reason?.message).toContain('deleted or renamed');
    expect(scene.column('Ended', LOG_TAB)).toEqual(['stopped']);
    const isSent = scene.requests().length > 0;
    expect(isSent).toBe(one.when === 'while a wave is under way');
    // Nothing could be recorded, so nothing may be claimed.
    expect(['', 'Sending']).toEqual(expect.arrayContaining([...new Set(scene.column('Sync status'))]));
    scene.end();
  });

  test.each(CASES)('$header is deleted $when can be started again, as the failure says', async (one) => {
    const scene = await openFour(stage);
    await runWithout(scene, one);
    const { state, counts } = await scene.run(sync);
    expect({ state, counts }).toEqual({ state: 'finished', counts: { Updated: FOUR_KEYS.length } });
    expect(new Set(scene.column('Sync status'))).toEqual(new Set(['Updated']));
    scene.end();
  });
});

describeGuards(() => stage);
