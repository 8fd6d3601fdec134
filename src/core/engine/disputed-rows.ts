/** Finds rows outside a run whose confirmation ends when the run sends: the platform takes one of its rows for theirs. */

import { formatFingerprintCell, parseFingerprintCell } from '../own-cells/fingerprint-cell.ts';
import type { StatusWrite } from '../own-cells/row-cells.ts';
import { findStatusColumns, statusCellsOf } from '../own-cells/status-columns.ts';
import { rowIdentity } from '../sheet/row-identity.ts';
import type { Table, TableRow } from '../sheet/table.ts';
import type { PlannedRow } from './plan-rows.ts';

/**
 * What is written into other rows of the tab that have the key of a row that is sent: nothing counts as confirmed for them
 * from then on, whatever becomes of that row later. Their status stays; the next run over them sends them again.
 *
 * @param keyColumnIndexes The columns that tell the tab's rows apart.
 */
export function disputedRows(
  planned: readonly PlannedRow[],
  { headers, rows: some, allRows }: Table,
  keyColumnIndexes: readonly number[],
): readonly StatusWrite[] {
  const sent = planned.filter((row) => row.kind === 'send');
  const planners = [...new Set(sent.map((row) => row.planner))];
  const columns = findStatusColumns(headers);
  const own = new Set(Object.values(columns));
  const inRun = new Set(planned.map((row) => row.row.rowNumber));
  const isConfirmed = (row: TableRow) => parseFingerprintCell(statusCellsOf(row, columns).fingerprint).confirmed !== '';
  const others =
    sent.length === 0 ? [] : (allRows?.() ?? some).filter((row) => !inRun.has(row.rowNumber) && isConfirmed(row));
  if (others.length === 0) return [];
  const keys = new Set(sent.map((row) => row.planner.keyOf(row.row)));
  return others
    .filter((row) => planners.some((planner) => keys.has(planner.keyOf(row))))
    .map((row) => {
      const cells = statusCellsOf(row, columns);
      const fingerprint = formatFingerprintCell({ ...parseFingerprintCell(cells.fingerprint), confirmed: '' });
      const identity = rowIdentity(row.values, keyColumnIndexes, own);
      return { rowNumber: row.rowNumber, identity, cells: { fingerprint } };
    });
}
