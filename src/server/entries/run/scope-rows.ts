/** Finds the rows of a scope: the visible selected ones, the whole tab, or those that wait for another try. */

import type { RowPlanner } from '../../../core/actions/row-planner.ts';
import { mayGo, PLATFORM_TAB_NAME } from '../../../core/compare/platform-tab.ts';
import type { AskedSelection, RunRequest } from '../../../core/engine/run-request.ts';
import { collectRunRows, type RunRows } from '../../../core/engine/run-rows.ts';
import { rowOrder, rowsToAskAgain } from '../../../core/engine/selection-check.ts';
import { waitsForRetry } from '../../../core/own-cells/row-cells.ts';
import { readStatus, statusCellsOf } from '../../../core/own-cells/status-columns.ts';
import { rowsOfList } from '../../../core/sheet/selected-rows.ts';
import { type Table, type TableRow, textAt } from '../../../core/sheet/table.ts';
import type { Failure } from '../../../core/terms/failure.ts';
import { failure, type Result, success } from '../../../core/terms/result.ts';
import type { RowSpan } from '../../../core/terms/row-list.ts';
import { listOfRows } from '../../../core/terms/row-list.ts';
import type { Scope } from '../../../core/words/actions.ts';
import { failures } from '../../../core/words/failures.ts';
import { LEFT_TAB_NAME } from '../../../core/words/own-headers.ts';
import { underLeftWatch } from '../../services/left-watch.ts';
import { type Destination, findSheet, type OpenTab, openTab, type Purpose } from '../../services/sheet/open-tab.ts';
import { type AskedRows, hiddenQuestions, rowNumbersOf, selectedRanges } from '../../services/sheet/selection.ts';

/** How long may be asked which selected rows are hidden: reading, planning and marking the rows must fit in as well. */
const HIDDEN_QUESTIONS_MS = 100_000;

/** More questions than Google, at about three milliseconds each, answers in that time. */
const MAX_QUESTIONS = 32_000;

/** How long the rows are asked about that show whether hidden rows are still the same. */
const SAMPLE_MS = 20_000;

/** The tab of a request, and the ranges that are selected in it where they count. */
export interface RequestedTab extends OpenTab {
  readonly ranges: readonly GoogleAppsScript.Spreadsheet.Range[];
}

/**
 * Opens the tab of a request.
 *
 * @param isChecked Whether its rows are only checked: a check finds out what the columns hold, whatever is selected.
 */
export function openTabOf(
  { action, scope, tabId, selection }: RunRequest,
  to: Destination,
  isChecked = false,
): Result<RequestedTab, Failure> {
  const active: GoogleAppsScript.Spreadsheet.Sheet | null = SpreadsheetApp.getActiveSheet();
  const isInFront = tabId === undefined || active?.getSheetId() === tabId;
  const sheet = isInFront ? active : findSheet(tabId);
  if (sheet === undefined || sheet === null) return failure(failures.tabGone());
  // The tabs that list what the platform has are no source of what it should have: from there one can only delete.
  const name = sheet.getName();
  const isList = name === PLATFORM_TAB_NAME || (name === LEFT_TAB_NAME && scope !== 'failed');
  if (isList && action !== 'delete') return failure(failures.ownTab(name));
  // A selection that nobody sees, because its tab is not in front, is nobody's wish.
  if (!isInFront && scope === 'selection' && selection === undefined) return failure(failures.otherTabInFront(name));
  // First of all, since a large tab is read so slowly that the person may have selected something else by then.
  const ranges = scope === 'selection' && selection === undefined ? selectedRanges(sheet) : [];
  const purpose: Purpose = {
    to,
    action,
    heedsMarks: scope === 'failed',
    mayDecide: isChecked || scope === 'tab',
    ...(scope === 'selection' && {
      rowsIn: (data: RowSpan) =>
        selection === undefined ? rowNumbersOf(ranges, data) : rowsOfList(selection.selected, data),
    }),
  };
  const tab = openTab(sheet, purpose);
  return tab.ok ? success({ ...underLeftWatch(tab.value, to), ranges }) : tab;
}

/** The rows of a scope, and how many were left out. */
export interface ScopedRows extends RunRows {
  readonly hiddenRows: number;
  /** The selection they are from; absent where the scope is another one. */
  readonly selection?: Selection;
}

/** The selected rows, and which of them are hidden. */
export interface Selection extends AskedRows {
  readonly selected: readonly number[];
}

/**
 * The rows a request is about; fails with one sentence when there are none.
 *
 * @param isChecked Whether they are only checked: then rows may have been moved since, for instance corrected.
 */
export function rowsOfScope(tab: RequestedTab, request: RunRequest, isChecked = false): Result<ScopedRows, Failure> {
  const picked = pickRows(tab, request, isChecked);
  if (!picked.ok) return picked;
  const { rows, selection } = picked.value;
  const hiddenRows = selection?.hidden.length ?? 0;
  const isRetry = request.scope === 'failed';
  if (isRetry && rows.length === 0) return failure(failures.nothingToDo(tab.tabName));
  const collected = collectRunRows(rows, tab.own, request.action, tab.plannerFor, isRetry);
  if (!collected.ok) return collected;
  if (collected.value.rows.length > 0)
    return success({ ...collected.value, hiddenRows, ...(selection && { selection }) });
  if (tab.tabName === PLATFORM_TAB_NAME) return failure(failures.nothingMayGo());
  return failure(nothingFound(tab.tabName, request.scope, hiddenRows, collected.value.blankRows));
}

/** The selection as it is handed back with the answer to a question about it. */
export function askedSelection(
  { table }: OpenTab,
  { selected, hidden }: Selection,
  keyColumnIndexes: readonly number[],
): AskedSelection {
  return {
    selected: listOfRows(selected),
    hidden: listOfRows(hidden),
    order: rowOrder(table, selected, keyColumnIndexes),
  };
}

/** Whether selected rows are hidden and visible as they were when they were asked about; of very many a sample is asked. */
export function isHiddenAsBefore(
  { sheet }: Pick<OpenTab, 'sheet'>,
  selected: readonly number[],
  hidden: ReadonlySet<number>,
): boolean {
  const sample = rowsToAskAgain(selected, hidden);
  // There may be a filter by now, or one over other rows.
  const now = hiddenQuestions(sheet, sample, () => true).ask(SAMPLE_MS);
  return now.hidden.every((row) => hidden.has(row)) && !now.visible.some((row) => hidden.has(row));
}

function nothingFound(tabName: string, scope: Scope, hiddenRows: number, blankRows: number): Failure {
  switch (scope) {
    case 'selection':
      return failures.nothingSelected(hiddenRows, blankRows);
    case 'tab':
      return failures.noRows(tabName, blankRows);
    case 'failed':
      return failures.nothingToDo(tabName);
    case 'missing':
      return failures.nothingMissing(tabName);
    default:
      return scope satisfies never;
  }
}

/** Rows of a scope, and the selection they are from. */
interface PickedRows {
  readonly rows: readonly TableRow[];
  readonly selection?: Selection;
}

/** Of what the platform lists, only what no row of the file wants may go. */
function pickRows(tab: RequestedTab, request: RunRequest, isChecked: boolean): Result<PickedRows, Failure> {
  const picked = pickAll(tab, request, isChecked);
  if (!picked.ok || tab.tabName !== PLATFORM_TAB_NAME) return picked;
  return success({ ...picked.value, rows: picked.value.rows.filter((row) => mayGo(textAt(row, 0))) });
}

function pickAll(tab: RequestedTab, request: RunRequest, isChecked: boolean): Result<PickedRows, Failure> {
  const { rows } = tab.table;
  switch (request.scope) {
    case 'tab':
      return success({ rows });
    case 'failed':
      return success({ rows: rows.filter((row) => waitsForRetry(statusCellsOf(row, tab.own))) });
    case 'missing':
      return success({ rows: rows.filter((row) => readStatus(statusCellsOf(row, tab.own).status) === 'Not found') });
    case 'selection': {
      const planner = tab.plannerFor(request.action);
      return planner.ok ? pickSelected(tab, request.selection, planner.value, isChecked) : planner;
    }
    default:
      return request.scope satisfies never;
  }
}

function pickSelected(
  tab: RequestedTab,
  asked: AskedSelection | undefined,
  { keyColumnIndexes }: RowPlanner,
  isChecked: boolean,
): Result<PickedRows, Failure> {
  if (asked !== undefined) return pickAsked(tab, asked, isChecked ? undefined : keyColumnIndexes);
  const selected = rowNumbersOf(tab.ranges, dataRowsOf(tab));
  const questions = hiddenQuestions(tab.sheet, selected);
  const affordable = Math.floor((selected.length * MAX_QUESTIONS) / questions.count);
  if (affordable < selected.length) return failure(failures.selectionTooLarge(selected.length, affordable));
  const answers = questions.ask(HIDDEN_QUESTIONS_MS);
  const askedRows = answers.visible.length + answers.hidden.length;
  return askedRows === selected.length
    ? success(pick(tab.table, selected, answers))
    : failure(failures.selectionTooLarge(selected.length, askedRows));
}

/**
 * The rows that were selected when a question was asked.
 *
 * @param keyColumnIndexes The columns by which rows that moved since are noticed; absent where they may have.
 */
function pickAsked(
  tab: OpenTab,
  asked: AskedSelection,
  keyColumnIndexes: readonly number[] | undefined,
): Result<PickedRows, Failure> {
  const data = dataRowsOf(tab);
  const selected = rowsOfList(asked.selected, data);
  const hidden = new Set(rowsOfList(asked.hidden, data));
  const holds = (columnIndexes: readonly number[]) =>
    rowOrder(tab.table, selected, columnIndexes) === asked.order && isHiddenAsBefore(tab, selected, hidden);
  if (keyColumnIndexes !== undefined && !holds(keyColumnIndexes)) return failure(failures.selectionMoved(tab.tabName));
  const visible = selected.filter((rowNumber) => !hidden.has(rowNumber));
  return success(pick(tab.table, selected, { visible, hidden: selected.filter((row) => hidden.has(row)) }));
}

function pick({ rows }: Table, selected: readonly number[], asked: AskedRows): PickedRows {
  const wanted = new Set(asked.visible);
  return { rows: rows.filter((row) => wanted.has(row.rowNumber)), selection: { ...asked, selected } };
}

/** The rows below the header. */
function dataRowsOf({ table, lastRowNumber }: OpenTab): RowSpan {
  return { firstRowNumber: table.headerRowNumber + 1, lastRowNumber };
}
