/** Headers that look as if they fed a field and must not: each has misled an importer before. */
import type { FieldName } from '../../listing/fields.ts';
import { lazily } from '../../terms/lazily.ts';
import { headerKeys } from '../normalize-header.ts';
import { INTERNAL_NAMES } from './internal-names.ts';

/** A header that is never matched to a field by itself; a person can still choose it. */
interface Trap {
  /** The field it is kept from; `every` keeps it from all of them. */
  readonly field: FieldName | 'every';
  readonly headers: readonly string[];
  /** Completes the sentence `"Photo Count" is left out: it …`. */
  readonly reason: string;
}

/**
 * The traps. `SALE TYPE` and `Style` may still be matched when their cells say sale or rent, or name property types.
 *
 * @see RESO Data Dictionary 2.1, https://dd.reso.org/DD2.1/Property (read 2026-11-21): what `PrivateRemarks`,
 * `LeaseAmount`, `ArchitecturalStyle`, `RoomsTotal` and `TaxAssessedValue` mean.
 */
const allTraps = (): readonly Trap[] => [
  {
    field: 'SaleType',
    headers: ['SALE TYPE', 'Special Listing Conditions'],
    reason: 'says by whom or how a home is sold, not whether it is for sale or for rent',
  },
  {
    field: 'PropertyType',
    headers: ['Style', 'Architectural Style', 'ArchitecturalStyle', 'Home Style', 'House Style'],
    reason: 'usually names the architecture, not the type of property',
  },
  {
    field: 'every',
    headers: [
      'Photo Count',
      'Photos Count',
      'PhotosCount',
      'Image Count',
      'Number of Photos',
      '# Photos',
      '# of Photos',
    ],
    reason: 'counts pictures instead of giving their addresses',
  },
  {
    field: 'MLSNumber',
    headers: ['Listing'],
    reason: 'names a listing in the words of whoever made the list',
  },
  {
    field: 'every',
    headers: INTERNAL_NAMES,
    reason: 'is internal and must not reach visitors',
  },
  {
    field: 'every',
    headers: [
      'Rooms',
      'Total Rooms',
      'Rooms Total',
      'RoomsTotal',
      '# Rooms',
      'Number of Rooms',
      'Zimmer',
      'num_rooms',
      'Kamers',
      'Aantal kamers',
      'Locali',
      'Vani',
      'Numero locali',
      'Pokoje',
      'Liczba pokoi',
      'Oda',
      'Oda sayısı',
      'Pièces',
      'Nombre de pièces',
      'Ambientes',
    ],
    reason: 'counts all rooms, not bedrooms',
  },
  {
    field: 'every',
    headers: [
      'TaxAssessedValue',
      'Tax Assessed Value',
      'Assessed Value',
      'assessed_value',
      'Taxes',
      'Tax',
      'Annual Tax',
    ],
    reason: 'is what the tax office says, neither a price nor an estimate of the value',
  },
  {
    field: 'every',
    headers: ['rentZestimate', 'Rent Zestimate', 'Rent Estimate', 'Estimated Rent', 'Market Rent'],
    reason: 'is an estimate, not the rent that is asked',
  },
  { field: 'every', headers: ['LeaseAmount', 'Lease Amount'], reason: 'is what a business pays for its own lease' },
  {
    field: 'every',
    headers: ['Pet Deposit', 'PetDeposit', 'Pet Fee', 'Earnest Money Deposit', 'Earnest Money', 'Key Deposit'],
    reason: 'is not the deposit of the home',
  },
  {
    field: 'every',
    headers: [
      'Original List Price',
      'OriginalListPrice',
      'Original Price',
      'Previous List Price',
      'PreviousListPrice',
      'Previous Price',
      'Old Price',
      'Price Change',
      'Price Reduction',
      'Price Drop',
    ],
    reason: 'is not the price of today',
  },
  {
    field: 'every',
    headers: ['Video', 'Video URL', 'Video Link', 'YouTube'],
    reason: 'is neither a picture nor a tour',
  },
  {
    field: 'every',
    headers: ['Annual HOA', 'HOA Annual', 'HOA/Year', 'HOA/yr', 'HOA Yearly', 'HOA Quarterly', 'HOA/Quarter'],
    reason: 'is not a monthly fee',
  },
  { field: 'every', headers: ['timeOnZillow'], reason: 'counts milliseconds, not days' },
  {
    field: 'every',
    headers: ['Lot #', 'Lot No', 'Lot No.', 'Lot Number', 'Parcel Number', 'APN', 'Tax ID'],
    reason: 'numbers the parcel in a plan',
  },
  {
    field: 'every',
    headers: ['SerialNumber', 'KeyType', 'ExtensionColumn'],
    reason: 'is set in the settings of the tab, not by a column',
  },
];

const trapsByKey = lazily(
  () => new Map(allTraps().flatMap((trap) => trap.headers.map((header) => [headerKeys(header).signed, trap] as const))),
);

/** Whether a header must not be matched to a field because of its mere name. */
export function isTrap(header: string, field: FieldName): boolean {
  const trap = trapOf(header);
  return trap !== undefined && (trap.field === 'every' || trap.field === field);
}

/** Why a header is left out, completing `it …`, or `undefined` for a header that is no trap. */
export function trapReason(header: string): string | undefined {
  return trapOf(header)?.reason;
}

/** Signs are kept, so that `Lot #` is a trap and `Lot` is not. */
function trapOf(header: string): Trap | undefined {
  return trapsByKey().get(headerKeys(header).signed);
}
