/** A run that waits between two slices, unwatched, while people change what it rests on. */
import { afterEach, describe, expect, test } from 'vitest';
import {
  COLLEAGUE,
  connect,
  OWNER,
  type SheetOptions,
  SLOW_READING,
  succeed,
  type TestSheet,
} from './listing-sheet.ts';
import { openListingSheet } from './listings.ts';

let sheet: TestSheet;
afterEach(() => sheet.close());

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const tabId = () => sheet.emulator.hands.activeTabId();
const withdraw = (rowNumber: number) => sheet.emulator.hands.type('Tab', `B${rowNumber}`, 'Withdrawn');
const statuses = () => sheet.column('Sync status');
const deletes = () => sheet.sent('RealEstateDelete');

async function open(numbers: readonly string[] = ['A1', 'A2', 'A3', 'A4'], more: SheetOptions = {}): Promise<void> {
  sheet = await openListingSheet(numbers, more);
  await connect(sheet, COLLEAGUE);
  await sheet.run({ action: 'sync', scope: 'tab' });
}

/** The run of a schedule that marks its rows and waits for the next strike. */
async function leaveScheduleWaiting(allowsDeletes: boolean) {
  const input = {
    action: 'sync',
    tabIds: [tabId()],
    when: { kind: 'daily', hour: 10, weekdays: [1, 2, 3, 4, 5, 6, 7] },
  };
  const { schedules } = succeed(await sheet.ask('saveSchedule', { ...input, allowsDeletes }));
  await sheet.emulator.advanceClock(HOUR_MS, { stall: SLOW_READING });
  const id = schedules[0]?.id ?? '';
  return { id, ...input };
}

/** A command whose rows wait for the background. */
async function leaveCommandWaiting(functionName: string, a1: string, user = OWNER): Promise<void> {
  sheet.emulator.hands.select('Tab', [a1], user);
  await sheet.emulator.call(functionName, [], { source: 'menu', user, stall: SLOW_READING });
}

describe('the run of a schedule', () => {
  test('ends, and stops the schedule in words, when its owner takes the connection away', async () => {
    await open();
    sheet.emulator.hands.type('Tab', 'G2', '$460,000');
    await leaveScheduleWaiting(false);
    succeed(await sheet.ask('removeConnection'));
    await sheet.emulator.advanceClock(10 * MINUTE_MS);
    const [view] = succeed(await sheet.ask('getAutomation')).schedules;
    expect(view).toMatchObject({ shown: 'stopped', notice: expect.stringContaining('not connected to a chatbot') });
    expect(sheet.column('Ended', 'Sync log')).toEqual(['finished', 'stopped']);
    expect(sheet.emulator.triggers()).toEqual([]);
  });

  test('that the platform refuses stops the schedule at once, in words of the stop and not of a row', async () => {
    await open();
    sheet.emulator.hands.type('Tab', 'G2', '$460,000');
    sheet.emulator.hands.type('Tab', 'E3', 'many');
    await leaveScheduleWaiting(false);
    sheet.platform.faults.add({ fault: { kind: 'status', status: 401 } });
    await sheet.emulator.advanceClock(10 * MINUTE_MS);
    const [view] = succeed(await sheet.ask('getAutomation')).schedules;
    expect(view).toMatchObject({ shown: 'stopped', notice: expect.stringContaining('refused the secret key') });
  });

  const SWITCHED_OFF = 'Deletes were switched off for the schedule';

  test.each<[string, (schedule: { readonly id: string }) => Promise<unknown>, string]>([
    [
      'its owner has switched deletes off',
      ({ id, ...input }) => sheet.ask('saveSchedule', { id, ...input, allowsDeletes: false }),
      SWITCHED_OFF,
    ],
    [
      'a colleague has taken it over',
      ({ id }) => sheet.ask('changeSchedule', { id, change: 'takeOver' }, COLLEAGUE),
      SWITCHED_OFF,
    ],
    ['its owner has removed it', ({ id }) => sheet.ask('changeSchedule', { id, change: 'remove' }), SWITCHED_OFF],
    [
      'a colleague has paused it',
      ({ id }) => sheet.ask('changeSchedule', { id, change: 'pause' }, COLLEAGUE),
      'The schedule was paused or stopped',
    ],
  ])('deletes nothing once %s', async (_, act, words) => {
    await open();
    withdraw(2);
    sheet.emulator.hands.type('Tab', 'G3', '$460,000');
    const schedule = await leaveScheduleWaiting(true);
    await act(schedule);
    await sheet.emulator.advanceClock(10 * MINUTE_MS);
    expect(deletes()).toEqual([]);
    expect(statuses()).toEqual(['Skipped', 'Updated', 'Updated', 'Updated']);
    expect(sheet.column('Sync detail')[0]).toContain(words);
  });

  test('is the last one that a schedule knows of which is paused meanwhile', async () => {
    await open();
    sheet.emulator.hands.type('Tab', 'G3', '$460,000');
    const { id } = await leaveScheduleWaiting(false);
    const { schedules } = succeed(await sheet.ask('changeSchedule', { id, change: 'pause' }));
    expect(schedules[0]?.sentence).toMatch(/last run today 10:0\d: paused before it had ended\.$/);
  });
});

describe('deletes that a person has agreed to', () => {
  test('stay away once the person may delete no more', async () => {
    await open();
    await leaveCommandWaiting('deleteSelectedListings', 'A2:A3', COLLEAGUE);
    succeed(await sheet.ask('saveMayDelete', { emails: [OWNER] }));
    await sheet.emulator.advanceClock(10 * MINUTE_MS);
    expect(deletes()).toEqual([]);
    expect(statuses()).toEqual(['Skipped', 'Skipped', 'Updated', 'Updated']);
    expect(sheet.column('Sync detail')[0]).toContain('You are not among those who may delete in this file');
  });

  test('go on where nothing was forbidden', async () => {
    await open();
    await leaveCommandWaiting('deleteSelectedListings', 'A2:A3');
    await sheet.emulator.advanceClock(10 * MINUTE_MS);
    expect(statuses()).toEqual(['Deleted', 'Deleted', 'Updated', 'Updated']);
  });
});

describe('a run that stood aside for another one', () => {
  const NUMBERS = Array.from({ length: 60 }, (_, index) => `A${index}`);
  const price = (rowNumber: number, text: string) => sheet.emulator.hands.type('Tab', `G${rowNumber}`, text);
  const priceOf = (mlsNumber: string) =>
    sheet.platform.listings().find(({ MLSNumber }) => MLSNumber === mlsNumber)?.SalePrice;

  /** All rows cost more; some of them have gone when a command is over, and the next one is about two others and one of these. */
  async function standAside(): Promise<void> {
    await open(NUMBERS, { answer: ({ buttons }) => ({ button: buttons === 'OK' ? 'OK' : 'NO' }) });
    for (const index of NUMBERS.keys()) price(index + 2, '$460,000');
    // The last row is not of this run.
    sheet.emulator.hands.select('Tab', ['A2:A60']);
    const stall = { call: 'UrlFetchApp.fetchAll', ms: 270_000 };
    await sheet.emulator.call('syncSelectedListings', [], { source: 'menu', stall });
    expect([priceOf('A0'), priceOf('A58')]).toEqual([460_000, 450_000]);
    price(2, '$470,000');
    sheet.emulator.hands.select('Tab', ['A2', 'A61']);
    await sheet.choose('syncSelectedListings');
    expect([priceOf('A0'), priceOf('A59')]).toEqual([470_000, 460_000]);
    await sheet.emulator.advanceClock(10 * MINUTE_MS);
    expect(sheet.column('Ended', 'Sync log')).toEqual(['finished', 'finished', 'finished']);
  }

  test('is taken back without what the other one has sent', async () => {
    await standAside();
    const { runId, rows, sentences } = succeed(await sheet.ask('getUndo'));
    expect(rows).toBe(58);
    expect(sentences).toEqual([
      '58 rows: the platform gets back what it had before this run. Your sheet stays as it is.',
      '1 row: left as they are, for another run has sent something for them since.',
    ]);
    const reply = succeed(await sheet.ask('undoRun', { runId }));
    if (reply.kind !== 'started') throw new Error('It did not start.');
    let { progress } = reply;
    while (progress.state === 'running') progress = succeed(await sheet.ask('continueRun', { runId: progress.runId }));
    expect([priceOf('A0'), priceOf('A1'), priceOf('A58'), priceOf('A59')]).toEqual([
      470_000, 450_000, 450_000, 460_000,
    ]);
  });

  test('shows its own rows in Activity, and none of the other one', async () => {
    await standAside();
    const { runs } = succeed(await sheet.ask('getRuns'));
    const rowsOf = async (at: number) => {
      const { tabId: tab, startedAt, seconds } = runs[at] ?? {};
      const { total, rows } = succeed(await sheet.ask('getRunRows', { tabId: tab, startedAt, seconds }));
      return [total, rows.some(({ name }) => name === 'MLS number A59')];
    };
    expect([await rowsOf(0), await rowsOf(1)]).toEqual([
      [59, false],
      [2, true],
    ]);
  });
});
