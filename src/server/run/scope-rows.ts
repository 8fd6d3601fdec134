/** Finds the rows of a scope: the visible selected ones, the whole tab, or those that wait for another try. */
import { failures } from '../../core/failures.ts';
import type { Failure, RunRequest, Scope } from '../../core/protocol.ts';
import { failure, type Result, success } from '../../core/result.ts';
import { waitsForRetry } from '../../core/run/row-cells.ts';
import type { RunRows } from '../../core/run/run-rows.ts';
import { findStatusColumns, statusCellsOf } from '../../core/table/status-columns.ts';
import type { TableRow } from '../../core/table/table.ts';
import { planning } from '../planning.ts';
import { rowNumbersOf, selectedRanges, withoutHidden } from '../selection.ts';
import type { RunTab } from './run-tab.ts';

/** How long may be asked which selected rows are hidden: reading, planning and marking the rows must fit in as well. */
const HIDDEN_QUESTIONS_MS = 100_000;

/** The rows of a scope, and how many were left out. */
export interface ScopedRows extends RunRows {
  readonly hiddenRows: number;
}

/** The rows a request is about; fails with one sentence when there are none. */
export function rowsOfScope(tab: RunTab, request: RunRequest): Result<ScopedRows, Failure> {
  const { collectRunRows, distrustContested } = planning();
  const picked = pickRows(tab, request);
  if (!picked.ok) return picked;
  const { rows, hiddenRows } = picked.value;
  const statusColumns = findStatusColumns(tab.table.headers);
  const isRetry = request.scope === 'failed';
  if (isRetry && rows.length === 0) return failure(failures.nothingToDo(tab.tabName));
  const collected = collectRunRows(rows, statusColumns, request.action, tab.plannerFor, isRetry);
  if (!collected.ok) return collected;
  const { keyColumnIndexes } = collected.value;
  const trusted = distrustContested(collected.value.rows, tab.table, keyColumnIndexes);
  if (trusted.length > 0) return success({ ...collected.value, rows: trusted, hiddenRows });
  return failure(nothingFound(tab.tabName, request.scope, hiddenRows, collected.value.blankRows));
}

function nothingFound(tabName: string, scope: Scope, hiddenRows: number, blankRows: number): Failure {
  switch (scope) {
    case 'selection':
      return failures.nothingSelected(hiddenRows, blankRows);
    case 'tab':
      return failures.noRows(tabName, blankRows);
    case 'failed':
      return failures.nothingToDo(tabName);
    default:
      return scope satisfies never;
  }
}

/** Rows of a scope, and how many of them are hidden and left out. */
interface PickedRows {
  readonly rows: readonly TableRow[];
  readonly hiddenRows: number;
}

function pickRows(tab: RunTab, request: RunRequest): Result<PickedRows, Failure> {
  const { rows } = tab.table;
  switch (request.scope) {
    case 'tab':
      return success({ rows, hiddenRows: 0 });
    case 'failed': {
      const statusColumns = findStatusColumns(tab.table.headers);
      return success({ rows: rows.filter((row) => waitsForRetry(statusCellsOf(row, statusColumns))), hiddenRows: 0 });
    }
    case 'selection':
      return pickSelected(tab);
    default:
      return request.scope satisfies never;
  }
}

function pickSelected({ sheet, table: { headerRowNumber, rows } }: RunTab): Result<PickedRows, Failure> {
  const data = { firstRowNumber: headerRowNumber + 1, lastRowNumber: headerRowNumber + rows.length };
  const selected = rowNumbersOf(selectedRanges(sheet), data);
  const { rowNumbers, hiddenRows, askedRows } = withoutHidden(sheet, selected, Date.now() + HIDDEN_QUESTIONS_MS);
  if (askedRows < selected.length) return failure(failures.selectionTooLarge(selected.length, askedRows));
  const wanted = new Set(rowNumbers);
  return success({ rows: rows.filter((row) => wanted.has(row.rowNumber)), hiddenRows });
}
