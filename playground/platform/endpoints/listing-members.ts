/** The members of a listing in a body, as "Update Real Estate" and "Create Real Estate" list them. */
import * as v from 'valibot';
import { closedObject, filledText, number, oneOf, text, webAddress } from './body-schemas.ts';

const extensionItem = closedObject({ Key: filledText, value: text });

/** What every example request of the document has, and the list of members requires as well. */
const inExamples = {
  SaleType: oneOf(['for_sale', 'for_rent']),
  Status: oneOf(['Active', 'PreOnMarket', 'Sold']),
  PropertyType: filledText,
  Bedrooms: number,
  Bathrooms: number,
  MLSNumber: filledText,
};

/** What the list of members requires, and no example request has. */
const onlyInList = {
  CurrencySymbol: filledText,
  Url: webAddress,
  YearBuilt: number,
  DaysOnMarket: number,
  LotArea: number,
  BuildingArea: number,
  AreaUnit: oneOf(['Square Feet', 'Square Meters']),
  ParkingSpots: number,
};

const optional = {
  Images: v.exactOptional(v.array(webAddress, 'an array of image URLs')),
  Tours: v.exactOptional(oneOf(['OpenHouse', '3D'])),
  Description: v.exactOptional(text),
  ExtensionColumn: v.exactOptional(v.array(extensionItem, 'an array of {Key, value}')),
  Location: v.exactOptional(text),
  Address: v.exactOptional(text),
  City: v.exactOptional(text),
  State: v.exactOptional(text),
  ZIP: v.exactOptional(text),
  Latitude: v.exactOptional(number),
  Longitude: v.exactOptional(number),
  SalePrice: v.exactOptional(number),
  UnitAreaPrice: v.exactOptional(number),
  HOAMonth: v.exactOptional(number),
  ZestimatePrice: v.exactOptional(number),
  RentPrice: v.exactOptional(number),
  SpaceType: v.exactOptional(oneOf(['Entire place', 'Room'])),
  DepositFee: v.exactOptional(number),
};

/** All members by the list of the document, in its order. */
export const MEMBERS_BY_LIST = {
  SaleType: inExamples.SaleType,
  Status: inExamples.Status,
  CurrencySymbol: onlyInList.CurrencySymbol,
  PropertyType: inExamples.PropertyType,
  Bedrooms: inExamples.Bedrooms,
  Bathrooms: inExamples.Bathrooms,
  Url: onlyInList.Url,
  MLSNumber: inExamples.MLSNumber,
  YearBuilt: onlyInList.YearBuilt,
  DaysOnMarket: onlyInList.DaysOnMarket,
  LotArea: onlyInList.LotArea,
  BuildingArea: onlyInList.BuildingArea,
  AreaUnit: onlyInList.AreaUnit,
  ParkingSpots: onlyInList.ParkingSpots,
  ...optional,
};

/** The same by the example requests of the document, all four of which leave out eight of the members that its list requires. */
export const MEMBERS_BY_EXAMPLES = {
  ...inExamples,
  CurrencySymbol: v.exactOptional(onlyInList.CurrencySymbol),
  Url: v.exactOptional(onlyInList.Url),
  YearBuilt: v.exactOptional(onlyInList.YearBuilt),
  DaysOnMarket: v.exactOptional(onlyInList.DaysOnMarket),
  LotArea: v.exactOptional(onlyInList.LotArea),
  BuildingArea: v.exactOptional(onlyInList.BuildingArea),
  AreaUnit: v.exactOptional(onlyInList.AreaUnit),
  ParkingSpots: v.exactOptional(onlyInList.ParkingSpots),
  ...optional,
};
