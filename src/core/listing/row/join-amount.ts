/** Reads a field from its own column and from others that say more of it: unit, period, currency, reduced and sold price, end of the offer. */

import { type Cell, cellAt, type TableRow } from '../../sheet/table.ts';
import { entryOf, shownText } from '../cell/entry.ts';
import { expectationOf } from '../cell/expectation.ts';
import { readDay } from '../cell/read-days.ts';
import { offerNamed, readBoxes } from '../cell/read-sale-type.ts';
import { yesOrNo } from '../cell/yes-no.ts';
import type { PartRole, ResolvedPart } from '../field-source.ts';
import { fieldReader, type NamedField } from '../read-field.ts';
import { type ReadContext, type Reading, unreadable } from '../reading.ts';
import { withBeside, withPerhapsPeriod } from './beside-amount.ts';
import { believedTotal } from './join-parts.ts';
import { flagOf, type StatusDay, withDays, withFlags } from './join-status.ts';
import { type SourceReading, sourceReading } from './listing-draft.ts';
import { presentPrice } from './reduced-price.ts';

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
  const readOwn = presentReader(field, parts, context);
  const readSold = partReader(field, parts, 'whenSold', context);
  const tell = tellerOf(field, parts, context);
  const readEnd = field.name === 'DaysOnMarket' ? endReader(parts, context) : undefined;
  return (row) => {
    const own = readOwn(row);
    const told = tell(own.reading, row);
    const whenSold = readSold?.(row);
    const endedOn = readEnd?.(row);
    const isDenied = told.kind === 'unreadable' && own.reading.kind === 'value';
    const reading = sourceReading(told, own.header, own.shown, own.isWritten);
    const whole: SourceReading = isDenied || own.staysEmpty === true ? { ...reading, staysEmpty: true } : reading;
    if (whenSold === undefined && endedOn === undefined) return whole;
    return {
      ...whole,
      // A second price may become one once the status is known.
      hasFinding: whole.hasFinding || whenSold?.hasFinding === true || whenSold?.value !== undefined,
      ...(whenSold !== undefined && { whenSold }),
      ...(endedOn !== undefined && { endedOn }),
    };
  };
}

/** The amount, or a lower one that another column names as the present price. */
function presentReader(
  field: NamedField,
  parts: readonly ResolvedPart[],
  context: ReadContext,
): (row: TableRow) => SourceReading {
  const readOwn = partReader(field, parts, 'amount', context);
  const readReduced = parts
    .filter(({ role }) => role === 'reduced')
    .flatMap((part) => partReader(field, [part], 'reduced', context) ?? []);
  return (row) =>
    readReduced.reduce(
      (own, read) => presentPrice(field.name, own, read(row)),
      readOwn?.(row) ?? sourceReading({ kind: 'empty' }, '', ''),
    );
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

function tellerOf(field: NamedField, parts: readonly ResolvedPart[], context: ReadContext): Told {
  switch (field.name) {
    case 'Status':
      return statusReader(field, parts, context);
    case 'SaleType':
      return offerReader(parts, context);
    case 'ParkingSpots':
      return totalReader(parts, context);
    default:
      return besideReader(field, parts, context);
  }
}

/**
 * Words for sale and for rent with the tick boxes beside them: these speak where the words do not, and a tick must not deny them.
 * A box without a tick may only have been forgotten.
 */
function offerReader(parts: readonly ResolvedPart[], context: ReadContext): Told {
  const boxes = parts.flatMap(({ role, header, columnIndex }) => {
    const offer = role === 'offer' ? offerNamed(header) : undefined;
    return offer === undefined ? [] : [{ header, columnIndex, offer }];
  });
  return (reading, row) => {
    const cells = boxes.map(({ header, columnIndex, offer }) => ({ header, offer, cell: cellAt(row, columnIndex) }));
    if (reading.kind === 'empty') {
      const said = readBoxes(cells, context).reading;
      return said.kind === 'value' ? said : reading;
    }
    const denying = cells.find(
      ({ offer, cell }) => reading.kind === 'value' && offer !== reading.value && isTicked(cell),
    );
    if (denying === undefined) return reading;
    return unreadable(expectationOf('SaleType'), `“${denying.header}” is ticked beside it; correct one of them.`);
  };
}

function isTicked(cell: Cell): boolean {
  return yesOrNo(entryOf(cell)) === true;
}

function totalReader(parts: readonly ResolvedPart[], context: ReadContext): Told {
  const within = parts.filter(({ role }) => role === 'within');
  return (reading, row) =>
    believedTotal(
      reading,
      within.map(({ role, header, columnIndex }) => ({ role, header, cell: cellAt(row, columnIndex) })),
      context,
    );
}

function besideReader(field: NamedField, parts: readonly ResolvedPart[], context: ReadContext): Told {
  const expected = expectationOf(field.name);
  const beside = parts.filter(({ role }) => ['measure', 'period', 'perhapsPeriod', 'beside'].includes(role));
  const isPaidOnce = field.name === 'SalePrice';
  return (reading, row) =>
    beside.reduce((told, { role, header, columnIndex }) => {
      const besideCell = {
        header,
        cell: cellAt(row, columnIndex),
        isMeasure: role === 'measure' || (role === 'period' && !isPaidOnce),
      };
      if (role === 'perhapsPeriod') return withPerhapsPeriod(told, besideCell, expected);
      return withBeside(told, besideCell, expected, context.locale);
    }, reading);
}

/** A blank status gives way to a column that can say that a sale is past; tick boxes say more than `Active`. */
function statusReader(field: NamedField, parts: readonly ResolvedPart[], context: ReadContext): Told {
  const readOther = partReader(field, parts, 'otherwise', context);
  const flags = parts.filter(({ role }) => role === 'flag').map(flagOf);
  const dated = parts.filter(({ role }) => STATUS_DAYS.has(role));
  return (reading, row) => {
    const other = reading.kind === 'empty' ? readOther?.(row).reading : undefined;
    const status: Reading<unknown> = other?.kind === 'value' && other.value === 'sold' ? other : reading;
    const said = withFlags(status as SourceReading['reading'], flags, (columnIndex) =>
      entryOf(cellAt(row, columnIndex)),
    );
    return withDays(said, daysIn(dated, row, context), context.today);
  };
}

const STATUS_DAYS: ReadonlySet<PartRole> = new Set<PartRole>(['soldOn', 'offerOn', 'goneOn', 'listedOn']);

function daysIn(parts: readonly ResolvedPart[], row: TableRow, context: ReadContext): readonly StatusDay[] {
  return parts.flatMap((part) => {
    const day = dayIn(part, row, context);
    return day === undefined ? [] : [{ role: part.role, header: part.header, day }];
  });
}

function dayIn(part: ResolvedPart, row: TableRow, context: ReadContext): string | undefined {
  const notation = context.notations?.[part.header];
  return readDay(cellAt(row, part.columnIndex), notation === undefined ? context : { ...context, notation });
}

function endReader(
  parts: readonly ResolvedPart[],
  context: ReadContext,
): ((row: TableRow) => SourceReading['endedOn']) | undefined {
  const [sold, offer] = (['soldOn', 'offerOn'] as const).map((role) => parts.find((part) => part.role === role));
  if (sold === undefined && offer === undefined) return undefined;
  return (row) => ({
    sold: sold && dayIn(sold, row, context),
    offer: offer && dayIn(offer, row, context),
  });
}
