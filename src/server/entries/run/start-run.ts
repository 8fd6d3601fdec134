/** Begins a run: plans every row, asks about deletes, and carries out what is agreed to. */

import { needsConsent } from '../../../core/actions/operation-facts.ts';
import { groundMark } from '../../../core/compare/left-listings.ts';
import { type Audience, type Deadlines, deadlinesOf } from '../../../core/engine/deadlines.ts';
import { deleteConfirmation, heedAgreement } from '../../../core/engine/delete-review.ts';
import { newRecord } from '../../../core/engine/new-record.ts';
import { isSendable, type PlannedRow } from '../../../core/engine/plan-rows.ts';
import { holdDeletes, planRun, trialOf } from '../../../core/engine/plan-run.ts';
import { progressOf, type RunProgress } from '../../../core/engine/progress.ts';
import { beginRun } from '../../../core/engine/run.ts';
import { isAlive, type RunRecord, type UndoneRun } from '../../../core/engine/run-record.ts';
import type {
  AskedSelection,
  DeleteAgreement,
  DeleteConfirmation,
  RunRequest,
  StartReply,
  StartRequest,
} from '../../../core/engine/run-request.ts';
import { strayedCount, strayedWrites } from '../../../core/engine/strayed-rows.ts';
import type { StatusWrite } from '../../../core/own-cells/row-cells.ts';
import { mayOutlast } from '../../../core/schedule/background.ts';
import type { Connection } from '../../../core/settings/connection.ts';
import type { Failure } from '../../../core/terms/failure.ts';
import { failure, type Result, success } from '../../../core/terms/result.ts';
import { ACTION_WORDS, type Action } from '../../../core/words/actions.ts';
import { failures, failureText } from '../../../core/words/failures.ts';
import { strayedWords } from '../../../core/words/strayed.ts';
import { perform } from '../../perform.ts';
import { busyFailure, withDocumentLock } from '../../services/document-lock.ts';
import { type OpenLedger, openLedger } from '../../services/own-tabs/ledger-tab.ts';
import { openRun } from '../../services/own-tabs/run-log.ts';
import { isAsRead } from '../../services/sheet/look-at-rows.ts';
import type { OpenTab } from '../../services/sheet/open-tab.ts';
import { placeStatusColumns } from '../../services/sheet/own-columns.ts';
import { showStatusColumn } from '../../services/sheet/show-status.ts';
import { readConnection } from '../../services/stores/connection-store.ts';
import { makeDeleteSecret } from '../../services/stores/delete-secret-store.ts';
import { noteAgreedRows } from '../../services/stores/delete-store.ts';
import { readFieldAnswers } from '../../services/stores/field-answers-store.ts';
import { noteGround } from '../../services/stores/ground-store.ts';
import { mayDeleteHere } from '../../services/stores/may-delete-store.ts';
import { currentUserAddress, currentUserKey, lastRunIn, readRun } from '../../services/stores/run-store.ts';
import { readTabSettings } from '../../services/stores/settings-store.ts';
import { settleReviews } from '../schedules/settle-reviews.ts';
import { questionOf } from './delete-question.ts';
import { remarksOn } from './remarks-on.ts';
import { askedSelection, isHiddenAsBefore, openTabOf, rowsOfScope, type ScopedRows } from './scope-rows.ts';

/** Begins a run, and sends as many of its rows as the time allows; nothing is written before the deletes are agreed to. */
export function startRun(request: StartRequest): Result<StartReply, Failure> {
  const connection = readConnection();
  if (!connection.ok) return connection;
  const sending = { connection: connection.value, deadlines: deadlinesOf(Date.now(), 'watched'), isWatched: true };
  const begun = withDocumentLock(() => begin(request, sending));
  if (!begun.ok) return begun;
  if (begun.value.kind === 'started') return success(begun.value);
  const { confirmation, selection } = begun.value;
  return success({ kind: 'confirmDeletes', confirmation, ...(selection && { selection }) });
}

/** Who is asked and told while a run begins, and when its execution began, not counting the time they took to answer. */
export interface Consent {
  /** What they answer to the question about deletes; `undefined` where nothing shall be done. */
  readonly agrees: (confirmation: DeleteConfirmation) => Omit<DeleteAgreement, 'deleteToken'> | undefined;
  readonly announce: (progress: RunProgress) => void;
  readonly startedMs: () => number;
  readonly audience: Audience;
  /** Sees to it that a run which may not end in this execution is carried on; called before its first mark. */
  readonly provideBackground: (runId: string) => void;
}

/** Begins a run in an execution that can ask about its deletes itself; `undefined` where they are not agreed to. */
export function startRunAsking(
  request: RunRequest,
  { agrees, announce, startedMs, audience, provideBackground }: Consent,
): Result<RunProgress | undefined, Failure> {
  const connection = readConnection();
  if (!connection.ok) return connection;
  const deadlines = () => deadlinesOf(startedMs(), audience);
  const told = { announce, provideBackground, isWatched: true };
  const sending = { connection: connection.value, deadlines: deadlines(), ...told };
  const begun = withDocumentLock(() => begin(request, sending));
  if (!begun.ok) return begun;
  if (begun.value.kind === 'started') return success(begun.value.progress);
  const asking = begun.value;
  const answer = agrees(asking.confirmation);
  if (answer === undefined) return success(undefined);
  // A dialog loses the lock and takes its time: nothing is known for certain after it.
  const connectionNow = readConnection();
  if (!connectionNow.ok) return connectionNow;
  const isSame = JSON.stringify(connectionNow.value) === JSON.stringify(connection.value);
  const sendingNow = { connection: connectionNow.value, deadlines: deadlines(), ...told };
  const agreement = { ...answer, deleteToken: asking.confirmation.deleteToken };
  return withDocumentLock(() => beginAgreed(asking, agreement, sendingNow, isSame));
}

/** With what and until when rows may be sent, and who is told of the run before its first request leaves. */
export interface Sending {
  readonly connection: Connection;
  readonly deadlines: Deadlines;
  readonly announce?: (progress: RunProgress) => void;
  readonly provideBackground?: (runId: string) => void;
  /** The schedule that begins it; absent where a person does. */
  readonly scheduleId?: string;
  /** Told the run's name before its first mark. */
  readonly onBegin?: (runId: string) => void;
  /** Whether somebody looks at the tab, who is led to the status columns once they are made. */
  readonly isWatched?: boolean;
}

/** What a run will do, as its rows were read. */
export interface RunPlan {
  readonly request: StartRequest;
  readonly tab: OpenTab;
  readonly scoped: ScopedRows;
  readonly planned: readonly PlannedRow[];
  readonly ledger: OpenLedger;
  /** The run that is taken back, where one is. */
  readonly undoes?: UndoneRun;
}

/** A plan whose deletes somebody must agree to. */
interface AskingPlan extends RunPlan {
  readonly kind: 'asks';
  readonly confirmation: DeleteConfirmation;
  /** The selected rows, which the run is about whatever is selected by then. */
  readonly selection?: AskedSelection;
}

type StartedRun = Extract<StartReply, { readonly kind: 'started' }>;

function begin(request: StartRequest, sending: Sending): Result<AskingPlan | StartedRun, Failure> {
  const running = replaceableRun();
  if (!running.ok) return running;
  const tab = openTabOf(request, sending.connection);
  if (!tab.ok) return tab;
  const scoped = rowsOfScope(tab.value, request);
  if (!scoped.ok) return scoped;
  const ledger = openLedger(tab.value.kept);
  const all = planRun(scoped.value.rows, request.scope, ledger.knownKeys(sending.connection, tab.value));
  const planned = request.isTrial === true ? trialOf(all) : all;
  if (planned.length === 0) return failure(failures.nothingReady());
  const plan = { request, tab: tab.value, scoped: scoped.value, planned, ledger };
  const question = questionOf(
    { ...tab.value, ...scoped.value },
    request.scope,
    sending.connection,
    ledger,
    running.value,
  );
  const confirmation = deleteConfirmation(planned, question);
  if (confirmation === undefined) return carryOut(plan, running.value, sending);
  const { deleteToken } = request;
  if (!mayDeleteHere(tab.value.kept))
    return deleteToken === undefined
      ? withoutDeletes(plan, running.value, sending)
      : failure(failures.deletesChanged());
  if (deleteToken !== undefined)
    return carryOutAgreed(plan, confirmation, { ...request, deleteToken }, running.value, sending);
  const { selection, keyColumnIndexes } = scoped.value;
  const asked = selection && askedSelection(tab.value, selection, keyColumnIndexes);
  return success({ kind: 'asks', ...plan, confirmation, ...(asked && { selection: asked }) });
}

/** Carries out what a person agreed to: the deletes that they left out are held. */
function carryOutAgreed(
  plan: RunPlan,
  confirmation: DeleteConfirmation,
  agreement: DeleteAgreement,
  running: RunRecord | undefined,
  sending: Sending,
): Result<StartedRun, Failure> {
  const planned = heedAgreement(plan.planned, confirmation, agreement);
  if (!planned.ok) return planned;
  if ((agreement.leftOut ?? []).length < confirmation.listings.length)
    noteAgreedRows(plan.tab.left?.homeTabId ?? plan.tab.tabId, confirmation.load.rows);
  return carryOut({ ...plan, planned: planned.value }, running, sending);
}

/** What somebody who may not delete does: all but the deletes, where there is anything else. */
function withoutDeletes(plan: RunPlan, running: RunRecord | undefined, sending: Sending): Result<StartedRun, Failure> {
  const refusal = failures.mayNotDelete();
  if (ACTION_WORDS[plan.request.action].alwaysAsks) return failure(refusal);
  return carryOut({ ...plan, planned: holdDeletes(plan.planned, failureText(refusal)) }, running, sending);
}

/**
 * Carries out what was agreed to; where anything was changed meanwhile, all is read once more.
 *
 * @param isSameConnection Whether the rows were planned with the connection that is there now.
 */
function beginAgreed(
  asking: AskingPlan,
  agreement: DeleteAgreement,
  sending: Sending,
  isSameConnection: boolean,
): Result<RunProgress, Failure> {
  const { request, tab, scoped, confirmation, ledger, selection: asked } = asking;
  const running = replaceableRun();
  if (!running.ok) return running;
  const { selection } = scoped;
  const isShownAsBefore = () =>
    selection === undefined || isHiddenAsBefore(tab, selection.selected, new Set(selection.hidden));
  const isSame = isSameConnection && ledger.isAsOpened() && hasSameSettings(tab) && isAsRead(tab) && isShownAsBefore();
  const begun = isSame
    ? carryOutAgreed(asking, confirmation, agreement, running.value, sending)
    : begin({ ...request, tabId: tab.tabId, ...agreement, ...(asked && { selection: asked }) }, sending);
  if (!begun.ok) return begun;
  return begun.value.kind === 'started' ? success(begun.value.progress) : failure(failures.deletesChanged());
}

/** Carries out a plan for as long as the time allows; fails where not even its first rows could be written. */
export function carryOut(plan: RunPlan, running: RunRecord | undefined, sending: Sending): Result<StartedRun, Failure> {
  const { request, tab, scoped, planned, ledger } = plan;
  const { connection, deadlines, announce, provideBackground, onBegin, isWatched } = sending;
  const places = placeStatusColumns(tab);
  if (!places.ok) return places;
  const { own, newColumns } = places.value;
  const { keyColumnIndexes } = scoped;
  const beside = strayedBeside(tab, request.action, keyColumnIndexes, planned);
  const record = recordOf(plan, sending, beside.length);
  onBegin?.(record.runId);
  const toSend = planned.filter(isSendable);
  const extent = { sends: toSend.length, chunkSize: record.chunkSize };
  if (mayOutlast(extent, deadlines, Date.now())) provideBackground?.(record.runId);
  const deleteSecret = toSend.some(({ send }) => needsConsent(send.operation)) ? makeDeleteSecret() : '';
  const fieldAnswers = () => readFieldAnswers(connection.chatbotId);
  const { requestsAtOnce } = connection;
  const execution = { deadlines, requestsAtOnce, deleteSecret, whyNoDeletes: () => '', fieldAnswers, own };
  const keyHeaders = keyColumnIndexes.map((index) => tab.table.headers[index] ?? '');
  if (request.action !== 'push') noteGround(tab.kept, tab.tabId, groundMark(tab.settings.keyTypes, keyHeaders));
  // Before the first mark: a store without room must not leave rows behind that say Sending. The record says that nothing
  // executes yet, so that it holds nobody up for long, should Google break down before the first mark.
  const opened = openRun({ ...record, isExecuting: false }, running, tab.kept);
  if (!opened.ok) return opened;
  const ended = perform(beginRun({ record, planned, beside }, execution), {
    runId: record.runId,
    timeZone: tab.timeZone,
    connection,
    ledger,
    ...(announce && { announce }),
    ...(tab.left && { left: tab.left }),
    target: {
      sheet: tab.sheet,
      read: tab.read,
      ground: { table: tab.table, own, keyColumnIndexes },
      ...(newColumns && { newColumns }),
    },
  });
  if (!ended.ok) {
    // Nothing was written: the record that was stored for the run goes again.
    opened.value();
    return ended;
  }
  settleReviews(ended.value);
  if (newColumns && isWatched === true)
    showStatusColumn(
      tab.sheet,
      { rowNumber: tab.table.headerRowNumber, columnIndex: own.status },
      scoped.selection?.selected,
    );
  return success({
    kind: 'started',
    progress: progressOf(ended.value.record, ended.value.state, ended.value.problems),
  });
}

/** The record of the run, in which nothing has happened yet. */
function recordOf(
  { request, tab, scoped, planned, ledger, undoes }: RunPlan,
  { connection, scheduleId }: Sending,
  rowsBeside: number,
): RunRecord {
  const strayed = strayedWords(strayedCount(planned, tab.own) + rowsBeside);
  const record = newRecord({
    request,
    tabId: tab.tabId,
    tabName: tab.tabName,
    columns: tab.table.headers.length,
    remarks: [...remarksOn(tab, ledger), strayed].filter((words) => words !== '').join(' '),
    scoped,
    planned,
    connection,
    runId: `run-${Utilities.getUuid().split('-').join('').slice(0, 12)}`,
    person: { startedBy: currentUserAddress(), userKey: currentUserKey() },
    nowMs: Date.now(),
    last: lastRunIn(tab.kept),
  });
  return { ...record, ...(undoes && { undoes }), ...(scheduleId && { scheduleId }) };
}

/** Rows of the tab that show what was said of another key, though the run is not about them; of a tab that was read in part it is not known. */
function strayedBeside(
  { table, own, plannerFor }: OpenTab,
  action: Action,
  keyColumnIndexes: readonly number[],
  planned: readonly PlannedRow[],
): readonly StatusWrite[] {
  const planner = table.allRows === undefined ? plannerFor(action) : undefined;
  if (planner?.ok !== true) return [];
  return strayedWrites({ rows: table.rows, own, keyColumnIndexes, action, planner: planner.value }, planned);
}

function hasSameSettings({ tabId, settings }: OpenTab): boolean {
  return JSON.stringify(readTabSettings(tabId)) === JSON.stringify(settings);
}

/** The run that the spreadsheet still remembers, and that a new one may take the place of. */
export function replaceableRun(): Result<RunRecord | undefined, Failure> {
  const running = readRun();
  const isOthers = running !== undefined && running.userKey !== currentUserKey();
  return isOthers && isAlive(running, Date.now()) ? failure(busyFailure()) : success(running);
}
