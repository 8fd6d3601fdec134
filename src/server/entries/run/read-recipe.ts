/** Reads what is proposed for the recognised export in a tab. */
import { type Recipe, recipeOf } from '../../../core/check/recipe.ts';
import type { Failure } from '../../../core/terms/failure.ts';
import { failure, type Result, success } from '../../../core/terms/result.ts';
import { failures } from '../../../core/words/failures.ts';
import { readContextOf } from '../../services/read-context.ts';
import { findSheet, openTab } from '../../services/sheet/open-tab.ts';
import { destinationOfChecks } from '../../services/stores/connection-store.ts';
import { readFieldAnswers } from '../../services/stores/field-answers-store.ts';
import { readDecisions } from '../../services/stores/settings-store.ts';

/** The recipe of a tab, counted over all of its rows; `null` where there is none. Nothing is sent or changed. */
export function readRecipe(tabId: number): Result<Recipe | null, Failure> {
  const sheet = findSheet(tabId);
  if (sheet === undefined) return failure(failures.tabGone());
  const to = destinationOfChecks();
  const tab = openTab(sheet, { to, action: 'sync', heedsMarks: false, mayDecide: true });
  if (!tab.ok) return tab;
  const { table, settings, timeZone } = tab.value;
  const recipe = recipeOf({
    table,
    settings,
    decisions: readDecisions(tabId),
    context: readContextOf(SpreadsheetApp.getActiveSpreadsheet(), timeZone, settings),
    fieldAnswers: readFieldAnswers(to.chatbotId),
  });
  return success(recipe ?? null);
}
