/** Shows one row of a tab exactly as it would be sent. */

import { changesOf, changingRows } from '../../../core/check/row-changes.ts';
import type { RowPreview } from '../../../core/check/row-preview.ts';
import { rowPreview } from '../../../core/check/row-preview.ts';
import type { PreviewRequest } from '../../../core/contract/server-functions.ts';
import { planRows } from '../../../core/engine/plan-rows.ts';
import { collectRunRows } from '../../../core/engine/run-rows.ts';
import { rowsWithin } from '../../../core/sheet/selected-rows.ts';
import type { Failure } from '../../../core/terms/failure.ts';
import { failure, type Result, success } from '../../../core/terms/result.ts';
import type { RowSpan } from '../../../core/terms/row-list.ts';
import { failures } from '../../../core/words/failures.ts';
import { openLedger } from '../../services/own-tabs/ledger-tab.ts';
import { findSheet, openTab } from '../../services/sheet/open-tab.ts';
import { destinationOfChecks, viewConnection } from '../../services/stores/connection-store.ts';

/** The row as an action would send it; nothing is sent or written. */
export function previewRow({ tabId, action, rowNumber }: PreviewRequest): Result<RowPreview, Failure> {
  const { authHeader, host } = viewConnection();
  const row = { firstRowNumber: rowNumber, lastRowNumber: rowNumber };
  const rowsIn = (data: RowSpan) => rowsWithin([row], data);
  const to = destinationOfChecks();
  const purpose = { to, action, heedsMarks: false, mayDecide: false, rowsIn };
  const sheet = findSheet(tabId);
  if (sheet === undefined) return failure(failures.tabGone());
  const tab = openTab(sheet, purpose);
  if (!tab.ok) return tab;
  const { table, own, plannerFor } = tab.value;
  const rows = table.rows.filter((row) => row.rowNumber === rowNumber);
  const collected = collectRunRows(rows, own, action, plannerFor, false);
  if (!collected.ok) return collected;
  const ledger = openLedger(tab.value.kept);
  const known = ledger.knownKeys(to, tab.value);
  const [planned] = planRows(collected.value.rows, known);
  if (planned === undefined) return failure(failures.nothingSelected(0, rows.length));
  const [changing] = changingRows([planned], known);
  const changes = changing && changesOf(changing, ledger.bodiesOf([changing.line])[0] ?? '', known);
  return success(rowPreview(planned, { authHeader, baseUrl: `https://${host}` }, changes));
}
