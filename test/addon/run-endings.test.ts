/** Runs that are cancelled, stopped, retried or short of time: what the cells and the words say afterwards. */
import { afterEach, describe, expect, test } from 'vitest';
import { COLLEAGUE, connect, kindOf, openSheet, type SheetOptions, succeed, type TestSheet } from './listing-sheet.ts';
import { LISTING_HEADERS, listingRow, listingRows, records } from './listings.ts';

let sheet: TestSheet;
afterEach(() => sheet.close());

const NUMBERS = ['A1', 'A2', 'A3', 'A4'] as const;
const sync = { action: 'sync', scope: 'tab' } as const;

async function openListings(numbers: readonly string[] = NUMBERS, more: SheetOptions = {}): Promise<void> {
  sheet = await openSheet(listingRows(...numbers), {
    ...more,
    platform: { listings: records(...numbers), ...more.platform },
  });
}

async function start(request: object = sync): Promise<string> {
  const started = succeed(await sheet.ask('startRun', request));
  if (started.kind !== 'started') throw new Error('not started');
  return started.progress.runId;
}

describe('cancelling', () => {
  test('stops a push after the wave under way although that wave ended its chunk', async () => {
    const ids = Array.from({ length: 3_100 }, (_, index) => index + 1);
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
    sheet.platform.faults.add({ fault: { kind: 'slow', delayMs: 3_000 }, bodyIncludes: '"A17"' });
    const cancelling = new Promise<Awaited<ReturnType<TestSheet['ask']>>>((resolve) => {
      const stop = sheet.platform.journal.onEntry(() => {
        stop();
        resolve(sheet.ask('cancelRun', { runId }));
      });
    });
    const ended = succeed(await sheet.ask('continueRun', { runId }));
    expect(ended).toMatchObject({ state: 'cancelled', done: 8, total: 60, counts: { Updated: 8 } });
    expect(ended.message).toContain('52 of 60 rows were not sent');
    expect(await cancelling).toMatchObject({ ok: true, value: { state: 'cancelled', message: ended.message } });
    expect(sheet.requests()).toHaveLength(8);
    const statuses = sheet.column('Sync status');
    expect(statuses.slice(0, 8)).toEqual(Array.from({ length: 8 }, () => 'Updated'));
    expect(statuses.slice(8)).toEqual(Array.from({ length: 52 }, () => ''));
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
    const runId = await start({ ...retry, deleteToken: asked.confirmation.deleteToken });
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

describe('a platform that cannot take the rows now', () => {
  test('is not asked a thousand times by a run when it asks for an hour of silence', async () => {
    await openListings(Array.from({ length: 100 }, (_, index) => `A${index}`));
    sheet.platform.faults.add({ fault: { kind: 'status', status: 429, retryAfterSeconds: 3_600 } });
    const progress = await sheet.run(sync);
    expect(progress).toMatchObject({ state: 'stopped', failure: { kind: 'platformUnreachable' }, counts: {} });
    expect(progress.message).toContain('asks to wait 60 minutes');
    expect(sheet.requests()).toHaveLength(8);
    expect(new Set(sheet.column('Sync status'))).toEqual(new Set(['']));
  });

  test.each([
    ['breaks down over everything', { kind: 'status', status: 500 }],
    ['asks to wait a minute again and again', { kind: 'status', status: 429, retryAfterSeconds: 60 }],
  ] as const)('because it %s stops a run in the end, and a later run sends everything', async (_, fault) => {
    await openListings(Array.from({ length: 100 }, (_row, index) => `A${index}`));
    sheet.platform.faults.add({ fault });
    expect(await sheet.run(sync)).toMatchObject({ state: 'stopped', failure: { kind: 'platformUnreachable' } });
    expect(sheet.requests().length).toBeLessThan(60);
    sheet.platform.faults.clear();
    expect(await sheet.run(sync)).toMatchObject({ state: 'finished', counts: { Updated: 100 } });
  });

  test.each([
    ['is down while many listings are deleted at once', 'delete', { kind: 'status', status: 500 }],
    ['answers everything with a page and status 200', 'sync', { kind: 'html', isAfterWrite: false }],
  ] as const)('because it %s is asked some fifty times', async (_, action, fault) => {
    await openListings(Array.from({ length: 300 }, (_row, index) => `A${index}`));
    sheet.platform.faults.add({ fault });
    expect(await sheet.run({ action, scope: 'tab' })).toMatchObject({ state: 'stopped' });
    expect(sheet.requests().length).toBeLessThan(60);
  });

  test.each([
    [5, 20],
    [8, 60],
    [15, 10],
    [45, undefined],
  ])('because it asks %i rows to wait again and again, %s seconds each time, ends the run', async (rows, seconds) => {
    await openListings(Array.from({ length: rows }, (_row, index) => `A${index}`));
    const wait = seconds === undefined ? {} : { retryAfterSeconds: seconds };
    sheet.platform.faults.add({ fault: { kind: 'status', status: 429, ...wait } });
    expect(await sheet.run(sync)).toMatchObject({ state: 'stopped', failure: { kind: 'platformUnreachable' } });
    expect(sheet.requests().length).toBeLessThan(60);
  });

  test('because it asks ten thousand chatbot rows to wait ends the run', async () => {
    const ids = Array.from({ length: 10_000 }, (_row, index) => index + 1);
    sheet = await openSheet([['ID', 'Name'], ...ids.map((id) => [String(id), `row ${id}`])], {
      platform: { rows: ids.map((ID) => ({ ID, Data: {} })) },
    });
    sheet.platform.faults.add({ fault: { kind: 'status', status: 429, retryAfterSeconds: 30 } });
    expect(await sheet.run({ action: 'push', scope: 'tab' })).toMatchObject({ state: 'stopped' });
    expect(sheet.requests().length).toBeLessThan(60);
  });

  test('because of rows that fail every time takes a good row below them that failed once, in one of the next runs', async () => {
    const numbers = Array.from({ length: 100 }, (_row, index) => `A${index + 100}`);
    await openListings([...numbers, 'B999']);
    const fault = { kind: 'status', status: 500 } as const;
    for (const bodyIncludes of ['"A1', '"B9']) sheet.platform.faults.add({ fault, bodyIncludes });
    // Each run stops before it comes to the end, so it takes some until all have failed.
    for (let run = 1; run <= 4; run += 1) await sheet.run(sync);
    expect(sheet.column('Sync status').at(-1)).toBe('Failed');
    sheet.platform.faults.clear();
    sheet.platform.faults.add({ fault, bodyIncludes: '"A1' });
    let runs = 0;
    for (; runs < 20 && sheet.column('Sync status').at(-1) === 'Failed'; runs += 1) await sheet.run(sync);
    expect(sheet.column('Sync status').at(-1)).toBe('Updated');
  });

  test.each([
    ['its first ten rows', '"A10'],
    ['thirty rows all over', '7"'],
  ])('because of %s takes all others nevertheless, in many chunks', async (_, bad) => {
    const numbers = Array.from({ length: 300 }, (_row, index) => `A${index + 100}`);
    await openListings(numbers);
    sheet.platform.faults.add({ fault: { kind: 'status', status: 500 }, bodyIncludes: bad });
    const failed = numbers.filter((number) => `"${number}"`.includes(bad)).length;
    const counts = { Updated: 300 - failed, Failed: failed };
    expect(await sheet.run(sync)).toMatchObject({ state: 'finished', counts });
  });

  test('because of more rows at the top than are believed takes the others in the next run', async () => {
    const numbers = Array.from({ length: 300 }, (_, index) => `A${index + 100}`);
    await openListings(numbers);
    sheet.platform.faults.add({ fault: { kind: 'status', status: 500 }, bodyIncludes: '"A1' });
    expect(await sheet.run(sync)).toMatchObject({ state: 'stopped' });
    await sheet.run(sync);
    const statuses = sheet.column('Sync status');
    expect(statuses.slice(0, 100)).not.toContain('Updated');
    expect(new Set(statuses.slice(100))).toEqual(new Set(['Updated']));
  });
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

  test('is enough for a few rows of a tab so large that reading it takes most of it', async () => {
    const numbers = Array.from({ length: 7_000 }, (_, index) => `A${index}`);
    await openListings(numbers, { emulator: { latency: { sheetReadPer1000CellsMs: 850 } } });
    sheet.emulator.hands.select('Tab', ['A2:A6']);
    const startedMs = sheet.emulator.now();
    const reply = succeed(await sheet.ask('startRun', { action: 'sync', scope: 'selection' }));
    expect(sheet.emulator.now() - startedMs).toBeGreaterThan(230_000);
    expect(reply).toMatchObject({ kind: 'started', progress: { state: 'finished', counts: { Updated: 5 } } });
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
    expect(sheet.requests().length).toBeLessThanOrEqual(100);
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
