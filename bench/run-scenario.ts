/** Lets every contender perform a scenario, then once more to be killed at half time. */
import { DEFAULT_LATENCY } from '../playground/apps-script/latency.ts';
import type { Contender } from './contender.ts';
import { type Costs, costsOf, projected } from './costs.ts';
import { type Judgement, judgeStatuses } from './judge-statuses.ts';
import { lowerBoundSeconds } from './lower-bound.ts';
import { type CutOff, cutOffAtHalf, type Ending, startExecutions } from './performance.ts';
import type { FollowUp, Scenario } from './scenario.ts';
import { columnOf } from './sheet-rows.ts';
import { openStage, type Stage } from './stage.ts';

/** How a contender did in one run. */
export interface ContenderResult {
  readonly contender: string;
  readonly ending: Ending['kind'];
  /** For the whole work; drawn out from what was done where the ending is not `finished`. */
  readonly costs: Costs;
  /** Share of the rows to be sent for which the platform did what was asked for, from 0 to 1, when the run ended. */
  readonly shareDone: number;
  readonly atEnd: Judgement;
  readonly afterKill?: Judgement;
}

/** What a scenario, or its follow-up, brought. */
export interface ScenarioResult {
  readonly name: string;
  readonly rowCount: number;
  readonly lowerBoundSeconds: number;
  readonly results: readonly ContenderResult[];
}

/** What one performance brought. */
interface Performance {
  readonly result: ContenderResult;
  readonly cutOff: CutOff | undefined;
}

/** Runs a scenario with every contender that can be waited for; the second result is that of the follow-up. */
export async function runScenario(
  scenario: Scenario,
  contenders: readonly Contender[],
): Promise<readonly ScenarioResult[]> {
  const first: ContenderResult[] = [];
  const second: ContenderResult[] = [];
  for (const contender of contenders) {
    if (scenario.sheet.rows.length > contender.largestRowCount) continue;
    const { result, followUp } = await performBoth(scenario, contender);
    first.push(result);
    if (followUp !== undefined) second.push(followUp);
  }
  const { rows } = scenario.sheet;
  const results = [scenarioResult(scenario.name, scenario, rows.length, first)];
  const { followUp } = scenario;
  return followUp === undefined
    ? results
    : [...results, scenarioResult(followUp.name, scenario, followUp.changedRows, second)];
}

async function performBoth(
  scenario: Scenario,
  contender: Contender,
): Promise<{ readonly result: ContenderResult; readonly followUp?: ContenderResult }> {
  const stage = await prepareStage(scenario, contender);
  try {
    const { result, cutOff } = await perform(stage, scenario, contender, scenario.sheet.rows.length);
    const afterKill = cutOff === undefined ? undefined : await performAndKill(scenario, contender, cutOff);
    const whole = afterKill === undefined ? result : { ...result, afterKill };
    if (scenario.followUp === undefined) return { result: whole };
    const followUp = await performFollowUp(stage, scenario, contender, scenario.followUp, result);
    return followUp === undefined ? { result: whole } : { result: whole, followUp };
  } finally {
    await stage.close();
  }
}

const DAY_MS = 24 * 60 * 60_000;

/** Who does not notice changes sends everything again, which costs what the first run cost. */
async function performFollowUp(
  stage: Stage,
  scenario: Scenario,
  contender: Contender,
  { changedRows }: FollowUp,
  first: ContenderResult,
): Promise<ContenderResult | undefined> {
  if (!contender.doesFindChanges) return first;
  if (first.ending !== 'finished') return undefined;
  stage.editRows(changedRows);
  // A hundred thousand requests are all that a day allows.
  await stage.emulator.advanceClock(DAY_MS);
  const { result } = await perform(stage, scenario, contender, changedRows);
  return result;
}

async function performAndKill(scenario: Scenario, contender: Contender, cutOff: CutOff): Promise<Judgement> {
  const stage = await prepareStage(scenario, contender);
  try {
    await contender.perform(stage, scenario, startExecutions(stage.emulator, cutOff));
    return judge(stage, scenario, contender);
  } finally {
    await stage.close();
  }
}

async function perform(
  stage: Stage,
  scenario: Scenario,
  contender: Contender,
  rowsToSend: number,
): Promise<Performance> {
  const confirmedBefore = stage.confirmedKeys.size;
  const executions = startExecutions(stage.emulator);
  const { kind: ending } = await contender.perform(stage, scenario, executions);
  const costs = costsOf(executions.reports, DEFAULT_LATENCY);
  const shareDone = (stage.confirmedKeys.size - confirmedBefore) / rowsToSend;
  const result = {
    contender: contender.name,
    ending,
    costs: ending === 'finished' || shareDone === 0 ? costs : projected(costs, shareDone),
    shareDone,
    atEnd: judge(stage, scenario, contender),
  };
  return { result, cutOff: cutOffAtHalf(executions.reports) };
}

async function prepareStage(scenario: Scenario, contender: Contender): Promise<Stage> {
  const stage = await openStage(scenario, contender.files);
  await contender.prepare(stage);
  return stage;
}

function judge(stage: Stage, { sheet }: Scenario, contender: Contender): Judgement {
  const { doneStatuses, unsureStatuses, statusHeader } = contender;
  const { confirmedKeys } = stage;
  const keys = columnOf(sheet, sheet.keyHeader);
  return judgeStatuses({ keys, statuses: stage.column(statusHeader), confirmedKeys, doneStatuses, unsureStatuses });
}

function scenarioResult(
  name: string,
  { action, sheet }: Scenario,
  sentRows: number,
  results: readonly ContenderResult[],
): ScenarioResult {
  const work = { action, rowCount: sheet.rows.length, columnCount: sheet.headers.length, sentRows };
  return { name, rowCount: sheet.rows.length, lowerBoundSeconds: lowerBoundSeconds(work, DEFAULT_LATENCY), results };
}
