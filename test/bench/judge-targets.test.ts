import { expect, test } from 'vitest';
import type { Measurements } from '../../bench/bench-result.ts';
import { type Costs, costsOf } from '../../bench/costs.ts';
import { judgeTargets } from '../../bench/judge-targets.ts';
import type { ContenderResult, ScenarioResult } from '../../bench/run-scenario.ts';
import { DEFAULT_LATENCY } from '../../playground/apps-script/latency.ts';

const NO_ROWS = { wrongRows: 0, unsureRows: 0, doneRows: 0 };

function result(contender: string, costs: Partial<Costs>): ContenderResult {
  const whole = { ...costsOf([], DEFAULT_LATENCY), ...costs };
  return { contender, ending: 'finished', costs: whole, shareDone: 1, atEnd: NO_ROWS };
}

function scenario(name: string, rowCount: number, results: readonly ContenderResult[]): ScenarioResult {
  return { name, rowCount, lowerBoundSeconds: 100, results };
}

function targetsOf(scenarios: readonly ScenarioResult[], more: Partial<Measurements> = {}) {
  return judgeTargets({ latency: DEFAULT_LATENCY, cpu: [], files: [], scenarios, ...more });
}

function verdicts(scenarios: readonly ScenarioResult[], more: Partial<Measurements> = {}) {
  return Object.fromEntries(targetsOf(scenarios, more).map(({ name, verdict }) => [name, verdict]));
}

const BOUND = '10,000 listings, first sync: within 1.12 × the lower bound';
const FASTER = '10,000 listings, first sync: at least 15 × faster than row by row';
const INDEPENDENT = '100 rows changed: Sheets calls do not grow with the rows';

test.each([
  ['at the limits', 112, 1680, 'reached', 'reached'],
  ['beyond them', 113, 1680, 'missed', 'missed'],
])('a first sync is compared with the bound and with row by row: %s', (_, own, other, isNear, isFaster) => {
  const results = [result('row by row', { virtualSeconds: other }), result('Listing Sync', { virtualSeconds: own })];
  expect(verdicts([scenario('10,000 listings, first sync', 10_000, results)])).toMatchObject({
    [BOUND]: isNear,
    [FASTER]: isFaster,
  });
});

test('a target that was not measured is neither reached nor missed', () => {
  expect(Object.values(verdicts([])).every((verdict) => verdict === undefined)).toBe(true);
});

test.each<[Readonly<Record<number, number>>, string]>([
  [{ 1000: 30, 10000: 30 }, 'reached'],
  [{ 1000: 32, 10000: 30 }, 'reached'],
  [{ 1000: 30, 10000: 35, 100000: 35 }, 'reached'],
  [{ 1000: 30, 10000: 35, 100000: 32 }, 'reached'],
  [{ 1000: 30, 10000: 36 }, 'missed'],
  [{ 1000: 30, 10000: 31, 100000: 32 }, 'missed'],
])('Sheets calls by the number of rows, %j: %s', (callsByRowCount, verdict) => {
  const scenarios = Object.entries(callsByRowCount).map(([rowCount, sheetsCalls]) =>
    scenario(`${rowCount} listings, 100 of them changed`, Number(rowCount), [result('Listing Sync', { sheetsCalls })]),
  );
  expect(verdicts(scenarios)[INDEPENDENT]).toBe(verdict);
});

test.each([
  ['10,000 listings, 100 of them changed', '≤ 0.4 × the 37.9 s of e89fc39', 15.2, 15.3],
  ['100,000 listings, 100 of them changed', '≤ 0.4 × the 290 s of e89fc39', 116, 116.1],
  ['1,000 chatbot rows', '≤ 0.6 × the 7.8 s of e89fc39', 4.7, 4.8],
  ['1,000 deletes', '≤ 0.6 × the 12.8 s of e89fc39', 7.7, 7.8],
])('what people wait for is compared with what they waited before: %s', (name, words, most, more) => {
  const verdictAt = (virtualSeconds: number) =>
    verdicts([scenario(name, 1000, [result('Listing Sync', { virtualSeconds })])])[`${name}: ${words}`];
  expect([most, more].map(verdictAt)).toEqual(['reached', 'missed']);
});

test('processor time is compared with JSON.stringify at ten thousand rows, and between sizes', () => {
  const cpu = [
    { rowCount: 1000, planMsPer1000Rows: 11, stringifyMsPer1000Rows: 1 },
    { rowCount: 10_000, planMsPer1000Rows: 7, stringifyMsPer1000Rows: 2 },
  ];
  expect(verdicts([], { cpu })).toMatchObject({
    'Processor time of read → plan → requests at 10,000 rows ≤ 3.5 × JSON.stringify': 'reached',
    'Processor time per row flat over the sizes': 'missed',
  });
  const [first] = cpu;
  expect(verdicts([], { cpu: first === undefined ? [] : [{ ...first, rowCount: 10_000 }] })).toMatchObject({
    'Processor time of read → plan → requests at 10,000 rows ≤ 3.5 × JSON.stringify': 'missed',
  });
});

test('memory and starting are compared with an earlier commit in the same run', () => {
  const memory = { rowCount: 100_000, peakBytes: 70, baselinePeakBytes: 100 };
  const start = { own: { loadMs: 7.6, firstRowMs: 17 }, baseline: { loadMs: 10, firstRowMs: 20 } };
  expect(verdicts([], { memory, start })).toMatchObject({
    'Peak memory of a plan ≤ 0.7 × that of e89fc39': 'reached',
    'From a fresh context to the first planned row ≤ 0.85 × that of e89fc39': 'reached',
    'Loading alone ≤ 0.75 × that of e89fc39': 'missed',
  });
  expect(
    verdicts([], { memory: { ...memory, peakBytes: 71 }, start: { ...start, own: { loadMs: 7.5, firstRowMs: 17.1 } } }),
  ).toMatchObject({
    'Peak memory of a plan ≤ 0.7 × that of e89fc39': 'missed',
    'From a fresh context to the first planned row ≤ 0.85 × that of e89fc39': 'missed',
    'Loading alone ≤ 0.75 × that of e89fc39': 'reached',
  });
});

test('without the earlier commit nothing is said about what is compared with it', () => {
  const start = { own: { loadMs: 5, firstRowMs: 9 } };
  const memory = { rowCount: 100_000, peakBytes: 70 };
  expect(Object.values(verdicts([], { memory, start })).every((verdict) => verdict === undefined)).toBe(true);
});

test('file sizes are compared in kilobytes of a thousand bytes', () => {
  const files = [{ name: 'Sidebar.html', bytes: 1, gzipBytes: 60_001 }];
  expect(verdicts([], { files })).toMatchObject({
    'Sidebar.html ≤ 60 kB gzipped': 'missed',
  });
});

test.each([
  [200, 'reached'],
  [201, 'missed'],
])('reading a ledger in %i ms is compared with JSON.parse of the same lines', (readMs, verdict) => {
  const name = 'Reading and looking up 100,000 lines of the ledger ≤ 2 × JSON.parse of the same lines';
  const ledger = { lineCount: 100_000, readMs, parseMs: 100 };
  expect(verdicts([], { ledger })).toMatchObject({ [name]: verdict });
});

test.each([
  [1_514, 'reached'],
  [1_529, 'missed'],
])('a night that sends %i of 10,000 dated listings, 100 of them changed, is judged', (most, verdict) => {
  const name = 'A night’s sync of dated listings sends the changed ones, and a seventh of all at most';
  const nights = { listings: 10_000, changed: 100, sent: [1_400, most] };
  expect(verdicts([], { nights })).toMatchObject({ [name]: verdict });
});

test.each([
  ['at the limits', 1, 'reached'],
  ['beyond them', 1.2, 'missed'],
])('messages are compared with JSON.parse, with their pages, and with the same again: %s', (_, times, verdict) => {
  const page = { takePageMs: 3 * times, parsePageMs: 1, readMs: 2 * times, parseMs: 1 };
  const costs = { executions: 2 * times, fetches: 102 * times, sheetsCalls: 40 * times, virtualSeconds: 100 };
  const first = { ...costs, cellWrites: 10, secondsBesideFetches: 60 };
  const again = { ...first, cellWrites: 0, secondsBesideFetches: 30 * times };
  const found = verdicts([], {
    reading: { messages: 5000, messageBytes: 24_000, ...page },
    inbox: { messages: 5000, pages: 100, first, again },
  });
  expect(Object.entries(found).filter(([name]) => name.includes('essages'))).toHaveLength(6);
  for (const [name, one] of Object.entries(found))
    if (name.includes('essages')) expect([name, one]).toEqual([name, verdict]);
});

test('the same messages again are not to write a cell', () => {
  const first = {
    executions: 1,
    fetches: 100,
    sheetsCalls: 30,
    cellWrites: 3,
    virtualSeconds: 9,
    secondsBesideFetches: 9,
  };
  const inbox = {
    messages: 5000,
    pages: 100,
    first,
    again: { ...first, cellWrites: 1, virtualSeconds: 6.3, secondsBesideFetches: 1 },
  };
  const again = targetsOf([], { inbox }).find(({ name }) => name.startsWith('The same messages again'));
  expect(again).toMatchObject({ verdict: 'missed', found: '1 written, 0.11 × of 9.0 s; 0.70 × with fetching' });
});
