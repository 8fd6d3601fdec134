/** Reads any field's cell by what kind of field it is. */

import type { Cell } from '../sheet/table.ts';
import { namesBedAndBath, readOneOfBoth } from './cell/bed-and-bath.ts';
import { doubtAbout } from './cell/column-notation.ts';
import { expectationOf } from './cell/expectation.ts';
import { type AreaValue, readArea } from './cell/read-area.ts';
import { readAreaUnit } from './cell/read-area-unit.ts';
import { readBathrooms } from './cell/read-bathrooms.ts';
import { readBedrooms } from './cell/read-bedrooms.ts';
import { readCoordinate } from './cell/read-coordinate.ts';
import { readCount } from './cell/read-count.ts';
import { readCurrency } from './cell/read-currency.ts';
import { readDays } from './cell/read-days.ts';
import { readId } from './cell/read-id.ts';
import { type MoneyValue, readMoney } from './cell/read-money.ts';
import { readPlace } from './cell/read-place.ts';
import { readPropertyType } from './cell/read-property-type.ts';
import { saleTypeReader } from './cell/read-sale-type.ts';
import { readState } from './cell/read-state.ts';
import { readStatus } from './cell/read-status.ts';
import { readExtension, readText } from './cell/read-text.ts';
import { readTour } from './cell/read-tour.ts';
import { readUrl } from './cell/read-url.ts';
import { readUrlList } from './cell/read-url-list.ts';
import { readWord } from './cell/read-word.ts';
import { readYear } from './cell/read-year.ts';
import { readZip } from './cell/read-zip.ts';
import type { FieldDefinition, FieldKind, FieldName } from './fields.ts';
import { type ReadContext, type Reading, unreadable } from './reading.ts';
import { SPACE_TYPE } from './vocabulary/offers.ts';

/** What a cell can give: text, number, addresses, or a sum or area with what the cell says about it. */
export type FieldValue = string | number | readonly string[] | MoneyValue | AreaValue;

/** A field of the catalogue, by its documented name. */
export interface NamedField extends FieldDefinition {
  readonly name: FieldName;
}

/** Reads one cell for one field, as the field's `fieldReader` does. */
export function readField(field: NamedField, cell: Cell, context: ReadContext, header = ''): Reading<FieldValue> {
  return fieldReader(field, context, header)(cell);
}

/** Kinds of fields whose numbers and dates are asked about where their column mixes notations. */
const DOUBTED_KINDS: ReadonlySet<FieldKind> = new Set(['money', 'area', 'days', 'choice']);

/**
 * What reads a column's cells for a field, in the notation that the column shows: numbers and dates that Sheets may have
 * misread are not believed. As `cellReader` otherwise.
 */
export function fieldReader(field: NamedField, context: ReadContext, header: string): CellReader {
  const notation = context.notations?.[header];
  if (notation === undefined) return cellReader(field, context, header);
  const read = cellReader(field, { ...context, notation }, header);
  if (!DOUBTED_KINDS.has(field.kind)) return read;
  const expected = expectationOf(field.name);
  return (cell) => {
    const because = doubtAbout(cell.value, notation);
    return because === undefined ? read(cell) : unreadable(expected, because);
  };
}

/** Reads a cell. */
type CellReader = (cell: Cell) => Reading<FieldValue>;

/**
 * What reads a column's cells for a field; which reader that is, is decided once and not for every cell. It never throws,
 * whatever a cell holds. The header helps where a cell alone says too little (a checkbox under `Open house?`). For
 * `Status` the value is a status intent; sums and areas are not converted.
 */
function cellReader({ name, kind, options = [] }: NamedField, context: ReadContext, header: string): CellReader {
  const expected = expectationOf(name);
  switch (kind) {
    case 'text':
      return textReader(name, context, expected);
    case 'extension':
      return (cell) => readExtension(cell, expected);
    case 'id':
      return (cell) => readId(cell, expected);
    case 'zip':
      return readZip;
    case 'state':
      return readState;
    case 'url':
      return readUrl;
    case 'urlList':
      return readUrlList;
    case 'count':
      return name === 'Bedrooms'
        ? ofBoth('bed', header, expected, (cell) => readBedrooms(cell, context))
        : (cell) => readCount(cell, context, expected);
    case 'bathrooms':
      return ofBoth('bath', header, expected, (cell) => readBathrooms(cell, context));
    case 'year':
      return (cell) => readYear(cell, context);
    case 'days':
      return (cell) => readDays(cell, context);
    case 'money':
      return (cell) => readMoney(cell, context, name);
    case 'area':
      return (cell) => readArea(cell, context, expected);
    case 'latitude':
    case 'longitude':
      return (cell) => readCoordinate(cell, kind);
    case 'currency':
      return readCurrency;
    case 'choice':
      return choiceReader(name, options, context, header);
    default:
      return kind satisfies never;
  }
}

/** The reader, which looks at its half of the cell where the column holds bedrooms and bathrooms. */
function ofBoth(
  which: 'bed' | 'bath',
  header: string,
  expected: string,
  read: (cell: Cell) => Reading<number>,
): (cell: Cell) => Reading<number> {
  return namesBedAndBath(header) ? (cell) => readOneOfBoth(cell, which, read, expected) : read;
}

function textReader(name: FieldName, context: ReadContext, expected: string): (cell: Cell) => Reading<string> {
  switch (name) {
    case 'PropertyType':
      return (cell) => readPropertyType(cell, context);
    case 'Location':
    case 'Address':
    case 'City':
      return (cell) => readPlace(cell, expected);
    default:
      return (cell) => readText(cell, expected);
  }
}

function choiceReader(
  name: FieldName,
  options: readonly string[],
  context: ReadContext,
  header: string,
): (cell: Cell) => Reading<string> {
  const expected = expectationOf(name);
  switch (name) {
    case 'Status':
      return (cell) => readStatus(cell, context, header);
    case 'SaleType':
      return saleTypeReader(context, header);
    case 'AreaUnit':
      return (cell) => readAreaUnit(cell, context);
    case 'Tours':
      return (cell) => readTour(cell, context, header);
    case 'SpaceType':
      return (cell) => readWord(SPACE_TYPE, cell, context, expected);
    default:
      return (cell) => readOption(cell, options, expected);
  }
}

/** Other choices have no vocabulary: only their documented values, in their exact case, are taken. */
function readOption(cell: Cell, options: readonly string[], expected: string): Reading<string> {
  const reading = readText(cell, expected);
  const isKnown = reading.kind !== 'value' || options.includes(reading.value);
  return isKnown ? reading : unreadable(expected);
}
