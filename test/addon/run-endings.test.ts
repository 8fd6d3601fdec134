/** Runs that are cancelled, stopped or retried, and rows and columns that are gone: what the cells and the words say afterwards. */
import { afterEach, describe, expect, test } from 'vitest';
import type { RunRequest } from '../../src/core/engine/run-request.ts';
import {
  agreementTo,
  beginWaiting,
  CHATBOT_ID,
  COLLEAGUE,
  connect,
  kindOf,
  openSheet,
  SECRET_KEY,
  type SheetOptions,
  succeed,
  type TestSheet,
} from './listing-sheet.ts';
import { LISTING_HEADERS, listingRow, openListingSheet, records } from './listings.ts';

let sheet: TestSheet;
afterEach(() => sheet.close());

const NUMBERS = ['A1', 'A2', 'A3', 'A4'] as const;
const sync = { action: 'sync', scope: 'tab' } as const;

async function openListings(numbers: readonly string[] = NUMBERS, more: SheetOptions = {}): Promise<void> {
  sheet = await openListingSheet(numbers, more);
}

const start = async (request: RunRequest = sync) => (await beginWaiting(sheet, request)).runId;

describe('another chatbot that is connected while a run waits', () => {
  test('gets none of its rows; they say what they said, and the run ends in words', async () => {
    await openListings();
    const runId = await start();
    const connection = { key: SECRET_KEY, chatbotId: 'f'.repeat(32), authHeader: 'Authorization', sharing: 'me' };
    sheet.platform.faults.add({ fault: { kind: 'dropBefore' }, times: 1 });
    succeed(await sheet.ask('saveConnection', { ...connection, isUntestedAccepted: true }));
    const progress = succeed(await sheet.ask('continueRun', { runId }));
    expect(progress).toMatchObject({ state: 'stopped', failure: { kind: 'chatbotChanged' } });
    expect(sheet.requests()).toEqual([]);
    expect(new Set(sheet.column('Sync status'))).toEqual(new Set(['']));
    expect(sheet.column('Ended', 'Sync log')).toEqual(['stopped']);
  });

  test('is no other when the same one is saved again', async () => {
    await openListings();
    const runId = await start();
    const connection = { key: SECRET_KEY, chatbotId: CHATBOT_ID, authHeader: 'Authorization', sharing: 'me' };
    succeed(await sheet.ask('saveConnection', connection));
    expect(succeed(await sheet.ask('continueRun', { runId })).state).toBe('finished');
  });
});

describe('cancelling', () => {
  test('while the run waits for the platform sends nothing more', async () => {
    await openListings(['A1', 'A2', 'A3']);
    sheet.platform.faults.add({ fault: { kind: 'status', status: 429, retryAfterSeconds: 40 }, times: 1 });
    const runId = await start();
    let cancelling: Promise<unknown> | undefined;
    sheet.emulator.before('Utilities.sleep', 1, async () => {
      const signalled = new Promise<void>((resolve) => sheet.emulator.after('Cache.put', 1, () => resolve()));
      cancelling = sheet.ask('cancelRun', { runId });
      await signalled;
    });
    const startedMs = sheet.emulator.now();
    expect(succeed(await sheet.ask('continueRun', { runId }))).toMatchObject({
      state: 'cancelled',
      counts: { Updated: 2 },
    });
    expect(sheet.emulator.now() - startedMs).toBeLessThan(20_000);
    expect(sheet.requests()).toHaveLength(3);
    await cancelling;
  });

  test('stops a push after the wave under way although that wave ended its chunk', async () => {
    const ids = Array.from({ length: 3_900 }, (_, index) => index + 1);
    sheet = await openSheet([['ID', 'Name'], ...ids.map((id) => [String(id), `row ${id}`])], {
      platform: { rows: ids.map((ID) => ({ ID, Data: {} })) },
    });
    const runId = await start({ action: 'push', scope: 'tab' });
    sheet.platform.journal.onEntry(() => sheet.emulator.setProperty('document', 'run.cancel', runId));
    const progress = succeed(await sheet.ask('continueRun', { runId }));
    expect(progress.state).toBe('cancelled');
    expect(sheet.requests()).toHaveLength(30);
  });

  test('stops after the wave under way in the middle of a chunk, and the rows behind it stay as they were', async () => {
    await openListings(Array.from({ length: 60 }, (_, index) => `A${index + 10}`));
    const runId = await start();
    // Nobody can tell when a person presses Cancel; this answer of the first wave waits for it.
    sheet.platform.faults.add({ fault: { kind: 'slow', delayMs: 3_000 }, bodyIncludes: '"A19"' });
    const cancelling = new Promise<Awaited<ReturnType<TestSheet['ask']>>>((resolve) => {
      const stop = sheet.platform.journal.onEntry(() => {
        stop();
        resolve(sheet.ask('cancelRun', { runId }));
      });
    });
    const ended = succeed(await sheet.ask('continueRun', { runId }));
    expect(ended).toMatchObject({ state: 'cancelled', done: 10, total: 60, counts: { Updated: 10 } });
    expect(ended.message).toContain('50 of 60 rows were not sent');
    expect(await cancelling).toMatchObject({ ok: true, value: { state: 'cancelled', message: ended.message } });
    expect(sheet.requests()).toHaveLength(10);
    const statuses = sheet.column('Sync status');
    expect(statuses.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 'Updated'));
    expect(statuses.slice(10)).toEqual(Array.from({ length: 50 }, () => ''));
  });

  test.each([
    ['finished', undefined, { ok: true, value: { state: 'finished', counts: { Updated: 4 } } }],
    ['was stopped', { kind: 'keyExpired' } as const, { ok: false, error: { kind: 'runGone' } }],
  ])('after the run %s says so, and nothing else', async (_, fault, answer) => {
    await openListings();
    if (fault !== undefined) sheet.platform.faults.add({ fault });
    const runId = await start();
    await sheet.ask('continueRun', { runId });
    expect(await sheet.ask('cancelRun', { runId })).toMatchObject(answer);
  });

  test('works although the connection was removed meanwhile', async () => {
    await openListings();
    const runId = await start();
    succeed(await sheet.ask('removeConnection'));
    expect(await sheet.ask('cancelRun', { runId })).toMatchObject({ ok: true, value: { state: 'cancelled' } });
  });

  test('between two slices leaves no row on Sending, and counts what may have arrived', async () => {
    await openListings(['A1', 'A2', 'A3']);
    sheet.platform.faults.add({
      fault: { kind: 'status', status: 503, retryAfterSeconds: 300 },
      bodyIncludes: '"A2"',
      times: 1,
    });
    const runId = await start();
    expect(succeed(await sheet.ask('continueRun', { runId })).state).toBe('running');
    expect(sheet.column('Sync status')).toEqual(['Updated', 'Sending', 'Updated']);
    const cancelled = succeed(await sheet.ask('cancelRun', { runId }));
    expect(cancelled).toMatchObject({ state: 'cancelled', counts: { Updated: 2, Failed: 1 } });
    expect(sheet.column('Sync status')).toEqual(['Updated', 'Failed', 'Updated']);
    expect(sheet.column('Sync detail')[1]).toContain('before the platform gave a clear answer');
    expect((await sheet.run({ action: 'sync', scope: 'failed' })).counts).toEqual({ Updated: 1 });
  });

  test('of a retry leaves a failed delete a delete', async () => {
    await openListings(['A1']);
    sheet.platform.faults.add({ fault: { kind: 'status', status: 503 } });
    await sheet.run({ action: 'delete', scope: 'tab' });
    expect(sheet.column('Sync status')).toEqual(['Failed']);
    sheet.platform.faults.clear();
    const retry = { action: 'sync', scope: 'failed' } as const;
    const asked = succeed(await sheet.ask('startRun', retry));
    if (asked.kind !== 'confirmDeletes') throw new Error('expected a question');
    const runId = await start({ ...retry, ...agreementTo(asked.confirmation) });
    succeed(await sheet.ask('cancelRun', { runId }));
    expect(succeed(await sheet.ask('startRun', retry)).kind).toBe('confirmDeletes');
  });

  test('says what was sent when the run ended before it could be cancelled', async () => {
    await openListings();
    const runId = await start();
    sheet.platform.faults.add({ fault: { kind: 'slow', delayMs: 3_000 }, bodyIncludes: '"A4"' });
    const cancelling = new Promise<Awaited<ReturnType<TestSheet['ask']>>>((resolve) => {
      const stop = sheet.platform.journal.onEntry(() => {
        stop();
        resolve(sheet.ask('cancelRun', { runId }));
      });
    });
    const running = sheet.ask('continueRun', { runId });
    const ended = succeed(await running);
    const cancelled = await cancelling;
    expect(ended).toMatchObject({ state: 'finished', done: 4 });
    expect(cancelled).toMatchObject({ ok: true, value: { done: 4 } });
  });
});

describe('a run that is stopped', () => {
  test('does not say of a row that keeps no status that it keeps its status', async () => {
    await openListings(['A1']);
    sheet.platform.faults.add({ fault: { kind: 'truncated', isAfterWrite: true }, times: 1 });
    sheet.platform.faults.add({ fault: { kind: 'keyExpired' }, after: 1 });
    const progress = await sheet.run(sync);
    expect(progress.state).toBe('stopped');
    expect(sheet.column('Sync status')).toEqual(['Failed']);
    expect(progress).toMatchObject({ counts: { Failed: 1 }, done: 1 });
  });
});

describe('a run between two slices', () => {
  test('holds nobody up for long when the sidebar was closed right after the start', async () => {
    await openListings();
    await connect(sheet, COLLEAGUE);
    await start();
    await sheet.emulator.advanceClock(2 * 60_000);
    expect(kindOf(await sheet.ask('startRun', sync, COLLEAGUE))).toBe('ok');
  });

  test('says that rows of it are gone', async () => {
    await openListings();
    const runId = await start();
    sheet.emulator.hands.deleteRows('Tab', 3, 1);
    const progress = succeed(await sheet.ask('continueRun', { runId }));
    expect(progress).toMatchObject({ state: 'finished', total: 4, done: 3 });
    expect(progress.message).not.toContain('Nothing is left to do');
  });
});

describe('a run that the menu could not finish', () => {
  test('is offered by the sidebar for as long as its dialog says so', async () => {
    const numbers = Array.from({ length: 400 }, (_, index) => `A${index}`);
    await openListings(numbers, { emulator: { latency: { fetchMs: 20_000 }, deployment: 'published' } });
    await sheet.emulator.evaluate("ScriptApp.newTrigger('other').timeBased().everyHours(1).create()");
    sheet.emulator.hands.select('Tab', ['A2:A401']);
    await sheet.choose('syncSelectedListings');
    expect(sheet.dialogs[0]?.message).toContain('Open the sidebar and press Continue');
    await sheet.emulator.advanceClock(2 * 60_000);
    expect(succeed(await sheet.ask('getOverview')).run).toMatchObject({ isMine: true });
  });
});

describe('two rows with one key', () => {
  test('keep their own statuses when they change places during a run', async () => {
    sheet = await openSheet(
      [LISTING_HEADERS, listingRow('A1', { 'Year built': '1990' }), listingRow('A1', { 'Year built': '2000' })],
      { platform: { listings: records('A1') } },
    );
    const runId = await start();
    const stop = sheet.platform.journal.onEntry(() => {
      stop();
      sheet.emulator.hands.sort('Tab', LISTING_HEADERS.indexOf('Year built') + 1, false, 2);
    });
    await sheet.ask('continueRun', { runId });
    expect(sheet.sent('RealEstateUpdate')).toMatchObject([{ YearBuilt: 1990 }]);
    expect(sheet.column('Year built')).toEqual(['2000', '1990']);
    expect(sheet.column('Sync status')[0]).toBe('Invalid');
  });
});

describe('a row that is gone before its outcome is written', () => {
  test('has its outcome in the log', async () => {
    await openListings();
    const runId = await start();
    const stop = sheet.platform.journal.onEntry(() => {
      stop();
      sheet.emulator.hands.deleteRows('Tab', 3, 1);
    });
    const { logs } = await sheet.call('continueRun', { runId });
    expect(sheet.sent('RealEstateUpdate')).toHaveLength(4);
    expect(sheet.column('Sync status')).toEqual(['Updated', 'Updated', 'Updated']);
    const otherTabs = sheet.emulator.hands.snapshot().tabs.filter((tab) => tab.name !== 'Tab');
    expect(JSON.stringify([logs, otherTabs])).toContain('Updated');
  });
});

describe('status columns that are gone', () => {
  test('end the run before rows are sent whose outcome nobody could see', async () => {
    const numbers = Array.from({ length: 200 }, (_, index) => `A${index}`);
    await openListings(numbers);
    const runId = await start();
    const stop = sheet.platform.journal.onEntry(() => {
      stop();
      sheet.emulator.hands.deleteColumns('Tab', LISTING_HEADERS.length + 1, 4);
    });
    let progress = succeed(await sheet.ask('continueRun', { runId }));
    while (progress.state === 'running') progress = succeed(await sheet.ask('continueRun', { runId }));
    expect(progress.state).not.toBe('finished');
    // No more than the chunk that was under way: a hundred, and what fills its first wave.
    expect(sheet.requests().length).toBeLessThanOrEqual(120);
  });
});

describe('Retry failed rows', () => {
  test('says on a tab of chatbot rows that no row waits', async () => {
    sheet = await openSheet(
      [
        ['ID', 'Name'],
        ['1', 'a'],
      ],
      { platform: { rows: [{ ID: 1, Data: {} }] } },
    );
    await sheet.run({ action: 'push', scope: 'tab' });
    await sheet.choose('retryFailedRows');
    expect(sheet.dialogs[0]?.message).toContain('waits for another try');
  });

  test('does not call a listing Deleted that never was there and of which no delete arrived', async () => {
    sheet = await openSheet([LISTING_HEADERS, listingRow('TYPO')]);
    sheet.platform.faults.add({ fault: { kind: 'status', status: 429 } });
    await sheet.run({ action: 'delete', scope: 'tab' });
    expect(sheet.column('Sync status')).toEqual(['Failed']);
    sheet.platform.faults.clear();
    await sheet.run({ action: 'sync', scope: 'failed' });
    expect(sheet.column('Sync status')).toEqual(['Not found']);
  });
});
