/** One empty slot for each field: what records of fields begin as. */
import type { FieldName } from './fields.ts';

/** Values by field, in the document's order. A slot that holds `undefined` is as good as absent, also in JSON. */
export type FieldSlots<Value> = { [Name in FieldName]: Value | undefined };

/**
 * An empty slot for each field, in the document's order; copy it with `{ ...EMPTY_SLOTS }`. Records that begin as this
 * one have the same members in the same order whichever of them are filled, and in which order: engines then handle a
 * row's records several times faster than ones that grow, and bodies come out in the document's order by themselves.
 */
export const EMPTY_SLOTS: Readonly<Record<FieldName, undefined>> = {
  SerialNumber: undefined,
  Key: undefined,
  KeyType: undefined,
  SaleType: undefined,
  Status: undefined,
  CurrencySymbol: undefined,
  PropertyType: undefined,
  Bedrooms: undefined,
  Bathrooms: undefined,
  Url: undefined,
  MLSNumber: undefined,
  YearBuilt: undefined,
  DaysOnMarket: undefined,
  LotArea: undefined,
  BuildingArea: undefined,
  AreaUnit: undefined,
  Images: undefined,
  Tours: undefined,
  ParkingSpots: undefined,
  Description: undefined,
  ExtensionColumn: undefined,
  Location: undefined,
  Address: undefined,
  City: undefined,
  State: undefined,
  ZIP: undefined,
  Latitude: undefined,
  Longitude: undefined,
  SalePrice: undefined,
  UnitAreaPrice: undefined,
  HOAMonth: undefined,
  ZestimatePrice: undefined,
  RentPrice: undefined,
  SpaceType: undefined,
  DepositFee: undefined,
};
