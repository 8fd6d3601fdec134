/** What the data validations of a tab let in, as far as messages can know it: the words of strict dropdowns. */
import type { AllowedWords } from '../../../core/events/merge-row.ts';
import type { EventTab } from './event-tab.ts';

type Rule = GoogleAppsScript.Spreadsheet.DataValidation;

/** The words of each column of some rows, by the first strict list in it: a dropdown is given to columns, not to cells. */
export function allowedWords(
  { sheet, headers, layout }: EventTab,
  firstRowNumber: number,
  rowCount: number,
): AllowedWords {
  if (headers.length === 0) return new Map();
  const rules: (Rule | null)[][] = sheet.getRange(firstRowNumber, 1, rowCount, headers.length).getDataValidations();
  return new Map(
    [...layout.columns].flatMap(([name, index]) => {
      const rule = rules.map((row) => row[index]).find((one) => one !== null && one !== undefined);
      const words = rule === undefined || rule === null ? undefined : wordsOf(rule);
      return words === undefined ? [] : [[name, words] as const];
    }),
  );
}

/** The words of a list that refuses others; `undefined` for rules of other kinds, which say no only when they are asked. */
function wordsOf(rule: Rule): ReadonlySet<string> | undefined {
  if (rule.getAllowInvalid() || rule.getCriteriaType() !== SpreadsheetApp.DataValidationCriteria.VALUE_IN_LIST)
    return undefined;
  const [words]: unknown[] = rule.getCriteriaValues();
  return Array.isArray(words) ? new Set(words.map(String)) : undefined;
}
