/** Takes some rows from the whole length of a tab, evenly, so that no part of it speaks for all. */
import type { TableRow } from '../sheet/table.ts';

/** At most so many of the rows, the first one among them. */
export function spreadRows(rows: readonly TableRow[], mostRows: number): readonly TableRow[] {
  const step = Math.ceil(rows.length / mostRows);
  return step <= 1 ? rows : rows.filter((_, index) => index % step === 0);
}
