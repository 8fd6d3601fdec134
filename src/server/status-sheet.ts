/** Creates the add-on's columns, finds rows again, and writes their cells as text. The only writer of the sheet. */
import { failures } from '../core/failures.ts';
import type { Failure } from '../core/protocol.ts';
import { failure, type Result, success } from '../core/result.ts';
import { isFingerprintCell } from '../core/run/fingerprint-cell.ts';
import {
  adjacentColumns,
  type PlacedColumn,
  type Placement,
  placeUnmoved,
  placeWrites,
  type RowWindow,
} from '../core/run/place-writes.ts';
import type { StatusWrite } from '../core/run/row-cells.ts';
import { columnLetters } from '../core/table/column-letters.ts';
import { isKeyIdentity } from '../core/table/row-identity.ts';
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

/** Up to so many cells it is quicker to read whole rows at once than a few columns one after another. */
const SMALL_WINDOW_CELLS = 60_000;

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

/** Makes the add-on's cells of rows text cells again: somebody may have cleared the formatting while a run was waiting. */
export function renewTextFormat({ sheet, table }: StatusTarget, rowNumbers: readonly number[]): void {
  if (rowNumbers.length === 0) return;
  const firstRowNumber = rowNumbers.reduce((a, b) => Math.min(a, b));
  const rowCount = rowNumbers.reduce((a, b) => Math.max(a, b)) - firstRowNumber + 1;
  for (const { first, count } of runsOf(Object.values(findStatusColumns(table.headers)))) {
    sheet.getRange(firstRowNumber, first + 1, rowCount, count).setNumberFormat(TEXT_FORMAT);
  }
}

/** Where rows of a run are written. */
export interface StatusTarget {
  readonly sheet: Sheet;
  /** The tab as it was read when the rows were planned. */
  readonly table: Table;
  readonly keyColumnIndexes: readonly number[];
  /** The run whose mark the rows carry; absent while they carry none yet. */
  readonly runId?: string;
}

/** What became of a write. */
export interface WriteResult {
  /** The writes whose row is gone or no longer certain: nothing was written for them. */
  readonly unplaced: readonly StatusWrite[];
  /** Whether rows or columns moved since the tab was read, so that what was planned may be out of date. */
  readonly hasMoved: boolean;
}

/** Writes the cells of rows after finding each row again; one read and one write when nothing has moved. */
export function writeStatus(target: StatusTarget, writes: readonly StatusWrite[]): Result<WriteResult, Failure> {
  if (writes.length === 0) return success({ unplaced: [], hasMoved: false });
  const unmoved = placeWhereTheyWere(target, writes);
  const { sheet, table, keyColumnIndexes, runId } = target;
  const placement =
    unmoved ?? placeWrites(sheet.getDataRange().getDisplayValues(), table, keyColumnIndexes, writes, runId);
  if (placement === undefined) return failure(failures.statusColumnsGone(sheet.getName()));
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
  return success({ unplaced: placement.unplaced, hasMoved: runId !== undefined && unmoved === undefined });
}

/** Places writes where their rows were read, if a look at these rows shows that nothing has moved. */
function placeWhereTheyWere(target: StatusTarget, writes: readonly StatusWrite[]): Placement | undefined {
  const { sheet, table, keyColumnIndexes, runId } = target;
  try {
    const proof = runId === undefined ? headerProof(sheet, table) : { runId };
    const window = readWindow(sheet, table, keyColumnIndexes, writes);
    return placeUnmoved(window, table, keyColumnIndexes, writes, proof);
  } catch {
    // Rows or columns were deleted, and the look went beyond the grid: then everything has moved.
    return undefined;
  }
}

function headerProof(sheet: Sheet, table: Table): { readonly headers: readonly string[] } {
  const [headers = []] = sheet.getRange(table.headerRowNumber, 1, 1, table.headers.length).getDisplayValues();
  return { headers: headers.map((header) => header.trim()) };
}

/** Reads the rows of writes: all columns where that is little, else only those that identify rows and are ours. */
function readWindow(
  sheet: Sheet,
  table: Table,
  keyColumnIndexes: readonly number[],
  writes: readonly StatusWrite[],
): RowWindow {
  const rowNumbers = writes.map((write) => write.rowNumber);
  const firstRowNumber = rowNumbers.reduce((a, b) => Math.min(a, b));
  const rowCount = rowNumbers.reduce((a, b) => Math.max(a, b)) - firstRowNumber + 1;
  const isSmall = rowCount * table.headers.length <= SMALL_WINDOW_CELLS;
  if (isSmall || writes.some((write) => !isKeyIdentity(write.identity))) {
    return {
      firstRowNumber,
      texts: sheet.getRange(firstRowNumber, 1, rowCount, table.headers.length).getDisplayValues(),
    };
  }
  const texts: string[][] = Array.from({ length: rowCount }, () => []);
  const wanted = [...new Set([...keyColumnIndexes, ...Object.values(findStatusColumns(table.headers))])];
  for (const group of runsOf(wanted)) {
    const read = sheet.getRange(firstRowNumber, group.first + 1, rowCount, group.count).getDisplayValues();
    read.forEach((cells, offset) => {
      const row = texts[offset] ?? [];
      for (let position = 0; position < group.count; position += 1) row[group.first + position] = cells[position] ?? '';
    });
  }
  return { firstRowNumber, texts };
}

/** Column indexes as runs of neighbours. */
function runsOf(columnIndexes: readonly number[]): readonly { readonly first: number; readonly count: number }[] {
  const runs: { first: number; count: number }[] = [];
  for (const columnIndex of [...columnIndexes].sort((a, b) => a - b)) {
    const last = runs[runs.length - 1];
    if (last !== undefined && last.first + last.count === columnIndex) last.count += 1;
    else runs.push({ first: columnIndex, count: 1 });
  }
  return runs;
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
  const withFormula = adjacentColumns(found).find((group) => holdsFormula(tab, group));
  if (withFormula !== undefined) {
    const headers = withFormula.map(({ column }) => STATUS_HEADERS[column]).join(', ');
    return failures.statusHeaderTaken(headers, 'holds a formula');
  }
  const foreign = foreignStatusColumn(found, tab.table.rows, isFingerprintCell);
  return foreign === undefined
    ? undefined
    : failures.statusHeaderTaken(STATUS_HEADERS[foreign], 'holds text that Listing Sync never writes');
}

function holdsFormula(tab: TabContent, group: readonly PlacedColumn[]): boolean {
  const formulas = groupRange(tab, group, tab.table.rows.length + 1).getFormulas();
  return formulas.some((row) => row.some((formula) => formula !== ''));
}

/** The cells of columns that stand side by side, from the header row down. */
function groupRange(
  { sheet, table }: Pick<TabContent, 'sheet' | 'table'>,
  group: readonly PlacedColumn[],
  rowCount: number,
): GoogleAppsScript.Spreadsheet.Range {
  return sheet.getRange(table.headerRowNumber, (group[0]?.columnIndex ?? 0) + 1, rowCount, group.length);
}

function newColumnIndexes(table: Table, missing: readonly StatusColumn[]): StatusColumnIndexes {
  return Object.fromEntries(missing.map((column, position) => [column, table.headers.length + position]));
}

function growGrid(sheet: Sheet, columnCount: number): void {
  const missing = columnCount - sheet.getMaxColumns();
  if (missing > 0) sheet.insertColumnsAfter(sheet.getMaxColumns(), missing);
}

function canEditColumns(tab: Pick<TabContent, 'sheet' | 'table'>, columns: AllStatusColumnIndexes): boolean {
  const lastRowNumber = Math.max(tab.table.headerRowNumber, ...tab.table.rows.slice(-1).map((row) => row.rowNumber));
  const rowCount = lastRowNumber - tab.table.headerRowNumber + 1;
  return adjacentColumns(columns).every((group) => groupRange(tab, group, rowCount).canEdit());
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
  for (const group of adjacentColumns(all)) groupRange({ sheet, table }, group, rowCount).setNumberFormat(TEXT_FORMAT);
}
