/** Schedules in the whole add-on: made in the sidebar, run by Google's clock, and what everybody sees of it. */
import { afterEach, describe, expect, test } from 'vitest';
import type { CallReport, ServiceCall } from '../../playground/apps-script/emulator.ts';
import type { ScheduleView } from '../../src/core/contract/automation-view.ts';
import {
  CHATBOT_ID,
  COLLEAGUE,
  connect,
  kindOf,
  OWNER,
  openSheet,
  SECRET_KEY,
  type SheetOptions,
  succeed,
  type TestSheet,
} from './listing-sheet.ts';
import { LISTING_HEADERS, listingRow, listingRows, records } from './listings.ts';

let sheet: TestSheet;
afterEach(() => sheet.close());

const HOUR_MS = 3_600_000;
const isFull = process.env.LISTING_SYNC_MATRIX === 'full';
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];

/** A tab of listings at nine o'clock, scheduled every hour unless said otherwise. */
async function openScheduled(change: object = {}, more: SheetOptions = {}): Promise<string> {
  const numbers = ['A1', 'A2', 'A3'];
  sheet = await openSheet(more.platform === undefined ? listingRows(...numbers) : [], {
    platform: { listings: records(...numbers) },
    ...more,
  });
  return schedule(change);
}

async function schedule(change: object = {}, user?: string): Promise<string> {
  const input = { action: 'sync', tabIds: [tabId()], when: { kind: 'hourly' }, allowsDeletes: false, ...change };
  const { schedules } = succeed(await sheet.ask('saveSchedule', input, user));
  return schedules.at(-1)?.id ?? '';
}

const tabId = (name = 'Tab') => sheet.emulator.hands.snapshot().tabs.find((tab) => tab.name === name)?.tabId ?? -1;

async function shown(user?: string): Promise<ScheduleView> {
  const [view] = succeed(await sheet.ask('getAutomation', undefined, user)).schedules;
  if (view === undefined) throw new Error('There is no schedule.');
  return view;
}

const hours = (count: number): Promise<readonly CallReport[]> => sheet.emulator.advanceClock(count * HOUR_MS);

describe('a schedule', () => {
  test('runs by itself every hour and says so in one sentence', async () => {
    await openScheduled();
    expect((await shown()).sentence).toBe('Every hour: sync “Tab”. Yours, not run yet, next today between 10 and 11.');
    await hours(1);
    expect(sheet.column('Sync status')).toEqual(['Updated', 'Updated', 'Updated']);
    expect((await shown()).sentence).toMatch(/^Every hour: sync “Tab”\. Yours, last run today 10:0\d: 3 Updated\.$/);
    sheet.emulator.hands.type('Tab', 'G2', '$460,000');
    await hours(1);
    expect((await shown()).sentence).toMatch(/last run today 11:0\d: 1 Updated, 2 Unchanged\.$/);
    expect((await shown()).notice).toBe('');
  });

  test('runs once a day in its hour', async () => {
    await openScheduled({ when: { kind: 'daily', hour: 7, weekdays: EVERY_DAY } });
    expect((await shown()).sentence).toBe(
      'Every day between 7 and 8: sync “Tab”. Yours, not run yet, next tomorrow between 7 and 8.',
    );
    await hours(21);
    expect(sheet.requests()).toEqual([]);
    await hours(24);
    expect(sheet.column('Ended', 'Sync log')).toEqual(['finished']);
    await hours(24);
    expect(sheet.column('Ended', 'Sync log')).toEqual(['finished', 'finished']);
  });

  test('costs no call to the sheet and few of the day\u2019s properties while nothing is due', async () => {
    await openScheduled({ when: { kind: 'daily', hour: 7, weekdays: EVERY_DAY } });
    await hours(1);
    const [report] = await hours(1);
    const calls = Object.entries(report?.serviceCalls ?? {});
    expect(calls.filter(([name]) => /^(Sheet|Range|RangeList|Lock|UrlFetchApp)\./.test(name))).toEqual([]);
    const properties = calls.filter(([name]) => /^Propert/.test(name)).reduce((sum, [, count]) => sum + count, 0);
    expect(properties).toBeLessThanOrEqual(6);
  });

  test('keeps its one trigger while it is there, and takes it along', async () => {
    const id = await openScheduled();
    await schedule({ when: { kind: 'daily', hour: 7, weekdays: EVERY_DAY } });
    expect(sheet.emulator.triggers()).toHaveLength(1);
    await hours(2);
    expect(sheet.emulator.triggers()).toHaveLength(1);
    for (const one of succeed(await sheet.ask('getAutomation')).schedules) {
      succeed(await sheet.ask('changeSchedule', { id: one.id, change: 'remove' }));
    }
    await hours(1);
    expect(sheet.emulator.triggers()).toEqual([]);
    expect(kindOf(await sheet.ask('changeSchedule', { id, change: 'pause' }))).toBe('scheduleGone');
  });

  test.each([{ clockTriggerCalls: 'each twice' }, { clockTriggerMinute: 'chosen by Google' }] as const)(
    'does each slot once with %j',
    async (edges) => {
      await openScheduled({}, { emulator: { edges } });
      await hours(4);
      expect(sheet.column('Ended', 'Sync log').length).toBeGreaterThanOrEqual(3);
      expect(new Set(sheet.column('Started', 'Sync log').map((at) => at.slice(0, 13))).size).toBe(
        sheet.column('Ended', 'Sync log').length,
      );
      expect(sheet.requests()).toHaveLength(3);
    },
  );

  test('goes on where an execution is killed anywhere in its run', async () => {
    await openScheduled();
    await hours(1);
    sheet.emulator.hands.clear('Tab', 'U2:X4');
    const trace = (await hours(1))[0]?.trace ?? [];
    // Between its record and its first mark a run has left nothing in the rows.
    const firstMark = trace.indexOf('Range.setValues') + 1;
    const step = isFull ? 1 : 23;
    const kills = Array.from({ length: trace.length / step }, (_, index) => 1 + index * step);
    for (const at of new Set([...kills, firstMark])) {
      sheet.emulator.hands.clear('Tab', 'U2:X4');
      await sheet.emulator.advanceClock(HOUR_MS, { killAtServiceCall: at });
      await hours(1);
      expect(sheet.column('Sync status'), `killed at ${at}`).toEqual(['Updated', 'Updated', 'Updated']);
    }
    expect((await shown()).notice).toBe('');
  });
});

describe('deletes that nobody watches', () => {
  const rows = [LISTING_HEADERS, listingRow('A1'), listingRow('A2', { 'Listing status': 'Withdrawn' })];
  const platform = { listings: records('A1', 'A2') };

  async function openWithDelete(allowsDeletes: boolean): Promise<void> {
    sheet = await openSheet(rows, { platform });
    await schedule({ allowsDeletes });
    await hours(1);
  }

  test('are held unless the owner switched them on, while updates go on', async () => {
    await openWithDelete(false);
    expect(sheet.column('Sync status')).toEqual(['Updated', 'Skipped']);
    expect(sheet.column('Sync detail')[1]).toContain('waits for a person');
    expect(await shown()).toMatchObject({
      shown: 'needsReview',
      notice: '1 delete waits for a person: deletes are not switched on for this schedule. Updates go on.',
      review: { kind: 'deletes', count: 1 },
    });
  });

  test('are over when a person has run them', async () => {
    await openWithDelete(false);
    await sheet.run({ action: 'sync', scope: 'tab' });
    expect(sheet.column('Sync status')[1]).toBe('Deleted');
    expect((await shown()).shown).toBe('well');
    await hours(1);
    expect((await shown()).shown).toBe('well');
  });

  test('that are left go on waiting when a person has deleted one of them', async () => {
    const rows = ['A1', 'A2'].map((number) => listingRow(number, { 'Listing status': 'Withdrawn' }));
    sheet = await openSheet([LISTING_HEADERS, ...rows], { platform: { listings: records('A1', 'A2') } });
    await schedule({ when: { kind: 'daily', hour: 10, weekdays: EVERY_DAY } });
    await hours(1);
    sheet.emulator.hands.select('Tab', ['A2']);
    await sheet.run({ action: 'sync', scope: 'selection' });
    expect(sheet.column('Sync status')).toEqual(['Deleted', 'Skipped']);
    expect((await shown()).notice).toMatch(/^1 delete waits for a person/);
  });

  test('happen where the owner switched them on', async () => {
    await openWithDelete(true);
    expect(sheet.column('Sync status')).toEqual(['Updated', 'Deleted']);
    expect((await shown()).shown).toBe('well');
  });

  test('stop at the brake', async () => {
    const gone = ['D1', 'D2', 'D3', 'D4'];
    sheet = await openSheet(
      [LISTING_HEADERS, ...gone.map((number) => listingRow(number, { 'Listing status': 'Withdrawn' }))],
      { platform: { listings: records(...gone) } },
    );
    await schedule({ allowsDeletes: true });
    await hours(1);
    expect(new Set(sheet.column('Sync status'))).toEqual(new Set(['Skipped']));
    expect((await shown()).notice).toBe(
      '4 deletes wait for a person: more than 3 in a day are never deleted without a person. Updates go on.',
    );
    expect(sheet.sent('RealEstateDelete')).toEqual([]);
  });

  test('are never inherited by who takes over', async () => {
    await openWithDelete(true);
    await connect(sheet, COLLEAGUE);
    const { id } = await shown();
    succeed(await sheet.ask('changeSchedule', { id, change: 'takeOver' }, COLLEAGUE));
    expect(await shown(COLLEAGUE)).toMatchObject({ isMine: true, allowsDeletes: false });
  });
});

describe('what stops a schedule', () => {
  test.each([
    [
      'a used column that gets another header',
      () => sheet.emulator.hands.type('Tab', 'E1', 'Quirk'),
      'renamed, added or removed',
    ],
    ['a tab that is deleted', () => sheet.emulator.hands.deleteTab('Tab'), 'The tab of this run was deleted'],
  ])('%s', async (_, change, words) => {
    await openScheduled();
    sheet.emulator.hands.addTab('Spare', []);
    await hours(1);
    change();
    await hours(1);
    const view = await shown();
    expect(view.shown).toBe('stopped');
    expect(view.notice).toContain(words);
    expect(sheet.emulator.triggers()).toEqual([]);
  });

  test('nothing does that has no part in it', async () => {
    await openScheduled();
    await hours(1);
    sheet.emulator.hands.type('Tab', 'Z1', 'Internal remarks');
    sheet.emulator.hands.sort('Tab', 1, false, 2);
    await hours(1);
    expect((await shown()).shown).toBe('well');
  });

  test('its owner starts it again as things are now', async () => {
    const id = await openScheduled();
    await hours(1);
    sheet.emulator.hands.type('Tab', 'E1', 'Quirk');
    await hours(1);
    succeed(await sheet.ask('changeSchedule', { id, change: 'resume' }));
    await hours(1);
    expect((await shown()).shown).not.toBe('stopped');
    expect(sheet.emulator.triggers()).toHaveLength(1);
  });

  test('five hourly failures in a row do', async () => {
    await openScheduled();
    sheet.platform.faults.add({ fault: { kind: 'status', status: 503 } });
    await hours(4);
    expect((await shown()).shown).toBe('failing');
    await hours(1);
    expect(await shown()).toMatchObject({
      shown: 'stopped',
      notice: expect.stringContaining('It failed 5 times in a row'),
    });
  });

  test('consent that was taken back does, where the trigger still strikes', async () => {
    await openScheduled({}, { emulator: { deployment: 'published', edges: { clockTriggerDocument: 'there' } } });
    await hours(1);
    sheet.emulator.withdrawConsent(OWNER);
    await hours(2);
    await connect(sheet, COLLEAGUE);
    expect((await shown(COLLEAGUE)).notice).toContain('Google needs the consent of its owner again');
    expect(sheet.requests().length).toBe(3);
    sheet.emulator.grantConsent(OWNER);
    sheet.emulator.hands.type('Tab', 'G2', '$460,000');
    succeed(await sheet.ask('changeSchedule', { id: (await shown()).id, change: 'resume' }));
    await hours(2);
    expect((await shown()).shown).toBe('well');
    expect(sheet.requests().length).toBe(4);
  });
});

describe('people', () => {
  test('all see whose it is, may pause it, and resume it', async () => {
    const id = await openScheduled();
    await hours(1);
    const view = await shown(COLLEAGUE);
    expect(view.isMine).toBe(false);
    expect(view.sentence).toContain(`Of ${OWNER}, last run today`);
    succeed(await sheet.ask('changeSchedule', { id, change: 'pause' }, COLLEAGUE));
    await hours(2);
    expect((await shown()).notice).toBe(`Paused by ${COLLEAGUE}. It runs again when somebody resumes it.`);
    expect(sheet.column('Ended', 'Sync log')).toHaveLength(1);
    succeed(await sheet.ask('changeSchedule', { id, change: 'resume' }, COLLEAGUE));
    await hours(1);
    expect(sheet.column('Ended', 'Sync log')).toHaveLength(2);
  });

  test('whose owner has left is told to everybody after three hours, and taken over', async () => {
    const id = await openScheduled();
    await connect(sheet, COLLEAGUE);
    await hours(1);
    sheet.emulator.leave(OWNER);
    await hours(4);
    const view = await shown(COLLEAGUE);
    expect(view.shown).toBe('silent');
    expect(view.notice).toMatch(/^No run since today 10:0\d: owner@example\.com may have left/);
    succeed(await sheet.ask('changeSchedule', { id, change: 'takeOver' }, COLLEAGUE));
    expect((await shown(COLLEAGUE)).shown).toBe('well');
    await hours(1);
    expect((await shown(COLLEAGUE)).sentence).toMatch(/Yours, last run today/);
  });

  test('who took it over last has it, and the other\u2019s trigger goes', async () => {
    const id = await openScheduled();
    await connect(sheet, COLLEAGUE);
    succeed(await sheet.ask('changeSchedule', { id, change: 'takeOver' }, COLLEAGUE));
    await hours(1);
    expect(sheet.emulator.triggers().map(({ user }) => user)).toEqual([COLLEAGUE]);
    expect(sheet.column('Ended', 'Sync log')).toEqual(['finished']);
  });

  test('keep what they took over while a tick was about to write what it knew before', async () => {
    const id = await openScheduled();
    await connect(sheet, COLLEAGUE);
    const isOfSchedule = ({ user, args }: ServiceCall) => user === OWNER && String(args[0]).startsWith('schedule.');
    const takes: Promise<unknown>[] = [];
    const stop = sheet.emulator.before('Properties.setProperty', isOfSchedule, async () => {
      if (takes.length > 0) return;
      const isWaiting = new Promise((resolve) => {
        sheet.emulator.before('Lock.waitLock', ({ user }) => user === COLLEAGUE, resolve);
      });
      const taking = sheet.ask('changeSchedule', { id, change: 'takeOver' }, COLLEAGUE).then(succeed);
      takes.push(taking);
      // Whoever waits for nobody would have written by now.
      await Promise.race([isWaiting, taking]);
    });
    await hours(1);
    stop();
    await Promise.all(takes);
    expect(takes).toHaveLength(1);
    expect(await shown(COLLEAGUE)).toMatchObject({ isMine: true, shown: 'well' });
    await hours(2);
    expect(sheet.emulator.triggers().map(({ user }) => user)).toEqual([COLLEAGUE]);
  });

  test('hear of a schedule that needs somebody when they choose a menu command, too', async () => {
    await openScheduled();
    await hours(1);
    sheet.emulator.hands.type('Tab', 'E1', 'Quirk');
    await hours(1);
    sheet.emulator.hands.type('Tab', 'E1', 'Bedrooms');
    sheet.emulator.hands.select('Tab', ['A2']);
    await sheet.choose('syncSelectedListings');
    expect(sheet.toasts.at(-1)).toMatch(
      /Unchanged.* 1 schedule of this file needs somebody: open the sidebar, Automate\.$/,
    );
  });

  test('see whose key a schedule runs with', async () => {
    await openScheduled();
    const team = async () => succeed(await sheet.ask('getAutomation', undefined, COLLEAGUE)).team;
    expect(await team()).toEqual([`${OWNER} has 1 schedule here, run with their own key.`]);
    const shared = { key: SECRET_KEY, chatbotId: CHATBOT_ID, authHeader: 'Authorization', sharing: 'file' };
    succeed(await sheet.ask('saveConnection', shared));
    await hours(1);
    expect(await team()).toEqual([`${OWNER} has 1 schedule here, run with the key that is shared in this file.`]);
  });

  test('nobody takes over what they have no key for', async () => {
    const id = await openScheduled();
    expect(kindOf(await sheet.ask('changeSchedule', { id, change: 'takeOver' }, COLLEAGUE))).toBe('notConnected');
    expect((await shown()).isMine).toBe(true);
  });

  test('of an add-on whose clock finds no spreadsheet learn that nothing runs by itself', async () => {
    await openScheduled({}, { emulator: { deployment: 'published' } });
    expect(succeed(await sheet.ask('getAutomation')).doubt).toContain('Google has not called yet');
    await hours(1);
    expect(succeed(await sheet.ask('getAutomation')).obstacle).toContain('Not possible as an add-on here');
    expect(sheet.emulator.triggers()).toEqual([]);
  });
});

describe('what Google allows in a day', () => {
  const CONSUMER = { owner: 'owner@gmail.com', account: 'consumer' } as const;
  const used = (change: object) =>
    sheet.emulator.setProperty(
      'user',
      'dayUse',
      JSON.stringify({ sinceMs: sheet.emulator.now(), triggerMs: 0, requests: 0, ...change }),
    );
  const dayUse = () => JSON.parse(sheet.emulator.properties('user').dayUse ?? '{}');

  test('is counted by what executions took and sent', async () => {
    await openScheduled({}, { emulator: CONSUMER });
    const [report] = await hours(1);
    expect(dayUse().requests).toBe(3);
    expect(dayUse().triggerMs / (report?.virtualMs ?? 0)).toBeCloseTo(1, 0);
  });

  test('is never overrun: a schedule says until when it waits, and goes on by itself', async () => {
    await openScheduled({}, { emulator: CONSUMER });
    used({ triggerMs: 82 * 60_000 });
    await hours(3);
    expect(sheet.requests()).toEqual([]);
    expect(await shown()).toMatchObject({
      shown: 'well',
      notice: expect.stringMatching(
        /^By our count its owner’s triggers have used Google’s time for today: 90 minutes for an account with their address\. What is due runs after tomorrow 9:00/,
      ),
    });
    await hours(23);
    expect(sheet.column('Sync status')).toEqual(['Updated', 'Updated', 'Updated']);
    expect((await shown()).notice).toBe('');
  });

  test('is told before a slot sends more requests than are left, and what is over is no failure', async () => {
    await openScheduled({}, { emulator: CONSUMER });
    used({ requests: 19_998 });
    let told = '';
    const stop = sheet.emulator.before('UrlFetchApp.fetchAll', 1, async () => {
      told = (await shown(COLLEAGUE)).notice;
    });
    await hours(1);
    stop();
    expect(told).toBe(
      'It needs about 3 requests, and by our count Google allows an account with its owner’s address 2 more today: the rest is sent by the slots that follow.',
    );
  });
});
