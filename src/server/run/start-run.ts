/** Begins a run: plans every row, asks about deletes, settles what needs no request, and marks the rest as waiting. */
import type { Connection } from '../../core/connection.ts';
import { failures } from '../../core/failures.ts';
import type { Failure, RunRequest, StartReply } from '../../core/protocol.ts';
import { failure, type Result, success } from '../../core/result.ts';
import { firstChunkSize } from '../../core/run/chunk-size.ts';
import { deleteConfirmation } from '../../core/run/delete-token.ts';
import { type PlannedRow, planRows } from '../../core/run/plan-rows.ts';
import { progressOf } from '../../core/run/progress.ts';
import { queuedCells } from '../../core/run/row-cells.ts';
import { costWords, countRequests } from '../../core/run/run-cost.ts';
import { isAlive, type RunRecord } from '../../core/run/run-record.ts';
import { FIRST_WAVE_WIDTH } from '../../core/run/wave-width.ts';
import { type AllStatusColumnIndexes, STATUS_COLUMNS, STATUS_HEADERS } from '../../core/table/status-columns.ts';
import { readConnection } from '../connection-store.ts';
import { ensureStatusColumns } from '../status-columns.ts';
import { busyFailure, withDocumentLock } from './document-lock.ts';
import { openBook, recordOutcomes } from './record-book.ts';
import { concludeEarlierRuns, concludeRun } from './run-log.ts';
import { currentUserAddress, currentUserKey, readRun } from './run-store.ts';
import { openActiveTab, type RunTab } from './run-tab.ts';
import { rowsOfScope, type ScopedRows } from './scope-rows.ts';

/** Begins a run on the active tab. Nothing is sent, and nothing is written before the deletes are agreed to. */
export function startRun(request: RunRequest): Result<StartReply, Failure> {
  const connection = readConnection();
  if (!connection.ok) return connection;
  return withDocumentLock(() => begin(request, connection.value));
}

function begin(request: RunRequest, connection: Connection): Result<StartReply, Failure> {
  const running = readRun();
  const isOthers = running !== undefined && running.userKey !== currentUserKey();
  if (isOthers && isAlive(running, Date.now())) return failure(busyFailure());
  concludeEarlierRuns(running);
  const tab = openActiveTab(connection.chatbotId);
  if (!tab.ok) return tab;
  const scoped = rowsOfScope(tab.value, request);
  if (!scoped.ok) return scoped;
  const planned = planRows(scoped.value.rows);
  const confirmation = deleteConfirmation(planned, tab.value.tabName);
  if (confirmation !== undefined && confirmation.deleteToken !== request.deleteToken) {
    return request.deleteToken === undefined
      ? success({ kind: 'confirmDeletes', confirmation })
      : failure(failures.deletesChanged());
  }
  return record(request, tab.value, scoped.value, planned);
}

function record(
  request: RunRequest,
  tab: RunTab,
  scoped: ScopedRows,
  planned: readonly PlannedRow[],
): Result<StartReply, Failure> {
  const columns = ensureStatusColumns(tab);
  if (!columns.ok) return columns;
  const sends = planned.flatMap((row) => (row.kind === 'send' ? [row.send] : []));
  const requests = countRequests(sends);
  const book = openBook(
    newRecord(request, tab, scoped, firstChunkSize(sends.length, requests)),
    withStatusHeaders(tab, columns.value),
    scoped.keyColumnIndexes,
    false,
  );
  const settled = planned.flatMap((row) => (row.kind === 'settled' ? [{ row, outcome: row.outcome }] : []));
  const queued = planned.flatMap((row) => {
    if (row.kind === 'settled') return [];
    const agreedDelete = row.send.operation.kind === 'delete' ? row.send.fingerprint : '';
    return [queuedCells(row, book.record.runId, row.action, agreedDelete)];
  });
  const recorded = recordOutcomes(book, settled, queued, 0);
  if (!recorded.ok) return recorded;
  if (queued.length === 0) concludeRun(book.record, 'finished');
  const state = queued.length === 0 ? ({ kind: 'finished' } as const) : ({ kind: 'running' } as const);
  const progress = progressOf(book.record, state, book.problems);
  const cost = costWords(requests);
  return success({ kind: 'started', progress: { ...progress, message: `${progress.message} ${cost}`.trim() } });
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
    firstProblem: '',
    goneRows: [],
  };
}
