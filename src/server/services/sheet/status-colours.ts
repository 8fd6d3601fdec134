/** Colours the status column by rules, not by painting cells, so that clearing and sorting keep working. */
import { type StatusTone, SYNC_STATUSES } from '../../../core/words/statuses.ts';

/** Background and text of each tone; every pair has a contrast of more than 4.5 : 1. */
const COLOURS: Readonly<Record<StatusTone, { readonly background: string; readonly text: string }>> = {
  done: { background: '#e6f4ea', text: '#0d652d' },
  problem: { background: '#fce8e6', text: '#a50e0e' },
  pending: { background: '#fef7e0', text: '#7a4f01' },
  neutral: { background: '#f1f3f4', text: '#3c4043' },
};

/** Adds one rule per status word for the whole column below the header; the rules before stay. */
export function colourStatusColumn(
  sheet: GoogleAppsScript.Spreadsheet.Sheet,
  columnLetter: string,
  headerRowNumber: number,
  rulesBefore: readonly GoogleAppsScript.Spreadsheet.ConditionalFormatRule[],
): void {
  const range = sheet.getRange(`${columnLetter}${headerRowNumber + 1}:${columnLetter}`);
  const rules = SYNC_STATUSES.map(({ status, tone }) =>
    SpreadsheetApp.newConditionalFormatRule()
      .whenTextEqualTo(status)
      .setBackground(COLOURS[tone].background)
      .setFontColor(COLOURS[tone].text)
      .setRanges([range])
      .build(),
  );
  sheet.setConditionalFormatRules([...rulesBefore, ...rules]);
}
