/** What of a tab messages cannot or must not write: formulas, merged cells, what somebody has protected, and what dropdowns refuse. */
import { allowedWords } from './event-rules.ts';
import type { EventTab, LockedCells, Locks } from './event-tab.ts';

/** What stands in the way of writing some rows. */
export interface EventHurdles extends Locks {
  /** Whether the columns about messages are protected, so that nothing can be recorded. */
  readonly isOwnProtected: boolean;
}

/** Nothing. */
export const NO_HURDLES: EventHurdles = {
  locked: new Map(),
  lockedBelow: new Set(),
  allowed: new Map(),
  isOwnProtected: false,
};

/** Looks at rows that are there, over their whole span at once, and at where so many new ones go. */
export function hurdlesOf(tab: EventTab, rowNumbers: readonly number[], newRows: number): EventHurdles {
  const { sheet, layout, nextRowNumber } = tab;
  const first = Math.min(...rowNumbers);
  const above =
    rowNumbers.length === 0 ? NONE : protectedColumns(columnsOf(tab), first, Math.max(...rowNumbers) - first + 1);
  const last = sheet.getMaxRows();
  // Rows that the grid still lacks are made like its last one.
  const below =
    newRows === 0
      ? NONE
      : protectedColumns(
          columnsOf(tab),
          Math.min(nextRowNumber, last),
          Math.max(1, Math.min(newRows, last - nextRowNumber + 1)),
        );
  return {
    locked: rowNumbers.length === 0 ? new Map() : lockedCells(tab, rowNumbers, above),
    lockedBelow: new Set([...layout.columns].filter(([, index]) => below.has(index)).map(([name]) => name)),
    allowed: new Map([
      ...(newRows === 0 ? [] : allowedWords(tab, Math.min(nextRowNumber, last), 1)),
      ...(rowNumbers.length === 0 ? [] : allowedWords(tab, first, Math.max(...rowNumbers) - first + 1)),
    ]),
    isOwnProtected: Object.values(layout.own).some((index) => above.has(index) || below.has(index)),
  };
}

const NONE: ReadonlySet<number> = new Set();

/** Columns of a tab that are so many wide. */
interface AskedColumns {
  readonly sheet: GoogleAppsScript.Spreadsheet.Sheet;
  readonly width: number;
  readonly indexes: readonly number[];
}

function columnsOf({ sheet, headers, layout }: EventTab): AskedColumns {
  const all = [...layout.columns.values(), ...Object.values(layout.own)];
  return { sheet, width: headers.length, indexes: all.filter((index) => index < headers.length) };
}

/** The columns of some rows that this person may not edit, by index; each is asked about only where not all are free. */
export function protectedColumns(
  { sheet, width, indexes }: AskedColumns,
  firstRowNumber: number,
  rowCount: number,
): ReadonlySet<number> {
  if (width === 0 || sheet.getRange(firstRowNumber, 1, rowCount, width).canEdit()) return NONE;
  return new Set(indexes.filter((index) => !sheet.getRange(firstRowNumber, index + 1, rowCount, 1).canEdit()));
}

function lockedCells(
  { sheet, headers, layout }: EventTab,
  rowNumbers: readonly number[],
  isProtected: ReadonlySet<number>,
): LockedCells {
  const first = Math.min(...rowNumbers);
  const span = sheet.getRange(first, 1, Math.max(...rowNumbers) - first + 1, headers.length);
  const formulas = span.getFormulas();
  const merged = span.getMergedRanges().map((range) => ({
    rows: [range.getRow(), range.getLastRow()],
    columns: [range.getColumn() - 1, range.getLastColumn() - 1],
  }));
  const isWithin = (value: number, [from = 0, to = 0]: readonly number[]) => value >= from && value <= to;
  const isLocked = (rowNumber: number, index: number) =>
    isProtected.has(index) ||
    (formulas[rowNumber - first]?.[index] ?? '') !== '' ||
    merged.some((area) => isWithin(rowNumber, area.rows) && isWithin(index, area.columns));
  return new Map(
    rowNumbers.map((rowNumber) => [
      rowNumber,
      new Set([...layout.columns].filter(([, index]) => isLocked(rowNumber, index)).map(([name]) => name)),
    ]),
  );
}
