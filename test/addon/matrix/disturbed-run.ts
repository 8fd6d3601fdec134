/** Plays a run while people change the tab under it, and notes every status that is not true. */
import type { ServiceCall } from '../../../playground/apps-script/emulator.ts';
import type { RunProgress } from '../../../src/core/engine/progress.ts';
import { agreementTo, COLLEAGUE, OWNER, SLOW_READING } from '../listing-sheet.ts';
import {
  judgeClaims,
  judgeDeletes,
  judgeForeign,
  judgeLog,
  judgeRequests,
  judgeSettled,
  type Play,
} from './disturbed-judge.ts';
import type { DisturbedPlot } from './disturbed-plot.ts';
import type { Happening, Moment, Step } from './disturbed-steps.ts';
import { type HandChange, makeChange } from './hand-changes.ts';
import { takeSmallSteps } from './small-steps.ts';
import { replyOf, type Stage } from './stage.ts';
import { type RowLine, readLayout } from './tab-layout.ts';
import { foreignInputs, LEDGER_TAB, LOG_TAB, OWN_HEADERS } from './tab-texts.ts';

/** What came of a sequence: everything that was not as promised, and how many of its steps were reached. */
export interface Played {
  readonly broken: readonly string[];
  readonly happened: number;
}

/** Whether the call that begins a run has time to send its rows, or only to mark them. */
export type Start = 'sends' | 'only marks';

/** Plays a sequence; steps whose moment never comes do not happen. */
export async function playDisturbed(
  stage: Stage,
  plot: DisturbedPlot,
  steps: readonly Step[],
  start: Start = 'only marks',
): Promise<Played> {
  const play = await beginPlay(stage, plot, start);
  const stop = listenFor(stage, play, steps);
  if (start === 'sends') await startSending(play);
  await runSlices(play, steps);
  stop();
  await Promise.all(play.pending);
  judgeForeign(play);
  judgeClaims(play);
  judgeRequests(play);
  judgeDeletes(play);
  await settle(play);
  play.scene.end();
  return play;
}

async function beginPlay(stage: Stage, plot: DisturbedPlot, start: Start): Promise<Play> {
  const scene = await stage.begin(plot.situation);
  const play: Play = {
    plot,
    scene,
    progress: NOT_BEGUN,
    runIds: new Set(),
    broken: [],
    pending: [],
    happened: 0,
    doubtful: new Set(plot.heldBack),
    saidBefore: new Map(),
    copiedKeys: new Set(),
    foreign: [],
    isHandAtWork: false,
    isProtected: false,
    isColumnGone: false,
    isCancelled: false,
  };
  if (start === 'only marks') {
    play.progress = await scene.start(plot.request);
    play.runIds.add(play.progress.runId);
    takeSmallSteps(scene);
  }
  play.foreign = foreignInputs(scene.emulator.hands.snapshot());
  return play;
}

/** What is known of a run before its start has answered. */
const NOT_BEGUN: RunProgress = {
  runId: '',
  action: 'sync',
  tabName: 'Tab',
  state: 'running',
  total: 0,
  done: 0,
  hiddenRows: 0,
  blankRows: 0,
  cost: '',
  counts: {},
  changedRows: 0,
  problems: [],
  groups: [],
  requests: 0,
  message: '',
  note: '',
};

/** Begins the run by a call that sends as well; things happen while it is under way. */
async function startSending(play: Play): Promise<void> {
  const { plot, scene } = play;
  let reply = await scene.ask('startRun', plot.request);
  if (reply.ok && reply.value.kind === 'confirmDeletes')
    reply = await scene.ask('startRun', { ...plot.request, ...agreementTo(reply.value.confirmation) });
  if (reply.ok && reply.value.kind === 'started') {
    play.progress = reply.value.progress;
    play.runIds.add(play.progress.runId);
    return;
  }
  const kind = reply.ok ? 'a second question' : reply.error.kind;
  // A tab that changes while its columns are made is left as it was, nothing is sent, and the person is told to run again.
  if (kind !== 'tabChanged' && !isExpectedEnd(play, kind)) play.broken.push(`the start ended with ${kind}`);
  play.progress = { ...play.progress, state: 'stopped' };
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
  let windowNumber = 0;
  const isOnTab = ({ tabName = '' }: ServiceCall) => tabName !== LEDGER_TAB && tabName !== LOG_TAB;
  const stopWindows = play.scene.emulator.before('Range.setValues', isOnTab, () => {
    windowNumber += 1;
    happenAll((when) => when.kind === 'inWindow' && when.writeNumber === windowNumber);
  });
  const stopWrites = stage.onChange(() => {
    // What a person does is a change as well, but no write of the run.
    if (play.isHandAtWork) return;
    writeNumber += 1;
    happenAll((when) => when.kind === 'atWrite' && when.writeNumber === writeNumber);
  });
  return () => {
    stopRequests();
    stopWindows();
    stopWrites();
  };
}

async function runSlices(play: Play, steps: readonly Step[]): Promise<void> {
  for (let sliceNumber = 1; play.progress.state === 'running'; sliceNumber += 1) {
    const { runId } = play.progress;
    for (const { moment: when, happening } of steps) {
      if (when.kind !== 'beforeSlice' || when.sliceNumber !== sliceNumber) continue;
      happen(play, happening);
      await Promise.all(play.pending);
    }
    const reply = await play.scene.ask('continueRun', { runId });
    if (!reply.ok) {
      if (!isExpectedEnd(play, reply.error.kind)) play.broken.push(`the run ended with ${reply.error.kind}`);
      return;
    }
    play.progress = reply.value;
    if (sliceNumber > 40) throw new Error('The run comes to no end.');
  }
  if (play.progress.runId !== '') judgeEnd(play);
}

function judgeEnd(play: Play): void {
  const { state, failure, done, total, message } = play.progress;
  if (state === 'stopped' && !isExpectedEnd(play, failure?.kind ?? '')) {
    play.broken.push(`the run stopped with ${failure?.kind}`);
  }
  // The person is told of rows that were deleted, or changed in the moment in which the run began.
  const told = Number(/(\d+) rows? of the run (?:was|were) /.exec(message)?.[1] ?? 0);
  if (state === 'finished' && done + told < total) {
    play.broken.push(`the run says that it is finished, but only ${done} of ${total} rows have an outcome`);
  }
}

function isExpectedEnd({ isProtected, isColumnGone, isCancelled }: Play, kind: string): boolean {
  // A column that is deleted while it is being made looks like one that could not be made.
  if (isColumnGone && (kind === 'statusColumnsGone' || kind === 'columnsRefused')) return true;
  // Once it is cancelled a colleague may have begun another, and be at work on it.
  return (isProtected && kind === 'statusProtected') || (isCancelled && (kind === 'runGone' || kind === 'busy'));
}

/** Something happens now. */
function happen(play: Play, happening: Happening): void {
  play.happened += 1;
  switch (happening.kind) {
    case 'cancel':
      play.isCancelled = true;
      play.pending.push(play.scene.ask('cancelRun', { runId: runIdOf(play) }));
      return;
    case 'colleague':
      play.pending.push(meetColleague(play));
      return;
    default:
      changeByHand(play, happening);
  }
}

/** The run as its start has answered, or as it shows itself before. */
function runIdOf({ scene, progress }: Play): string {
  const { run = '' } = scene.emulator.properties('document');
  return progress.runId === '' && run !== '' ? String(JSON.parse(run).runId) : progress.runId;
}

/** Another person who presses the button is told who is running, and starts nothing before that run is over. */
async function meetColleague(play: Play): Promise<void> {
  const { plot, scene, broken, runIds, doubtful } = play;
  const runId = runIdOf(play);
  // A run that is rightly the colleague's sends nothing meanwhile, so that all requests are the owner's.
  const call = await scene.call('startRun', plot.request, { user: COLLEAGUE, stall: SLOW_READING });
  const reply = replyOf('startRun', call);
  if (reply.ok && reply.value.kind === 'started') {
    runIds.add(reply.value.progress.runId);
    // It plans anew, and of the two rows with the same key the one that stands first by now is sent.
    doubtful.add('row1');
  }
  const { run = '' } = scene.emulator.properties('document');
  const isGoingOn = runId !== '' && run.includes(runId);
  if (!isGoingOn) return;
  const words = reply.ok ? 'could start' : reply.error.message;
  const isTold =
    words.startsWith(`${OWNER} is running "${plot.label}" in this spreadsheet (`) &&
    /\(\d+ of 19 rows done\)/.test(words);
  if (!isTold) broken.push(`a colleague was told: ${words}`);
}

function changeByHand(play: Play, change: HandChange): void {
  // A protection that binds everybody binds these hands as well.
  if (play.isProtected) return;
  judgeForeign(play);
  const { hands } = play.scene.emulator;
  const before = readLayout(hands.snapshot()).lines;
  play.isHandAtWork = true;
  makeChange(hands, change);
  play.isHandAtWork = false;
  play.isProtected = change.kind === 'protectStatus';
  play.isColumnGone ||= change.kind === 'deleteOwnColumn';
  play.foreign = foreignInputs(hands.snapshot());
  noteWhatIsDoubtful(play, before, readLayout(hands.snapshot()).lines);
}

function noteWhatIsDoubtful(play: Play, before: readonly RowLine[], after: readonly RowLine[]): void {
  const linesBefore = new Map(before.map((line) => [line.token, line]));
  for (const line of after) {
    const lineBefore = linesBefore.get(line.token);
    if (lineBefore === undefined) noteCopy(play, line, after);
    else if (contentOf(lineBefore) !== contentOf(line)) {
      play.doubtful.add(line.token);
      if (lineBefore.key !== line.key) play.saidBefore.set(line.token, line.status);
    }
  }
}

/** A copy says what its original said, and from now on either of them may be the doubled one. */
function noteCopy(play: Play, copy: RowLine, lines: readonly RowLine[]): void {
  play.saidBefore.set(copy.token, copy.status);
  play.copiedKeys.add(copy.key);
  for (const line of lines) if (line.key === copy.key) play.doubtful.add(line.token);
}

/** What decides whether and as what a row is sent. */
function contentOf({ key, listingStatus, bedrooms }: RowLine): string {
  return JSON.stringify([key, listingStatus, bedrooms]);
}

/** People leave the tab alone, and one more run brings sheet and platform together. */
async function settle(play: Play): Promise<void> {
  const { plot, scene, broken } = play;
  const { hands } = scene.emulator;
  const { tabName } = readLayout(hands.snapshot());
  hands.unprotect(tabName);
  hands.activateTab(tabName);
  // Whoever deletes one of the add-on's columns by mistake and begins anew deletes the others as well.
  if (play.isColumnGone) for (const header of OWN_HEADERS) makeChange(hands, { kind: 'deleteOwnColumn', header });
  play.foreign = foreignInputs(hands.snapshot());
  // A colleague who came when the run was over may have begun one; the owner waits for it to be forgotten.
  if ((scene.emulator.properties('document').run ?? '') !== '') await scene.wait(10 * 60_000);
  const { state, message, runId } = await scene.run(plot.request);
  if (state !== 'finished') broken.push(`the run afterwards is ${state}: ${message}`);
  judgeForeign(play);
  judgeSettled(play);
  play.runIds.add(runId);
  judgeLog(play);
}
