/** Puts the result of the benchmark into words and tables for a terminal. */
import type { BenchResult, Target, Verdict } from './bench-result.ts';
import { ADD_ON } from './contender.ts';
import type { Costs } from './costs.ts';
import type { CpuResult } from './measure-cpu.ts';
import type { FileSize } from './measure-dist.ts';
import type { LedgerResult } from './measure-ledger.ts';
import type { MemoryResult } from './measure-memory.ts';
import type { StartResult, StartTimes } from './measure-start.ts';
import { BASELINE_COMMIT } from './plan-builds.ts';
import type { ContenderResult, ScenarioResult } from './run-scenario.ts';
import { textTable } from './text-table.ts';

const COLUMNS = ['', 'seconds', '× bound', 'requests', 'calls', 'Sheets', 'runs', 'wrong', 'unsure', 'ending'];

/** The column of words at the end. */
const ENDING = COLUMNS.length - 1;

/** How many methods of the spreadsheet are named in a breakdown. */
const SHOWN_METHODS = 6;
const SHOWN_CALLS = 12;

/** The whole result, one text a line. */
export function describeResult(result: BenchResult): readonly string[] {
  return [
    ...describeLatency(result),
    ...result.scenarios.flatMap(describeScenario),
    ...describeCpu(result.cpu),
    ...describeLedger(result.ledger),
    ...describeMemory(result.memory),
    ...describeStart(result.start),
    ...describeFiles(result.files),
    '',
    'Targets',
    ...textTable(result.targets.map(targetRow)),
  ];
}

function describeLatency({ latency }: BenchResult): readonly string[] {
  return [
    'All times are virtual: service calls cost what this table says, whatever the machine.',
    'Sources of the figures: playground/apps-script/latency.ts',
    `  ${Object.entries(latency)
      .map(([name, cost]) => `${name} ${cost}`)
      .join(', ')}`,
    'calls: all service calls; Sheets: those that go to the spreadsheet; runs: executions.',
    'wrong, unsure: rows whose status is untrue, or says that it is not known, after a kill directly after the request',
    'nearest to half time.',
  ];
}

function describeScenario(scenario: ScenarioResult): readonly string[] {
  const { name, lowerBoundSeconds, results } = scenario;
  const bound = ['lower bound', seconds(lowerBoundSeconds), '1.00'];
  const addOn = results.find(({ contender }) => contender === ADD_ON);
  return [
    '',
    name,
    ...textTable([COLUMNS, bound, ...results.map((result) => resultRow(result, lowerBoundSeconds))], [0, ENDING]),
    ...(addOn === undefined ? [] : describeAddOn(addOn.costs)),
  ];
}

function resultRow(result: ContenderResult, lowerBoundSeconds: number): readonly string[] {
  const { contender, costs, afterKill } = result;
  return [
    contender,
    seconds(costs.virtualSeconds),
    (costs.virtualSeconds / lowerBoundSeconds).toFixed(2),
    count(costs.requests),
    count(costs.serviceCalls),
    count(costs.sheetsCalls),
    count(costs.executions),
    afterKill === undefined ? '' : count(afterKill.wrongRows),
    afterKill === undefined ? '' : count(afterKill.unsureRows),
    endingWords(result),
  ];
}

function endingWords({ ending, shareDone, costs, atEnd }: ContenderResult): string {
  const percent = `${Math.round(shareDone * 100)} %`;
  switch (ending) {
    case 'finished':
      return atEnd.wrongRows === 0
        ? `finished, ${costs.killedExecutions} killed`
        : `${count(atEnd.wrongRows)} wrong at the end`;
    case 'stuck':
      return `never: killed with nothing recorded; figures drawn out from ${percent}`;
    case 'abandoned':
      return `not awaited; figures drawn out from ${percent}`;
    case 'cutOff':
      return 'cut off';
    default:
      return ending satisfies never;
  }
}

function describeAddOn(costs: Costs): readonly string[] {
  const { secondsByPart, secondsByCall, sheetsCallsByMethod, checkpoints, longestWindow } = costs;
  const parts = Object.entries(secondsByPart).map(([name, spent]) => `${name} ${seconds(spent)}`);
  const methods = Object.entries(sheetsCallsByMethod)
    .sort(([, a], [, b]) => b - a)
    .slice(0, SHOWN_METHODS)
    .map(([name, calls]) => `${name} ${count(calls)}`);
  const longest = Object.entries(secondsByCall)
    .sort(([, a], [, b]) => b - a)
    .slice(0, SHOWN_CALLS)
    .map(([name, spent]) => `${name} ${spent.toFixed(2)}`);
  return [
    `  ${ADD_ON}, seconds: ${parts.join(', ')}`,
    `  ${ADD_ON}, seconds by call: ${longest.join(', ')}`,
    `  ${ADD_ON}, Sheets calls: ${methods.join(', ')}; ${count(checkpoints)} checkpoints, at most ${count(longestWindow)} calls between a look and its flush`,
  ];
}

function describeCpu(cpu: readonly CpuResult[]): readonly string[] {
  const rows = cpu.map(({ rowCount, planMsPer1000Rows, stringifyMsPer1000Rows, baselineMsPer1000Rows }) => [
    count(rowCount),
    planMsPer1000Rows.toFixed(1),
    stringifyMsPer1000Rows.toFixed(1),
    (planMsPer1000Rows / stringifyMsPer1000Rows).toFixed(1),
    baselineMsPer1000Rows === undefined ? '' : (baselineMsPer1000Rows / stringifyMsPer1000Rows).toFixed(1),
  ]);
  return [
    '',
    'Processor time, milliseconds per 1,000 rows',
    ...textTable([
      ['rows', 'read → plan → requests', 'JSON.stringify', 'times', `times at ${BASELINE_COMMIT}`],
      ...rows,
    ]),
  ];
}

function describeLedger(ledger: LedgerResult | undefined): readonly string[] {
  if (ledger === undefined) return [];
  const { lineCount, readMs, parseMs } = ledger;
  const what = `Reading a ledger of ${count(lineCount)} lines and looking every key up`;
  return [
    '',
    `${what}: ${readMs.toFixed(0)} ms of processor time; JSON.parse of the same lines ${parseMs.toFixed(0)} ms`,
  ];
}

function describeMemory(memory: MemoryResult | undefined): readonly string[] {
  if (memory === undefined) return [];
  const { rowCount, peakBytes, baselinePeakBytes } = memory;
  const other = baselinePeakBytes === undefined ? '' : `; at ${BASELINE_COMMIT} ${megabytes(baselinePeakBytes)}`;
  return [
    '',
    `Peak of what a plan of ${count(rowCount)} rows keeps alive, beyond the sheet: ${megabytes(peakBytes)}${other}`,
  ];
}

function describeStart(start: StartResult | undefined): readonly string[] {
  if (start === undefined) return [];
  const row = (name: string, { loadMs, firstRowMs }: StartTimes) => [name, loadMs.toFixed(1), firstRowMs.toFixed(1)];
  return [
    '',
    'Starting in a fresh context, milliseconds of processor time, which every call pays; medians',
    ...textTable([
      ['', 'loading', 'to the first planned row'],
      row('this checkout', start.own),
      ...(start.decided === undefined ? [] : [row('  its columns decided before', start.decided)]),
      ...(start.baseline === undefined ? [] : [row(BASELINE_COMMIT, start.baseline)]),
    ]),
  ];
}

function describeFiles(files: readonly FileSize[]): readonly string[] {
  const rows = files.map(({ name, bytes, gzipBytes }) => [name, kilobytes(bytes), kilobytes(gzipBytes)]);
  return ['', 'Shipped files, kB', ...textTable([['file', 'plain', 'gzipped'], ...rows])];
}

const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  reached: 'reached',
  missed: 'MISSED',
};

function targetRow({ name, found, verdict }: Target): readonly string[] {
  return [name, found ?? '', verdict === undefined ? 'not measured' : VERDICT_WORDS[verdict]];
}

function seconds(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: 1, minimumFractionDigits: 1 });
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

function kilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(1);
}

function count(value: number): string {
  return value.toLocaleString('en-US');
}
