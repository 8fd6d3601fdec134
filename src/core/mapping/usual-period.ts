/** Finds out how often the sums of a column are paid that do not say so themselves: as the other cells of the column say. */
import { hintsOfHeader } from '../listing/cell/header-hints.ts';
import { readTerms } from '../listing/cell/money-terms.ts';
import { splitQuantity } from '../listing/cell/split-quantity.ts';
import type { ColumnNotation } from '../listing/notation.ts';
import type { Period } from '../listing/vocabulary/period.ts';
import { shareOf } from './column-shape.ts';
import type { TabColumn } from './tab-columns.ts';
import { tallyColumn } from './tally-cells.ts';

/** A few cells with a period are exceptions: who writes it once in ten rows leaves it out for what is usual. */
const FEW = 0.2;

/** So large a part of the cells says a period, and of those nearly all the same one. */
const MOST = 0.5;
const NEARLY_ALL = 0.9;

/** What bare sums of a column are paid by; `undefined` where nothing but months is seen, or the header says it. */
export function usualPeriodOf({ header, shape, whole }: TabColumn): ColumnNotation['usualPeriod'] {
  if (shareOf(shape, 'rentPeriod') < FEW || hintsOfHeader(header).period !== undefined) return undefined;
  const cells = new Map<Period, number>();
  for (const { index, weight } of (whole.tally ?? tallyColumn(whole)).entries) {
    const period = periodIn(whole.cellAt(index).text);
    if (period !== undefined) cells.set(period, (cells.get(period) ?? 0) + weight);
  }
  const [most, next] = [...cells].sort(([, one], [, other]) => other - one);
  if (most === undefined) return undefined;
  const said = [...cells.values()].reduce((sum, count) => sum + count, 0);
  if (next !== undefined && next[1] >= shape.filled * FEW) return 'mixed';
  const isUsual = said >= shape.filled * MOST && most[1] >= said * NEARLY_ALL;
  return isUsual && most[0] !== 'month' ? most[0] : undefined;
}

/** How cells are read does not depend on where the sheet is from. */
const ANYWHERE = '';

function periodIn(text: string): Period | undefined {
  const quantity = splitQuantity(text);
  const reading = quantity === undefined ? undefined : readTerms(quantity, ANYWHERE);
  return reading?.kind === 'terms' ? reading.terms.period : undefined;
}
