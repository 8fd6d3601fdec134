/** Writes columns down briefly in tests: a header and its cells from the top. */

import type { FieldName } from '../../../src/core/listing/fields.ts';
import { matchColumns } from '../../../src/core/mapping/match-columns.ts';
import type { ColumnMatch, ColumnSample, MappingProposal } from '../../../src/core/mapping/proposal.ts';
import type { Cell, CellValue } from '../../../src/core/sheet/table.ts';

/** A column with these cells; numbers are shown without grouping, dates as their ISO day. */
export function column(header: string, ...values: readonly CellValue[]): ColumnSample {
  return { header, cells: values.map(cell) };
}

/** Columns of a sheet given as a header row and rows, as Sheets would read a pasted CSV. */
export function sheet(headers: readonly string[], ...rows: readonly (readonly CellValue[])[]): readonly ColumnSample[] {
  return headers.map((header, columnIndex) => column(header, ...rows.map((row) => row[columnIndex] ?? '')));
}

/** A cell as Sheets shows it in an English spreadsheet. */
export function cell(value: CellValue): Cell {
  return { value, text: typeof value === 'object' ? value.wallTime.slice(0, 10) : String(value) };
}

/** What feeds each field by itself, in short: the header, `[headers]` of a joined field, `= value`. */
export function appliedSources(proposal: MappingProposal): Record<string, string> {
  return Object.fromEntries(
    proposal.matches.filter((match) => match.isApplied).map((match) => [match.field, sourceText(match)]),
  );
}

/** The match of a field in a sheet of these columns. */
export function matchOf(field: FieldName, ...columns: readonly ColumnSample[]): ColumnMatch | undefined {
  return matchColumns(columns).matches.find((match) => match.field === field);
}

function sourceText({ source }: ColumnMatch): string {
  if (source.kind === 'fixed') return `= ${source.value}`;
  if (source.kind === 'column') return source.header;
  return `[${source.parts.map((part) => part.header).join(' + ')}]`;
}
