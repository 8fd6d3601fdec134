/** Knows numbers of nothing but nines, which people and databases write where a number is asked for and none is known. */
import { nothing, type Reading } from '../reading.ts';

const ONLY_NINES = /^(9+)(?:\.9+)?$/;

/** Whether a number is written with nines alone, at least so many of them before the point. */
export function isOnlyNines(value: number, atLeast: number): boolean {
  // Nearly every number ends here: to write one out costs more than all else that is asked of a row's numbers.
  if (value % 10 < 9) return false;
  const nines = ONLY_NINES.exec(String(value))?.[1];
  return nines !== undefined && nines.length >= atLeast;
}

/** What a cell gives that holds a number which stands for none. */
export function standIn(value: number): Reading<never> {
  return nothing(`${value} stands in for “not known”, so it is not sent`);
}
