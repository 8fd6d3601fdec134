/** Google's six minutes, and the time between two checkpoints: what a run does in time, and what it leaves for later. */
import { afterEach, describe, expect, test } from 'vitest';
import type { RunRequest } from '../../src/core/engine/run-request.ts';
import { beginWaiting, openSheet, type SheetOptions, succeed, type TestSheet } from './listing-sheet.ts';
import { openListingSheet } from './listings.ts';

let sheet: TestSheet;
afterEach(() => sheet.close());

const sync = { action: 'sync', scope: 'tab' } as const;

async function openListings(numbers: readonly string[], more: SheetOptions = {}): Promise<void> {
  sheet = await openListingSheet(numbers, more);
}

const start = async (request: RunRequest = sync) => (await beginWaiting(sheet, request)).runId;

test('a spreadsheet that is read slowly is read no further in a slice than can be sent', async () => {
  const ids = Array.from({ length: 25_000 }, (_, index) => index + 1);
  sheet = await openSheet([['ID', 'Name'], ...ids.map((id) => [String(id), `row ${id}`])], {
    platform: { rows: ids.map((ID) => ({ ID, Data: {} })) },
    emulator: { latency: { sheetReadPer1000CellsMs: 600 } },
  });
  let progress = await beginWaiting(sheet, { action: 'push', scope: 'tab' });
  const done: number[] = [];
  while (progress.state === 'running' && done.length < 10) {
    const startedMs = sheet.emulator.now();
    progress = succeed(await sheet.ask('continueRun', { runId: progress.runId }));
    expect(sheet.emulator.now() - startedMs).toBeLessThan(240_000);
    done.push(progress.done);
  }
  expect(progress.state).toBe('finished');
  expect(done.length).toBeLessThan(6);
});

describe('time', () => {
  test('is kept within Google’s six minutes although no request of a wave gets an answer', async () => {
    const numbers = Array.from({ length: 8 }, (_, index) => `A${index}`);
    await openListings(numbers, { emulator: { latency: { fetchMs: 50_000 } } });
    sheet.platform.faults.add({ fault: { kind: 'dropBefore' } });
    const runId = await start();
    const report = await sheet.call('continueRun', { runId });
    expect(report.outcome.kind).toBe('returned');
  });

  test('is kept within Google’s six minutes however slow answers are, and what was sent is recorded', async () => {
    const numbers = Array.from({ length: 400 }, (_, index) => `A${index}`);
    await openListings(numbers, { emulator: { latency: { fetchMs: 33_000, fetchAllParallelism: 10 } } });
    const runId = await start();
    const slices = [await sheet.call('continueRun', { runId }), await sheet.call('continueRun', { runId })];
    expect(slices.map(({ outcome }) => outcome.kind)).toEqual(['returned', 'returned']);
    expect(sheet.column('Sync status').filter((status) => status === 'Updated')).toHaveLength(sheet.requests().length);
  });

  test('between two checkpoints is short although the platform becomes slow within a chunk', async () => {
    const numbers = Array.from({ length: 500 }, (_, index) => `A${index}`);
    await openListings(numbers);
    const runId = await start();
    const stop = sheet.platform.journal.onEntry(() => {
      if (sheet.requests().length < 110) return;
      stop();
      sheet.platform.faults.add({ fault: { kind: 'late', statedMs: 15_000 } });
    });
    const { trace } = await sheet.call('continueRun', { runId });
    const waves = trace
      .join()
      .split('SpreadsheetApp.flush')
      .map((part) => part.split('UrlFetchApp.fetchAll').length - 1);
    // Eighty seconds and the wave under way, of two rounds at most.
    expect(Math.max(...waves.slice(2))).toBeLessThanOrEqual(6);
    let progress = succeed(await sheet.ask('continueRun', { runId }));
    while (progress.state === 'running') progress = succeed(await sheet.ask('continueRun', { runId }));
    expect(progress.counts).toEqual({ Updated: 500 });
    expect(sheet.requests()).toHaveLength(500);
  });

  test('of a slice of the sidebar is short, however long the platform asks to wait', async () => {
    await openListings(['A1']);
    sheet.platform.faults.add({ fault: { kind: 'status', status: 429, retryAfterSeconds: 180 }, times: 1 });
    const runId = await start();
    const report = await sheet.call('continueRun', { runId });
    expect(report.virtualMs).toBeLessThan(60_000);
  });

  test('is enough for a few rows of a tab so large that reading it takes most of a slice', async () => {
    const numbers = Array.from({ length: 7_000 }, (_, index) => `A${index}`);
    await openListings(numbers, { emulator: { latency: { sheetReadPer1000CellsMs: 1_400 } } });
    sheet.emulator.hands.select('Tab', ['A2:A6']);
    const startedMs = sheet.emulator.now();
    const started = succeed(await sheet.ask('startRun', { action: 'sync', scope: 'selection' }));
    expect(sheet.emulator.now() - startedMs).toBeGreaterThan(230_000);
    // What is left of the time is kept for marking the rows; the next execution reads only these.
    if (started.kind !== 'started') throw new Error('not started');
    expect(started.progress).toMatchObject({ state: 'running', done: 0 });
    const progress = succeed(await sheet.ask('continueRun', { runId: started.progress.runId }));
    expect(progress).toMatchObject({ state: 'finished', counts: { Updated: 5 }, requests: 5 });
  });

  test('buys about as many rows on a large tab as on a small one', async () => {
    const small = await rowsPerSlice(500);
    await sheet.close();
    const large = await rowsPerSlice(4_000);
    expect(large).toBeGreaterThan(0.7 * small);
  });

  async function rowsPerSlice(rowCount: number): Promise<number> {
    await openListings(Array.from({ length: rowCount }, (_, index) => `A${index}`));
    const runId = await start();
    const startedMs = sheet.emulator.now();
    const { done } = succeed(await sheet.ask('continueRun', { runId }));
    return done / (sheet.emulator.now() - startedMs);
  }

  test('of a menu command counts from its beginning, not from its first request', async () => {
    const numbers = Array.from({ length: 400 }, (_, index) => `A${index}`);
    await openListings(numbers, { emulator: { latency: { fetchMs: 20_000, sheetReadMs: 12_000 } } });
    sheet.emulator.hands.select('Tab', ['A2:A401']);
    const report = await sheet.choose('syncSelectedListings');
    expect(report.outcome.kind).toBe('returned');
  });
});
