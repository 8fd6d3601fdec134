/** Tells what a *Rent Type* of years and months says: how often the rent is paid, or for how long the home is let. */
import { perMonth } from '../listing/vocabulary/period.ts';
import { periodOf } from '../listing/vocabulary/period-of.ts';
import { normalizeHeader } from './normalize-header.ts';
import type { TabColumn } from './tab-columns.ts';

/** Of which a month's share can be rounded to cents. */
const LARGE_SUM = 1_200_000;

const RENT_TYPE = /^(?:(?:rent|rental) (?:type|kind|mode)|type of rent)$/;

/**
 * What such a column is beside an amount: its period where a year's rent is as many times a month's as that would make it,
 * and perhaps its period where only one of the two is there; `undefined` where the amounts are alike, as those of terms are.
 */
export function rentTypeRole(column: TabColumn, amount: TabColumn): 'period' | 'perhapsPeriod' | undefined {
  if (!RENT_TYPE.test(normalizeHeader(column.header))) return undefined;
  const [shortest, ...others] = middlesOf(column, amount);
  const longest = others[others.length - 1];
  if (shortest === undefined) return undefined;
  if (longest === undefined) return shortest.months === 1 ? undefined : 'perhapsPeriod';
  const times = longest.middle / shortest.middle;
  return times * times >= longest.months / shortest.months ? 'period' : undefined;
}

interface Middle {
  readonly months: number;
  readonly middle: number;
}

/** The middle amount of the rows of each period, the shortest period first. */
function middlesOf({ whole }: TabColumn, amount: TabColumn): readonly Middle[] {
  const byPeriod = new Map<number, number[]>();
  for (let rowIndex = 0; rowIndex < whole.length; rowIndex += 1) {
    const months = monthsOf(whole.cellAt(rowIndex).text);
    const sum = months === undefined ? undefined : sumIn(amount, rowIndex);
    if (months === undefined || sum === undefined) continue;
    const sums = byPeriod.get(months);
    if (sums === undefined) byPeriod.set(months, [sum]);
    else sums.push(sum);
  }
  return [...byPeriod]
    .map(([months, sums]) => ({ months, middle: middleOf(sums) }))
    .sort((one, other) => one.months - other.months);
}

function monthsOf(text: string): number | undefined {
  const period = periodOf(text);
  const share = period === undefined ? undefined : perMonth(LARGE_SUM, period);
  return share === undefined ? undefined : LARGE_SUM / share;
}

function sumIn({ whole }: TabColumn, rowIndex: number): number | undefined {
  const { value, text } = whole.cellAt(rowIndex);
  const sum = typeof value === 'number' ? value : Number(text.replace(/[^\d.]/g, ''));
  return sum > 0 ? sum : undefined;
}

function middleOf(sums: readonly number[]): number {
  const sorted = [...sums].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
