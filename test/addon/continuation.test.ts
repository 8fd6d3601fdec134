import { afterEach, describe, expect, test } from 'vitest';
import { COLLEAGUE, connect, kindOf, openSheet, type SheetOptions, succeed, type TestSheet } from './listing-sheet.ts';
import { listingRows, records } from './listings.ts';

let sheet: TestSheet;
afterEach(() => sheet.close());

const NUMBERS = Array.from({ length: 300 }, (_, index) => `A${index}`);

/** A platform so slow that a menu command cannot finish. */
async function openSlow(more: SheetOptions['emulator'] = {}): Promise<void> {
  sheet = await openSheet(listingRows(...NUMBERS), {
    platform: { listings: records(...NUMBERS) },
    emulator: { latency: { fetchMs: 25_000 }, ...more },
  });
  sheet.emulator.hands.select('Tab', ['A2:A301']);
}

const waiting = () => sheet.column('Sync status').filter((status) => status !== 'Updated').length;

describe('a menu command that Google\u2019s six minutes are too short for', () => {
  test('goes on in the background until every row has its outcome, and leaves no trigger behind', async () => {
    await openSlow();
    await sheet.choose('syncSelectedListings');
    expect(sheet.dialogs[0]?.message).toContain('in the background');
    expect(waiting()).toBeGreaterThan(0);
    for (let part = 0; part < 5 && sheet.emulator.triggers().length > 0; part += 1) {
      await sheet.emulator.advanceClock(2 * 60_000);
    }
    expect(waiting()).toBe(0);
    expect(sheet.emulator.triggers()).toEqual([]);
    expect(sheet.requests()).toHaveLength(NUMBERS.length);
  });

  test('keeps others out until then', async () => {
    await openSlow();
    await connect(sheet, COLLEAGUE);
    await sheet.choose('syncSelectedListings');
    expect(kindOf(await sheet.ask('startRun', { action: 'sync', scope: 'tab' }, COLLEAGUE))).toBe('busy');
  });

  test('goes on no sooner than the platform may be asked again', async () => {
    await openSlow();
    sheet.platform.faults.add({ fault: { kind: 'status', status: 429, retryAfterSeconds: 400 }, after: 1, times: 1 });
    await sheet.choose('syncSelectedListings');
    const askedMs = sheet.emulator.now();
    const sent = sheet.requests().length;
    await sheet.emulator.advanceClock(5 * 60_000);
    expect(sheet.requests()).toHaveLength(sent);
    await sheet.emulator.advanceClock(4 * 60_000);
    expect(sheet.requests().length).toBeGreaterThan(sent);
    expect(sheet.emulator.now() - askedMs).toBeLessThan(20 * 60_000);
  });

  test('carries on no run but its own, whoever runs something by then', async () => {
    await openSlow();
    await connect(sheet, COLLEAGUE);
    await sheet.choose('syncSelectedListings');
    const runId = succeed(await sheet.ask('getOverview')).run?.runId;
    succeed(await sheet.ask('cancelRun', { runId }));
    sheet.platform.journal.clear();
    succeed(await sheet.ask('startRun', { action: 'sync', scope: 'tab' }, COLLEAGUE));
    await sheet.emulator.advanceClock(3 * 60_000);
    expect(sheet.requests()).toEqual([]);
  });

  test('says so where Google allows no trigger', async () => {
    await openSlow({ deployment: 'published' });
    await sheet.emulator.evaluate("ScriptApp.newTrigger('other').timeBased().everyHours(1).create()");
    await sheet.choose('syncSelectedListings');
    expect(sheet.dialogs[0]?.message).toContain('no background run here');
  });
});
