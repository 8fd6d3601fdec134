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
  const dist = { files: [], loadCpuMs: 1 };
  return judgeTargets({ latency: DEFAULT_LATENCY, cpu: [], dist, scenarios, ...more });
}

function verdicts(scenarios: readonly ScenarioResult[], more: Partial<Measurements> = {}) {
  return Object.fromEntries(targetsOf(scenarios, more).map(({ name, verdict }) => [name, verdict]));
}

const BOUND = '10,000 listings, first sync: within 1.25 × the lower bound';
const FASTER = '10,000 listings, first sync: at least 15 × faster than row by row';
const INDEPENDENT = '100 rows changed: Sheets calls do not grow with the rows';

test.each([
  ['at the limits', 125, 1875, 'reached', 'reached'],
  ['beyond them', 126, 1875, 'missed', 'missed'],
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

test.each<[string, Costs['eachExecution'], string]>([
  ['within its budget', [{ sheetsCalls: 20 + 3 * 4, checkpoints: 4 }], '32 of 32 reached'],
  ['beyond it', [{ sheetsCalls: 20 + 3 * 4 + 1, checkpoints: 4 }], '33 of 32 missed'],
  [
    'each within its budget',
    [
      { sheetsCalls: 5, checkpoints: 0 },
      { sheetsCalls: 26, checkpoints: 2 },
    ],
    '26 of 26 at most; 31 in all 2, where one might have had 26 reached',
  ],
  [
    'one of them beyond its budget, however little the others cost',
    [
      { sheetsCalls: 24, checkpoints: 1 },
      { sheetsCalls: 10, checkpoints: 9 },
    ],
    '24 of 23 at most; 34 in all 2, where one might have had 50 missed',
  ],
])('Sheets calls of executions, %s', (_, eachExecution, words) => {
  const results = [result('Listing Sync', { eachExecution })];
  const targets = targetsOf([scenario('1,000 deletes', 1000, results)]);
  const target = targets.find(
    ({ name }) => name === '1,000 deletes: Sheets calls of an execution ≤ 20 + 3 per checkpoint',
  );
  expect(`${target?.found} ${target?.verdict}`).toBe(words);
});

test.each<[Readonly<Record<number, number>>, string]>([
  [{ 1000: 30, 10000: 30 }, 'reached'],
  [{ 1000: 32, 10000: 30 }, 'reached'],
  [{ 1000: 30, 10000: 35, 100000: 35 }, 'reached'],
  [{ 1000: 30, 10000: 36 }, 'missed'],
  [{ 1000: 30, 10000: 31, 100000: 32 }, 'missed'],
])('Sheets calls by the number of rows, %j: %s', (callsByRowCount, verdict) => {
  const scenarios = Object.entries(callsByRowCount).map(([rowCount, sheetsCalls]) =>
    scenario(`${rowCount} listings, 100 of them changed`, Number(rowCount), [result('Listing Sync', { sheetsCalls })]),
  );
  expect(verdicts(scenarios)[INDEPENDENT]).toBe(verdict);
});

test('processor time is compared with JSON.stringify and between sizes', () => {
  const cpu = [
    { rowCount: 1000, planMsPer1000Rows: 10, stringifyMsPer1000Rows: 1 },
    { rowCount: 100_000, planMsPer1000Rows: 16, stringifyMsPer1000Rows: 2 },
  ];
  expect(verdicts([], { cpu })).toMatchObject({
    'Processor time of read → plan → requests ≤ 10 × JSON.stringify': 'reached',
    'Processor time per row flat over the sizes': 'missed',
  });
});

test('file sizes are compared in kilobytes of a thousand bytes', () => {
  const files = [{ name: 'Sidebar.html', bytes: 1, gzipBytes: 60_001 }];
  expect(verdicts([], { dist: { files, loadCpuMs: 1 } })).toMatchObject({
    'Sidebar.html ≤ 60 kB gzipped': 'missed',
  });
});
