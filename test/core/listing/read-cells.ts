/** Reads a listing from cells written down field by field, through the same door as rows of a tab. */

import type { PartRole, ResolvedSource } from '../../../src/core/listing/field-source.ts';
import { FIELDS, type FieldName } from '../../../src/core/listing/fields.ts';
import type { ListingReading } from '../../../src/core/listing/listing-reading.ts';
import { type ListingSettings, listingReader } from '../../../src/core/listing/read-listing.ts';
import type { ReadContext } from '../../../src/core/listing/reading.ts';
import type { Cell, TableRow } from '../../../src/core/sheet/table.ts';

/** What feeds a field in this row; `fallback` is the tab's default for empty cells. */
export type CellSource =
  | { readonly kind: 'cell'; readonly cell: Cell; readonly header: string; readonly fallback?: string }
  | {
      readonly kind: 'joined';
      readonly parts: readonly { readonly role: PartRole; readonly header: string; readonly cell: Cell }[];
      readonly fallback?: string;
    }
  | { readonly kind: 'fixed'; readonly value: string };

/** A row's cells by field. */
export type CellsByField = { readonly [Name in FieldName]?: CellSource };

/** Reads the cells as a tab would that has one column for each of them. */
export function readCells(
  cells: CellsByField,
  policies: ListingSettings['policies'],
  context: ReadContext,
  more: Partial<Pick<ListingSettings, 'ifEmpty' | 'unmapped' | 'sendsBothPrices'>> = {},
): ListingReading {
  const columns: Cell[] = [];
  const sources: { [Name in FieldName]?: ResolvedSource } = {};
  const ifEmpty: { [Name in FieldName]?: { readonly kind: 'default'; readonly value: string } } = {};
  for (const { name } of FIELDS) {
    const source = cells[name];
    if (source === undefined) continue;
    sources[name] = inColumns(source, columns);
    const fallback = source.kind === 'fixed' ? undefined : source.fallback;
    if (fallback !== undefined) ifEmpty[name] = { kind: 'default', value: fallback };
  }
  return listingReader(
    sources,
    { policies, unmapped: [], sendsBothPrices: false, ...more, ifEmpty: { ...ifEmpty, ...more.ifEmpty } },
    context,
  )(rowOf(columns));
}

/** A row that holds the cells side by side. */
export function rowOf(cells: readonly Cell[]): TableRow {
  const links: Record<number, string> = {};
  cells.forEach(({ link }, columnIndex) => {
    if (link !== undefined) links[columnIndex] = link;
  });
  return { rowNumber: 2, values: cells.map((cell) => cell.value), texts: cells.map((cell) => cell.text), links };
}

function inColumns(source: CellSource, columns: Cell[]): ResolvedSource {
  switch (source.kind) {
    case 'cell':
      return { kind: 'column', header: source.header, columnIndex: columns.push(source.cell) - 1 };
    case 'joined': {
      const parts = source.parts.map(({ role, header, cell }) => ({
        role,
        header,
        columnIndex: columns.push(cell) - 1,
      }));
      return { kind: 'joined', parts };
    }
    case 'fixed':
      return source;
    default:
      return source satisfies never;
  }
}
