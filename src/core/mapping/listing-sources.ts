/** Fetches a row's cells for the fields they feed. */
import type { FieldName } from '../listing/fields.ts';
import type { ListingCells, ListingSource } from '../listing/listing-cells.ts';
import type { EmptyPolicy, TabSettings } from '../protocol.ts';
import { cellAt, type TableRow } from '../table/table.ts';
import type { ResolvedMapping, ResolvedSource } from './resolve-mapping.ts';

/**
 * A function that gives a row's cells by field, worked out once for all rows of a tab.
 *
 * @param isWanted Which fields are fetched at all.
 */
export function listingCellsOf(
  sources: ResolvedMapping['sources'],
  ifEmpty: TabSettings['ifEmpty'],
  isWanted: (field: FieldName) => boolean = () => true,
): (row: TableRow) => ListingCells {
  const readers = (Object.entries(sources) as [FieldName, ResolvedSource][])
    .filter(([field]) => isWanted(field))
    .map(([field, source]) => [field, sourceReader(source, fallbackOf(ifEmpty[field]))] as const);
  return (row) => {
    const cells: { [Name in FieldName]?: ListingSource } = {};
    for (const [field, read] of readers) cells[field] = read(row);
    return cells;
  };
}

function fallbackOf(policy: EmptyPolicy | undefined): { readonly fallback?: string } {
  return policy?.kind === 'default' ? { fallback: policy.value } : {};
}

function sourceReader(
  source: ResolvedSource,
  fallback: { readonly fallback?: string },
): (row: TableRow) => ListingSource {
  switch (source.kind) {
    case 'fixed':
      return () => source;
    case 'column':
      return (row) => ({ kind: 'cell', header: source.header, cell: cellAt(row, source.columnIndex), ...fallback });
    case 'joined':
      return (row) => ({
        kind: 'joined',
        ...fallback,
        parts: source.parts.map(({ role, header, columnIndex }) => ({ role, header, cell: cellAt(row, columnIndex) })),
      });
    default:
      return source satisfies never;
  }
}
