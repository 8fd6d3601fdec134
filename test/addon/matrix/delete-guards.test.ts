import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kindOf, succeed } from '../listing-sheet.ts';
import { LISTING_HEADERS, listingRow, records } from '../listings.ts';
import { describeGuards } from './guards.ts';
import { keysThere, openFour } from './sheets.ts';
import { openStage, type Scene, type Stage } from './stage.ts';
import { IN_BACKGROUND, sendOneByOne } from './ways.ts';

let stage: Stage;
let slowStage: Stage;
beforeAll(async () => {
  stage = await openStage();
  slowStage = await openStage(IN_BACKGROUND.emulator);
});
afterAll(() => Promise.all([stage.close(), slowStage.close()]));

const all = { action: 'delete', scope: 'tab' } as const;
const selected = { action: 'delete', scope: 'selection' } as const;

describe('a delete', () => {
  test('happens neither without the word of a person nor with a wrong one', async () => {
    const scene = await openFour(stage);
    expect(succeed(await scene.ask('startRun', all)).kind).toBe('confirmDeletes');
    for (const deleteToken of ['', 'yes', '0'.repeat(32)]) {
      expect(kindOf(await scene.ask('startRun', { ...all, deleteToken }))).not.toBe('ok');
    }
    expect(scene.requests()).toEqual([]);
    expect(keysThere(scene)).toHaveLength(4);
    scene.end();
  });

  test('does not happen with the word that was given for other rows', async () => {
    const scene = await openFour(stage);
    scene.emulator.hands.select('Tab', ['A2:A3']);
    const asked = succeed(await scene.ask('startRun', selected));
    const deleteToken = asked.kind === 'confirmDeletes' ? asked.confirmation.deleteToken : '';
    scene.emulator.hands.select('Tab', ['A2:A4']);
    expect(kindOf(await scene.ask('startRun', { ...selected, deleteToken }))).toBe('deletesChanged');
    scene.emulator.hands.select('Tab', ['A2:A3']);
    scene.emulator.hands.type('Tab', 'A3', 'A4');
    expect(kindOf(await scene.ask('startRun', { ...selected, deleteToken }))).toBe('deletesChanged');
    expect(keysThere(scene)).toHaveLength(4);
    scene.end();
  });

  test('that a row has become while the run was waiting is held back', async () => {
    const scene = await openFour(stage);
    const progress = await scene.start({ action: 'sync', scope: 'tab' });
    scene.emulator.hands.type('Tab', 'B3', 'Withdrawn');
    await scene.finish(progress);
    expect(scene.column('Sync status')).toEqual(['Updated', 'Skipped', 'Updated', 'Updated']);
    expect(keysThere(scene)).toHaveLength(4);
    scene.end();
  });

  test('of another key than the one that was agreed to is held back', async () => {
    const scene = await openFour(stage);
    const progress = await scene.start(all);
    scene.emulator.hands.deleteRows('Tab', 5, 1);
    scene.emulator.hands.type('Tab', 'A3', 'A4');
    await scene.finish(progress);
    expect(keysThere(scene)).toEqual(['A2', 'A4']);
    scene.end();
  });
});

describe('a delete by the background trigger', () => {
  /** Updates go first, two requests in an execution: the menu command sends A1 and A2, the rest is left. */
  const rows = [
    LISTING_HEADERS,
    ...['A1', 'A2', 'A3'].map((mlsNumber) => listingRow(mlsNumber)),
    ...['D1', 'D2'].map((mlsNumber) => listingRow(mlsNumber, { 'Listing status': 'Withdrawn' })),
  ];
  const situation = { rows, platform: { listings: records('A1', 'A2', 'A3', 'D1', 'D2', 'D3') } };

  /** Has the menu command begin, lets somebody change the tab, and lets triggers go on to the end. */
  async function changeMeanwhile(change: (scene: Scene) => void): Promise<Scene> {
    const scene = await slowStage.begin(situation);
    sendOneByOne(scene);
    scene.emulator.hands.select('Tab', ['A2:A6']);
    await scene.call('syncSelectedListings', undefined, { source: 'menu' });
    expect(scene.column('Sync status')).toEqual(['Updated', 'Updated', '', '', '']);
    expect(scene.emulator.triggers()).toHaveLength(1);
    change(scene);
    await IN_BACKGROUND.wait(scene);
    scene.end();
    return scene;
  }

  test('happens to the rows that a person agreed to', async () => {
    const scene = await changeMeanwhile(() => {});
    expect(scene.column('Sync status')).toEqual(['Updated', 'Updated', 'Updated', 'Deleted', 'Deleted']);
    expect(keysThere(scene)).toEqual(['A1', 'A2', 'A3', 'D3']);
  });

  test('does not happen to a row that was turned into a delete meanwhile', async () => {
    const scene = await changeMeanwhile(({ emulator }) => emulator.hands.type('Tab', 'B4', 'Withdrawn'));
    expect(scene.column('Sync status')).toEqual(['Updated', 'Updated', 'Skipped', 'Deleted', 'Deleted']);
    expect(keysThere(scene)).toContain('A3');
  });

  test('does not happen to a row whose key was changed meanwhile', async () => {
    const scene = await changeMeanwhile(({ emulator }) => emulator.hands.type('Tab', 'A6', 'D3'));
    expect(scene.column('Sync status')).toEqual(['Updated', 'Updated', 'Updated', 'Deleted', '']);
    expect(keysThere(scene)).toEqual(['A1', 'A2', 'A3', 'D2', 'D3']);
  });

  test('does not happen to rows that were added meanwhile, marked or not', async () => {
    const scene = await changeMeanwhile(({ emulator }) => {
      const { hands } = emulator;
      const [, , , , withdrawn = []] = hands.snapshot().tabs[0]?.cells ?? [];
      const copy = withdrawn.map(({ input }, columnIndex) => (columnIndex === 0 ? 'D3' : input));
      hands.paste('Tab', 'A7', [copy, listingRow('A1', { 'Listing status': 'Withdrawn' })]);
    });
    expect(scene.column('Sync status').slice(3)).toEqual(['Deleted', 'Deleted', '', '']);
    expect(keysThere(scene)).toEqual(['A1', 'A2', 'A3', 'D3']);
  });

  test('does not happen after the run was cancelled', async () => {
    const scene = await slowStage.begin(situation);
    scene.emulator.hands.select('Tab', ['A2:A6']);
    await scene.call('syncSelectedListings', undefined, { source: 'menu' });
    const { run = '' } = scene.emulator.properties('document');
    await scene.ask('cancelRun', { runId: /"runId":"([^"]+)"/.exec(run)?.[1] ?? '' });
    await IN_BACKGROUND.wait(scene);
    expect(keysThere(scene)).toHaveLength(6);
    scene.end();
  });

  test('does not happen when nobody started a run', async () => {
    const scene = await openFour(stage);
    const report = await scene.call('continueRunByTrigger', undefined, { source: 'trigger' });
    expect(report.outcome.kind).toBe('returned');
    expect(scene.requests()).toEqual([]);
    scene.end();
  });
});

describeGuards(() => stage);
describeGuards(() => slowStage);
