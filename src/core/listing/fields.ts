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
  /** One sentence that tells a person what belongs here. */
  readonly help: string;
  readonly group: FieldGroup;
  readonly origin: FieldOrigin;
  /** The documented allowed values of a `choice`, in documented order and case. */
  readonly options?: readonly string[];
  /** What a number counts or is measured in, for people. */
  readonly unit?: string;
}

/** Every member of the body, in the document's order. */
export const FIELDS = [
  field('SerialNumber', 'id', 'required', 'identity', 'Chatbot ID', 'The chatbot that receives the listing.', {
    origin: 'settings',
  }),
  field(
    'Key',
    'id',
    'required',
    'identity',
    'Key',
    'The NewOaks key of the listing; otherwise the MLS number or URL is the key.',
  ),
  field(
    'KeyType',
    'choice',
    'required',
    'identity',
    'Key type',
    'What the key is: a NewOaks key, an MLS number or a URL.',
    {
      origin: 'settings',
      options: ['NewOaks', 'MLSNumber', 'URL'],
    },
  ),
  field('SaleType', 'choice', 'required', 'status', 'Sale or rent', 'Whether the listing is for sale or for rent.', {
    options: ['for_sale', 'for_rent'],
  }),
  field(
    'Status',
    'choice',
    'required',
    'status',
    'Listing status',
    'Whether the listing is active, coming soon or sold.',
    {
      options: ['Active', 'PreOnMarket', 'Sold'],
    },
  ),
  field('CurrencySymbol', 'currency', 'required', 'price', 'Currency symbol', 'The sign of all prices, such as $.'),
  field('PropertyType', 'text', 'required', 'home', 'Property type', 'Such as Single Family Residential.'),
  field('Bedrooms', 'count', 'required', 'home', 'Bedrooms', 'Number of bedrooms; a studio has 0.', { unit: 'rooms' }),
  field('Bathrooms', 'bathrooms', 'required', 'home', 'Bathrooms', 'Number of bathrooms; a half bath counts 0.5.', {
    unit: 'rooms',
  }),
  field('Url', 'url', 'required', 'identity', 'Listing URL', 'The address of the listing page.'),
  field('MLSNumber', 'id', 'required', 'identity', 'MLS number', 'The number of the listing in its MLS.'),
  field('YearBuilt', 'year', 'required', 'home', 'Year built', 'The year the home was built.', { unit: 'year' }),
  field(
    'DaysOnMarket',
    'days',
    'required',
    'status',
    'Days on market',
    'For how many days the listing has been offered.',
    { unit: 'days' },
  ),
  field('LotArea', 'area', 'required', 'home', 'Lot area', 'The size of the land.', { unit: 'area unit' }),
  field('BuildingArea', 'area', 'required', 'home', 'Building area', 'The living area.', { unit: 'area unit' }),
  field('AreaUnit', 'choice', 'required', 'home', 'Area unit', 'The unit of both areas.', {
    options: ['Square Feet', 'Square Meters'],
  }),
  field('Images', 'urlList', 'optional', 'presentation', 'Images', 'Addresses of pictures.'),
  field('Tours', 'choice', 'optional', 'presentation', 'Tours', 'Whether there is an open house or a 3D tour.', {
    options: ['OpenHouse', '3D'],
  }),
  field('ParkingSpots', 'count', 'required', 'home', 'Parking spots', 'Number of parking spots.', { unit: 'spots' }),
  field('Description', 'text', 'optional', 'presentation', 'Description', 'The public description.'),
  field(
    'ExtensionColumn',
    'extension',
    'optional',
    'presentation',
    'Extra information',
    'Ticked columns that fit no other field.',
    {
      origin: 'settings',
    },
  ),
  field('Location', 'text', 'optional', 'place', 'Location', 'The neighborhood or area.'),
  field('Address', 'text', 'optional', 'place', 'Address', 'Street address with unit.'),
  field('City', 'text', 'optional', 'place', 'City', 'The city.'),
  field('State', 'state', 'optional', 'place', 'State', 'State or province.'),
  field('ZIP', 'zip', 'optional', 'place', 'ZIP', 'ZIP or postal code.'),
  field('Latitude', 'latitude', 'optional', 'place', 'Latitude', 'From -90 to 90.', { unit: 'degrees' }),
  field('Longitude', 'longitude', 'optional', 'place', 'Longitude', 'From -180 to 180; west is negative.', {
    unit: 'degrees',
  }),
  field('SalePrice', 'money', 'optional', 'price', 'Sale price', 'The price of a listing for sale.', {
    unit: 'currency',
  }),
  field('UnitAreaPrice', 'money', 'optional', 'price', 'Price per area', 'Price per square foot or square meter.', {
    unit: 'currency',
  }),
  field('HOAMonth', 'money', 'optional', 'price', 'HOA per month', 'Monthly fee of the owners association.', {
    unit: 'currency',
  }),
  field('ZestimatePrice', 'money', 'optional', 'price', 'Estimated value', 'A published estimate of the value.', {
    unit: 'currency',
  }),
  field('RentPrice', 'money', 'optional', 'price', 'Rent', 'Rent per month.', { unit: 'currency' }),
  field('SpaceType', 'choice', 'optional', 'price', 'Space for rent', 'Whether the entire place or a room is rented.', {
    options: ['Entire place', 'Room'],
  }),
  field('DepositFee', 'money', 'optional', 'price', 'Deposit', 'The deposit a tenant pays.', { unit: 'currency' }),
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
  help: string,
  more: { readonly origin?: FieldOrigin; readonly options?: readonly string[]; readonly unit?: string } = {},
): FieldDefinition & { readonly name: Name } {
  const { origin = 'tab', ...rest } = more;
  return { name, kind, isRequired: need === 'required', group, label, help, origin, ...rest };
}
