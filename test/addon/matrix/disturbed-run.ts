/** Plays a run while people change the tab under it, and notes every status that is not true. */
import type { RunProgress } from '../../../src/core/protocol.ts';
import { COLLEAGUE } from '../listing-sheet.ts';
import { LISTING_HEADERS, listingRow, records } from '../listings.ts';
import type { Happening, Moment, Step } from './disturbed-steps.ts';
import { type HandChange, LOOSE_HEADER, makeChange } from './hand-changes.ts';
import { keysOf } from './plot.ts';
import { isSendable, isTrueClaim, settledProblem } from './row-truth.ts';
import type { Scene, Situation, Stage } from './stage.ts';
import { type ListingLine, readLayout } from './tab-layout.ts';
import { foreignInputs, LOG_TAB } from './tab-texts.ts';

/** Rows 1 to 13 are updates, 14 to 16 deletes, 17 fails our check, 18 is unknown to the platform, 19 has the key of row 1. */
const NUMBERS = Array.from({ length: 18 }, (_, index) => `M${index + 1}`);

const SITUATION: Situation = {
  rows: [[...LISTING_HEADERS, LOOSE_HEADER], ...NUMBERS.map(rowOf), rowOf('M1', 18)],
  platform: { listings: records(...NUMBERS.filter((mlsNumber) => mlsNumber !== 'M18')) },
};

function rowOf(mlsNumber: string, rowIndex: number): readonly string[] {
  const number = rowIndex + 1;
  const row = listingRow(mlsNumber, {
    Description: `row${number} v1`,
    ...(number >= 14 && number <= 16 ? { 'Listing status': 'Withdrawn' } : {}),
    ...(number === 17 ? { Bedrooms: 'many' } : {}),
  });
  return [...row, `desk ${number}`];
}

/** Few rows between two checkpoints and few requests in a wave, as a run has them that met a slow platform. */
const SMALL_STEPS = { chunkSize: 4, waveWidth: 2 } as const;

/** The situation of a sequence while it is played. */
interface Play {
  readonly scene: Scene;
  /** What was found to be wrong. */
  readonly broken: string[];
  /** What people did to the rows, which decides what may be said of them; by token. */
  readonly doubtful: Set<string>;
  /** What a row said when somebody changed its key, by token: that was about the key before. */
  readonly saidBefore: Map<string, string>;
  progress: RunProgress;
  /** What stood in cells that are not the add-on's after somebody last touched them. */
  foreign: readonly string[];
  happened: number;
  isHandAtWork: boolean;
  isProtected: boolean;
  isCancelled: boolean;
  readonly pending: Promise<unknown>[];
}

/** What came of a sequence: everything that was not as promised, and how many of its steps were reached. */
export interface Played {
  readonly broken: readonly string[];
  readonly happened: number;
}

/** Plays a sequence; steps whose moment never comes do not happen. */
export async function playDisturbed(stage: Stage, steps: readonly Step[]): Promise<Played> {
  const scene = await stage.begin(SITUATION);
  const progress = await scene.start({ action: 'sync', scope: 'tab' });
  takeSmallSteps(scene);
  const play: Play = {
    ...{ scene, progress, broken: [], doubtful: new Set(['row17', 'row19']), saidBefore: new Map(), pending: [] },
    ...{
      foreign: foreignInputs(scene.emulator.hands.snapshot()),
      happened: 0,
      isHandAtWork: false,
      isProtected: false,
      isCancelled: false,
    },
  };
  const stop = listenFor(stage, play, steps);
  await runSlices(play, steps);
  stop();
  await Promise.all(play.pending);
  judgeForeign(play);
  judgeClaims(play);
  judgeRequests(play);
  await settle(play);
  scene.end();
  return play;
}

function takeSmallSteps({ emulator }: Scene): void {
  const record: unknown = JSON.parse(emulator.properties('document').run || '{}');
  emulator.setProperty('document', 'run', JSON.stringify(Object.assign({}, record, SMALL_STEPS)));
}

/** Lets the steps that belong inside slices happen at their answers and writes. */
function listenFor(stage: Stage, play: Play, steps: readonly Step[]): () => void {
  let writeNumber = 0;
  const happenAll = (isDue: (moment: Moment) => boolean) => {
    for (const { moment: when, happening } of steps) if (isDue(when)) happen(play, happening);
  };
  const stopRequests = play.scene.platform.journal.onEntry(({ number }) =>
    happenAll((when) => when.kind === 'atRequest' && when.requestNumber === number),
  );
  const stopWrites = stage.onChange(() => {
    // What a person does is a change as well, but no write of the run.
    if (play.isHandAtWork) return;
    writeNumber += 1;
    happenAll((when) => when.kind === 'atWrite' && when.writeNumber === writeNumber);
  });
  return () => {
    stopRequests();
    stopWrites();
  };
}

async function runSlices(play: Play, steps: readonly Step[]): Promise<void> {
  for (let sliceNumber = 1; play.progress.state === 'running'; sliceNumber += 1) {
    const { runId } = play.progress;
    for (const { moment: when, happening } of steps) {
      if (when.kind !== 'beforeSlice' || when.sliceNumber !== sliceNumber) continue;
      play.happened += 1;
      if (happening.kind === 'colleague') await meetColleague(play);
      else if (happening.kind === 'cancel') await play.scene.ask('cancelRun', { runId });
      else changeByHand(play, happening);
      play.isCancelled ||= happening.kind === 'cancel';
    }
    const reply = await play.scene.ask('continueRun', { runId });
    if (!reply.ok) {
      if (!isExpectedEnd(play, reply.error.kind)) play.broken.push(`the run ended with ${reply.error.kind}`);
      return;
    }
    play.progress = reply.value;
    if (sliceNumber > 40) throw new Error('The run comes to no end.');
  }
  const { state, failure } = play.progress;
  if (state === 'stopped' && !isExpectedEnd(play, failure?.kind ?? '')) {
    play.broken.push(`the run stopped with ${failure?.kind}`);
  }
}

function isExpectedEnd({ isProtected, isCancelled }: Play, kind: string): boolean {
  return (isProtected && kind === 'statusProtected') || (isCancelled && kind === 'runGone');
}

/** Another person is told who is running, and starts nothing. */
async function meetColleague({ scene, broken }: Play): Promise<void> {
  const isOver = (scene.emulator.properties('document').run ?? '') === '';
  // After a cancel the spreadsheet is free, and the colleague's run would be a rightful one.
  if (isOver) return;
  const reply = await scene.ask('startRun', { action: 'sync', scope: 'tab' }, COLLEAGUE);
  const words = reply.ok ? 'could start' : reply.error.message;
  const isTold = /^owner@example\.com is running .* \(\d+ of 19 rows done\)/.test(words);
  if (!isTold) broken.push(`a colleague was told: ${words}`);
}

/** Something happens now. */
function happen(play: Play, happening: Happening): void {
  play.happened += 1;
  switch (happening.kind) {
    case 'cancel':
      play.isCancelled = true;
      play.pending.push(play.scene.ask('cancelRun', { runId: play.progress.runId }));
      return;
    case 'colleague':
      // Inside a slice the colleague would wait for the lock; that has a test of its own.
      return;
    default:
      changeByHand(play, happening);
  }
}

function changeByHand(play: Play, change: HandChange): void {
  // A protection that binds everybody binds these hands as well.
  if (play.isProtected) return;
  judgeForeign(play);
  const { hands } = play.scene.emulator;
  const before = readLayout(hands.snapshot()).listings;
  play.isHandAtWork = true;
  makeChange(hands, change);
  play.isHandAtWork = false;
  play.isProtected = change.kind === 'protectStatus';
  play.foreign = foreignInputs(hands.snapshot());
  const linesBefore = new Map(before.map((line) => [line.token, line]));
  for (const line of readLayout(hands.snapshot()).listings) {
    const lineBefore = linesBefore.get(line.token);
    if (lineBefore === undefined || contentOf(lineBefore) === contentOf(line)) continue;
    play.doubtful.add(line.token);
    if (lineBefore.mlsNumber !== line.mlsNumber) play.saidBefore.set(line.token, line.status);
  }
}

/** What decides whether and as what a row is sent. */
function contentOf({ mlsNumber, listingStatus, bedrooms }: ListingLine): string {
  return JSON.stringify([mlsNumber, listingStatus, bedrooms]);
}

/** Nothing but hands may have touched the cells that are not the add-on's. */
function judgeForeign({ scene, broken, foreign }: Play): void {
  const now = foreignInputs(scene.emulator.hands.snapshot());
  const count = Math.max(now.length, foreign.length);
  for (let index = 0; index < count; index += 1) {
    if (now[index] === foreign[index]) continue;
    const words = [foreign[index], now[index]].map((line) => String(line).replaceAll('\u0000', ' | '));
    broken.push(`cells that are not the add-on’s were changed by the run: ${words.join(' → ')}`);
    return;
  }
}

/** Every status must be true of the row it stands in, by what the platform received and answered. */
function judgeClaims({ scene, broken, doubtful, saidBefore, progress, isProtected }: Play): void {
  const entries = scene.requests();
  for (const line of readLayout(scene.emulator.hands.snapshot()).listings) {
    const isOld = saidBefore.get(line.token) === line.status;
    const isTrue = isOld || isTrueClaim(line, entries, scene.platform, doubtful);
    // A row keeps Sending where its key was changed or its outcome could not be written; running again settles it.
    const isLeft = line.status === 'Sending' && (isProtected || doubtful.has(line.token));
    if (!isTrue && !isLeft) {
      broken.push(`${line.token} (${line.mlsNumber}) says ${line.status} after a run that is ${progress.state}`);
    }
  }
}

/** Without faults nothing is sent twice. */
function judgeRequests({ scene, broken }: Play): void {
  const keys = scene.requests().flatMap((entry) => keysOf(entry).map((key) => `${entry.endpoint} ${key}`));
  const twice = keys.filter((key, index) => keys.indexOf(key) !== index);
  if (twice.length > 0) broken.push(`sent twice in one run: ${twice.join(', ')}`);
}

/** People leave the tab alone, and one more run brings sheet and platform together. */
async function settle(play: Play): Promise<void> {
  const { scene, broken } = play;
  const { hands } = scene.emulator;
  const { tabName } = readLayout(hands.snapshot());
  hands.unprotect(tabName);
  hands.activateTab(tabName);
  play.foreign = foreignInputs(hands.snapshot());
  const runIds = runIdsIn(scene);
  const { state, message, runId } = await scene.run({ action: 'sync', scope: 'tab' });
  if (state !== 'finished') broken.push(`the run afterwards is ${state}: ${message}`);
  judgeForeign(play);
  const seen = new Set<string>();
  for (const line of readLayout(hands.snapshot()).listings) {
    const isFirst = !seen.has(line.mlsNumber);
    if (isSendable(line)) seen.add(line.mlsNumber);
    const problem = isFirst
      ? settledProblem(line, scene.platform)
      : line.status === 'Invalid'
        ? ''
        : 'has a doubled key';
    if (problem !== '') broken.push(`${line.token} (${line.mlsNumber}) ${problem}, and says ${line.status}`);
  }
  const lines = scene.column('Ended', LOG_TAB).length;
  const runs = new Set([...runIds, play.progress.runId, runId]).size;
  if (lines !== runs) broken.push(`${runs} runs, and ${lines} lines in the log`);
}

function runIdsIn({ emulator }: Scene): readonly string[] {
  const { run = '', 'run.last': last = '' } = emulator.properties('document');
  return [run, last].flatMap((text) => /"runId":"([^"]+)"/.exec(text)?.[1] ?? []);
}
