/** Reads a tab into plain values: two bulk reads, whatever its size. */
import { failures } from '../core/failures.ts';
import type { Failure } from '../core/protocol.ts';
import { failure, type Result, success } from '../core/result.ts';
import { findHeaderRow } from '../core/table/find-header-row.ts';
import type { CellValue, Table, TableRow } from '../core/table/table.ts';
import { wallTimeFormatter } from './wall-time.ts';

/** The whole content of a tab. */
export interface TabContent {
  readonly sheet: GoogleAppsScript.Spreadsheet.Sheet;
  readonly tabId: number;
  readonly tabName: string;
  readonly table: Table;
}

/**
 * Reads a tab.
 *
 * @param headerRowNumber The header row a person has set; found where absent.
 */
export function readTab(
  sheet: GoogleAppsScript.Spreadsheet.Sheet,
  timeZone: string,
  headerRowNumber?: number,
): Result<TabContent, Failure> {
  const range = sheet.getDataRange();
  const values = plainValues(range.getValues(), wallTimeFormatter(timeZone));
  const texts = range.getDisplayValues();
  const headerIndex = headerRowNumber === undefined ? findHeaderRow(values) : headerRowNumber - 1;
  const headers = headerIndex === undefined ? undefined : texts[headerIndex];
  if (headerIndex === undefined || headers === undefined || headers.every((header) => header.trim() === '')) {
    return failure(failures.noHeaderRow(sheet.getName()));
  }
  const table = {
    headers: headers.map((header) => header.trim()),
    headerRowNumber: headerIndex + 1,
    rows: rowsBelow(headerIndex, values, texts),
  };
  return success({ sheet, tabId: sheet.getSheetId(), tabName: sheet.getName(), table });
}

function rowsBelow(
  headerIndex: number,
  values: readonly (readonly CellValue[])[],
  texts: readonly (readonly string[])[],
): readonly TableRow[] {
  return values.slice(headerIndex + 1).map((rowValues, offset) => ({
    rowNumber: headerIndex + 2 + offset,
    values: rowValues,
    texts: texts[headerIndex + 1 + offset] ?? [],
  }));
}

/** Dates become wall-clock time; objects without a text of their own (pictures in cells) become empty. */
function plainValues(rows: readonly (readonly unknown[])[], wallTimeOf: (date: Date) => string): CellValue[][] {
  return rows.map((row) =>
    row.map((value): CellValue => {
      if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
      return value instanceof Date ? { wallTime: wallTimeOf(value) } : '';
    }),
  );
}
