/**
 * The 35 members of a `RealEstateUpdate` body as one catalogue, from which schema, mapping, sidebar and docs are
 * derived.
 *
 * @see https://www.newoaks.ai/guides/developer/api/realestate/update "Update Real Estate", names, types, required
 * members and allowed values (read 2026-11-21).
 */

/**
 * How a field's cells are read and what kind of JSON value it becomes.
 * `id` and `zip` are text that merely looks like a number; `urlList` and `extension` become arrays.
 */
export type FieldKind =
  | 'text'
  | 'id'
  | 'zip'
  | 'state'
  | 'url'
  | 'urlList'
  | 'count'
  | 'bathrooms'
  | 'year'
  | 'days'
  | 'money'
  | 'area'
  | 'latitude'
  | 'longitude'
  | 'currency'
  | 'choice'
  | 'extension';

/** Where a field's value comes from: a column (or fixed value) of the tab, or the add-on's own settings. */
export type FieldOrigin = 'tab' | 'settings';

/** The groups in which people see fields. */
export type FieldGroup = 'identity' | 'status' | 'home' | 'price' | 'place' | 'presentation';

/** One member of the `RealEstateUpdate` body. */
export interface FieldDefinition {
  /** The member's documented name, in its documented case. */
  readonly name: string;
  readonly kind: FieldKind;
  /** Whether the document says "required". */
  readonly isRequired: boolean;
  /** What people call it. */
  readonly label: string;
  readonly group: FieldGroup;
  readonly origin: FieldOrigin;
  /** The documented allowed values of a `choice`, in documented order and case. */
  readonly options?: readonly string[];
  /** What a number counts or is measured in, for people. */
  readonly unit?: string;
}

/** Every member of the body, in the document's order. */
export const FIELDS = [
  field('SerialNumber', 'id', 'required', 'identity', 'Chatbot ID', {
    origin: 'settings',
  }),
  field('Key', 'id', 'required', 'identity', 'Key'),
  field('KeyType', 'choice', 'required', 'identity', 'Key type', {
    origin: 'settings',
    options: ['NewOaks', 'MLSNumber', 'URL'],
  }),
  field('SaleType', 'choice', 'required', 'status', 'Sale or rent', {
    options: ['for_sale', 'for_rent'],
  }),
  field('Status', 'choice', 'required', 'status', 'Listing status', {
    options: ['Active', 'PreOnMarket', 'Sold'],
  }),
  field('CurrencySymbol', 'currency', 'required', 'price', 'Currency symbol'),
  field('PropertyType', 'text', 'required', 'home', 'Property type'),
  field('Bedrooms', 'count', 'required', 'home', 'Bedrooms', { unit: 'rooms' }),
  field('Bathrooms', 'bathrooms', 'required', 'home', 'Bathrooms', {
    unit: 'rooms',
  }),
  field('Url', 'url', 'required', 'identity', 'Listing URL'),
  field('MLSNumber', 'id', 'required', 'identity', 'MLS number'),
  field('YearBuilt', 'year', 'required', 'home', 'Year built', { unit: 'year' }),
  field('DaysOnMarket', 'days', 'required', 'status', 'Days on market', { unit: 'days' }),
  field('LotArea', 'area', 'required', 'home', 'Lot area', { unit: 'area unit' }),
  field('BuildingArea', 'area', 'required', 'home', 'Building area', { unit: 'area unit' }),
  field('AreaUnit', 'choice', 'required', 'home', 'Area unit', {
    options: ['Square Feet', 'Square Meters'],
  }),
  field('Images', 'urlList', 'optional', 'presentation', 'Images'),
  field('Tours', 'choice', 'optional', 'presentation', 'Tours', {
    options: ['OpenHouse', '3D'],
  }),
  field('ParkingSpots', 'count', 'required', 'home', 'Parking spots', { unit: 'spots' }),
  field('Description', 'text', 'optional', 'presentation', 'Description'),
  field('ExtensionColumn', 'extension', 'optional', 'presentation', 'Extra information', {
    origin: 'settings',
  }),
  field('Location', 'text', 'optional', 'place', 'Location'),
  field('Address', 'text', 'optional', 'place', 'Address'),
  field('City', 'text', 'optional', 'place', 'City'),
  field('State', 'state', 'optional', 'place', 'State'),
  field('ZIP', 'zip', 'optional', 'place', 'ZIP'),
  field('Latitude', 'latitude', 'optional', 'place', 'Latitude', { unit: 'degrees' }),
  field('Longitude', 'longitude', 'optional', 'place', 'Longitude', {
    unit: 'degrees',
  }),
  field('SalePrice', 'money', 'optional', 'price', 'Sale price', {
    unit: 'currency',
  }),
  field('UnitAreaPrice', 'money', 'optional', 'price', 'Price per area', {
    unit: 'currency',
  }),
  field('HOAMonth', 'money', 'optional', 'price', 'HOA per month', {
    unit: 'currency',
  }),
  field('ZestimatePrice', 'money', 'optional', 'price', 'Estimated value', {
    unit: 'currency',
  }),
  field('RentPrice', 'money', 'optional', 'price', 'Rent', { unit: 'currency' }),
  field('SpaceType', 'choice', 'optional', 'price', 'Space for rent', {
    options: ['Entire place', 'Room'],
  }),
  field('DepositFee', 'money', 'optional', 'price', 'Deposit', { unit: 'currency' }),
] as const satisfies readonly FieldDefinition[];

/** The documented name of a member of the `RealEstateUpdate` body. */
export type FieldName = (typeof FIELDS)[number]['name'];

/** What identifies a listing remotely, as the documents name it. */
export type KeyType = 'NewOaks' | 'MLSNumber' | 'URL';

const FIELD_BY_NAME: ReadonlyMap<string, FieldDefinition> = new Map(
  FIELDS.map((definition) => [definition.name, definition]),
);

/** Whether a text is the documented name of a field. */
export function isFieldName(name: string): name is FieldName {
  return FIELD_BY_NAME.has(name);
}

/** The definition of a field. */
export function fieldDefinition(name: FieldName): FieldDefinition {
  const definition = FIELD_BY_NAME.get(name);
  if (definition === undefined) throw new Error(`unknown field ${name}`);
  return definition;
}

function field<const Name extends string>(
  name: Name,
  kind: FieldKind,
  need: 'required' | 'optional',
  group: FieldGroup,
  label: string,
  more: { readonly origin?: FieldOrigin; readonly options?: readonly string[]; readonly unit?: string } = {},
): FieldDefinition & { readonly name: Name } {
  const { origin = 'tab', ...rest } = more;
  return { name, kind, isRequired: need === 'required', group, label, origin, ...rest };
}
