/** Puts a row's values, its key and its extra columns together as the body of an update. */
import type { KeyType } from '../../listing/fields.ts';
import type { ExtensionEntry, ListingBody } from '../../listing/listing-body.ts';
import type { RowValues } from '../../listing/listing-reading.ts';
import { listedName } from '../../mapping/listed-headers.ts';
import { type TableRow, textAt } from '../../sheet/table.ts';

/** A column that feeds no field and is sent along because the team ticked it. */
export interface ExtraColumn {
  readonly header: string;
  readonly columnIndex: number;
}

/** What identifies a listing on the platform. */
export interface ListingKey {
  readonly key: string;
  readonly keyType: KeyType;
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

/** The body; its members keep the document's order, which the row's values have. */
export function bodyOf(
  values: RowValues,
  { key, keyType }: ListingKey,
  extension: readonly ExtensionEntry[],
  serialNumber: string,
): ListingBody {
  const body = { ...values, SerialNumber: serialNumber, Key: key, KeyType: keyType };
  return extension.length === 0 ? body : { ...body, ExtensionColumn: extension };
}

/** What the ticked columns show in a row; blank cells are left out. */
export function extensionOf(row: TableRow, extraColumns: readonly ExtraColumn[]): readonly ExtensionEntry[] {
  return extraColumns
    .map(({ header, columnIndex }) => ({ Key: header, value: textAt(row, columnIndex).trim() }))
    .filter(({ value }) => value !== '');
}
