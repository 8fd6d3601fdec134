/** Takes out of a listing what would tell its address, where the seller keeps that off the internet. */
import { type FieldName, fieldDefinition } from '../listing/fields.ts';
import type { ExtensionEntry } from '../listing/listing-body.ts';
import type { RowValues } from '../listing/listing-reading.ts';
import { namesStreet, type Street, streetOf } from '../listing/street-name.ts';
import { normalizeHeader } from '../mapping/normalize-header.ts';

/** What is left of a listing, and the fields that are gone because they name the street. */
export interface WithoutAddress {
  readonly values: RowValues;
  readonly extension: readonly ExtensionEntry[];
  readonly naming: readonly FieldName[];
}

const TEXTS = ['Description', 'Location', 'Url'] as const satisfies readonly FieldName[];

/** Columns that tell where a home is, whatever they hold. */
const TELLS_WHERE =
  /\b(?:address|addr|street|latitude|longitude|lat long|lat lng|coordinates?|geo|gps|map|directions|apn)\b|^(?:lat|lng|lon|long|(?:unit|apt|apartment|suite|parcel)(?: (?:no|number|id))?)$/;

/** Whether a column of that name tells where a home is. */
export function tellsWhere(header: string): boolean {
  return TELLS_WHERE.test(normalizeHeader(header));
}

/** The listing without address, coordinates and whatever names the street; the town, the state and the ZIP code stay. */
export function withoutAddress(values: RowValues, extension: readonly ExtensionEntry[]): WithoutAddress {
  const street = streetOf(values.Address ?? '');
  const names = (text: string | undefined) => street !== undefined && text !== undefined && namesStreet(text, street);
  const naming: FieldName[] = TEXTS.filter((field) => names(values[field]));
  const images = values.Images?.filter((image) => !names(image));
  if (images?.length !== values.Images?.length) naming.push('Images');
  const gone = Object.fromEntries(naming.map((field) => [field, undefined]));
  return {
    values: {
      ...values,
      ...gone,
      Address: undefined,
      Latitude: undefined,
      Longitude: undefined,
      Images: images === undefined || images.length === 0 ? undefined : images,
    },
    extension: extension.filter(({ Key: header, value }) => !tellsWhere(header) && !names(value)),
    naming,
  };
}

/** Whether a key names the street of the row's address, so that it cannot be sent. */
export function keyNamesStreet(key: string, { Address: address }: RowValues): boolean {
  const street: Street | undefined = streetOf(address ?? '');
  return street !== undefined && namesStreet(key, street);
}

/** What a person should know of a listing whose address is not shown. */
export function hiddenAddressNote(header: string, naming: readonly FieldName[]): string {
  const also = naming.map((field) => fieldDefinition(field).label).join(', ');
  const names = naming.length === 0 ? '' : ` Left out too, since they name the street: ${also}.`;
  return `“${header}” keeps the address off the internet, so neither address nor coordinates are sent.${names}`;
}
