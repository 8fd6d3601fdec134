/** Writes the add-on's cells of rows as text, after finding each row again. The only writer of rows. */
import { exceptionText } from '../core/api/fetch-exception.ts';
import { failures } from '../core/failures.ts';
import type { Failure } from '../core/protocol.ts';
import { failure, type Result, success } from '../core/result.ts';
import type { RowWindow, TextBlock } from '../core/run/place-writes.ts';
import type { StatusWrite } from '../core/run/row-cells.ts';
import { columnRuns } from '../core/table/column-runs.ts';
import { isKeyIdentity } from '../core/table/row-identity.ts';
import { findStatusColumns } from '../core/table/status-columns.ts';
import type { Table } from '../core/table/table.ts';
import { planning } from './planning.ts';
import { canEditColumns, isTextCell, type NewColumns, TEXT_FORMAT } from './status-columns.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Up to so many cells whole rows are read at once, which is one call, rather than a few columns one after another (ADR 7). */
const SMALL_WINDOW_CELLS = 200_000;

/** Rows so near below the header row are read together with it: another call costs more than these cells. */
const NEAR_HEADER_ROWS = 100;

/** Where rows of a run are written. */
export interface StatusTarget {
  readonly sheet: Sheet;
  /** The tab as it was read when the rows were planned. */
  readonly table: Table;
  readonly keyColumnIndexes: readonly number[];
  /** The add-on's columns that the first write makes; the table names them already. */
  readonly newColumns?: NewColumns;
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
export function writeStatus(target: StatusTarget, wanted: readonly StatusWrite[]): Result<WriteResult, Failure> {
  if (wanted.length === 0) return success({ unplaced: [], hasMoved: false });
  const { sheet, table, keyColumnIndexes, runId, newColumns } = target;
  const writes = runId === undefined ? planning().toldFromTwins(wanted, table, keyColumnIndexes) : wanted;
  const window = lookAt(target, writes);
  const isPlaceFree = newColumns === undefined || (window !== undefined && areBlank(window, newColumns));
  if (!isPlaceFree) return failure(whyNoColumns(target));
  const unmoved = window && planning().placeUnmoved(window, table, keyColumnIndexes, writes, runId);
  try {
    const unmake = newColumns?.make();
    const placement =
      unmoved ??
      planning().placeWrites(sheet.getDataRange().getDisplayValues(), table, keyColumnIndexes, writes, runId);
    if (placement === undefined) return failure(failures.statusColumnsGone(sheet.getName()));
    for (const block of placement.blocks) {
      sheet
        .getRange(block.firstRowNumber, block.firstColumnNumber, block.texts.length, block.texts[0]?.length ?? 0)
        .setValues(block.texts.map((row) => [...row]));
    }
    const { blocks, unplaced, hasMoved } = placement;
    if (unmake === undefined) {
      SpreadsheetApp.flush();
      return success({ unplaced, hasMoved });
    }
    if (areNamed(target)) return success({ unplaced, hasMoved });
    // Somebody was quick to move the new columns, or cells that are merged have swallowed their headers.
    const texts = sheet.getDataRange().getDisplayValues();
    if (planning().placeWrites(texts, table, keyColumnIndexes, []) !== undefined)
      return success({ unplaced, hasMoved: true });
    clearAsWritten(sheet, texts, [...blocks, ...headerBlocks(target)]);
    unmake();
    return failure(failures.columnsRefused(sheet.getName(), ''));
  } catch (exception) {
    return failure(whyNotWritten(target, exception));
  }
}

/**
 * Whether new columns have got their headers, which cells that are merged swallow. Like a flush, a read makes Sheets apply
 * all that was written before.
 *
 * @see https://developers.google.com/apps-script/guides/support/best-practices "Use batch operations" (read 2026-11-21).
 */
function areNamed({ sheet, table }: StatusTarget): boolean {
  const [headers = []] = readRows(sheet, table, table.headerRowNumber, table.headerRowNumber).texts;
  return Object.values(findStatusColumns(table.headers)).every((index) => headers[index] === table.headers[index]);
}

/** The headers of new columns, one by one: each may be in its place or not. */
function headerBlocks({ table, newColumns }: StatusTarget): readonly TextBlock[] {
  const { headers, headerRowNumber: firstRowNumber } = table;
  const indexes = newColumns?.indexes ?? [];
  return indexes.map((index) => ({ firstRowNumber, firstColumnNumber: index + 1, texts: [[headers[index] ?? '']] }));
}

/** Takes back what was written, unless something else stands there by now. */
function clearAsWritten(sheet: Sheet, textsNow: readonly (readonly string[])[], blocks: readonly TextBlock[]): void {
  for (const { firstRowNumber, firstColumnNumber, texts } of blocks) {
    const isAsWritten = texts.every((row, rowOffset) =>
      row.every((text, offset) => textsNow[firstRowNumber - 1 + rowOffset]?.[firstColumnNumber - 1 + offset] === text),
    );
    if (!isAsWritten) continue;
    sheet.getRange(firstRowNumber, firstColumnNumber, texts.length, texts[0]?.length ?? 0).clearContent();
  }
}

/** Why a write was refused; throws on what has nothing to do with the columns. */
function whyNotWritten({ sheet, table, keyColumnIndexes, newColumns }: StatusTarget, exception: unknown): Failure {
  const texts = sheet.getDataRange().getDisplayValues();
  const columns = planning().placeWrites(texts, table, keyColumnIndexes, [])?.columns;
  if (columns === undefined && newColumns === undefined) return failures.statusColumnsGone(sheet.getName());
  if (!canEditColumns({ sheet, table }, columns ?? findStatusColumns(table.headers)))
    return failures.statusProtected(sheet.getName());
  if (newColumns === undefined) throw exception;
  return failures.columnsRefused(sheet.getName(), exceptionText(exception));
}

/** Whether the places of new columns are still free in the rows at hand. */
function areBlank(window: RowWindow, { indexes }: NewColumns): boolean {
  return window.texts.every((row) => indexes.every((columnIndex) => (row[columnIndex] ?? '') === ''));
}

/** Why there is no place for new columns: somebody else has taken it, nobody may, or no room could be made for them. */
function whyNoColumns({ sheet, table }: StatusTarget): Failure {
  const tabName = sheet.getName();
  try {
    const canEdit = canEditColumns({ sheet, table }, findStatusColumns(table.headers));
    return canEdit ? failures.tabChanged(tabName) : failures.statusProtected(tabName);
  } catch (exception) {
    return failures.columnsRefused(tabName, exceptionText(exception));
  }
}

/** Makes the add-on's cells of rows text cells again: somebody may have cleared the formatting while a run was waiting. */
export function renewTextFormat({ sheet, table }: StatusTarget, rowNumbers: readonly number[]): void {
  if (rowNumbers.length === 0) return;
  const firstRowNumber = rowNumbers.reduce((a, b) => Math.min(a, b));
  const { syncedAt } = findStatusColumns(table.headers);
  if (syncedAt === undefined || isTextCell(sheet, firstRowNumber, syncedAt)) return;
  const rowCount = rowNumbers.reduce((a, b) => Math.max(a, b)) - firstRowNumber + 1;
  for (const { firstColumnIndex, count } of columnRuns(Object.values(findStatusColumns(table.headers)))) {
    sheet.getRange(firstRowNumber, firstColumnIndex + 1, rowCount, count).setNumberFormat(TEXT_FORMAT);
  }
}

/** The rows of writes as they are now, or `undefined` where the columns are not where they were. */
function lookAt(target: StatusTarget, writes: readonly StatusWrite[]): RowWindow | undefined {
  const { sheet, table, keyColumnIndexes, runId, newColumns } = target;
  const wanted = [...new Set([...keyColumnIndexes, ...Object.values(findStatusColumns(table.headers))])];
  try {
    const window = readWindow(target, writes, wanted);
    if (runId !== undefined && planning().showsOwnColumns(window, table, writes)) return window;
    const headers = headerTexts(sheet, table, window);
    const expected = (index: number) => (newColumns?.indexes.includes(index) ? '' : table.headers[index]);
    return wanted.every((index) => (headers[index] ?? '') === expected(index)) ? window : undefined;
  } catch (exception) {
    // Rows or columns were deleted, and the look went beyond the grid.
    console.info({ message: 'the rows are no longer where they were', error: String(exception) });
    return undefined;
  }
}

/** The header row, which may stand in the window already. */
function headerTexts(sheet: Sheet, table: Table, window: RowWindow): readonly string[] {
  const isSeen = window.firstRowNumber === table.headerRowNumber;
  const seen = isSeen ? window : readRows(sheet, table, table.headerRowNumber, table.headerRowNumber);
  return (seen.texts[0] ?? []).map((text) => text.trim());
}

/** The rows of writes as they are now; a header row right above them is read with them. */
function readWindow(
  { sheet, table }: StatusTarget,
  writes: readonly StatusWrite[],
  wanted: readonly number[],
): RowWindow {
  const rowNumbers = writes.map((write) => write.rowNumber);
  const firstWritten = rowNumbers.reduce((a, b) => Math.min(a, b));
  const lastRowNumber = rowNumbers.reduce((a, b) => Math.max(a, b));
  const isNearHeader = firstWritten - table.headerRowNumber <= NEAR_HEADER_ROWS;
  const firstRowNumber = isNearHeader ? table.headerRowNumber : firstWritten;
  const isSmall = (lastRowNumber - firstRowNumber + 1) * table.headers.length <= SMALL_WINDOW_CELLS;
  return isSmall || !writes.every((write) => isKeyIdentity(write.identity))
    ? readRows(sheet, table, firstRowNumber, lastRowNumber)
    : readColumns(sheet, wanted, firstRowNumber, lastRowNumber);
}

/** Rows with all their columns: one call. */
function readRows(sheet: Sheet, table: Table, firstRowNumber: number, lastRowNumber: number): RowWindow {
  const rowCount = lastRowNumber - firstRowNumber + 1;
  const texts = sheet.getRange(firstRowNumber, 1, rowCount, table.headers.length).getDisplayValues();
  return { firstRowNumber, texts };
}

/** Rows with only some of their columns: one call for each run of columns. */
function readColumns(
  sheet: Sheet,
  wanted: readonly number[],
  firstRowNumber: number,
  lastRowNumber: number,
): RowWindow {
  const rowCount = lastRowNumber - firstRowNumber + 1;
  const texts: string[][] = Array.from({ length: rowCount }, () => []);
  for (const group of columnRuns(wanted)) {
    const read = sheet.getRange(firstRowNumber, group.firstColumnIndex + 1, rowCount, group.count).getDisplayValues();
    read.forEach((cells, offset) => {
      const row = texts[offset] ?? [];
      for (let position = 0; position < group.count; position += 1)
        row[group.firstColumnIndex + position] = cells[position] ?? '';
    });
  }
  return { firstRowNumber, texts };
}
