/** Readable labels for the codes and abbreviations of property types; other types are free text and stay as they are. */
import { SEEN_IN } from './sources.ts';
import { type VocabularyEntry, vocabulary } from './vocabulary.ts';

const SINGLE_FAMILY = 'Single Family Residential';

const entries = (): readonly VocabularyEntry<string>[] => [
  { meaning: SINGLE_FAMILY, source: SEEN_IN.redfin, words: ['Single Family Residential'] },
  { meaning: SINGLE_FAMILY, source: SEEN_IN.reso, words: ['Single Family Residence', 'SingleFamilyPropertyType'] },
  { meaning: SINGLE_FAMILY, source: SEEN_IN.zillow, words: ['SINGLE_FAMILY', 'Single family', 'Single family home'] },
  {
    meaning: SINGLE_FAMILY,
    source: SEEN_IN.mls,
    words: ['SFR', 'SFH', 'SFD', 'House', 'Houses', 'Detached', 'Single-Family Detached'],
  },
  { meaning: 'Condo/Co-op', source: SEEN_IN.redfin, words: ['Condo/Co-op'] },
  { meaning: 'Condo', source: SEEN_IN.reso, words: ['Condominium', 'CondominiumPropertyType'] },
  { meaning: 'Condo', source: SEEN_IN.zillow, words: ['CONDO', 'CONDOS', 'CND'] },
  {
    meaning: 'Co-op',
    source: SEEN_IN.reso,
    words: ['Co-op', 'Stock Cooperative', 'StockCooperativePropertyType', 'Cooperative'],
  },
  { meaning: 'Townhouse', source: SEEN_IN.reso, words: ['Townhouse', 'TownhousePropertyType'] },
  {
    meaning: 'Townhouse',
    source: SEEN_IN.mls,
    words: ['Townhome', 'TOWNHOMES', 'Town house', 'TH', 'TWN', 'Row house', 'Rowhouse', 'Terraced'],
  },
  { meaning: 'Multi-Family (2-4 Unit)', source: SEEN_IN.redfin, words: ['Multi-Family (2-4 Unit)'] },
  {
    meaning: 'Multi-Family (5+ Unit)',
    source: SEEN_IN.redfin,
    words: ['Multi-Family (5+ Unit)', 'Apartment building'],
  },
  {
    meaning: 'Multi-Family',
    source: SEEN_IN.zillow,
    words: ['MULTI_FAMILY', 'Multifamily', 'MF', 'MultiFamilyPropertyType'],
  },
  { meaning: 'Duplex', source: SEEN_IN.reso, words: ['Duplex', 'DuplexPropertyType', '2-plex'] },
  { meaning: 'Triplex', source: SEEN_IN.reso, words: ['Triplex', 'TriplexPropertyType', '3-plex'] },
  {
    meaning: 'Fourplex',
    source: SEEN_IN.reso,
    words: ['Quadruplex', 'QuadruplexPropertyType', 'Fourplex', 'Quadplex', '4-plex'],
  },
  { meaning: 'Apartment', source: SEEN_IN.zillow, words: ['APARTMENT', 'APARTMENTS', 'Apt', 'ApartmentPropertyType'] },
  { meaning: 'Vacant Land', source: SEEN_IN.redfin, words: ['Vacant Land'] },
  {
    meaning: 'Vacant Land',
    source: SEEN_IN.zillow,
    words: ['LOT', 'Lots', 'Lot/Land', 'Lots/Land', 'LAND', 'UnimprovedLandPropertyType'],
  },
  { meaning: 'Vacant Land', source: SEEN_IN.usual, words: ['Acreage', 'Plot', 'Vacant lot', 'Unimproved Land'] },
  { meaning: 'Mobile/Manufactured Home', source: SEEN_IN.redfin, words: ['Mobile/Manufactured Home'] },
  {
    meaning: 'Mobile/Manufactured Home',
    source: SEEN_IN.zillow,
    words: ['MANUFACTURED', 'Mobile', 'Manufactured Home'],
  },
  {
    meaning: 'Mobile/Manufactured Home',
    source: SEEN_IN.reso,
    words: ['Mobile Home', 'Manufactured On Land', 'MobileHomePropertyType'],
  },
  {
    meaning: 'Mobile/Manufactured Home',
    source: SEEN_IN.event,
    words: ['MOBI', 'ManufacturedHomePropertyType', 'ManufacturedOnLandPropertyType'],
  },
  { meaning: 'Farm', source: SEEN_IN.reso, words: ['Farm', 'FARM', 'FarmPropertyType'] },
  { meaning: 'Ranch', source: SEEN_IN.redfin, words: ['Ranch', 'RanchPropertyType'] },
  { meaning: 'Timeshare', source: SEEN_IN.redfin, words: ['Timeshare', 'Time share', 'TimesharePropertyType'] },
  { meaning: 'Parking', source: SEEN_IN.redfin, words: ['Parking', 'Deeded Parking', 'DeededParkingPropertyType'] },
  { meaning: 'Boat Slip', source: SEEN_IN.reso, words: ['Boat Slip', 'BoatSlipPropertyType'] },
  { meaning: 'Cabin', source: SEEN_IN.reso, words: ['Cabin', 'CabinPropertyType'] },
  { meaning: 'Own Your Own', source: SEEN_IN.reso, words: ['Own Your Own', 'OwnYourOwnPropertyType'] },
  { meaning: 'Office', source: SEEN_IN.reso, words: ['Office', 'OfficePropertyType'] },
  { meaning: 'Retail', source: SEEN_IN.reso, words: ['Retail', 'RetailPropertyType'] },
  { meaning: 'Industrial', source: SEEN_IN.reso, words: ['Industrial', 'IndustrialPropertyType'] },
  { meaning: 'Warehouse', source: SEEN_IN.reso, words: ['Warehouse', 'WarehousePropertyType'] },
  { meaning: 'Hotel/Motel', source: SEEN_IN.reso, words: ['Hotel/Motel', 'Hotel', 'Motel', 'HotelMotelPropertyType'] },
  { meaning: 'Mixed Use', source: SEEN_IN.reso, words: ['Mixed Use', 'MixedUsePropertyType'] },
  {
    meaning: 'Business',
    source: SEEN_IN.reso,
    words: ['Business', 'Business Opportunity', 'BUSO', 'BusinessPropertyType'],
  },
  { meaning: 'Agriculture', source: SEEN_IN.reso, words: ['Agriculture', 'AgriculturePropertyType'] },
  { meaning: 'Residential', source: SEEN_IN.event, words: ['RESI'] },
  { meaning: 'Residential Lease', source: SEEN_IN.event, words: ['RLSE'] },
  { meaning: 'Residential Income', source: SEEN_IN.event, words: ['RINC'] },
  { meaning: 'Commercial Sale', source: SEEN_IN.event, words: ['COMS'] },
  { meaning: 'Commercial Lease', source: SEEN_IN.event, words: ['COML'] },
];

/** Words of property-type columns. Taught words are kept under `propertyType`. */
export const PROPERTY_TYPE = vocabulary('propertyType', entries);
