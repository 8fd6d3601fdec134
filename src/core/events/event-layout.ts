/** Where in a tab messages write: the columns of listings, and the add-on's own about messages. */
import {
  type ListingSources,
  type PartRole,
  type ResolvedColumn,
  type ResolvedSource,
  valueParts,
} from '../listing/field-source.ts';
import { isSameHeader } from '../mapping/normalize-header.ts';
import { type CellValue, plainText } from '../sheet/table.ts';
import { EVENT_COLUMNS, EVENT_HEADERS, type EventColumn } from '../words/own-headers.ts';
import { EVENT_FIELDS, type EventFieldName } from './event-fields.ts';
import { BLANK_STAMP, parseStamp } from './event-stamp.ts';
import type { EventRow } from './merge-row.ts';

/** Where columns are, by index. */
export interface EventLayout {
  readonly columns: ReadonlyMap<EventFieldName, number>;
  readonly own: { readonly [Column in EventColumn]?: number };
  /** Columns that no message can fill here: several columns, or a fixed value, feed their field. */
  readonly fedOtherwise: ReadonlySet<EventFieldName>;
  /** Whether one column holds what homes are sold for and what they are let for, as the row says. */
  readonly isOnePrice: boolean;
}

/** What else people and exports call columns that no listing field is fed by. */
const OTHER_HEADERS: { readonly [Name in EventFieldName]?: readonly string[] } = {
  mlsName: ['OriginatingSystemName', 'Source MLS', 'MLS Source'],
  soldPrice: ['ClosePrice', 'Close price'],
  soldDate: ['CloseDate', 'Close date'],
  pendingDate: ['PurchaseContractDate', 'Purchase contract date'],
  rooms: ['RoomsTotal', 'Rooms total'],
  stories: ['StoriesTotal', 'Stories total'],
  listDate: ['ListingContractDate', 'Listing contract date', 'Date listed'],
  showAddress: ['InternetAddressDisplayYN'],
  upi: ['UniversalPropertyId', 'Universal property ID'],
};

/** Fields that a column may feed which holds something else: a number of days, the address of a 3D tour. */
const MAPPED_ONLY_AS: { readonly [Name in EventFieldName]?: RegExp } = {
  listDate: /date|listed|since/i,
  openHouse: /open/i,
};

/** Finds the columns: what the mapping says, else the header that the column has where it is made. */
export function layoutOf(headers: readonly string[], sources: ListingSources): EventLayout {
  const columns = new Map<EventFieldName, number>();
  const fedOtherwise = new Set<EventFieldName>();
  const used = new Set<number>();
  const take = (name: EventFieldName, columnIndex: number) => {
    if (columnIndex === -1 || used.has(columnIndex)) return;
    columns.set(name, columnIndex);
    used.add(columnIndex);
  };
  const isOnePrice = feedsBothPrices(sources);
  if (isOnePrice) fedOtherwise.add('monthlyRent');
  for (const { name, field } of EVENT_FIELDS) {
    const source = field === undefined ? undefined : sources[field];
    if (source === undefined || fedOtherwise.has(name)) continue;
    const column = columnOf(source);
    if (column === undefined) fedOtherwise.add(name);
    else if (MAPPED_ONLY_AS[name]?.test(column.header) !== false) take(name, column.columnIndex);
  }
  for (const { name, header } of EVENT_FIELDS) {
    if (columns.has(name) || fedOtherwise.has(name)) continue;
    const names = [header, ...(OTHER_HEADERS[name] ?? [])];
    take(
      name,
      headers.findIndex((one) => one !== '' && names.some((wanted) => isSameHeader(one, wanted))),
    );
  }
  return { columns, fedOtherwise, isOnePrice, own: ownColumns(headers) };
}

function feedsBothPrices({ SalePrice, RentPrice }: ListingSources): boolean {
  if (SalePrice === undefined || RentPrice === undefined) return false;
  const [sale, rent] = [columnOf(SalePrice), columnOf(RentPrice)];
  return sale !== undefined && sale.columnIndex === rent?.columnIndex;
}

/** Beside a column that says this, a number means something else than in a message. */
const CHANGES_MEANING: ReadonlySet<PartRole> = new Set<PartRole>(['measure', 'period']);

/** The one column that holds a source's value; others may say more of it, such as the day of a sale beside the list date. */
function columnOf(source: ResolvedSource): ResolvedColumn | undefined {
  switch (source.kind) {
    case 'column':
      return source;
    case 'joined': {
      const [value, ...others] = valueParts(source.parts);
      const isOnly = others.length === 0 && !source.parts.some(({ role }) => CHANGES_MEANING.has(role));
      return isOnly ? value : undefined;
    }
    default:
      return undefined;
  }
}

function ownColumns(headers: readonly string[]): EventLayout['own'] {
  const found: { [Column in EventColumn]?: number } = {};
  for (const column of EVENT_COLUMNS) {
    const columnIndex = headers.findIndex((header) => header.trim() === EVENT_HEADERS[column]);
    if (columnIndex !== -1) found[column] = columnIndex;
  }
  return found;
}

/** A row of the tab as messages see it. */
export function eventRowOf(
  values: readonly CellValue[],
  { columns, own }: EventLayout,
  locked: ReadonlySet<EventFieldName>,
): EventRow {
  const cells: EventRow['cells'] = {};
  for (const [name, columnIndex] of columns) cells[name] = values[columnIndex] ?? '';
  const stamp = own.stamp === undefined ? undefined : parseStamp(plainText(values[own.stamp] ?? ''));
  return { cells, stamp: stamp ?? BLANK_STAMP, locked };
}
