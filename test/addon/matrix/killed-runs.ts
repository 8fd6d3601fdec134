/** Kills runs at their service calls, runs them again, and notes every promise that was broken on the way. */
import type { CallReport } from '../../../playground/apps-script/emulator.ts';
import {
  beginAttempt,
  beginLastAttempt,
  type Findings,
  type KeptPromise,
  type Note,
  noFindings,
  watchForeignCells,
  watchLog,
  watchSending,
} from './kept-promises.ts';
import { type Kill, killsAt, placesIn, secondKills, type Traces } from './kill-points.ts';
import type { Plot } from './plot.ts';
import type { Scene, Situation, Stage } from './stage.ts';
import { LEDGER_TAB, OWN_HEADERS } from './tab-texts.ts';
import type { Execute } from './ways.ts';

/** What the matrix did and found. */
export interface KillMatrix {
  /** The service calls of an undisturbed run. */
  readonly traces: Traces;
  /** Where it can be killed, and where it was. */
  readonly places: readonly Kill[];
  readonly kills: readonly Kill[];
  /** Runs that were killed again when they were run again. */
  readonly secondKills: number;
  /** First kills that never came, because the run was over before. */
  readonly missed: readonly Kill[];
  readonly findings: Findings;
}

/** What the runs of a matrix begin with, and the service calls of an undisturbed one. */
interface Rehearsal {
  readonly situation: Situation;
  readonly traces: Traces;
}

/** Kills the plot's run at the service calls of all of its steps, and a sample of the second attempts as well. */
export async function killEverywhere(stage: Stage, plot: Plot): Promise<KillMatrix> {
  const { situation, traces } = await rehearse(stage, plot);
  const places = placesIn(traces);
  const kills = killsAt(places);
  const pairs = secondKills(kills);
  const findings = noFindings();
  const missed: Kill[] = [];
  for (const series of [...kills.map((kill) => [kill]), ...pairs]) {
    const struck = await playKilled(await stage.begin(situation), plot, series, findings);
    if (series[0] !== undefined && !struck.includes(series[0])) missed.push(series[0]);
  }
  return { traces, places, kills, secondKills: pairs.length, missed, findings };
}

/** Runs undisturbed once: this is where the numbers of the service calls come from, and the rows that were confirmed before. */
async function rehearse(stage: Stage, plot: Plot): Promise<Rehearsal> {
  const situation = plot.confirmedBefore.length === 0 ? plot.situation : await confirmRows(stage, plot);
  const scene = await stage.begin(situation);
  const traces = new Map<string, readonly string[]>();
  await plot.way.carryOut(scene, plot.request, async (step, functionName, argument, options) => {
    const report = await scene.call(functionName, argument, options);
    traces.set(step, report.trace);
    return report;
  });
  scene.end();
  return { situation, traces };
}

/** The tab and the platform after some of the rows were sent. */
async function confirmRows(stage: Stage, { situation, confirmedBefore, keyHeader, request }: Plot): Promise<Situation> {
  const scene = await stage.begin(situation);
  const keys = scene.column(keyHeader);
  const rowNumbers = confirmedBefore.map((key) => keys.indexOf(key) + 2);
  const a1s = rowNumbers.map((rowNumber) => `A${rowNumber}`);
  scene.emulator.hands.select('Tab', a1s);
  await scene.run({ ...request, scope: 'selection' });
  const own = OWN_HEADERS.map((header) => [header, ...scene.column(header)]);
  // The apostrophe keeps what is text a text when it is typed in again.
  const rows = situation.rows.map((row, rowIndex) => [...row, ...own.map((texts) => asText(texts[rowIndex] ?? ''))]);
  const listings = scene.platform.listings();
  const ledger = {
    rows: scene.emulator.hands.values(LEDGER_TAB).map((row) => row.map((value) => asText(String(value)))),
    proof: scene.emulator.properties('document').ledger ?? '',
  };
  scene.end();
  return { rows, platform: { ...situation.platform, listings }, ledger };
}

function asText(text: string): string {
  return text === '' ? '' : `'${text}`;
}

/** Plays a series of killed attempts and an undisturbed one, each judged on its own; tells which kills struck. */
async function playKilled(
  scene: Scene,
  plot: Plot,
  kills: readonly Kill[],
  findings: Findings,
): Promise<readonly Kill[]> {
  const note = noteFor(kills, findings);
  const judgeForeignCells = watchForeignCells(scene, note);
  const log = watchLog(scene, note);
  watchSending(scene, plot, note);
  const attempt = async (act: () => Promise<void>) => {
    const judge = beginAttempt(scene, plot, note);
    await act().catch((error: unknown) => note('can be run again', String(error)));
    log.look();
    judge();
  };
  const struck: Kill[] = [];
  for (const kill of kills) {
    await attempt(async () => {
      if (await wasKilled(scene, plot, kill)) struck.push(kill);
    });
    await attempt(() => plot.way.wait(scene));
  }
  const judgeEnding = beginLastAttempt(scene, plot, note);
  await attempt(() => plot.way.carryOut(atTab(scene), plot.request, executeWhole(scene)));
  judgeEnding();
  judgeForeignCells();
  log.judge();
  scene.end();
  return struck;
}

function noteFor(kills: readonly Kill[], findings: Findings): Note {
  const where = kills.map(({ step, callNumber, callName }) => `${step} killed at call ${callNumber} (${callName})`);
  return (promise: KeptPromise, words: string) =>
    findings.get(promise)?.push(`${where.join(', then ')}: ${words}`) ?? 0;
}

/** Thrown to leave an attempt whose execution was killed. */
const KILLED = new Error('killed');

/** Runs until the kill strikes; `false` when the attempt ended before it could. */
async function wasKilled(scene: Scene, { way, request }: Plot, kill: Kill): Promise<boolean> {
  const execute: Execute = async (step, functionName, argument, options) => {
    const killing = step === kill.step ? { killAtServiceCall: kill.callNumber } : {};
    const report = await scene.call(functionName, argument, { ...options, ...killing });
    if (report.outcome.kind === 'killed') throw KILLED;
    return report;
  };
  try {
    await way.carryOut(atTab(scene), request, execute);
    return false;
  } catch (error) {
    if (error !== KILLED) throw error;
    return true;
  }
}

function executeWhole(scene: Scene): Execute {
  return async (step, functionName, argument, options): Promise<CallReport> => {
    const report = await scene.call(functionName, argument, options);
    if (report.outcome.kind !== 'returned') throw new Error(`${step}: ${JSON.stringify(report.outcome)}`);
    return report;
  };
}

/** A kill may leave the person on the tab of the log. */
function atTab(scene: Scene): Scene {
  scene.emulator.hands.activateTab('Tab');
  return scene;
}
