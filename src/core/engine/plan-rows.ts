/** Plans a run: what becomes of every row, before anything is sent. */

import type { SendRow } from '../actions/batch.ts';
import { fingerprintOf, lastingFingerprintOf } from '../actions/fingerprint.ts';
import type { Operation } from '../actions/operation.ts';
import { kindOf, needsConsent, remoteIdentity } from '../actions/operation-facts.ts';
import type { RowPlanner, Step } from '../actions/row-planner.ts';
import { takenBackWords } from '../actions/verdict.ts';
import type { KnownKeys } from '../ledger/known-keys.ts';
import type { KnownKey } from '../ledger/ledger.ts';
import type { LedgerLine } from '../ledger/ledger-line.ts';
import { contentTag } from '../ledger/open-tries.ts';
import { type MarkCell, parseMarkCell, type QueueMark, triedContent } from '../own-cells/mark-cell.ts';
import { type RowOutcome, settledOutcome } from '../own-cells/outcome.ts';
import { cellsOfKey, isUnclearRow } from '../own-cells/row-cells.ts';
import type { StatusCells } from '../own-cells/status-columns.ts';
import type { TableRow } from '../sheet/table.ts';
import { clipText } from '../terms/clip-text.ts';
import type { Action } from '../words/actions.ts';

const LONGEST_SUBJECT = 60;

/** A row that belongs to the run, with its planner (a retry run can mix actions) and its own cells as they stand. */
export interface RunRow {
  readonly row: TableRow;
  readonly action: Action;
  readonly planner: RowPlanner;
  readonly identity: string;
  readonly cells: StatusCells;
}

/** A row with its outcome, or with what to send. */
export type PlannedRow = RunRow &
  ({ readonly kind: 'settled'; readonly outcome: RowOutcome } | { readonly kind: 'send'; readonly send: SendRow });

/** A planned row that is to be sent. */
export type SendableRow = Extract<PlannedRow, { kind: 'send' }>;

/** Whether a planned row is to be sent. */
export function isSendable(row: PlannedRow): row is SendableRow {
  return row.kind === 'send';
}

/**
 * Plans the rows in order. Where two rows speak of the same listing or chatbot row, the first one that holds the key claims
 * it, whatever becomes of it: a typing error must not let another row take its place. The others are Invalid and name it.
 * A row whose content is what the platform confirmed last for its key, and whose status was not cleared, is Unchanged.
 */
export function planRows(rows: readonly RunRow[], known: KnownKeys): readonly PlannedRow[] {
  const claims = new Map<string, RunRow>();
  return rows.map((read) => {
    const step = read.planner.plan(read.row);
    const name = step.kind === 'settled' ? read.planner.keyOf(read.row) : remoteIdentity(step.operation);
    const runRow = asOfItsKey(read, name);
    const first = claims.get(name);
    if (first === undefined && name !== '') claims.set(name, runRow);
    if (step.kind === 'settled') return settledRow(runRow, step.outcome);
    return first === undefined
      ? planSend(runRow, step, name, known)
      : planDuplicate(runRow, step.operation, nameOf(first));
  });
}

/** The row with the cells that are its own: what stands in them may have been said of another key. */
export function asOfItsKey(runRow: RunRow, name: string): RunRow {
  const cells = cellsOfKey(runRow.cells, runRow.action, () => name);
  return cells === runRow.cells ? runRow : { ...runRow, cells };
}

/**
 * A row that asks to be sent, unless the platform has confirmed just that.
 *
 * @param name Its operation's `remoteIdentity`.
 */
export function planSend(
  runRow: RunRow,
  step: Extract<Step, { kind: 'send' }>,
  name: string,
  known: KnownKeys,
): PlannedRow {
  const { cells, planner } = runRow;
  const fingerprint = fingerprintOf(step.operation, planner.address);
  const confirmedMs = cells.status === '' ? undefined : known.confirmedMs(name, fingerprint);
  if (confirmedMs !== undefined) return settledRow(runRow, unchangedOutcome(step.operation, known.dayOf(confirmedMs)));
  const key = known.of(name);
  if (cells.status !== '' && key.line?.state === 'taken-back' && isOf(key.line, step.operation, planner))
    return settledRow(runRow, settledOutcome('Skipped', takenBackWords(known.dayOf(key.line.atMs))));
  const holder = known.holderOf(name);
  if (holder !== undefined) return planDuplicate(runRow, step.operation, capitalized(holder));
  const marked = parseMarkCell(cells.mark);
  if (step.unlessKnown !== undefined && !mayBeKnown(key, marked, cells)) return settledRow(runRow, step.unlessKnown);
  return sendableRow(runRow, step, fingerprint, marked.mark, key.tried);
}

/**
 * The row with what to send, and what earlier tries of it were.
 *
 * @param tried The content of the key's open try, if there is one.
 */
function sendableRow(
  { row, action, planner, identity, cells }: RunRow,
  { operation, notes, derived, why, takesBack }: Extract<Step, { kind: 'send' }>,
  fingerprint: string,
  mark: QueueMark | undefined,
  tried: string | undefined,
): SendableRow {
  const tries = triesBefore(cells, operation, fingerprint, mark, tried);
  const planned: SendRow = {
    rowNumber: row.rowNumber,
    identity,
    operation,
    fingerprint,
    isUnclear: tries.isUnclear,
    hasOtherTry: tries.hasOtherTry,
    ...(tries.wasOpen && { wasOpen: tries.wasOpen }),
    attempts: mark?.attempts ?? 0,
    notes,
    derived: derived ?? [],
  };
  const isPlain = why === undefined && takesBack === undefined;
  const send = isPlain ? planned : { ...planned, ...(why && { why }), ...(takesBack && { takesBack }) };
  // Named one by one: spreading costs a microsecond, which a hundred thousand rows would feel.
  return { row, action, planner, identity, cells, kind: 'send', send };
}

type EarlierTries = Pick<SendRow, 'isUnclear' | 'hasOtherTry' | 'wasOpen'>;

/**
 * What earlier tries without a clear answer mean for this one: whether one of this very content may have arrived, and whether one
 * of other content may yet arrive and undo it.
 *
 * @param tried The content of the key's open try, if there is one.
 */
function triesBefore(
  cells: StatusCells,
  operation: Operation,
  fingerprint: string,
  mark: QueueMark | undefined,
  tried: string | undefined,
): EarlierTries {
  const wasTried = isUnclearRow(cells) || mark?.isUnclear === true;
  if (!wasTried && tried === undefined) return NOT_TRIED;
  const isSameDelete = needsConsent(operation) && tried === contentTag(fingerprint);
  const isOther = wasTried && mark?.tried !== triedContent(fingerprint);
  const isOtherByKey = tried !== undefined && tried !== contentTag(fingerprint);
  return {
    isUnclear: isSameDelete || (wasTried && isOwnTry(operation, fingerprint, mark)),
    hasOtherTry: mayBeUndone(operation) && (isOther || isOtherByKey),
    wasOpen: true,
  };
}

const NOT_TRIED: EarlierTries = { isUnclear: false, hasOtherTry: false };

/** Whether it is this content that a person took back, whatever week it is. */
function isOf({ fingerprint }: LedgerLine, operation: Operation, { address }: RowPlanner): boolean {
  return fingerprint === lastingFingerprintOf(operation, address);
}

/** Whether the platform may have the row: something was confirmed, or may have arrived. */
function mayBeKnown({ isNamed, tried }: KnownKey, { isConfirmed, mark }: MarkCell, cells: StatusCells): boolean {
  return isNamed || tried !== undefined || isConfirmed || isUnclearRow(cells) || mark?.isUnclear === true;
}

/** Whether an earlier try was for the same: one for another listing, or an update, says nothing of a delete. */
function isOwnTry(operation: Operation, fingerprint: string, mark: QueueMark | undefined): boolean {
  return !needsConsent(operation) || mark?.agreedDelete === fingerprint;
}

/** Whether a late request of other content would undo it; what is deleted is not brought back by an update. */
function mayBeUndone(operation: Operation): boolean {
  return !needsConsent(operation);
}

/** A row with an outcome. */
export function settledRow({ row, action, planner, identity, cells }: RunRow, outcome: RowOutcome): PlannedRow {
  return { row, action, planner, identity, cells, kind: 'settled', outcome };
}

function unchangedOutcome(operation: Operation, day: string): RowOutcome {
  const { confirmedStatus: status, unchangedDetail } = kindOf(operation);
  return { ...settledOutcome('Unchanged', unchangedDetail(day)), fingerprint: { kind: 'same', status } };
}

/** A row whose key another row has: the platform gets, or has, what that one says. */
export function planDuplicate(runRow: RunRow, operation: Operation, nameOfFirst: string): PlannedRow {
  const name = kindOf(operation).identityNoun;
  const outcome = settledOutcome(
    'Invalid',
    `${nameOfFirst} has the same ${name}, and only the first row counts. Correct the ${name} or remove one of the rows.`,
    runRow.planner.keyColumnIndexes[0],
  );
  return settledRow(runRow, outcome);
}

function capitalized(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Row numbers move when people sort: what the row says of its home stays. */
export function nameOf({ row, planner }: RunRow): string {
  const subject = planner.subjectOf?.(row) ?? '';
  return subject === ''
    ? `Row ${row.rowNumber}`
    : `The row of ${clipText(subject, LONGEST_SUBJECT)} (row ${row.rowNumber})`;
}
