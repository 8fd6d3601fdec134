/** Finds rows that show as done what was done with another key: data of a formula, or sorted alone, moves without the add-on's cells. */

import { isBlankRow, type RowPlanner } from '../actions/row-planner.ts';
import { parseMarkCell } from '../own-cells/mark-cell.ts';
import { cellsOfKey, isOfOtherKey, type StatusWrite } from '../own-cells/row-cells.ts';
import { readStatus, type StatusCells, type StatusColumnIndexes, statusCellsOf } from '../own-cells/status-columns.ts';
import { rowIdentity } from '../sheet/row-identity.ts';
import type { TableRow } from '../sheet/table.ts';
import type { Action } from '../words/actions.ts';
import { toneOf } from '../words/statuses.ts';
import type { PlannedRow } from './plan-rows.ts';

/** A tab that was read as a whole, and how its rows are known. */
export interface StrayGround {
  readonly rows: readonly TableRow[];
  readonly own: StatusColumnIndexes;
  readonly keyColumnIndexes: readonly number[];
  readonly action: Action;
  readonly planner: Pick<RowPlanner, 'keyOf' | 'readColumnIndexes' | 'valueColumnIndexes'>;
}

/**
 * What such rows are told that the run is not about; a blank one says nothing any more. It is true only while nothing moves.
 *
 * @param planned The rows of the run, which get outcomes of their own.
 */
export function strayedWrites(ground: StrayGround, planned: readonly PlannedRow[]): readonly StatusWrite[] {
  const { rows, own, keyColumnIndexes, action, planner } = ground;
  const ownIndexes = new Set(Object.values(own));
  const valueColumns = planner.valueColumnIndexes ?? planner.readColumnIndexes;
  const isPlanned = new Set(planned.map(({ row }) => row.rowNumber));
  return rows.flatMap((row) => {
    const read = statusCellsOf(row, own);
    if (isPlanned.has(row.rowNumber) || !saysDone(read)) return [];
    const cells = cellsOfKey(read, action, () => planner.keyOf(row));
    if (!isOfOtherKey(cells)) return [];
    const identity = rowIdentity(row.values, keyColumnIndexes, ownIndexes);
    const said = isBlankRow(row, valueColumns) ? NOTHING_SAID : cells;
    return [{ rowNumber: row.rowNumber, identity, cells: said, isTentative: true }];
  });
}

const NOTHING_SAID: StatusCells = { status: '', detail: '', syncedAt: '', mark: '' };

/** How many of a run's rows showed it when they were read. */
export function strayedCount(planned: readonly PlannedRow[], own: StatusColumnIndexes): number {
  return planned.filter(({ row, cells }) => isOfOtherKey(cells) && saysDone(statusCellsOf(row, own))).length;
}

/** What waits, in a run or for a retry, is told by more than its place. */
function saysDone({ status, mark }: StatusCells): boolean {
  const word = readStatus(status);
  return word !== undefined && toneOf(word) === 'done' && parseMarkCell(mark).mark === undefined;
}
