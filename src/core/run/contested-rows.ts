/** Finds rows whose confirmation another row of the tab may have overwritten on the platform. */
import { rowIdentity } from '../table/row-identity.ts';
import { findStatusColumns, statusCellsOf } from '../table/status-columns.ts';
import type { Table } from '../table/table.ts';
import { formatFingerprintCell, parseFingerprintCell } from './fingerprint-cell.ts';
import type { RunRow } from './plan-rows.ts';

/**
 * The rows, without what was confirmed for those whose key stands in several rows of the tab with different things
 * confirmed: only one of these can be what the platform has, and nobody knows which. They are sent again, which is harmless.
 *
 * @param keyColumnIndexes The columns that identify rows.
 */
export function distrustContested(
  rows: readonly RunRow[],
  table: Table,
  keyColumnIndexes: readonly number[],
): readonly RunRow[] {
  if (rows.every((row) => confirmedIn(row.cells.fingerprint) === '')) return rows;
  const contested = contestedIdentities(table, keyColumnIndexes);
  return contested.size === 0 ? rows : rows.map((row) => (contested.has(row.identity) ? withoutConfirmed(row) : row));
}

function contestedIdentities({ headers, rows }: Table, keyColumnIndexes: readonly number[]): ReadonlySet<string> {
  const columns = findStatusColumns(headers);
  const own = new Set(Object.values(columns));
  const confirmedByIdentity = new Map<string, string>();
  const contested = new Set<string>();
  for (const row of rows) {
    const confirmed = confirmedIn(statusCellsOf(row, columns).fingerprint);
    if (confirmed === '') continue;
    const identity = rowIdentity(row, keyColumnIndexes, own);
    const other = confirmedByIdentity.get(identity);
    if (other !== undefined && other !== confirmed) contested.add(identity);
    confirmedByIdentity.set(identity, confirmed);
  }
  return contested;
}

function withoutConfirmed(row: RunRow): RunRow {
  const { mark } = parseFingerprintCell(row.cells.fingerprint);
  const fingerprint = formatFingerprintCell({ confirmed: '', ...(mark === undefined ? {} : { mark }) });
  return { ...row, cells: { ...row.cells, fingerprint } };
}

function confirmedIn(fingerprintCell: string): string {
  return parseFingerprintCell(fingerprintCell).confirmed;
}
