/** Reads every field that the row feeds, one by one and without looking at the others. */
import { shownText } from '../cell/entry.ts';
import { FIELDS, type FieldName } from '../fields.ts';
import type { ListingCells, ListingSource } from '../listing-cells.ts';
import { type NamedField, readField } from '../read-field.ts';
import type { ReadContext } from '../reading.ts';
import { readJoined } from './join-parts.ts';
import type { SourceReading, SourceReadings } from './listing-draft.ts';

/** Fields that a row can feed, in the document's order. */
export const ROW_FIELDS: readonly NamedField[] = FIELDS.filter((definition) => definition.origin === 'tab');

/** The readings of all fields that have a source, in the document's order. */
export function readSources(cells: ListingCells, context: ReadContext): SourceReadings {
  const readings: SourceReadings = {};
  for (const field of ROW_FIELDS) {
    const source = cells[field.name];
    if (source !== undefined) readings[field.name] = readWithFallback(field, source, context);
  }
  return readings;
}

/** An empty cell gives way to the tab's default; what the cell remarked on (`POA`) stays worth saying. */
function readWithFallback(field: NamedField, source: ListingSource, context: ReadContext): SourceReading {
  const own = readSource(field, source, context);
  const fallback = source.kind === 'fixed' ? undefined : source.fallback;
  if (own.reading.kind !== 'empty' || fallback === undefined) return own;
  return readSource(field, { kind: 'fixed', value: fallback }, context);
}

/** Whether two fields are fed by the same column, as where one price column serves sales and rentals. */
export function haveSameSource(cells: ListingCells, one: FieldName, other: FieldName): boolean {
  const first = cells[one];
  const second = cells[other];
  return first?.kind === 'cell' && second?.kind === 'cell' && first.header === second.header;
}

function readSource(field: NamedField, source: ListingSource, context: ReadContext): SourceReading {
  switch (source.kind) {
    case 'cell': {
      const reading = readField(field, source.cell, context, source.header);
      return { reading, header: source.header, shown: shownText(source.cell) };
    }
    case 'fixed': {
      const reading = readField(field, { value: source.value, text: source.value }, context);
      return { reading, header: '', shown: source.value };
    }
    case 'joined':
      return readJoined(field.name, source.parts, context);
    default:
      return source satisfies never;
  }
}
