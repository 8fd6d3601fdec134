/** The add-on's columns about publishing: made at the right end, written as text, and found again wherever people moved them. */
import { type PublishMark, parsePublishMark } from '../../../core/events/publish-mark.ts';
import { columnLetters } from '../../../core/sheet/column-letters.ts';
import { columnRuns } from '../../../core/sheet/column-runs.ts';
import { PUBLISH_COLUMNS, PUBLISH_HEADERS, type PublishColumn } from '../../../core/words/own-headers.ts';
import { DETAIL_WIDTH, TEXT_FORMAT, TIME_WIDTH } from '../sheet/own-columns.ts';
import type { EventTab } from './event-tab.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Where the columns are, by index. */
export type PublishPlaces = { readonly [Column in PublishColumn]: number };

/** What a row says of its publishing. */
export type PublishTexts = { readonly [Column in PublishColumn]: string };

/** The same, and where the row is. */
export interface PublishCells extends PublishTexts {
  readonly rowNumber: number;
}

/** Finds the columns, and makes those that are missing. */
export function makePublishColumns({ sheet, headers, headerRowNumber }: EventTab): PublishPlaces {
  const places = new Map<PublishColumn, number>();
  let end = headers.length;
  for (const column of PUBLISH_COLUMNS) {
    const known = headers.indexOf(PUBLISH_HEADERS[column]);
    places.set(column, known === -1 ? end : known);
    if (known === -1) end += 1;
  }
  if (end > sheet.getMaxColumns()) sheet.insertColumnsAfter(sheet.getMaxColumns(), end - sheet.getMaxColumns());
  for (const [column, index] of places) {
    if (index < headers.length) continue;
    const letters = columnLetters(index);
    sheet.getRange(`${letters}${headerRowNumber}:${letters}`).setNumberFormat(TEXT_FORMAT);
    sheet.getRange(headerRowNumber, index + 1).setValue(PUBLISH_HEADERS[column]);
    if (column !== 'status') sheet.setColumnWidth(index + 1, column === 'detail' ? DETAIL_WIDTH : TIME_WIDTH);
  }
  const place = (column: PublishColumn) => places.get(column) ?? end;
  return { status: place('status'), detail: place('detail'), at: place('at') };
}

/** Writes what became of rows; neighbours together. */
export function writePublishCells(sheet: Sheet, places: PublishPlaces, cells: readonly PublishCells[]): void {
  const byRow = new Map(cells.map((one) => [one.rowNumber, one]));
  const columnAt = new Map(PUBLISH_COLUMNS.map((column) => [places[column], column]));
  for (const { firstColumnIndex: firstRow, count: rows } of columnRuns([...byRow.keys()])) {
    for (const { firstColumnIndex, count: columns } of columnRuns([...columnAt.keys()])) {
      const texts = Array.from({ length: rows }, (_row, down) =>
        Array.from({ length: columns }, (_column, right) => {
          const column = columnAt.get(firstColumnIndex + right);
          return column === undefined ? '' : (byRow.get(firstRow + down)?.[column] ?? '');
        }),
      );
      sheet
        .getRange(firstRow, firstColumnIndex + 1, rows, columns)
        .setNumberFormat(TEXT_FORMAT)
        .setValues(texts);
    }
  }
}

/** Rows whose message is under way, by what it is known by, and where the columns are now. */
export interface RowsUnderWay {
  readonly places: PublishPlaces;
  readonly rowNumbers: ReadonlyMap<PublishMark['hash'], readonly number[]>;
}

/** A header row that people have pushed down is looked for this much further below. */
const MOST_ROWS_PUSHED = 20;

/** Looks for them anew, because people sort and insert while messages are sent; `undefined` where the columns are gone. */
export function findUnderWay(sheet: Sheet, headerRowNumber: number): RowsUnderWay | undefined {
  const [lastRow, lastColumn] = [sheet.getLastRow(), sheet.getLastColumn()];
  const top: unknown[][] = sheet
    .getRange(1, 1, Math.min(lastRow, headerRowNumber + MOST_ROWS_PUSHED), lastColumn)
    .getValues();
  const header = top.find((row) => PUBLISH_COLUMNS.every((column) => row.includes(PUBLISH_HEADERS[column])));
  if (header === undefined) return undefined;
  const place = (column: PublishColumn) => header.indexOf(PUBLISH_HEADERS[column]);
  const places = { status: place('status'), detail: place('detail'), at: place('at') };
  const details: unknown[][] = sheet.getRange(1, places.detail + 1, lastRow, 1).getValues();
  const rowNumbers = new Map<string, number[]>();
  for (const [index, [detail]] of details.entries()) {
    const mark = parsePublishMark(String(detail ?? ''));
    if (mark !== undefined) rowNumbers.set(mark.hash, [...(rowNumbers.get(mark.hash) ?? []), index + 1]);
  }
  return { places, rowNumbers };
}
