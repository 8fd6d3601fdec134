/** Candidates that several columns make up: full and half baths, the parts of a street address. */

import { askedWords } from '../listing/cell/asked-words.ts';
import { type PartRole, type SourcePart, STREET_ROLES } from '../listing/field-source.ts';
import { fieldDefinition } from '../listing/fields.ts';
import { countsRooms } from '../listing/row/join-parts.ts';
import { lazily } from '../terms/lazily.ts';
import {
  BLANK_JOINED_SCORE,
  type Candidate,
  duplicateObstacle,
  JOINED_OVER_TOTAL_SCORE,
  JOINED_SCORE,
} from './candidate.ts';
import { shareOf } from './column-shape.ts';
import { headerKeys } from './normalize-header.ts';
import { isTicked } from './offer-columns.ts';
import { readerVerdict } from './reader-verdict.ts';
import {
  BATH_ROLES,
  bareNumberKeys,
  bathKeys,
  type ParkingRole,
  parkingKeys,
  parkingRoleOf,
  streetKeys,
} from './synonyms/part-headers.ts';
import type { TabColumn } from './tab-columns.ts';
import { evidenceFor } from './value-evidence.ts';

/** A column and what it contributes. */
interface Part {
  readonly role: PartRole;
  readonly column: TabColumn;
}

/** A column that already holds number and street shows letters and digits in most cells. */
const WHOLE_STREET_SHARE = 0.6;

const PARKING_ROLES: readonly ParkingRole[] = [
  'garage',
  'attachedGarage',
  'detachedGarage',
  'carport',
  'covered',
  'open',
];

/**
 * Totals that count a half bath as one by their definition.
 *
 * @see RESO Data Dictionary 2.1, https://dd.reso.org/DD2.1/Property, `BathroomsTotalInteger` (read 2026-11-21).
 */
const resoTotals = lazily((): ReadonlySet<string> => new Set([headerKeys('BathroomsTotalInteger').signed]));

/** Street and unit go ahead of the street column alone, which scores 0.97 at best, or 1 when it is named exactly. */
const AHEAD_OF_USUAL_NAME = 0.975;
const AHEAD_OF_EXACT_NAME = 1.01;

/** Joined candidates for bathrooms, parking and the address, where the columns for them are there. */
export function joinedCandidates(columns: readonly TabColumn[]): readonly Candidate[] {
  return [
    ...bathroomsFromParts(columns),
    ...countedBathrooms(columns),
    ...spacesFromParts(columns),
    ...addressFromParts(columns),
    ...addressWithUnit(columns),
  ];
}

function bathroomsFromParts(columns: readonly TabColumn[]): readonly Candidate[] {
  const counted = columns.filter(({ shape }) => evidenceFor(fieldDefinition('Bathrooms'), shape) !== 'contradicts');
  const parts = findParts(BATH_ROLES, bathKeys, counted);
  const hasFull = parts.some((part) => part.role === 'fullBaths');
  if (!hasFull || parts.length < 2) return [];
  const candidate = joinedCandidate('Bathrooms', parts);
  const isBetter = candidate.score === JOINED_SCORE && !columns.some(isPreciseTotal);
  return [isBetter ? { ...candidate, score: JOINED_OVER_TOTAL_SCORE } : candidate];
}

/** A total such as `2.5` or `2/1`; one that is 3 for two full baths and a half one is not precise. */
function isPreciseTotal({ meanings, shape }: TabColumn): boolean {
  const isNamed = meanings.some(({ field, strength }) => field === 'Bathrooms' && strength !== 'proposal');
  return isNamed && shareOf(shape, 'integer') < 1 && shape.filled > 0;
}

/**
 * A total beside half baths, without full ones. RESO's own total counts a half bath as one. Any other may count it or not:
 * where a row has more half baths than the total, they are apart; else a person must say so.
 */
function countedBathrooms(columns: readonly TabColumn[]): readonly Candidate[] {
  const { fullBaths: full, halfBaths: half } = partsByRole(findParts(BATH_ROLES, bathKeys, columns));
  const total = columns.find(isTotal);
  if (full !== undefined || half === undefined || total === undefined || !isCounted(half, total)) return [];
  const others = BATH_ROLES.filter((role) => role !== 'fullBaths');
  const parts = findParts(others, bathKeys, columns);
  const isDefined = resoTotals().has(total.key);
  const whole: Part = { role: isDefined ? 'countedBaths' : 'fullBaths', column: total };
  const candidate = { ...joinedCandidate('Bathrooms', [whole, ...parts]), score: AHEAD_OF_EXACT_NAME };
  if (isDefined || isApart(half, total)) return [candidate];
  const obstacle = `"${half.header}" stands beside "${total.header}", and nothing says whether the total counts half baths; choose`;
  return [{ ...candidate, obstacle }];
}

/** Whether a half bath stands beside a whole number: a total such as 2.5 has counted it. */
function isCounted(half: TabColumn, total: TabColumn): boolean {
  return !isPreciseTotal(total) && half.cells.some((cell) => countIn(cell) > 0);
}

function isApart(half: TabColumn, total: TabColumn): boolean {
  return half.cells.some((cell, rowIndex) => {
    const sum = total.cells[rowIndex];
    return sum !== undefined && countIn(sum) > 0 && countIn(cell) > countIn(sum);
  });
}

function countIn({ value, text }: TabColumn['cells'][number]): number {
  const count = typeof value === 'number' ? value : Number.parseFloat(text);
  return Number.isFinite(count) ? count : 0;
}

function isTotal({ meanings }: TabColumn): boolean {
  return meanings.some(({ field, strength }) => field === 'Bathrooms' && strength !== 'proposal');
}

/** Garage, carport and open spots, where no column counts all of them. */
function spacesFromParts(columns: readonly TabColumn[]): readonly Candidate[] {
  const parts = spotParts(columns).map((column): Part => ({ role: 'spaces', column }));
  return parts.length < 2 ? [] : [joinedCandidate('ParkingSpots', parts)];
}

/**
 * The columns that count some of the parking spots, none of them twice. Beside a column of counts one of ticks is a part as well:
 * what it says Yes to is not in the counts, and each row that has a Yes is asked about.
 */
export function spotParts(columns: readonly TabColumn[]): readonly TabColumn[] {
  const isCount = ({ shape }: TabColumn) => evidenceFor(fieldDefinition('ParkingSpots'), shape) !== 'contradicts';
  const counted = findParts(PARKING_ROLES, parkingKeys, columns.filter(isCount), parkingRoleOf);
  if (counted.length === 0) return [];
  const asked = columns.map(asAsked).filter((column) => isSpots(column) && !isCount(column) && saysSpots(column));
  const found = {
    ...partsByRole(findParts(PARKING_ROLES, parkingKeys, asked, parkingRoleOf)),
    ...partsByRole(counted),
  };
  const { garage, attachedGarage, detachedGarage, carport, covered, open } = found;
  const garages = (garage === undefined ? [attachedGarage, detachedGarage] : [garage]).filter(isThere);
  const roofed = [...garages, carport].filter(isThere);
  return [...(roofed.length === 0 ? [covered] : roofed), open].filter(isThere);
}

/** Whether the column counts, by its name, only some of the parking spots. */
export function isSpots({ key, header }: TabColumn): boolean {
  return parkingRoleOf(header) !== undefined || PARKING_ROLES.some((role) => parkingKeys(role).includes(key));
}

/** Ticks, or at least some counts. */
function saysSpots(column: TabColumn): boolean {
  return isTicked(column) || readerVerdict(column.whole, 'ParkingSpots', column.header).taken > 0;
}

/** The column under the name that it asks about: `CarportYN` → `Carport`. */
function asAsked(column: TabColumn): TabColumn {
  return { ...column, key: headerKeys(askedWords(column.header)).signed };
}

function isThere(column: TabColumn | undefined): column is TabColumn {
  return column !== undefined;
}

function partsByRole<Role extends string>(
  parts: readonly { readonly role: Role; readonly column: TabColumn }[],
): { readonly [Name in Role]?: TabColumn } {
  const byRole: { [Name in Role]?: TabColumn } = {};
  for (const { role, column } of parts) byRole[role] = column;
  return byRole;
}

function addressFromParts(columns: readonly TabColumn[]): readonly Candidate[] {
  const parts = withBareNumber(findParts(STREET_ROLES, streetKeys, columns), columns);
  const name = parts.find((part) => part.role === 'streetName');
  const hasNumber = parts.some(
    ({ role, column }) =>
      (role === 'streetNumber' || role === 'houseNumber') && shareOf(column.shape, 'plainWords') < 0.5,
  );
  if (!hasNumber || name === undefined || shareOf(name.column.shape, 'url') > 0) return [];
  return [joinedCandidate('Address', parts.filter(isNoAreaUnit))];
}

/** A mere *Número* is the house's where it stands right behind streets of which few have a number of their own. */
function withBareNumber(parts: readonly Part[], columns: readonly TabColumn[]): readonly Part[] {
  if (parts.some(({ role }) => role === 'streetNumber' || role === 'houseNumber')) return parts;
  const index = columns.findIndex((column, at) => isBareNumber(columns[at + 1]) && isStreetWithoutNumber(column));
  const [street, number] = columns.slice(index, index + 2);
  if (index === -1 || street === undefined || number === undefined) return parts;
  const others = parts.filter(({ role, column }) => role !== 'streetName' && column !== street && column !== number);
  return [{ role: 'streetName', column: street }, { role: 'houseNumber', column: number }, ...others];
}

function isBareNumber(column: TabColumn | undefined): boolean {
  return column !== undefined && column.shape.filled > 0 && bareNumberKeys().has(column.key) && !countsRows(column);
}

/** 1, 2, 3 from row to row are numbers of the rows, not of houses. */
function countsRows({ cells }: TabColumn): boolean {
  const numbers = cells.map(countIn);
  return (
    numbers.length > 2 && numbers.every((number, index) => index === 0 || number === (numbers[index - 1] ?? 0) + 1)
  );
}

function isStreetWithoutNumber({ key, meanings, shape }: TabColumn): boolean {
  const isNamed = meanings.some(({ field, strength }) => field === 'Address' && strength !== 'proposal');
  return (isNamed || streetKeys('streetName').includes(key)) && shareOf(shape, 'street') < WHOLE_STREET_SHARE;
}

/**
 * A street address and a unit beside it, where the addresses do not name the unit already: without it all homes of a
 * building would share one address, and with it twice the address would read wrong.
 */
function addressWithUnit(columns: readonly TabColumn[]): readonly Candidate[] {
  const unit = findParts(['unit'], streetKeys, columns).find(isNoAreaUnit);
  const streets = columns.filter((column) => column !== unit?.column && isWholeStreet(column));
  if (unit === undefined || unit.column.shape.filled === 0) return [];
  return streets
    .filter((street) => !namesUnit(street, unit.column))
    .map((street) => {
      const parts: readonly Part[] = [{ role: 'streetName', column: street }, unit];
      const candidate = joinedCandidate('Address', parts);
      const isExact = street.meanings.some(({ field, strength }) => field === 'Address' && strength === 'exact');
      return { ...candidate, score: isExact ? AHEAD_OF_EXACT_NAME : AHEAD_OF_USUAL_NAME };
    });
}

function isWholeStreet({ meanings, shape }: TabColumn): boolean {
  const isNamed = meanings.some(({ field, strength }) => field === 'Address' && strength !== 'proposal');
  return isNamed && shareOf(shape, 'street') >= WHOLE_STREET_SHARE && !shape.counts.has('url');
}

/** A comma may open city and state, behind which a unit must not be appended. */
function namesUnit(street: TabColumn, unit: TabColumn): boolean {
  return unit.cells.some((cell, rowIndex) => {
    const address = street.cells[rowIndex]?.text ?? '';
    const unitWords = wordsOf(cell.text).filter((word) => !/^(?:unit|apt|suite|ste|no|apartment)$/.test(word));
    if (address.includes(',')) return true;
    return unitWords.length > 0 && unitWords.every((word) => wordsOf(address).includes(word));
  });
}

function wordsOf(text: string): readonly string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** A column headed `Unit` may also hold `sqft`, or the rooms of a unit: `2BR/2BA`. */
function isNoAreaUnit({ role, column }: Part): boolean {
  if (role !== 'unit') return true;
  const { shape, cells } = column;
  if (shareOf(shape, 'areaUnitWord') > 0 || shareOf(shape, 'longText') > 0) return false;
  const filled = cells.filter(({ text }) => text.trim() !== '');
  return filled.length === 0 || filled.filter(({ text }) => countsRooms(text)).length < filled.length / 2;
}

/** For each role the column with its best name that is free and filled; a blank one only if no other is there. */
function findParts<Role extends string>(
  roles: readonly Role[],
  keysOf: (role: Role) => readonly string[],
  columns: readonly TabColumn[],
  roleOf: (header: string) => Role | undefined = () => undefined,
): readonly { readonly role: Role; readonly column: TabColumn }[] {
  return roles.flatMap((role) => {
    const keys = keysOf(role);
    const known = columns.filter((column) => keys.includes(column.key));
    const named = (known.length > 0 ? known : columns.filter(({ header }) => roleOf(header) === role)).sort(
      (one, other) => keys.indexOf(one.key) - keys.indexOf(other.key) || compareTexts(one.header, other.header),
    );
    const column = named.find(({ shape }) => shape.filled > 0) ?? named[0];
    return column === undefined ? [] : [{ role, column }];
  });
}

function joinedCandidate(field: 'Bathrooms' | 'Address' | 'ParkingSpots', parts: readonly Part[]): Candidate {
  const columns = parts.map((part) => part.column);
  const obstacle = duplicateObstacle(columns);
  const sourceParts: readonly SourcePart[] = parts.map(({ role, column }) => ({ role, header: column.header }));
  const hasValues = columns.some(({ shape }) => shape.filled > 0);
  return {
    field,
    source: { kind: 'joined', parts: sourceParts },
    columns,
    score: hasValues ? JOINED_SCORE : BLANK_JOINED_SCORE,
    reason: `${listHeaders(columns)} together make up ${fieldDefinition(field).label}`,
    isContradicted: false,
    ...(obstacle === undefined ? {} : { obstacle }),
  };
}

function listHeaders(columns: readonly TabColumn[]): string {
  const quoted = columns.map(({ header }) => `"${header}"`);
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} and ${quoted[quoted.length - 1]}`;
}

function compareTexts(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
