/** Carries out what was planned: marks all rows that must be sent, and sends them. */

import { needsConsent } from '../../core/actions/operation-facts.ts';
import { firstChunkSize } from '../../core/engine/chunk-size.ts';
import { disputedRows } from '../../core/engine/disputed-rows.ts';
import type { PlannedRow } from '../../core/engine/plan-rows.ts';
import type { RunProgress } from '../../core/engine/progress.ts';
import { progressOf } from '../../core/engine/progress.ts';
import type { RunExtent } from '../../core/engine/run-cost.ts';
import { costWords, countRequests } from '../../core/engine/run-cost.ts';
import type { RunRecord } from '../../core/engine/run-record.ts';
import type { StartReply, StartRequest } from '../../core/engine/run-request.ts';
import { FIRST_WAVE_WIDTH, UNTROUBLED_WIDTH } from '../../core/engine/wave-width.ts';
import { queuedCells } from '../../core/own-cells/row-cells.ts';
import type { AllStatusColumnIndexes } from '../../core/own-cells/status-columns.ts';
import type { Connection } from '../../core/settings/connection.ts';
import type { Failure } from '../../core/terms/failure.ts';
import { failure, type Result, success } from '../../core/terms/result.ts';
import { STATUS_COLUMNS, STATUS_HEADERS } from '../../core/words/own-headers.ts';
import { placeStatusColumns } from '../services/own-columns.ts';
import { currentUserAddress, currentUserKey } from '../services/run-store.ts';
import { closeBook, openBook } from './record-book.ts';
import { concludeEarlierRuns } from './run-log.ts';
import type { RunTab } from './run-tab.ts';
import type { ScopedRows } from './scope-rows.ts';
import { type SliceTimes, sendPlanned } from './slice.ts';

/** What a run will do, as its rows were read. */
export interface RunPlan {
  readonly request: StartRequest;
  readonly tab: RunTab;
  readonly scoped: ScopedRows;
  readonly planned: readonly PlannedRow[];
}

/** With what and until when rows may be sent, and who is told of the run before its first request leaves. */
export interface Sending {
  readonly connection: Connection;
  readonly times: SliceTimes;
  readonly announce: (progress: RunProgress) => void;
}

/** A run that has begun. */
export type StartedRun = Extract<StartReply, { readonly kind: 'started' }>;

/**
 * Carries out a plan for as long as the time allows; fails where not even its first rows could be written.
 *
 * @param running The run of this person that the spreadsheet still remembers; it ends with the first rows of this one.
 */
export function carryOut(
  { request, tab, scoped, planned }: RunPlan,
  running: RunRecord | undefined,
  { connection, times, announce }: Sending,
): Result<StartedRun, Failure> {
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
  const disputed = disputedRows(planned, tab.table, scoped.keyColumnIndexes);
  const state = sendPlanned(book, marked, connection, times, { emptied: [], disputed });
  if (state.kind === 'stopped' && book.target.runId === undefined) return failure(state.failure);
  closeBook(book, state);
  return success({ kind: 'started', progress: progressOf(book.record, state, book.problems) });
}

function extentOf(planned: readonly PlannedRow[], { table }: RunTab): RunExtent {
  const sends = planned.flatMap((row) => (row.kind === 'send' ? [row.send] : []));
  return { requests: countRequests(sends), rows: sends.length, columns: table.headers.length };
}

/** A row that must be sent, with the run's mark in its cells; a delete's mark says what was agreed to. */
function withMark(row: PlannedRow, runId: string): PlannedRow {
  if (row.kind === 'settled') return row;
  const { operation, fingerprint, isUnclear } = row.send;
  const agreedDelete = needsConsent(operation) ? fingerprint : '';
  return { ...row, cells: queuedCells(row, { runId, action: row.action, agreedDelete, isUnclear }).cells };
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
  { chatbotId, requestsAtOnce }: Connection,
): RunRecord {
  const nowMs = Date.now();
  return {
    runId: `run-${Utilities.getUuid().split('-').join('').slice(0, 12)}`,
    startId: request.startId ?? '',
    action: request.action,
    chatbotId,
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
    cost: costWords(extent, requestsAtOnce),
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
