/** Puts a row's values, its key and its extra columns together as the body of an update. */
import type { ExtensionEntry, ListingBody } from '../../listing/listing-body.ts';
import type { RowValues } from '../../listing/listing-reading.ts';
import type { ListingKey } from '../listing-key.ts';

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
