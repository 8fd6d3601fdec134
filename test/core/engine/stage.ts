/** A sheet, a platform and a clock that carry out what a run asks for, and remember it: a run without an emulator. */

import type { Batch } from '../../../src/core/actions/batch.ts';
import { fingerprintOf } from '../../../src/core/actions/fingerprint.ts';
import { beginCreates, endCreates, type OpenCreates } from '../../../src/core/actions/open-creates.ts';
import type { Operation } from '../../../src/core/actions/operation.ts';
import { remoteIdentity } from '../../../src/core/actions/operation-facts.ts';
import type { RowPlanner } from '../../../src/core/actions/row-planner.ts';
import { updateOf } from '../../../src/core/actions/sync-listings/update-operation.ts';
import type { Answers, Command, Engine, WrittenRows } from '../../../src/core/engine/commands.ts';
import { planRun } from '../../../src/core/engine/plan-run.ts';
import type { WaitingRun } from '../../../src/core/engine/run.ts';
import type { RunRecord } from '../../../src/core/engine/run-record.ts';
import { collectRunRows, isQueuedRow, type RunRows } from '../../../src/core/engine/run-rows.ts';
import type { WaveAnswer } from '../../../src/core/engine/send-queue.ts';
import { tabKeysOf } from '../../../src/core/engine/tab-keys.ts';
import { type KnownKeys, knownKeysOf } from '../../../src/core/ledger/known-keys.ts';
import { type Ledger, readLedger, withChange } from '../../../src/core/ledger/ledger.ts';
import { ledgerKey, ledgerPlace } from '../../../src/core/ledger/ledger-line.ts';
import { parseMarkCell, plannedKey } from '../../../src/core/own-cells/mark-cell.ts';
import { settledOutcome } from '../../../src/core/own-cells/outcome.ts';
import { isUnderWay, type StatusWrite } from '../../../src/core/own-cells/row-cells.ts';
import { type StatusCells, statusCellsOf } from '../../../src/core/own-cells/status-columns.ts';
import type { ApiErrorKind } from '../../../src/core/platform/errors.ts';
import type { Table, TableRow } from '../../../src/core/sheet/table.ts';
import type { Failure } from '../../../src/core/terms/failure.ts';
import type { Result } from '../../../src/core/terms/result.ts';
import type { Action } from '../../../src/core/words/actions.ts';
import { SERIAL } from './rows.ts';

export const OWN = { mark: 1, status: 2, detail: 3, syncedAt: 4 };
const HEADERS = ['Key', 'Sync mark', 'Sync status', 'Sync detail', 'Synced at'];
export const NO_CELLS: StatusCells = { status: '', detail: '', syncedAt: '', mark: '' };

/** A row of the sheet; row 2 is the first. Its key says what becomes of it: `bad…` is Invalid, `no…` is Skipped. */
export interface SheetRow {
  key: string;
  cells: StatusCells;
}

/** What the world does; all is well where nothing is said. Counted from 1. */
export interface Script {
  /** Creates of earlier runs without a clear answer. */
  readonly openCreates?: OpenCreates;
  /** Keys whose content a sync has confirmed, in 1970, and keys whose requests are open with other content. */
  readonly confirmed?: readonly string[];
  /** As another run has left it. */
  readonly ledger?: Ledger;
  readonly open?: readonly string[];
  readonly startMs?: number;
  readonly sendMs?: number;
  /** The answer to a request, which is the so many-th of the stage. */
  readonly answer?: (batch: Batch, requestNumber: number) => WaveAnswer | undefined;
  /** Why a checkpoint fails. */
  readonly refuses?: (checkpointNumber: number) => Failure | undefined;
  /** What people lose by a checkpoint, though all of it is written. */
  readonly loses?: (checkpointNumber: number) => Failure | undefined;
  /** What a checkpoint has to say besides. */
  readonly notes?: (checkpointNumber: number) => string | undefined;
  /** What people do to the rows just before a checkpoint. */
  readonly beforeCheckpoint?: (rows: SheetRow[], checkpointNumber: number) => void;
  readonly isCancelled?: (look: 'glance' | 'certain' | 'wait', lookNumber: number) => boolean;
}

/** Everything that a run meets. */
export interface Stage {
  readonly rows: SheetRow[];
  /** What was done, in words. */
  readonly log: string[];
  readonly commands: Command[];
  readonly nowMs: () => number;
  /** Creates that have left and of which no outcome is written. */
  readonly openCreates: () => OpenCreates;
  readonly ledger: () => Ledger;
  readonly answerTo: (command: Command) => unknown;
}

export function openStage(rows: readonly SheetRow[], script: Script = {}): Stage {
  const sheet = rows.map((row) => ({ ...row }));
  const log: string[] = [];
  const commands: Command[] = [];
  let nowMs = script.startMs ?? 0;
  let [requests, checkpoints, looks] = [0, 0, 0];
  let openCreates: OpenCreates = script.openCreates ?? {};
  let ledger = script.ledger ?? ledgerWith(script.confirmed ?? [], script.open ?? []);
  const isCancelled = (look: 'glance' | 'certain' | 'wait') => script.isCancelled?.(look, ++looks) === true;

  function checkpoint({
    writes,
    ledger: change,
    runId,
  }: Extract<Command, { kind: 'checkpoint' }>): Result<WrittenRows, Failure> {
    checkpoints += 1;
    nowMs += 500;
    const error = script.refuses?.(checkpoints);
    log.push(`${error === undefined ? 'write' : 'fail to write'}${writes.map(writeWords).join(',')}`);
    script.beforeCheckpoint?.(sheet, checkpoints);
    if (error === undefined) ({ ledger } = withChange(ledger, change));
    if (error !== undefined) return { ok: false, error };
    const loss = script.loses?.(checkpoints);
    const note = script.notes?.(checkpoints);
    return { ok: true, value: { ...placed(sheet, writes, runId), ...(loss && { loss }), ...(note && { note }) } };
  }

  function send({ batches }: Extract<Command, { kind: 'send' }>): Answers['send'] {
    nowMs += script.sendMs ?? 1_000;
    log.push(`send ${batches.map(batchWords).join(', ')}`);
    const answers = batches.map((batch) => script.answer?.(batch, ++requests) ?? well(batch));
    return { answers, nowMs, random: 0.5 };
  }

  function answerTo(command: Command): unknown {
    commands.push(command);
    switch (command.kind) {
      case 'clock':
        return nowMs;
      case 'wallTime':
        return '2026-11-21 09:30:00';
      case 'checkpoint':
        return checkpoint(command);
      case 'send':
        return send(command);
      case 'wait':
        log.push(`wait ${command.waitMs}`);
        nowMs += command.waitMs;
        return { isCancelled: isCancelled('wait') };
      case 'isCancelWished':
        return isCancelled(command.look);
      case 'concludeRun':
        log.push(`conclude: ${command.end}`);
        return null;
      case 'saveFieldAnswers':
        log.push(
          `keep answers: ${command.answers.accepted.length} accepted, ${command.answers.refused.length} refused`,
        );
        return null;
      case 'beginCreates': {
        const begun = beginCreates(openCreates, SERIAL, command.mlsNumbers, nowMs);
        openCreates = begun.open;
        log.push(`note ${command.mlsNumbers.join(', ')}: ${begun.leaves.join(', ')}`);
        return begun.leaves;
      }
      case 'endCreates':
        openCreates = endCreates(openCreates, SERIAL, command.mlsNumbers);
        log.push(`forget ${command.mlsNumbers.join(', ')}`);
        return null;
      case 'announce':
      case 'logEarlierRun':
      case 'saveRecord':
        log.push(WORDS[command.kind]);
        return null;
      default:
        return command satisfies never;
    }
  }

  return {
    rows: sheet,
    log,
    commands,
    nowMs: () => nowMs,
    openCreates: () => openCreates,
    ledger: () => ledger,
    answerTo,
  };
}

const WORDS = { announce: 'announce', logEarlierRun: 'log earlier run', saveRecord: 'save' } as const;

/** Carries a run out to its end, or until the execution is killed instead of being answered once more. */
export function play<T>(run: Engine<T>, stage: Stage, mostCommands = 10_000): T {
  let step = run.next();
  for (let count = 0; step.done !== true; count += 1) {
    if (count >= mostCommands) throw new Error('The execution was killed.');
    step = run.next(stage.answerTo(step.value));
  }
  return step.value;
}

/** Rows with these keys that nobody has sent. */
export function freshRows(...keys: readonly string[]): readonly SheetRow[] {
  return keys.map((key) => ({ key, cells: NO_CELLS }));
}

/** What the rows say: the status, and what of the mark is not a fingerprint. */
export function saidBy({ rows }: Stage): readonly string[] {
  return rows.map(({ cells }) => [cells.status, ...markWords(cells.mark)].join(' | '));
}

export function tableOf(rows: readonly SheetRow[]): Table {
  const tableRows = rows.map(({ key, cells }, index): TableRow => {
    const values = [key, cells.mark, cells.status, cells.detail, cells.syncedAt];
    return { rowNumber: index + 2, values, texts: [] };
  });
  return { headers: HEADERS, headerRowNumber: 1, rows: tableRows, sampleRows: tableRows };
}

export const PLACE = ledgerPlace('https://usapi.hottask.com', 'c0ffee');

function ledgerWith(confirmed: readonly string[], open: readonly string[]): Ledger {
  const settled = confirmed.map((text) => {
    const operation = operationOf('sync', text);
    const line = { state: 'confirmed', operation: 'update', fingerprint: fingerprintOf(operation) } as const;
    return { line: { ...line, atMs: 0, tabId: 7, place: PLACE, name: remoteIdentity(operation) }, body: '' };
  });
  const opened = open.map((text) => {
    const key = ledgerKey({ place: PLACE, name: remoteIdentity(operationOf('sync', text)) });
    return { key, content: '01234567' };
  });
  return withChange(readLedger([], undefined, 'file'), { settled, closed: [], opened }).ledger;
}

/** What is known of the keys when a run is planned. */
export function knownBy(stage: Stage): KnownKeys {
  return knownKeysOf(stage.ledger(), {
    place: PLACE,
    tabId: 7,
    holderOf: () => undefined,
    nowMs: stage.nowMs(),
    believedDays: 30,
    dayOf: () => '21 Nov',
  });
}

/** The rows of a run that begins, planned as a run over all rows of the tab does it. */
export function plannedRows(
  stage: Stage,
  action: Action = 'sync',
  adapted: (planner: RowPlanner) => RowPlanner = (planner) => planner,
) {
  const { rows } = collect(tableOf(stage.rows).rows, action, false);
  const planned = rows.map((row) => ({ ...row, planner: adapted(row.planner) }));
  return planRun(planned, 'tab', knownBy(stage));
}

/** The run as another execution takes it up. */
export function waitingRun(stage: Stage, record: RunRecord, change: Partial<WaitingRun> = {}): WaitingRun {
  const table = tableOf(stage.rows);
  const queued = table.rows.filter((row) => isQueuedRow(statusCellsOf(row, OWN), record.runId));
  return {
    record,
    rows: collect(queued, record.action, true),
    hasMore: false,
    isForOther: false,
    tab: tabKeysOf(() => table.rows, OWN, record.runId),
    known: knownBy(stage),
    ...change,
  };
}

function collect(rows: readonly TableRow[], action: Action, keepsMarks: boolean): RunRows {
  const collected = collectRunRows(rows, OWN, action, (one) => ({ ok: true, value: plannerOf(one) }), keepsMarks);
  if (!collected.ok) throw new Error(collected.error.message);
  return collected.value;
}

function plannerOf(action: Action): RowPlanner {
  const textOf = ({ values }: TableRow) => String(values[0] ?? '');
  return {
    mapping: 'as planned',
    keyColumnIndexes: [0],
    keyOf: (row: TableRow) => textOf(row).split('.')[0] ?? '',
    labelOf: textOf,
    readColumnIndexes: [0],
    hidesLinks: false,
    needsText: () => false,
    plan: (row) => {
      const key = textOf(row);
      if (key.startsWith('bad')) return { kind: 'settled', outcome: settledOutcome('Invalid', 'It is bad.') };
      if (key.startsWith('no')) return { kind: 'settled', outcome: settledOutcome('Skipped', 'It says no.') };
      return { kind: 'send', operation: operationOf(action, key), notes: [] };
    },
  };
}

/** What is sent for a key. Push: the ID is the number in it. Keys that differ in what follows a point are one listing. */
export function operationOf(action: Action, text: string): Operation {
  const [key = '', version = ''] = text.split('.');
  switch (action) {
    case 'push':
      return { kind: 'push', serialNumber: SERIAL, row: { ID: Number(key.slice(1)), Data: { version } } };
    case 'sync':
      return updateOf({ SerialNumber: SERIAL, Key: key, KeyType: 'MLSNumber', ...(version && { City: version }) });
    case 'create':
      return {
        ...updateOf({ SerialNumber: SERIAL, Key: key, KeyType: 'MLSNumber', ...(version && { City: version }) }),
        ifMissing: { serialNumber: SERIAL, mlsNumber: key, does: 'create' },
      };
    case 'delete':
      return { kind: 'delete', serialNumber: SERIAL, key, keyType: 'MLSNumber' };
    default:
      return action satisfies never;
  }
}

/** The mark of a row that waits in `run-1` under a key. */
export function waitingMark(key: string, action: Action = 'sync', after = ''): string {
  return `run-1 ${action} k1:${plannedKey(remoteIdentity(operationOf(action, key)))}${after}`;
}

/** The answer of a platform that has everything. */
export function well({ call, rows }: Batch): WaveAnswer {
  const isRepeated = false;
  switch (call.endpoint) {
    case 'updateListing':
      return { isRepeated, result: { ok: true, value: { endpoint: 'updateListing', updatedCount: 1 } } };
    case 'createListing':
      return { isRepeated, result: { ok: true, value: { endpoint: 'createListing' } } };
    case 'listListings':
      return { isRepeated, result: { ok: true, value: { endpoint: 'listListings', page: { listings: [] } } } };
    case 'deleteListings':
      return { isRepeated, result: { ok: true, value: { endpoint: 'deleteListings', deletedCount: rows.length } } };
    case 'updateRows': {
      const updatedIds = call.body.rows.map((row) => row.ID);
      return { isRepeated, result: { ok: true, value: { endpoint: 'updateRows', updatedIds } } };
    }
    case 'getSource':
      throw new Error('No row is sent there.');
    default:
      return call satisfies never;
  }
}

export function error(kind: ApiErrorKind, retryAfterMs?: number): WaveAnswer {
  const wait = retryAfterMs === undefined ? {} : { retryAfterMs };
  return { result: { ok: false, error: { kind, message: `It is ${kind}`, ...wait } }, isRepeated: false };
}

/** Writes into rows that are found again by key and mark, like the server does. */
function placed(rows: SheetRow[], writes: readonly StatusWrite[], runId: string | undefined): WrittenRows {
  const unplaced: number[] = [];
  let hasMoved = false;
  for (const { rowNumber, identity, cells } of writes) {
    const isMeant = ({ key, cells: now }: SheetRow) =>
      (`key\u00000\u0000${key}` === identity || (key === '' && identity.startsWith('all\u0000'))) &&
      (runId === undefined || parseMarkCell(now.mark).mark?.runId === runId);
    const there = rows[rowNumber - 2];
    const row = there !== undefined && isMeant(there) ? there : rows.find(isMeant);
    hasMoved ||= row === undefined || row !== there;
    if (row === undefined) unplaced.push(rowNumber);
    else row.cells = { ...row.cells, ...cells };
  }
  return { unplaced, hasMoved };
}

function writeWords({ rowNumber, cells }: StatusWrite): string {
  const { status, mark: text } = cells;
  const mark = text === undefined ? [] : markWords(text);
  const words = [...(status === undefined ? [] : [status === '' ? 'blank' : status]), ...mark];
  return ` ${rowNumber} ${words.length === 0 ? 'no mark' : words.join(' | ')}`;
}

/** What a mark says; a row that is under way says *Sending* anyway. */
function markWords(text: string): readonly string[] {
  const { mark } = parseMarkCell(text);
  if (mark === undefined) return [];
  const tried = [mark.attempts > 0 ? ` try${mark.attempts}` : '', mark.isUnclear ? ' unclear' : ''].join('');
  const name = mark.runId === '' ? 'retry' : isUnderWay({ ...NO_CELLS, mark: text }) ? 'sending' : 'waits';
  return [`${name}${tried}`];
}

function batchWords({ rows }: Batch): string {
  return rows
    .map(({ operation }) => {
      if (operation.kind === 'push') return `K${operation.row.ID}`;
      const { kind, key } = operation;
      return kind === 'lookUp' || kind === 'create' ? `${kind} ${key}` : key;
    })
    .join('+');
}
