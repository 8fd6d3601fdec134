/** What people can do about runs: check rows, and start, continue, cancel and take back runs. */

import type { RunningView } from '../../../core/engine/run-record.ts';
import type { DeleteAgreement } from '../../../core/engine/run-request.ts';
import type { Action, Scope } from '../../../core/words/actions.ts';
import type { ServerBridge } from '../../bridge/server-bridge.ts';
import type { OverviewVerbs } from '../overview/overview-verbs.ts';
import { actionInForce, type SidebarStore, seenTabId } from '../sidebar-state.ts';
import type { RunDriver } from './run-driver.ts';
import { retryObstacle, startObstacle } from './run-readiness.ts';
import { isRunBusy, requestOf, type SeenRequest } from './run-state.ts';

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

/** The verbs of runs. */
export function runVerbs(
  store: SidebarStore,
  bridge: ServerBridge,
  overview: Pick<OverviewVerbs, 'refreshAfterChange'>,
  driver: RunDriver,
): RunVerbs {
  const { begin, beginBy, resume, cancel } = driver;

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
    resume,
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
