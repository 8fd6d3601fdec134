/** What each function of the contract does, and the functions Google offers to the sidebar: each checks its argument first. */

import { ARGUMENT_SCHEMAS, FUNCTION_NAMES, isConnectionShape } from '../../core/contract/argument-schemas.ts';
import type { AnswerOf, ArgumentOf, FunctionName } from '../../core/contract/server-functions.ts';
import { readSettingsFile } from '../../core/settings/read-settings-file.ts';
import type { Failure, Reply } from '../../core/terms/failure.ts';
import { failure, type Result, success } from '../../core/terms/result.ts';
import { failures } from '../../core/words/failures.ts';
import { findSheet } from '../services/sheet/open-tab.ts';
import { removeConnection } from '../services/stores/connection-store.ts';
import { keepChosenAction, readNamedSettings, saveTabSettings } from '../services/stores/settings-store.ts';
import { settleFormat } from '../services/stores/store-format.ts';
import { isOnlyViewer } from '../services/viewer.ts';
import { comparePlatform } from './activity/compare-platform.ts';
import { copyListings } from './activity/copy-listings.ts';
import { findLeft } from './activity/find-left.ts';
import { readLastResult } from './activity/read-last-result.ts';
import { readRuns, settleCreate } from './activity/read-runs.ts';
import { readRowStory, readRunRows } from './activity/read-story.ts';
import { readUndo, undoRun } from './activity/undo-run.ts';
import { connectInbox, disconnectInbox, readEventsView, settleKept } from './events/events-inbox.ts';
import { pollInboxes } from './events/poll-inbox.ts';
import { exportEvents, publishEvents } from './events/publish-events.ts';
import { takeArrived } from './events/take-arrived.ts';
import { previewEvents, takeEvents } from './events/take-events.ts';
import { changeWebhook, saveWebhook, testWebhook } from './events/webhook-settings.ts';
import { readOverview } from './overview.ts';
import { replyTo } from './reply.ts';
import { checkRows } from './run/check-rows.ts';
import { cancelRun, continueRun } from './run/continue-run.ts';
import { previewRow } from './run/preview-row.ts';
import { readRecipe } from './run/read-recipe.ts';
import { startRun } from './run/start-run.ts';
import { changeSchedule, readAutomation, saveMayDelete, saveSchedule } from './schedules/automation.ts';
import { decideAgain } from './tab/decide-again.ts';
import { filterProblems } from './tab/filter-problems.ts';
import { goToCell } from './tab/go-to-cell.ts';
import { moveStatusColumns } from './tab/move-status-columns.ts';
import { keepNamedSettings } from './tab/named-settings.ts';
import { readMappingView } from './tab/read-mapping-view.ts';
import { replaceText } from './tab/replace-text.ts';
import { saveTypedConnection, testConnection } from './test-connection.ts';

/** How long a call of the sidebar takes in what has arrived; what is left comes with the next one. */
const LONGEST_INTAKE_MS = 240_000;

/** The functions of the contract, with arguments that were checked. */
type Answers = {
  readonly [Name in FunctionName]: (argument: ArgumentOf<Name>) => Result<AnswerOf<Name>, Failure>;
};

const ANSWERS: Answers = {
  getOverview: () => success(readOverview()),
  saveConnection: saveTypedConnection,
  removeConnection: () => success(removeConnection()),
  testConnection,
  getMapping: () => readMappingView(SpreadsheetApp.getActiveSheet()),
  decideAgain: ({ tabId }) => decideAgain(tabId),
  getRecipe: ({ tabId }) => readRecipe(tabId),
  rememberAction: ({ tabId, action }) => {
    keepChosenAction(tabId, action);
    return success(null);
  },
  saveTabSettings: ({ tabId, settings }) => {
    const sheet = findSheet(tabId);
    if (sheet === undefined) return failure(failures.tabGone());
    const saved = saveTabSettings(tabId, settings);
    return saved.ok ? readMappingView(sheet) : saved;
  },
  getNamedSettings: () => success(readNamedSettings()),
  keepNamedSettings,
  readSettingsFile: ({ text }) => {
    const read = readSettingsFile(text);
    return read.ok ? read : failure(failures.badSettingsFile(read.error));
  },
  checkRows,
  previewRow,
  startRun,
  continueRun: ({ runId }) => continueRun(runId, 'watched', Date.now()),
  cancelRun: ({ runId }) => cancelRun(runId),
  previewEvents,
  takeEvents,
  getAutomation: () => success(readAutomation()),
  saveSchedule,
  saveMayDelete,
  changeSchedule,
  getEvents: () => success(readEventsView()),
  connectInbox,
  disconnectInbox: () => success(disconnectInbox()),
  pollInbox: () => pollInboxes(),
  saveWebhook,
  changeWebhook,
  testWebhook,
  takeArrived: () => {
    if (isOnlyViewer()) return failure(failures.onlyViewer());
    const taken = takeArrived(Date.now() + LONGEST_INTAKE_MS);
    return taken.ok ? success(taken.value ?? null) : taken;
  },
  settleKept,
  getRuns: () => success(readRuns()),
  getLastResult: () => success(readLastResult()),
  getRunRows: readRunRows,
  getRowStory: () => readRowStory(),
  getUndo: () => readUndo(),
  undoRun,
  comparePlatform,
  copyListings,
  findLeft,
  settleCreate,
  replaceText,
  goToCell,
  filterProblems,
  moveStatusColumns,
  exportEvents,
  publishEvents,
};

/** What shows a file that a newer version has used, too: nothing of it is read that such a version may keep otherwise, or changed. */
const LOOKS: ReadonlySet<FunctionName> = new Set(['getOverview', 'getRuns', 'goToCell']);

function settled<T>(act: () => Result<T, Failure>): Result<T, Failure> {
  const format = settleFormat();
  return format.ok ? act() : format;
}

/** What a person typed wrongly is told in their words; a broken sidebar's nonsense is not. */
function refusalOf(name: FunctionName, argument: unknown): ((message: string) => Failure) | undefined {
  if (name === 'keepNamedSettings') return failures.badSettingsName;
  return name === 'saveConnection' && isConnectionShape(argument) ? failures.badConnection : undefined;
}

/** What Google hands over as an argument is unknown until it was checked. */
function callable<Name extends FunctionName>(name: Name): (argument?: unknown) => Reply<AnswerOf<Name>> {
  const answer = (given: ArgumentOf<Name>): Result<AnswerOf<Name>, Failure> =>
    LOOKS.has(name) ? ANSWERS[name](given) : settled(() => ANSWERS[name](given));
  return (argument) => replyTo(ARGUMENT_SCHEMAS[name](), argument, answer, refusalOf(name, argument));
}

/** The sidebar's server: every function of the contract by its name. */
export const sidebarFunctions: Readonly<Record<string, (argument?: unknown) => Reply<unknown>>> = Object.fromEntries(
  FUNCTION_NAMES.map((name) => [name, callable(name)]),
);
