/** A server bridge whose answers are held back until the test gives them, in any order. */
import type { Answer, ServerBridge, ShownFailure } from '../../../src/sidebar/bridge/server-bridge.ts';

/** One function of the bridge: what it was called with, and the calls that still wait for an answer. */
interface Door<Input extends readonly unknown[], Value> {
  readonly call: (...input: Input) => Promise<Answer<Value>>;
  readonly inputs: Input[];
  /** Answers a waiting call, the oldest unless an index says otherwise, and lets the model react. */
  readonly answer: (value: Value, waitingIndex?: number) => Promise<void>;
  readonly fail: (failure: ShownFailure, waitingIndex?: number) => Promise<void>;
}

type DoorOf<Call> = Call extends (...input: infer Input) => Promise<Answer<infer Value>> ? Door<Input, Value> : never;

/** The bridge and, per function, its door. */
export interface HeldBridge {
  readonly bridge: ServerBridge;
  readonly doors: { readonly [Name in keyof ServerBridge]: DoorOf<ServerBridge[Name]> };
}

/** A new bridge with nothing called yet. */
export function holdBridge(): HeldBridge {
  const doors: HeldBridge['doors'] = {
    getOverview: openDoor(),
    saveConnection: openDoor(),
    removeConnection: openDoor(),
    testConnection: openDoor(),
    getMapping: openDoor(),
    decideAgain: openDoor(),
    getRecipe: openDoor(),
    rememberAction: openDoor(),
    saveTabSettings: openDoor(),
    getNamedSettings: openDoor(),
    keepNamedSettings: openDoor(),
    readSettingsFile: openDoor(),
    checkRows: openDoor(),
    previewRow: openDoor(),
    startRun: openDoor(),
    continueRun: openDoor(),
    cancelRun: openDoor(),
    previewEvents: openDoor(),
    takeEvents: openDoor(),
    getAutomation: openDoor(),
    saveSchedule: openDoor(),
    saveMayDelete: openDoor(),
    changeSchedule: openDoor(),
    getEvents: openDoor(),
    connectInbox: openDoor(),
    disconnectInbox: openDoor(),
    pollInbox: openDoor(),
    saveWebhook: openDoor(),
    changeWebhook: openDoor(),
    testWebhook: openDoor(),
    takeArrived: openDoor(),
    settleKept: openDoor(),
    getRuns: openDoor(),
    getLastResult: openDoor(),
    getRunRows: openDoor(),
    getRowStory: openDoor(),
    getUndo: openDoor(),
    undoRun: openDoor(),
    findLeft: openDoor(),
    comparePlatform: openDoor(),
    copyListings: openDoor(),
    settleCreate: openDoor(),
    replaceText: openDoor(),
    filterProblems: openDoor(),
    moveStatusColumns: openDoor(),
    exportEvents: openDoor(),
    publishEvents: openDoor(),
    goToCell: openDoor(),
  };
  const bridge: ServerBridge = {
    getOverview: doors.getOverview.call,
    saveConnection: doors.saveConnection.call,
    removeConnection: doors.removeConnection.call,
    testConnection: doors.testConnection.call,
    getMapping: doors.getMapping.call,
    decideAgain: doors.decideAgain.call,
    getRecipe: doors.getRecipe.call,
    rememberAction: doors.rememberAction.call,
    saveTabSettings: doors.saveTabSettings.call,
    getNamedSettings: doors.getNamedSettings.call,
    keepNamedSettings: doors.keepNamedSettings.call,
    readSettingsFile: doors.readSettingsFile.call,
    checkRows: doors.checkRows.call,
    previewRow: doors.previewRow.call,
    startRun: doors.startRun.call,
    continueRun: doors.continueRun.call,
    cancelRun: doors.cancelRun.call,
    previewEvents: doors.previewEvents.call,
    takeEvents: doors.takeEvents.call,
    getAutomation: doors.getAutomation.call,
    saveSchedule: doors.saveSchedule.call,
    saveMayDelete: doors.saveMayDelete.call,
    changeSchedule: doors.changeSchedule.call,
    getEvents: doors.getEvents.call,
    connectInbox: doors.connectInbox.call,
    disconnectInbox: doors.disconnectInbox.call,
    pollInbox: doors.pollInbox.call,
    saveWebhook: doors.saveWebhook.call,
    changeWebhook: doors.changeWebhook.call,
    testWebhook: doors.testWebhook.call,
    takeArrived: doors.takeArrived.call,
    settleKept: doors.settleKept.call,
    getRuns: doors.getRuns.call,
    getLastResult: doors.getLastResult.call,
    getRunRows: doors.getRunRows.call,
    getRowStory: doors.getRowStory.call,
    getUndo: doors.getUndo.call,
    undoRun: doors.undoRun.call,
    findLeft: doors.findLeft.call,
    comparePlatform: doors.comparePlatform.call,
    copyListings: doors.copyListings.call,
    settleCreate: doors.settleCreate.call,
    replaceText: doors.replaceText.call,
    filterProblems: doors.filterProblems.call,
    moveStatusColumns: doors.moveStatusColumns.call,
    exportEvents: doors.exportEvents.call,
    publishEvents: doors.publishEvents.call,
    goToCell: doors.goToCell.call,
  };
  return { bridge, doors };
}

/** Lets everything that is ready happen. */
export function settle(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

function openDoor<Input extends readonly unknown[], Value>(): Door<Input, Value> {
  const waiting: ((answer: Answer<Value>) => void)[] = [];
  const inputs: Input[] = [];
  const give = async (answer: Answer<Value>, waitingIndex: number): Promise<void> => {
    const [resolve] = waiting.splice(waitingIndex, 1);
    if (resolve === undefined) throw new Error('no call waits for this answer');
    resolve(answer);
    await settle();
  };
  return {
    inputs,
    call: (...input) => {
      inputs.push(input);
      return new Promise((resolve) => waiting.push(resolve));
    },
    answer: (value, waitingIndex = 0) => give({ ok: true, value }, waitingIndex),
    fail: (error, waitingIndex = 0) => give({ ok: false, error }, waitingIndex),
  };
}
