/** Begins runs and stays with them until they have ended. */

import type { LeftView } from '../../../core/contract/server-functions.ts';
import type { RunningView } from '../../../core/engine/run-record.ts';
import type { StartReply } from '../../../core/engine/run-request.ts';
import type { Answer, ServerBridge, ShownFailure } from '../../bridge/server-bridge.ts';
import type { OverviewVerbs } from '../overview/overview-verbs.ts';
import type { SidebarStore } from '../sidebar-state.ts';
import { isLostAnswer, patiently } from './patience.ts';
import { isFinal, type RunRecord, type RunState, recordOf, runAtHand, type SeenRequest } from './run-state.ts';

/** What begins runs, and what takes up those that have begun. */
export interface RunDriver {
  /** Begins an action over rows. */
  readonly begin: (request: SeenRequest) => Promise<void>;
  /** Begins a run by a call of the server of its own. */
  readonly beginBy: (request: SeenRequest, call: StartCall) => Promise<void>;
  /** Drives the interrupted run, or one that was started elsewhere, on to its end. */
  readonly resume: (running?: RunningView) => Promise<void>;
  /** Asks the server to stop it after the requests under way. */
  readonly cancel: (running?: RunningView) => Promise<void>;
}

/** Asks the server for a run; `startId` tells its answer from those of other starts. */
export type StartCall = (startId: string) => Promise<Answer<StartReply>>;

/** A question takes its time, in which another run may have begun; to start now would end one's own. */
const BEGUN_MEANWHILE: ShownFailure = {
  kind: 'busy',
  message: 'Another run was begun in this spreadsheet meanwhile. Nothing of yours was sent.',
  nextStep: 'Let it end, or continue or cancel it here. Then start yours again.',
};

const BEGUN: Answer<StartReply> = { ok: false, error: BEGUN_MEANWHILE };

/** What drives the runs of this sidebar. `sleep` waits for milliseconds. */
export function runDriver(
  store: SidebarStore,
  bridge: ServerBridge,
  overview: Pick<OverviewVerbs, 'refreshAfterChange'>,
  sleep: (delayMs: number) => Promise<void>,
): RunDriver {
  const isRunning = (runId: string): boolean => runningId(store.getState().run) === runId;
  let drivenRunId: string | undefined;
  /** Starts whose answer is still to come. */
  const startsUnderWay = new Set<string>();

  function begin(request: SeenRequest): Promise<void> {
    const hasOther = request.deleteToken !== undefined && store.getState().overview.value?.run !== undefined;
    return beginBy(request, async (startId) => (hasOther ? BEGUN : bridge.startRun({ ...request, startId })));
  }

  /** Begins a run by a call of the server, and stays with it until it has ended. */
  async function beginBy(request: SeenRequest, call: StartCall, isFollowing = false): Promise<void> {
    const startId = newStartId();
    store.dispatch({ kind: 'startAsked', request, startId, ...(isFollowing && { isFollowing }) });
    startsUnderWay.add(startId);
    const answer = await call(startId);
    startsUnderWay.delete(startId);
    await followStart(startId, request, answer);
  }

  async function followStart(startId: string, request: SeenRequest, answer: Answer<StartReply>): Promise<void> {
    const seen = runAtHand(store.getState().run);
    // A run that was seen to begin goes on although the answer of its start got lost.
    const isLost = !answer.ok && seen?.startId === startId && isLostAnswer(answer.error);
    if (!isLost) store.dispatch({ kind: 'startAnswered', request, answer, startId });
    const runId = isLost ? seen.progress.runId : startedRunId(answer);
    if (runId !== undefined && isRunning(runId)) await drive(runId);
    else await overview.refreshAfterChange();
    if (runId !== undefined) await lookForLeft(runId);
  }

  /** After a run over a whole tab: what no row shows any more is told, and left to the person. */
  async function lookForLeft(runId: string): Promise<void> {
    const { run } = store.getState();
    if (run.kind !== 'ended' || run.run.progress.runId !== runId || !isWholeSync(run.run)) return;
    const answer = await bridge.findLeft({ tabId: run.run.request.tabId });
    if (!answer.ok || answer.value.words === '') return;
    store.dispatch({ kind: 'leftFound', runId, left: answer.value });
    await askAboutLeft(runId, answer.value);
  }

  /** The usual question, where the tab wishes that what has left is deleted, and nothing else was begun meanwhile. */
  async function askAboutLeft(runId: string, { leftTabId, asks }: LeftView): Promise<void> {
    const { run } = store.getState();
    if (asks !== true || leftTabId === undefined || run.kind !== 'ended' || run.run.progress.runId !== runId) return;
    const request = { action: 'delete', scope: 'tab', tabId: leftTabId } as const;
    await beginBy(request, (startId) => bridge.startRun({ ...request, startId }), true);
  }

  /** Asks for execution after execution until the run is over, interrupted, or ended by a cancel. */
  async function drive(runId: string): Promise<void> {
    if (drivenRunId === runId) return;
    drivenRunId = runId;
    while (isRunning(runId)) {
      const isWanted = () => isRunning(runId);
      const answer = await patiently(() => bridge.continueRun({ runId }), { sleep, isWanted });
      if (answer.ok) store.dispatch({ kind: 'runProgressed', progress: answer.value });
      else store.dispatch({ kind: 'runInterrupted', runId, failure: answer.error });
    }
    drivenRunId = undefined;
    await overview.refreshAfterChange();
  }

  /** Makes the interrupted run, or one that was started elsewhere, the run at hand; answers with its id. */
  function takeUp(running: RunningView | undefined): string | undefined {
    const { run } = store.getState();
    if (running !== undefined) store.dispatch({ kind: 'runTakenUp', run: recordOf(running) });
    else if (run.kind === 'interrupted') store.dispatch({ kind: 'runTakenUp', run: run.run });
    return runningId(store.getState().run);
  }

  async function cancel(running?: RunningView): Promise<void> {
    const runId = takeUp(running);
    if (runId === undefined) return;
    store.dispatch({ kind: 'cancelAsked' });
    const answer = await bridge.cancelRun({ runId });
    const isDriven = drivenRunId === runId || startsUnderWay.has(runAtHand(store.getState().run)?.startId ?? '');
    if (answer.ok) store.dispatch({ kind: 'runProgressed', progress: answer.value });
    else store.dispatch({ kind: isDriven ? 'cancelFailed' : 'runInterrupted', runId, failure: answer.error });
    if (answer.ok && !isFinal(answer.value)) await drive(runId);
    else if (!isDriven) await overview.refreshAfterChange();
  }

  async function resume(running?: RunningView): Promise<void> {
    const runId = takeUp(running);
    if (runId !== undefined) await drive(runId);
  }

  return { begin, beginBy, resume, cancel };
}

/** Whether a run has synced every row of a tab. */
function isWholeSync(run: RunRecord): run is RunRecord & { readonly request: SeenRequest } {
  const { request, progress } = run;
  const isWhole = request?.scope === 'tab' && request.isTrial !== true;
  return isWhole && request.action === 'sync' && progress.state === 'finished';
}

function runningId(run: RunState): string | undefined {
  return run.kind === 'running' ? run.run.progress.runId : undefined;
}

function startedRunId(answer: Answer<StartReply>): string | undefined {
  return answer.ok && answer.value.kind === 'started' ? answer.value.progress.runId : undefined;
}

/** A name that no other start of this person has. */
function newStartId(): string {
  return `s${Math.random().toString(36).slice(2)}`;
}
