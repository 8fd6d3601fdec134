/** Creates the add-on's columns, finds rows again, and writes their cells as text. The only writer of the sheet. */
import { failures } from '../core/failures.ts';
import type { Failure } from '../core/protocol.ts';
import { failure, type Result, success } from '../core/result.ts';
import { placeWrites } from '../core/run/place-writes.ts';
import type { StatusWrite } from '../core/run/row-cells.ts';
import { columnLetters } from '../core/table/column-letters.ts';
import {
  type AllStatusColumnIndexes,
  allStatusColumns,
  findStatusColumns,
  isStatusColumnForeign,
  STATUS_COLUMNS,
  STATUS_HEADERS,
  type StatusColumn,
  type StatusColumnIndexes,
} from '../core/table/status-columns.ts';
import type { Table } from '../core/table/table.ts';
import type { TabContent } from './read-tab.ts';
import { colourStatusColumn } from './status-colours.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Width of the detail column in pixels, for about fifty characters. */
const DETAIL_WIDTH = 360;

/** Text format: whatever is written stays text, never a formula, a date or a number. */
const TEXT_FORMAT = '@';

/**
 * Makes sure that the tab has the add-on's four columns, that they are the add-on's, and that they can be written.
 * Nothing is written when one of them belongs to someone else or is protected.
 */
export function ensureStatusColumns(tab: TabContent): Result<AllStatusColumnIndexes, Failure> {
  const found = findStatusColumns(tab.table.headers);
  const foreign = foreignColumn(tab, found);
  if (foreign !== undefined) return failure(foreign);
  const missing = STATUS_COLUMNS.filter((column) => found[column] === undefined);
  const columns = { ...found, ...newColumnIndexes(tab.table, missing) };
  const all = allStatusColumns(columns);
  if (all === undefined) throw new Error('A status column has no place.');
  growGrid(tab.sheet, Math.max(...Object.values(all)) + 1);
  if (!canEditColumns(tab, all)) return failure(failures.statusProtected(tab.tabName));
  if (missing.length > 0) createColumns(tab, all, missing);
  setTextFormat(tab, all);
  return success(all);
}

/**
 * Writes the cells of rows after finding each row again; one read and, in the usual case, one write.
 *
 * @returns The writes whose row is gone or no longer certain: nothing was written for them.
 */
export function writeStatus(
  sheet: Sheet,
  table: Table,
  keyColumnIndexes: readonly number[],
  writes: readonly StatusWrite[],
): Result<readonly StatusWrite[], Failure> {
  if (writes.length === 0) return success([]);
  const texts = sheet.getDataRange().getDisplayValues();
  const placement = placeWrites(texts, table, keyColumnIndexes, writes);
  if (placement === undefined) return success(writes);
  try {
    for (const block of placement.blocks) {
      sheet
        .getRange(block.firstRowNumber, block.firstColumnNumber, block.texts.length, block.texts[0]?.length ?? 0)
        .setValues(block.texts.map((row) => [...row]));
    }
    SpreadsheetApp.flush();
  } catch (exception) {
    if (canEditColumns({ sheet, table }, placement.columns)) throw exception;
    return failure(failures.statusProtected(sheet.getName()));
  }
  return success(placement.unplaced);
}

function foreignColumn(tab: TabContent, found: StatusColumnIndexes): Failure | undefined {
  const twin = STATUS_COLUMNS.find(
    (column) => tab.table.headers.filter((header) => header === STATUS_HEADERS[column]).length > 1,
  );
  if (twin !== undefined) {
    const letters = tab.table.headers.flatMap((header, columnIndex) =>
      header === STATUS_HEADERS[twin] ? [columnLetters(columnIndex)] : [],
    );
    return failures.duplicateHeaders(STATUS_HEADERS[twin], letters.join(' and '));
  }
  const withFormula = STATUS_COLUMNS.find((column) => holdsFormula(tab, found[column]));
  if (withFormula !== undefined) return failures.statusHeaderTaken(STATUS_HEADERS[withFormula], 'holds a formula');
  return isStatusColumnForeign(found, tab.table.rows)
    ? failures.statusHeaderTaken(STATUS_HEADERS.status, 'holds words that Listing Sync never writes')
    : undefined;
}

function holdsFormula({ sheet, table }: TabContent, columnIndex: number | undefined): boolean {
  if (columnIndex === undefined) return false;
  const rowCount = table.rows.length + 1;
  const formulas = sheet.getRange(table.headerRowNumber, columnIndex + 1, rowCount, 1).getFormulas();
  return formulas.some(([formula]) => formula !== '');
}

function newColumnIndexes(table: Table, missing: readonly StatusColumn[]): StatusColumnIndexes {
  return Object.fromEntries(missing.map((column, position) => [column, table.headers.length + position]));
}

function growGrid(sheet: Sheet, columnCount: number): void {
  const missing = columnCount - sheet.getMaxColumns();
  if (missing > 0) sheet.insertColumnsAfter(sheet.getMaxColumns(), missing);
}

function canEditColumns(tab: Pick<TabContent, 'sheet' | 'table'>, columns: AllStatusColumnIndexes): boolean {
  const { headerRowNumber, rows } = tab.table;
  return Object.values(columns).every((columnIndex) =>
    tab.sheet.getRange(headerRowNumber, columnIndex + 1, rows.length + 1, 1).canEdit(),
  );
}

function createColumns(
  { sheet, table }: TabContent,
  all: AllStatusColumnIndexes,
  missing: readonly StatusColumn[],
): void {
  for (const column of missing) {
    sheet
      .getRange(table.headerRowNumber, all[column] + 1)
      .setValue(STATUS_HEADERS[column])
      .setFontWeight('bold');
  }
  if (missing.includes('detail')) sheet.setColumnWidth(all.detail + 1, DETAIL_WIDTH);
  if (missing.includes('fingerprint')) sheet.hideColumns(all.fingerprint + 1);
  if (missing.includes('status')) colourStatusColumn(sheet, all.status + 1, table.headerRowNumber);
}

/** Set anew for every run, because a person may have cleared the formatting. */
function setTextFormat({ sheet, table }: TabContent, all: AllStatusColumnIndexes): void {
  const rowCount = sheet.getMaxRows() - table.headerRowNumber + 1;
  for (const columnIndex of Object.values(all)) {
    sheet.getRange(table.headerRowNumber, columnIndex + 1, rowCount, 1).setNumberFormat(TEXT_FORMAT);
  }
}
