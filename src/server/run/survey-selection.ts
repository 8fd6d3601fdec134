/** Asks in several calls which rows of a large selection are hidden: Sheets tells it only row by row. */
import { failures } from '../../core/failures.ts';
import type { Action, Failure, SelectionSurvey, SurveyRequest } from '../../core/protocol.ts';
import { failure, type Result, success } from '../../core/result.ts';
import { countRows, listOfRows, rowsOfList } from '../../core/table/selected-rows.ts';
import { readConnection } from '../connection-store.ts';
import { planning } from '../planning.ts';
import { hiddenQuestions, rowNumbersOf, selectedRanges } from '../selection.ts';
import { findSheet, openTabOf } from './run-tab.ts';
import { dataRowsOf } from './scope-rows.ts';

/** How long a call asks, in milliseconds: short enough that a person sees it go on, and can stop it. */
const CALL_MS = 20_000;

/** Begins a survey of the active tab's selection, or carries one on. Nothing is written. */
export function surveySelection({ action, survey }: SurveyRequest): Result<SelectionSurvey, Failure> {
  return survey === undefined ? beginSurvey(action) : carryOn(survey);
}

function beginSurvey(action: Action): Result<SelectionSurvey, Failure> {
  const connection = readConnection();
  if (!connection.ok) return connection;
  const tab = openTabOf({}, connection.value.chatbotId);
  if (!tab.ok) return tab;
  const { sheet, tabId, table, plannerFor } = tab.value;
  const planner = plannerFor(action);
  if (!planner.ok) return planner;
  const rowNumbers = rowNumbersOf(selectedRanges(sheet), dataRowsOf(table));
  const order = planning().rowOrder(table, rowNumbers, planner.value.keyColumnIndexes);
  return success({ tabId, selected: listOfRows(rowNumbers), hidden: '', askedRows: 0, order });
}

function carryOn(survey: SelectionSurvey): Result<SelectionSurvey, Failure> {
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
