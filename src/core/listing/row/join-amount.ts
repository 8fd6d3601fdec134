/** Reads a field from its own column and from others that say more of it: unit, period, currency, sold price, end of the offer. */

import { cellAt, type TableRow } from '../../sheet/table.ts';
import { entryOf, shownText } from '../cell/entry.ts';
import { expectationOf } from '../cell/expectation.ts';
import { readDay } from '../cell/read-days.ts';
import type { PartRole, ResolvedPart } from '../field-source.ts';
import { fieldReader, type NamedField } from '../read-field.ts';
import type { ReadContext, Reading } from '../reading.ts';
import { withBeside } from './beside-amount.ts';
import { flagOf, withFlags } from './join-status.ts';
import { type SourceReading, sourceReading } from './listing-draft.ts';

/** Whether the parts are a column of its own and others that say more of it. */
export function hasAmount(parts: readonly ResolvedPart[]): boolean {
  return parts.some(({ role }) => role === 'amount');
}

/** How such a field is read from any row, prepared once. */
export function amountReader(
  field: NamedField,
  parts: readonly ResolvedPart[],
  context: ReadContext,
): (row: TableRow) => SourceReading {
  const readOwn = partReader(field, parts, 'amount', context);
  const readSold = partReader(field, parts, 'whenSold', context);
  const readBeside = besideReader(field, parts, context);
  const readStatus = field.name === 'Status' ? statusReader(field, parts, context) : undefined;
  const readEnd = endReader(parts, context);
  return (row) => {
    const own = readOwn?.(row) ?? sourceReading({ kind: 'empty' }, '', '');
    const told = readStatus === undefined ? readBeside(own.reading, row) : readStatus(own.reading, row);
    const whenSold = readSold?.(row);
    const endedOn = readEnd?.(row);
    const whole = sourceReading(told, own.header, own.shown, own.isWritten);
    if (whenSold === undefined && endedOn === undefined) return whole;
    return {
      ...whole,
      hasFinding: whole.hasFinding || whenSold?.hasFinding === true,
      ...(whenSold !== undefined && { whenSold }),
      ...(endedOn !== undefined && { endedOn }),
    };
  };
}

function partReader(
  field: NamedField,
  parts: readonly ResolvedPart[],
  role: PartRole,
  context: ReadContext,
): ((row: TableRow) => SourceReading) | undefined {
  const part = parts.find((one) => one.role === role);
  if (part === undefined) return undefined;
  const read = fieldReader(field, context, part.header);
  return (row) => {
    const cell = cellAt(row, part.columnIndex);
    return sourceReading(read(cell), part.header, shownText(cell), typeof cell.value === 'string');
  };
}

type Told = (reading: SourceReading['reading'], row: TableRow) => SourceReading['reading'];

function besideReader(field: NamedField, parts: readonly ResolvedPart[], context: ReadContext): Told {
  const expected = expectationOf(field.name);
  const beside = parts.filter(({ role }) => role === 'measure' || role === 'beside');
  return (reading, row) =>
    beside.reduce((told, { role, header, columnIndex }) => {
      const besideCell = { header, cell: cellAt(row, columnIndex), isMeasure: role === 'measure' };
      return withBeside(told, besideCell, expected, context.locale);
    }, reading);
}

/** A blank status gives way to a column that can say that a sale is past; tick boxes say more than `Active`. */
function statusReader(field: NamedField, parts: readonly ResolvedPart[], context: ReadContext): Told {
  const readOther = partReader(field, parts, 'otherwise', context);
  const flags = parts.filter(({ role }) => role === 'flag').map(flagOf);
  return (reading, row) => {
    const other = reading.kind === 'empty' ? readOther?.(row).reading : undefined;
    const status: Reading<unknown> = other?.kind === 'value' && other.value === 'sold' ? other : reading;
    return withFlags(status as SourceReading['reading'], flags, (columnIndex) => entryOf(cellAt(row, columnIndex)));
  };
}

function endReader(
  parts: readonly ResolvedPart[],
  context: ReadContext,
): ((row: TableRow) => SourceReading['endedOn']) | undefined {
  const [sold, offer] = (['soldOn', 'offerOn'] as const).map((role) => parts.find((part) => part.role === role));
  if (sold === undefined && offer === undefined) return undefined;
  const dayIn = (part: ResolvedPart | undefined, row: TableRow) => {
    if (part === undefined) return undefined;
    const notation = context.notations?.[part.header];
    return readDay(cellAt(row, part.columnIndex), notation === undefined ? context : { ...context, notation });
  };
  return (row) => ({ sold: dayIn(sold, row), offer: dayIn(offer, row) });
}
