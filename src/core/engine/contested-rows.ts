/** Finds rows whose confirmation another row of the tab may have overwritten on the platform. */

import type { RowPlanner } from '../actions/row-planner.ts';
import { formatFingerprintCell, parseFingerprintCell } from '../own-cells/fingerprint-cell.ts';
import { findStatusColumns, statusCellsOf } from '../own-cells/status-columns.ts';
import type { Table } from '../sheet/table.ts';
import type { RunRow } from './plan-rows.ts';

/**
 * The rows, without what was confirmed for those whose key stands in several rows of the tab with different things
 * confirmed: only one of these can be what the platform has, and nobody knows which. They are sent again, which is harmless.
 */
export function distrustContested(rows: readonly RunRow[], table: Table): readonly RunRow[] {
  // Rows of several actions wait for a retry, and have nothing confirmed.
  const confirmed = rows.find((row) => confirmedIn(row.cells.fingerprint) !== '');
  if (confirmed === undefined) return rows;
  const contested = contestedRowNumbers(table, confirmed.planner);
  return contested.size === 0
    ? rows
    : rows.map((row) => (contested.has(row.row.rowNumber) ? withoutConfirmed(row) : row));
}

function contestedRowNumbers({ headers, rows: some, allRows }: Table, { keyOf }: RowPlanner): ReadonlySet<number> {
  const rows = allRows?.() ?? some;
  const columns = findStatusColumns(headers);
  const confirmedRows = rows.flatMap((row) => {
    const confirmed = confirmedIn(statusCellsOf(row, columns).fingerprint);
    return confirmed === '' ? [] : [{ rowNumber: row.rowNumber, key: keyOf(row), confirmed }];
  });
  const confirmedByKey = new Map<string, string>();
  const contested = new Set<string>();
  for (const { key, confirmed } of confirmedRows) {
    const other = confirmedByKey.get(key);
    if (key !== '' && other !== undefined && other !== confirmed) contested.add(key);
    confirmedByKey.set(key, confirmed);
  }
  return new Set(confirmedRows.flatMap(({ rowNumber, key }) => (contested.has(key) ? [rowNumber] : [])));
}

function withoutConfirmed(row: RunRow): RunRow {
  const { mark } = parseFingerprintCell(row.cells.fingerprint);
  const fingerprint = formatFingerprintCell({ confirmed: '', ...(mark === undefined ? {} : { mark }) });
  return { ...row, cells: { ...row.cells, fingerprint } };
}

function confirmedIn(fingerprintCell: string): string {
  return parseFingerprintCell(fingerprintCell).confirmed;
}
