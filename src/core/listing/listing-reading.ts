/** What reading a row as a listing gives: values in the platform's terms, problems that need a person, and notes. */
import type { FieldName } from './fields.ts';
import type { UnknownWord } from './reading.ts';
import type { PlatformAreaUnit } from './vocabulary/area-unit.ts';
import type { StatusIntent } from './vocabulary/listing-status.ts';
import type { SpaceType, Tour } from './vocabulary/offers.ts';
import type { SaleType } from './vocabulary/sale-type.ts';

/** What a row's cells can give, ready to be sent. Areas are in `AreaUnit`, rent is per month. */
export interface FilledValues {
  readonly Key: string;
  readonly SaleType: SaleType;
  readonly Status: 'Active' | 'PreOnMarket' | 'Sold';
  readonly CurrencySymbol: string;
  readonly PropertyType: string;
  readonly Bedrooms: number;
  readonly Bathrooms: number;
  readonly Url: string;
  readonly MLSNumber: string;
  readonly YearBuilt: number;
  readonly DaysOnMarket: number;
  readonly LotArea: number;
  readonly BuildingArea: number;
  readonly AreaUnit: PlatformAreaUnit;
  readonly Images: readonly string[];
  readonly Tours: Tour;
  readonly ParkingSpots: number;
  readonly Description: string;
  readonly Location: string;
  readonly Address: string;
  readonly City: string;
  readonly State: string;
  readonly ZIP: string;
  readonly Latitude: number;
  readonly Longitude: number;
  readonly SalePrice: number;
  readonly UnitAreaPrice: number;
  readonly HOAMonth: number;
  readonly ZestimatePrice: number;
  readonly RentPrice: number;
  readonly SpaceType: SpaceType;
  readonly DepositFee: number;
}

/** The values a row's cells give; absent is not 0. */
export type RowValues = { readonly [Name in keyof FilledValues]?: FilledValues[Name] | undefined };

/** A cell that cannot be read, in a sentence: `Bedrooms: “two” is not a number of bedrooms such as 3.` */
export interface ListingProblem {
  readonly field: FieldName;
  /** The column to look at; absent for fixed values and for problems between columns. */
  readonly header?: string;
  readonly message: string;
  /** The word a team could teach, where that is all that is wrong. */
  readonly unknownWord?: UnknownWord;
}

/** A row read as a listing. */
export interface ListingReading {
  readonly values: RowValues;
  /** Any of these makes the row Invalid. */
  readonly problems: readonly ListingProblem[];
  /** What a person may want to know although the row can be sent; each a sentence. */
  readonly notes: readonly string[];
  /** Fields whose value was computed: converted, counted from a date, or divided. */
  readonly derived: readonly FieldName[];
  /** What the status asks for; absent when the row has none that can be read. */
  readonly statusIntent?: StatusIntent;
  /** The day, `YYYY-MM-DD`, from which the days on the market are counted until today; absent where they do not grow by themselves. */
  readonly daysSince?: string;
}
