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

/** Whether a property type is offered for rent. */
export function isLease(propertyType: string): boolean {
  return LEASES.has(propertyType.toUpperCase());
}

/** A property type in words: the sub-type's label, else the type's; other words as they stand. */
export function propertyWords(propertyType: string, subType: string): string {
  return subTypeWords(subType) || (TYPE_WORDS[propertyType.toUpperCase()] ?? propertyType);
}

function subTypeWords(subType: string): string {
  const name = subType.endsWith(SUFFIX) ? subType.slice(0, -SUFFIX.length) : subType;
  return SUB_TYPE_WORDS[name] ?? subType;
}
