/** Writes what messages say into a tab: missing columns, changed cells, new rows. Text stays text. */
import { EVENT_FIELDS, type EventField, type EventFieldName } from '../../../core/events/event-fields.ts';
import { type EventBlock, type EventWrites, mayBeParsed } from '../../../core/events/event-writes.ts';
import { columnLetters } from '../../../core/sheet/column-letters.ts';
import { columnRuns } from '../../../core/sheet/column-runs.ts';
import { EVENT_COLUMNS, EVENT_HEADERS } from '../../../core/words/own-headers.ts';
import { DETAIL_WIDTH, TEXT_FORMAT, TIME_WIDTH } from '../sheet/own-columns.ts';
import type { EventTab } from './event-tab.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Makes columns at the right end: those for messages' members, and the add-on's own about messages. */
export function makeEventColumns(tab: EventTab, missing: readonly EventFieldName[]): void {
  const { sheet, headers, headerRowNumber, layout } = tab;
  const fields: readonly EventField[] = EVENT_FIELDS.filter(({ name }) => missing.includes(name));
  const own = EVENT_COLUMNS.filter((column) => layout.own[column] === undefined).map((column) => EVENT_HEADERS[column]);
  const names = [...fields.map(({ header }) => header), ...own];
  if (names.length === 0) return;
  const firstIndex = headers.length;
  const lacking = firstIndex + names.length - sheet.getMaxColumns();
  if (lacking > 0) sheet.insertColumnsAfter(sheet.getMaxColumns(), lacking);
  const textIndexes = names.flatMap((_, at) => (fields[at]?.isNumber === true ? [] : [firstIndex + at]));
  for (const { firstColumnIndex, count } of columnRuns(textIndexes)) {
    const [first, last] = [columnLetters(firstColumnIndex), columnLetters(firstColumnIndex + count - 1)];
    sheet.getRange(`${first}${headerRowNumber}:${last}`).setNumberFormat(TEXT_FORMAT);
  }
  const bold = SpreadsheetApp.newTextStyle().setBold(true).build();
  const header = (text: string) => SpreadsheetApp.newRichTextValue().setText(text).setTextStyle(bold).build();
  sheet.getRange(headerRowNumber, firstIndex + 1, 1, names.length).setRichTextValues([names.map(header)]);
  const columnNumberOf = (text: string) => firstIndex + names.indexOf(text) + 1;
  if (own.includes(EVENT_HEADERS.stamp)) sheet.hideColumns(columnNumberOf(EVENT_HEADERS.stamp));
  if (own.includes(EVENT_HEADERS.detail)) sheet.setColumnWidth(columnNumberOf(EVENT_HEADERS.detail), DETAIL_WIDTH);
  if (own.includes(EVENT_HEADERS.at)) sheet.setColumnWidth(columnNumberOf(EVENT_HEADERS.at), TIME_WIDTH);
  SpreadsheetApp.flush();
}

/** Writes the blocks of a plan; nothing is sure before the next flush. */
export function writeEvents(sheet: Sheet, { changed, added, newRows }: EventWrites, nextRowNumber: number): void {
  for (const block of changed) writeChanged(sheet, block);
  if (newRows === 0) return;
  const gridRows = sheet.getMaxRows();
  const lacking = nextRowNumber + newRows - 1 - gridRows;
  if (lacking > 0) sheet.insertRowsAfter(gridRows, lacking);
  for (const block of added) writeAdded(sheet, block);
}

/** Clears the blocks of new rows that hold what was written, after another block was refused: no row stays half written. */
export function takeBackAdded(sheet: Sheet, { added }: EventWrites): void {
  for (const block of added) {
    const range = rangeOf(sheet, block);
    const held: readonly (readonly unknown[])[] = range.getValues();
    const isOurs = block.values.every((row, at) => row.every((content, column) => content === held[at]?.[column]));
    if (isOurs) range.clearContent();
  }
}

function writeChanged(sheet: Sheet, block: EventBlock): void {
  const range = rangeOf(sheet, block);
  if (block.values.some((row) => row.some(mayBeParsed))) {
    const formats: readonly string[][] = range.getNumberFormats();
    if (!areKept(block, formats)) range.setNumberFormats(textFormats(block, formats));
  }
  range.setValues(block.values.map((row) => [...row]));
}

function writeAdded(sheet: Sheet, block: EventBlock): void {
  const range = rangeOf(sheet, block);
  const formats: readonly string[][] = range.getNumberFormats();
  if (!areKept(block, formats)) range.setNumberFormats(textFormats(block, formats));
  range.setValues(block.values.map((row) => [...row]));
}

/** Whether every text stands in a cell that keeps it. */
function areKept({ values }: EventBlock, formats: readonly (readonly string[])[]): boolean {
  return values.every((row, at) =>
    row.every((content, column) => !mayBeParsed(content) || formats[at]?.[column] === TEXT_FORMAT),
  );
}

function textFormats({ values }: EventBlock, formats: readonly (readonly string[])[]): string[][] {
  return values.map((row, at) =>
    row.map((content, column) => (mayBeParsed(content) ? TEXT_FORMAT : (formats[at]?.[column] ?? ''))),
  );
}

function rangeOf(sheet: Sheet, { firstRowNumber, firstColumnIndex, values }: EventBlock) {
  return sheet.getRange(firstRowNumber, firstColumnIndex + 1, values.length, values[0]?.length ?? 0);
}
