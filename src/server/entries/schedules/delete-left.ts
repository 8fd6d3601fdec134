/** Deletes what has left a tab that nobody watches, under the rules for what nobody watches. */

import { deadlinesOf } from '../../../core/engine/deadlines.ts';
import { deleteConfirmation } from '../../../core/engine/delete-review.ts';
import { planRun } from '../../../core/engine/plan-run.ts';
import { countRequests } from '../../../core/engine/run-cost.ts';
import type { RunRecord } from '../../../core/engine/run-record.ts';
import type { Connection } from '../../../core/settings/connection.ts';
import type { Failure } from '../../../core/terms/failure.ts';
import { type Result, success } from '../../../core/terms/result.ts';
import { count } from '../../../core/words/counts.ts';
import { openLedger } from '../../services/own-tabs/ledger-tab.ts';
import { readTabSettings } from '../../services/stores/settings-store.ts';
import { type ListedLeft, listLeft } from '../activity/find-left.ts';
import { questionOf } from '../run/delete-question.ts';
import { openTabOf, rowsOfScope } from '../run/scope-rows.ts';
import { carryOut, type RunPlan } from '../run/start-run.ts';
import { groundsOf, keyOf, type Unattended, type UnattendedStart } from './unattended.ts';

const NOTHING: UnattendedStart = { kind: 'notBegun', words: '' };

/** Begins the run, if there is anything to delete and its rules allow it; the document's lock is held. */
export function deleteLeft(
  tabId: number,
  connection: Connection,
  running: RunRecord | undefined,
  { startedMs, scheduleId, judge, onBegin, provideBackground }: Unattended,
): Result<UnattendedStart, Failure> {
  // Somebody may have changed their mind since the tab was synced.
  if (readTabSettings(tabId).rowsThatLeft !== 'delete') return success(NOTHING);
  const listed = listLeft(tabId, connection, 'unwatched');
  if (!listed.ok) return listed;
  const planned = planOf(listed.value, connection, running);
  if (!planned.ok) return planned;
  const { plan, deletes } = planned.value;
  const { tab, rows } = listed.value;
  const restsOn = groundsOf(tab, 'sync', connection);
  if (!restsOn.ok) return restsOn;
  const sends = (plan?.planned ?? []).flatMap((row) => (row.kind === 'send' ? [row.send] : []));
  const verdict = judge({
    tabId,
    tabName: tab.tabName,
    rows,
    restsOn: restsOn.value,
    key: keyOf(connection),
    requests: countRequests(sends),
    deletes,
  });
  if (verdict.kind === 'stop') return success({ kind: 'stopped', reason: verdict.reason });
  if (plan === undefined || deletes === undefined) return success(NOTHING);
  if (verdict.kind === 'hold') {
    const words = `${count(deletes.listings.length, 'delete')} held: ${verdict.reason}`;
    return success({ kind: 'notBegun', words });
  }
  const deadlines = deadlinesOf(startedMs, 'unwatched');
  return carryOut(plan, running, { connection, deadlines, scheduleId, onBegin, provideBackground });
}

/** The deletes of what was listed, by the list's own tab; no plan where nothing was. */
function planOf({ leftTabId }: ListedLeft, connection: Connection, running: RunRecord | undefined) {
  if (leftTabId === undefined) return success({ plan: undefined, deletes: undefined });
  const request = { action: 'delete', scope: 'tab', tabId: leftTabId } as const;
  const tab = openTabOf(request, connection);
  if (!tab.ok) return tab;
  const scoped = rowsOfScope(tab.value, request);
  if (!scoped.ok) return scoped;
  const ledger = openLedger(tab.value.kept);
  const planned = planRun(scoped.value.rows, request.scope, ledger.knownKeys(connection, tab.value));
  const question = questionOf({ ...tab.value, ...scoped.value }, request.scope, connection, ledger, running);
  const plan: RunPlan = { request, tab: tab.value, scoped: scoped.value, planned, ledger };
  return success({ plan, deletes: deleteConfirmation(planned, question) });
}
