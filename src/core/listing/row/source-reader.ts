/** Prepares, for each field that something feeds, how it is read from any row of a tab. */
import { cellAt, type TableRow, textAt } from '../../sheet/table.ts';
import { shownText } from '../cell/entry.ts';
import { rememberCells } from '../cell/remember-cells.ts';
import type { ListingSources, ResolvedSource } from '../field-source.ts';
import { FIELDS } from '../fields.ts';
import { canBeZero, type EmptyPolicy, isClearable } from '../policies.ts';
import { fieldReader, type NamedField } from '../read-field.ts';
import type { ReadContext } from '../reading.ts';
import { clearing, readFixed } from './fixed-value.ts';
import { amountReader, hasAmount } from './join-amount.ts';
import { readJoined } from './join-parts.ts';
import { type SourceReading, sourceReading } from './listing-draft.ts';

/** Reads one field of a row. */
export type SourceReader = (row: TableRow) => SourceReading;

/** Fields that a row can feed, in the document's order. */
export const ROW_FIELDS: readonly NamedField[] = FIELDS.filter((definition) => definition.origin === 'tab');

/** What stands in for a field's empty cells: the tab's default, or nothing that clears it; `undefined` without either. */
export function standInOf(
  field: NamedField,
  policy: EmptyPolicy | undefined,
  context: ReadContext,
): SourceReading | undefined {
  switch (policy?.kind) {
    case 'default':
      return sourceReading(readFixed(field, policy.value, context), '', policy.value);
    case 'zero':
      return canBeZero(field.name) ? sourceReading(readFixed(field, '0', context), '', '0') : undefined;
    case 'clear':
      return isClearable(field.name) ? sourceReading(clearing(field), '', '') : undefined;
    default:
      return undefined;
  }
}

/**
 * How a field is read from each row of a tab, without looking at other fields.
 *
 * @param standIn What an empty cell gives way to.
 */
export function sourceReader(
  field: NamedField,
  source: ResolvedSource,
  standIn: SourceReading | undefined,
  context: ReadContext,
): SourceReader {
  const readOwn = ownReader(field, source, context);
  if (standIn === undefined || source.kind === 'fixed') return readOwn;
  return (row) => {
    const own = readOwn(row);
    return own.reading.kind === 'empty' && own.staysEmpty !== true ? standIn : own;
  };
}

/** Whether two fields are fed by the same column, as where one price column serves sales and rentals. */
export function haveSameSource(sources: ListingSources, one: NamedField['name'], other: NamedField['name']): boolean {
  const first = mainColumn(sources[one]);
  return first !== undefined && first === mainColumn(sources[other]);
}

/** The column that holds the value itself. */
function mainColumn(source: ResolvedSource | undefined): string | undefined {
  if (source?.kind === 'column') return source.header;
  return source?.kind === 'joined' ? source.parts.find(({ role }) => role === 'amount')?.header : undefined;
}

function ownReader(field: NamedField, source: ResolvedSource, context: ReadContext): SourceReader {
  switch (source.kind) {
    case 'fixed': {
      const reading = sourceReading(readFixed(field, source.value, context), '', source.value);
      return () => reading;
    }
    case 'column': {
      const { columnIndex, header } = source;
      const readOne = fieldReader(field, context, header);
      const read = rememberCells((cell) =>
        sourceReading(readOne(cell), header, shownText(cell), typeof cell.value === 'string'),
      );
      return (row) => read(row.values[columnIndex] ?? '', textAt(row, columnIndex), row.links?.[columnIndex]);
    }
    case 'joined':
      if (hasAmount(source.parts)) return amountReader(field, source.parts, context);
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
