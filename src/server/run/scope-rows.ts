/** Finds the rows of a scope: the visible selected ones, the whole tab, or those that wait for another try. */

import { distrustContested } from '../../core/engine/contested-rows.ts';
import type { RunRequest } from '../../core/engine/run-request.ts';
import type { RunRows } from '../../core/engine/run-rows.ts';
import { collectRunRows } from '../../core/engine/run-rows.ts';
import { rowOrder } from '../../core/engine/survey-check.ts';
import { waitsForRetry } from '../../core/own-cells/row-cells.ts';
import { findStatusColumns, statusCellsOf } from '../../core/own-cells/status-columns.ts';
import { rowsOfList } from '../../core/sheet/selected-rows.ts';
import type { Table, TableRow } from '../../core/sheet/table.ts';
import type { Failure } from '../../core/terms/failure.ts';
import { failure, type Result, success } from '../../core/terms/result.ts';
import type { RowSpan } from '../../core/terms/row-list.ts';
import type { SelectionSurvey } from '../../core/terms/selection-survey.ts';
import type { Scope } from '../../core/words/actions.ts';
import { failures } from '../../core/words/failures.ts';
import { isHiddenAsBefore, surveyOf } from '../entries/survey-selection.ts';
import { type AskedRows, hiddenQuestions, rowNumbersOf } from '../services/selection.ts';
import type { RequestedTab, RunTab } from './run-tab.ts';

/** How long may be asked which selected rows are hidden: reading, planning and marking the rows must fit in as well. */
const HIDDEN_QUESTIONS_MS = 100_000;

/** More questions than Google, at about three milliseconds each, answers in that time. */
const MAX_QUESTIONS = 32_000;

/** The rows of a scope, and how many were left out. */
export interface ScopedRows extends RunRows {
  readonly hiddenRows: number;
  /** The selection they are from; absent where the scope is another one. */
  readonly selection: Selection | undefined;
}

/** The selected rows, and which of them are hidden. */
export interface Selection extends AskedRows {
  readonly selected: readonly number[];
}

/**
 * The rows a request is about; fails with one sentence when there are none.
 *
 * @param isChecked Whether they are only checked: then surveyed rows may have been moved since, for instance corrected.
 */
export function rowsOfScope(tab: RequestedTab, request: RunRequest, isChecked = false): Result<ScopedRows, Failure> {
  const picked = pickRows(tab, request, isChecked);
  if (!picked.ok) return picked;
  const { rows, selection } = picked.value;
  const hiddenRows = selection?.hidden.length ?? 0;
  const statusColumns = findStatusColumns(tab.table.headers);
  const isRetry = request.scope === 'failed';
  if (isRetry && rows.length === 0) return failure(failures.nothingToDo(tab.tabName));
  const collected = collectRunRows(rows, statusColumns, request.action, tab.plannerFor, isRetry);
  if (!collected.ok) return collected;
  const trusted = distrustContested(collected.value.rows, tab.table);
  if (trusted.length > 0) return success({ ...collected.value, rows: trusted, hiddenRows, selection });
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

/** Rows of a scope, and the selection they are from. */
interface PickedRows {
  readonly rows: readonly TableRow[];
  readonly selection?: Selection;
}

function pickRows(tab: RequestedTab, request: RunRequest, isChecked: boolean): Result<PickedRows, Failure> {
  const { rows } = tab.table;
  switch (request.scope) {
    case 'tab':
      return success({ rows });
    case 'failed': {
      const statusColumns = findStatusColumns(tab.table.headers);
      return success({ rows: rows.filter((row) => waitsForRetry(statusCellsOf(row, statusColumns))) });
    }
    case 'selection':
      return pickSelected(tab, request, isChecked);
    default:
      return request.scope satisfies never;
  }
}

function pickSelected(
  tab: RequestedTab,
  { action, survey }: RunRequest,
  isChecked: boolean,
): Result<PickedRows, Failure> {
  const planner = tab.plannerFor(action);
  if (!planner.ok) return planner;
  const { keyColumnIndexes } = planner.value;
  if (survey !== undefined) return pickSurveyed(tab, survey, isChecked ? undefined : keyColumnIndexes);
  const selected = rowNumbersOf(tab.ranges, dataRowsOf(tab.table));
  const questions = hiddenQuestions(tab.sheet, selected);
  const affordable = Math.floor((selected.length * MAX_QUESTIONS) / questions.count);
  const isAffordable = !(affordable < selected.length);
  const asked = isAffordable ? questions.ask(HIDDEN_QUESTIONS_MS) : { visible: [], hidden: [] };
  const askedRows = asked.visible.length + asked.hidden.length;
  if (askedRows === selected.length) return success(pick(tab.table, selected, asked));
  const tooLarge = failures.selectionTooLarge(selected.length, isAffordable ? askedRows : affordable);
  return failure({ ...tooLarge, survey: surveyOf(tab, selected, asked, keyColumnIndexes) });
}

/**
 * The rows that were selected when their survey began.
 *
 * @param keyColumnIndexes The columns by which rows that moved since are noticed; absent where they may have.
 */
function pickSurveyed(
  tab: RunTab,
  survey: SelectionSurvey,
  keyColumnIndexes: readonly number[] | undefined,
): Result<PickedRows, Failure> {
  const data = dataRowsOf(tab.table);
  const selected = rowsOfList(survey.selected, data);
  const hidden = new Set(rowsOfList(survey.hidden, data));
  const { askedRows, order } = survey;
  const holds = (columnIndexes: readonly number[]) =>
    rowOrder(tab.table, selected, columnIndexes) === order && isHiddenAsBefore(tab, selected, hidden);
  if (keyColumnIndexes !== undefined && !holds(keyColumnIndexes)) return failure(failures.selectionMoved(tab.tabName));
  if (askedRows < selected.length)
    return failure({ ...failures.selectionTooLarge(selected.length, askedRows), survey });
  const visible = selected.filter((rowNumber) => !hidden.has(rowNumber));
  return success(pick(tab.table, selected, { visible, hidden: selected.filter((row) => hidden.has(row)) }));
}

function pick({ rows }: Table, selected: readonly number[], asked: AskedRows): PickedRows {
  const wanted = new Set(asked.visible);
  return { rows: rows.filter((row) => wanted.has(row.rowNumber)), selection: { ...asked, selected } };
}

/** The rows below the header. */
function dataRowsOf({ headerRowNumber, rows }: Table): RowSpan {
  return { firstRowNumber: headerRowNumber + 1, lastRowNumber: headerRowNumber + rows.length };
}
