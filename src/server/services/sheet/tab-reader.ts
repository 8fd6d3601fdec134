/** Whoever a tab is read for, and how much of it can be read. */
import type { Table } from '../../../core/sheet/table.ts';
import type { NeedsText } from '../../../core/sheet/text-columns.ts';
import type { Values } from './cell-values.ts';

/** What the reader of a tab is told once its first rows are known. */
export interface TextNeeds {
  /** Whether columns may hide addresses behind words, so that the first rows are looked at for them. */
  readonly hidesLinks: boolean;
  /** Columns in which they are known to stand, be it far below the first rows. */
  readonly linkColumnIndexes: readonly number[];
  readonly needsText: NeedsText;
}

/** How many rows a tab has below its header, and some of them. */
interface PartOfTab {
  readonly rowCount: number;
  readonly rows: Values;
}

/** Whoever a tab is read for. */
export interface TabReader {
  /**
   * Whether it is settled what the columns with these very headers hold, so that neither all of their cells need be looked at, nor
   * headers and first rows be read as shown.
   *
   * @param tab How many rows the tab has, and some of them; absent where what was settled counts however much was added.
   */
  isDecided(headers: readonly string[], tab?: PartOfTab): boolean;
  /** The columns for which the shown texts of their numbers count for what they hold. */
  tellingColumns(headers: readonly string[]): ReadonlySet<number>;
  /**
   * What counts in a tab, judged by its header and first rows.
   *
   * @param whole The tab with all of its rows, where they have been read.
   */
  needsOf(top: Table, whole: Table | undefined): TextNeeds;
}

/** So many cells are looked at to find out what the columns of a tab hold, whatever part of it is wanted. */
export const MOST_DECIDED_CELLS = 500_000;

/** So many cells can be read, planned and marked in an execution; a thousand take about 25 ms to read, and as many to plan. */
export const MOST_READ_CELLS = 4_000_000;
