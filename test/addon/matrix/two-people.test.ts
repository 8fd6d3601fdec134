import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RunProgress } from '../../../src/core/engine/progress.ts';
import type { RunRequest, StartReply } from '../../../src/core/engine/run-request.ts';
import type { Reply } from '../../../src/core/terms/failure.ts';
import { COLLEAGUE, kindOf, OWNER } from '../listing-sheet.ts';
import { listingRows, records } from '../listings.ts';
import { describeGuards } from './guards.ts';
import { noteFigures } from './matrix-figures.ts';
import { MATRIX_SIZE } from './matrix-size.ts';
import { keysOf } from './plot.ts';
import { openStage, type Scene, type Stage } from './stage.ts';
import { LOG_TAB } from './tab-texts.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const NUMBERS = Array.from({ length: 12 }, (_, index) => `A${index + 1}`);
const ROUNDS = Array.from({ length: MATRIX_SIZE.twoPeopleRounds }, (_, index) => index + 1);
const sync = { action: 'sync', scope: 'tab' } as const satisfies RunRequest;

const begin = () => stage.begin({ rows: listingRows(...NUMBERS), platform: { listings: records(...NUMBERS) } });

/** What became of one person's wish to run. */
type Attempt = { readonly user: string } & (
  | { readonly kind: 'ran'; readonly progress: RunProgress }
  | { readonly kind: 'refused'; readonly reply: Reply<unknown> }
);

/** One person presses the button and stays with the run to its end. */
async function press(scene: Scene, user: string): Promise<Attempt> {
  const started = await scene.ask('startRun', sync, user);
  if (!started.ok || started.value.kind !== 'started') return { kind: 'refused', user, reply: started };
  let { progress } = started.value;
  while (progress.state === 'running') {
    const reply = await scene.ask('continueRun', { runId: progress.runId }, user);
    if (!reply.ok) return { kind: 'refused', user, reply };
    progress = reply.value;
  }
  return { kind: 'ran', user, progress };
}

describe('two people who press the button at the same moment', () => {
  test.each(ROUNDS)(
    'get one run between them, and no row is sent twice (round %i)',
    async (round) => {
      const scene = await begin();
      const users = round % 2 === 0 ? [OWNER, COLLEAGUE] : [COLLEAGUE, OWNER];
      const attempts = await Promise.all(users.map((user) => press(scene, user)));
      const orderInLog = scene.column('Who', LOG_TAB);
      const runs = attempts
        .filter((attempt) => attempt.kind === 'ran')
        .sort((a, b) => orderInLog.indexOf(a.user) - orderInLog.indexOf(b.user));
      const refusals = attempts.filter((attempt) => attempt.kind === 'refused');

      expect(scene.requests().flatMap(keysOf).sort()).toEqual([...NUMBERS].sort());
      expect(runs[0]?.progress.counts).toEqual({ Updated: 12 });
      // Whoever comes when the first run is over finds nothing left to send.
      for (const later of runs.slice(1)) expect(later.progress.counts).toEqual({ Unchanged: 12 });
      for (const { reply } of refusals) {
        expect(kindOf(reply)).toBe('busy');
        const who = runs[0]?.user ?? '';
        expect(reply.ok ? '' : reply.error.message).toMatch(
          new RegExp(
            `^${who.replace('.', '\\.')} is running "Sync listings" in this spreadsheet \\(\\d+ of 12 rows done\\)`,
          ),
        );
      }
      expect(orderInLog).toEqual(runs.map(({ user }) => user));
      scene.end();
    },
    MATRIX_SIZE.timeoutMs,
  );
});

test('two people pressed the button in as many rounds as this size of the matrix has', (context) => {
  noteFigures(context, { rounds: ROUNDS.length });
  expect(ROUNDS).toHaveLength(MATRIX_SIZE.twoPeopleRounds);
});

describe('a second person', () => {
  test('who comes while a wave is under way starts nothing, and is told who is running and how far it is', async () => {
    const scene = await begin();
    const progress = await scene.start(sync);
    const coming: Promise<Reply<StartReply>>[] = [];
    scene.platform.faults.add({
      fault: { kind: 'status', status: 429, retryAfterSeconds: 200 },
      bodyIncludes: '"A12"',
    });
    scene.platform.journal.onEntry(({ number }) => {
      if (number === 1) coming.push(scene.ask('startRun', sync, COLLEAGUE));
    });
    const paused = await scene.ask('continueRun', { runId: progress.runId });
    expect(paused).toMatchObject({ ok: true, value: { state: 'running', done: 11 } });
    const [reply] = await Promise.all(coming);
    expect(reply).toMatchObject({ ok: false, error: { kind: 'busy' } });
    expect(reply?.ok === false ? reply.error.message : '').toContain(`${OWNER} is running "Sync listings"`);
    expect(reply?.ok === false ? reply.error.message : '').toMatch(/\(\d+ of 12 rows done\)/);
    scene.end();
  });

  test('who cancels somebody’s run stops it after the wave under way', async () => {
    const scene = await begin();
    const progress = await scene.start(sync);
    const cancelling: Promise<Reply<RunProgress>>[] = [];
    scene.platform.journal.onEntry(({ number }) => {
      if (number === 1) cancelling.push(scene.ask('cancelRun', { runId: progress.runId }, COLLEAGUE));
    });
    const ended = await scene.finish(progress).catch(() => undefined);
    const [cancelled] = await Promise.all(cancelling);
    expect(cancelled).toMatchObject({ ok: true });
    const statuses = scene.column('Sync status');
    const sent = scene.requests().flatMap(keysOf);
    NUMBERS.forEach((mlsNumber, rowIndex) => {
      expect(statuses[rowIndex], mlsNumber).toBe(sent.includes(mlsNumber) ? 'Updated' : '');
    });
    expect(ended?.state ?? 'cancelled').not.toBe('stopped');
    scene.end();
  });
});

describe('one person with two windows', () => {
  test('who lets both carry on the same run has no row sent twice', async () => {
    for (let round = 0; round < 4; round += 1) {
      const scene = await begin();
      const { runId } = await scene.start(sync);
      const replies = await Promise.all([scene.ask('continueRun', { runId }), scene.ask('continueRun', { runId })]);
      // The other window comes when the run is over, or does not wait so long.
      expect(['busy ok', 'ok ok']).toContain(replies.map(kindOf).sort().join(' '));
      expect(scene.requests().flatMap(keysOf).sort()).toEqual([...NUMBERS].sort());
      expect(new Set(scene.column('Sync status'))).toEqual(new Set(['Updated']));
      expect(scene.column('Ended', LOG_TAB)).toEqual(['finished']);
      scene.end();
    }
  });

  test('who presses the button again takes the run over, and the first window is told so', async () => {
    const scene = await begin();
    const first = await scene.start(sync);
    const second = await scene.start(sync);
    expect(kindOf(await scene.ask('continueRun', { runId: first.runId }))).toBe('runGone');
    expect((await scene.finish(second)).counts).toEqual({ Updated: 12 });
    expect(scene.requests()).toHaveLength(12);
    expect(scene.column('Ended', LOG_TAB)).toEqual(['interrupted', 'finished']);
    scene.end();
  });

  test('of which one is the menu has no row sent twice', async () => {
    const scene = await begin();
    scene.emulator.hands.select('Tab', ['A2:A13']);
    await Promise.all([press(scene, OWNER), scene.call('syncSelectedListings', undefined, { source: 'menu' })]);
    expect(scene.requests().flatMap(keysOf).sort()).toEqual([...NUMBERS].sort());
    expect(new Set(scene.column('Sync status'))).not.toContain('Sending');
    scene.end();
  });
});

describeGuards(() => stage);
