/** Rows that have not changed since they were confirmed: they keep what they say, and nothing is written into their tab. */
import { afterEach, describe, expect, test } from 'vitest';
import type { RunRequest, StartReply } from '../../src/core/engine/run-request.ts';
import { DEFAULT_TAB_SETTINGS } from '../../src/core/settings/tab-settings.ts';
import { replied, succeed, type TestSheet } from './listing-sheet.ts';
import { listingRow, openListingSheet } from './listings.ts';

const KEYS = ['A1', 'A2', 'A3'];
const SYNC: RunRequest = { action: 'sync', scope: 'tab' };

let sheet: TestSheet;
afterEach(() => sheet.close());

/** All that stands in the tab. */
const cells = () => sheet.emulator.hands.snapshot().tabs.find(({ name }) => name === 'Tab')?.cells;

/** Begins a run that is over in one call; gives its progress and how often each kind of writing was done in the tab. */
async function runOnce(request: RunRequest) {
  const report = await sheet.call('startRun', request);
  const started = replied<StartReply>(report);
  if (started.kind !== 'started') throw new Error('The run did not start.');
  const { trace } = report;
  // The line in the log is written with its formats in one go.
  const writes = trace.filter(
    (call, index) => /^Range\.set(Value|NumberFormat)s?$/.test(call) && !isOfLog(trace, index),
  );
  return { progress: started.progress, writes };
}

function isOfLog(trace: readonly string[], index: number): boolean {
  return trace[index] === 'Range.setNumberFormats' || trace[index - 1] === 'Range.setNumberFormats';
}

describe('a second run over rows that have not changed', () => {
  test('writes nothing into the tab, counts them, and goes into the log', async () => {
    sheet = await openListingSheet(KEYS);
    expect((await runOnce(SYNC)).writes).not.toEqual([]);
    const before = cells();
    sheet.platform.journal.clear();
    const { progress, writes } = await runOnce(SYNC);
    expect(writes).toEqual([]);
    expect(cells()).toEqual(before);
    expect(sheet.requests()).toEqual([]);
    expect(progress).toMatchObject({ state: 'finished', counts: { Unchanged: 3 }, done: 3, problems: [] });
    expect(sheet.column('Unchanged', 'Sync log')).toEqual(['', '3']);
  });

  test('writes only the rows that have changed', async () => {
    sheet = await openListingSheet(KEYS);
    await sheet.run(SYNC);
    const before = cells();
    sheet.emulator.hands.type('Tab', 'E3', '5');
    const { progress } = await runOnce(SYNC);
    expect(progress.counts).toEqual({ Unchanged: 2, Updated: 1 });
    const after = cells();
    expect([after?.[1], after?.[3]]).toEqual([before?.[1], before?.[3]]);
    expect(after?.[2]).not.toEqual(before?.[2]);
    expect(sheet.column('Sync status')).toEqual(['Updated', 'Updated', 'Updated']);
  });

  test('says of a row that shows a problem, though its content is confirmed, that it is Unchanged', async () => {
    sheet = await openListingSheet(KEYS);
    await sheet.run(SYNC);
    sheet.emulator.hands.type('Tab', 'J3', 'long ago');
    await sheet.run(SYNC);
    expect(sheet.column('Sync status')).toEqual(['Updated', 'Invalid', 'Updated']);
    sheet.emulator.hands.type('Tab', 'J3', '1998');
    expect((await runOnce(SYNC)).progress.counts).toEqual({ Unchanged: 3 });
    expect(sheet.column('Sync status')).toEqual(['Updated', 'Unchanged', 'Updated']);
    expect((await runOnce(SYNC)).writes).toEqual([]);
  });

  test('writes nothing into a row that is Invalid for the same reason', async () => {
    sheet = await openListingSheet(KEYS);
    sheet.emulator.hands.type('Tab', 'J3', 'long ago');
    await sheet.run(SYNC);
    const before = cells();
    const { progress, writes } = await runOnce(SYNC);
    expect(progress.counts).toEqual({ Unchanged: 2, Invalid: 1 });
    expect([writes, cells()]).toEqual([[], before]);
  });

  test('does not leave a status that somebody typed and the platform never said', async () => {
    sheet = await openListingSheet(KEYS);
    await sheet.run(SYNC);
    const column = sheet.emulator.hands.values('Tab')[0]?.indexOf('Sync status') ?? -1;
    sheet.emulator.hands.type('Tab', `${String.fromCharCode(65 + column)}3`, 'Deleted');
    expect((await runOnce(SYNC)).progress.counts).toEqual({ Unchanged: 3 });
    expect(sheet.column('Sync status')).toEqual(['Updated', 'Unchanged', 'Updated']);
  });

  test('says that a listing is gone which another row with its key has deleted', async () => {
    sheet = await openListingSheet(['A1', 'A1', 'A2']);
    await sheet.run(SYNC);
    const { hands } = sheet.emulator;
    hands.select('Tab', ['A3']);
    await sheet.run({ action: 'delete', scope: 'selection' });
    hands.select('Tab', ['A2']);
    expect((await sheet.run({ action: 'delete', scope: 'selection' })).counts).toEqual({ Unchanged: 1 });
    expect(sheet.column('Sync status')).toEqual(['Unchanged', 'Deleted', 'Updated']);
    expect(sheet.column('Sync detail')[0]).toMatch(/^Already deleted on /);
  });

  test('says that a listing is there which another row with its key has created again', async () => {
    sheet = await openListingSheet(['A1', 'A2']);
    await sheet.run(SYNC);
    const { hands } = sheet.emulator;
    hands.select('Tab', ['A2']);
    await sheet.run({ action: 'delete', scope: 'selection' });
    const settings = { ...DEFAULT_TAB_SETTINGS, createMissing: 'on' };
    succeed(await sheet.ask('saveTabSettings', { tabId: hands.activeTabId(), settings }));
    hands.paste('Tab', 'A4', [[...listingRow('A1')]]);
    hands.select('Tab', ['A4']);
    await sheet.run({ action: 'sync', scope: 'selection' });
    await sheet.run(SYNC);
    expect(sheet.column('Sync status')).toEqual(['Unchanged', 'Updated', 'Invalid']);
    expect(sheet.platform.listings().map(({ MLSNumber }) => MLSNumber)).toContain('A1');
  });
});
