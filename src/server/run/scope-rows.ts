/** Finds the rows of a scope: the visible selected ones, the whole tab, or those that wait for another try. */
import { failures } from '../../core/failures.ts';
import type { Action, Failure, RunRequest, Scope, SelectionSurvey } from '../../core/protocol.ts';
import { failure, type Result, success } from '../../core/result.ts';
import { waitsForRetry } from '../../core/run/row-cells.ts';
import type { RunRows } from '../../core/run/run-rows.ts';
import { type RowSpan, rowsOfList } from '../../core/table/selected-rows.ts';
import { findStatusColumns, statusCellsOf } from '../../core/table/status-columns.ts';
import type { Table, TableRow } from '../../core/table/table.ts';
import { planning } from '../planning.ts';
import { hiddenQuestions, rowNumbersOf, selectedRanges } from '../selection.ts';
import type { RunTab } from './run-tab.ts';

/** How long may be asked which selected rows are hidden: reading, planning and marking the rows must fit in as well. */
const HIDDEN_QUESTIONS_MS = 100_000;

/** More questions than Google, at about three milliseconds each, answers in that time. */
const MAX_QUESTIONS = 32_000;

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
      return pickSelected(tab, request);
    default:
      return request.scope satisfies never;
  }
}

function pickSelected(tab: RunTab, { action, survey }: RunRequest): Result<PickedRows, Failure> {
  if (survey !== undefined) return pickSurveyed(tab, action, survey);
  const selected = rowNumbersOf(selectedRanges(tab.sheet), dataRowsOf(tab.table));
  const questions = hiddenQuestions(tab.sheet, selected);
  const affordable = Math.floor((selected.length * MAX_QUESTIONS) / questions.count);
  if (affordable < selected.length) return failure(failures.selectionTooLarge(selected.length, affordable));
  const { visible, hidden } = questions.ask(HIDDEN_QUESTIONS_MS);
  const askedRows = visible.length + hidden.length;
  if (askedRows < selected.length) return failure(failures.selectionTooLarge(selected.length, askedRows));
  return success(pick(tab.table, visible, hidden.length));
}

/** The rows that were selected when their survey began, unless they were moved since. */
function pickSurveyed(tab: RunTab, action: Action, survey: SelectionSurvey): Result<PickedRows, Failure> {
  const data = dataRowsOf(tab.table);
  const selected = rowsOfList(survey.selected, data);
  const planner = tab.plannerFor(action);
  if (!planner.ok) return planner;
  const order = planning().rowOrder(tab.table, selected, planner.value.keyColumnIndexes);
  if (order !== survey.order) return failure(failures.selectionMoved(tab.tabName));
  const { askedRows } = survey;
  if (askedRows < selected.length) return failure(failures.selectionTooLarge(selected.length, askedRows));
  const hidden = new Set(rowsOfList(survey.hidden, data));
  const visible = selected.filter((rowNumber) => !hidden.has(rowNumber));
  return success(pick(tab.table, visible, selected.length - visible.length));
}

function pick({ rows }: Table, rowNumbers: readonly number[], hiddenRows: number): PickedRows {
  const wanted = new Set(rowNumbers);
  return { rows: rows.filter((row) => wanted.has(row.rowNumber)), hiddenRows };
}

/** The rows below the header. */
export function dataRowsOf({ headerRowNumber, rows }: Table): RowSpan {
  return { firstRowNumber: headerRowNumber + 1, lastRowNumber: headerRowNumber + rows.length };
}
