/** Updates one listing by its key. */
import * as v from 'valibot';
import type { ListingMembers } from '../records.ts';
import { closedObject, filledText, keyType, number, oneOf, text, webAddress } from './body-schemas.ts';
import { endpoint, type Operation } from './endpoint.ts';

type UpdateBody = v.InferOutput<typeof updateBody>;

const extensionItem = closedObject({ Key: filledText, value: text });

/**
 * `RealEstateUpdate`: 17 required and 18 optional members.
 *
 * @see https://chat.gaiagpt.me/guides/developer/api/realestate/update "Update Real Estate" (read 2026-11-21)
 */
const updateBody = closedObject({
  SerialNumber: filledText,
  Key: filledText,
  KeyType: keyType,
  SaleType: oneOf(['for_sale', 'for_rent']),
  Status: oneOf(['Active', 'PreOnMarket', 'Sold']),
  CurrencySymbol: filledText,
  PropertyType: filledText,
  Bedrooms: number,
  Bathrooms: number,
  Url: webAddress,
  MLSNumber: filledText,
  YearBuilt: number,
  DaysOnMarket: number,
  LotArea: number,
  BuildingArea: number,
  AreaUnit: oneOf(['Square Feet', 'Square Meters']),
  Images: v.exactOptional(v.array(webAddress, 'an array of image URLs')),
  Tours: v.exactOptional(oneOf(['OpenHouse', '3D'])),
  ParkingSpots: number,
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
});

/** `RealEstateUpdate`, as its document has it. */
export const realEstateUpdate = endpoint('RealEstateUpdate', updateBody, updateOperation);

function updateOperation(body: UpdateBody): Operation {
  const { SerialNumber, Key, KeyType, ...members } = body;
  return {
    serialNumber: SerialNumber,
    serialMember: 'SerialNumber',
    carryOut(records, share) {
      const count = share < 1 ? 0 : records.replaceListings(KeyType, Key, members satisfies ListingMembers);
      return { data: count, isApplied: count > 0 };
    },
  };
}
