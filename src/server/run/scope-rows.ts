/** Finds the rows of a scope: the visible selected ones, the whole tab, or those that wait for another try. */
import { failures } from '../../core/failures.ts';
import type { Action, Failure, RunRequest, Scope, SelectionSurvey } from '../../core/protocol.ts';
import { failure, type Result, success } from '../../core/result.ts';
import type { RunRows } from '../../core/run/run-rows.ts';
import { listOfRows, type RowSpan, rowsOfList } from '../../core/table/selected-rows.ts';
import { findStatusColumns, statusCellsOf } from '../../core/table/status-columns.ts';
import type { Table, TableRow } from '../../core/table/table.ts';
import { planning } from '../planning.ts';
import { type AskedRows, hiddenQuestions, rowNumbersOf, selectedRanges } from '../selection.ts';
import type { RunTab } from './run-tab.ts';

/** How long may be asked which selected rows are hidden: reading, planning and marking the rows must fit in as well. */
const HIDDEN_QUESTIONS_MS = 100_000;

/** More questions than Google, at about three milliseconds each, answers in that time. */
const MAX_QUESTIONS = 32_000;

/** The rows of a scope, and how many were left out. */
export interface ScopedRows extends RunRows {
  readonly hiddenRows: number;
  /** The selection they are from; absent where the scope is another one. */
  readonly selection: AskedRows | undefined;
}

/** The rows a request is about; fails with one sentence when there are none. */
export function rowsOfScope(tab: RunTab, request: RunRequest): Result<ScopedRows, Failure> {
  const { collectRunRows, distrustContested } = planning();
  const picked = pickRows(tab, request);
  if (!picked.ok) return picked;
  const { rows, selection } = picked.value;
  const hiddenRows = selection?.hidden.length ?? 0;
  const statusColumns = findStatusColumns(tab.table.headers);
  const isRetry = request.scope === 'failed';
  if (isRetry && rows.length === 0) return failure(failures.nothingToDo(tab.tabName));
  const collected = collectRunRows(rows, statusColumns, request.action, tab.plannerFor, isRetry);
  if (!collected.ok) return collected;
  const { keyColumnIndexes } = collected.value;
  const trusted = distrustContested(collected.value.rows, tab.table, keyColumnIndexes);
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
  readonly selection?: AskedRows;
}

function pickRows(tab: RunTab, request: RunRequest): Result<PickedRows, Failure> {
  const { rows } = tab.table;
  switch (request.scope) {
    case 'tab':
      return success({ rows });
    case 'failed': {
      const { waitsForRetry } = planning();
      const statusColumns = findStatusColumns(tab.table.headers);
      return success({ rows: rows.filter((row) => waitsForRetry(statusCellsOf(row, statusColumns))) });
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
  const asked = questions.ask(HIDDEN_QUESTIONS_MS);
  const askedRows = asked.visible.length + asked.hidden.length;
  if (askedRows < selected.length) return failure(failures.selectionTooLarge(selected.length, askedRows));
  return success(pick(tab.table, asked));
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
  const hidden = rowsOfList(survey.hidden, data);
  const isHidden = new Set(hidden);
  return success(pick(tab.table, { visible: selected.filter((rowNumber) => !isHidden.has(rowNumber)), hidden }));
}

function pick({ rows }: Table, selection: AskedRows): PickedRows {
  const wanted = new Set(selection.visible);
  return { rows: rows.filter((row) => wanted.has(row.rowNumber)), selection };
}

/** What was asked about the selection of a run, to be handed over to the call that carries it out. */
export function surveyOf(
  { tabId, table }: RunTab,
  { selection, keyColumnIndexes }: ScopedRows,
): SelectionSurvey | undefined {
  if (selection === undefined) return undefined;
  const { visible, hidden } = selection;
  const selected = [...visible, ...hidden].sort((a, b) => a - b);
  const order = planning().rowOrder(table, selected, keyColumnIndexes);
  return { tabId, selected: listOfRows(selected), hidden: listOfRows(hidden), askedRows: selected.length, order };
}

/** The rows below the header. */
export function dataRowsOf({ headerRowNumber, rows }: Table): RowSpan {
  return { firstRowNumber: headerRowNumber + 1, lastRowNumber: headerRowNumber + rows.length };
}
