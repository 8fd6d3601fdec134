/** The add-on's columns about publishing: made at the right end, written as text. */
import { columnLetters } from '../../core/sheet/column-letters.ts';
import { PUBLISH_COLUMNS, PUBLISH_HEADERS, type PublishColumn } from '../../core/words/own-headers.ts';
import type { EventTab } from './event-tab.ts';
import { TEXT_FORMAT } from './own-columns.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Where the columns are, by index. */
export type PublishPlaces = { readonly [Column in PublishColumn]: number };

/** What a row says of its publishing. */
export interface PublishCells {
  readonly rowNumber: number;
  readonly status: string;
  readonly detail: string;
  readonly at: string;
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
  }
  const place = (column: PublishColumn) => places.get(column) ?? end;
  return { status: place('status'), detail: place('detail'), at: place('at') };
}

/** Writes what became of rows. */
export function writePublishCells(sheet: Sheet, places: PublishPlaces, cells: readonly PublishCells[]): void {
  for (const { rowNumber, ...texts } of cells) {
    for (const column of PUBLISH_COLUMNS) {
      sheet
        .getRange(rowNumber, places[column] + 1)
        .setNumberFormat(TEXT_FORMAT)
        .setValue(texts[column]);
    }
  }
}
