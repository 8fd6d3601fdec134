/** Pieces of Apps Script for what only a script can do to the emulated spreadsheet: they run as if typed into the editor. */
import * as v from 'valibot';
import type { Emulator } from '../apps-script/emulator.ts';
import type { StarterColumn } from '../demo/starter-tab.ts';

type Evaluating = Pick<Emulator, 'evaluate'>;

/** Keeps the first rows of a tab in view. */
export async function freezeRows(emulator: Evaluating, tabName: string, count: number): Promise<void> {
  await runInSheet(emulator, tabName, `sheet.setFrozenRows(${count});`);
}

/** Makes a header row of the first row, and lets people choose from a list in the columns that have one. */
export async function furnishTab(
  emulator: Evaluating,
  tabName: string,
  columns: readonly Pick<StarterColumn, 'choices'>[],
): Promise<void> {
  const lists = columns.flatMap(({ choices }, index) => (choices ? [{ columnNumber: index + 1, choices }] : []));
  await runInSheet(
    emulator,
    tabName,
    `
    sheet.setFrozenRows(1);
    sheet.getRange(1, 1, 1, sheet.getLastColumn()).setFontWeight('bold').setBackground('#eef3fb');
    for (const { columnNumber, choices } of ${JSON.stringify(lists)}) {
      const rule = SpreadsheetApp.newDataValidation().requireValueInList(choices, true).setAllowInvalid(false).build();
      sheet.getRange(2, columnNumber, sheet.getMaxRows() - 1, 1).setDataValidation(rule);
    }`,
  );
}

/** The values that a cell's list offers; none where anything may be typed. */
export async function choicesOf(emulator: Evaluating, tabName: string, a1: string): Promise<readonly string[]> {
  const value = await runInSheet(
    emulator,
    tabName,
    `
    const rule = sheet.getRange(${JSON.stringify(a1)}).getDataValidation();
    return rule === null ? [] : rule.getCriteriaValues()[0];`,
  );
  return v.parse(v.array(v.string()), value);
}

const readTabSchema = v.object({
  values: v.array(v.array(v.union([v.string(), v.number(), v.boolean(), v.object({ serial: v.number() })]))),
  formats: v.array(v.array(v.string())),
  frozenRows: v.number(),
});

/** What a tab holds. A date is told as its number of days: JSON has no dates, and a file wants the time on the wall. */
export type ReadTab = v.InferOutput<typeof readTabSchema>;

/** Reads a tab whole. Throws when there is no such tab. */
export async function readTab(emulator: Evaluating, tabName: string): Promise<ReadTab> {
  const value = await runInSheet(
    emulator,
    tabName,
    `
    const range = sheet.getDataRange();
    const zone = sheet.getParent().getSpreadsheetTimeZone();
    const serialOf = (date) =>
      (Date.parse(Utilities.formatDate(date, zone, "yyyy-MM-dd'T'HH:mm:ss'Z'")) - Date.UTC(1899, 11, 30)) / 86400000;
    return {
      values: range.getValues().map((row) =>
        row.map((value) => (value instanceof Date ? { serial: serialOf(value) } : value)),
      ),
      formats: range.getNumberFormats(),
      frozenRows: sheet.getFrozenRows(),
    };`,
  );
  return v.parse(readTabSchema, value);
}

/** Runs a script that finds the tab as `sheet`. Throws what the script throws. */
async function runInSheet(emulator: Evaluating, tabName: string, script: string): Promise<unknown> {
  const { outcome } = await emulator.evaluate(
    `const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetByName(${JSON.stringify(tabName)});\n${script}`,
  );
  switch (outcome.kind) {
    case 'returned':
      return outcome.value;
    case 'threw':
      throw new Error(outcome.message);
    case 'killed':
      throw new Error('The spreadsheet took too long.');
    default:
      return outcome satisfies never;
  }
}
