/** Reads areas with or without a unit. */
import type { Cell } from '../../sheet/table.ts';
import { found, nothing, type ReadContext, type Reading, unreadable } from '../reading.ts';
import { type AreaUnit, LOCAL_AREA_UNITS, takeAreaUnit } from '../vocabulary/area-unit.ts';
import { entryOf, withoutQuantity } from './entry.ts';
import { expandFractions } from './fractions.ts';
import { type Numeral, parseNumeral, resolveNumeral } from './numeral.ts';
import { numeralStyleIn } from './numeral-style.ts';
import { isOnlyNines, standIn } from './only-nines.ts';
import { LOCAL_UNIT_EXPLAINED } from './read-area-unit.ts';
import { AMBIGUOUS_EXPLAINED } from './read-number.ts';
import { type Quantity, splitQuantity } from './split-quantity.ts';

/** An area as the cell gives it, in the unit the cell names, if it names one. */
export interface AreaValue {
  readonly size: number;
  readonly unit?: AreaUnit;
}

const LOCAL_UNITS: ReadonlySet<string> = new Set(LOCAL_AREA_UNITS);

/** More than the surface of the Earth in square feet. */
const LARGEST_AREA = 1e16;

/** So many nines are no measured size. */
const NINES = 4;

const PLAIN_NUMBER = /^[\d.,\s]*$/;
const APPROXIMATE_HEAD = /^(?:±|~|≈|\+\/-|\+-|approx(?:imately)?\.?|about|ca?\.?|circa|est(?:imated)?\.?)$/;
const APPROXIMATE_TAIL =
  /(?:^| )?(?:\+\/-|±|\+-|\(?(?:est(?:imated)?|approx(?:imately)?|m\/l|mol|more or less)\.?\)?)$/;
const DIMENSIONS = /^['’′"]?\s*(?:ft|m|feet)?\.?\s*[x×*]\s*\d/;
const RANGE_TAIL = /^(?:-|–|—|to|bis|a)\s*\d/;
const SMALL_FRACTION = /^\/ ?\d/;
const HALF = /^half (?=an? acre|acre)(?:an? )?/i;
const BARE_DECIMAL = /^\.(?=\d)/;
const TRAILING_WORDS = /^(?:lot|land|living|area|total|gla|heated|interior|usable|built-?up)$/;

const DIMENSIONS_EXPLAINED = 'It gives two sides; type the area.';
const RANGE_EXPLAINED = 'It gives a range; type one area.';

/**
 * Reads an area: `1,500 sqft`, `0,5 ha`, `¼ acre`, `±31,625 SF` (with a note). 0 is empty. Sides, ranges and local units
 * are unreadable. `expected` completes "… is not …".
 */
export function readArea(cell: Cell, context: ReadContext, expected: string): Reading<AreaValue> {
  const entry = entryOf(cell);
  switch (entry.kind) {
    case 'number':
      return readNumberCell(entry.value, cell.text, expected);
    case 'text':
      return readAreaText(entry.text, context, expected);
    default:
      return withoutQuantity(entry, expected);
  }
}

/** A number cell's format can show a unit (`0.25 ac`), but never changes its value. */
function readNumberCell(size: number, shown: string, expected: string): Reading<AreaValue> {
  if (size === 0) return nothing();
  if (size < 0 || size > LARGEST_AREA) return unreadable(expected);
  if (isNoSize(size, undefined)) return standIn(size);
  if (PLAIN_NUMBER.test(shown)) return found({ size });
  const tail = splitQuantity(shown)?.tail ?? '';
  const unit = tail === '' ? undefined : takeAreaUnit(tail)?.meaning;
  return found(areaOf(size, unit));
}

function readAreaText(text: string, context: ReadContext, expected: string): Reading<AreaValue> {
  const quantity = splitQuantity(expandFractions(text.replace(HALF, '0.5 ').replace(BARE_DECIMAL, '0.')));
  if (quantity === undefined) return unreadable(expected);
  const because = whyNoArea(quantity);
  if (because !== undefined) return unreadable(expected, because);
  const tail = quantity.tail.replace(APPROXIMATE_TAIL, '').trim();
  const isApproximate = tail !== quantity.tail || quantity.head !== '';
  const unit = readUnit(tail);
  if (unit === 'unknown' || !(quantity.head === '' || APPROXIMATE_HEAD.test(quantity.head)))
    return unreadable(expected);
  const numeral = parseNumeral(quantity.numeral);
  if (numeral === undefined) return unreadable(expected);
  const size = readSize(numeral, unit, context);
  if (size === undefined) return unreadable(expected, AMBIGUOUS_EXPLAINED);
  if (size === 0) return nothing();
  if (size > LARGEST_AREA) return unreadable(expected);
  if (isNoSize(size, unit)) return standIn(size);
  return found(areaOf(size, unit), isApproximate ? `“${text}” is sent as ${size}` : undefined);
}

/** A lot can have 9,999 square feet; who writes the unit has measured it. */
function isNoSize(size: number, unit: AreaUnit | undefined): boolean {
  return isOnlyNines(size, unit === undefined ? NINES : NINES + 1);
}

function whyNoArea({ tail }: Quantity): string | undefined {
  if (DIMENSIONS.test(tail)) return DIMENSIONS_EXPLAINED;
  if (RANGE_TAIL.test(tail)) return RANGE_EXPLAINED;
  if (SMALL_FRACTION.test(tail)) return 'A fraction needs a unit, such as 1/4 acre.';
  return LOCAL_UNITS.has(tail.replace(/\.$/, '')) ? LOCAL_UNIT_EXPLAINED : undefined;
}

function readUnit(tail: string): AreaUnit | undefined | 'unknown' {
  if (tail === '') return undefined;
  const taken = takeAreaUnit(tail);
  if (taken === undefined) return 'unknown';
  return taken.rest === '' || TRAILING_WORDS.test(taken.rest) ? taken.meaning : 'unknown';
}

/**
 * Feet and meters have no decimals worth writing, so there a dot or comma before three digits groups thousands where the
 * locale groups so, and is asked about elsewhere. Acres and hectares have three decimals at times, and a thousand of them
 * are rare: they are thousands only where the column shows that it groups so, or acres are written as where acres are
 * used.
 */
function readSize(numeral: Numeral, unit: AreaUnit | undefined, context: ReadContext): number | undefined {
  if (numeral.kind === 'exact') return numeral.value;
  const style = numeralStyleIn(context);
  const size = resolveNumeral(numeral, style);
  if (unit !== 'Acres' && unit !== 'Hectares') return size === numeral.asGroups ? size : undefined;
  const isSure = context.notation?.numerals !== undefined || (unit === 'Acres' && style === 'point');
  return size === numeral.asDecimal || isSure ? size : undefined;
}

function areaOf(size: number, unit: AreaUnit | undefined): AreaValue {
  return unit === undefined ? { size } : { size, unit };
}
