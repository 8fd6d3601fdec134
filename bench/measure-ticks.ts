/** Measures what a schedule costs while it has nothing to do: a day of Google's hourly calls. */
import type { CallReport } from '../playground/apps-script/emulator.ts';
import { startEmulator } from '../playground/apps-script/start-emulator.ts';
import { startPlatform } from '../playground/platform/start-platform.ts';
import { ADD_ON_FILES } from './add-on-contender.ts';
import { CHATBOT_ID, readFiles, SECRET_KEY } from './stage.ts';

/** What a day of hourly calls costs. */
export interface TicksResult {
  readonly ticks: number;
  /** Reads and writes of properties in the day, an hour with a run among them. */
  readonly propertyCalls: number;
  /** Of an hour in which nothing is due: the most, and the calls that go to the sheet. */
  readonly idlePropertyCalls: number;
  readonly idleSheetCalls: number;
}

const HOUR_MS = 3_600_000;
const HOURS = 24;

/** What Google counts: each read or write of a store, however much it holds. */
const COUNTED = /^Properties\./;
const OF_THE_SHEET = /^(Sheet|Range|RangeList)\./;

/** A tab of one listing, synced once a day. */
export async function measureTicks(): Promise<TicksResult> {
  const platform = await startPlatform({ secretKey: SECRET_KEY, chatbotId: CHATBOT_ID });
  const emulator = await startEmulator({
    files: await readFiles('dist', ADD_ON_FILES),
    hosts: { 'usapi.hottask.com': platform.origin },
    startsAt: Date.UTC(2026, 10, 21, 9),
  });
  try {
    const tabId = emulator.hands.addTab('Listings', [
      ['MLS number', 'Listing status'],
      ['A1', 'Active'],
    ]);
    const connection = { key: SECRET_KEY, chatbotId: CHATBOT_ID, authHeader: 'Authorization', sharing: 'me' };
    await emulator.call('saveConnection', [connection], { source: 'sidebar' });
    const when = { kind: 'daily', hour: 7, weekdays: [1, 2, 3, 4, 5, 6, 7] };
    const schedule = { action: 'sync', tabIds: [tabId], when, allowsDeletes: false };
    await emulator.call('saveSchedule', [schedule], { source: 'sidebar' });
    // The first call notes that the clock finds the spreadsheet.
    await emulator.advanceClock(HOUR_MS);
    return resultOf(await emulator.advanceClock(HOURS * HOUR_MS));
  } finally {
    await emulator.close();
    await platform.close();
  }
}

function resultOf(reports: readonly CallReport[]): TicksResult {
  const idle = reports.filter(({ serviceCalls }) => serviceCalls['Lock.tryLock'] === undefined);
  return {
    ticks: reports.length,
    propertyCalls: reports.reduce((sum, report) => sum + callsOf(report, COUNTED), 0),
    idlePropertyCalls: Math.max(0, ...idle.map((report) => callsOf(report, COUNTED))),
    idleSheetCalls: idle.reduce((sum, report) => sum + callsOf(report, OF_THE_SHEET), 0),
  };
}

function callsOf({ serviceCalls }: CallReport, wanted: RegExp): number {
  return Object.entries(serviceCalls).reduce((sum, [name, count]) => sum + (wanted.test(name) ? count : 0), 0);
}
