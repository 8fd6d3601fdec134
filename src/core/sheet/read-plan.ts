/** Decides in how many calls columns are read: a call costs as much as thousands of cells. */
import { type ColumnRun, columnRuns } from './column-runs.ts';

/**
 * So many cells are read in the time that another call takes.
 *
 * @see https://www.bugbugnow.net/2019/03/GoogleAppsScript-speed-up.html (160 ms a call; read 2026-11-21). A thousand cells take
 * about 25 ms.
 */
export const CELLS_PER_CALL = 6_400;

/** The wanted columns as runs to read one by one; columns between two of them are read along where that is quicker. */
export function readRuns(columnIndexes: readonly number[], rowCount: number): readonly ColumnRun[] {
  const joined: ColumnRun[] = [];
  for (const run of columnRuns(columnIndexes)) {
    const last = joined[joined.length - 1];
    const gap = last === undefined ? 0 : run.firstColumnIndex - last.firstColumnIndex - last.count;
    if (last === undefined || gap * rowCount > CELLS_PER_CALL) joined.push(run);
    else joined[joined.length - 1] = { ...last, count: run.firstColumnIndex + run.count - last.firstColumnIndex };
  }
  return joined;
}
