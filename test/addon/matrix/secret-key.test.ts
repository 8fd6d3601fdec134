import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { COLLEAGUE, SECRET_KEY } from '../listing-sheet.ts';
import { describeGuards } from './guards.ts';
import { openFour } from './sheets.ts';
import { openStage, type Scene, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const secretive = { kind: 'businessError', code: 400 } as const;

/** Everything that a person can have the add-on do or show. */
async function doEverything(scene: Scene): Promise<void> {
  await scene.call('onOpen', undefined, { source: 'open' });
  await scene.call('openSidebar', undefined, { source: 'menu' });
  await scene.run({ action: 'sync', scope: 'tab' });
  scene.emulator.hands.select('Tab', ['A2:A5']);
  const commands = ['syncSelectedListings', 'pushSelectedRows', 'checkSelectedRows', 'retryFailedRows'] as const;
  for (const command of commands) await scene.call(command, undefined, { source: 'menu' });
  await scene.call('continueRunByTrigger', undefined, { source: 'trigger' });
  for (const question of ['getOverview', 'testConnection', 'getMapping'] as const) await scene.ask(question);
  await scene.ask('previewRow', { action: 'sync', rowNumber: 2 });
  await scene.ask('checkRows', { action: 'sync', scope: 'tab' });
  await scene.ask('getOverview', undefined, COLLEAGUE);
  scene.end();
}

describe('the key', () => {
  test.each([
    ['a refusal', { ...secretive, message: `bad key ${SECRET_KEY}` }],
    ['a refusal that spells it in another way', { ...secretive, message: `key=${encodeURIComponent(SECRET_KEY)}&x` }],
    ['a refusal that cuts it', { ...secretive, message: `${'x'.repeat(290)}${SECRET_KEY}` }],
    ['data of a wrong type', { kind: 'wrongData', data: SECRET_KEY, isAfterWrite: true }],
    ['an expired key', { kind: 'keyExpired' }],
    ['a server error', { kind: 'status', status: 500 }],
    ['a broken connection', { kind: 'dropBefore' }],
  ] as const)('is not in anything a person sees after %s', async (_, fault) => {
    const scene = await openFour(stage);
    scene.platform.faults.add({ fault });
    await doEverything(scene);
    expect(stage.evidence.leaks).toEqual([]);
  });

  test('is not in what Google says of a name that leads nowhere', async () => {
    const scene = await openFour(stage);
    scene.loseName();
    await doEverything(scene);
    expect(stage.evidence.leaks).toEqual([]);
  });

  test('of the owner is nothing that a colleague’s calls can bring to light', async () => {
    const scene = await openFour(stage);
    const report = await scene.call('getOverview', undefined, { user: COLLEAGUE });
    expect(JSON.stringify(report)).not.toContain('test-secret-key');
    expect(JSON.stringify(scene.emulator.properties('document'))).not.toContain('test-secret-key');
    scene.end();
  });

  test('was looked for in answers, logs, toasts, the menu, the sidebar, dialogs, cells, properties and requests', () => {
    expect(new Set(stage.evidence.looks.keys())).toEqual(
      new Set(['answer', 'log', 'event', 'dialog', 'cell', 'document property', 'request']),
    );
  });
});

describeGuards(() => stage);
