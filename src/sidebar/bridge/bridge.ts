/** The one door to Google: every use of `google.script` is in this file. */
import { createLane, type Lane } from './lane.ts';
import { noAnswerFailure, scriptFailure, unreadableReplyFailure } from './script-failure.ts';
import type { Answer, ServerBridge } from './server-bridge.ts';

type FunctionName = keyof ServerBridge;

/** The part of `google.script.run` that is used here. Each `with…Handler` answers with a new runner. */
export type ScriptRunner = Pick<typeof google.script.run, 'withSuccessHandler'>;

const SECOND_MS = 1000;

/**
 * An execution may take six minutes; the half minute on top is for the way.
 *
 * @see https://developers.google.com/apps-script/guides/services/quotas "Script runtime: 6 min / execution"
 * (read 2026-11-21).
 */
const LONG_MS = 390 * SECOND_MS;
const SHORT_MS = 60 * SECOND_MS;

/** How long an answer is waited for, in milliseconds. The keys are the functions that exist. */
const TIMEOUT_MS: { readonly [Name in FunctionName]: number } = {
  getOverview: 30 * SECOND_MS,
  saveConnection: 2 * SHORT_MS,
  removeConnection: SHORT_MS,
  testConnection: 2 * SHORT_MS,
  getMapping: SHORT_MS,
  decideAgain: LONG_MS,
  getRecipe: LONG_MS,
  rememberAction: SHORT_MS,
  saveTabSettings: SHORT_MS,
  getNamedSettings: SHORT_MS,
  keepNamedSettings: SHORT_MS,
  readSettingsFile: SHORT_MS,
  checkRows: LONG_MS,
  previewRow: SHORT_MS,
  startRun: LONG_MS,
  continueRun: LONG_MS,
  cancelRun: 2 * SHORT_MS,
  previewEvents: LONG_MS,
  takeEvents: LONG_MS,
  getAutomation: SHORT_MS,
  saveSchedule: SHORT_MS,
  saveMayDelete: SHORT_MS,
  changeSchedule: 2 * SHORT_MS,
  getEvents: SHORT_MS,
  connectInbox: 2 * SHORT_MS,
  disconnectInbox: SHORT_MS,
  pollInbox: LONG_MS,
  saveWebhook: SHORT_MS,
  changeWebhook: 2 * SHORT_MS,
  testWebhook: 2 * SHORT_MS,
  takeArrived: LONG_MS,
  settleKept: 2 * SHORT_MS,
  getRuns: SHORT_MS,
  getLastResult: SHORT_MS,
  getRunRows: LONG_MS,
  getRowStory: LONG_MS,
  getUndo: LONG_MS,
  undoRun: LONG_MS,
  findLeft: LONG_MS,
  comparePlatform: LONG_MS,
  copyListings: LONG_MS,
  settleCreate: SHORT_MS,
  replaceText: SHORT_MS,
  filterProblems: SHORT_MS,
  moveStatusColumns: LONG_MS,
  exportEvents: LONG_MS,
  publishEvents: LONG_MS,
  goToCell: 30 * SECOND_MS,
};

/**
 * Polls that are slow while one of these is at work are no news: the script, its lock and the sheet are busy with what
 * the person asked for.
 */
const LONG_CALLS: ReadonlySet<FunctionName> = new Set([
  'checkRows',
  'comparePlatform',
  'copyListings',
  'getUndo',
  'undoRun',
  'decideAgain',
  'findLeft',
  'getRecipe',
  'startRun',
  'continueRun',
  'previewEvents',
  'takeEvents',
  'pollInbox',
  'moveStatusColumns',
  'takeArrived',
  'exportEvents',
  'publishEvents',
]);

/**
 * Google runs ten calls at a time and queues the rest. Polls get one place of their own, so they never stand in the way
 * of what the person asked for.
 *
 * @see https://developers.google.com/apps-script/guides/html/reference/run "10 concurrent calls" (read 2026-11-21).
 */
const FOREGROUND_CALLS = 8;
const BACKGROUND_CALLS = 1;

/**
 * Connects the model to the server: every property is a function of the contract, every call gets a runner of its own and
 * ends with an answer – failures of Google included. Nothing else is a property; above all there is no `then`, so that
 * awaiting the bridge by mistake does not call the server.
 *
 * @param findRunner Where the runner comes from; asked at each call.
 * @param onLateAnswer Told when an answer arrives that was given up: Google is there after all, so what was said about it
 * has to be looked at again.
 */
export function connectServer(
  findRunner: () => ScriptRunner = () => google.script.run,
  onLateAnswer: () => void = () => {},
): ServerBridge {
  const foreground = createLane(FOREGROUND_CALLS);
  const background = createLane(BACKGROUND_CALLS);
  const laneOf = (name: FunctionName): Lane => (name === 'getOverview' ? background : foreground);
  let longCalls = 0;

  const call = async (name: FunctionName, input: readonly unknown[]): Promise<Answer<unknown>> => {
    const share = LONG_CALLS.has(name) ? 1 : 0;
    longCalls += share;
    const isPatient = () => name === 'getOverview' && longCalls > 0;
    return callServer({ findRunner, onLateAnswer, isPatient }, name, input).finally(() => {
      longCalls -= share;
    });
  };
  return new Proxy({} as ServerBridge, {
    get: (_target, name) => {
      if (!isFunctionName(name)) return undefined;
      return (...input: readonly unknown[]) => laneOf(name).run(() => call(name, input));
    },
  });
}

/** Moves the keyboard from the sidebar into the grid, where Google offers that. */
export function focusSpreadsheet(): void {
  if (typeof google !== 'undefined') google.script.host?.editor?.focus();
}

function isFunctionName(name: string | symbol): name is FunctionName {
  return typeof name === 'string' && Object.keys(TIMEOUT_MS).includes(name);
}

interface CallSurroundings {
  readonly findRunner: () => ScriptRunner;
  readonly onLateAnswer: () => void;
  /** Whether to wait on although the time is up. */
  readonly isPatient: () => boolean;
}

function callServer(
  { findRunner, onLateAnswer, isPatient }: CallSurroundings,
  name: FunctionName,
  input: readonly unknown[],
): Promise<Answer<unknown>> {
  return new Promise((resolve) => {
    let isGivenUp = false;
    const stopWaiting = waitFor(TIMEOUT_MS[name], isPatient, (waitedMs) => {
      isGivenUp = true;
      resolve({ ok: false, error: noAnswerFailure(waitedMs) });
    });
    const settle = (answer: Answer<unknown>): void => {
      stopWaiting();
      if (isGivenUp) onLateAnswer();
      else resolve(answer);
    };
    const fail = (error: unknown): void => settle({ ok: false, error: scriptFailure(error) });
    try {
      const runner = findRunner()
        .withSuccessHandler((reply: unknown) => settle(readReply(reply)))
        .withFailureHandler(fail);
      const serverFunction = runner[name];
      if (serverFunction === undefined) throw new Error(`Script function not found: ${name}`);
      // A copy through JSON carries exactly what Google can carry: an `undefined` member would fail the whole call.
      serverFunction(...input.map((value) => JSON.parse(JSON.stringify(value))));
    } catch (error) {
      fail(error);
    }
  });
}

/** Waits for as long again as it is patient, up to the longest call there is; answers with the way to stop. */
function waitFor(timeoutMs: number, isPatient: () => boolean, giveUp: (waitedMs: number) => void): () => void {
  let waitedMs = 0;
  const onTimeUp = (): void => {
    waitedMs += timeoutMs;
    if (isPatient() && waitedMs < LONG_MS) timer = setTimeout(onTimeUp, timeoutMs);
    else giveUp(waitedMs);
  };
  let timer = setTimeout(onTimeUp, timeoutMs);
  return () => clearTimeout(timer);
}

function readReply(reply: unknown): Answer<unknown> {
  return isReply(reply) ? reply : { ok: false, error: unreadableReplyFailure() };
}

function isReply(reply: unknown): reply is Answer<unknown> {
  if (typeof reply !== 'object' || reply === null || !('ok' in reply)) return false;
  return reply.ok === true ? 'value' in reply : reply.ok === false && 'error' in reply && isFailure(reply.error);
}

function isFailure(error: unknown): boolean {
  return (
    typeof error === 'object' &&
    error !== null &&
    'message' in error &&
    typeof error.message === 'string' &&
    'nextStep' in error &&
    typeof error.nextStep === 'string'
  );
}
