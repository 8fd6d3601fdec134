/** Listing rows for the end-to-end tests, headed with the field labels, and the records behind them. */
import type { ListingRecord } from '../../playground/platform/platform.ts';
import { CHATBOT_ID, openSheet, type SheetOptions, type TestSheet } from './listing-sheet.ts';

/** One column per field that a listing for sale usually has. */
export const LISTING_HEADERS = [
  ...['MLS number', 'Listing status', 'Sale or rent', 'Property type', 'Bedrooms', 'Bathrooms', 'Sale price'],
  ...['Currency symbol', 'Listing URL', 'Year built', 'Days on market', 'Lot area', 'Building area', 'Area unit'],
  ...['Parking spots', 'Address', 'City', 'State', 'ZIP', 'Description'],
] as const;

type Header = (typeof LISTING_HEADERS)[number];

/** A complete row, with the given cells instead. */
export function listingRow(mlsNumber: string, cells: { readonly [Name in Header]?: string } = {}): readonly string[] {
  const row: Readonly<Record<Header, string>> = {
    'MLS number': mlsNumber,
    'Listing status': 'Active',
    'Sale or rent': 'For sale',
    'Property type': 'Single Family Residential',
    Bedrooms: '3',
    Bathrooms: '2.5',
    'Sale price': '$450,000',
    'Currency symbol': '$',
    'Listing URL': `https://homes.example.com/${mlsNumber}`,
    'Year built': '1998',
    'Days on market': '12',
    'Lot area': '6000',
    'Building area': '2500',
    'Area unit': 'Square Feet',
    'Parking spots': '2',
    Address: '12 Sample Street',
    City: 'Springfield',
    State: 'IL',
    ZIP: '62701',
    Description: 'A quiet home.',
    ...cells,
  };
  return LISTING_HEADERS.map((header) => row[header]);
}

/** A sheet of complete listings. */
export function listingRows(...mlsNumbers: readonly string[]): readonly (readonly string[])[] {
  return [LISTING_HEADERS, ...mlsNumbers.map((mlsNumber) => listingRow(mlsNumber))];
}

/** The platform's records of listings. */
export function records(...mlsNumbers: readonly string[]): readonly ListingRecord[] {
  return mlsNumbers.map((mlsNumber) => ({
    Key: `PROP${mlsNumber}`,
    MLSNumber: mlsNumber,
    Url: `https://homes.example.com/${mlsNumber}`,
  }));
}

/** The body that a complete row becomes, field by field as the document spells it. */
export function updateBody(mlsNumber: string): Readonly<Record<string, unknown>> {
  return {
    SerialNumber: CHATBOT_ID,
    Key: mlsNumber,
    KeyType: 'MLSNumber',
    SaleType: 'for_sale',
    Status: 'Active',
    CurrencySymbol: '$',
    PropertyType: 'Single Family Residential',
    Bedrooms: 3,
    Bathrooms: 2.5,
    Url: `https://homes.example.com/${mlsNumber}`,
    MLSNumber: mlsNumber,
    YearBuilt: 1998,
    DaysOnMarket: 12,
    LotArea: 6000,
    BuildingArea: 2500,
    AreaUnit: 'Square Feet',
    ParkingSpots: 2,
    Description: 'A quiet home.',
    Address: '12 Sample Street',
    City: 'Springfield',
    State: 'IL',
    ZIP: '62701',
    SalePrice: 450000,
    UnitAreaPrice: 180,
  };
}

/** A sheet of complete listings, all of which the platform knows. */
export function openListingSheet(mlsNumbers: readonly string[], more: SheetOptions = {}): Promise<TestSheet> {
  return openSheet(listingRows(...mlsNumbers), {
    ...more,
    platform: { listings: records(...mlsNumbers), ...more.platform },
  });
}
