/** Prepares, for each field that something feeds, how it is read from any row of a tab. */
import { cellAt, type TableRow, textAt } from '../../sheet/table.ts';
import { shownText } from '../cell/entry.ts';
import { rememberCells } from '../cell/remember-cells.ts';
import type { ListingSources, ResolvedSource } from '../field-source.ts';
import { FIELDS } from '../fields.ts';
import { fieldReader, type NamedField, readField } from '../read-field.ts';
import type { ReadContext } from '../reading.ts';
import { readJoined } from './join-parts.ts';
import { type SourceReading, sourceReading } from './listing-draft.ts';

/** Reads one field of a row. */
export type SourceReader = (row: TableRow) => SourceReading;

/** Fields that a row can feed, in the document's order. */
export const ROW_FIELDS: readonly NamedField[] = FIELDS.filter((definition) => definition.origin === 'tab');

/**
 * How a field is read from each row of a tab, without looking at other fields.
 *
 * @param fallback The tab's default for the field: an empty cell gives way to it, but what the cell remarked on (`POA`)
 * stays worth saying.
 */
export function sourceReader(
  field: NamedField,
  source: ResolvedSource,
  fallback: string | undefined,
  context: ReadContext,
): SourceReader {
  const readOwn = ownReader(field, source, context);
  if (fallback === undefined || source.kind === 'fixed') return readOwn;
  const standIn = readFixed(field, fallback, context);
  return (row) => {
    const own = readOwn(row);
    return own.reading.kind === 'empty' ? standIn : own;
  };
}

/** Whether two fields are fed by the same column, as where one price column serves sales and rentals. */
export function haveSameSource(sources: ListingSources, one: NamedField['name'], other: NamedField['name']): boolean {
  const first = sources[one];
  const second = sources[other];
  return first?.kind === 'column' && second?.kind === 'column' && first.header === second.header;
}

function ownReader(field: NamedField, source: ResolvedSource, context: ReadContext): SourceReader {
  switch (source.kind) {
    case 'fixed': {
      const reading = readFixed(field, source.value, context);
      return () => reading;
    }
    case 'column': {
      const { columnIndex, header } = source;
      const readOne = fieldReader(field, context, header);
      const read = rememberCells((cell) => sourceReading(readOne(cell), header, shownText(cell)));
      return (row) => read(row.values[columnIndex] ?? '', textAt(row, columnIndex), row.links?.[columnIndex]);
    }
    case 'joined':
      return (row) => {
        const parts = source.parts.map(({ role, header, columnIndex }) => ({
          role,
          header,
          cell: cellAt(row, columnIndex),
        }));
        return readJoined(field.name, parts, context);
      };
    default:
      return source satisfies never;
  }
}

function readFixed(field: NamedField, value: string, context: ReadContext): SourceReading {
  return sourceReading(readField(field, { value, text: value }, context), '', value);
}
