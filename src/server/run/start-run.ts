/** Begins a run: plans every row, asks about deletes, and carries out what is agreed to. */

import { deleteConfirmation } from '../../core/engine/delete-token.ts';
import { planRun } from '../../core/engine/plan-run.ts';
import type { RunProgress } from '../../core/engine/progress.ts';
import { isAlive, type RunRecord } from '../../core/engine/run-record.ts';
import type { DeleteConfirmation, RunRequest, StartReply, StartRequest } from '../../core/engine/run-request.ts';
import type { Failure } from '../../core/terms/failure.ts';
import { failure, type Result, success } from '../../core/terms/result.ts';
import type { SelectionSurvey } from '../../core/terms/selection-survey.ts';
import { failures } from '../../core/words/failures.ts';
import { isHiddenAsBefore, surveyOf } from '../entries/survey-selection.ts';
import { readConnection } from '../services/connection-store.ts';
import { busyFailure, withDocumentLock } from '../services/document-lock.ts';
import { isAsRead } from '../services/look-at-rows.ts';
import { currentUserKey, readRun } from '../services/run-store.ts';
import { readTabSettings } from '../services/settings-store.ts';
import { carryOut, type RunPlan, type Sending, type StartedRun } from './carry-out-plan.ts';
import { openTabOf, type RunTab } from './run-tab.ts';
import { rowsOfScope } from './scope-rows.ts';
import type { SliceTimes } from './slice.ts';

/** Begins a run, and sends as many of its rows as the time allows; nothing is written before the deletes are agreed to. */
export function startRun(request: StartRequest, times: SliceTimes): Result<StartReply, Failure> {
  const connection = readConnection();
  if (!connection.ok) return connection;
  const sending = { connection: connection.value, times, announce: () => {} };
  const begun = withDocumentLock(() => begin(request, sending));
  if (!begun.ok) return begun;
  if (begun.value.kind === 'started') return success(begun.value);
  const { confirmation, survey } = begun.value;
  return success({ kind: 'confirmDeletes', confirmation, ...(survey === undefined ? {} : { survey }) });
}

/** Who is asked and told while a run begins, and how much time it has once they have answered. */
export interface Consent {
  readonly agrees: (confirmation: DeleteConfirmation) => boolean;
  readonly announce: (progress: RunProgress) => void;
  readonly times: () => SliceTimes;
}

/** Begins a run in an execution that can ask about its deletes itself; `undefined` where they are not agreed to. */
export function startRunAsking(
  request: RunRequest,
  { agrees, announce, times }: Consent,
): Result<RunProgress | undefined, Failure> {
  const connection = readConnection();
  if (!connection.ok) return connection;
  const begun = withDocumentLock(() => begin(request, { connection: connection.value, times: times(), announce }));
  if (!begun.ok) return begun;
  if (begun.value.kind === 'started') return success(begun.value.progress);
  const asking = begun.value;
  if (!agrees(asking.confirmation)) return success(undefined);
  // A dialog loses the lock and takes its time: nothing is known for certain after it.
  const connectionNow = readConnection();
  if (!connectionNow.ok) return connectionNow;
  const sending = { connection: connectionNow.value, times: times(), announce };
  const isSame = JSON.stringify(connectionNow.value) === JSON.stringify(connection.value);
  return withDocumentLock(() => beginAgreed(asking, sending, isSame));
}

/** A plan whose deletes somebody must agree to. */
interface AskingPlan extends RunPlan {
  readonly kind: 'asks';
  readonly confirmation: DeleteConfirmation;
  /** The selected rows, which the run is about whatever is selected by then. */
  readonly survey: SelectionSurvey | undefined;
}

type Begun = AskingPlan | StartedRun;

function begin(request: StartRequest, sending: Sending, tabId?: number): Result<Begun, Failure> {
  const running = replaceableRun();
  if (!running.ok) return running;
  const tab = openTabOf(request, sending.connection.chatbotId, tabId);
  if (!tab.ok) return tab;
  const scoped = rowsOfScope(tab.value, request);
  if (!scoped.ok) return scoped;
  const planned = planRun(scoped.value.rows, request.scope);
  const plan = { request, tab: tab.value, scoped: scoped.value, planned };
  const confirmation = deleteConfirmation(planned, tab.value.tabName, sending.connection.chatbotId);
  if (confirmation === undefined || confirmation.deleteToken === request.deleteToken)
    return carryOut(plan, running.value, sending);
  if (request.deleteToken !== undefined) return failure(failures.deletesChanged());
  const { selection, keyColumnIndexes } = scoped.value;
  const survey = selection && surveyOf(tab.value, selection.selected, selection, keyColumnIndexes);
  return success({ kind: 'asks', ...plan, confirmation, survey });
}

/**
 * Carries out what was agreed to; where anything was changed meanwhile, all is read once more.
 *
 * @param isSameConnection Whether the rows were planned with the connection that is there now.
 */
function beginAgreed(asking: AskingPlan, sending: Sending, isSameConnection: boolean): Result<RunProgress, Failure> {
  const { request, tab, scoped, confirmation, survey } = asking;
  const running = replaceableRun();
  if (!running.ok) return running;
  const { deleteToken } = confirmation;
  const { selection } = scoped;
  const isShownAsBefore = () =>
    selection === undefined || isHiddenAsBefore(tab, selection.selected, new Set(selection.hidden));
  const isSame = isSameConnection && hasSameSettings(tab) && isAsRead(tab) && isShownAsBefore();
  const begun = isSame
    ? carryOut(asking, running.value, sending)
    : begin({ ...request, deleteToken, ...(survey === undefined ? {} : { survey }) }, sending, tab.tabId);
  if (!begun.ok) return begun;
  return begun.value.kind === 'started' ? success(begun.value.progress) : failure(failures.deletesChanged());
}

function hasSameSettings({ tabId, settings }: RunTab): boolean {
  return JSON.stringify(readTabSettings(tabId)) === JSON.stringify(settings);
}

/** The run that the spreadsheet still remembers, and that a new one may take the place of. */
function replaceableRun(): Result<RunRecord | undefined, Failure> {
  const running = readRun();
  const isOthers = running !== undefined && running.userKey !== currentUserKey();
  return isOthers && isAlive(running, Date.now()) ? failure(busyFailure()) : success(running);
}
