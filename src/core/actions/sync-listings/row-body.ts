/** Puts a row's values, its key and its extra columns together as the body of an update. */
import type { ExtensionEntry, ListingBody } from '../../listing/listing-body.ts';
import type { RowValues } from '../../listing/listing-reading.ts';
import type { ListingKey } from '../listing-key.ts';

/**
 * The body; its members keep the document's order, which the row's values have.
 *
 * @param clearsExtension Send an empty list where the row has no extra information.
 */
export function bodyOf(
  values: RowValues,
  { key, keyType }: ListingKey,
  extension: readonly ExtensionEntry[],
  serialNumber: string,
  clearsExtension = false,
): ListingBody {
  const body = { ...values, SerialNumber: serialNumber, Key: key, KeyType: keyType };
  return extension.length === 0 && !clearsExtension ? body : { ...body, ExtensionColumn: extension };
}
