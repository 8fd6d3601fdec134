/** Where a check or a run stands, from the button to the result. */
import type { CheckReport } from '../../../core/check/check-report.ts';
import type { CellReference, LeftView } from '../../../core/contract/server-functions.ts';
import type { CauseGroup } from '../../../core/engine/cause-groups.ts';
import type { RunProgress } from '../../../core/engine/progress.ts';
import type { RunProblem } from '../../../core/engine/row-problem.ts';
import type { RunningView } from '../../../core/engine/run-record.ts';
import type {
  AskedSelection,
  DeleteConfirmation,
  OfSeenTab,
  RunRequest,
  StartReply,
} from '../../../core/engine/run-request.ts';
import type { Answer, ShownFailure } from '../../bridge/server-bridge.ts';

/** A request as the sidebar makes it. */
export type SeenRequest = OfSeenTab<RunRequest>;

/** A run as far as it is known here: its newest progress and the problem rows of all its answers. */
export interface RunRecord {
  readonly progress: RunProgress;
  readonly problems: readonly RunProblem[];
  /** The causes of all its answers, with the rows of each. */
  readonly groups: readonly CauseGroup[];
  /** What was asked for; absent for a run that was not started here. */
  readonly request?: SeenRequest;
  /** The name of the start it was seen under, before that start had answered. */
  readonly startId?: string;
}

/** What is going on about a correction of what a check found, or how it ended. */
export type CorrectionActivity =
  | { readonly kind: 'none' }
  | { readonly kind: 'saving' }
  /** Saved, but the checked rows are no longer selected. */
  | { readonly kind: 'awaitsSelection' }
  | { readonly kind: 'failed'; readonly failure: ShownFailure };

/** What the run view shows below its form. */
export type RunState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'checking'; readonly request: SeenRequest }
  | {
      readonly kind: 'checked';
      readonly request: SeenRequest;
      readonly report: CheckReport;
      readonly correction: CorrectionActivity;
      /** Whether a jump to a cell has moved the selection since, so that `selection` means other rows now. */
      readonly hasJumped: boolean;
    }
  | {
      readonly kind: 'starting';
      readonly request: SeenRequest;
      readonly startId: string;
      readonly after?: EndedState;
    }
  | {
      readonly kind: 'confirming';
      readonly request: SeenRequest;
      readonly confirmation: DeleteConfirmation;
      /** The result that led to the question, and that is shown again where nothing is deleted. */
      readonly after?: EndedState;
    }
  | { readonly kind: 'refused'; readonly failure: ShownFailure }
  | {
      readonly kind: 'running';
      readonly run: RunRecord;
      readonly isCancelling: boolean;
      /** Why the run could not be told to stop; it goes on. */
      readonly cancelFailure?: ShownFailure;
    }
  | { readonly kind: 'interrupted'; readonly run: RunRecord; readonly failure: ShownFailure }
  | {
      readonly kind: 'ended';
      readonly run: RunRecord;
      /** Listings that no row shows any more, as far as there is something to tell. */
      readonly left?: LeftView;
      readonly correction: CorrectionActivity;
      readonly hasJumped: boolean;
    };

type EndedState = Extract<RunState, { readonly kind: 'ended' }>;

/** What can happen to it. */
export type RunChange =
  | { readonly kind: 'checkStarted'; readonly request: SeenRequest }
  | { readonly kind: 'checkAnswered'; readonly request: SeenRequest; readonly answer: Answer<CheckReport> }
  | { readonly kind: 'correctionAsked' }
  | { readonly kind: 'correctionAnswered'; readonly answer: Answer<unknown> }
  | { readonly kind: 'selectionMoved' }
  | {
      readonly kind: 'startAsked';
      readonly request: SeenRequest;
      readonly startId: string;
      /** Whether the result at hand leads to it, so that it is not lost. */
      readonly isFollowing?: boolean;
    }
  | {
      readonly kind: 'startAnswered';
      readonly request: SeenRequest;
      readonly startId: string;
      readonly answer: Answer<StartReply>;
    }
  | { readonly kind: 'deletesDeclined' }
  | { readonly kind: 'runTakenUp'; readonly run: RunRecord }
  | { readonly kind: 'runProgressed'; readonly progress: RunProgress }
  /** The overview told how far the run is, while the execution under way has not answered yet. */
  | { readonly kind: 'progressSeen'; readonly running: RunningView }
  | { readonly kind: 'runInterrupted'; readonly runId: string; readonly failure: ShownFailure }
  | { readonly kind: 'cancelAsked' }
  | { readonly kind: 'cancelFailed'; readonly runId: string; readonly failure: ShownFailure }
  /** The result of a run that ended before the sidebar was loaded. */
  | { readonly kind: 'resultRestored'; readonly progress: RunProgress }
  | { readonly kind: 'leftFound'; readonly runId: string; readonly left: LeftView }
  | { readonly kind: 'resultClosed' };

/** The run after a change. Answers about another run than the one at hand change nothing. */
export function reduceRun(state: RunState, change: RunChange): RunState {
  switch (change.kind) {
    case 'checkStarted':
      return { kind: 'checking', request: change.request };
    case 'checkAnswered':
      return state.kind === 'checking' ? afterCheck(change.request, change.answer) : state;
    case 'correctionAsked':
      return isCorrigible(state) ? { ...state, correction: { kind: 'saving' } } : state;
    case 'correctionAnswered':
      return isCorrigible(state) ? { ...state, correction: afterCorrection(state, change.answer) } : state;
    case 'selectionMoved':
      return isCorrigible(state) ? { ...state, hasJumped: true } : state;
    case 'startAsked':
      return { kind: 'starting', request: change.request, startId: change.startId, ...resultBefore(state, change) };
    case 'startAnswered':
      return isStartOf(state, change.startId) ? afterStart(state, change.request, change.answer) : state;
    case 'deletesDeclined':
      return state.kind === 'confirming' ? (state.after ?? { kind: 'idle' }) : state;
    case 'runTakenUp':
      return { kind: 'running', run: change.run, isCancelling: false };
    case 'runProgressed':
      return afterProgress(state, change.progress);
    case 'progressSeen':
      return afterLook(state, change.running);
    case 'runInterrupted':
      return isRunning(state, change.runId) ? { kind: 'interrupted', run: state.run, failure: change.failure } : state;
    case 'cancelAsked':
      return state.kind === 'running' ? { kind: 'running', run: state.run, isCancelling: true } : state;
    case 'cancelFailed':
      return isRunning(state, change.runId) ? { ...state, isCancelling: false, cancelFailure: change.failure } : state;
    case 'resultRestored':
      return state.kind === 'idle' ? endedBefore(change.progress) : state;
    case 'leftFound':
      return state.kind === 'ended' && state.run.progress.runId === change.runId
        ? { ...state, left: change.left }
        : state;
    case 'resultClosed':
      return isRunBusy(state) ? state : { kind: 'idle' };
    default:
      return change satisfies never;
  }
}

/** The result that leads to a question is kept while the question is open, and while its answer is on its way. */
function resultBefore(
  state: RunState,
  { isFollowing }: Extract<RunChange, { readonly kind: 'startAsked' }>,
): { readonly after?: EndedState } {
  if (isFollowing === true && state.kind === 'ended') return { after: state };
  return state.kind === 'confirming' && state.after !== undefined ? { after: state.after } : {};
}

function endedBefore(progress: RunProgress): RunState {
  const run = { progress, problems: [], groups: [] };
  return { kind: 'ended', run, correction: { kind: 'none' }, hasJumped: false };
}

/** Whether the server is working on something the person started here. */
export function isRunBusy(state: RunState): boolean {
  return isPreparing(state) || state.kind === 'running' || isCorrecting(state);
}

/** Whether a check or a start – of that very request, if one is given – waits for the server's first word. */
export function isPreparing(
  state: RunState,
  request?: RunRequest,
): state is Extract<RunState, { kind: 'checking' | 'starting' }> {
  const isWaiting = state.kind === 'checking' || state.kind === 'starting';
  return isWaiting && (request === undefined || state.request === request);
}

/** Whether a correction is being saved. */
export function isCorrecting(state: RunState): boolean {
  return isCorrigible(state) && state.correction.kind === 'saving';
}

/** Whether it is a result, of a check or a run, whose causes can be corrected. */
export function isCorrigible(state: RunState): state is Extract<RunState, { kind: 'checked' | 'ended' }> {
  return state.kind === 'checked' || state.kind === 'ended';
}

/** What a result is about, to be asked for once more; without the word on its deletes, which holds only once. */
export function requestOf(state: RunState): SeenRequest | undefined {
  if (!isCorrigible(state)) return undefined;
  const request = state.kind === 'checked' ? state.request : state.run.request;
  if (request === undefined) return undefined;
  const { deleteToken: _, leftOut: __, typedCount: ___, ...again } = request;
  return again;
}

/** Whether the rows of a result can be taken up again as they were chosen then. */
export function isRowsAtHand(state: RunState): boolean {
  const request = requestOf(state);
  if (request === undefined || !isCorrigible(state)) return false;
  const { scope, selection } = request;
  return !(state.hasJumped && scope === 'selection' && selection === undefined);
}

/** Whether an interrupted run is still there to be continued or cancelled. */
export function isResumable(state: RunState): boolean {
  return state.kind === 'interrupted' && state.failure.kind !== 'runGone';
}

/** Whether no further answer about the run is to come. */
export function isFinal(progress: RunProgress): boolean {
  return progress.state !== 'running';
}

/** The run at hand, whether it is going on, interrupted or over. */
export function runAtHand(state: RunState): RunRecord | undefined {
  return 'run' in state ? state.run : undefined;
}

/** What is known of a run that was started before this sidebar was opened. */
export function recordOf(running: RunningView): RunRecord {
  const { runId, action, tabName, done, total, cost, counts, requests } = running;
  const untold = { hiddenRows: 0, blankRows: 0, changedRows: 0, problems: [], groups: [], message: '', note: '' };
  return {
    progress: { runId, action, tabName, done, total, cost, counts, requests, state: 'running', ...untold },
    problems: [],
    groups: [],
  };
}

function isRunning(state: RunState, runId: string): state is Extract<RunState, { kind: 'running' }> {
  return state.kind === 'running' && state.run.progress.runId === runId;
}

function afterCheck(request: SeenRequest, answer: Answer<CheckReport>): RunState {
  if (!answer.ok) return { kind: 'refused', failure: answer.error };
  return { kind: 'checked', request, report: answer.value, correction: { kind: 'none' }, hasJumped: false };
}

function afterCorrection(state: RunState, answer: Answer<unknown>): CorrectionActivity {
  if (!answer.ok) return { kind: 'failed', failure: answer.error };
  return isRowsAtHand(state) ? { kind: 'none' } : { kind: 'awaitsSelection' };
}

/** Whether what is going on, or what came of it, is the start of that name; a late answer changes nothing else. */
function isStartOf(state: RunState, startId: string): boolean {
  return (state.kind === 'starting' ? state.startId : runAtHand(state)?.startId) === startId;
}

function afterStart(state: RunState, request: SeenRequest, answer: Answer<StartReply>): RunState {
  if (!answer.ok) return afterFailedStart(state, answer.error);
  const reply = answer.value;
  switch (reply.kind) {
    case 'confirmDeletes': {
      const asked = { request: withSelection(request, reply.selection), confirmation: reply.confirmation };
      const after = state.kind === 'starting' ? state.after : undefined;
      return { kind: 'confirming', ...asked, ...(after && { after }) };
    }
    case 'started': {
      const { progress } = reply;
      if (state.kind !== 'starting') return withRequest(afterProgress(state, progress), request);
      const run = { progress, problems: progress.problems, groups: progress.groups, request };
      return isFinal(progress) ? ended(run) : { kind: 'running', run, isCancelling: false };
    }
    default:
      return reply satisfies never;
  }
}

/** The request as it is repeated once the deletes are agreed to: about the same rows, whatever is selected by then. */
function withSelection(request: SeenRequest, selection: AskedSelection | undefined): SeenRequest {
  return selection === undefined ? request : { ...request, selection };
}

/** A run that was seen to begin has not been refused. */
function afterFailedStart(state: RunState, failure: ShownFailure): RunState {
  switch (state.kind) {
    case 'ended':
    case 'interrupted':
      return state;
    case 'running':
      return { kind: 'interrupted', run: state.run, failure };
    default:
      return { kind: 'refused', failure };
  }
}

function afterProgress(state: RunState, progress: RunProgress): RunState {
  if (state.kind !== 'running' && state.kind !== 'interrupted' && state.kind !== 'ended') return state;
  if (state.run.progress.runId !== progress.runId) return state;
  const run: RunRecord = {
    ...state.run,
    progress: isNewer(progress, state.run.progress) ? progress : state.run.progress,
    problems: joinProblems(state.run.problems, progress.problems),
    groups: joinGroups(state.run.groups, progress.groups),
  };
  if (isFinal(run.progress)) return state.kind === 'ended' ? { ...state, run } : ended(run);
  return { kind: 'running', run, isCancelling: state.kind === 'running' && state.isCancelling };
}

/**
 * A run that is starting is seen before its start has answered. Of one that is known only the counts move: outcomes and
 * problems come with the execution's own answer.
 */
function afterLook(state: RunState, running: RunningView): RunState {
  const { runId, startId, done, total, counts, requests, isPaused } = running;
  if (state.kind === 'starting' && startId === state.startId)
    return { kind: 'running', run: { ...recordOf(running), startId }, isCancelling: false };
  if (!isRunning(state, runId)) return state;
  const { isPaused: wasPaused, ...before } = state.run.progress;
  // Waves move the requests, checkpoints the rows; a look that is older than what is known moves neither.
  const isNews = done > before.done || (done === before.done && requests > before.requests);
  if (!isNews && (done < before.done || isPaused === wasPaused)) return state;
  const progress: RunProgress = {
    ...before,
    done,
    total,
    counts,
    requests,
    message: `${done} of ${total} rows done.`,
    ...(isPaused === true ? { isPaused } : {}),
  };
  return { ...state, run: { ...state.run, progress } };
}

/** `cancelRun` and `continueRun` may be under way together; whichever answers last, the picture must not go back. */
function isNewer(next: RunProgress, previous: RunProgress): boolean {
  if (isFinal(next) !== isFinal(previous)) return isFinal(next);
  return next.done >= previous.done;
}

function ended(run: RunRecord): RunState {
  return { kind: 'ended', run, correction: { kind: 'none' }, hasJumped: false };
}

function withRequest(state: RunState, request: SeenRequest): RunState {
  return 'run' in state ? { ...state, run: { ...state.run, request } } : state;
}

/** Each answer tells of other rows, so that those of the same cause add up. */
function joinGroups(known: readonly CauseGroup[], added: readonly CauseGroup[]): readonly CauseGroup[] {
  const byCause = new Map(known.map((group) => [groupId(group), group]));
  for (const group of added) {
    const before = byCause.get(groupId(group));
    const joined = before && {
      ...before,
      rows: before.rows + group.rows,
      rowNumbers: [...before.rowNumbers, ...group.rowNumbers],
    };
    byCause.set(groupId(group), joined ?? group);
  }
  return [...byCause.values()].sort((one, other) => other.rows - one.rows);
}

function groupId({ status, cause }: CauseGroup): string {
  return `${status} ${cause}`;
}

/** The cell of a problem, with what finds its row again. */
export function cellOf({ tabId, rowNumber, columnNumber, key }: RunProblem): CellReference {
  return { tabId, rowNumber, columnNumber, ...(key === undefined ? {} : { key }) };
}

/** A row that is told again keeps its place and takes the newer words. */
function joinProblems(known: readonly RunProblem[], added: readonly RunProblem[]): readonly RunProblem[] {
  const byRow = new Map(known.map((problem) => [rowId(problem), problem]));
  for (const problem of added) byRow.set(rowId(problem), problem);
  return [...byRow.values()];
}

function rowId(problem: RunProblem): string {
  return `${problem.tabId}:${problem.rowNumber}`;
}
