/** Kills runs at their service calls, runs them again, and notes every promise that was broken on the way. */
import type { CallReport } from '../../../playground/apps-script/emulator.ts';
import type { RunProgress, RunRequest } from '../../../src/core/protocol.ts';
import { succeed } from '../listing-sheet.ts';
import { MATRIX_SIZE } from './matrix-size.ts';
import { keysOf, type Plot } from './plot.ts';
import { replyOf, type Scene, type Situation, type Stage } from './stage.ts';
import { foreignInputs, LOG_TAB, OWN_HEADERS } from './tab-texts.ts';

/** What a killed run must keep to. */
export const KEPT_PROMISES = [
  'can be run again',
  'keeps every row',
  'calls no row done that the platform did not confirm',
  'changes no other cell',
  'sends nothing again that was recorded as done',
  'sends every row at most once in each attempt',
  'converges to the statuses of an undisturbed run',
  'brings the platform to what the sheet says',
  'leaves one line in the log for every run',
] as const;

/** One of the promises. */
export type KeptPromise = (typeof KEPT_PROMISES)[number];

/** Broken promises, in words. */
export type Findings = Readonly<Record<KeptPromise, readonly string[]>>;

/** What the matrix did and found. */
export interface KillMatrix {
  readonly kills: number;
  readonly struck: number;
  readonly findings: Findings;
}

/** Where a run is killed: before the n-th service call of a step takes effect. */
interface Kill {
  readonly step: 'startRun' | 'continueRun';
  readonly callNumber: number;
}

/** The service calls of an undisturbed run, and the word for its deletes. */
interface Rehearsal {
  readonly situation: Situation;
  readonly traces: Readonly<Record<Kill['step'], readonly string[]>>;
  /** `''` where nothing is deleted. */
  readonly deleteToken: string;
}

/** Kills the plot's run at every service call of both of its steps, and a sample of the second attempts as well. */
export async function killEverywhere(stage: Stage, plot: Plot): Promise<KillMatrix> {
  const rehearsal = await rehearse(stage, plot);
  const kills = killsOf(rehearsal);
  const findings = noFindings();
  let struck = 0;
  for (const series of [...kills.map((kill) => [kill]), ...secondKills(kills)]) {
    struck += await playKilled(stage, plot, rehearsal, series, findings);
  }
  return { kills: kills.length, struck, findings };
}

function killsOf({ traces }: Rehearsal): readonly Kill[] {
  return (['startRun', 'continueRun'] as const).flatMap((step) =>
    traces[step].flatMap((_, callIndex) =>
      isWorthKilling(traces[step], callIndex) ? [{ step, callNumber: callIndex + 1 }] : [],
    ),
  );
}

/** Objects at hand: calls of them reach neither the spreadsheet nor any other service. */
const IN_HAND =
  /^(RichTextValue|ConditionalFormatRuleBuilder|HTTPResponse)\.|^SpreadsheetApp\.newConditionalFormatRule$/;

/** Nothing changes between calls that only ask objects at hand: the ends of such a series stand for all of it. */
function isWorthKilling(trace: readonly string[], callIndex: number): boolean {
  const isInside = [-1, 0, 1].every((offset) => IN_HAND.test(trace[callIndex + offset] ?? ''));
  return MATRIX_SIZE.killsInsideSeries || !isInside;
}

function secondKills(kills: readonly Kill[]): readonly (readonly Kill[])[] {
  const { secondKillEvery, secondKillStride } = MATRIX_SIZE;
  const firsts = kills.filter((_, index) => index % secondKillEvery === secondKillEvery - 1);
  const seconds = kills.filter((_, index) => index % secondKillStride === 0);
  return firsts.flatMap((first) => seconds.map((second) => [first, second]));
}

/** Runs undisturbed once: this is where the numbers of the service calls come from, and the rows that were confirmed before. */
async function rehearse(stage: Stage, plot: Plot): Promise<Rehearsal> {
  const situation = plot.confirmedBefore.length === 0 ? plot.situation : await confirmRows(stage, plot);
  const scene = await stage.begin(situation);
  const asked = await scene.call('startRun', plot.request);
  const reply = succeed(replyOf('startRun', asked));
  const deleteToken = reply.kind === 'confirmDeletes' ? reply.confirmation.deleteToken : '';
  const started = reply.kind === 'started' ? asked : await scene.call('startRun', { ...plot.request, deleteToken });
  const continued = await scene.call('continueRun', { runId: startedRun(started).runId });
  scene.end();
  return { situation, traces: { startRun: started.trace, continueRun: continued.trace }, deleteToken };
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
  scene.end();
  return { rows, platform: { ...situation.platform, listings } };
}

function asText(text: string): string {
  return text === '' ? '' : `'${text}`;
}

/** Plays a series of killed attempts and an undisturbed one, each judged on its own; tells how many kills struck. */
async function playKilled(
  stage: Stage,
  plot: Plot,
  rehearsal: Rehearsal,
  kills: readonly Kill[],
  findings: ReturnType<typeof noFindings>,
): Promise<number> {
  const scene = await stage.begin(rehearsal.situation);
  const foreignBefore = foreignInputs(scene.emulator.hands.snapshot());
  const where = kills.map((kill) => `${kill.step} killed at call ${kill.callNumber} (${callName(rehearsal, kill)})`);
  const note = (promise: KeptPromise, words: string) => findings[promise].push(`${where.join(', then ')}: ${words}`);
  const runIds = new Set<string>();
  let struck = 0;
  for (const [killIndex, kill] of kills.entries()) {
    const judge = beginAttempt(scene, plot, note);
    scene.emulator.hands.activateTab('Tab');
    const deleteToken = killIndex === 0 ? rehearsal.deleteToken : undefined;
    struck += (await attemptKilled(scene, plot, deleteToken, kill)) ? 1 : 0;
    noteRunIds(scene, runIds);
    judge();
  }
  const before = statusByKey(scene, plot);
  const judge = beginAttempt(scene, plot, note);
  scene.emulator.hands.activateTab('Tab');
  await scene.run(plot.request).catch((error: unknown) => note('can be run again', String(error)));
  noteRunIds(scene, runIds);
  judge();
  judgeEnding(scene, plot, before, note);
  if (foreignInputs(scene.emulator.hands.snapshot()).join('\n') !== foreignBefore.join('\n')) {
    note('changes no other cell', 'a cell that is not the add-on’s is another now');
  }
  const lines = scene.column('Ended', LOG_TAB);
  if (lines.length !== runIds.size) {
    note('leaves one line in the log for every run', `${runIds.size} runs, lines: ${lines.join(', ') || 'none'}`);
  }
  scene.end();
  return struck;
}

/** Runs until the kill strikes; `false` when the attempt ended before it could. */
async function attemptKilled(
  scene: Scene,
  { request }: Plot,
  deleteToken: string | undefined,
  { step, callNumber }: Kill,
): Promise<boolean> {
  const optionsOf = (name: Kill['step']) => (name === step ? { killAtServiceCall: callNumber } : {});
  const asked = deleteToken === undefined ? await tokenOrRun(scene, request) : { deleteToken };
  if ('runId' in asked) return wasKilled(await scene.call('continueRun', asked, optionsOf('continueRun')));
  const started = await scene.call('startRun', { ...request, ...asked }, optionsOf('startRun'));
  if (wasKilled(started)) return true;
  const { state, runId } = startedRun(started);
  if (state !== 'running') return false;
  return wasKilled(await scene.call('continueRun', { runId }, optionsOf('continueRun')));
}

/** The word for the deletes of a run; where there are none left, the run has begun by asking. */
async function tokenOrRun(
  scene: Scene,
  request: RunRequest,
): Promise<{ readonly deleteToken: string } | { readonly runId: string }> {
  const asked = succeed(await scene.ask('startRun', request));
  if (asked.kind === 'confirmDeletes') return { deleteToken: asked.confirmation.deleteToken };
  return { runId: asked.progress.runId };
}

function startedRun(report: CallReport): RunProgress {
  const started = succeed(replyOf('startRun', report));
  if (started.kind !== 'started') throw new Error('The run asks whether it may delete.');
  return started.progress;
}

function wasKilled({ outcome }: CallReport): boolean {
  return outcome.kind === 'killed';
}

/** Remembers how things stand before an attempt; the function that comes back judges what the attempt did. */
function beginAttempt(scene: Scene, plot: Plot, note: (promise: KeptPromise, words: string) => void): () => void {
  const before = statusByKey(scene, plot);
  const requestsBefore = scene.requests().length;
  return () => {
    const sent = scene.requests().slice(requestsBefore).flatMap(keysOf);
    const after = statusByKey(scene, plot);
    for (const key of Object.keys(plot.endings)) {
      const status = after.get(key);
      const times = sent.filter((sentKey) => sentKey === key).length;
      if (status === undefined) note('keeps every row', `${key} is gone`);
      if (isDone(status) && !plot.isTrueOnPlatform(scene.platform, key)) {
        note('calls no row done that the platform did not confirm', `${key} says ${status}`);
      }
      if (isDone(before.get(key)) && times > 0) note('sends nothing again that was recorded as done', key);
      if (times > 1) note('sends every row at most once in each attempt', `${key} was sent ${times} times`);
    }
  };
}

function judgeEnding(
  scene: Scene,
  plot: Plot,
  before: ReadonlyMap<string, string>,
  note: (promise: KeptPromise, words: string) => void,
): void {
  const after = statusByKey(scene, plot);
  for (const [key, ending] of Object.entries(plot.endings)) {
    const status = after.get(key) ?? 'gone';
    const expected = isDone(before.get(key)) ? 'Unchanged' : ending;
    // A delete of which nobody knows whether it arrived, and which finds nothing now, counts as done.
    const isGoneNow = ending === 'Not found' && status === 'Deleted' && before.get(key) === 'Sending';
    if (status !== expected && !isGoneNow) {
      note('converges to the statuses of an undisturbed run', `${key} says ${status} instead of ${expected}`);
    }
    if (isDone(ending) && !plot.isTrueOnPlatform(scene.platform, key)) {
      note('brings the platform to what the sheet says', key);
    }
  }
}

function statusByKey(scene: Scene, { keyHeader }: Plot): ReadonlyMap<string, string> {
  const statuses = scene.column('Sync status');
  return new Map(scene.column(keyHeader).map((key, index) => [key, statuses[index] ?? '']));
}

function isDone(status: string | undefined): boolean {
  return status === 'Updated' || status === 'Pushed' || status === 'Deleted' || status === 'Unchanged';
}

function noteRunIds(scene: Scene, runIds: Set<string>): void {
  const properties = scene.emulator.properties('document');
  for (const name of ['run', 'run.last']) {
    const runId = /"runId":"([^"]+)"/.exec(properties[name] ?? '')?.[1];
    if (runId !== undefined) runIds.add(runId);
  }
}

function callName({ traces }: Rehearsal, { step, callNumber }: Kill): string {
  return traces[step][callNumber - 1] ?? '?';
}

function noFindings(): Record<KeptPromise, string[]> {
  return {
    'can be run again': [],
    'keeps every row': [],
    'calls no row done that the platform did not confirm': [],
    'changes no other cell': [],
    'sends nothing again that was recorded as done': [],
    'sends every row at most once in each attempt': [],
    'converges to the statuses of an undisturbed run': [],
    'brings the platform to what the sheet says': [],
    'leaves one line in the log for every run': [],
  };
}
