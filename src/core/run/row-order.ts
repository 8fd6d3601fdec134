/** A name for the order in which rows stand, so that rows which were moved meanwhile are noticed. */
import { rowIdentity } from '../table/row-identity.ts';
import { findStatusColumns } from '../table/status-columns.ts';
import type { Table } from '../table/table.ts';
import { murmurHash } from './murmur-hash.ts';

/** Stands for the rows with these numbers, by what identifies them and in their order. */
export function rowOrder(
  { headers, rows }: Table,
  rowNumbers: readonly number[],
  keyColumnIndexes: readonly number[],
): string {
  const wanted = new Set(rowNumbers);
  const own = new Set(Object.values(findStatusColumns(headers)));
  const identities = rows.flatMap((row) =>
    wanted.has(row.rowNumber) ? [`${row.rowNumber} ${rowIdentity(row, keyColumnIndexes, own)}`] : [],
  );
  return murmurHash(identities.join('\n'));
}
