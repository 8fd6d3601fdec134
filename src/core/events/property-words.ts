/** The property types of messages, in the words people read. */

/** Codes that mean a lease; all others are for sale. */
const LEASES: ReadonlySet<string> = new Set(['RLSE', 'COML']);

const TYPE_WORDS: Readonly<Record<string, string>> = {
  RESI: 'Residential',
  RLSE: 'Residential Lease',
  RINC: 'Residential Income',
  LAND: 'Land',
  MOBI: 'Mobile Home',
  FARM: 'Farm',
  COMS: 'Commercial Sale',
  COML: 'Commercial Lease',
  BUSO: 'Business Opportunity',
};

const SUB_TYPE_WORDS: Readonly<Record<string, string>> = {
  Apartment: 'Apartment',
  BoatSlip: 'Boat Slip',
  Cabin: 'Cabin',
  Condominium: 'Condominium',
  DeededParking: 'Deeded Parking',
  Duplex: 'Duplex',
  Farm: 'Farm',
  ManufacturedHome: 'Manufactured Home',
  ManufacturedOnLand: 'Manufactured On Land',
  MobileHome: 'Mobile Home',
  OwnYourOwn: 'Own Your Own',
  Quadruplex: 'Quadruplex',
  Ranch: 'Ranch',
  SingleFamily: 'Single Family Residential',
  StockCooperative: 'Stock Cooperative',
  Timeshare: 'Timeshare',
  Townhouse: 'Townhouse',
  Triplex: 'Triplex',
  Agriculture: 'Agriculture',
  Business: 'Business',
  HotelMotel: 'Hotel/Motel',
  Industrial: 'Industrial',
  MixedUse: 'Mixed Use',
  MultiFamily: 'Multi Family',
  Office: 'Office',
  Retail: 'Retail',
  UnimprovedLand: 'Unimproved Land',
  Warehouse: 'Warehouse',
  Other: 'Other',
};

const SUFFIX = 'PropertyType';

/** The four-letter codes of the document, in its order. */
export const PROPERTY_TYPE_CODES: readonly string[] = Object.keys(TYPE_WORDS);

/** The sub-types of the document, in its order; `Other` came later and is not among them. */
export const SUB_TYPE_CODES: readonly string[] = Object.keys(SUB_TYPE_WORDS)
  .filter((name) => name !== 'Other')
  .map((name) => `${name}${SUFFIX}`);

/** Whether a property type is offered for rent. */
export function isLease(propertyType: string): boolean {
  return LEASES.has(propertyType.toUpperCase());
}

/** A property type in words: the sub-type's label, else the type's; other words as they stand. */
export function propertyWords(propertyType: string, subType: string): string {
  return subTypeWords(subType) || (TYPE_WORDS[propertyType.toUpperCase()] ?? propertyType);
}

/** The sub-type of a label, such as `SingleFamilyPropertyType`; `undefined` for other words. */
export function subTypeOf(words: string): string | undefined {
  const wanted = squeezed(words);
  const found = Object.entries(SUB_TYPE_WORDS).find(
    ([name, label]) => name !== 'Other' && [label, name, `${name}${SUFFIX}`].some((word) => squeezed(word) === wanted),
  );
  const name = found?.[0] ?? OTHER_WORDS[wanted];
  return name === undefined ? undefined : `${name}${SUFFIX}`;
}

/** The four-letter code of a label; `undefined` for other words. */
export function propertyTypeOf(words: string): string | undefined {
  const wanted = squeezed(words);
  return Object.entries(TYPE_WORDS).find(([code, label]) =>
    [code, label].some((word) => squeezed(word) === wanted),
  )?.[0];
}

/** What kind of home a sub-type is of, as a code for what is offered for sale. */
export function typeOfSubType(subType: string): string {
  const name = subType.slice(0, -SUFFIX.length);
  return TYPE_BY_SUB_TYPE[name] ?? 'RESI';
}

const TYPE_BY_SUB_TYPE: Readonly<Record<string, string>> = {
  Farm: 'FARM',
  Agriculture: 'FARM',
  UnimprovedLand: 'LAND',
  MobileHome: 'MOBI',
  Business: 'BUSO',
  HotelMotel: 'COMS',
  Industrial: 'COMS',
  MixedUse: 'COMS',
  Office: 'COMS',
  Retail: 'COMS',
  Warehouse: 'COMS',
  MultiFamily: 'RINC',
};

/** Words that people use for a sub-type and that are not its label. */
const OTHER_WORDS: Readonly<Record<string, string>> = {
  condo: 'Condominium',
  house: 'SingleFamily',
  singlefamily: 'SingleFamily',
  singlefamilyhome: 'SingleFamily',
  townhome: 'Townhouse',
  rowhouse: 'Townhouse',
  flat: 'Apartment',
  vacantland: 'UnimprovedLand',
  lot: 'UnimprovedLand',
};

function subTypeWords(subType: string): string {
  const name = subType.endsWith(SUFFIX) ? subType.slice(0, -SUFFIX.length) : subType;
  return SUB_TYPE_WORDS[name] ?? subType;
}

function squeezed(words: string): string {
  return words.toLowerCase().replace(/[^a-z]/g, '');
}
