/** Makes a row of a listing that only the platform has: each value in the column that feeds its field, where it reads back as it is. */
import { KEY_FIELDS, listingKeyOf } from '../actions/listing-key.ts';
import type { ListingForm } from '../actions/row-planner.ts';
import type { CellContent } from '../events/event-fields.ts';
import type { Cells } from '../events/event-writes.ts';
import { FIELDS, type FieldName, type KeyType } from '../listing/fields.ts';
import type { ListingReading } from '../listing/listing-reading.ts';
import type { CellValue } from '../sheet/table.ts';
import { LONGEST_CELL, type PlatformCell, type PlatformLine, platformCell } from './platform-tab.ts';

/** The tab that rows are made for. */
export interface CopyGround {
  readonly form: ListingForm;
  /** By what its rows are known, the best first. */
  readonly keyTypes: readonly KeyType[];
  /** Columns that are protected, or hold formulas. */
  readonly lockedColumns: ReadonlySet<number>;
}

/** A listing as a row. */
export interface RowCopy {
  readonly kind: 'row';
  readonly cells: Cells;
  /** The fields that its cells were written for. */
  readonly placed: readonly FieldName[];
  /** The fields of the listing that the row does not say. */
  readonly untold: readonly FieldName[];
}

/** A listing as a row, or why it cannot be one. */
export type Copy =
  | RowCopy
  /** The row would have no key, and never be sent. */
  | { readonly kind: 'keyless' }
  /** The tab would say something else of these fields, by a fixed value or another column, and a sync would send that. */
  | { readonly kind: 'contradicted'; readonly fields: readonly FieldName[] };

/** The chatbot is that of the connection, and the type of key follows from the tab. Days grow, and would be frozen in a cell. */
const NEVER_WRITTEN: ReadonlySet<FieldName> = new Set<FieldName>(['SerialNumber', 'KeyType', 'DaysOnMarket']);

/** Nobody misses them: the platform gives its key by itself, and works out the price per area as the tab does. */
const NOT_MISSED: ReadonlySet<FieldName> = new Set<FieldName>(['SerialNumber', 'KeyType', 'Key', 'UnitAreaPrice']);

/** Plans the row. Whatever does not read back as the platform has it is left out, until all that is left does. */
export function copiedRow(line: PlatformLine, ground: CopyGround): Copy {
  const refused = new Set(NEVER_WRITTEN);
  for (;;) {
    const { cells, placed } = placedCells(line, refused, ground);
    const reading = readingOf(cells, ground.form);
    const wrong = placed.filter((field) => !isSaid(line, field, reading));
    if (wrong.length === 0) return judged(line, { cells, placed }, reading, ground);
    for (const field of wrong) refused.add(field);
  }
}

type Placed = Pick<RowCopy, 'cells' | 'placed'>;

function judged(line: PlatformLine, row: Placed, reading: ListingReading, { keyTypes }: CopyGround): Copy {
  if (listingKeyOf(reading.values, keyTypes) === undefined) return { kind: 'keyless' };
  const unlike = fieldsOf(line).filter((field) => !NOT_MISSED.has(field) && !isSaid(line, field, reading));
  const contradicted = unlike.filter((field) => field !== 'DaysOnMarket' && readValue(reading, field) !== undefined);
  if (contradicted.length > 0) return { kind: 'contradicted', fields: contradicted };
  return { kind: 'row', ...row, untold: unlike };
}

/** The columns by which a row of the sheet does not say what it was written for. */
export function misread(
  line: PlatformLine,
  { cells, placed }: RowCopy,
  written: readonly CellValue[],
  { form, keyTypes }: CopyGround,
): readonly number[] {
  const keys = keyColumns(form, keyTypes);
  // Keys are written last, so that nothing is sent of a row that was cut off half-way.
  const values = written.map((value, columnIndex) => (keys.has(columnIndex) ? (cells.get(columnIndex) ?? '') : value));
  const reading = form.read({ rowNumber: 0, values, texts: [] });
  return placed.flatMap((field) => {
    const source = form.sources[field];
    return source?.kind === 'column' && !isSaid(line, field, reading) ? [source.columnIndex] : [];
  });
}

/** The columns that hold what rows are known by. */
export function keyColumns({ sources }: ListingForm, keyTypes: readonly KeyType[]): ReadonlySet<number> {
  return new Set(
    keyTypes.flatMap((keyType) => {
      const source = sources[KEY_FIELDS[keyType]];
      return source?.kind === 'column' ? [source.columnIndex] : [];
    }),
  );
}

function placedCells(
  line: PlatformLine,
  refused: ReadonlySet<FieldName>,
  { form, keyTypes, lockedColumns }: CopyGround,
): Placed {
  const keys = keyColumns(form, keyTypes);
  const cells = new Map<number, CellContent>();
  const placed: FieldName[] = [];
  for (const field of fieldsOf(line)) {
    const source = form.sources[field];
    const cell = line[field];
    if (refused.has(field) || cell === undefined || source?.kind !== 'column' || isCut(cell)) continue;
    const { columnIndex } = source;
    if (lockedColumns.has(columnIndex) || cells.has(columnIndex)) continue;
    // As a text a key loses no digit, whatever the format of its column.
    cells.set(columnIndex, keys.has(columnIndex) ? String(cell) : cell);
    placed.push(field);
  }
  return { cells, placed };
}

function fieldsOf(line: PlatformLine): readonly FieldName[] {
  return FIELDS.map(({ name }) => name).filter((name) => line[name] !== undefined);
}

function isCut(cell: PlatformCell): boolean {
  return typeof cell === 'string' && cell.length >= LONGEST_CELL;
}

function readingOf(cells: Cells, { read }: ListingForm): ListingReading {
  const width = Math.max(0, ...cells.keys()) + 1;
  const values = Array.from({ length: width }, (_, columnIndex) => cells.get(columnIndex) ?? '');
  return read({ rowNumber: 0, values, texts: [] });
}

function isSaid(line: PlatformLine, field: FieldName, reading: ListingReading): boolean {
  const [cell, value] = [String(line[field] ?? '').trim(), readValue(reading, field)];
  if (value === undefined || cell === '') return false;
  return typeof value === 'number' ? Number(cell) === value : String(platformCell(value)).trim() === cell;
}

function readValue({ values }: ListingReading, field: FieldName): unknown {
  const all: { readonly [Name in FieldName]?: unknown } = values;
  return all[field];
}
