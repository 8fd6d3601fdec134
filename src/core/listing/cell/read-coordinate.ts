/** Reads latitudes and longitudes, also from one cell that holds both. */
import type { Cell } from '../../sheet/table.ts';
import { found, type Reading, unreadable } from '../reading.ts';
import { entryOf, withoutQuantity } from './entry.ts';
import { expectationOf } from './expectation.ts';

/** Which of the two coordinates is asked for. */
export type Axis = 'latitude' | 'longitude';

const LIMITS = { latitude: 90, longitude: 180 } as const;
/** Nobody lives further south; a number below it is a longitude of the Americas. */
const SOUTHERNMOST = -60;
const FIELDS_OF = { latitude: 'Latitude', longitude: 'Longitude' } as const;

const COORDINATE = /^([+−-]?)(\d{1,3}(?:[.,]\d+)?)°? ?([NSEW])?$/i;
const DEGREES_MINUTES =
  /^([+−-]?)(\d{1,3}) ?[°º] ?(\d{1,2}(?:[.,]\d+)?) ?['’′](?: ?(\d{1,2}(?:[.,]\d+)?) ?(?:["”″]|''))? ?([NSEW])?$/i;
const WRAPPING = /^[([{]\s*|\s*[)\]}]$/g;
/** Between two numbers: comma with space, semicolon, space, or a comma where both numbers have points or a minus. */
const PAIR_SEPARATORS = [/^(.+?) ?; ?(.+)$/, /^(.+?), +(.+)$/, /^([^,]+) +([^,]+)$/, /^(\S+?[.,]\S+?) +(\S+)$/];
const TIGHT_PAIR = /^([+-]?\d{1,3}(?:\.\d+)?),([+-]?\d{1,3}\.\d+|-\d{1,3})$/;

const SWAPPED_EXPLAINED = 'Latitude and longitude may be swapped.';

/** Reads a coordinate in degrees; a pair such as `39.65, -84.08` gives the half that is asked for. */
export function readCoordinate(cell: Cell, axis: Axis): Reading<number> {
  const expected = expectationOf(FIELDS_OF[axis]);
  const entry = entryOf(cell);
  switch (entry.kind) {
    case 'number':
      return checkRange(entry.value, axis, expected);
    case 'text':
      return readCoordinateText(entry.text.replace(WRAPPING, ''), axis, expected);
    default:
      return withoutQuantity(entry, expected);
  }
}

function readCoordinateText(text: string, axis: Axis, expected: string): Reading<number> {
  const [latitude, longitude] = splitPair(text) ?? [text, text];
  const degrees = parseCoordinate(axis === 'latitude' ? latitude : longitude, axis);
  return degrees === undefined ? unreadable(expected) : checkRange(degrees, axis, expected);
}

function splitPair(text: string): readonly [string, string] | undefined {
  if (COORDINATE.test(text) || DEGREES_MINUTES.test(text)) return undefined;
  for (const pattern of [TIGHT_PAIR, ...PAIR_SEPARATORS]) {
    const match = pattern.exec(text);
    if (match !== null) return [(match[1] ?? '').trim(), (match[2] ?? '').trim()];
  }
  return undefined;
}

function parseCoordinate(text: string, axis: Axis): number | undefined {
  const decimal = COORDINATE.exec(text);
  if (decimal !== null) return signed(toNumber(decimal[2]), decimal[1], decimal[3], axis);
  const parts = DEGREES_MINUTES.exec(text);
  if (parts === null) return undefined;
  const degrees = toNumber(parts[2]) + toNumber(parts[3]) / 60 + toNumber(parts[4]) / 3600;
  return signed(Number(degrees.toFixed(7)), parts[1], parts[5], axis);
}

/** Applies minus and compass letter; `undefined` when the letter belongs to the other axis. */
function signed(degrees: number, sign = '', letter = '', axis: Axis): number | undefined {
  const compass = letter.toUpperCase();
  const own = axis === 'latitude' ? 'NS' : 'EW';
  if (compass !== '' && !own.includes(compass)) return undefined;
  const isNegative = compass === 'S' || compass === 'W' || (sign !== '' && sign !== '+');
  return isNegative ? 0 - degrees : degrees;
}

function checkRange(degrees: number, axis: Axis, expected: string): Reading<number> {
  if (axis === 'latitude' && degrees < SOUTHERNMOST) return unreadable(expected, SWAPPED_EXPLAINED);
  if (Math.abs(degrees) <= LIMITS[axis]) return found(degrees);
  return axis === 'latitude' && Math.abs(degrees) <= LIMITS.longitude
    ? unreadable(expected, SWAPPED_EXPLAINED)
    : unreadable(expected);
}

function toNumber(digits = '0'): number {
  return Number(digits.replace(',', '.'));
}
