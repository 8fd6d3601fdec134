/** Columns that feed no field and are sent along because the team ticked them. */
import type { ExtensionEntry } from '../listing/listing-body.ts';
import { listedName } from '../mapping/listed-headers.ts';
import { type TableRow, textAt } from '../sheet/table.ts';

/** A column that feeds no field and is sent along because the team ticked it. */
export interface ExtraColumn {
  readonly header: string;
  readonly columnIndex: number;
}

/** The ticked columns that the tab has, in the order in which they were ticked. */
export function extraColumnsOf(headers: readonly string[], extraHeaders: readonly string[]): readonly ExtraColumn[] {
  return extraHeaders
    .map((header) => ({
      header,
      columnIndex: headers.findIndex((one) => listedName([header], one, headers) === header),
    }))
    .filter(({ columnIndex }) => columnIndex !== -1);
}

/** What the ticked columns show in a row; blank cells are left out. */
export function extensionOf(row: TableRow, extraColumns: readonly ExtraColumn[]): readonly ExtensionEntry[] {
  if (extraColumns.length === 0) return [];
  return extraColumns
    .map(({ header, columnIndex }) => ({ Key: header, value: textAt(row, columnIndex).trim() }))
    .filter(({ value }) => value !== '');
}
