/** Reads the addresses behind shown texts: a word that was made a link, or `=HYPERLINK(…)`. */
import { isAddress } from '../../../core/sheet/address.ts';
import type { TableRow } from '../../../core/sheet/table.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** The first rows of a tab with their hidden addresses, and the columns in which there are any. */
export interface LinkedSample {
  readonly rows: readonly TableRow[];
  readonly columnIndexes: readonly number[];
}

/**
 * Reads the hidden addresses of the sample; one call.
 *
 * @param others Columns in which rows below it hide some, too.
 */
export function linkSample(sheet: Sheet, sampleRows: readonly TableRow[], others: readonly number[]): LinkedSample {
  const texts = readRichTexts(sheet, sampleRows, 0, sampleRows[0]?.values.length ?? 0);
  const found = new Set<number>();
  const links = texts.map((row) => {
    const linksOfRow: Record<number, string> = {};
    row.forEach((richText, columnIndex) => {
      const address = hiddenAddress(richText);
      if (address === undefined) return;
      found.add(columnIndex);
      linksOfRow[columnIndex] = address;
    });
    return linksOfRow;
  });
  const rows =
    found.size === 0 ? sampleRows : sampleRows.map((row, offset) => ({ ...row, links: links[offset] ?? {} }));
  return { rows, columnIndexes: [...new Set([...found, ...others])] };
}

/** The rows with their hidden addresses in the columns of the sample; one call a column for the rows that are not in it. */
export function linkRows(sheet: Sheet, rows: readonly TableRow[], sample: LinkedSample): readonly TableRow[] {
  if (sample.columnIndexes.length === 0) return rows;
  const known = new Map(sample.rows.map((row) => [row.rowNumber, row]));
  const unknown = rows.filter((row) => !known.has(row.rowNumber));
  return [...rows.flatMap((row) => known.get(row.rowNumber) ?? []), ...withLinks(sheet, unknown, sample.columnIndexes)];
}

function withLinks(sheet: Sheet, rows: readonly TableRow[], columnIndexes: readonly number[]): readonly TableRow[] {
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
  return address === undefined || isAddress(richText?.getText() ?? '') ? undefined : address;
}
