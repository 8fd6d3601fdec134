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

function verdicts(scenarios: readonly ScenarioResult[], more: Partial<Measurements> = {}) {
  const measurements = {
    ...{ latency: DEFAULT_LATENCY, cpu: [], dist: { files: [], loadCpuMs: 1, planningLoadCpuMs: 1 }, scenarios },
    ...more,
  };
  return Object.fromEntries(judgeTargets(measurements).map(({ name, verdict }) => [name, verdict]));
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

test.each([
  [20 + 3 * 4, 'reached'],
  [20 + 3 * 4 + 1, 'missed'],
])('%i Sheets calls for 4 checkpoints: %s', (sheetsCalls, verdict) => {
  const results = [result('Listing Sync', { sheetsCalls, checkpoints: 4 })];
  const name = '1,000 deletes: Sheets calls ≤ 20 + 3 per checkpoint';
  expect(verdicts([scenario('1,000 deletes', 1000, results)])[name]).toBe(verdict);
});

test.each([
  ['a new tab', { 'Sheet.hideColumns': 1, 'Spreadsheet.insertSheet': 1 }, 2, 12],
  ['a new log', { 'Spreadsheet.insertSheet': 1 }, 2, 4],
  ['a long run', {}, 4, 18],
  ['a large tab', {}, 2, 4, 10_000],
])('%s may cost more Sheets calls, and that is said', (_, sheetsCallsByMethod, executions, extra, rowCount = 1000) => {
  const verdict = (sheetsCalls: number) => {
    const costs = { sheetsCalls, checkpoints: 1, executions, sheetsCallsByMethod };
    return verdicts([scenario('x', rowCount, [result('Listing Sync', costs)])])[
      'x: Sheets calls ≤ 20 + 3 per checkpoint'
    ];
  };
  expect([verdict(23), verdict(24), verdict(23 + extra), verdict(24 + extra)]).toEqual([
    ...['reached', 'bent', 'bent', 'missed'],
  ]);
});

test.each([
  [30, 30, 'reached'],
  [32, 30, 'reached'],
  [30, 31, 'bent'],
  [30, 34, 'bent'],
  [30, 35, 'missed'],
])('%i and %i Sheets calls at different sizes: %s', (small, large, verdict) => {
  const changed = (rowCount: number, sheetsCalls: number) =>
    scenario(`${rowCount} listings, 100 of them changed`, rowCount, [
      result('Listing Sync', { sheetsCalls, checkpoints: 2, executions: 2 }),
    ]);
  expect(verdicts([changed(1000, small), changed(10_000, large)])[INDEPENDENT]).toBe(verdict);
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
  const files = [
    { name: 'Code.js', bytes: 150_001, gzipBytes: 1 },
    { name: 'Sidebar.html', bytes: 1, gzipBytes: 60_000 },
  ];
  expect(verdicts([], { dist: { files, loadCpuMs: 1, planningLoadCpuMs: 1 } })).toMatchObject({
    'Code.js ≤ 150 kB': 'missed',
    'Sidebar.html ≤ 60 kB gzipped': 'reached',
  });
});
