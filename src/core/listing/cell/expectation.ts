/** What belongs into a cell of each field, in words that complete "… is not …". */
import type { FieldName } from '../fields.ts';

const AN_ID = 'an ID such as ML81707355';

const EXPECTATIONS: Readonly<Record<FieldName, string>> = {
  SerialNumber: AN_ID,
  Key: AN_ID,
  KeyType: 'NewOaks, MLSNumber or URL',
  SaleType: '“for sale” or “for rent”',
  Status: 'a listing status such as Active, Coming Soon or Sold',
  CurrencySymbol: 'a currency sign or code such as $ or EUR',
  PropertyType: 'a property type such as Townhouse',
  Bedrooms: 'a number of bedrooms such as 3',
  Bathrooms: 'a number of bathrooms such as 2.5',
  Url: 'a full web address such as https://example.com/listing/1',
  MLSNumber: AN_ID,
  YearBuilt: 'a year such as 1998',
  DaysOnMarket: 'a number of days such as 12, or the date of listing',
  LotArea: 'an area such as 6000 sq ft or 0.25 ac',
  BuildingArea: 'an area such as 1850 or 170 m²',
  AreaUnit: 'Square Feet or Square Meters',
  Images: 'a list of picture addresses such as https://example.com/1.jpg',
  Tours: 'an open house or a 3D tour',
  ParkingSpots: 'a number of parking spots such as 2',
  Description: 'text',
  ExtensionColumn: 'text',
  Location: 'text',
  Address: 'a street address',
  City: 'the name of a city',
  State: 'a state or province such as CA',
  ZIP: 'a ZIP or postal code such as 94109',
  Latitude: 'a latitude from -60 to 90',
  Longitude: 'a longitude from -180 to 180',
  SalePrice: 'a price such as 450000',
  UnitAreaPrice: 'a price per area such as 250',
  HOAMonth: 'a monthly fee such as 350',
  ZestimatePrice: 'a value such as 450000',
  RentPrice: 'a monthly rent such as 2500',
  SpaceType: 'Entire place or Room',
  DepositFee: 'an amount such as 5000',
};

/** What was expected of a field's cell, such as `a number of bedrooms such as 3`. */
export function expectationOf(field: FieldName): string {
  return EXPECTATIONS[field];
}
