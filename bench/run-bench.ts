/**
 * Runs the benchmark on the built add-on: `--quick` for 1,000 rows only, `--large` for 100,000 as well, `--patient` to
 * watch even a hopelessly slow run to its end. Prints tables and writes `bench/results/latest.json`.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { DEFAULT_LATENCY } from '../playground/apps-script/latency.ts';
import { addOnContender } from './add-on-contender.ts';
import { describeResult } from './describe-result.ts';
import { judgeTargets } from './judge-targets.ts';
import { measureCpu } from './measure-cpu.ts';
import { measureDist } from './measure-dist.ts';
import { measureInbox } from './measure-inbox.ts';
import { measureLedger } from './measure-ledger.ts';
import { measureMemory } from './measure-memory.ts';
import { measureNights } from './measure-nights.ts';
import { measureReading } from './measure-reading.ts';
import { measureSchedule } from './measure-schedule.ts';
import { measureStart } from './measure-start.ts';
import { measureTicks } from './measure-ticks.ts';
import { buildPlans } from './plan-builds.ts';
import { runScenario, type ScenarioResult } from './run-scenario.ts';
import { type Extent, type Scenario, scenariosOf } from './scenario.ts';
import { scriptContenders } from './script-contenders.ts';

const RESULTS = new URL('results/', import.meta.url);

const CPU_ROW_COUNTS: Readonly<Record<Extent, readonly number[]>> = {
  quick: [1000, 10_000],
  usual: [1000, 10_000, 100_000],
  large: [1000, 10_000, 100_000],
};

const MEMORY_ROW_COUNT: Readonly<Record<Extent, number>> = { quick: 10_000, usual: 100_000, large: 100_000 };

const DATED_LISTINGS = 10_000;
const SCHEDULED_LISTINGS = 10_000;

const { values: flags } = parseArgs({
  options: { quick: { type: 'boolean' }, large: { type: 'boolean' }, patient: { type: 'boolean' } },
});
const extent: Extent = flags.quick === true ? 'quick' : flags.large === true ? 'large' : 'usual';

// Processor times first, while no worker of the emulator shares the process.
const builds = await buildPlans();
const start = measureStart(builds);
const cpu = measureCpu(builds, CPU_ROW_COUNTS[extent]);
const ledger = measureLedger();
const nights = measureNights(DATED_LISTINGS);
const reading = measureReading(builds);
const memory = await measureMemory(builds, MEMORY_ROW_COUNT[extent]);
const files = await measureDist();
const scenarios = await runAll(scenariosOf(extent), flags.patient === true);
const ticks = await measureTicks();
const inbox = await measureInbox();
const measured = { cpu, ledger, nights, reading, memory, start, files, ticks, inbox };
// The run that it is compared with is not among the quick ones.
const schedule = extent === 'quick' ? {} : { schedule: await measureSchedule(SCHEDULED_LISTINGS) };
const measurements = { latency: DEFAULT_LATENCY, scenarios, ...measured, ...schedule };
const result = { ...measurements, targets: judgeTargets(measurements) };

await mkdir(RESULTS, { recursive: true });
await writeFile(new URL('latest.json', RESULTS), `${JSON.stringify(result, undefined, 2)}\n`);
process.stdout.write(`${describeResult(result).join('\n')}\n`);

async function runAll(scenarios: readonly Scenario[], isPatient: boolean): Promise<readonly ScenarioResult[]> {
  const contenders = [...(await scriptContenders()), await addOnContender(isPatient)];
  const results: ScenarioResult[] = [];
  for (const scenario of scenarios) {
    process.stderr.write(`${scenario.name} …\n`);
    results.push(...(await runScenario(scenario, contenders)));
  }
  return results;
}
