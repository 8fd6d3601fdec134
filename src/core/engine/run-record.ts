/** What is remembered of the run that holds a spreadsheet: who runs what, how far it is, and when it last gave a sign of life. */
import * as v from 'valibot';
import type { Failure, FailureKind } from '../terms/failure.ts';
import { lazySchema } from '../terms/lazy-schema.ts';
import { parseStored } from '../terms/parse-stored.ts';
import { ACTION_NAMES, type Action } from '../words/actions.ts';
import { rowCount } from '../words/counts.ts';
import type { StatusCounts } from '../words/statuses.ts';
import { SYNC_STATUSES, type SyncStatus } from '../words/statuses.ts';
import { UNTROUBLED_WIDTH } from './wave-width.ts';

/** The record; kept as JSON in the document's properties until the run is in the log. */
export interface RunRecord {
  readonly runId: string;
  /** The name its sidebar gave to it; `''` for one that was begun elsewhere. */
  readonly startId: string;
  readonly action: Action;
  /** The chatbot that the rows are sent to; `''` in records of before it was kept. */
  readonly chatbotId: string;
  /** The address of the platform they are sent to; `''` in records of before it was kept. */
  readonly address: string;
  readonly tabId: number;
  readonly tabName: string;
  readonly startedBy: string;
  /** A key of the person that Google gives even where it hides the address. */
  readonly userKey: string;
  readonly startedAtMs: number;
  readonly lastSignOfLifeMs: number;
  /** Whether an execution was under way at the last sign of life. */
  readonly isExecuting: boolean;
  /** How the rows of each action were read when the run began: the planner's `mapping`. */
  readonly mapping: { readonly [Name in Action]?: string };
  readonly total: number;
  readonly hiddenRows: number;
  readonly blankRows: number;
  /** What the run was expected to cost, in words; `''` for a small one. */
  readonly cost: string;
  /** What else is said of it when it has ended: that columns were decided again, or the ledger not believed; `''` mostly. */
  readonly remarks: string;
  readonly counts: StatusCounts;
  /** Rows that were let go because they changed while they waited. */
  readonly changedRows: number;
  /** Confirmed rows that an earlier request may still change: the next run sends them once more. Absent where there are none. */
  readonly openRows?: number;
  readonly requests: number;
  readonly retries: number;
  /** Nothing is sent before this time: the platform, or Google, asked to wait, or nothing comes back; 0 without a pause. */
  readonly resumeAtMs: number;
  /** Until then nobody else may begin: another execution of the run is to come; 0 where none is planned. */
  readonly heldUntilMs: number;
  /** Rows of the next chunk and requests of the next wave, as the run has found them to be good. */
  readonly chunkSize: number;
  readonly waveWidth: number;
  readonly slowStartWidth: number;
  /** Waves in a row that showed nothing of a platform that is well. */
  readonly failedWaves: number;
  /** Executions in a row in which nothing was sent or settled, although nothing had to be waited for. */
  readonly idleExecutions: number;
  /** Rows that were sent to find out whether the platform takes listings without some required fields. */
  readonly probes: number;
  /** What went wrong first, in the words of the row's detail; `''` while nothing did. */
  readonly firstProblem: string;
  /** When it stood aside while another run of its person went on; absent where it never did. */
  readonly asides?: readonly TimeSpan[];
  /** What ended it before its last row; absent where nothing did. */
  readonly stoppedBy?: Failure;
  /** The schedule that began it; absent where a person did. */
  readonly scheduleId?: string;
  /** The run that this one takes back, and when that one began and ended; absent where it is a run of its own. */
  readonly undoes?: UndoneRun;
  /** Outcomes of rows that were gone when they should have been written, as `label: status`; of further ones the number. */
  readonly goneRows: readonly string[];
  readonly furtherGoneRows: StatusCounts;
}

/** From one moment to another, both in ms since 1970. */
export type TimeSpan = readonly [fromMs: number, toMs: number];

/** A run that is taken back: what was sent from its tab meanwhile is what it sent, unless it stood aside then. */
export interface UndoneRun {
  readonly asides?: readonly TimeSpan[];
  readonly runId: string;
  readonly fromMs: number;
  readonly toMs: number;
}

/** A run that holds the spreadsheet. */
export interface RunningView {
  readonly runId: string;
  /** The name its sidebar gave to it; `''` for one that was begun elsewhere. */
  readonly startId: string;
  readonly action: Action;
  readonly tabName: string;
  /** The person who started it, or `''` when the platform does not tell. */
  readonly startedBy: string;
  readonly isMine: boolean;
  /** Rows that the run is through with, as `RunProgress` counts them. */
  readonly done: number;
  readonly total: number;
  /** What the run was expected to cost, in words; `''` for a small one. */
  readonly cost: string;
  /** Outcomes that are in the sheet, and requests they took, retries included. */
  readonly counts: StatusCounts;
  readonly requests: number;
  /** Whether nothing is sent for a while. */
  readonly isPaused?: true;
  /** ISO instant. */
  readonly lastSignOfLife: string;
}

/** Longer than any execution may last: one that has given no sign of life for so long was killed. */
const EXECUTION_LEASE_MS = 7 * 60_000;

/** Between two executions the sidebar calls again at once; if it does not, it was closed. */
const PAUSE_LEASE_MS = 90_000;

/** The clocks of two executions differ by less. */
const CLOCK_DIFFERENCE_MS = 60_000;
/** No run may hold the spreadsheet longer than this after its last sign of life. */
const LONGEST_HOLD_MS = 2 * 60 * 60_000;

const countOfRows = v.pipe(v.number(), v.integer(), v.minValue(0));
const statusCounts = v.pipe(v.record(v.string(), countOfRows), v.transform(toStatusCounts));

/** A kind that this version does not know is one like any other. */
const failureSchema = v.object({
  kind: v.custom<FailureKind>((kind) => typeof kind === 'string'),
  message: v.string(),
  nextStep: v.string(),
});

const timeSpans = v.array(v.tuple([v.number(), v.number()]));

/** The record as it is stored. */
export const RUN_RECORD_SCHEMA = lazySchema(() =>
  v.object({
    runId: v.string(),
    startId: v.optional(v.string(), ''),
    action: v.picklist(ACTION_NAMES),
    chatbotId: v.optional(v.string(), ''),
    address: v.optional(v.string(), ''),
    tabId: v.number(),
    tabName: v.string(),
    startedBy: v.string(),
    userKey: v.string(),
    startedAtMs: v.number(),
    lastSignOfLifeMs: v.number(),
    isExecuting: v.boolean(),
    mapping: v.optional(v.record(v.picklist(ACTION_NAMES), v.string()), {}),
    total: countOfRows,
    hiddenRows: countOfRows,
    blankRows: countOfRows,
    cost: v.optional(v.string(), ''),
    remarks: v.optional(v.string(), ''),
    counts: statusCounts,
    changedRows: v.optional(countOfRows, 0),
    openRows: v.exactOptional(countOfRows),
    requests: countOfRows,
    retries: countOfRows,
    resumeAtMs: v.number(),
    heldUntilMs: v.optional(v.number(), 0),
    chunkSize: countOfRows,
    waveWidth: countOfRows,
    slowStartWidth: v.optional(countOfRows, UNTROUBLED_WIDTH),
    failedWaves: v.optional(countOfRows, 0),
    idleExecutions: v.optional(countOfRows, 0),
    probes: v.optional(countOfRows, 0),
    firstProblem: v.string(),
    stoppedBy: v.exactOptional(failureSchema),
    scheduleId: v.exactOptional(v.string()),
    asides: v.exactOptional(timeSpans),
    undoes: v.exactOptional(
      v.object({ runId: v.string(), fromMs: v.number(), toMs: v.number(), asides: v.exactOptional(timeSpans) }),
    ),
    goneRows: v.array(v.string()),
    furtherGoneRows: v.optional(statusCounts, {}),
  }),
);

/** Reads a stored record; `undefined` when there is none or it is not one. */
export function parseRunRecord(text: string | null): RunRecord | undefined {
  return parseStored(RUN_RECORD_SCHEMA, text);
}

/** Whether the run may still be going on; an abandoned one holds nobody up. */
export function isAlive(record: RunRecord, nowMs: number): boolean {
  const leaseMs = record.isExecuting ? EXECUTION_LEASE_MS : PAUSE_LEASE_MS;
  const { lastSignOfLifeMs, resumeAtMs, heldUntilMs } = record;
  // A sign of life from the future comes from a clock that was wrong: such a record locks nobody out.
  if (lastSignOfLifeMs - nowMs > CLOCK_DIFFERENCE_MS) return false;
  const heldMs = Math.min(Math.max(resumeAtMs, heldUntilMs), lastSignOfLifeMs + LONGEST_HOLD_MS);
  return nowMs - Math.max(lastSignOfLifeMs, heldMs) < leaseMs;
}

/** Whether the run waits for a time before it sends again. */
export function isPausing({ resumeAtMs, lastSignOfLifeMs }: RunRecord): boolean {
  return resumeAtMs > lastSignOfLifeMs;
}

/** The run that stands aside from now on; it is not known until when. */
export function steppedAside(record: RunRecord, nowMs: number): RunRecord {
  return { ...record, asides: [...(record.asides ?? []), [nowMs, Number.MAX_SAFE_INTEGER]] };
}

/** The run that goes on, having stood aside. */
export function steppedBack(record: RunRecord, nowMs: number): RunRecord {
  const { asides = [] } = record;
  return { ...record, asides: asides.map(([fromMs, toMs]) => [fromMs, Math.min(toMs, nowMs)]) };
}

/** Rows that the run is through with: those with an outcome, and those that it let go because they changed. */
export function doneRows({ counts, changedRows }: RunRecord): number {
  return rowCount(counts) + changedRows;
}

/** Grows with every request that was sent and every outcome that was written. */
export function headwayOf(record: RunRecord): number {
  return record.requests + doneRows(record) - goneRowCount(record);
}

/** Rows that have an outcome but were gone when it should have been written. */
export function goneRowCount({ goneRows, furtherGoneRows }: RunRecord): number {
  return goneRows.length + rowCount(furtherGoneRows);
}

/** The record with further outcomes. Where people copied waiting rows there may be more outcomes than the run had rows. */
export function withOutcomes(record: RunRecord, statuses: readonly SyncStatus[]): RunRecord {
  const counted = { ...record, counts: addToCounts(record.counts, statuses) };
  return { ...counted, total: Math.max(record.total, doneRows(counted)) };
}

/** The record with the outcome of a row that was gone; a record must fit into 9 kB, so only the first rows are named. */
export function withGoneRow(record: RunRecord, label: string, status: SyncStatus): RunRecord {
  const { goneRows, furtherGoneRows } = record;
  return goneRows.length < MAX_NAMED_GONE_ROWS
    ? { ...record, goneRows: [...goneRows, `${label.slice(0, MAX_LABEL_LENGTH)}: ${status}`] }
    : { ...record, furtherGoneRows: addToCounts(furtherGoneRows, [status]) };
}

const MAX_NAMED_GONE_ROWS = 30;
const MAX_LABEL_LENGTH = 40;

/** The counts with the given outcomes added. */
export function addToCounts(counts: StatusCounts, statuses: readonly SyncStatus[]): StatusCounts {
  const next: { [Status in SyncStatus]?: number } = { ...counts };
  for (const status of statuses) next[status] = (next[status] ?? 0) + 1;
  return next;
}

/** How far a run is between two checkpoints: rows it is through with, be it written or not, and requests. */
export interface Reached {
  readonly done: number;
  readonly requests: number;
}

const REACHED_SCHEMA = lazySchema(() => v.object({ runId: v.string(), done: countOfRows, requests: countOfRows }));

/** How far a run has noted that it is; `undefined` where nothing was noted, or about another run. */
export function parseReached(text: string | null, runId: string): Reached | undefined {
  const said = parseStored(REACHED_SCHEMA, text);
  return said?.runId === runId ? said : undefined;
}

/** The record as the sidebar may see it, with what was reached since it was kept. */
export function runningView(record: RunRecord, userKey: string, reached?: Reached): RunningView {
  return {
    runId: record.runId,
    startId: record.startId,
    action: record.action,
    tabName: record.tabName,
    startedBy: record.startedBy,
    isMine: record.userKey === userKey,
    done: Math.max(doneRows(record), reached?.done ?? 0),
    total: record.total,
    cost: record.cost,
    counts: record.counts,
    requests: Math.max(record.requests, reached?.requests ?? 0),
    ...(isPausing(record) ? { isPaused: true as const } : {}),
    lastSignOfLife: new Date(record.lastSignOfLifeMs).toISOString(),
  };
}

function toStatusCounts(counts: Readonly<Record<string, number>>): StatusCounts {
  const known: { [Status in SyncStatus]?: number } = {};
  for (const { status } of SYNC_STATUSES) {
    const count = counts[status];
    if (count !== undefined) known[status] = count;
  }
  return known;
}
