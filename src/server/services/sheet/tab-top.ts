/** Finds the header of a tab and the first rows below it. */
import { isKnownHeader } from '../../../core/mapping/header-meanings.ts';
import { findHeaderRow, HEADER_SEARCH_ROWS } from '../../../core/sheet/find-header-row.ts';
import { type CellValue, SAMPLE_ROWS, type Table } from '../../../core/sheet/table.ts';
import { NO_TEXTS, type Values } from './cell-values.ts';
import type { TabReader } from './tab-reader.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** A tab's header and sample, with their shown texts where those may say more than the values. */
export type Top = Omit<Table, 'rows'>;

/** The rows that a header is looked for in, and the sample below it. */
export function topRange(
  all: GoogleAppsScript.Spreadsheet.Range,
  headerRowNumber = 0,
): GoogleAppsScript.Spreadsheet.Range {
  const rowCount = Math.min(all.getNumRows(), Math.max(HEADER_SEARCH_ROWS, headerRowNumber) + SAMPLE_ROWS);
  return all.getSheet().getRange(1, 1, rowCount, all.getNumColumns());
}

/**
 * The header and the first rows of a tab, shown texts included unless its reader knows them already; `undefined` where there is no
 * header.
 *
 * @param values What the tab holds from its first row on.
 * @param isWhole Whether that is all of it.
 */
export function topOf(
  sheet: Sheet,
  values: Values,
  headerRowNumber: number | undefined,
  reader?: Pick<TabReader, 'isDecided'>,
  isWhole = false,
): Top | undefined {
  const found = headerRowNumber === undefined ? findHeaderRow(values, isKnownHeader) : headerRowNumber - 1;
  if (found === undefined || found >= values.length) return undefined;
  const held = headersHeld(values[found] ?? []);
  const below = values.slice(found + 1);
  const sample = below.slice(0, SAMPLE_ROWS);
  const tab = isWhole ? { rowCount: below.length, rows: below } : undefined;
  const isKnown = held !== undefined && reader?.isDecided(held, tab) === true;
  const [header = [], ...texts] = isKnown
    ? [held]
    : sheet.getRange(found + 1, 1, sample.length + 1, values[found]?.length ?? 1).getDisplayValues();
  const headers = header.map((text) => text.trim());
  if (headers.every((text) => text === '')) return undefined;
  const sampleRows = sample.map((row, offset) => ({
    rowNumber: found + 2 + offset,
    values: row,
    texts: texts[offset] ?? NO_TEXTS,
  }));
  return { headers, headerRowNumber: found + 1, sampleRows };
}

/** What header cells hold, where all are texts: others show what their number format makes of them. */
function headersHeld(header: readonly CellValue[]): readonly string[] | undefined {
  const held = header.flatMap((value) => (typeof value === 'string' ? [value] : []));
  return held.length === header.length ? held : undefined;
}
