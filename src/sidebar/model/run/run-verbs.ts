/** Checking rows, and starting, driving and cancelling runs. */

import type { LeftView } from '../../../core/contract/server-functions.ts';
import type { RunningView } from '../../../core/engine/run-record.ts';
import type { DeleteAgreement, StartReply } from '../../../core/engine/run-request.ts';
import type { Action, Scope } from '../../../core/words/actions.ts';
import type { Answer, ServerBridge, ShownFailure } from '../../bridge/server-bridge.ts';
import type { OverviewVerbs } from '../overview/overview-verbs.ts';
import { actionInForce, type SidebarState, type SidebarStore } from '../sidebar-state.ts';
import { isLostAnswer, patiently } from './patience.ts';
import { retryObstacle, startObstacle } from './run-readiness.ts';
import {
  isFinal,
  isRunBusy,
  type RunRecord,
  type RunState,
  recordOf,
  requestOf,
  runAtHand,
  type SeenRequest,
} from './run-state.ts';

/** What can be done about runs. */
export interface RunVerbs {
  readonly chooseAction: (action: Action) => void;
  readonly chooseScope: (scope: Scope) => void;
  /** Checks the chosen rows for the chosen action; nothing is sent. */
  readonly check: () => Promise<void>;
  /** Does again what the result at hand came from: checks its rows, or takes them up in another run. */
  readonly repeat: () => Promise<void>;
  /** Starts the chosen action over the chosen rows and drives it to its end, unless deletes have to be confirmed first. */
  readonly start: () => Promise<void>;
  /** Starts it over the first row only that has something to send. */
  readonly startTrial: () => Promise<void>;
  /** Sends the rows that a trial with one row left. */
  readonly sendRest: () => Promise<void>;
  /** Takes up the rows of the tab that failed, with the action of the run that just ended. */
  readonly retryFailed: () => Promise<void>;
  /** Creates what the run that just ended did not find, and updates the rest of such rows. */
  readonly createMissing: () => Promise<void>;
  /** Goes ahead with the answer to the question about deletes; by default all of them are agreed to. */
  readonly confirmDeletes: (answer?: Omit<DeleteAgreement, 'deleteToken'>) => Promise<void>;
  readonly declineDeletes: () => void;
  /** Drives an interrupted or earlier run of this person on to its end. */
  readonly resume: (running?: RunningView) => Promise<void>;
  /** Asks the server to stop the run after the requests under way. */
  readonly cancel: (running?: RunningView) => Promise<void>;
  /** Asks what taking the last run back would do. */
  readonly askUndo: () => Promise<void>;
  readonly declineUndo: () => void;
  /** Takes the run back that was asked about. */
  readonly undo: () => Promise<void>;
  /** Shows the result of the last run again, in a sidebar that was loaded anew. */
  readonly restoreResult: () => Promise<void>;
  readonly closeResult: () => void;
}

/** A question takes its time, in which another run may have begun; to start now would end one's own. */
const BEGUN_MEANWHILE: ShownFailure = {
  kind: 'busy',
  message: 'Another run was begun in this spreadsheet meanwhile. Nothing of yours was sent.',
  nextStep: 'Let it end, or continue or cancel it here. Then start yours again.',
};

const BEGUN: Answer<StartReply> = { ok: false, error: BEGUN_MEANWHILE };

/** The verbs of runs. `sleep` waits for milliseconds. */
export function runVerbs(
  store: SidebarStore,
  bridge: ServerBridge,
  overview: Pick<OverviewVerbs, 'refreshAfterChange'>,
  sleep: (delayMs: number) => Promise<void>,
): RunVerbs {
  const isRunning = (runId: string): boolean => runningId(store.getState().run) === runId;
  let drivenRunId: string | undefined;
  /** Starts whose answer is still to come. */
  const startsUnderWay = new Set<string>();

  /** Begins what the result of an ended run offers. */
  async function beginAfter(next: Pick<SeenRequest, 'action' | 'scope'>): Promise<void> {
    const state = store.getState();
    const tabId = seenTabId(state);
    if (state.run.kind !== 'ended' || retryObstacle(state) !== undefined || tabId === undefined) return;
    await begin({ ...next, tabId });
  }

  async function checkRows(request: SeenRequest): Promise<void> {
    store.dispatch({ kind: 'checkStarted', request });
    const answer = await bridge.checkRows(request);
    store.dispatch({ kind: 'checkAnswered', request, answer });
    // The check was about the tab that is active now, which the last look may not have seen yet.
    await overview.refreshAfterChange();
  }

  /** What a press on one of the form's buttons is about; `undefined` where it cannot be acted on. */
  function chosenRequest(): SeenRequest | undefined {
    const state = store.getState();
    const tabId = seenTabId(state);
    if (startObstacle(state) !== undefined || tabId === undefined) return undefined;
    return { action: actionInForce(state), scope: state.scope, tabId };
  }

  function begin(request: SeenRequest): Promise<void> {
    const hasOther = request.deleteToken !== undefined && store.getState().overview.value?.run !== undefined;
    return beginBy(request, async (startId) => (hasOther ? BEGUN : bridge.startRun({ ...request, startId })));
  }

  /** Begins a run by a call of the server, and stays with it until it has ended. */
  async function beginBy(
    request: SeenRequest,
    call: (startId: string) => Promise<Answer<StartReply>>,
    isFollowing = false,
  ): Promise<void> {
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

  return {
    chooseAction: (action) => {
      store.dispatch({ kind: 'actionChosen', action });
      const tabId = seenTabId(store.getState());
      // It holds in this sidebar whatever becomes of this.
      if (tabId !== undefined) void bridge.rememberAction({ tabId, action });
    },
    chooseScope: (scope) => {
      store.dispatch({ kind: 'scopeChosen', scope });
      void overview.refreshAfterChange();
    },
    check: async () => {
      const request = chosenRequest();
      if (request !== undefined) await checkRows(request);
    },
    repeat: async () => {
      const { run } = store.getState();
      const request = requestOf(run);
      if (request === undefined || isRunBusy(run)) return;
      await (run.kind === 'checked' ? checkRows(request) : begin(request));
    },
    start: async () => {
      const request = chosenRequest();
      if (request !== undefined) await begin(request);
    },
    startTrial: async () => {
      const request = chosenRequest();
      if (request !== undefined) await begin({ ...request, isTrial: true });
    },
    sendRest: async () => {
      const state = store.getState();
      const request = requestOf(state.run);
      if (request === undefined || startObstacle(state) !== undefined) return;
      const { isTrial: _, ...whole } = request;
      await begin(whole);
    },
    retryFailed: async () => {
      const { run } = store.getState();
      if (run.kind === 'ended') await beginAfter({ action: run.run.progress.action, scope: 'failed' });
    },
    createMissing: () => beginAfter({ action: 'create', scope: 'missing' }),
    confirmDeletes: async (answer = {}) => {
      const { run } = store.getState();
      if (run.kind !== 'confirming') return;
      await begin({ ...run.request, ...answer, deleteToken: run.confirmation.deleteToken });
    },
    declineDeletes: () => store.dispatch({ kind: 'deletesDeclined' }),
    resume: async (running) => {
      const runId = takeUp(running);
      if (runId !== undefined) await drive(runId);
    },
    cancel,
    askUndo: async () => {
      if (startObstacle(store.getState()) !== undefined) return;
      store.dispatch({ kind: 'undoAsked' });
      store.dispatch({ kind: 'undoAnswered', answer: await bridge.getUndo() });
    },
    declineUndo: () => store.dispatch({ kind: 'undoClosed' }),
    undo: async () => {
      const { undo } = store.getState();
      if (undo.kind !== 'asked') return;
      const { runId, tabId, action } = undo.view;
      store.dispatch({ kind: 'undoClosed' });
      store.dispatch({ kind: 'viewChosen', view: 'run' });
      await beginBy({ action, scope: 'tab', tabId }, (startId) => bridge.undoRun({ runId, startId }));
    },
    restoreResult: async () => {
      const answer = await bridge.getLastResult();
      if (answer.ok && answer.value !== null) store.dispatch({ kind: 'resultRestored', progress: answer.value });
    },
    closeResult: () => store.dispatch({ kind: 'resultClosed' }),
  };
}

/** Whether a run has synced every row of a tab. */
function isWholeSync(run: RunRecord): run is RunRecord & { readonly request: SeenRequest } {
  const { request, progress } = run;
  const isWhole = request?.scope === 'tab' && request.isTrial !== true;
  return isWhole && request.action === 'sync' && progress.state === 'finished';
}

/** The tab that the sidebar shows: what a press is about, whatever is in front by the time it reaches the server. */
function seenTabId({ overview }: SidebarState): number | undefined {
  return overview.value?.tab?.tabId;
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
