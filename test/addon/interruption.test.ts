import { afterEach, describe, expect, test } from 'vitest';
import {
  beginWaiting,
  COLLEAGUE,
  connect,
  kindOf,
  OWNER,
  openSheet,
  succeed,
  type TestSheet,
} from './listing-sheet.ts';
import { listingRows, records } from './listings.ts';

let sheet: TestSheet;
afterEach(() => sheet.close());

const NUMBERS = ['A1', 'A2', 'A3', 'A4'] as const;
const open = async () => {
  sheet = await openSheet(listingRows(...NUMBERS), { platform: { listings: records(...NUMBERS) } });
};
const request = { action: 'sync', scope: 'tab' } as const;
const start = async (user?: string) => {
  return beginWaiting(sheet, request, user);
};

/** Somebody copies the second data row, with everything in it, to the end. */
function copySecondRow(): void {
  const { hands } = sheet.emulator;
  const rows = hands.values('Tab');
  hands.paste('Tab', `A${rows.length + 1}`, [(rows[2] ?? []).map(String)]);
}

describe('how far a run is after a wave', () => {
  const toldTimes = async (runId: string) =>
    (await sheet.call('continueRun', { runId })).serviceCalls['Cache.put'] ?? 0;

  test('is told to whoever watches it', async () => {
    await open();
    const { runId } = await start();
    await sheet.emulator.evaluate(`CacheService.getDocumentCache().put('run.watched', '${runId}')`);
    expect(await toldTimes(runId)).toBe(1);
  });

  test('costs a run nothing that nobody watches', async () => {
    await open();
    expect(await toldTimes((await start()).runId)).toBe(0);
  });
});

describe('a run that was cut off', () => {
  test('at any service call of its slice converges when it is run again', async () => {
    await open();
    const { runId } = await start();
    const whole = await sheet.call('continueRun', { runId });
    await sheet.close();
    for (let callNumber = 1; callNumber <= whole.serviceCallCount; callNumber += 13) {
      await open();
      const run = await start();
      const killed = await sheet.emulator.call('continueRun', [{ runId: run.runId }], {
        source: 'sidebar',
        killAtServiceCall: callNumber,
      });
      expect(killed.outcome.kind).toBe('killed');
      const confirmed = sheet.platform.listings().filter((record) => 'YearBuilt' in record).length;
      const claimed = sheet.column('Sync status').filter((status) => status === 'Updated').length;
      expect(claimed).toBeLessThanOrEqual(confirmed);
      // An execution that is killed while it makes the log leaves the log in front; the person goes back.
      sheet.emulator.hands.activateTab('Tab');
      await sheet.run(request);
      expect(sheet.column('Sync status').every((status) => status === 'Updated' || status === 'Unchanged')).toBe(true);
      expect(sheet.requests().length).toBeLessThanOrEqual(2 * NUMBERS.length);
      await sheet.close();
    }
    await open();
  });

  test('leaves rows that say Sending, which Retry failed rows settles', async () => {
    await open();
    const { runId } = await start();
    const trace = (await sheet.call('continueRun', { runId })).trace;
    await sheet.close();
    await open();
    const run = await start();
    const fetchNumber = trace.indexOf('UrlFetchApp.fetchAll') + 2;
    await sheet.emulator.call('continueRun', [{ runId: run.runId }], {
      source: 'sidebar',
      killAtServiceCall: fetchNumber,
    });
    expect(new Set(sheet.column('Sync status'))).toEqual(new Set(['Sending']));
    await sheet.choose('retryFailedRows');
    expect(new Set(sheet.column('Sync status'))).toEqual(new Set(['Updated']));
  });
});

describe('rows that moved while a run was waiting', () => {
  test('get their own status after a sort', async () => {
    await open();
    const { runId } = await start();
    sheet.emulator.hands.sort('Tab', 1, false, 2);
    await sheet.ask('continueRun', { runId });
    expect(sheet.column('MLS number')).toEqual(['A4', 'A3', 'A2', 'A1']);
    expect(new Set(sheet.column('Sync status'))).toEqual(new Set(['Updated']));
  });

  test('that are gone are not sent', async () => {
    await open();
    const { runId } = await start();
    sheet.emulator.hands.deleteRows('Tab', 3, 1);
    await sheet.ask('continueRun', { runId });
    expect(sheet.sent('RealEstateUpdate')).toHaveLength(3);
    expect(sheet.column('Sync status')).toEqual(['Updated', 'Updated', 'Updated']);
  });

  test.each(['while the run was waiting', 'while a request was under way'])(
    'are told apart from a copy that somebody made of one of them %s',
    async (when) => {
      await open();
      const { runId } = await start();
      if (when === 'while the run was waiting') copySecondRow();
      else {
        const stop = sheet.platform.journal.onEntry(() => {
          stop();
          copySecondRow();
        });
      }
      let state = 'running';
      for (let slice = 0; state === 'running'; slice += 1) {
        if (slice > 5) throw new Error('The run comes to no end.');
        state = succeed(await sheet.ask('continueRun', { runId })).state;
      }
      expect(sheet.sent('RealEstateUpdate')).toHaveLength(4);
      const statuses = sheet.column('Sync status');
      const numbers = sheet.column('MLS number');
      expect(numbers).toEqual(['A1', 'A2', 'A3', 'A4', 'A2']);
      expect([statuses[0], statuses[2], statuses[3]]).toEqual(['Updated', 'Updated', 'Updated']);
      expect((await sheet.run(request)).counts).toEqual({ Unchanged: 4, Invalid: 1 });
    },
  );

  test('are found although the tab was renamed', async () => {
    await open();
    const { runId } = await start();
    sheet.emulator.hands.renameTab('Tab', 'Spring');
    await sheet.ask('continueRun', { runId });
    expect(new Set(sheet.column('Sync status', 'Spring'))).toEqual(new Set(['Updated']));
  });
});

describe('two people', () => {
  test('cannot run at once: the second is told who is running and how far it is', async () => {
    await open();
    await connect(sheet, COLLEAGUE);
    await start();
    const second = await sheet.ask('startRun', request, COLLEAGUE);
    expect(kindOf(second)).toBe('busy');
    expect(second.ok ? '' : second.error.message).toContain('0 of 4 rows done');
  });

  test('of whom one is in the middle of a run: the other is told whose it is and how many rows are done', async () => {
    const numbers = Array.from({ length: 12 }, (_, index) => `A${index + 1}`);
    sheet = await openSheet(listingRows(...numbers), { platform: { listings: records(...numbers) } });
    await connect(sheet, COLLEAGUE);
    sheet.platform.faults.add({
      fault: { kind: 'status', status: 503, retryAfterSeconds: 300 },
      bodyIncludes: '"A12"',
      times: 1,
    });
    const { runId } = await start();
    expect(succeed(await sheet.ask('continueRun', { runId }))).toMatchObject({ state: 'running', done: 11 });
    const second = await sheet.ask('startRun', request, COLLEAGUE);
    expect(second).toMatchObject({
      ok: false,
      error: { message: `${OWNER} is running "Sync listings" in this spreadsheet (11 of 12 rows done).` },
    });
    expect(succeed(await sheet.ask('getOverview', undefined, COLLEAGUE)).run).toMatchObject({ done: 11, total: 12 });
    sheet.emulator.hands.select('Tab', ['A2:A13'], COLLEAGUE);
    await sheet.choose('syncSelectedListings', COLLEAGUE);
    expect(sheet.dialogs[0]?.message).toContain('(11 of 12 rows done)');
  });

  test('do not hold each other up for ever', async () => {
    await open();
    await connect(sheet, COLLEAGUE);
    await start();
    await sheet.emulator.advanceClock(10 * 60_000);
    expect((await sheet.run(request, COLLEAGUE)).counts).toEqual({ Updated: 4 });
  });
});

describe('cancelling', () => {
  test('leaves the rows that were not sent as they were', async () => {
    await open();
    const { runId } = await start();
    const cancelled = succeed(await sheet.ask('cancelRun', { runId }));
    expect(cancelled).toMatchObject({ state: 'cancelled', done: 0, total: 4 });
    expect(cancelled.message).toContain('4 of 4 rows were not sent');
    expect(sheet.requests()).toEqual([]);
    expect(new Set(sheet.column('Sync status'))).toEqual(new Set(['']));
    expect(succeed(await sheet.ask('continueRun', { runId }))).toMatchObject({ state: 'cancelled' });
  });
});

describe('faults of the platform', () => {
  test.each([
    ['429', { kind: 'status', status: 429, retryAfterSeconds: 2 }],
    ['500', { kind: 'status', status: 500 }],
    ['503', { kind: 'status', status: 503, retryAfterSeconds: 1 }],
    ['a dropped connection', { kind: 'dropBefore' }],
    ['a dropped connection after the write', { kind: 'dropAfter' }],
    ['a cut-off answer after the write', { kind: 'truncated', isAfterWrite: true }],
  ] as const)('are got over: %s', async (_, fault) => {
    await open();
    sheet.platform.faults.add({ fault, times: 2 });
    const progress = await sheet.run(request);
    expect(progress.counts).toEqual({ Updated: 4 });
    expect(progress.requests).toBeLessThanOrEqual(4 + 4);
  });

  test('a delete that worked without an answer counts as Deleted when it finds nothing the second time', async () => {
    await open();
    sheet.platform.faults.add({ fault: { kind: 'dropAfter' }, times: 1 });
    const progress = await sheet.run({ action: 'delete', scope: 'tab' });
    expect(progress.counts).toEqual({ Deleted: 4 });
    expect(sheet.platform.listings()).toEqual([]);
  });
});
