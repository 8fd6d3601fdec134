/** Reads any field's cell by what kind of field it is. */
import type { Cell } from '../sheet/table.ts';
import { expectationOf } from './cell/expectation.ts';
import { type AreaValue, readArea } from './cell/read-area.ts';
import { readBathrooms } from './cell/read-bathrooms.ts';
import { readBedrooms } from './cell/read-bedrooms.ts';
import { readCoordinate } from './cell/read-coordinate.ts';
import { readCount } from './cell/read-count.ts';
import { readCurrency } from './cell/read-currency.ts';
import { readDays } from './cell/read-days.ts';
import { readId } from './cell/read-id.ts';
import { type MoneyValue, readMoney } from './cell/read-money.ts';
import { readPropertyType } from './cell/read-property-type.ts';
import { readState } from './cell/read-state.ts';
import { readStatus } from './cell/read-status.ts';
import { readExtension, readText } from './cell/read-text.ts';
import { readTour } from './cell/read-tour.ts';
import { readUrl } from './cell/read-url.ts';
import { readUrlList } from './cell/read-url-list.ts';
import { readWord } from './cell/read-word.ts';
import { readYear } from './cell/read-year.ts';
import { readZip } from './cell/read-zip.ts';
import type { FieldDefinition, FieldName } from './fields.ts';
import { type ReadContext, type Reading, unreadable } from './reading.ts';
import { AREA_UNIT } from './vocabulary/area-unit.ts';
import { SPACE_TYPE } from './vocabulary/offers.ts';
import { SALE_TYPE } from './vocabulary/sale-type.ts';

/** What a cell can give: text, number, addresses, or a sum or area with what the cell says about it. */
export type FieldValue = string | number | readonly string[] | MoneyValue | AreaValue;

/** A field of the catalogue, by its documented name. */
export interface NamedField extends FieldDefinition {
  readonly name: FieldName;
}

/**
 * Reads one cell for one field. Never throws, whatever the cell holds. The header helps where a cell alone says too
 * little (a checkbox under `Open house?`). For `Status` the value is a status intent; sums and areas are not converted.
 */
export function readField(field: NamedField, cell: Cell, context: ReadContext, header = ''): Reading<FieldValue> {
  const expected = expectationOf(field.name);
  switch (field.kind) {
    case 'text':
      return field.name === 'PropertyType' ? readPropertyType(cell, context) : readText(cell, expected);
    case 'extension':
      return readExtension(cell, expected);
    case 'id':
      return readId(cell, expected);
    case 'zip':
      return readZip(cell);
    case 'state':
      return readState(cell);
    case 'url':
      return readUrl(cell);
    case 'urlList':
      return readUrlList(cell);
    case 'count':
      return field.name === 'Bedrooms' ? readBedrooms(cell, context) : readCount(cell, context, expected);
    case 'bathrooms':
      return readBathrooms(cell, context);
    case 'year':
      return readYear(cell, context);
    case 'days':
      return readDays(cell, context);
    case 'money':
      return readMoney(cell, context, field.name);
    case 'area':
      return readArea(cell, context, expected);
    case 'latitude':
    case 'longitude':
      return readCoordinate(cell, field.kind);
    case 'currency':
      return readCurrency(cell);
    case 'choice':
      return readChoice(field, cell, context, header);
    default:
      return field.kind satisfies never;
  }
}

function readChoice(field: NamedField, cell: Cell, context: ReadContext, header: string): Reading<string> {
  const expected = expectationOf(field.name);
  switch (field.name) {
    case 'Status':
      return readStatus(cell, context, header);
    case 'SaleType':
      return readWord(SALE_TYPE, cell, context, expected);
    case 'AreaUnit':
      return readWord(AREA_UNIT, cell, context, expected);
    case 'Tours':
      return readTour(cell, context, header);
    case 'SpaceType':
      return readWord(SPACE_TYPE, cell, context, expected);
    default:
      return readOption(field, cell);
  }
}

/** Other choices have no vocabulary: only their documented values, in their exact case, are taken. */
function readOption(field: NamedField, cell: Cell): Reading<string> {
  const reading = readText(cell, expectationOf(field.name));
  const isKnown = reading.kind !== 'value' || (field.options ?? []).includes(reading.value);
  return isKnown ? reading : unreadable(expectationOf(field.name));
}
