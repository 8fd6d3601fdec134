/** Column sets that follow a published standard: RESO, the two ad feeds, the platform's own field names. */
import { FIELDS } from '../../listing/fields.ts';
import { exportColumns, type KnownExport } from './known-export.ts';

/**
 * RESO field names, as MLS exports and IDX feeds use them. `PropertyType` says sale or lease (`Residential Lease`), so
 * it feeds sale or rent where `PropertySubType` names the type of home. The lot in square feet is preferred, since the
 * body has one unit for both areas.
 *
 * @see RESO Data Dictionary 2.1, https://dd.reso.org/DD2.1/Property (read 2026-11-21).
 */
export const resoExport = (): KnownExport => ({
  name: 'RESO export',
  signature: [
    ['StandardStatus', 'MlsStatus'],
    ['ListPrice'],
    ['ListingId', 'ListingKey'],
    ['BedroomsTotal', 'LivingArea'],
  ],
  columns: exportColumns({
    SaleType: [{ header: 'PropertyType', when: ['resoTypeWord', 'rentWord'], isSpare: true }],
    Status: ['StandardStatus', 'MlsStatus'],
    PropertyType: ['PropertySubType', 'PropertyType'],
    Bedrooms: ['BedroomsTotal'],
    Url: ['ListingURL'],
    MLSNumber: ['ListingId'],
    YearBuilt: ['YearBuilt'],
    DaysOnMarket: ['DaysOnMarket', 'CumulativeDaysOnMarket', 'ListingContractDate', 'OnMarketDate'],
    LotArea: ['LotSizeSquareFeet', 'LotSizeAcres', 'LotSizeArea'],
    BuildingArea: ['LivingArea', 'BuildingAreaTotal', 'AboveGradeFinishedArea'],
    AreaUnit: ['LivingAreaUnits', 'BuildingAreaUnits'],
    ParkingSpots: ['ParkingTotal'],
    Description: ['PublicRemarks'],
    Location: ['SubdivisionName', 'MLSAreaMajor', 'CountyOrParish'],
    Address: ['UnparsedAddress'],
    City: ['City', 'PostalCity'],
    State: ['StateOrProvince'],
    ZIP: ['PostalCode'],
    Latitude: ['Latitude'],
    Longitude: ['Longitude'],
    SalePrice: [{ header: 'ClosePrice', onlySold: true }, 'ListPrice'],
    UnitAreaPrice: ['SalePricePerSquareFoot'],
    HOAMonth: ['AssociationFee'],
  }),
  fixedValues: {},
  keyTypes: ['MLSNumber', 'URL'],
  seldomHas: {
    ParkingSpots: 'MLSs name parking in several fields, and not for every home.',
    LotArea: 'An MLS has no lot for condos.',
    YearBuilt: 'An MLS has no year for land and for some old homes.',
  },
});

/**
 * The Meta home listings catalogue. `availability` says sale or rent (`for_sale`, `for_rent`) or what became of the
 * listing (`sale_pending`, `recently_sold`); the price carries its currency (`450000 USD`).
 *
 * @see https://developers.facebook.com/docs/marketing-api/real-estate-ads/get-started (read 2026-11-21).
 */
export const metaHomeListings = (): KnownExport => ({
  name: 'Meta home listings feed',
  signature: [['home_listing_id'], ['availability', 'listing_type', 'image[0].url']],
  columns: exportColumns({
    SaleType: [
      { header: 'listing_type', when: ['saleWord', 'rentWord'] },
      { header: 'availability', when: ['saleWord', 'rentWord'], isSpare: true },
    ],
    Status: [{ header: 'availability', when: ['statusWord', 'soldWord'] }],
    PropertyType: ['property_type'],
    Bedrooms: ['num_beds'],
    Bathrooms: ['num_baths'],
    Url: ['url'],
    YearBuilt: ['year_built'],
    DaysOnMarket: ['days_on_market'],
    BuildingArea: ['area_size'],
    AreaUnit: ['area_unit'],
    ParkingSpots: ['parking_spaces'],
    Description: ['description'],
    Location: ['neighborhood[0]'],
    Address: ['address.addr1', 'addr1'],
    City: ['address.city', 'city'],
    State: ['address.region', 'region'],
    ZIP: ['address.postal_code', 'postal_code'],
    Latitude: ['latitude'],
    Longitude: ['longitude'],
    SalePrice: ['price'],
  }),
  fixedValues: {},
  keyTypes: ['URL'],
  seldomHas: {
    MLSNumber: 'A catalog of ads has no MLS number; the page’s address is the key.',
    YearBuilt: 'Years are optional in a catalog.',
    DaysOnMarket: 'A catalog counts days only where somebody fills them in.',
    LotArea: 'A catalog has one area, that of the home.',
    BuildingArea: 'Areas are optional in a catalog.',
    ParkingSpots: 'A catalog says what kind of parking there is, not how much.',
  },
});

/**
 * The real-estate feed of Google Ads. Its listing ID is the advertiser's own and no MLS number; the address may be the
 * whole one; the price carries its currency (`200,000.00 USD`).
 *
 * @see https://developers.google.com/google-ads/api/reference/rpc/v20/DynamicRealEstateAsset (read 2026-11-21).
 */
export const googleAdsFeed = (): KnownExport => ({
  name: 'Google Ads real estate feed',
  signature: [['Listing ID'], ['Listing name'], ['Final URL', 'Final URLs']],
  columns: exportColumns({
    SaleType: [{ header: 'Listing type', when: ['saleWord', 'rentWord'] }],
    PropertyType: ['Property type'],
    Url: ['Final URL', 'Final URLs'],
    Images: ['Image URL'],
    Description: ['Description'],
    Address: ['Address'],
    City: ['City name'],
    SalePrice: ['Price'],
  }),
  fixedValues: {},
  keyTypes: ['URL'],
  seldomHas: Object.fromEntries(
    (
      [
        'Bedrooms',
        'Bathrooms',
        'MLSNumber',
        'YearBuilt',
        'DaysOnMarket',
        'LotArea',
        'BuildingArea',
        'ParkingSpots',
      ] as const
    ).map((field) => [field, 'A feed of ads has no column for it.']),
  ),
});

/** Names that only the platform's own body uses in this spelling. */
const OWN_NAMES = [
  'SaleType',
  'CurrencySymbol',
  'BuildingArea',
  'LotArea',
  'AreaUnit',
  'ParkingSpots',
  'UnitAreaPrice',
  'HOAMonth',
  'ZestimatePrice',
  'RentPrice',
  'DepositFee',
  'SpaceType',
  'MLSNumber',
];

/** How many of them make it clear; other sheets share one or two by chance. */
const OWN_NAMES_MINIMUM = 4;

/**
 * A sheet whose headers are the platform's own field names.
 *
 * @see https://www.newoaks.ai/guides/developer/api/realestate/update "Update Real Estate" (read 2026-11-21).
 */
export const platformFields = (): KnownExport => ({
  name: 'sheet with NewOaks field names',
  signature: OWN_NAMES.map((name) => [name]),
  signatureMinimum: OWN_NAMES_MINIMUM,
  isVerbatim: true,
  columns: FIELDS.filter(({ origin }) => origin === 'tab').map(({ name }) => ({ field: name, header: name })),
  fixedValues: {},
  keyTypes: ['NewOaks', 'MLSNumber', 'URL'],
  seldomHas: {},
});
