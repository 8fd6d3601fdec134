/** Begins a run: plans every row, asks about deletes, settles what needs no request, and marks the rest as waiting. */
import type { Connection } from '../../core/connection.ts';
import { failures } from '../../core/failures.ts';
import type { Failure, RunRequest, StartReply } from '../../core/protocol.ts';
import { failure, type Result, success } from '../../core/result.ts';
import { firstChunkSize, isSentBeforeReadAgain } from '../../core/run/chunk-size.ts';
import type { PlannedRow } from '../../core/run/plan-rows.ts';
import { progressOf, type RunState } from '../../core/run/progress.ts';
import { queuedCells, unchangedCells } from '../../core/run/row-cells.ts';
import { isAlive, type RunRecord } from '../../core/run/run-record.ts';
import { FIRST_WAVE_WIDTH, UNTROUBLED_WIDTH } from '../../core/run/wave-width.ts';
import { type AllStatusColumnIndexes, STATUS_COLUMNS, STATUS_HEADERS } from '../../core/table/status-columns.ts';
import { readConnection } from '../connection-store.ts';
import { planning } from '../planning.ts';
import { ensureStatusColumns } from '../status-columns.ts';
import { busyFailure, withDocumentLock } from './document-lock.ts';
import { closeBook, openBook, type RecordBook, recordOutcomes } from './record-book.ts';
import { concludeEarlierRuns } from './run-log.ts';
import { currentUserAddress, currentUserKey, readRun } from './run-store.ts';
import { openActiveTab, type RunTab } from './run-tab.ts';
import { rowsOfScope, type ScopedRows } from './scope-rows.ts';
import { type SliceTimes, sendPlanned } from './slice.ts';

/**
 * Begins a run on the active tab; nothing is written before the deletes are agreed to. Usually nothing is sent yet either,
 * so that a long run can be announced; a few rows of a large tab are sent at once, since reading it again would take longer.
 */
export function startRun(request: RunRequest, times: SliceTimes): Result<StartReply, Failure> {
  const connection = readConnection();
  if (!connection.ok) return connection;
  return withDocumentLock(() => begin(request, { connection: connection.value, times }));
}

/** With what and until when rows may be sent. */
interface Sending {
  readonly connection: Connection;
  readonly times: SliceTimes;
}

/** The run that the spreadsheet still remembers, and that a new one takes the place of. */
interface Replacing extends Sending {
  readonly running: RunRecord | undefined;
}

function begin(request: RunRequest, sending: Sending): Result<StartReply, Failure> {
  const running = readRun();
  const isOthers = running !== undefined && running.userKey !== currentUserKey();
  if (isOthers && isAlive(running, Date.now())) return failure(busyFailure());
  const tab = openActiveTab(sending.connection.chatbotId);
  if (!tab.ok) return tab;
  const scoped = rowsOfScope(tab.value, request);
  if (!scoped.ok) return scoped;
  const planned = planning().planRows(scoped.value.rows);
  const confirmation = planning().deleteConfirmation(planned, tab.value.tabName);
  if (confirmation !== undefined && confirmation.deleteToken !== request.deleteToken) {
    return request.deleteToken === undefined
      ? success({ kind: 'confirmDeletes', confirmation })
      : failure(failures.deletesChanged());
  }
  return record(request, tab.value, scoped.value, planned, { ...sending, running });
}

function record(
  request: RunRequest,
  tab: RunTab,
  scoped: ScopedRows,
  planned: readonly PlannedRow[],
  { connection, times, running }: Replacing,
): Result<StartReply, Failure> {
  const columns = ensureStatusColumns(tab);
  if (!columns.ok) return columns;
  concludeEarlierRuns(running);
  const sends = planned.flatMap((row) => (row.kind === 'send' ? [row.send] : []));
  const { costWords, countRequests } = planning();
  const requests = countRequests(sends);
  const goesOn = isSentBeforeReadAgain(tab.table, requests);
  const chunkSize = firstChunkSize(sends.length, requests);
  const book = openBook(
    { ...newRecord(request, tab, scoped, chunkSize), isInSlice: goesOn },
    withStatusHeaders(tab, columns.value),
    scoped.keyColumnIndexes,
    false,
  );
  const marked = planned.map((row) => withMark(row, book.record.runId));
  const state = goesOn ? sendPlanned(book, marked, connection, times) : markRows(book, marked);
  if (state.kind === 'stopped' && book.target.runId === undefined) return failure(state.failure);
  closeBook(book, state);
  const progress = progressOf(book.record, state, book.problems);
  const extent = { requests, rows: sends.length, columns: tab.table.headers.length };
  const cost = state.kind === 'running' ? costWords(extent, connection.requestsAtOnce) : '';
  return success({ kind: 'started', progress: { ...progress, message: `${progress.message} ${cost}`.trim() } });
}

/** Writes what needs no request, and marks the other rows as waiting. */
function markRows(book: RecordBook, marked: readonly PlannedRow[]): RunState {
  const settled = marked.flatMap((row) => (row.kind === 'settled' ? [{ row, outcome: row.outcome }] : []));
  const waiting = marked.filter((row) => row.kind === 'send').map(unchangedCells);
  const recorded = recordOutcomes(book, settled, waiting, 0);
  if (!recorded.ok) return { kind: 'stopped', failure: recorded.error };
  book.target = { ...book.target, runId: book.record.runId };
  return { kind: waiting.length === 0 ? 'finished' : 'running' };
}

/** A row that must be sent, with the run's mark in its cells; a delete's mark says what was agreed to. */
function withMark(row: PlannedRow, runId: string): PlannedRow {
  if (row.kind === 'settled') return row;
  const agreedDelete = row.send.operation.kind === 'delete' ? row.send.fingerprint : '';
  return { ...row, cells: queuedCells(row, runId, row.action, agreedDelete).cells };
}

/** The tab with the headers of columns that were created just now. */
function withStatusHeaders(tab: RunTab, columns: AllStatusColumnIndexes): RunTab {
  const headers = [...tab.table.headers];
  for (const column of STATUS_COLUMNS) headers[columns[column]] = STATUS_HEADERS[column];
  return { ...tab, table: { ...tab.table, headers } };
}

function newRecord(request: RunRequest, tab: RunTab, scoped: ScopedRows, chunkSize: number): RunRecord {
  const nowMs = Date.now();
  return {
    runId: `run-${Utilities.getUuid().split('-').join('').slice(0, 12)}`,
    action: request.action,
    tabId: tab.tabId,
    tabName: tab.tabName,
    startedBy: currentUserAddress(),
    userKey: currentUserKey(),
    startedAtMs: nowMs,
    lastSignOfLifeMs: nowMs,
    isInSlice: false,
    total: scoped.rows.length,
    hiddenRows: scoped.hiddenRows,
    blankRows: scoped.blankRows,
    counts: {},
    requests: 0,
    retries: 0,
    resumeAtMs: 0,
    chunkSize,
    waveWidth: FIRST_WAVE_WIDTH,
    easyWidth: UNTROUBLED_WIDTH,
    fruitlessWaves: 0,
    idleSlices: 0,
    firstProblem: '',
    goneRows: [],
    furtherGoneRows: {},
  };
}
