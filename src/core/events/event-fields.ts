/** The columns that messages fill: what each is called, what it feeds, and how it is remembered. */
import type { FieldName } from '../listing/fields.ts';

/** What one column of a message's listing is. */
export interface EventField {
  /** One letter by which a row's stamp remembers the column; never given to another. */
  readonly code: string;
  /** What the column is called where the tab has none for it. */
  readonly header: string;
  /** The listing field whose column it is; absent for what no field takes. */
  readonly field?: FieldName;
  /** The member of `data.object` it comes from, as people look it up. */
  readonly member: string;
  /** Whether a new column of it is ticked, so that it is sent as extra information. */
  readonly isTicked?: boolean;
  /** Whether what is written is a number. */
  readonly isNumber?: boolean;
}

/** Every column that messages fill, in the order in which missing ones are made. */
export const EVENT_FIELDS = [
  entry('A', 'mlsNumber', 'MLS number', 'originatingSystemKey', { field: 'MLSNumber' }),
  entry('B', 'mlsName', 'MLS name', 'listingOriginatingSystem.name', { isTicked: true }),
  entry('C', 'url', 'Listing URL', 'url', { field: 'Url' }),
  entry('D', 'status', 'Listing status', 'listingStatus', { field: 'Status' }),
  entry('E', 'saleType', 'Sale or rent', 'propertyType', { field: 'SaleType' }),
  entry('F', 'propertyType', 'Property type', 'propertySubType', { field: 'PropertyType' }),
  entry('G', 'listPrice', 'List price', 'listingPrice.price', { field: 'SalePrice', isNumber: true }),
  entry('H', 'monthlyRent', 'Monthly rent', 'listingPrice.price', { field: 'RentPrice', isNumber: true }),
  entry('I', 'currency', 'Currency', 'listingPrice.priceCurrency', { field: 'CurrencySymbol' }),
  entry('J', 'soldPrice', 'Sold price', 'soldPrice.price', { isNumber: true }),
  entry('K', 'soldDate', 'Sold date', 'closeDate'),
  entry('L', 'pendingDate', 'Pending date', 'purchaseContractDate'),
  entry('M', 'bedrooms', 'Bedrooms', 'numberOfBedrooms', { field: 'Bedrooms', isNumber: true }),
  entry('N', 'bathrooms', 'Bathrooms', 'numberOfBathrooms', { field: 'Bathrooms', isNumber: true }),
  entry('O', 'rooms', 'Rooms', 'numberOfRooms', { isNumber: true }),
  entry('P', 'livingArea', 'Living area', 'livingArea', { field: 'BuildingArea' }),
  entry('Q', 'lotSize', 'Lot size', 'lotSize', { field: 'LotArea' }),
  entry('R', 'yearBuilt', 'Year built', 'yearBuilt', { field: 'YearBuilt', isNumber: true }),
  entry('S', 'stories', 'Stories', 'stories', { isNumber: true, isTicked: true }),
  entry('T', 'listDate', 'List date', 'listingContractDate', { field: 'DaysOnMarket' }),
  entry('U', 'address', 'Address', 'streetAddress', { field: 'Address' }),
  entry('V', 'city', 'City', 'addressLocality', { field: 'City' }),
  entry('W', 'state', 'State', 'addressRegion', { field: 'State' }),
  entry('X', 'zip', 'ZIP', 'postalCode', { field: 'ZIP' }),
  entry('Y', 'latitude', 'Latitude', 'latitude', { field: 'Latitude', isNumber: true }),
  entry('Z', 'longitude', 'Longitude', 'longitude', { field: 'Longitude', isNumber: true }),
  entry('a', 'country', 'Country', 'addressCountry'),
  entry('b', 'showAddress', 'Show address', 'internetAddressDisplayYN'),
  entry('c', 'description', 'Description', 'description', { field: 'Description' }),
  entry('d', 'images', 'Images', 'image', { field: 'Images' }),
  entry('e', 'openHouse', 'Open house', 'events', { field: 'Tours' }),
  entry('f', 'brokerAttribution', 'Broker attribution', 'brokerAttribution', { isTicked: true }),
  entry('g', 'listingAgent', 'Listing agent', 'listingAgent.name'),
  entry('h', 'listingOffice', 'Listing office', 'listingOffice.name'),
  entry('i', 'upi', 'UPI', 'universalPropertyId'),
  entry('j', 'buyerCompensation', 'Buyer agent compensation', 'buyerCompensation'),
] as const satisfies readonly (EventField & { readonly name: string })[];

/** Names one of the columns. */
export type EventFieldName = (typeof EVENT_FIELDS)[number]['name'];

/** What cells are to hold: a text, a number, or `''` for nothing. */
export type CellContent = string | number;

/** What a message says about the columns; a column that is absent is not spoken of. */
export type SaidCells = { readonly [Name in EventFieldName]?: CellContent };

/** The entry of a column. */
export function eventField(name: EventFieldName): EventField & { readonly name: EventFieldName } {
  const found = FIELD_BY_NAME.get(name);
  if (found === undefined) throw new Error(`unknown event column ${name}`);
  return found;
}

const FIELD_BY_NAME: ReadonlyMap<string, EventField & { readonly name: EventFieldName }> = new Map(
  EVENT_FIELDS.map((one) => [one.name, one]),
);

function entry<const Name extends string>(
  code: string,
  name: Name,
  header: string,
  member: string,
  more: { readonly field?: FieldName; readonly isTicked?: boolean; readonly isNumber?: boolean } = {},
): EventField & { readonly name: Name } {
  return { code, name, header, member, ...more };
}
