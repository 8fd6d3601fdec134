/** Reads the addresses behind shown texts: a word that was made a link, or `=HYPERLINK(…)`. */
import type { TableRow } from '../core/table/table.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** A text that is an address already hides nothing. */
const ADDRESS = /^\s*(https?:\/\/|www\.)/i;

/** The columns in which some of the sample's texts hide addresses; one call. */
export function linkColumns(sheet: Sheet, sampleRows: readonly TableRow[]): readonly number[] {
  const found = new Set<number>();
  const texts = readRichTexts(sheet, sampleRows, 0, sampleRows[0]?.texts.length ?? 0);
  texts.forEach((row) => {
    row.forEach((richText, columnIndex) => {
      if (hiddenAddress(richText) !== undefined) found.add(columnIndex);
    });
  });
  return [...found];
}

/** The rows with the hidden addresses of the given columns; one call a column. */
export function withLinks(
  sheet: Sheet,
  rows: readonly TableRow[],
  columnIndexes: readonly number[],
): readonly TableRow[] {
  if (columnIndexes.length === 0) return rows;
  const links = rows.map((): Record<number, string> => ({}));
  for (const columnIndex of columnIndexes) {
    readRichTexts(sheet, rows, columnIndex, 1).forEach(([richText], offset) => {
      const address = hiddenAddress(richText);
      const row = links[offset];
      if (address !== undefined && row !== undefined) row[columnIndex] = address;
    });
  }
  return rows.map((row, offset) => ({ ...row, links: links[offset] ?? {} }));
}

type RichText = GoogleAppsScript.Spreadsheet.RichTextValue | null | undefined;

function readRichTexts(
  sheet: Sheet,
  rows: readonly TableRow[],
  firstColumnIndex: number,
  columnCount: number,
): readonly (readonly RichText[])[] {
  const [first] = rows;
  if (first === undefined || columnCount === 0) return [];
  return sheet.getRange(first.rowNumber, firstColumnIndex + 1, rows.length, columnCount).getRichTextValues();
}

/** Cells with numbers, dates or pictures have no rich text. */
function hiddenAddress(richText: RichText): string | undefined {
  const address = richText?.getLinkUrl() ?? undefined;
  return address === undefined || ADDRESS.test(richText?.getText() ?? '') ? undefined : address;
}
