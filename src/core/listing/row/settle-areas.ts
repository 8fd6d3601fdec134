/** Brings lot and building into the one area unit a listing has. */
import { hintsOfHeader } from '../cell/header-hints.ts';
import type { AreaValue } from '../cell/read-area.ts';
import type { FieldValue } from '../read-field.ts';
import {
  type AreaUnit,
  convertArea,
  isAreaUnit,
  type PlatformAreaUnit,
  platformUnitOf,
} from '../vocabulary/area-unit.ts';
import { type ListingDraft, quote, reportProblem, type SourceReading } from './listing-draft.ts';

type AreaField = 'LotArea' | 'BuildingArea';

/** A lot below this, in feet or meters, is no lot: the number is in acres or hectares that nothing names. */
const SMALLEST_LOT = 10;
/** A building below this, in feet or meters, is none. */
const SMALLEST_BUILDING = 5;
/** A lot below this next to a building above the other is none either, whatever it is measured in. */
const SUSPICIOUS_LOT = 100;
const ORDINARY_BUILDING = 1_000;

/**
 * Sets `AreaUnit`, `BuildingArea` and `LotArea`. Each area is in the unit its cell names, else its header, else the row;
 * the row's unit is the one given, else the building's, else the lot's, in the platform's measure. Sizes are rounded to
 * two decimals.
 */
export function settleAreas(draft: ListingDraft): void {
  const given = givenUnit(draft);
  const building = areaOf(draft.readings.BuildingArea, given);
  const lot = areaOf(draft.readings.LotArea, given);
  const unit = settleUnit(draft, given, building?.unit ?? lot?.unit);
  if (building !== undefined && isMeasuredAsBuilding(draft, given) && isPlausibleBuilding(draft, building)) {
    draft.values.BuildingArea = settledSize(draft, 'BuildingArea', building, unit);
  }
  if (lot !== undefined && isPlausibleLot(draft, lot, building)) {
    draft.values.LotArea = settledSize(draft, 'LotArea', lot, unit);
  }
}

function givenUnit(draft: ListingDraft): AreaUnit | undefined {
  const given = draft.readings.AreaUnit?.value;
  return typeof given === 'string' && isAreaUnit(given) ? given : undefined;
}

/** An area with its unit: the row's own counts here only where it is none of the platform's, which need no conversion. */
function areaOf(source: SourceReading | undefined, given: AreaUnit | undefined): AreaValue | undefined {
  const value = source?.value;
  if (source === undefined || !isArea(value)) return undefined;
  const isForeign = given !== undefined && given !== platformUnitOf(given);
  const unit = value.unit ?? hintsOfHeader(source.header).areaUnit ?? (isForeign ? given : undefined);
  return unit === undefined ? value : { size: value.size, unit };
}

function settleUnit(
  draft: ListingDraft,
  given: AreaUnit | undefined,
  areasUnit: AreaUnit | undefined,
): PlatformAreaUnit | undefined {
  const unit = given ?? areasUnit;
  if (unit === undefined || draft.readings.AreaUnit?.reading.kind === 'unreadable') return undefined;
  draft.values.AreaUnit = platformUnitOf(unit);
  if (given !== draft.values.AreaUnit) draft.derived.push('AreaUnit');
  return draft.values.AreaUnit;
}

/** Acres and hectares measure land: given for a whole row they say nothing of its building. */
function isMeasuredAsBuilding(draft: ListingDraft, given: AreaUnit | undefined): boolean {
  const source = draft.readings.BuildingArea;
  if (given !== 'Acres' && given !== 'Hectares') return true;
  if (source === undefined || areaOf(source, undefined)?.unit !== undefined) return true;
  const shown = quote(source.shown);
  reportProblem(draft, 'BuildingArea', `${shown} has no unit of its own, and ${given} measure land; write the unit.`);
  return false;
}

/** The size in the row's unit; `undefined` where none can be sent. */
function settledSize(
  { derived }: ListingDraft,
  field: AreaField,
  area: AreaValue,
  unit: PlatformAreaUnit | undefined,
): number | undefined {
  const isConverted = area.unit !== undefined && unit !== undefined && area.unit !== unit;
  // Only a person's own 0 comes this far; a cell's is empty.
  if (area.size === 0) return 0;
  // Without any unit the size is kept: the row is then held for its missing unit, not sent with a wrong one.
  if (area.unit !== undefined && unit === undefined && area.unit !== platformUnitOf(area.unit)) return undefined;
  const size = round(isConverted ? convertArea(area.size, area.unit, unit) : area.size);
  if (size === 0) return undefined;
  if (isConverted) derived.push(field);
  return size;
}

/** Less than any room: thousands were lost, or another unit is meant than the header names. */
function isPlausibleBuilding(draft: ListingDraft, { size, unit }: AreaValue): boolean {
  if (size === 0 || size >= SMALLEST_BUILDING || !isFootOrMeter(unit)) return true;
  const shown = quote(draft.readings.BuildingArea?.shown ?? String(size));
  reportProblem(
    draft,
    'BuildingArea',
    `${shown} is too small for a building; write its size with the unit, such as 1850 sq ft.`,
  );
  return false;
}

function isFootOrMeter(unit: AreaUnit | undefined): boolean {
  return unit === undefined || unit === 'Square Feet' || unit === 'Square Meters';
}

/** Small lots without a unit are acres that nobody labelled; labelled as feet they would be a lie. */
function isPlausibleLot(draft: ListingDraft, lot: AreaValue, building: AreaValue | undefined): boolean {
  if (lot.size === 0 || lot.size >= SUSPICIOUS_LOT || !isFootOrMeter(lot.unit)) return true;
  // What the cell or its header names is believed, unless nothing is so small.
  if (lot.unit !== undefined && lot.size >= SMALLEST_LOT) return true;
  const isBesideLarge = building !== undefined && building.size >= ORDINARY_BUILDING;
  if (lot.size >= SMALLEST_LOT && !isBesideLarge) return true;
  const shown = quote(draft.readings.LotArea?.shown ?? String(lot.size));
  const why = lot.size < SMALLEST_LOT ? 'too small for a lot' : 'very small for a lot beside the building';
  const what = lot.unit === undefined ? 'has no unit and is' : 'is';
  reportProblem(draft, 'LotArea', `${shown} ${what} ${why}; write it as ${lot.size} ac or ha.`);
  return false;
}

function isArea(value: FieldValue | undefined): value is AreaValue {
  return typeof value === 'object' && 'size' in value;
}

function round(size: number): number {
  return Math.round(size * 100) / 100;
}
