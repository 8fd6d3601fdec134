import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LISTING_HEADERS, listingRow, records } from '../listings.ts';
import { isPushed } from './fault-actions.ts';
import { describeGuards } from './guards.ts';
import { hasListing } from './plot.ts';
import { openStage, type Scene, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const sync = { action: 'sync', scope: 'tab' } as const;
const push = { action: 'push', scope: 'tab' } as const;

/** Puts a row above the first one; it wins where both have the same key. */
function putOnTop({ emulator }: Scene, row: readonly string[]): void {
  emulator.hands.insertRows('Tab', 2, 1);
  emulator.hands.paste('Tab', 'A2', [row]);
}

describe('a row that was confirmed, and then lost its key to a row above it', () => {
  const rows = [LISTING_HEADERS, listingRow('A1', { Description: 'Mine.' })];
  const situation = { rows, platform: { listings: records('A1') } };

  test('is sent again when that row, which the platform has now, is removed', async () => {
    const scene = await stage.begin(situation);
    await scene.run(sync);
    putOnTop(scene, listingRow('A1', { Description: 'Another one’s.' }));
    await scene.run(sync);
    expect(scene.column('Sync status')).toEqual(['Updated', 'Invalid']);
    scene.emulator.hands.deleteRows('Tab', 2, 1);
    await scene.run(sync);
    expect(scene.column('Sync status')).toEqual(['Updated']);
    expect(hasListing(scene.platform, 'A1', 'Mine.')).toBe(true);
    scene.end();
  });

  test('is not Unchanged when that row has deleted the listing', async () => {
    const scene = await stage.begin(situation);
    await scene.run(sync);
    putOnTop(scene, listingRow('A1', { 'Listing status': 'Withdrawn' }));
    await scene.run(sync);
    expect(scene.column('Sync status')).toEqual(['Deleted', 'Invalid']);
    scene.emulator.hands.deleteRows('Tab', 2, 1);
    await scene.run(sync);
    expect(scene.column('Sync status')).toEqual(['Not found']);
    scene.end();
  });

  test('is sent again when that row was sent alone, and both still stand in the tab', async () => {
    const scene = await stage.begin(situation);
    await scene.run(sync);
    putOnTop(scene, listingRow('A1', { Description: 'Another one’s.' }));
    scene.emulator.hands.select('Tab', ['A2']);
    await scene.run({ action: 'sync', scope: 'selection' });
    expect(scene.column('Sync status')).toEqual(['Updated', 'Updated']);
    scene.emulator.hands.select('Tab', ['A3']);
    await scene.run({ action: 'sync', scope: 'selection' });
    expect(scene.column('Sync status')).toEqual(['Updated', 'Updated']);
    expect(hasListing(scene.platform, 'A1', 'Mine.')).toBe(true);
    scene.end();
  });

  test('is sent again though the two differ in a second key that the platform is not told', async () => {
    const twin = listingRow('A1', { Description: 'Another one’s.', 'Listing URL': 'https://homes.example.com/twin' });
    const scene = await stage.begin({ ...situation, rows: [...rows, twin] });
    for (const cell of ['A2', 'A3', 'A2']) {
      scene.emulator.hands.select('Tab', [cell]);
      await scene.run({ action: 'sync', scope: 'selection' });
    }
    expect(scene.column('Sync status')).toEqual(['Updated', 'Updated']);
    expect(hasListing(scene.platform, 'A1', 'Mine.')).toBe(true);
    scene.end();
  });

  const selection = { action: 'sync', scope: 'selection' } as const;

  test.each<readonly [string, (scene: Scene) => void]>([
    ['was given another key', ({ emulator }) => emulator.hands.type('Tab', 'A3', 'B2')],
    ['was removed', ({ emulator }) => emulator.hands.deleteRows('Tab', 3, 1)],
    ['was cleared', ({ emulator }) => emulator.hands.clear('Tab', 'A3:T3')],
  ])('is sent again when that row, sent alone, %s', async (_, change) => {
    const twin = listingRow('A1', { Description: 'Another one’s.' });
    const scene = await stage.begin({ rows: [...rows, twin], platform: { listings: records('A1', 'B2') } });
    await scene.run(sync);
    scene.emulator.hands.select('Tab', ['A3']);
    await scene.run(selection);
    expect(scene.column('Sync status').slice(0, 2)).toEqual(['Updated', 'Updated']);
    change(scene);
    await scene.run(sync);
    expect(scene.column('Sync status')[0]).toBe('Updated');
    expect(hasListing(scene.platform, 'A1', 'Mine.')).toBe(true);
    scene.end();
  });

  test('is not Unchanged when that row, deleted alone, was removed', async () => {
    const scene = await stage.begin({ ...situation, rows: [...rows, listingRow('A1')] });
    await scene.run(sync);
    scene.emulator.hands.select('Tab', ['A3']);
    await scene.run({ action: 'delete', scope: 'selection' });
    expect(scene.column('Sync status')).toEqual(['Updated', 'Deleted']);
    scene.emulator.hands.deleteRows('Tab', 3, 1);
    await scene.run(sync);
    expect(scene.column('Sync status')).toEqual(['Not found']);
    scene.end();
  });

  test('is sent again when that row, sent alone, got no answer', async () => {
    const scene = await stage.begin({
      ...situation,
      rows: [...rows, listingRow('A1', { Description: 'Another one’s.' })],
    });
    await scene.run(sync);
    scene.platform.faults.add({ fault: { kind: 'dropAfter' } });
    scene.emulator.hands.select('Tab', ['A3']);
    await scene.run(selection);
    scene.platform.faults.clear();
    expect(scene.column('Sync status')).toEqual(['Updated', 'Failed']);
    scene.emulator.hands.select('Tab', ['A2']);
    await scene.run(selection);
    expect(scene.column('Sync status')[0]).toBe('Updated');
    expect(hasListing(scene.platform, 'A1', 'Mine.')).toBe(true);
    scene.end();
  });

  test('is pushed again when that row, which the chatbot has now, is removed', async () => {
    const scene = await stage.begin({
      rows: [
        ['ID', 'Text'],
        ['1', 'text 1'],
      ],
      platform: { rows: [{ ID: 1, Data: {} }] },
    });
    await scene.run(push);
    putOnTop(scene, ['1', 'another text']);
    await scene.run(push);
    expect(scene.column('Sync status')).toEqual(['Pushed', 'Invalid']);
    scene.emulator.hands.deleteRows('Tab', 2, 1);
    await scene.run(push);
    expect(scene.column('Sync status')).toEqual(['Pushed']);
    expect(isPushed(scene, 1)).toBe(true);
    scene.end();
  });
});

describeGuards(() => stage);
