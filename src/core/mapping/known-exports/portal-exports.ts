/** Exports of portals: the Redfin download and the column sets of Realtor-style and Zillow-style files. */
import { exportColumns, type KnownExport } from './known-export.ts';

/**
 * The Redfin download, in its three generations: `STATE` and `ZIP` (2018), `STATE OR PROVINCE` and `ZIP OR POSTAL CODE`
 * with a URL column that says `http://` (2020) and `https://` (since 2022). The URL column is known by how its name
 * begins. `SALE TYPE` says who sells; the download itself only holds homes for sale and past sales, in square feet.
 *
 * @see https://www.redfin.com/buy-a-home/comparative-market-analysis (read 2026-11-21), named in the download's header.
 */
export const redfinDownload = (): KnownExport => ({
  name: 'Redfin download',
  signature: [
    ['SALE TYPE'],
    ['$/SQUARE FEET'],
    ['HOA/MONTH'],
    ['MLS#'],
    ['SQUARE FEET'],
    ['DAYS ON MARKET'],
    ['ZIP OR POSTAL CODE', 'ZIP'],
    ['NEXT OPEN HOUSE START TIME'],
  ],
  signatureMinimum: 6,
  columns: exportColumns({
    Status: ['STATUS'],
    PropertyType: ['PROPERTY TYPE'],
    Bedrooms: ['BEDS'],
    Bathrooms: ['BATHS'],
    Url: [{ header: 'URL (SEE', isPrefix: true }],
    MLSNumber: ['MLS#'],
    Tours: ['NEXT OPEN HOUSE START TIME'],
    YearBuilt: ['YEAR BUILT'],
    DaysOnMarket: ['DAYS ON MARKET'],
    LotArea: ['LOT SIZE'],
    BuildingArea: ['SQUARE FEET'],
    Location: ['LOCATION'],
    Address: ['ADDRESS'],
    City: ['CITY'],
    State: ['STATE OR PROVINCE', 'STATE'],
    ZIP: ['ZIP OR POSTAL CODE', 'ZIP'],
    Latitude: ['LATITUDE'],
    Longitude: ['LONGITUDE'],
    SalePrice: ['PRICE'],
    UnitAreaPrice: ['$/SQUARE FEET'],
    HOAMonth: ['HOA/MONTH'],
  }),
  fixedValues: { SaleType: 'for_sale', CurrencySymbol: '$', AreaUnit: 'Square Feet' },
  keyTypes: ['MLSNumber', 'URL'],
  seldomHas: {
    ParkingSpots: 'A Redfin download has no column for parking.',
    LotArea: 'It has no lot size for most condos.',
    BuildingArea: 'It has no size where the MLS gives none.',
    YearBuilt: 'It has no year where the MLS gives none.',
    DaysOnMarket: 'It has no days for homes that are coming soon.',
  },
});

/**
 * Realtor-style files as HomeHarvest writes them: full and half baths apart, the main photo apart from the others,
 * `status` for sale or rent and sold, `mls_status` for the word of the MLS.
 *
 * @see https://github.com/ZacharyHampton/HomeHarvest, `homeharvest/utils.py` (read 2026-11-21).
 */
export const realtorStyleExport = (): KnownExport => ({
  name: 'Realtor-style export',
  signature: [['property_url'], ['mls_id'], ['full_street_line', 'street'], ['list_price'], ['full_baths']],
  columns: exportColumns({
    SaleType: [{ header: 'status', when: ['saleWord', 'rentWord'], isSpare: true }],
    Status: ['mls_status', 'status'],
    PropertyType: ['style'],
    Bedrooms: ['beds'],
    Url: ['property_url', 'permalink'],
    MLSNumber: ['mls_id'],
    YearBuilt: ['year_built'],
    DaysOnMarket: ['days_on_mls', 'list_date'],
    LotArea: ['lot_sqft'],
    BuildingArea: ['sqft'],
    ParkingSpots: ['parking_garage'],
    Description: ['text'],
    Location: ['neighborhoods', 'county'],
    Address: ['full_street_line', 'street'],
    City: ['city'],
    State: ['state'],
    ZIP: ['zip_code'],
    Latitude: ['latitude'],
    Longitude: ['longitude'],
    SalePrice: [{ header: 'sold_price', onlySold: true }, 'list_price'],
    UnitAreaPrice: ['price_per_sqft'],
    HOAMonth: ['hoa_fee'],
    ZestimatePrice: ['estimated_value'],
  }),
  fixedValues: { CurrencySymbol: '$', AreaUnit: 'Square Feet' },
  keyTypes: ['MLSNumber', 'URL'],
  seldomHas: {
    ParkingSpots: 'Such files count garages only.',
    LotArea: 'They have no lot for condos.',
    BuildingArea: 'They have no size where the MLS gives none.',
    YearBuilt: 'They have no year where the MLS gives none.',
    DaysOnMarket: 'They have no days for homes that are coming soon.',
  },
});

/**
 * Zillow-style column sets, of search results (`statusType`, `addressStreet`) and of single homes (`homeStatus`,
 * `streetAddress`). Relative links are no listing URLs, and `parking` may be prose: both are left to the cells.
 *
 * @see https://github.com/luminati-io/Zillow-dataset-samples (read 2026-11-21).
 */
export const zillowStyleExport = (): KnownExport => ({
  name: 'Zillow-style export',
  signature: [
    ['zpid'],
    [
      'homeStatus',
      'statusType',
      'statusText',
      'homeType',
      'hdpUrl',
      'detailUrl',
      'imgSrc',
      'zestimate',
      'daysOnZillow',
    ],
  ],
  columns: exportColumns({
    SaleType: [
      { header: 'statusType', when: ['saleWord', 'rentWord'] },
      { header: 'homeStatus', when: ['saleWord', 'rentWord'], isSpare: true },
      { header: 'statusText', when: ['saleWord', 'rentWord'], isSpare: true },
    ],
    Status: ['homeStatus', 'statusText', 'keystoneHomeStatus', 'statusType'].map((header) => ({
      header,
      when: ['statusWord', 'soldWord'],
    })),
    CurrencySymbol: ['currency'],
    PropertyType: ['homeType', 'propertyTypeDimension'],
    Bedrooms: ['bedrooms', 'beds'],
    Bathrooms: ['bathrooms', 'baths'],
    Url: ['url', 'detailUrl', 'hdpUrl'],
    MLSNumber: ['mlsid'],
    YearBuilt: ['yearBuilt', 'year_built'],
    DaysOnMarket: ['daysOnZillow'],
    LotArea: ['lotSize', 'lotAreaValue'],
    BuildingArea: ['livingArea', 'livingAreaValue', 'area'],
    AreaUnit: ['livingAreaUnits', 'livingAreaUnitsShort'],
    Images: ['photos', 'hiResImageLink', 'imgSrc'],
    ParkingSpots: ['parking'],
    Description: ['description'],
    Location: ['neighborhoodRegion', 'parentRegion'],
    Address: ['streetAddress', 'addressStreet', 'address'],
    City: ['city', 'addressCity'],
    State: ['state', 'addressState'],
    ZIP: ['zipcode', 'addressZipcode'],
    Latitude: ['latitude', 'latLong.latitude'],
    Longitude: ['longitude', 'latLong.longitude'],
    SalePrice: [{ header: 'lastSoldPrice', onlySold: true }, 'unformattedPrice', 'price'],
    UnitAreaPrice: ['priceSqft', 'pricePerSquareFoot', 'resoFacts.pricePerSquareFoot'],
    HOAMonth: ['monthlyHoaFee', 'hoaFee'],
    ZestimatePrice: ['zestimate'],
  }),
  fixedValues: { CurrencySymbol: '$', AreaUnit: 'Square Feet' },
  keyTypes: ['MLSNumber', 'URL'],
  seldomHas: {
    MLSNumber: 'Search results have no MLS number; the page’s address is the key.',
    ParkingSpots: 'Parking is described in words, if at all.',
    LotArea: 'They have no lot for condos.',
    BuildingArea: 'They have no size where the owner gives none.',
    YearBuilt: 'Search results have no year.',
    DaysOnMarket: 'They have no days for homes that are coming soon.',
  },
});
