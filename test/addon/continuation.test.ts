import { afterEach, describe, expect, test } from 'vitest';
import {
  CHATBOT_ID,
  COLLEAGUE,
  connect,
  kindOf,
  openSheet,
  SECRET_KEY,
  type SheetOptions,
  SLOW_READING,
  succeed,
  type TestSheet,
} from './listing-sheet.ts';
import { listingRows, records } from './listings.ts';

let sheet: TestSheet;
afterEach(() => sheet.close());

const HOUR_MS = 60 * 60_000;
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

  test('waits without striking each minute while Google’s time for triggers is used up, and then goes on', async () => {
    await openSlow({ owner: 'owner@gmail.com', account: 'consumer' });
    await sheet.choose('syncSelectedListings');
    const sent = sheet.requests().length;
    const spent = { sinceMs: sheet.emulator.now(), triggerMs: 82 * 60_000, requests: 0 };
    sheet.emulator.setProperty('user', 'dayUse', JSON.stringify(spent));
    expect((await sheet.emulator.advanceClock(5 * HOUR_MS)).length).toBeLessThan(8);
    expect(sheet.requests()).toHaveLength(sent);
    await sheet.emulator.advanceClock(20 * HOUR_MS);
    expect(waiting()).toBe(0);
    expect(sheet.emulator.triggers()).toEqual([]);
  });

  test('says how many of the selected rows are done and how many still wait', async () => {
    await openSlow();
    // So many that the rows done can never be as many as those that wait.
    sheet.emulator.hands.select('Tab', ['A2:A230']);
    await sheet.choose('syncSelectedListings');
    const done = NUMBERS.length - waiting();
    expect(done).toBeGreaterThan(0);
    expect(done).toBeLessThan(229);
    const words = `${done} of 229 rows done. Google allows a menu command only a few minutes, so ${229 - done} rows still wait.`;
    expect(sheet.dialogs.map(({ message }) => message)).toEqual([expect.stringContaining(words)]);
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
    succeed(await sheet.begin({ action: 'sync', scope: 'tab' }, COLLEAGUE));
    await sheet.emulator.advanceClock(3 * 60_000);
    expect(sheet.requests()).toEqual([]);
  });

  test.each([
    ['a retry that finds nothing to do', 'retryFailedRows', 'A2:A301'],
    ['a command over a selection without rows', 'syncSelectedListings', 'A1'],
  ])('goes on although %s is chosen meanwhile', async (_, functionName, selection) => {
    await openSlow();
    await sheet.choose('syncSelectedListings');
    const before = waiting();
    sheet.emulator.hands.select('Tab', [selection]);
    await sheet.choose(functionName);
    expect(waiting()).toBe(before);
    for (let part = 0; part < 9 && waiting() > 0; part += 1) await sheet.emulator.advanceClock(2 * 60_000);
    expect(waiting()).toBe(0);
    expect(sheet.column('Ended', 'Sync log')).toEqual(['finished']);
  });

  test('says so where Google allows no trigger', async () => {
    await openSlow({ deployment: 'published' });
    await sheet.emulator.evaluate("ScriptApp.newTrigger('other').timeBased().everyHours(1).create()");
    await sheet.choose('syncSelectedListings');
    expect(sheet.dialogs[0]?.message).toContain('no background run here');
  });
});

describe('a run in the background that Google gives no more time today', () => {
  const updated = () => sheet.column('Sync status').filter((status) => status === 'Updated').length;

  async function sendAtOnce(requestsAtOnce: number): Promise<void> {
    const input = { key: SECRET_KEY, chatbotId: CHATBOT_ID, authHeader: 'Authorization', sharing: 'me' };
    succeed(await sheet.ask('saveConnection', { ...input, requestsAtOnce }));
  }

  /** One request at a time, part after part of a few minutes, until Google starts no further one: after ninety minutes. */
  async function useUpTime(): Promise<void> {
    await openSlow({ account: 'consumer', latency: { fetchMs: 45_000 } });
    await connect(sheet, COLLEAGUE);
    await sendAtOnce(1);
    await sheet.choose('syncSelectedListings');
    const startedMs = sheet.emulator.now();
    while ((await sheet.emulator.advanceClock(2 * 60_000)).length > 0);
    expect(sheet.emulator.now() - startedMs).toBeGreaterThan(90 * 60_000);
    expect(updated()).toBeGreaterThan(50);
    expect(updated()).toBeLessThan(250);
    expect(updated()).toBe(sheet.requests().length);
  }

  test('waits with every row as it was, and is shown and carried on to its end by the sidebar', async () => {
    await useUpTime();
    expect(sheet.dialogs).toHaveLength(1);
    expect(sheet.dialogs[0]?.message).toContain('To go on yourself, open the sidebar and press Continue.');
    await sheet.emulator.advanceClock(3 * 60 * 60_000);
    expect(new Set(sheet.column('Sync status'))).toEqual(new Set(['Updated', '']));
    const { run } = succeed(await sheet.ask('getOverview'));
    expect(run).toMatchObject({ isMine: true, action: 'sync', tabName: 'Tab', done: updated(), total: 300 });
    let state = 'running';
    while (state === 'running') state = succeed(await sheet.ask('continueRun', { runId: run?.runId })).state;
    expect(state).toBe('finished');
    expect(waiting()).toBe(0);
    expect(sheet.requests()).toHaveLength(300);
    expect(sheet.column('Ended', 'Sync log')).toEqual(['finished']);
    expect(succeed(await sheet.ask('getOverview')).run).toBeUndefined();
  });

  test('goes on by itself the next day, and leaves no trigger behind', async () => {
    await useUpTime();
    await sendAtOnce(5);
    await sheet.emulator.advanceClock(25 * 60 * 60_000);
    expect(sheet.requests()).toHaveLength(300);
    expect(new Set(sheet.column('Sync status'))).toEqual(new Set(['Updated']));
    expect(sheet.column('Ended', 'Sync log')).toEqual(['finished']);
    expect(sheet.emulator.triggers()).toEqual([]);
  });

  test('holds nobody up, and a colleague sends only the rest', async () => {
    await useUpTime();
    const sent = sheet.requests().length;
    await sheet.emulator.advanceClock(2 * 60_000);
    const progress = await sheet.run({ action: 'sync', scope: 'tab' }, COLLEAGUE);
    expect(progress).toMatchObject({ state: 'finished', counts: { Unchanged: sent, Updated: 300 - sent } });
    expect(sheet.requests()).toHaveLength(300);
    expect(sheet.column('Ended', 'Sync log')).toEqual(['interrupted', 'finished']);
  });
});

/** Nothing is sent in the first execution, so that all rows wait. */
async function leaveWaiting(more: SheetOptions['emulator'] = {}): Promise<void> {
  const numbers = ['A1', 'A2', 'A3'];
  sheet = await openSheet(listingRows(...numbers), { platform: { listings: records(...numbers) }, emulator: more });
  await commandThatWaits();
  expect(waiting()).toBe(3);
}

async function commandThatWaits(): Promise<void> {
  sheet.emulator.hands.select('Tab', ['A2:A4']);
  await sheet.emulator.call('syncSelectedListings', [], { source: 'menu', stall: SLOW_READING });
}

describe('what a command that leaves rows waiting promises', () => {
  test('in a published add-on it takes an hour, and nobody can be sure of it yet', async () => {
    await leaveWaiting({ deployment: 'published' });
    expect(sheet.dialogs[0]?.message).toContain('from about an hour on');
    expect(sheet.dialogs[0]?.message).toContain('Google has not done this here before');
  });

  test('once it has worked, the doubt is gone', async () => {
    await leaveWaiting();
    expect(sheet.dialogs[0]?.message).toContain('Google has not done this here before');
    await sheet.emulator.advanceClock(10 * 60_000);
    expect(waiting()).toBe(0);
    sheet.emulator.hands.clear('Tab', 'U2:X4');
    await commandThatWaits();
    expect(sheet.dialogs.at(-1)?.message).toContain('in the background');
    expect(sheet.dialogs.at(-1)?.message).not.toContain('before');
  });

  test('nothing where Google\u2019s clock was found not to know the spreadsheet', async () => {
    await leaveWaiting({ edges: { clockTriggerDocument: 'missing' } });
    await sheet.emulator.advanceClock(2 * 60_000);
    expect(sheet.emulator.triggers()).toEqual([]);
    const { runId } = succeed(await sheet.ask('getOverview')).run ?? {};
    succeed(await sheet.ask('cancelRun', { runId }));
    await commandThatWaits();
    expect(sheet.dialogs.at(-1)?.message).toContain('nothing goes on by itself. Open the sidebar and press Continue.');
    expect(sheet.emulator.triggers()).toEqual([]);
  });
});

describe('the trigger of a run in the background', () => {
  test.each([1, 8, 25])('survives an execution that is killed at service call %i', async (killAtServiceCall) => {
    await leaveWaiting();
    const [killed] = await sheet.emulator.advanceClock(61_000, { killAtServiceCall });
    expect(killed?.outcome.kind).toBe('killed');
    await sheet.emulator.advanceClock(20 * 60_000);
    expect(waiting()).toBe(0);
    expect(sheet.emulator.triggers()).toEqual([]);
  });

  test('is there before the first row is marked, and survives a command that is killed then', async () => {
    sheet = await openSheet(listingRows(...NUMBERS), { platform: { listings: records(...NUMBERS) } });
    sheet.emulator.hands.select('Tab', ['A2:A301']);
    const killed = { call: 'UrlFetchApp.fetchAll', ms: 7 * 60_000 };
    const report = await sheet.emulator.call('syncSelectedListings', [], { source: 'menu', stall: killed });
    expect(report.outcome.kind).toBe('killed');
    expect(sheet.emulator.triggers()).toHaveLength(1);
    await sheet.emulator.advanceClock(20 * 60_000);
    expect(waiting()).toBe(0);
    expect(sheet.emulator.triggers()).toEqual([]);
  });

  test('is not made for a run that ends in its first chunk', async () => {
    sheet = await openSheet(listingRows('A1'), { platform: { listings: records('A1') } });
    sheet.emulator.hands.select('Tab', ['A2']);
    const { serviceCalls } = await sheet.choose('syncSelectedListings');
    expect(waiting()).toBe(0);
    expect(serviceCalls).not.toHaveProperty('ScriptApp.newTrigger');
  });

  test('goes with the run that ends in the command which began it', async () => {
    sheet = await openSheet(listingRows(...NUMBERS), { platform: { listings: records(...NUMBERS) } });
    sheet.emulator.hands.select('Tab', ['A2:A301']);
    const { serviceCalls } = await sheet.choose('syncSelectedListings');
    expect(waiting()).toBe(0);
    expect(serviceCalls).toHaveProperty('ScriptApp.newTrigger');
    expect(sheet.emulator.triggers()).toEqual([]);
  });

  test('is one for each file, and one file\u2019s run never ends another\u2019s', async () => {
    await leaveWaiting();
    const other = sheet.emulator.addSpreadsheet({ name: 'Other' });
    other.hands.addTab('Tab', listingRows('A1'));
    other.hands.activateTab('Tab');
    const input = { key: SECRET_KEY, chatbotId: CHATBOT_ID, authHeader: 'Authorization', sharing: 'me' };
    await sheet.emulator.call('saveConnection', [input], { source: 'sidebar', fileId: other.id });
    other.hands.select('Tab', ['A2']);
    const menu = { source: 'menu', fileId: other.id } as const;
    await sheet.emulator.call('syncSelectedListings', [], { ...menu, stall: SLOW_READING });
    expect(sheet.emulator.triggers()).toHaveLength(2);
    await sheet.emulator.advanceClock(10 * 60_000);
    expect(waiting()).toBe(0);
    expect(other.hands.values('Tab')[1]).toContain('Updated');
    expect(sheet.emulator.triggers()).toEqual([]);
  });

  test('that nobody noted, because its maker was killed, removes itself', async () => {
    await leaveWaiting();
    await sheet.emulator.evaluate("ScriptApp.newTrigger('continueRunByTrigger').timeBased().everyMinutes(1).create()");
    await sheet.emulator.advanceClock(10 * 60_000);
    expect(waiting()).toBe(0);
    expect(sheet.emulator.triggers()).toEqual([]);
  });
});

describe('another command while rows wait in the background', () => {
  /** Three rows of `Tab` wait; the next command is about one of `Other`. */
  async function chooseAnother(button: 'YES' | 'NO' | 'CANCEL'): Promise<void> {
    sheet = await openSheet(listingRows('A1', 'A2', 'A3'), {
      platform: { listings: records('A1', 'A2', 'A3', 'B1') },
      answer: ({ buttons }) => ({ button: buttons === 'OK' ? 'OK' : button }),
    });
    sheet.emulator.hands.addTab('Other', listingRows('B1'));
    sheet.emulator.hands.select('Tab', ['A2:A4']);
    await sheet.emulator.call('syncSelectedListings', [], { source: 'menu', stall: SLOW_READING });
    sheet.emulator.hands.select('Other', ['A2']);
    await sheet.choose('syncSelectedListings');
    expect(sheet.dialogs.at(-1)?.message).toContain(
      '3 rows of your unfinished run \u201cSync listings\u201d in \u201cTab\u201d still wait to be sent in the background.',
    );
  }

  test('sends them first where the person says so', async () => {
    await chooseAnother('YES');
    expect(waiting()).toBe(0);
    expect(sheet.column('Sync status', 'Other')).toEqual(['Updated']);
    expect(sheet.column('Ended', 'Sync log')).toEqual(['finished', 'finished']);
    expect(sheet.emulator.triggers()).toEqual([]);
  });

  test('leaves them waiting where the person says so, and they go on after it', async () => {
    await chooseAnother('NO');
    expect(sheet.column('Sync status', 'Other')).toEqual(['Updated']);
    expect(waiting()).toBe(3);
    await sheet.emulator.advanceClock(10 * 60_000);
    expect(waiting()).toBe(0);
    expect(sheet.column('Ended', 'Sync log')).toEqual(['finished', 'finished']);
    expect(sheet.emulator.triggers()).toEqual([]);
  });

  test('does nothing where the person cancels, and they go on', async () => {
    await chooseAnother('CANCEL');
    expect(sheet.column('Sync status', 'Other')).toEqual([]);
    expect(sheet.toasts.at(-1)).toBe('Nothing was begun. The rows that wait go on in the background.');
    await sheet.emulator.advanceClock(10 * 60_000);
    expect(waiting()).toBe(0);
  });
});
