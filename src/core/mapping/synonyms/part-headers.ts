/** Headers of columns that are only a part of a field: kinds of bathrooms, pieces of an address. */
import type { PartRole, StreetRole } from '../../listing/field-source.ts';
import { lazily } from '../../terms/lazily.ts';
import { headerKeys, normalizeHeader } from '../normalize-header.ts';

/** What a bathroom column can contribute. */
export type BathRole = Extract<PartRole, 'fullBaths' | 'threeQuarterBaths' | 'halfBaths' | 'quarterBaths'>;

/**
 * Headers of bathroom parts, the better name first. `BathroomsPartial` counts what is no full bath, mostly half ones.
 *
 * @see RESO Data Dictionary 2.1, https://dd.reso.org/DD2.1/Property (read 2026-11-21): `BathroomsTotalInteger` counts
 * a half bath as one, so that the parts are more exact than the total.
 */
export const bathKeys = keysOf<BathRole>(() => ({
  fullBaths: [
    'BathroomsFull',
    'FullBaths',
    'Full Bath',
    'Full Bathrooms',
    'Baths Full',
    'Bath Full',
    'Baths (Full)',
    '# Full Baths',
    'Full BA',
    'numberOfFullBathrooms',
    'Baños completos',
    'Baño completo',
    'Bagni completi',
    'Vollbäder',
    'FB',
    'F Baths',
  ],
  threeQuarterBaths: [
    'BathroomsThreeQuarter',
    '3/4 Baths',
    '3/4 Bath',
    'Three Quarter Baths',
    'ThreeQuarterBaths',
    'Baths 3/4',
  ],
  halfBaths: [
    'BathroomsHalf',
    'HalfBaths',
    'Half Bath',
    'Half Bathrooms',
    'Baths Half',
    'Bath Half',
    'Baths (Half)',
    '# Half Baths',
    '1/2 Baths',
    '1/2 Bath',
    'Half BA',
    'numberOfHalfBathrooms',
    'Medios baños',
    'Medio baño',
    '1/2 baños',
    '1/2 baño',
    'Lavabos',
    'Gäste-WC',
    'Mezzi bagni',
    'Mezzo bagno',
    'Meio banheiro',
    'HB',
    'H Baths',
    'Powder Rooms',
    'Powder Room',
    'BathroomsPartial',
    'Partial Baths',
    'Baths Partial',
  ],
  quarterBaths: ['BathroomsOneQuarter', '1/4 Baths', '1/4 Bath', 'One Quarter Baths', 'Quarter Baths'],
}));

/** What counts some of the parking spots. `CoveredSpaces` are those of garage and carport together. */
export type ParkingRole = 'garage' | 'attachedGarage' | 'detachedGarage' | 'carport' | 'covered' | 'open';

/** Headers of parking parts, the better name first. */
export const parkingKeys = keysOf<ParkingRole>(() => ({
  garage: [
    'GarageSpaces',
    'Garage Spaces',
    'Garage Stalls',
    '# Garage',
    'Garages',
    'Garage',
    'Garage Spots',
    'parking_garage',
  ],
  attachedGarage: ['Attached Garage Spaces', 'Attached Garage', 'Garage Attached', 'Garage (Attached)', 'Att Garage'],
  detachedGarage: ['Detached Garage Spaces', 'Detached Garage', 'Garage Detached', 'Garage (Detached)', 'Det Garage'],
  carport: ['CarportSpaces', 'Carport Spaces', 'Carports', 'Carport', '# Carport'],
  covered: ['CoveredSpaces', 'Covered Spaces', 'Covered Parking', 'Covered Parking Spaces'],
  open: [
    'OpenParkingSpaces',
    'UncoveredParking',
    'Open Parking Spaces',
    'Open Parking',
    'Uncovered Spaces',
    'Uncovered Parking Spaces',
    'Uncovered Parking',
    'Driveway Spaces',
    'Driveway',
    'Driveway Parking',
    'Off Street Parking',
    'Off Street Spaces',
    'Open Spaces',
  ],
}));

/** Words around the kind of a parking spot that say nothing of it. */
const AROUND_SPOTS = new Set(
  'parking spaces space spots spot stalls stall number no of count car cars capacity total n'.split(' '),
);
const KINDS_OF_SPOTS: readonly (readonly [ParkingRole, RegExp])[] = [
  ['garage', /^garages?$/],
  ['carport', /^carports?$/],
  ['covered', /^covered$/],
  ['open', /^(?:open|uncovered|surface|driveway|outdoor|outside|off street)$/],
];

/** Which spots a header counts by its words: `Parking - Carport`, `Surface Spaces`, `Number of Garage Stalls`. */
export function parkingRoleOf(header: string): ParkingRole | undefined {
  const words = normalizeHeader(header).split(' ');
  const left = words.filter((word) => !AROUND_SPOTS.has(word));
  // A mere *Open* or *Surface* is about something else.
  if (left.length === words.length) return undefined;
  const kind = left.join(' ');
  return KINDS_OF_SPOTS.find(([, pattern]) => pattern.test(kind))?.[0];
}

/** Headers of street parts, the better name first. */
export const streetKeys = keysOf<StreetRole>(() => ({
  streetNumber: [
    'StreetNumber',
    'Street No',
    'Street No.',
    'Street #',
    'St #',
    'St No',
    'Str #',
    'House Number',
    'House No',
    'House No.',
    'House #',
    'HouseNumber',
    'Address Number',
    'StreetNumberNumeric',
  ],
  streetDirection: ['StreetDirPrefix', 'Street Direction', 'Street Dir', 'Dir Prefix', 'Pre Dir', 'Direction', 'Dir'],
  streetName: [
    'StreetName',
    'Street',
    'St Name',
    'Road',
    'Road Name',
    'Address Street Name',
    'Straße',
    'Straßenname',
    'Straat',
    'Straatnaam',
    'Calle',
    'Rua',
    'Logradouro',
    'Ulica',
  ],
  streetSuffix: ['StreetSuffix', 'Street Type', 'St Type', 'St Suffix', 'Suffix'],
  houseNumber: [
    'Hausnummer',
    'Hausnr',
    'Hausnr.',
    'Haus-Nr.',
    'Huisnummer',
    'Huisnr',
    'Numero civico',
    'Número de calle',
    'Nr domu',
    'Numer domu',
  ],
  unit: [
    'UnitNumber',
    'Unit Number',
    'ApartmentNumber',
    'Apartment Number',
    'Unit #',
    'Unit No',
    'Unit No.',
    'Apt #',
    'Apt',
    'Apt.',
    'Apt No',
    'Apartment #',
    'Suite',
    'Suite #',
    'Ste',
    'Unit',
    'Address 2',
    'Address2',
    'Address Line 2',
    'addr2',
    'address.addr2',
  ],
}));

/** Headers that are the number of a house only where the street stands beside them. */
export const bareNumberKeys = lazily(
  (): ReadonlySet<string> =>
    new Set(['Número', 'Núm', 'Núm.', 'Nº', 'Nr', 'Nr.', 'No', 'No.', '#'].map((h) => headerKeys(h).signed)),
);

/** The order in which bathroom parts are named. */
export const BATH_ROLES: readonly BathRole[] = ['fullBaths', 'threeQuarterBaths', 'halfBaths', 'quarterBaths'];

/** The headers of parts in the form in which they are looked up, made when first asked for. */
function keysOf<Role extends string>(
  headersOf: () => { readonly [Name in Role]: readonly string[] },
): (role: Role) => readonly string[] {
  const keys = lazily(() => {
    const entries = Object.entries<readonly string[]>(headersOf());
    return new Map<string, readonly string[]>(
      entries.map(([role, headers]) => [role, headers.map((header) => headerKeys(header).signed)]),
    );
  });
  return (role) => keys().get(role) ?? [];
}
