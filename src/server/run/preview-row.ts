/** Shows one row of the active tab exactly as it would be sent. */
import { failures } from '../../core/failures.ts';
import type { Failure, PreviewRequest, RowPreview } from '../../core/protocol.ts';
import { failure, type Result, success } from '../../core/result.ts';
import { findStatusColumns } from '../../core/table/status-columns.ts';
import { readConnection } from '../connection-store.ts';
import { planning } from '../planning.ts';
import { openTab } from './run-tab.ts';

/** The row as an action would send it; nothing is sent or written. */
export function previewRow({ action, rowNumber }: PreviewRequest): Result<RowPreview, Failure> {
  const connection = readConnection();
  if (!connection.ok) return connection;
  const tab = openTab(connection.value.chatbotId);
  if (!tab.ok) return tab;
  const { table, plannerFor } = tab.value;
  const { collectRunRows, planRows, rowPreview } = planning();
  const rows = table.rows.filter((row) => row.rowNumber === rowNumber);
  const collected = collectRunRows(rows, findStatusColumns(table.headers), action, plannerFor, false);
  if (!collected.ok) return collected;
  const [planned] = planRows(collected.value.rows);
  if (planned === undefined) return failure(failures.nothingSelected(0, rows.length));
  return success(rowPreview(planned, connection.value));
}
