/** Begins a run: plans every row, asks about deletes, marks all rows that must be sent, and sends them. */
import type { Connection } from '../../core/connection.ts';
import { failures } from '../../core/failures.ts';
import type {
  DeleteConfirmation,
  Failure,
  RunProgress,
  RunRequest,
  SelectionSurvey,
  StartReply,
  StartRequest,
} from '../../core/protocol.ts';
import { failure, type Result, success } from '../../core/result.ts';
import { firstChunkSize } from '../../core/run/chunk-size.ts';
import type { PlannedRow } from '../../core/run/plan-rows.ts';
import { progressOf } from '../../core/run/progress.ts';
import type { RunExtent } from '../../core/run/run-cost.ts';
import { isAlive, type RunRecord } from '../../core/run/run-record.ts';
import { FIRST_WAVE_WIDTH, UNTROUBLED_WIDTH } from '../../core/run/wave-width.ts';
import { type AllStatusColumnIndexes, STATUS_COLUMNS, STATUS_HEADERS } from '../../core/table/status-columns.ts';
import { readConnection } from '../connection-store.ts';
import { isAsRead } from '../look-at-rows.ts';
import { planning } from '../planning.ts';
import { readTabSettings } from '../settings-store.ts';
import { placeStatusColumns } from '../status-columns.ts';
import { busyFailure, withDocumentLock } from './document-lock.ts';
import { closeBook, openBook } from './record-book.ts';
import { concludeEarlierRuns } from './run-log.ts';
import { currentUserAddress, currentUserKey, readRun } from './run-store.ts';
import { openTab, type RunTab, tabIdOf } from './run-tab.ts';
import { rowsOfScope, type ScopedRows } from './scope-rows.ts';
import { type SliceTimes, sendPlanned } from './slice.ts';
import { surveyOf } from './survey-selection.ts';

/** With what and until when rows may be sent, and who is told of the run before its first request leaves. */
interface Sending {
  readonly connection: Connection;
  readonly times: SliceTimes;
  readonly announce: (progress: RunProgress) => void;
}

/** Begins a run, and sends as many of its rows as the time allows; nothing is written before the deletes are agreed to. */
export function startRun(request: StartRequest, times: SliceTimes): Result<StartReply, Failure> {
  const connection = readConnection();
  if (!connection.ok) return connection;
  const sending = { connection: connection.value, times, announce: () => {} };
  const begun = withDocumentLock(() => begin(request, sending));
  if (!begun.ok || begun.value.kind === 'started') return begun as Result<StartReply, Failure>;
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

/** What a run will do, as its rows were read. */
interface RunPlan {
  readonly request: StartRequest;
  readonly tab: RunTab;
  readonly scoped: ScopedRows;
  readonly planned: readonly PlannedRow[];
}

/** A plan whose deletes somebody must agree to. */
interface AskingPlan extends RunPlan {
  readonly kind: 'asks';
  readonly confirmation: DeleteConfirmation;
  /** The selected rows, so that they need not be asked about again. */
  readonly survey: SelectionSurvey | undefined;
}

type Begun = AskingPlan | Extract<StartReply, { readonly kind: 'started' }>;

function begin(request: StartRequest, sending: Sending, tabId = tabIdOf(request)): Result<Begun, Failure> {
  const running = replaceableRun();
  if (!running.ok) return running;
  const tab = openTab(sending.connection.chatbotId, tabId);
  if (!tab.ok) return tab;
  const scoped = rowsOfScope(tab.value, request);
  if (!scoped.ok) return scoped;
  const planned = planning().planRows(scoped.value.rows);
  const plan = { request, tab: tab.value, scoped: scoped.value, planned };
  const confirmation = planning().deleteConfirmation(planned, tab.value.tabName);
  if (confirmation === undefined || confirmation.deleteToken === request.deleteToken)
    return record(plan, running.value, sending);
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
  const { request, tab, confirmation, survey } = asking;
  const running = replaceableRun();
  if (!running.ok) return running;
  const { deleteToken } = confirmation;
  const isSame = isSameConnection && hasSameSettings(tab) && isAsRead(tab);
  const begun = isSame
    ? record(asking, running.value, sending)
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

function record(
  { request, tab, scoped, planned }: RunPlan,
  running: RunRecord | undefined,
  { connection, times, announce }: Sending,
): Result<Extract<StartReply, { readonly kind: 'started' }>, Failure> {
  const places = placeStatusColumns(tab);
  if (!places.ok) return places;
  const { indexes, ...newColumns } = places.value;
  const extent = extentOf(planned, tab);
  const book = openBook(
    newRecord(request, tab, scoped, extent, connection),
    withStatusHeaders(tab, indexes),
    scoped.keyColumnIndexes,
    newColumns,
    () => concludeEarlierRuns(running),
  );
  if (extent.rows > 0) announce(progressOf(book.record, { kind: 'running' }, []));
  const marked = planned.map((row) => withMark(row, book.record.runId));
  const state = sendPlanned(book, marked, connection, times);
  if (state.kind === 'stopped' && book.target.runId === undefined) return failure(state.failure);
  closeBook(book, state);
  return success({ kind: 'started', progress: progressOf(book.record, state, book.problems) });
}

function extentOf(planned: readonly PlannedRow[], { table }: RunTab): RunExtent {
  const sends = planned.flatMap((row) => (row.kind === 'send' ? [row.send] : []));
  return { requests: planning().countRequests(sends), rows: sends.length, columns: table.headers.length };
}

/** A row that must be sent, with the run's mark in its cells; a delete's mark says what was agreed to. */
function withMark(row: PlannedRow, runId: string): PlannedRow {
  if (row.kind === 'settled') return row;
  const agreedDelete = row.send.operation.kind === 'delete' ? row.send.fingerprint : '';
  return { ...row, cells: planning().queuedCells(row, runId, row.action, agreedDelete).cells };
}

/** The tab with the headers of all four columns, those that are still to be made included. */
function withStatusHeaders(tab: RunTab, columns: AllStatusColumnIndexes): RunTab {
  const headers = [...tab.table.headers];
  for (const column of STATUS_COLUMNS) headers[columns[column]] = STATUS_HEADERS[column];
  return { ...tab, table: { ...tab.table, headers } };
}

function newRecord(
  request: StartRequest,
  tab: RunTab,
  scoped: ScopedRows,
  extent: RunExtent,
  { requestsAtOnce }: Connection,
): RunRecord {
  const nowMs = Date.now();
  return {
    runId: `run-${Utilities.getUuid().split('-').join('').slice(0, 12)}`,
    startId: request.startId ?? '',
    action: request.action,
    tabId: tab.tabId,
    tabName: tab.tabName,
    startedBy: currentUserAddress(),
    userKey: currentUserKey(),
    startedAtMs: nowMs,
    lastSignOfLifeMs: nowMs,
    isInSlice: true,
    total: scoped.rows.length,
    hiddenRows: scoped.hiddenRows,
    blankRows: scoped.blankRows,
    cost: planning().costWords(extent, requestsAtOnce),
    counts: {},
    requests: 0,
    retries: 0,
    resumeAtMs: 0,
    chunkSize: firstChunkSize(extent.rows, extent.requests),
    waveWidth: FIRST_WAVE_WIDTH,
    easyWidth: UNTROUBLED_WIDTH,
    fruitlessWaves: 0,
    idleSlices: 0,
    firstProblem: '',
    goneRows: [],
    furtherGoneRows: {},
  };
}
