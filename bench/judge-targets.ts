/** Compares what was measured with the figures the add-on shall reach. */
import type { Measurements, Target, Verdict } from './bench-result.ts';
import { ADD_ON, ROW_BY_ROW } from './contender.ts';
import type { Costs } from './costs.ts';
import type { CpuResult } from './measure-cpu.ts';
import type { ContenderResult, ScenarioResult } from './run-scenario.ts';

const MOST_TIMES_LOWER_BOUND = 1.25;
const LEAST_TIMES_FASTER = 15;
const FIXED_SHEETS_CALLS = 20;
const SHEETS_CALLS_PER_CHECKPOINT = 3;
/** What the fixed calls do not cover, and why: docs/adr/0007-calls.md. */
const CALLS_TO_MAKE_COLUMNS = 8;
const CALLS_TO_MAKE_LOG = 4;
const CALLS_PER_FURTHER_EXECUTION = 9;
/** The first checkpoint of an execution may look at rows far apart by columns, which is more calls and much quicker. */
const CALLS_FOR_WIDE_WINDOW = 2;
const LARGE_TAB_ROWS = 10_000;
/** One that plans and marks the rows, and one that sends them. */
const USUAL_EXECUTIONS = 2;
const MOST_TIMES_STRINGIFY = 10;
/** By how much the processor time per row may differ between sizes and still count as flat. */
const FLATNESS = 1.5;
const MOST_CODE_BYTES = 150_000;
const MOST_SIDEBAR_GZIP_BYTES = 60_000;

/** All targets, in the order in which people ask for them. */
export function judgeTargets({ scenarios, cpu, dist }: Measurements): readonly Target[] {
  const firstSync = scenarios.find(({ name }) => name === '10,000 listings, first sync');
  const changes = scenarios.filter(({ name }) => name.endsWith('changed'));
  const [code, sidebar] = ['Code.js', 'Sidebar.html'].map((name) => dist.files.find((file) => file.name === name));
  return [
    nearLowerBound(firstSync),
    fasterThanRowByRow(firstSync),
    onlyChangesSent(changes),
    callsIndependentOfRows(changes),
    ...scenarios.map(fewSheetsCalls),
    nearStringify(cpu),
    flatPerRow(cpu),
    atMost('Code.js ≤ 150 kB', code?.bytes, MOST_CODE_BYTES),
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
  const [fewest, ...more] = found.map(({ costs }) => costs.sheetsCalls);
  const executions = Math.max(...found.map(({ costs }) => costs.executions));
  const growth = Math.max(0, ...more) - (fewest ?? 0);
  if (growth <= 0) return { name, found: words, verdict: 'reached' };
  return { name, found: words, verdict: growth <= CALLS_FOR_WIDE_WINDOW * executions ? 'bent' : 'missed' };
}

function fewSheetsCalls(scenario: ScenarioResult): Target {
  const name = `${scenario.name}: Sheets calls ≤ ${FIXED_SHEETS_CALLS} + ${SHEETS_CALLS_PER_CHECKPOINT} per checkpoint`;
  const costs = costsOf(scenario, ADD_ON);
  if (costs === undefined) return { name };
  const strict = FIXED_SHEETS_CALLS + SHEETS_CALLS_PER_CHECKPOINT * costs.checkpoints;
  const beyond = costs.sheetsCalls - strict;
  const found = `${costs.sheetsCalls} of ${strict} for ${costs.checkpoints} checkpoints`;
  if (beyond <= 0) return { name, found, verdict: 'reached' };
  const apart = countedApart(costs, scenario.rowCount);
  const words = apart.map(({ calls, what }) => `${calls} for ${what}`).join(', ');
  const allowed = apart.reduce((sum, { calls }) => sum + calls, 0);
  return { name, found: `${found}; apart: at most ${words}`, verdict: beyond <= allowed ? 'bent' : 'missed' };
}

/** What ADR 7 counts apart, and the most calls each may take. */
function countedApart({ executions, sheetsCallsByMethod }: Costs, rowCount: number) {
  return [
    { what: 'new columns', calls: sheetsCallsByMethod['Sheet.hideColumns'] === undefined ? 0 : CALLS_TO_MAKE_COLUMNS },
    { what: 'a new log', calls: sheetsCallsByMethod['Spreadsheet.insertSheet'] === undefined ? 0 : CALLS_TO_MAKE_LOG },
    { what: 'further executions', calls: CALLS_PER_FURTHER_EXECUTION * Math.max(0, executions - USUAL_EXECUTIONS) },
    { what: 'rows far apart', calls: rowCount < LARGE_TAB_ROWS ? 0 : CALLS_FOR_WIDE_WINDOW * executions },
  ].filter(({ calls }) => calls > 0);
}

function nearStringify(cpu: readonly CpuResult[]): Target {
  const name = `Processor time of read → plan → requests ≤ ${MOST_TIMES_STRINGIFY} × JSON.stringify`;
  const times = cpu.map((result) => result.planMsPer1000Rows / result.stringifyMsPer1000Rows);
  if (times.length === 0) return { name };
  const found = times.map((factor) => `${factor.toFixed(1)} ×`).join(', ');
  return { name, found, verdict: reachedIf(times.every((factor) => factor <= MOST_TIMES_STRINGIFY)) };
}

function flatPerRow(cpu: readonly CpuResult[]): Target {
  const name = 'Processor time per row flat over the sizes';
  const each = cpu.map((result) => result.planMsPer1000Rows);
  if (each.length < 2) return { name };
  const spread = Math.max(...each) / Math.min(...each);
  return { name, found: `${spread.toFixed(2)} × between sizes`, verdict: reachedIf(spread <= FLATNESS) };
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
