/** Begins a run that nobody watches: its rules are asked under the lock, before anything is written or sent. */

import { deadlinesOf } from '../../../core/engine/deadlines.ts';
import { deleteConfirmation } from '../../../core/engine/delete-review.ts';
import { holdDeletes, planRun } from '../../../core/engine/plan-run.ts';
import { countRequests } from '../../../core/engine/run-cost.ts';
import { isAlive } from '../../../core/engine/run-record.ts';
import type { RunRequest } from '../../../core/engine/run-request.ts';
import type { ScheduledAction } from '../../../core/schedule/record.ts';
import type { Connection } from '../../../core/settings/connection.ts';
import type { Failure } from '../../../core/terms/failure.ts';
import { failure, type Result, success } from '../../../core/terms/result.ts';
import { busyFailure, withDocumentLock } from '../../services/document-lock.ts';
import { openLedger } from '../../services/own-tabs/ledger-tab.ts';
import { readConnection } from '../../services/stores/connection-store.ts';
import { readRun } from '../../services/stores/run-store.ts';
import { questionOf } from '../run/delete-question.ts';
import { openTabOf, type RequestedTab, rowsOfScope, type ScopedRows } from '../run/scope-rows.ts';
import { carryOut } from '../run/start-run.ts';
import { deleteLeft } from './delete-left.ts';
import { groundsOf, keyOf, type TabFacts, type Unattended, type UnattendedStart } from './unattended.ts';

/** Whoever is at work is not waited for: the trigger strikes again. */
const LOCK_WAIT_MS = 1_000;

const HELD_DETAIL = 'The delete waits for a person: the sidebar says why under Automate, and asks there.';

/** Begins the run, if its rules allow it. */
export function startUnattended(unattended: Unattended): Result<UnattendedStart, Failure> {
  const { startedMs, scheduleId, claim, judge, onBegin, provideBackground } = unattended;
  const connected = readConnection();
  return withDocumentLock<UnattendedStart>(() => {
    const running = readRun();
    if (running !== undefined && isAlive(running, Date.now())) return failure(busyFailure());
    const claimed = claim();
    if (claimed === undefined) return success({ kind: 'unclaimed' });
    if (!connected.ok) return connected;
    if (claimed.isLeft === true) return deleteLeft(claimed.tabId, connected.value, running, unattended);
    const request = { action: claimed.action, scope: 'tab', tabId: claimed.tabId } as const;
    const opened = open(request, connected.value);
    if (!opened.ok) return opened;
    const { tab, scoped } = opened.value;
    const ledger = openLedger(tab.kept);
    const planned = planRun(scoped.rows, request.scope, ledger.knownKeys(connected.value, tab));
    const deletes = deleteConfirmation(
      planned,
      questionOf({ ...tab, ...scoped }, request.scope, connected.value, ledger, running),
    );
    const requests = countRequests(planned.flatMap((row) => (row.kind === 'send' ? [row.send] : [])));
    const facts = { ...factsOf(tab, scoped, opened.value.restsOn), key: keyOf(connected.value), requests, deletes };
    const verdict = judge(facts);
    if (verdict.kind === 'stop') return success({ kind: 'stopped', reason: verdict.reason });
    const plan = {
      request,
      tab,
      scoped,
      ledger,
      planned: verdict.kind === 'hold' ? holdDeletes(planned, HELD_DETAIL) : planned,
    };
    const deadlines = deadlinesOf(startedMs, 'unwatched');
    return carryOut(plan, running, { connection: connected.value, deadlines, scheduleId, onBegin, provideBackground });
  }, LOCK_WAIT_MS);
}

interface OpenedTab {
  readonly tab: RequestedTab;
  readonly scoped: ScopedRows;
  readonly restsOn: string;
}

function open(
  request: RunRequest & { readonly action: ScheduledAction },
  connection: Connection,
): Result<OpenedTab, Failure> {
  const tab = openTabOf(request, connection);
  if (!tab.ok) return tab;
  const grounds = groundsOf(tab.value, request.action, connection);
  if (!grounds.ok) return grounds;
  const scoped = rowsOfScope(tab.value, request);
  if (!scoped.ok) return scoped;
  return success({ tab: tab.value, scoped: scoped.value, restsOn: grounds.value });
}

function factsOf(
  { tabId, tabName }: RequestedTab,
  { rows }: ScopedRows,
  grounds: string,
): Omit<TabFacts, 'deletes' | 'key' | 'requests'> {
  return { tabId, tabName, rows: rows.length, restsOn: grounds };
}
