/** Asks in several calls which rows of a large selection are hidden: Sheets tells it only row by row. */
import { rowOrder, rowsToAskAgain } from '../../core/engine/survey-check.ts';
import { rowsOfList } from '../../core/sheet/selected-rows.ts';
import type { Failure } from '../../core/terms/failure.ts';
import { failure, type Result, success } from '../../core/terms/result.ts';
import { countRows, listOfRows } from '../../core/terms/row-list.ts';
import type { SelectionSurvey } from '../../core/terms/selection-survey.ts';
import { failures } from '../../core/words/failures.ts';
import { findSheet, type RunTab } from '../run/run-tab.ts';
import { type AskedRows, hiddenQuestions } from '../services/selection.ts';

/** How long a call asks, in milliseconds: short enough that a person sees it go on, and can stop it. */
const CALL_MS = 20_000;

/** How long the rows are asked about that show whether a survey still holds. */
const SAMPLE_MS = 20_000;

/**
 * A survey as far as rows were asked about.
 *
 * @param selected All selected rows, in ascending order.
 */
export function surveyOf(
  { tabId, table }: RunTab,
  selected: readonly number[],
  { visible, hidden }: AskedRows,
  keyColumnIndexes: readonly number[],
): SelectionSurvey {
  return {
    tabId,
    selected: listOfRows(selected),
    hidden: listOfRows(hidden),
    askedRows: visible.length + hidden.length,
    order: rowOrder(table, selected, keyColumnIndexes),
  };
}

/** Carries a survey on. Nothing is written. */
export function surveySelection(survey: SelectionSurvey): Result<SelectionSurvey, Failure> {
  const sheet = findSheet(survey.tabId);
  if (sheet === undefined) return failure(failures.tabGone());
  const grid = { firstRowNumber: 1, lastRowNumber: sheet.getMaxRows() };
  const selected = rowsOfList(survey.selected, grid);
  if (selected.length < countRows(survey.selected)) return failure(failures.selectionMoved(sheet.getName()));
  const { visible, hidden } = hiddenQuestions(sheet, selected.slice(survey.askedRows)).ask(CALL_MS);
  return success({
    ...survey,
    hidden: [survey.hidden, listOfRows(hidden)].filter(Boolean).join(','),
    askedRows: survey.askedRows + visible.length + hidden.length,
  });
}

/** Whether selected rows are hidden and visible as they were when they were asked about; of very many a sample is asked. */
export function isHiddenAsBefore(
  { sheet }: Pick<RunTab, 'sheet'>,
  selected: readonly number[],
  hidden: ReadonlySet<number>,
): boolean {
  const sample = rowsToAskAgain(selected, hidden);
  // There may be a filter by now, or one over other rows.
  const now = hiddenQuestions(sheet, sample, () => true).ask(SAMPLE_MS);
  return now.hidden.every((row) => hidden.has(row)) && !now.visible.some((row) => hidden.has(row));
}
