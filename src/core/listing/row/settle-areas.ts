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
import { isBelievedBuilding, isPlausibleLot } from './area-doubts.ts';
import type { ListingDraft, SourceReading } from './listing-draft.ts';

type AreaField = 'LotArea' | 'BuildingArea';

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
  const isForeign = given !== undefined && given !== platformUnitOf(given);
  const ownUnit = isForeign ? areaOf(draft.readings.BuildingArea, undefined)?.unit : building?.unit;
  if (building !== undefined && isBelievedBuilding(draft, building, ownUnit, given, unit)) {
    draft.values.BuildingArea = settledSize(draft, 'BuildingArea', building, unit);
  }
  if (lot !== undefined && isPlausibleLot(draft, lot, building, unit)) {
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

function isArea(value: FieldValue | undefined): value is AreaValue {
  return typeof value === 'object' && 'size' in value;
}

function round(size: number): number {
  return Math.round(size * 100) / 100;
}
