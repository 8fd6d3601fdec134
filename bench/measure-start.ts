/** Measures what an execution pays before it can do anything: loading its scripts, and getting to the first planned row. */
import { createContext, Script } from 'node:vm';
import type { TabDecisions } from '../src/core/mapping/tab-decisions.ts';
import { cpuMsOf } from './cpu-time.ts';
import { functionsOf, type PlanBuild, type PlanBuilds, type PlanFunctions } from './plan-builds.ts';
import { contentOf, type SheetContent } from './sheet-content.ts';
import { listingSheet } from './sheet-rows.ts';

/** Processor times in milliseconds, each from a fresh context with nothing in it; the medians of many. */
export interface StartTimes {
  /** To compile and evaluate all that a run loads. */
  readonly loadMs: number;
  /** To load it, understand a tab of fifty rows and plan the first of them. */
  readonly firstRowMs: number;
}

/** How this checkout starts, and the commit that is compared with, where it could be built. */
export interface StartResult {
  readonly own: StartTimes;
  /** The same in a tab whose columns a run before has decided. */
  readonly decided?: StartTimes;
  readonly baseline?: StartTimes;
}

const TURNS = 30;
const ROWS_OF_TAB = 50;

/** Lets both builds start in turns, so that both have the same neighbours. */
export function measureStart({ own, baseline }: PlanBuilds): StartResult {
  const content = contentOf(listingSheet(ROWS_OF_TAB));
  const decisions = functionsOf(own).decideListings?.(content);
  const ownTurns: StartTimes[] = [];
  const decidedTurns: StartTimes[] = [];
  const baselineTurns: StartTimes[] = [];
  for (let turn = 0; turn < TURNS; turn += 1) {
    ownTurns.push(start(own, content, turn));
    decidedTurns.push(start(own, content, TURNS + turn, decisions));
    if (baseline !== undefined) baselineTurns.push(start(baseline, content, turn));
  }
  const result = { own: medians(ownTurns), decided: medians(decidedTurns) };
  return baseline === undefined ? result : { ...result, baseline: medians(baselineTurns) };
}

function start({ runScripts }: PlanBuild, content: SheetContent, turn: number, decisions?: TabDecisions): StartTimes {
  const context: { plan?: PlanFunctions } = {};
  createContext(context);
  const loadMs = cpuMsOf(() => {
    // Another text each time, because the engine remembers what it has compiled.
    for (const script of runScripts) new Script(`${script}\n// ${turn}`).runInContext(context);
  });
  const planMs = cpuMsOf(() => {
    if (context.plan?.planFirstRow(content, decisions) !== true)
      throw new Error('The first row of the benchmark should be sent.');
  });
  return { loadMs, firstRowMs: loadMs + planMs };
}

function medians(turns: readonly StartTimes[]): StartTimes {
  return {
    loadMs: median(turns.map(({ loadMs }) => loadMs)),
    firstRowMs: median(turns.map(({ firstRowMs }) => firstRowMs)),
  };
}

/** The middle one of some numbers. */
function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}
