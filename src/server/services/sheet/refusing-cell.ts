/** Finds the cell whose data validation refused a write: what Google says of it is in the language of the person. */
import { exceptionText } from '../../../core/platform/fetch-exception.ts';
import { cellsNamedIn } from '../../../core/words/exception-failure.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Rule = GoogleAppsScript.Spreadsheet.DataValidation | null;

/** More tabs than this are not asked about a cell. */
const MOST_TABS = 20;

/** The cell that an exception names and whose rule rejects values, in whichever tab; `undefined` where there is none. */
export function refusingCellIn(text: string): string | undefined {
  return cellsNamedIn(text).find((cell) => tabs().some((sheet) => firstCell(sheet, cell, rejects) !== undefined));
}

/** The first cell of an area whose rule rejects values in the very words of an exception. */
export function refusingCellAmong(sheet: Sheet, a1: string, text: string): string | undefined {
  return firstCell(sheet, a1, (rule) => {
    const words = rejects(rule) ? (rule?.getHelpText() ?? '') : '';
    return words !== '' && text.includes(words);
  });
}

/** Where a cell stands. */
export interface CellPlace {
  readonly rowNumber: number;
  readonly columnIndex: number;
}

/** Writes into a tab; answers with the cell whose rule refused it, `undefined` where all is written. Other exceptions are passed on. */
export function refusalOf(sheet: Sheet, write: () => void): CellPlace | undefined {
  try {
    write();
    return undefined;
  } catch (exception) {
    const cell = cellsNamedIn(exceptionText(exception)).find((a1) => firstCell(sheet, a1, rejects) !== undefined);
    if (cell === undefined) throw exception;
    const range = sheet.getRange(cell);
    return { rowNumber: range.getRow(), columnIndex: range.getColumn() - 1 };
  }
}

function tabs(): readonly Sheet[] {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  return [spreadsheet.getActiveSheet(), ...spreadsheet.getSheets().slice(0, MOST_TABS)];
}

function rejects(rule: Rule): boolean {
  return rule?.getAllowInvalid() === false;
}

function firstCell(sheet: Sheet, a1: string, isMeant: (rule: Rule) => boolean): string | undefined {
  try {
    const range = sheet.getRange(a1);
    const rules: readonly (readonly Rule[])[] = range.getDataValidations();
    const rowIndex = rules.findIndex((row) => row.some(isMeant));
    const columnIndex = rules[rowIndex]?.findIndex(isMeant);
    return columnIndex === undefined ? undefined : range.getCell(rowIndex + 1, columnIndex + 1).getA1Notation();
  } catch (exception) {
    // Beyond the grid, or Google has no time.
    console.info({ message: 'cells could not be asked about their rules', error: String(exception) });
    return undefined;
  }
}
