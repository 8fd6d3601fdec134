/** Compares what was measured with the figures the add-on shall reach. */
import type { Measurements, Target, Verdict } from './bench-result.ts';
import { ADD_ON, ROW_BY_ROW } from './contender.ts';
import type { Costs } from './costs.ts';
import type { CpuResult } from './measure-cpu.ts';
import type { InboxResult } from './measure-inbox.ts';
import type { LedgerResult } from './measure-ledger.ts';
import type { MemoryResult } from './measure-memory.ts';
import type { NightsResult } from './measure-nights.ts';
import type { ReadingResult } from './measure-reading.ts';
import type { ScheduleResult } from './measure-schedule.ts';
import type { StartResult, StartTimes } from './measure-start.ts';
import type { TicksResult } from './measure-ticks.ts';
import { BASELINE_COMMIT } from './plan-builds.ts';
import type { ContenderResult, ScenarioResult } from './run-scenario.ts';

const MOST_TIMES_LOWER_BOUND = 1.12;
const LEAST_TIMES_FASTER = 15;

/** What people wait for: the seconds that the benchmark of e89fc39 printed, and which share of them may be left. */
const TIMES_TO_BEAT: readonly { readonly scenario: string; readonly seconds: number; readonly share: number }[] = [
  { scenario: '10,000 listings, 100 of them changed', seconds: 37.9, share: 0.4 },
  { scenario: '100,000 listings, 100 of them changed', seconds: 290, share: 0.4 },
  { scenario: '1,000 chatbot rows', seconds: 7.8, share: 0.6 },
  { scenario: '1,000 deletes', seconds: 12.8, share: 0.6 },
];

/** Rows far apart in a large tab are looked at by columns: more calls and much less to read, however large it is (docs/adr/0007-calls.md). */
const LARGE_TAB_ROWS = 10_000;
const MORE_CALLS_IN_LARGE_TAB = 5;
const MOST_TIMES_STRINGIFY = 3.5;
const MOST_TIMES_PARSE = 2;
/** The size at which processor time is compared; at the others it only has to be as flat. */
const STRINGIFY_ROW_COUNT = 10_000;
/** By how much the processor time per row may differ between sizes and still count as flat. */
const FLATNESS = 1.5;
/** Shares of what the commit that is compared with takes in the same run of the benchmark. */
const MOST_PEAK_SHARE = 0.7;
const MOST_FIRST_ROW_SHARE = 0.85;
const MOST_LOAD_SHARE = 0.75;
const MOST_SIDEBAR_GZIP_BYTES = 60_000;

/** All targets, in the order in which people ask for them. */
export function judgeTargets(measurements: Measurements): readonly Target[] {
  const { scenarios, cpu, memory, start, files, ticks, ledger, nights, reading, inbox, schedule } = measurements;
  const firstSync = scenarios.find(({ name }) => name === '10,000 listings, first sync');
  const changes = scenarios.filter(({ name }) => name.endsWith('changed'));
  const sidebar = files.find(({ name }) => name === 'Sidebar.html');
  return [
    nearLowerBound(firstSync),
    fasterThanRowByRow(firstSync),
    onlyChangesSent(changes),
    callsIndependentOfRows(changes),
    ...TIMES_TO_BEAT.map((time) => withinTime(time, scenarios)),
    nearStringify(cpu),
    flatPerRow(cpu),
    ledgerNearParse(ledger),
    quietNights(nights),
    lowPeak(memory),
    startsFast('From a fresh context to the first planned row', start, 'firstRowMs', MOST_FIRST_ROW_SHARE),
    startsFast('Loading alone', start, 'loadMs', MOST_LOAD_SHARE),
    cheapTicks(ticks),
    quietTicks(ticks),
    readNearParse(reading),
    takenNearParse(reading),
    ...inboxTargets(inbox),
    scheduledNearWatched(schedule, firstSync),
    atMost('Sidebar.html ≤ 60 kB gzipped', sidebar?.gzipBytes, MOST_SIDEBAR_GZIP_BYTES),
  ];
}

function nearLowerBound(scenario: ScenarioResult | undefined): Target {
  const name = `10,000 listings, first sync: within ${MOST_TIMES_LOWER_BOUND} × the lower bound`;
  const costs = costsOf(scenario, ADD_ON);
  if (scenario === undefined || costs === undefined) return { name };
  const times = costs.virtualSeconds / scenario.lowerBoundSeconds;
  return { name, found: `${times.toFixed(2)} ×`, verdict: reachedIf(times <= MOST_TIMES_LOWER_BOUND) };
}

function fasterThanRowByRow(scenario: ScenarioResult | undefined): Target {
  const name = `10,000 listings, first sync: at least ${LEAST_TIMES_FASTER} × faster than row by row`;
  const [own, other] = [costsOf(scenario, ADD_ON), costsOf(scenario, ROW_BY_ROW)];
  if (own === undefined || other === undefined) return { name };
  const times = other.virtualSeconds / own.virtualSeconds;
  return { name, found: `${times.toFixed(1)} ×`, verdict: reachedIf(times >= LEAST_TIMES_FASTER) };
}

function onlyChangesSent(scenarios: readonly ScenarioResult[]): Target {
  const name = '100 rows changed: no request for an unchanged row';
  const requests = scenarios.flatMap((scenario) => costsOf(scenario, ADD_ON)?.requests ?? []);
  if (requests.length === 0) return { name };
  return {
    name,
    found: `${requests.join(', ')} requests`,
    verdict: reachedIf(requests.every((count) => count === 100)),
  };
}

function callsIndependentOfRows(scenarios: readonly ScenarioResult[]): Target {
  const name = '100 rows changed: Sheets calls do not grow with the rows';
  const found = scenarios.flatMap((scenario) => {
    const costs = costsOf(scenario, ADD_ON);
    return costs === undefined ? [] : [{ rowCount: scenario.rowCount, costs }];
  });
  if (found.length < 2) return { name };
  const words = found
    .map(({ rowCount, costs }) => `${costs.sheetsCalls} at ${rowCount.toLocaleString('en-US')}`)
    .join(', ');
  const calls = found.map(({ costs }) => costs.sheetsCalls);
  const inLargeTabs = found.filter(({ rowCount }) => rowCount >= LARGE_TAB_ROWS).map(({ costs }) => costs.sheetsCalls);
  const isFlat = mostGrowth(inLargeTabs) === 0 && mostGrowth(calls) <= MORE_CALLS_IN_LARGE_TAB;
  return { name, found: words, verdict: reachedIf(isFlat) };
}

/** By how much a count is larger than one before it; 0 where none is. */
function mostGrowth(counts: readonly number[]): number {
  return Math.max(0, ...counts.map((count, index) => count - Math.min(...counts.slice(0, index + 1))));
}

function withinTime(
  { scenario, seconds, share }: (typeof TIMES_TO_BEAT)[number],
  all: readonly ScenarioResult[],
): Target {
  const name = `${scenario}: ≤ ${share} × the ${seconds} s of ${BASELINE_COMMIT}`;
  const costs = costsOf(
    all.find((result) => result.name === scenario),
    ADD_ON,
  );
  if (costs === undefined) return { name };
  // Both in tenths of a second, as they are printed.
  const tenths = (value: number) => Math.round(value * 10);
  const isReached = tenths(costs.virtualSeconds) <= tenths(seconds * share);
  return { name, found: `${costs.virtualSeconds.toFixed(1)} s`, verdict: reachedIf(isReached) };
}

function nearStringify(cpu: readonly CpuResult[]): Target {
  const size = STRINGIFY_ROW_COUNT.toLocaleString('en-US');
  const name = `Processor time of read → plan → requests at ${size} rows ≤ ${MOST_TIMES_STRINGIFY} × JSON.stringify`;
  const result = cpu.find(({ rowCount }) => rowCount === STRINGIFY_ROW_COUNT);
  if (result === undefined) return { name };
  const times = result.planMsPer1000Rows / result.stringifyMsPer1000Rows;
  return { name, found: `${times.toFixed(1)} ×`, verdict: reachedIf(times <= MOST_TIMES_STRINGIFY) };
}

function flatPerRow(cpu: readonly CpuResult[]): Target {
  const name = 'Processor time per row flat over the sizes';
  const each = cpu.map((result) => result.planMsPer1000Rows);
  if (each.length < 2) return { name };
  const spread = Math.max(...each) / Math.min(...each);
  return { name, found: `${spread.toFixed(2)} × between sizes`, verdict: reachedIf(spread <= FLATNESS) };
}

function ledgerNearParse(ledger: LedgerResult | undefined): Target {
  const name = `Reading and looking up 100,000 lines of the ledger ≤ ${MOST_TIMES_PARSE} × JSON.parse of the same lines`;
  if (ledger === undefined) return { name };
  const times = ledger.readMs / ledger.parseMs;
  return { name, found: `${times.toFixed(2)} ×`, verdict: reachedIf(times <= MOST_TIMES_PARSE) };
}

function quietNights(nights: NightsResult | undefined): Target {
  const name = 'A night’s sync of dated listings sends the changed ones, and a seventh of all at most';
  if (nights === undefined) return { name };
  const most = Math.max(...nights.sent);
  const found = `${most.toLocaleString('en-US')} of ${nights.listings.toLocaleString('en-US')}, ${nights.changed} changed`;
  return { name, found, verdict: reachedIf(most <= nights.changed + nights.listings / 7) };
}

function lowPeak(memory: MemoryResult | undefined): Target {
  const name = `Peak memory of a plan ≤ ${MOST_PEAK_SHARE} × that of ${BASELINE_COMMIT}`;
  return withinShare(name, memory?.peakBytes, memory?.baselinePeakBytes, MOST_PEAK_SHARE);
}

function startsFast(what: string, start: StartResult | undefined, key: keyof StartTimes, mostShare: number): Target {
  const name = `${what} ≤ ${mostShare} × that of ${BASELINE_COMMIT}`;
  return withinShare(name, start?.own[key], start?.baseline?.[key], mostShare);
}

function withinShare(name: string, own: number | undefined, other: number | undefined, mostShare: number): Target {
  if (own === undefined || other === undefined) return { name };
  const share = own / other;
  return { name, found: `${share.toFixed(2)} ×`, verdict: reachedIf(share <= mostShare) };
}

/** What Google allows a consumer account a day. @see https://developers.google.com/apps-script/guides/services/quotas */
const PROPERTY_CALLS_PER_DAY = 50_000;
const MOST_PROPERTY_SHARE = 0.01;
const MOST_IDLE_PROPERTY_CALLS = 6;

function cheapTicks(ticks: TicksResult | undefined): Target {
  const name = 'A day of hourly ticks: properties read and written ≤ 1 % of what Google allows a day';
  if (ticks === undefined) return { name };
  const share = ticks.propertyCalls / PROPERTY_CALLS_PER_DAY;
  return {
    name,
    found: `${ticks.propertyCalls} in ${ticks.ticks} ticks, ${(share * 100).toFixed(2)} %`,
    verdict: reachedIf(share <= MOST_PROPERTY_SHARE),
  };
}

function quietTicks(ticks: TicksResult | undefined): Target {
  const name = `A tick with nothing due: no call to the sheet, ≤ ${MOST_IDLE_PROPERTY_CALLS} of properties`;
  if (ticks === undefined) return { name };
  const { idleSheetCalls, idlePropertyCalls } = ticks;
  return {
    name,
    found: `${idleSheetCalls} and ${idlePropertyCalls}`,
    verdict: reachedIf(idleSheetCalls === 0 && idlePropertyCalls <= MOST_IDLE_PROPERTY_CALLS),
  };
}

const MOST_TIMES_PARSE_TO_READ = 2;
const MOST_TIMES_PARSE_TO_TAKE = 3;

function readNearParse(reading: ReadingResult | undefined): Target {
  const name = `Reading 5,000 messages of 24 kB ≤ ${MOST_TIMES_PARSE_TO_READ} × JSON.parse`;
  return timesAtMost(name, reading?.readMs, reading?.parseMs, MOST_TIMES_PARSE_TO_READ);
}

function takenNearParse(reading: ReadingResult | undefined): Target {
  const name = `A page of 50 messages of 24 kB taken in ≤ ${MOST_TIMES_PARSE_TO_TAKE} × JSON.parse`;
  return timesAtMost(name, reading?.takePageMs, reading?.parsePageMs, MOST_TIMES_PARSE_TO_TAKE);
}

function timesAtMost(name: string, own: number | undefined, other: number | undefined, most: number): Target {
  if (own === undefined || other === undefined) return { name };
  const times = own / other;
  return { name, found: `${times.toFixed(1)} ×`, verdict: reachedIf(times <= most) };
}

const MOST_FETCHES_PER_PAGE = 1.02;
const MOST_INBOX_SHEETS_CALLS = 40;
const MOST_INBOX_EXECUTIONS = 2;
const MOST_SHARE_OF_TIME_AGAIN = 0.5;

const MOST_TIMES_WATCHED = 1.05;

/** The same run from the sidebar is the first sync of the scenarios. */
function scheduledNearWatched(schedule: ScheduleResult | undefined, firstSync: ScenarioResult | undefined): Target {
  const name = `10,000 listings on schedule: ≤ ${MOST_TIMES_WATCHED} × the execution time of the same run from the sidebar`;
  const watched = costsOf(firstSync, ADD_ON);
  if (schedule === undefined || watched === undefined) return { name };
  const times = schedule.seconds / watched.virtualSeconds;
  const found = `${times.toFixed(3)} ×, ${schedule.seconds.toFixed(1)} s in ${schedule.executions} executions`;
  return { name, found, verdict: reachedIf(schedule.isDone && times <= MOST_TIMES_WATCHED) };
}

function inboxTargets(inbox: InboxResult | undefined): readonly Target[] {
  const names = [
    `5,000 messages from an inbox: ≤ ${MOST_FETCHES_PER_PAGE} fetches a page of 50`,
    `5,000 messages from an inbox: ≤ ${MOST_INBOX_SHEETS_CALLS} calls to the sheet`,
    `5,000 messages from an inbox: ≤ ${MOST_INBOX_EXECUTIONS} executions`,
    `The same messages again: no cell written, ≤ ${MOST_SHARE_OF_TIME_AGAIN} × the time beside fetching`,
  ] as const;
  if (inbox === undefined) return names.map((name) => ({ name }));
  const { first, again, pages } = inbox;
  const share = again.secondsBesideFetches / first.secondsBesideFetches;
  // Pages are asked for one after the other both times, whatever they hold: no reader could be faster than that.
  const shareOfAll = again.virtualSeconds / first.virtualSeconds;
  return [
    judged(names[0], `${(first.fetches / pages).toFixed(2)}`, first.fetches / pages <= MOST_FETCHES_PER_PAGE),
    judged(names[1], `${first.sheetsCalls}`, first.sheetsCalls <= MOST_INBOX_SHEETS_CALLS),
    judged(names[2], `${first.executions}`, first.executions <= MOST_INBOX_EXECUTIONS),
    judged(
      names[3],
      `${again.cellWrites} written, ${share.toFixed(2)} × of ${first.secondsBesideFetches.toFixed(1)} s; ${shareOfAll.toFixed(2)} × with fetching`,
      again.cellWrites === 0 && share <= MOST_SHARE_OF_TIME_AGAIN,
    ),
  ];
}

function judged(name: string, found: string, isReached: boolean): Target {
  return { name, found, verdict: reachedIf(isReached) };
}

function atMost(name: string, bytes: number | undefined, mostBytes: number): Target {
  if (bytes === undefined) return { name };
  return { name, found: `${(bytes / 1000).toFixed(1)} kB`, verdict: reachedIf(bytes <= mostBytes) };
}

function reachedIf(isReached: boolean): Verdict {
  return isReached ? 'reached' : 'missed';
}

function costsOf(scenario: ScenarioResult | undefined, contender: string): Costs | undefined {
  const isWanted = (result: ContenderResult) => result.contender === contender;
  return scenario?.results.find(isWanted)?.costs;
}
