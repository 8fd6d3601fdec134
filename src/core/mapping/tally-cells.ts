/** Counts a column's cells in one pass: each different one while there are few, else a sample from its whole length. */
import type { CellValue } from '../sheet/table.ts';
import type { ColumnCells } from './column-cells.ts';

/** Cells that stand for others: for those that hold the same, or for those around it. */
export interface CellTally {
  /** Cells that are not empty. */
  readonly given: number;
  readonly entries: readonly { readonly index: number; readonly weight: number }[];
  /** Whether every different cell is among the entries. */
  readonly isComplete: boolean;
}

/** So many different cells are told apart: statuses, types, cities, units and counts are rarely more. */
const MOST_DIFFERENT = 64;

/** A column with so many different cells among hardly more holds keys, prices or prose, of which a sample says enough. */
const DIFFERENT_FROM_THE_START = 96;

/** Longer texts are prose, of which no two are the same. */
const LONGEST_WORD = 40;

/** At least so many cells of those that were not told apart are kept, and at most twice as many, spread evenly. */
const LEAST_SAMPLED = 40;

/** Counts the cells of a column from the first to the last. */
export function tallyCells(cells: ColumnCells): CellTally {
  const different = new Map<CellValue, { readonly index: number; weight: number }>();
  const sample = evenSample();
  let given = 0;
  let isDiverse = false;
  for (let index = 0; index < cells.length; index += 1) {
    const value = cells.valueAt(index);
    if (value === '') continue;
    given += 1;
    if (isDiverse || !isWord(value)) {
      sample.add(index);
      continue;
    }
    const known = different.get(value);
    if (known !== undefined) known.weight += 1;
    else if (different.size < MOST_DIFFERENT) different.set(value, { index, weight: 1 });
    else if (given <= DIFFERENT_FROM_THE_START) {
      isDiverse = true;
      for (const entry of different.values()) sample.add(entry.index, entry.weight);
      different.clear();
      sample.add(index);
    } else sample.add(index);
  }
  const sampled = sample.entries();
  return { given, entries: [...different.values(), ...sampled], isComplete: sampled.length === 0 };
}

/** Dates are objects, of which no two are the same. */
function isWord(value: CellValue): boolean {
  return typeof value === 'string' ? value.length <= LONGEST_WORD : typeof value !== 'object';
}

/** Keeps every so many-th of the cells it is told of, fewer and fewer as they become more. */
function evenSample() {
  let kept: number[] = [];
  let stride = 1;
  let seen = 0;
  let weights = 0;
  return {
    add: (index: number, weight = 1) => {
      weights += weight;
      if (seen % stride === 0) kept.push(index);
      seen += 1;
      if (kept.length < 2 * LEAST_SAMPLED) return;
      kept = kept.filter((_, position) => position % 2 === 0);
      stride *= 2;
    },
    entries: () => kept.map((index) => ({ index, weight: weights / kept.length })),
  };
}
