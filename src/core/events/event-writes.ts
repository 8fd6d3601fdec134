/** Turns planned rows into blocks of cells: one call to the sheet for each. */
import { columnRuns } from '../sheet/column-runs.ts';
import type { CellContent, EventFieldName } from './event-fields.ts';
import type { EventLayout } from './event-layout.ts';
import type { PlannedRow } from './row-stories.ts';

/** Cells that are written together. */
export interface EventBlock {
  readonly firstRowNumber: number;
  readonly firstColumnIndex: number;
  readonly values: readonly (readonly CellContent[])[];
}

/** The blocks of a plan: rows that are there already, and new ones below them. */
export interface EventWrites {
  readonly changed: readonly EventBlock[];
  readonly added: readonly EventBlock[];
  /** How many rows are new. */
  readonly newRows: number;
}

/** What the planner knows rows by, in the sheet. */
export interface RowPlaces {
  readonly layout: EventLayout;
  /** Columns that nobody may write where new rows go. */
  readonly lockedBelow?: ReadonlySet<EventFieldName>;
  /** Row number of each position. */
  readonly rowNumbers: readonly number[];
  /** The first row below the data. */
  readonly nextRowNumber: number;
  /** A moment as people read it. */
  readonly momentText: (ms: number) => string;
}

/** Plans the blocks. */
export function eventWrites(rows: readonly PlannedRow[], places: RowPlaces): EventWrites {
  const added = rows.filter(({ position }) => position === undefined);
  const changed = rows.flatMap((row) => {
    const rowNumber = row.position === undefined ? undefined : places.rowNumbers[row.position];
    return rowNumber === undefined ? [] : runsOf(rowNumber, changedCells(row, places));
  });
  return { changed: joined(changed), added: newBlocks(added, places), newRows: added.length };
}

/** What the cells of a row are to hold, by column index. */
export type Cells = ReadonlyMap<number, CellContent>;

function changedCells({ row, changed, ...rest }: PlannedRow, places: RowPlaces): Cells {
  const { columns } = places.layout;
  const cells = ownCells(rest, places);
  for (const name of changed) {
    const columnIndex = columns.get(name);
    if (columnIndex !== undefined) cells.set(columnIndex, contentOf(row.cells[name]));
  }
  return cells;
}

function newBlocks(rows: readonly PlannedRow[], places: RowPlaces): readonly EventBlock[] {
  if (rows.length === 0) return [];
  const { own } = places.layout;
  const columns = [...places.layout.columns].filter(([name]) => places.lockedBelow?.has(name) !== true);
  const indexes = [...columns.map(([, columnIndex]) => columnIndex), ...Object.values(own)];
  const names = new Map(columns.map(([name, columnIndex]) => [columnIndex, name]));
  const cells = rows.map((row): Pick<Cells, 'get'> => {
    const ownTexts = ownCells(row, places);
    return {
      get: (columnIndex) => {
        const name = names.get(columnIndex);
        return name === undefined ? ownTexts.get(columnIndex) : contentOf(row.row.cells[name]);
      },
    };
  });
  return rowBlocks(cells, indexes, places.nextRowNumber);
}

/** The blocks of rows that follow each other, for some of their columns. */
export function rowBlocks(
  rows: readonly Pick<Cells, 'get'>[],
  columnIndexes: readonly number[],
  firstRowNumber: number,
): readonly EventBlock[] {
  return columnRuns(columnIndexes).map(({ firstColumnIndex, count }) => {
    // One list of columns for all rows: making it anew takes longer than looking its cells up.
    const indexes = Array.from({ length: count }, (_, offset) => firstColumnIndex + offset);
    const values = rows.map((row) => indexes.map((columnIndex) => row.get(columnIndex) ?? ''));
    return { firstRowNumber, firstColumnIndex, values };
  });
}

function ownCells({ stamp, shown }: Pick<PlannedRow, 'stamp' | 'shown'>, places: RowPlaces): Map<number, CellContent> {
  const { own } = places.layout;
  const cells = new Map<number, CellContent>();
  const put = (columnIndex: number | undefined, text: string) => {
    if (columnIndex !== undefined) cells.set(columnIndex, text);
  };
  put(own.stamp, stamp);
  if (shown !== undefined) {
    put(own.status, shown.status);
    put(own.detail, shown.detail);
    put(own.at, places.momentText(shown.atMs));
  }
  return cells;
}

/** Whatever a message wrote is a text or a number; other cells are not among those that change. */
function contentOf(value: unknown): CellContent {
  return typeof value === 'number' || typeof value === 'string' ? value : '';
}

function runsOf(rowNumber: number, cells: Cells): readonly EventBlock[] {
  return columnRuns([...cells.keys()]).map(({ firstColumnIndex, count }) => ({
    firstRowNumber: rowNumber,
    firstColumnIndex,
    values: [Array.from({ length: count }, (_, offset) => cells.get(firstColumnIndex + offset) ?? '')],
  }));
}

/** Blocks of the same columns in rows that follow each other become one. */
function joined(blocks: readonly EventBlock[]): readonly EventBlock[] {
  const width = ({ values }: EventBlock) => values[0]?.length ?? 0;
  const sorted = [...blocks].sort(
    (a, b) => a.firstColumnIndex - b.firstColumnIndex || width(a) - width(b) || a.firstRowNumber - b.firstRowNumber,
  );
  const all: EventBlock[] = [];
  for (const block of sorted) {
    const last = all[all.length - 1];
    const follows =
      last !== undefined &&
      last.firstColumnIndex === block.firstColumnIndex &&
      width(last) === width(block) &&
      last.firstRowNumber + last.values.length === block.firstRowNumber;
    if (follows) all[all.length - 1] = { ...last, values: [...last.values, ...block.values] };
    else all.push(block);
  }
  return all;
}

/**
 * Whether Sheets may take a text for something else where the cell is not formatted as text: a formula, a number, a date, a
 * truth value. It is better to ask for the format once too often.
 */
export function mayBeParsed(content: CellContent): boolean {
  if (typeof content !== 'string') return false;
  return /^\s*[=+\-'@.\d$€£¥%(]/.test(content) || /^\s*(?:true|false|[a-z]{3,9}\.?[ -]\d)/i.test(content);
}
