/** Sums up what the cells of a column look like. */
import { rememberCells } from '../listing/cell/remember-cells.ts';
import type { Cell } from '../sheet/table.ts';
import { type CellTrait, traitsOf } from './cell-traits.ts';

/** How many cells of a column are looked at; the share of a trait hardly changes beyond that. */
export const SAMPLE_CELLS = 50;

/** What a column's sampled cells look like. */
export interface ColumnShape {
  /** Cells that say something. */
  readonly filled: number;
  /** `filled` as a share of the sampled cells, 0 to 1; 0 without cells. */
  readonly filledShare: number;
  /** How many filled cells show a trait. */
  readonly counts: ReadonlyMap<CellTrait, number>;
}

/** The shape of a column, from its first cells. */
export function columnShape(cells: readonly Cell[]): ColumnShape {
  const sample = cells.slice(0, SAMPLE_CELLS);
  const counts = new Map<CellTrait, number>();
  const look = rememberCells(traitsOf);
  let filled = 0;
  for (const { value, text, link } of sample) {
    const traits = look(value, text, link);
    if (traits === undefined) continue;
    filled += 1;
    for (const trait of traits) counts.set(trait, (counts.get(trait) ?? 0) + 1);
  }
  return { filled, filledShare: sample.length === 0 ? 0 : filled / sample.length, counts };
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
