/** Takes back what the last run has sent: each listing or row gets again what the platform had of it before. */

import type { PlannerFor } from '../../../core/actions/row-planner.ts';
import { type FoundTakeBacks, type TakeBacks, takeBackPlanner, takeBacksIn } from '../../../core/actions/take-back.ts';
import type { UndoRequest, UndoView } from '../../../core/contract/server-functions.ts';
import { deadlinesOf } from '../../../core/engine/deadlines.ts';
import type { EndedRun } from '../../../core/engine/ended-run.ts';
import type { RunRow } from '../../../core/engine/plan-rows.ts';
import { planRun } from '../../../core/engine/plan-run.ts';
import { doneRows, type RunRecord, type UndoneRun } from '../../../core/engine/run-record.ts';
import type { StartReply } from '../../../core/engine/run-request.ts';
import { collectRunRows, type RunRows } from '../../../core/engine/run-rows.ts';
import type { Ledger } from '../../../core/ledger/ledger.ts';
import { formatLine, ledgerPlace } from '../../../core/ledger/ledger-line.ts';
import { parseMarkCell } from '../../../core/own-cells/mark-cell.ts';
import type { Connection } from '../../../core/settings/connection.ts';
import type { Failure } from '../../../core/terms/failure.ts';
import { failure, type Result, success } from '../../../core/terms/result.ts';
import { failures } from '../../../core/words/failures.ts';
import { type LastingNumbers, undoWords } from '../../../core/words/undo.ts';
import { spreadsheetTimeOf } from '../../services/clock.ts';
import { withDocumentLock } from '../../services/document-lock.ts';
import { bodiesOf, ledgerTexts } from '../../services/own-tabs/ledger-bodies.ts';
import { type OpenLedger, openLedger } from '../../services/own-tabs/ledger-tab.ts';
import { type Destination, findSheet, type OpenTab, openTab } from '../../services/sheet/open-tab.ts';
import { readConnection } from '../../services/stores/connection-store.ts';
import { readLastRun } from '../../services/stores/run-store.ts';
import { carryOut, replaceableRun } from '../run/start-run.ts';

/** What of the last run would be taken back, and what would not; nothing is sent or written. */
export function readUndo(): Result<UndoView, Failure> {
  const found = findUndo();
  if (!found.ok) return found;
  const { last, tab, rows, lasting } = found.value;
  const { record } = last;
  const { tabName, startedBy, action, runId } = record;
  return success({
    runId,
    tabName,
    who: startedBy,
    action,
    tabId: tab.tabId,
    startedAt: spreadsheetTimeOf(undoneOf(last).fromMs, tab.timeZone),
    rows: rows.rows.length,
    sentences: undoWords(rows.rows.length, lasting),
  });
}

/** Begins a run that takes the named one back, if that is still the last one. */
export function undoRun({ runId, startId }: UndoRequest): Result<StartReply, Failure> {
  const deadlines = deadlinesOf(Date.now(), 'watched');
  return withDocumentLock(() => {
    const running = replaceableRun();
    if (!running.ok) return running;
    const found = findUndo();
    if (!found.ok) return found;
    const { last, connection, tab, rows, ledger } = found.value;
    if (last.record.runId !== runId) return failure(failures.undoGone());
    const planned = planRun(rows.rows, 'tab', ledger.knownKeys(connection, tab));
    if (planned.length === 0) return failure(failures.nothingToUndo());
    const request = {
      action: last.record.action,
      scope: 'tab',
      tabId: tab.tabId,
      ...(startId && { startId }),
    } as const;
    const scoped = { ...rows, hiddenRows: 0 };
    const plan = { request, tab, scoped, planned, ledger, undoes: undoneOf(last) };
    return carryOut(plan, running.value, { connection, deadlines });
  });
}

/** The planners of a run that takes another one back, for its rows that wait. */
export function undoPlanners(plannerFor: PlannerFor, { undoes, ...record }: RunRecord, to: Destination): PlannerFor {
  if (undoes === undefined) return plannerFor;
  const { takeBacks } = takeBacksOf(openLedger().current(), { ...record, undoes }, to);
  return (action) => {
    const planner = plannerFor(action);
    return planner.ok ? success(takeBackPlanner(planner.value, takeBacks)) : planner;
  };
}

/** What can be taken back, and by which rows. */
interface FoundUndo {
  readonly last: EndedRun;
  readonly connection: Connection;
  readonly tab: OpenTab;
  readonly ledger: OpenLedger;
  readonly rows: RunRows;
  /** Why others stay as they are, with their numbers. */
  readonly lasting: LastingNumbers;
}

function findUndo(): Result<FoundUndo, Failure> {
  const connection = readConnection();
  if (!connection.ok) return connection;
  const last = readLastRun();
  if (last === undefined) return failure(failures.nothingToUndo());
  const { record } = last;
  if (record.chatbotId !== connection.value.chatbotId || record.address !== connection.value.baseUrl)
    return failure(failures.chatbotChanged());
  const sheet = findSheet(record.tabId);
  if (sheet === undefined) return failure(failures.tabGone());
  const tab = openTab(sheet, { to: connection.value, action: record.action, heedsMarks: false, mayDecide: true });
  if (!tab.ok) return tab;
  const ledger = openLedger(tab.value.kept);
  const found = takeBacksOf(ledger.current(), { ...record, undoes: undoneOf(last) }, connection.value);
  const { takeBacks } = found;
  const collected = rowsOf(tab.value, record, takeBacks);
  if (!collected.ok) return collected;
  const rowGone = takeBacks.size - collected.value.rows.length;
  // An undo that was cancelled or cut off can be continued; one that has nothing left cannot be undone itself.
  if (record.undoes !== undefined && collected.value.rows.length === 0) return failure(failures.nothingToUndo());
  const notBelieved = record.undoes === undefined ? notBelievedIn(record, found, ledger.current().doubt) : 0;
  const lasting = { ...found.lasting, ...(rowGone > 0 && { rowGone }), ...(notBelieved > 0 && { notBelieved }) };
  return success({ last, connection: connection.value, tab: tab.value, ledger, rows: collected.value, lasting });
}

/** Rows that the run has sent and of which no line is believed any more: lines were changed or lost since. */
function notBelievedIn(record: RunRecord, { confirmed, unclear }: FoundTakeBacks, doubt: Ledger['doubt']): number {
  const { Updated = 0, Pushed = 0, Deleted = 0, Failed = 0, Unconfirmed = 0 } = record.counts;
  // Rows that were settled just as the run was cut off are not counted in its record.
  const uncounted = doubt === 'none' ? 0 : Math.max(0, record.total - doneRows(record));
  const lost = Math.max(0, Updated + Pushed + Deleted + uncounted - confirmed);
  // Rows that failed before they were sent have no line either. They count as lost only where other lines were lost.
  const isWhole = doubt === 'none' && lost === 0;
  return isWhole ? 0 : lost + Math.max(0, Failed + Unconfirmed - unclear);
}

/** The row of each key that has something to take back: of several the one that was confirmed, or the first. */
function rowsOf({ table, own, plannerFor }: OpenTab, { action }: RunRecord, takeBacks: TakeBacks) {
  const undoing: PlannerFor = (name) => {
    const planner = plannerFor(name);
    return planner.ok ? success(takeBackPlanner(planner.value, takeBacks)) : planner;
  };
  const collected = collectRunRows(table.rows, own, action, undoing, false);
  if (!collected.ok) return collected;
  const byKey = new Map<string, RunRow>();
  for (const row of collected.value.rows) {
    const key = row.planner.keyOf(row.row);
    const known = byKey.get(key);
    if (takeBacks.has(key) && (known === undefined || (!isConfirmed(known) && isConfirmed(row)))) byKey.set(key, row);
  }
  const meant = new Set(byKey.values());
  return success({ ...collected.value, rows: collected.value.rows.filter((row) => meant.has(row)) });
}

function isConfirmed({ cells }: RunRow): boolean {
  return parseMarkCell(cells.mark).isConfirmed;
}

/** Every key that was sent from the run's tab while it went on. */
function takeBacksOf(
  ledger: Ledger,
  { tabId, undoes }: Pick<RunRecord, 'tabId'> & { readonly undoes: UndoneRun },
  { chatbotId, baseUrl }: Destination,
): FoundTakeBacks {
  const { fromMs, toMs, asides = [] } = undoes;
  const sent = { tabId, place: ledgerPlace(baseUrl, chatbotId), fromMs, toMs, asides };
  return takeBacksIn(ledger, sent, { serialNumber: chatbotId, address: baseUrl }, ledgerTexts(), (lines) => {
    const bodies = bodiesOf(lines);
    return (line) => bodies.get(formatLine(line)) ?? '';
  });
}

function undoneOf({ record, endedAtMs }: EndedRun): UndoneRun {
  const { runId, startedAtMs: fromMs, asides } = record;
  return record.undoes ?? { runId, fromMs, toMs: endedAtMs, ...(asides && { asides }) };
}
