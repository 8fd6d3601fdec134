/** Begins a run that nobody watches: its rules are asked under the lock, before anything is written or sent. */

import { deadlinesOf } from '../../core/engine/deadlines.ts';
import { deleteConfirmation } from '../../core/engine/delete-review.ts';
import { holdDeletes, planRun } from '../../core/engine/plan-run.ts';
import type { RunProgress } from '../../core/engine/progress.ts';
import { countRequests } from '../../core/engine/run-cost.ts';
import { isAlive } from '../../core/engine/run-record.ts';
import type { DeleteConfirmation, RunRequest } from '../../core/engine/run-request.ts';
import type { ScheduledAction, ScheduledTab, ScheduleRecord } from '../../core/schedule/record.ts';
import { restsOn } from '../../core/schedule/rests-on.ts';
import type { Connection } from '../../core/settings/connection.ts';
import type { Failure } from '../../core/terms/failure.ts';
import { failure, type Result, success } from '../../core/terms/result.ts';
import { readConnection } from '../services/connection-store.ts';
import { busyFailure, withDocumentLock } from '../services/document-lock.ts';
import { openLedger } from '../services/ledger-tab.ts';
import { readRun } from '../services/run-store.ts';
import { questionOf } from './delete-question.ts';
import { openTabOf, type RequestedTab, rowsOfScope, type ScopedRows } from './scope-rows.ts';
import { carryOut } from './start-run.ts';

/** What was found in the tab. */
export interface TabFacts {
  readonly tabId: number;
  readonly tabName: string;
  readonly rows: number;
  readonly restsOn: string;
  readonly key: ScheduleRecord['key'];
  /** Requests that its rows need while none is refused. */
  readonly requests: number;
  /** What would be deleted; absent where nothing would. */
  readonly deletes: DeleteConfirmation | undefined;
}

/** Whether the run may begin, with its deletes or without. */
export type Verdict =
  | { readonly kind: 'go' }
  | { readonly kind: 'hold'; readonly reason: string }
  | { readonly kind: 'stop'; readonly reason: string };

/** A run that is to begin, and who is asked and told meanwhile. */
export interface Unattended {
  readonly startedMs: number;
  /** Called under the lock: the tab and what to do with it; `undefined` where there is nothing to do by now. */
  readonly claim: () => (ScheduledTab & { readonly action: ScheduledAction }) | undefined;
  readonly judge: (facts: TabFacts) => Verdict;
  /** Called before the first mark. */
  readonly onBegin: (runId: string) => void;
  readonly provideBackground: (runId: string) => void;
}

/** How it began. */
export type UnattendedStart =
  | { readonly kind: 'started'; readonly progress: RunProgress }
  | { readonly kind: 'stopped'; readonly reason: string }
  | { readonly kind: 'unclaimed' };

/** Whoever is at work is not waited for: the trigger strikes again. */
const LOCK_WAIT_MS = 1_000;

const HELD_DETAIL = 'The delete waits for a person: the sidebar says why under Automate, and asks there.';

/** Begins the run, if its rules allow it. */
export function startUnattended(unattended: Unattended): Result<UnattendedStart, Failure> {
  const { startedMs, claim, judge, onBegin, provideBackground } = unattended;
  const connected = readConnection();
  return withDocumentLock<UnattendedStart>(() => {
    const running = readRun();
    if (running !== undefined && isAlive(running, Date.now())) return failure(busyFailure());
    const claimed = claim();
    if (claimed === undefined) return success({ kind: 'unclaimed' });
    if (!connected.ok) return connected;
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
    return carryOut(plan, running, { connection: connected.value, deadlines, onBegin, provideBackground });
  }, LOCK_WAIT_MS);
}

/** Whose key is used, as schedules tell it. */
export function keyOf({ sharing }: Connection): ScheduleRecord['key'] {
  return sharing === 'file' ? 'shared' : 'own';
}

interface OpenedTab {
  readonly tab: RequestedTab;
  readonly scoped: ScopedRows;
  readonly restsOn: string;
}

function open(request: RunRequest, connection: Connection): Result<OpenedTab, Failure> {
  const tab = openTabOf(request, connection);
  if (!tab.ok) return tab;
  const { table, settings, plannerFor } = tab.value;
  const planner = plannerFor(request.action);
  if (!planner.ok) return planner;
  const usedHeaders = planner.value.readColumnIndexes.map((index) => table.headers[index] ?? '');
  const { chatbotId, baseUrl } = connection;
  const scoped = rowsOfScope(tab.value, request);
  if (!scoped.ok) return scoped;
  return success({
    tab: tab.value,
    scoped: scoped.value,
    restsOn: restsOn({ chatbotId, baseUrl, usedHeaders, settings }),
  });
}

function factsOf(
  { tabId, tabName }: RequestedTab,
  { rows }: ScopedRows,
  grounds: string,
): Omit<TabFacts, 'deletes' | 'key' | 'requests'> {
  return { tabId, tabName, rows: rows.length, restsOn: grounds };
}
