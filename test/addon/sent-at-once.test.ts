/** Runs over a few rows of a large tab, which the call that begins them also sends. */
import { afterEach, describe, expect, test } from 'vitest';
import { kindOf, openSheet, succeed, type TestSheet } from './listing-sheet.ts';
import { listingRows, records } from './listings.ts';

let sheet: TestSheet;
afterEach(() => sheet.close());

const NUMBERS = Array.from({ length: 3_500 }, (_, index) => `A${index + 1}`);
const SENT = ['A1', 'A2', 'A3499', 'A3500'] as const;
const request = { action: 'sync', scope: 'selection' } as const;

async function open(): Promise<void> {
  sheet = await openSheet(listingRows(...NUMBERS), { platform: { listings: records(...NUMBERS) } });
  sheet.emulator.hands.select('Tab', ['A2:A3', 'A3500:A3501']);
}

/** Statuses by MLS number, of the rows that have one. */
function statuses(): Readonly<Record<string, string>> {
  const numbers = sheet.column('MLS number');
  return Object.fromEntries(
    sheet.column('Sync status').flatMap((status, index) => (status === '' ? [] : [[numbers[index], status]])),
  );
}

const UPDATED = Object.fromEntries(SENT.map((number) => [number, 'Updated']));

describe('a few rows of a large tab', () => {
  test('are sent by the call that begins the run', async () => {
    await open();
    const started = succeed(await sheet.ask('startRun', request));
    expect(started).toMatchObject({ kind: 'started', progress: { state: 'finished', counts: { Updated: 4 } } });
    expect(statuses()).toEqual(UPDATED);
    expect(sheet.column('Ended', 'Sync log')).toEqual(['finished']);
  });

  test('get their statuses although everything was sorted while they were under way', async () => {
    await open();
    const stop = sheet.platform.journal.onEntry(() => {
      stop();
      sheet.emulator.hands.sort('Tab', 1, false, 2);
    });
    const started = succeed(await sheet.ask('startRun', request));
    expect(started).toMatchObject({ progress: { state: 'finished', counts: { Updated: 4 } } });
    expect(statuses()).toEqual(UPDATED);
  });

  test('wait for the next slice where the platform asks for patience', async () => {
    await open();
    sheet.platform.faults.add({ fault: { kind: 'status', status: 429, retryAfterSeconds: 120 }, times: 1 });
    const started = succeed(await sheet.ask('startRun', request));
    if (started.kind !== 'started') throw new Error('not started');
    expect(started.progress).toMatchObject({ state: 'running', done: 3 });
    let { progress } = started;
    for (let slice = 0; progress.state === 'running' && slice < 5; slice += 1) {
      progress = succeed(await sheet.ask('continueRun', { runId: progress.runId }));
    }
    expect(progress.counts).toEqual({ Updated: 4 });
    expect(statuses()).toEqual(UPDATED);
  });

  test('say why the run stopped when the key is refused', async () => {
    await open();
    sheet.platform.faults.add({ fault: { kind: 'keyExpired' } });
    const started = succeed(await sheet.ask('startRun', request));
    expect(started).toMatchObject({ progress: { state: 'stopped', failure: { kind: 'keyRefused' } } });
    expect(statuses()).toEqual({});
    expect(sheet.column('Ended', 'Sync log')).toEqual(['stopped']);
  });

  test('are not touched when the status column is protected', async () => {
    await open();
    await sheet.run(request);
    sheet.platform.journal.clear();
    sheet.emulator.hands.protect('Tab', 'U:X', { evenOwner: true });
    sheet.emulator.hands.type('Tab', 'G2', '470000');
    expect(kindOf(await sheet.ask('startRun', request))).toBe('statusProtected');
    expect(sheet.requests()).toEqual([]);
    expect(kindOf(await sheet.ask('getOverview'))).toBe('ok');
    expect(sheet.column('Ended', 'Sync log')).toEqual(['finished']);
  });

  test('converge when the call is killed anywhere and the run begun again', async () => {
    await open();
    const whole = await sheet.call('startRun', request);
    const firstFetch = whole.trace.indexOf('UrlFetchApp.fetchAll') + 1;
    const callNumbers = [firstFetch - 1, firstFetch, whole.trace.length - 12];
    for (const killAtServiceCall of callNumbers) {
      await sheet.close();
      await open();
      const args = [{ ...request, tabId: sheet.emulator.hands.activeTabId() }];
      const killed = await sheet.emulator.call('startRun', args, { source: 'sidebar', killAtServiceCall });
      expect(killed.outcome.kind).toBe('killed');
      const claimed = Object.values(statuses()).filter((status) => status === 'Updated').length;
      const sent = sheet.sent('RealEstateUpdate').length;
      expect(claimed).toBeLessThanOrEqual(sent);
      await sheet.run(request);
      expect(Object.keys(statuses()).sort()).toEqual([...SENT].sort());
      expect(Object.values(statuses()).every((status) => status === 'Updated' || status === 'Unchanged')).toBe(true);
      expect(sheet.sent('RealEstateUpdate').length).toBeLessThanOrEqual(2 * SENT.length);
    }
  }, 60_000);
});
