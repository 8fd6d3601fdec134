/** Builds one field's reading from several columns: baths by kind, an address from its parts, pictures in a row. */

import type { Cell } from '../../sheet/table.ts';
import { entryOf, shownText } from '../cell/entry.ts';
import { expectationOf } from '../cell/expectation.ts';
import { BATH_WEIGHTS, checkTotal } from '../cell/read-bathrooms.ts';
import { readCount } from '../cell/read-count.ts';
import { placeIn } from '../cell/read-place.ts';
import { offerNamed, readBoxes } from '../cell/read-sale-type.ts';
import { readText } from '../cell/read-text.ts';
import { listOf, readUrlList } from '../cell/read-url-list.ts';
import { yesOrNo } from '../cell/yes-no.ts';
import { type PartRole, STREET_ROLES } from '../field-source.ts';
import type { FieldName } from '../fields.ts';
import type { FieldValue } from '../read-field.ts';
import { found, nothing, type ReadContext, type Reading, unreadable } from '../reading.ts';
import { quote, type SourceReading, sourceReading } from './listing-draft.ts';

/** One cell of a joined field, with its column's role and header. */
export interface JoinedPart {
  readonly role: PartRole;
  readonly header: string;
  readonly cell: Cell;
}

const WEIGHT_BY_ROLE: Readonly<Partial<Record<PartRole, number>>> = {
  fullBaths: BATH_WEIGHTS.full,
  countedBaths: BATH_WEIGHTS.full,
  threeQuarterBaths: BATH_WEIGHTS.threeQuarter,
  halfBaths: BATH_WEIGHTS.half,
  quarterBaths: BATH_WEIGHTS.quarter,
};

const BARE_UNIT = /^[A-Z]?\d{1,5}[A-Z]?$|^[A-Z]$/i;

/** Reads the parts of a joined field and puts them together; a part that cannot be read speaks for the whole. */
export function readJoined(field: FieldName, parts: readonly JoinedPart[], context: ReadContext): SourceReading {
  switch (field) {
    case 'Bathrooms':
      return joinBathrooms(parts, context);
    case 'Images':
      return joinImages(parts);
    case 'ParkingSpots':
      return joinSpaces(parts, context);
    case 'SaleType':
      return joinOffers(parts, context);
    default:
      return joinText(field, parts);
  }
}

/** Full baths and half baths, each blank part counting nothing; all blank is empty, not 0. */
function joinBathrooms(parts: readonly JoinedPart[], context: ReadContext): SourceReading {
  const readings = parts.map((part) => readCount(part.cell, context, expectationOf('Bathrooms')));
  const bad = firstUnreadable(parts, readings);
  if (bad !== undefined) return bad;
  const isCounted = parts.some(({ role }) => role === 'countedBaths');
  const counted = parts.flatMap((part, partIndex) => {
    const reading = readings[partIndex];
    return reading?.kind === 'value' ? [reading.value * weightOf(part.role, isCounted)] : [];
  });
  return whole(parts, counted.length === 0 ? nothing() : checkTotal(counted.reduce((sum, baths) => sum + baths, 0)));
}

/** In a total that counts a half bath as one, half of it is too much. */
function weightOf(role: PartRole, isCounted: boolean): number {
  const weight = WEIGHT_BY_ROLE[role] ?? 0;
  return isCounted && role !== 'countedBaths' ? weight - 1 : weight;
}

/** Garage, carport and open spots together; a blank one counts nothing, and all blank is empty. */
function joinSpaces(parts: readonly JoinedPart[], context: ReadContext): SourceReading {
  const readings = parts.map((part) => readSpaces(part, context));
  const bad = firstUnreadable(parts, readings);
  if (bad !== undefined) return bad;
  const counts = readings.flatMap((reading) => (reading.kind === 'value' ? [reading.value] : []));
  return whole(parts, counts.length === 0 ? nothing() : found(counts.reduce((sum, count) => sum + count, 0)));
}

/** A total of parking spots; one that is less than its parts is not believed. */
export function believedTotal(
  reading: Reading<FieldValue>,
  parts: readonly JoinedPart[],
  context: ReadContext,
): Reading<FieldValue> {
  if (reading.kind !== 'value' || typeof reading.value !== 'number') return reading;
  const counts = parts.map((part) => leastSpaces(part, context));
  const sum = counts.reduce((all, count) => all + count, 0);
  if (reading.value >= sum) return reading;
  const said = parts.filter((_, partIndex) => counts[partIndex] !== 0);
  const beside = said.map(({ header, cell }) => `“${header}” says ${quote(shownText(cell))}`).join(' and ');
  return unreadable(expectationOf('ParkingSpots'), `${beside} beside it, which is more; correct one of them.`);
}

/** The spots that are there at least: one where the cell only says Yes. */
function leastSpaces(part: JoinedPart, context: ReadContext): number {
  const reading = readSpaces(part, context);
  if (reading.kind === 'value') return reading.value;
  return yesOrNo(entryOf(part.cell)) === true ? 1 : 0;
}

/** A No counts nothing; a Yes stands for spots whose number nobody gave. */
function readSpaces({ header, cell }: JoinedPart, context: ReadContext): Reading<number> {
  const expected = expectationOf('ParkingSpots');
  const reading = readCount(cell, context, expected);
  if (reading.kind !== 'unreadable') return reading;
  const said = yesOrNo(entryOf(cell));
  if (said === undefined) return reading;
  return said ? unreadable(expected, `“${header}” does not say how many; type the number.`) : found(0);
}

/** Tick boxes for sales and for rentals; of two kinds at once not even the tab's default is taken. */
function joinOffers(parts: readonly JoinedPart[], context: ReadContext): SourceReading {
  const boxes = parts.flatMap(({ header, cell }) => {
    const offer = offerNamed(header);
    return offer === undefined ? [] : [{ header, offer, cell }];
  });
  const { reading, isContradiction, odd } = readBoxes(boxes, context);
  if (odd !== undefined) return sourceReading(reading, odd.header, shownText(odd.cell));
  return isContradiction ? { ...whole(parts, reading), staysEmpty: true } : whole(parts, reading);
}

function joinImages(parts: readonly JoinedPart[]): SourceReading {
  const readings = parts.map((part) => readUrlList(part.cell));
  const bad = firstUnreadable(parts, readings);
  if (bad !== undefined) return bad;
  const addresses = readings.flatMap((reading) => (reading.kind === 'value' ? reading.value : []));
  return whole(parts, addresses.length === 0 ? nothing() : listOf(addresses));
}

function joinText(field: FieldName, parts: readonly JoinedPart[]): SourceReading {
  const order: readonly PartRole[] = STREET_ROLES;
  const ordered = [...parts].sort((one, other) => order.indexOf(one.role) - order.indexOf(other.role));
  const readings = ordered.map((part) => readText(part.cell, expectationOf(field)));
  const bad = firstUnreadable(ordered, readings);
  if (bad !== undefined) return bad;
  const words = ordered.flatMap((part, partIndex) => {
    const reading = readings[partIndex];
    if (reading?.kind !== 'value') return [];
    if (part.role !== 'unit') return [reading.value];
    return countsRooms(reading.value) ? [] : [unitWord(reading.value)];
  });
  return whole(ordered, words.length === 0 ? nothing() : placeIn(words.join(' ')));
}

/** Rooms in the place of a unit's number: `2BR/2BA`, `Studio`, `3 bed`. */
const ROOMS = /^(?:\d+(?:\.\d+)? ?(?:br|bd|bed|bdrm|ba|bath)s?(?:rooms?)?\b|\d ?bhk\b|studio$|efficiency$)/i;

/** Whether the text of a unit counts its rooms and does not number it. */
export function countsRooms(unit: string): boolean {
  return ROOMS.test(unit.trim());
}

/** A unit that is only a number or letter would read as part of the street's name. */
function unitWord(unit: string): string {
  return BARE_UNIT.test(unit) ? `#${unit}` : unit;
}

function firstUnreadable(
  parts: readonly JoinedPart[],
  readings: readonly Reading<FieldValue>[],
): SourceReading | undefined {
  const partIndex = readings.findIndex((reading) => reading.kind === 'unreadable');
  const part = parts[partIndex];
  const reading = readings[partIndex];
  if (part === undefined || reading === undefined) return undefined;
  return sourceReading(reading, part.header, shownText(part.cell));
}

function whole(parts: readonly JoinedPart[], reading: Reading<FieldValue>): SourceReading {
  const shown = parts.map((part) => shownText(part.cell)).filter((text) => text !== '');
  return sourceReading(reading, parts[0]?.header ?? '', shown.join(' '));
}
