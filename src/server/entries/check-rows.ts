/** Checks rows: the same reading and planning as a run, without sending or writing anything. */

import type { CheckReport } from '../../core/check/check-report.ts';
import { checkReport } from '../../core/check/check-report.ts';
import { planRun } from '../../core/engine/plan-run.ts';
import type { RunRequest } from '../../core/engine/run-request.ts';
import type { Failure } from '../../core/terms/failure.ts';
import { type Result, success } from '../../core/terms/result.ts';
import { destinationOfChecks } from '../services/connection-store.ts';
import { openLedger } from '../services/ledger-tab.ts';
import { openTabOf, rowsOfScope } from './scope-rows.ts';

/** What a run of the request would do to the active tab. */
export function checkRows(request: RunRequest): Result<CheckReport, Failure> {
  const to = destinationOfChecks();
  const tab = openTabOf(request, to, true);
  if (!tab.ok) return tab;
  const scoped = rowsOfScope(tab.value, request, true);
  if (!scoped.ok) return scoped;
  const { tabId, tabName, own } = tab.value;
  const { hiddenRows, blankRows, keyColumnIndexes } = scoped.value;
  const statusColumnIndex = own.status ?? keyColumnIndexes[0] ?? 0;
  return success(
    checkReport(planRun(scoped.value.rows, request.scope, openLedger(tab.value.kept).knownKeys(to, tab.value)), {
      tabId,
      tabName,
      scope: request.scope,
      hiddenRows,
      blankRows,
      statusColumnIndex,
    }),
  );
}
