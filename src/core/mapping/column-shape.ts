/** Sums up what the cells of a column look like, over its whole length. */

import type { Cell } from '../sheet/table.ts';
import { type CellTrait, traitsOf } from './cell-traits.ts';
import { type ColumnCells, cellsOfList } from './column-cells.ts';
import { tallyColumn } from './tally-cells.ts';

/** What a column's cells look like. */
export interface ColumnShape {
  /** Cells that say something. */
  readonly filled: number;
  /** `filled` as a share of all cells, 0 to 1; 0 without cells. */
  readonly filledShare: number;
  /** How many filled cells show a trait. */
  readonly counts: ReadonlyMap<CellTrait, number>;
  /** Every different text and how often it stands there; absent where they are too many to be words. */
  readonly words?: ReadonlyMap<string, number>;
}

/** The shape of a column from the first cell to the last. */
export function columnShape(cells: readonly Cell[]): ColumnShape {
  return shapeOfCells(cellsOfList(cells));
}

/** The shape of a column from the first cell to the last. */
export function shapeOfCells(cells: ColumnCells): ColumnShape {
  const { entries, isComplete } = cells.tally ?? tallyColumn(cells);
  const counts = new Map<CellTrait, number>();
  const words = new Map<string, number>();
  let filled = 0;
  for (const { index, weight } of entries) {
    const cell = cells.cellAt(index);
    const traits = traitsOf(cell);
    if (traits === undefined) continue;
    filled += weight;
    for (const trait of traits) counts.set(trait, (counts.get(trait) ?? 0) + weight);
    if (isComplete) words.set(cell.text.trim(), (words.get(cell.text.trim()) ?? 0) + weight);
  }
  const filledShare = cells.length === 0 ? 0 : filled / cells.length;
  return isComplete ? { filled, filledShare, counts, words } : { filled, filledShare, counts };
}

/** The share of filled cells that show a trait, 0 to 1; 0 for a blank column. */
export function shareOf(shape: ColumnShape, trait: CellTrait): number {
  return shape.filled === 0 ? 0 : (shape.counts.get(trait) ?? 0) / shape.filled;
}

/** What people would call the cells, most telling trait first, for the reason of a match. */
const DESCRIPTIONS: readonly (readonly [CellTrait, string])[] = [
  ['imageUrl', 'picture addresses'],
  ['relativeUrl', 'links without a domain'],
  ['tourUrl', 'addresses of virtual tours'],
  ['url', 'web addresses'],
  ['date', 'dates'],
  ['coordinatePair', 'latitude and longitude together'],
  ['rentPeriod', 'rents'],
  ['money', 'amounts of money'],
  ['dimensions', 'dimensions'],
  ['area', 'areas'],
  ['rentWord', 'words for rent'],
  ['soldWord', 'listing statuses'],
  ['statusWord', 'listing statuses'],
  ['saleWord', 'words for sale'],
  ['typeWord', 'property types'],
  ['areaUnitWord', 'units'],
  ['currencyWord', 'currencies'],
  ['booleanWord', 'yes or no'],
  ['year', 'years'],
  ['number', 'numbers'],
  ['longText', 'long texts'],
  ['street', 'texts with numbers'],
  ['id', 'record numbers'],
  ['plainWords', 'words'],
];

/** Share of the cells that must show a trait before the column is described by it. */
const DESCRIBED_SHARE = 0.5;

/** What the cells look like, in words that complete `its cells look like …`. */
export function describeShape(shape: ColumnShape): string {
  return DESCRIPTIONS.find(([trait]) => shareOf(shape, trait) >= DESCRIBED_SHARE)?.[1] ?? 'a mix of things';
}
