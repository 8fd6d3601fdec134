/** Counts columns' cells in one pass: each different one while there are few, else a sample from the whole length. */
import type { CellValue, TableRow } from '../sheet/table.ts';

/** Cells that stand for others: for those that hold the same, or for those around it. */
export interface CellTally {
  readonly entries: readonly { readonly index: number; readonly weight: number }[];
  /** Whether every different cell is among the entries. */
  readonly isComplete: boolean;
}

/** So many different cells are told apart: statuses, types, cities, units and counts are rarely more. */
const MOST_DIFFERENT = 48;

/** A column with so many different cells among hardly more holds keys, prices or prose, of which a sample says enough. */
const DIFFERENT_FROM_THE_START = 72;

/** Longer texts are prose, of which no two are the same. */
const LONGEST_WORD = 40;

/** At least so many cells of those that were not told apart are kept, and at most twice as many, spread evenly. */
const LEAST_SAMPLED = 25;

/** Counts the cells of each column, row by row: the cells of a row lie beside each other in memory. */
export function tallyRows(rows: readonly TableRow[], columnCount: number): readonly CellTally[] {
  const counters = Array.from({ length: columnCount }, cellCounter);
  rows.forEach(({ values }, index) => {
    for (let columnIndex = 0; columnIndex < columnCount; columnIndex += 1) {
      const value = values[columnIndex];
      if (value !== undefined && value !== '') counters[columnIndex]?.add(index, value);
    }
  });
  return counters.map((counter) => counter.tally());
}

/** Counts the cells of one column. */
export function tallyColumn(cells: { readonly length: number; valueAt(index: number): CellValue }): CellTally {
  const counter = cellCounter();
  for (let index = 0; index < cells.length; index += 1) {
    const value = cells.valueAt(index);
    if (value !== '') counter.add(index, value);
  }
  return counter.tally();
}

interface CellCounter {
  /** Counts a cell that is not empty. */
  add(index: number, value: CellValue): void;
  tally(): CellTally;
}

function cellCounter(): CellCounter {
  const different = new Map<CellValue, { readonly index: number; weight: number }>();
  let sampled: number[] = [];
  let stride = 1;
  let untilNext = 1;
  let given = 0;
  let isDiverse = false;
  /** Keeps every so many-th of the cells that are not told apart, fewer and fewer as they become more. */
  const addSampled = (index: number): void => {
    untilNext -= 1;
    if (untilNext > 0) return;
    sampled.push(index);
    if (sampled.length === 2 * LEAST_SAMPLED) {
      sampled = sampled.filter((_, position) => position % 2 === 0);
      stride *= 2;
    }
    untilNext = stride;
  };
  const addDifferent = (index: number, value: CellValue): void => {
    if (different.size < MOST_DIFFERENT) {
      different.set(value, { index, weight: 1 });
      return;
    }
    if (given <= DIFFERENT_FROM_THE_START) {
      isDiverse = true;
      for (const entry of different.values()) addSampled(entry.index);
      different.clear();
    }
    addSampled(index);
  };
  return {
    add: (index, value) => {
      given += 1;
      if (isDiverse || !isWord(value)) {
        addSampled(index);
        return;
      }
      const known = different.get(value);
      if (known === undefined) addDifferent(index, value);
      else known.weight += 1;
    },
    tally: () => {
      const apart = [...different.values()];
      const others = given - apart.reduce((sum, { weight }) => sum + weight, 0);
      const stand = sampled.map((index) => ({ index, weight: others / sampled.length }));
      return { entries: [...apart, ...stand], isComplete: stand.length === 0 };
    },
  };
}

/** Dates are objects, of which no two are the same. */
function isWord(value: CellValue): boolean {
  return typeof value === 'string' ? value.length <= LONGEST_WORD : typeof value !== 'object';
}
