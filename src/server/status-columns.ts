/** Makes sure that a tab has the add-on's own columns, that they are the add-on's, and that they can be written. */
import { failures } from '../core/failures.ts';
import type { Failure } from '../core/protocol.ts';
import { failure, type Result, success } from '../core/result.ts';
import { isFingerprintCell } from '../core/run/fingerprint-cell.ts';
import { columnLetters } from '../core/table/column-letters.ts';
import { type ColumnRun, columnRuns } from '../core/table/column-runs.ts';
import {
  type AllStatusColumnIndexes,
  allStatusColumns,
  findStatusColumns,
  foreignStatusColumn,
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

/** Width of the time column, for a date and a time. */
const TIME_WIDTH = 150;

/** Text format: whatever is written stays text, never a formula, a date or a number. */
export const TEXT_FORMAT = '@';

/** Where the add-on's columns are, and whether all of them were made just now. */
export interface EnsuredColumns {
  readonly indexes: AllStatusColumnIndexes;
  readonly areNew: boolean;
}

/**
 * Makes sure that the tab has the add-on's four columns, that they are the add-on's, and that they can be written.
 * Nothing is written when one of them belongs to someone else or is protected.
 */
export function ensureStatusColumns(tab: TabContent): Result<EnsuredColumns, Failure> {
  const found = findStatusColumns(tab.table.headers);
  const foreign = foreignColumn(tab, found);
  if (foreign !== undefined) return failure(foreign);
  const missing = STATUS_COLUMNS.filter((column) => found[column] === undefined);
  const all = allStatusColumns({ ...found, ...newColumnIndexes(tab.table, missing) });
  if (all === undefined) throw new Error('A status column has no place.');
  if (missing.length > 0) return addColumns(tab, all, missing);
  if (!canEditColumns(tab, all)) return failure(failures.statusProtected(tab.tabName));
  if (!areTextCells(tab, all)) setTextFormat(tab, all);
  return success({ indexes: all, areNew: false });
}

/** Makes the missing columns. Whether the person may make all four is asked only where it fails: a question is a call. */
function addColumns(
  tab: TabContent,
  all: AllStatusColumnIndexes,
  missing: readonly StatusColumn[],
): Result<EnsuredColumns, Failure> {
  try {
    makeRoom(tab, all, missing.length);
    const areNew = missing.length === STATUS_COLUMNS.length;
    if (!areNew && !canEditColumns(tab, all)) return failure(failures.statusProtected(tab.tabName));
    setTextFormat(tab, all);
    createColumns(tab, all, missing);
    return success({ indexes: all, areNew });
  } catch (exception) {
    if (isProtected(tab, all)) return failure(failures.statusProtected(tab.tabName));
    throw exception;
  }
}

/** A range beyond the grid cannot be had, which tells without a call that the grid is too narrow. */
function makeRoom({ sheet, table }: TabContent, all: AllStatusColumnIndexes, count: number): void {
  try {
    sheet.getRange(table.headerRowNumber, Math.max(...Object.values(all)) + 1);
  } catch {
    sheet.insertColumnsAfter(table.headers.length, count);
  }
}

/** Where not even room could be made, the columns cannot be asked about. */
function isProtected(tab: TabContent, all: AllStatusColumnIndexes): boolean {
  try {
    return !canEditColumns(tab, all);
  } catch {
    return false;
  }
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
  const withFormula = columnRuns(Object.values(found)).find((run) => holdsFormula(tab, run));
  if (withFormula !== undefined) {
    const { firstColumnIndex, count } = withFormula;
    const headers = tab.table.headers.slice(firstColumnIndex, firstColumnIndex + count).join(', ');
    return failures.statusHeaderTaken(headers, 'holds a formula');
  }
  const foreign = foreignStatusColumn(found, tab.table.rows, isFingerprintCell);
  return foreign === undefined
    ? undefined
    : failures.statusHeaderTaken(STATUS_HEADERS[foreign], 'holds text that Listing Sync never writes');
}

function holdsFormula(tab: TabContent, run: ColumnRun): boolean {
  const formulas = runRange(tab, run, tab.table.rows.length + 1).getFormulas();
  return formulas.some((row) => row.some((formula) => formula !== ''));
}

/** The cells of columns that stand side by side, from the header row down. */
function runRange(
  { sheet, table }: Pick<TabContent, 'sheet' | 'table'>,
  { firstColumnIndex, count }: ColumnRun,
  rowCount: number,
): GoogleAppsScript.Spreadsheet.Range {
  return sheet.getRange(table.headerRowNumber, firstColumnIndex + 1, rowCount, count);
}

function newColumnIndexes(table: Table, missing: readonly StatusColumn[]): StatusColumnIndexes {
  return Object.fromEntries(missing.map((column, position) => [column, table.headers.length + position]));
}

/** Whether the person may write those of the add-on's columns. */
export function canEditColumns(tab: Pick<TabContent, 'sheet' | 'table'>, columns: StatusColumnIndexes): boolean {
  const lastRowNumber = Math.max(tab.table.headerRowNumber, ...tab.table.rows.slice(-1).map((row) => row.rowNumber));
  const rowCount = lastRowNumber - tab.table.headerRowNumber + 1;
  return columnRuns(Object.values(columns)).every((run) => runRange(tab, run, rowCount).canEdit());
}

function createColumns(
  { sheet, table }: TabContent,
  all: AllStatusColumnIndexes,
  missing: readonly StatusColumn[],
): void {
  if (missing.includes('detail')) sheet.setColumnWidth(all.detail + 1, DETAIL_WIDTH);
  if (missing.includes('syncedAt')) sheet.setColumnWidth(all.syncedAt + 1, TIME_WIDTH);
  if (missing.includes('fingerprint')) sheet.hideColumns(all.fingerprint + 1);
  if (missing.includes('status')) colourStatusColumn(sheet, columnLetters(all.status), table.headerRowNumber);
  // New columns stand side by side at the right end. Headers come last: with them the columns count as made.
  const firstColumnNumber = Math.min(...missing.map((column) => all[column])) + 1;
  const bold = SpreadsheetApp.newTextStyle().setBold(true).build();
  const boldHeader = (column: StatusColumn) =>
    SpreadsheetApp.newRichTextValue().setText(STATUS_HEADERS[column]).setTextStyle(bold).build();
  sheet
    .getRange(table.headerRowNumber, firstColumnNumber, 1, missing.length)
    .setRichTextValues([missing.map(boldHeader)]);
}

/** Whether the add-on's cells of the first row are text cells; a person may have cleared the formatting. */
function areTextCells({ sheet, table }: TabContent, all: AllStatusColumnIndexes): boolean {
  const [first] = table.rows;
  return first === undefined || isTextCell(sheet, first.rowNumber, all.syncedAt);
}

/** Whether a cell keeps what is written into it as text. */
export function isTextCell(sheet: Sheet, rowNumber: number, columnIndex: number): boolean {
  return sheet.getRange(rowNumber, columnIndex + 1).getNumberFormat() === TEXT_FORMAT;
}

/** The whole columns become text, rows that are still to come included. */
function setTextFormat({ sheet, table }: TabContent, all: AllStatusColumnIndexes): void {
  for (const { firstColumnIndex, count } of columnRuns(Object.values(all))) {
    const [first, last] = [columnLetters(firstColumnIndex), columnLetters(firstColumnIndex + count - 1)];
    sheet.getRange(`${first}${table.headerRowNumber}:${last}`).setNumberFormat(TEXT_FORMAT);
  }
}
