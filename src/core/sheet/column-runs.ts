/** Groups columns that stand side by side, so that one call can serve several. */

/** A run of neighbouring columns. */
export interface ColumnRun {
  readonly firstColumnIndex: number;
  readonly count: number;
}

/** Column indexes as runs of neighbours, from left to right. */
export function columnRuns(columnIndexes: readonly number[]): readonly ColumnRun[] {
  const runs: { firstColumnIndex: number; count: number }[] = [];
  for (const columnIndex of [...columnIndexes].sort((a, b) => a - b)) {
    const last = runs[runs.length - 1];
    if (last !== undefined && last.firstColumnIndex + last.count === columnIndex) last.count += 1;
    else runs.push({ firstColumnIndex: columnIndex, count: 1 });
  }
  return runs;
}
