/** Checks rows: the same reading and planning as a run, without sending or writing anything. */
import type { CheckReport, Failure, RunRequest } from '../../core/protocol.ts';
import { type Result, success } from '../../core/result.ts';
import { findStatusColumns } from '../../core/table/status-columns.ts';
import { readConnection } from '../connection-store.ts';
import { planning } from '../planning.ts';
import { openTabOf } from './run-tab.ts';
import { rowsOfScope } from './scope-rows.ts';

/** What a run of the request would do to the active tab. */
export function checkRows(request: RunRequest): Result<CheckReport, Failure> {
  const connection = readConnection();
  if (!connection.ok) return connection;
  const tab = openTabOf(request, connection.value.chatbotId);
  if (!tab.ok) return tab;
  const scoped = rowsOfScope(tab.value, request, true);
  if (!scoped.ok) return scoped;
  const { tabId, tabName, table } = tab.value;
  const { hiddenRows, blankRows, keyColumnIndexes } = scoped.value;
  const statusColumnIndex = findStatusColumns(table.headers).status ?? keyColumnIndexes[0] ?? 0;
  const { planRun, checkReport } = planning();
  return success(
    checkReport(planRun(scoped.value.rows, request.scope), {
      tabId,
      tabName,
      hiddenRows,
      blankRows,
      statusColumnIndex,
    }),
  );
}
