/** What the whole tab says of the keys of a run's rows, of which an execution has read only some. */

import type { RowPlanner } from '../actions/row-planner.ts';
import { parseMarkCell } from '../own-cells/mark-cell.ts';
import { type StatusColumnIndexes, statusCellsOf } from '../own-cells/status-columns.ts';
import type { TableRow } from '../sheet/table.ts';
import { lazily } from '../terms/lazily.ts';
import type { RunRow } from './plan-rows.ts';

/** The keys of a tab's rows. A row that stands elsewhere by now is not judged. */
export interface TabKeys {
  /** The rows that wait in the run under the very key that a row's mark names, that row included, from the top. */
  waitingLike(row: RunRow): readonly number[];
  /** Another row with the row's key that does not wait in the run: where the key was sent meanwhile, this one is a copy of it. */
  otherWith(row: RunRow): number | undefined;
}

/**
 * The keys of a tab.
 *
 * @param rows All rows of the tab, or as much of each as tells its key and its mark; asked for once.
 */
export function tabKeysOf(rows: () => readonly TableRow[], own: StatusColumnIndexes, runId: string): TabKeys {
  const marked = lazily(() => rows().map((row) => ({ row, ...parseMarkCell(statusCellsOf(row, own).mark) })));
  const waiting = lazily(() => {
    const byKey = new Map<string, number[]>();
    for (const { row, mark } of marked()) {
      if (mark?.runId !== runId || mark.key === undefined) continue;
      const same = byKey.get(mark.key);
      if (same === undefined) byKey.set(mark.key, [row.rowNumber]);
      else same.push(row.rowNumber);
    }
    return byKey;
  });
  const othersByPlanner = new Map<RowPlanner, ReadonlyMap<string, number>>();
  const othersOf = (planner: RowPlanner) => {
    const known = othersByPlanner.get(planner);
    if (known !== undefined) return known;
    const others = marked().filter(({ mark }) => mark?.runId !== runId);
    const byKey = new Map(others.map(({ row }) => [planner.keyOf(row), row.rowNumber]));
    othersByPlanner.set(planner, byKey);
    return byKey;
  };
  const rowByNumber = lazily(() => new Map(rows().map((row) => [row.rowNumber, row])));
  const waitingLike = (runRow: RunRow) => {
    const { row } = runRow;
    const numbers = waiting().get(markedKey(runRow)) ?? [];
    return numbers.includes(row.rowNumber) ? numbers : [row.rowNumber];
  };
  return {
    waitingLike,
    otherWith: (runRow) => {
      const row = rowByNumber().get(runRow.row.rowNumber);
      const isThere = waiting().get(markedKey(runRow))?.includes(runRow.row.rowNumber) === true;
      const key = row === undefined || !isThere ? '' : runRow.planner.keyOf(row);
      return key === '' ? undefined : othersOf(runRow.planner).get(key);
    },
  };
}

function markedKey({ cells }: RunRow): string {
  return parseMarkCell(cells.mark).mark?.key ?? '';
}
