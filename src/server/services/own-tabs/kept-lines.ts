/** Reads and writes the hidden tab `Sync events`: messages that changed no row. */
import type { KeptLine } from '../../../core/events/kept-line.ts';
import { EVENTS_TAB_HEADERS, EVENTS_TAB_NAME, lineOfCells, linesCells } from '../../../core/events/kept-line-cells.ts';
import { readerIn } from '../sheet/cell-values.ts';
import { TEXT_FORMAT } from '../sheet/own-columns.ts';
import { insertBehind } from './insert-behind.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** A line, and where it stands. */
export interface PlacedLine {
  readonly line: KeptLine;
  readonly rowNumber: number;
}

/** The lines that are kept, in the order in which they came. */
export function readKeptLines(timeZone: string): readonly PlacedLine[] {
  const sheet: Sheet | null = SpreadsheetApp.getActiveSpreadsheet().getSheetByName(EVENTS_TAB_NAME);
  if (sheet === null) return [];
  return readerIn(timeZone)(sheet.getDataRange()).flatMap((values, index) => {
    const line = index === 0 ? undefined : lineOfCells(values);
    return line === undefined ? [] : [{ line, rowNumber: index + 1 }];
  });
}

/**
 * Whether the tab is somebody else's that happens to be called so: it holds something, but neither lines nor their headers.
 *
 * @param placed The lines that were found in it.
 */
export function isLinesNameTaken(placed: readonly PlacedLine[]): boolean {
  if (placed.length > 0) return false;
  const sheet: Sheet | null = SpreadsheetApp.getActiveSpreadsheet().getSheetByName(EVENTS_TAB_NAME);
  const columns = sheet?.getLastColumn() ?? 0;
  // A tab without any text was left by an execution that was killed while it made it.
  if (sheet === null || columns === 0) return false;
  const header = sheet.getRange(1, 1, 1, columns).getDisplayValues()[0] ?? [];
  return header.slice(0, EVENTS_TAB_HEADERS.length).join('\n') !== EVENTS_TAB_HEADERS.slice(0, columns).join('\n');
}

/** Adds lines, and takes others away; nothing is sure before the next flush. */
export function changeKeptLines(
  placed: readonly PlacedLine[],
  added: readonly KeptLine[],
  droppedIds: readonly string[],
): void {
  if (added.length === 0 && droppedIds.length === 0) return;
  const sheet = eventsTab();
  const dropped = new Set(droppedIds);
  const gone = placed.filter(({ line }) => dropped.has(line.id)).map(({ rowNumber }) => rowNumber);
  // New lines come first, so that a kill in between loses none.
  if (added.length > 0) appendLines(sheet, added);
  for (const rowNumber of gone.sort((a, b) => b - a)) sheet.deleteRow(rowNumber);
}

function appendLines(sheet: Sheet, lines: readonly KeptLine[]): void {
  const firstRowNumber = sheet.getLastRow() + 1;
  const lacking = firstRowNumber + lines.length - 1 - sheet.getMaxRows();
  if (lacking > 0) sheet.insertRowsAfter(sheet.getMaxRows(), lacking);
  writeTexts(sheet, firstRowNumber, linesCells(lines));
}

/** Whatever stands in a message stays text. */
function writeTexts(sheet: Sheet, firstRowNumber: number, rows: readonly (readonly string[])[]): void {
  const columnCount = rows[0]?.length ?? 0;
  const lacking = columnCount - sheet.getMaxColumns();
  if (lacking > 0) sheet.insertColumnsAfter(sheet.getMaxColumns(), lacking);
  sheet
    .getRange(firstRowNumber, 1, rows.length, columnCount)
    .setNumberFormat(TEXT_FORMAT)
    .setValues(rows.map((row) => [...row]));
}

function eventsTab(): Sheet {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const found: Sheet | null = spreadsheet.getSheetByName(EVENTS_TAB_NAME);
  if (found !== null) return found;
  const sheet = insertBehind(spreadsheet, EVENTS_TAB_NAME);
  writeTexts(sheet, 1, [EVENTS_TAB_HEADERS]);
  sheet.hideSheet();
  return sheet;
}
