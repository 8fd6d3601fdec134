/** Asks about areas that can hardly be what they say: a unit is missing, thousands were lost, or something else is meant. */
import type { AreaValue } from '../cell/read-area.ts';
import type { AreaUnit, PlatformAreaUnit } from '../vocabulary/area-unit.ts';
import { type ListingDraft, quote, reportProblem } from './listing-draft.ts';

const LAND = 'Vacant Land';

/** A lot below this, in feet or meters, is no lot: the number is in acres or hectares that nothing names. */
const SMALLEST_LOT = 10;
/** A building below this, in feet or meters, is none. */
const SMALLEST_BUILDING = 5;
/** A lot below this is none in feet, and none in meters next to a building above the other. */
const SUSPICIOUS_LOT = 100;
const ORDINARY_BUILDING = 1_000;
/** Nor is one in feet that is so many times smaller than its building. */
const TIMES_SMALLER = 4;

/** A home has seldom so many acres, and a header cannot know of a row that is in feet. */
const LARGEST_BESIDE_HOME = 1_000;

/** What a home has at least in feet, and at most in meters, for each of its bedrooms. */
const LEAST_FEET_FOR_A_BEDROOM = 150;
const MOST_METERS_FOR_A_BEDROOM = 300;

/** Whether an area is the building's, and as large as one can be; reports why not. */
export function isBelievedBuilding(
  draft: ListingDraft,
  building: AreaValue,
  own: AreaUnit | undefined,
  given: AreaUnit | undefined,
  unit: PlatformAreaUnit | undefined,
): boolean {
  return isMeasuredAsBuilding(draft, own, given) && isNoLand(draft) && isPlausibleBuilding(draft, building, unit);
}

/** Acres and hectares measure land: given for a whole row they say nothing of its building. */
function isMeasuredAsBuilding(draft: ListingDraft, own: AreaUnit | undefined, given: AreaUnit | undefined): boolean {
  if ((given !== 'Acres' && given !== 'Hectares') || own !== undefined) return true;
  const shown = quote(draft.readings.BuildingArea?.shown ?? '');
  reportProblem(draft, 'BuildingArea', `${shown} has no unit of its own, and ${given} measure land; write the unit.`);
  return false;
}

const NAMES_BUILDING = /build|bldg|living|floor|house|home|interior|built|finished|heated|\bgla\b|wohn|habita|constru/i;

/** Land has no building to measure: a mere *Size* is the lot's there, where nothing else gives one. */
function isNoLand(draft: ListingDraft): boolean {
  const source = draft.readings.BuildingArea;
  if (draft.values.PropertyType !== LAND || source === undefined || draft.readings.LotArea?.value !== undefined)
    return true;
  if (source.header === '' || NAMES_BUILDING.test(source.header)) return true;
  const cure = `choose under Mapping whether “${source.header}” is the lot’s area`;
  reportProblem(
    draft,
    'BuildingArea',
    `${quote(source.shown)} may be the size of the lot, since this is land; ${cure}.`,
  );
  return false;
}

/** Less than any room: thousands were lost, or another unit is meant than the header names. */
function isPlausibleBuilding(draft: ListingDraft, building: AreaValue, unit: PlatformAreaUnit | undefined): boolean {
  const why = buildingDoubt(draft, building, unit);
  if (why === undefined) return true;
  const shown = quote(draft.readings.BuildingArea?.shown ?? String(building.size));
  reportProblem(draft, 'BuildingArea', `${shown} ${why}; write its size with the unit, such as 1850 sq ft.`);
  return false;
}

function buildingDoubt(
  draft: ListingDraft,
  building: AreaValue,
  unit: PlatformAreaUnit | undefined,
): string | undefined {
  const isNone = building.size > 0 && building.size < SMALLEST_BUILDING && isFootOrMeter(building.unit);
  if (isNone) return 'is too small for a building';
  if (unit === undefined || !isOfAnotherUnit(draft, building, unit)) return undefined;
  return `has no unit, and in ${unit.toLowerCase()} it would not fit the bedrooms`;
}

/** A size that has its unit only from other columns may be in another one, or be no size at all: the code of a district. */
function isOfAnotherUnit(draft: ListingDraft, { size, unit: own }: AreaValue, unit: PlatformAreaUnit): boolean {
  const { Bedrooms: bedrooms = 0 } = draft.values;
  const isSaid = own !== undefined || (draft.readings.AreaUnit?.header ?? '') !== '';
  if (isSaid || bedrooms === 0 || size === 0) return false;
  return unit === 'Square Feet'
    ? size < bedrooms * LEAST_FEET_FOR_A_BEDROOM
    : size > bedrooms * MOST_METERS_FOR_A_BEDROOM;
}

function isFootOrMeter(unit: AreaUnit | undefined): boolean {
  return unit === undefined || unit === 'Square Feet' || unit === 'Square Meters';
}

/** Whether a lot is as large as one can be; reports why not. */
export function isPlausibleLot(
  draft: ListingDraft,
  lot: AreaValue,
  building: AreaValue | undefined,
  unit: PlatformAreaUnit | undefined,
): boolean {
  if (isFarTooLarge(draft, lot, building)) return false;
  const why = lotDoubt(lot, building, unit);
  if (why === undefined) return true;
  const shown = quote(draft.readings.LotArea?.shown ?? String(lot.size));
  const what = lot.unit === undefined ? 'has no unit and is' : 'is';
  reportProblem(draft, 'LotArea', `${shown} ${what} ${why}; write it as ${lot.size} ac or ha.`);
  return false;
}

/** Beside a home a thousand acres that only the header calls so are square feet, or meters. */
function isFarTooLarge(draft: ListingDraft, { size, unit }: AreaValue, building: AreaValue | undefined): boolean {
  const source = draft.readings.LotArea;
  const cell = source?.value;
  const isSaid = typeof cell === 'object' && 'unit' in cell && cell.unit !== undefined;
  const isOfLand = unit === 'Acres' || unit === 'Hectares';
  if (source === undefined || isSaid || !isOfLand || building === undefined || size < LARGEST_BESIDE_HOME) return false;
  const cure = `write it with its unit, such as ${size} sq ft`;
  reportProblem(draft, 'LotArea', `${quote(source.shown)} is very large for a lot in ${unit.toLowerCase()}; ${cure}.`);
  return true;
}

/** Small lots without a unit are acres that nobody labelled; labelled as feet they would be a lie. */
function lotDoubt(
  { size, unit: own }: AreaValue,
  building: AreaValue | undefined,
  unit: PlatformAreaUnit | undefined,
): string | undefined {
  if (size === 0 || !isFootOrMeter(own)) return undefined;
  if (size < SMALLEST_LOT) return 'too small for a lot';
  // What the cell or its header names is believed, unless nothing is so small.
  if (own !== undefined) return undefined;
  if (building === undefined) {
    return size < (unit === 'Square Feet' ? ORDINARY_BUILDING : leastLot(unit)) ? 'very small for a lot' : undefined;
  }
  const isBesideLarge = building.size >= ORDINARY_BUILDING && size < SUSPICIOUS_LOT;
  const isFarSmaller = unit !== 'Square Meters' && size < ORDINARY_BUILDING && size * TIMES_SMALLER < building.size;
  if (isBesideLarge || isFarSmaller) return 'very small for a lot beside the building';
  return size < leastLot(unit) ? 'very small for a lot' : undefined;
}

/** What a lot has at least where only other columns name the unit. */
function leastLot(unit: PlatformAreaUnit | undefined): number {
  return unit === 'Square Meters' ? SMALLEST_LOT : SUSPICIOUS_LOT;
}
