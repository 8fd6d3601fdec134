/** Compares what was measured with the figures the add-on shall reach. */
import type { Measurements, Target, Verdict } from './bench-result.ts';
import { ADD_ON, ROW_BY_ROW } from './contender.ts';
import type { Costs, ExecutionCosts } from './costs.ts';
import type { CpuResult } from './measure-cpu.ts';
import type { ContenderResult, ScenarioResult } from './run-scenario.ts';

const MOST_TIMES_LOWER_BOUND = 1.25;
const LEAST_TIMES_FASTER = 15;
const FIXED_SHEETS_CALLS = 20;
const SHEETS_CALLS_PER_CHECKPOINT = 3;
/** Rows far apart in a large tab are looked at by columns: more calls and much less to read, however large it is (docs/adr/0007-calls.md). */
const LARGE_TAB_ROWS = 10_000;
const MORE_CALLS_IN_LARGE_TAB = 5;
const MOST_TIMES_STRINGIFY = 10;
/** By how much the processor time per row may differ between sizes and still count as flat. */
const FLATNESS = 1.5;
const MOST_SIDEBAR_GZIP_BYTES = 60_000;

/** All targets, in the order in which people ask for them. */
export function judgeTargets({ scenarios, cpu, dist }: Measurements): readonly Target[] {
  const firstSync = scenarios.find(({ name }) => name === '10,000 listings, first sync');
  const changes = scenarios.filter(({ name }) => name.endsWith('changed'));
  const sidebar = dist.files.find(({ name }) => name === 'Sidebar.html');
  return [
    nearLowerBound(firstSync),
    fasterThanRowByRow(firstSync),
    onlyChangesSent(changes),
    callsIndependentOfRows(changes),
    ...scenarios.map(fewSheetsCalls),
    nearStringify(cpu),
    flatPerRow(cpu),
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
  const isFlat = spreadOf(inLargeTabs) === 0 && spreadOf(calls) <= MORE_CALLS_IN_LARGE_TAB;
  return { name, found: words, verdict: reachedIf(isFlat) };
}

function spreadOf(counts: readonly number[]): number {
  return counts.length === 0 ? 0 : Math.max(...counts) - Math.min(...counts);
}

/** The budget of an execution: each reads the sheet anew, for nothing else outlives one (docs/adr/0007-calls.md). The sum is told. */
function fewSheetsCalls(scenario: ScenarioResult): Target {
  const budget = `${FIXED_SHEETS_CALLS} + ${SHEETS_CALLS_PER_CHECKPOINT} per checkpoint`;
  const name = `${scenario.name}: Sheets calls of an execution ≤ ${budget}`;
  const executions = costsOf(scenario, ADD_ON)?.eachExecution ?? [];
  const [dearest, ...others] = [...executions].sort((a, b) => leftOf(a) - leftOf(b));
  if (dearest === undefined) return { name };
  const words = `${dearest.sheetsCalls} of ${budgetOf(dearest)}`;
  const sumOf = (key: keyof ExecutionCosts) => executions.reduce((sum, execution) => sum + execution[key], 0);
  const all = { sheetsCalls: sumOf('sheetsCalls'), checkpoints: sumOf('checkpoints') };
  const sum = `${all.sheetsCalls} in all ${executions.length}, where one might have had ${budgetOf(all)}`;
  const found = others.length === 0 ? words : `${words} at most; ${sum}`;
  return { name, found, verdict: reachedIf(leftOf(dearest) >= 0) };
}

function budgetOf({ checkpoints }: ExecutionCosts): number {
  return FIXED_SHEETS_CALLS + SHEETS_CALLS_PER_CHECKPOINT * checkpoints;
}

function leftOf(execution: ExecutionCosts): number {
  return budgetOf(execution) - execution.sheetsCalls;
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
