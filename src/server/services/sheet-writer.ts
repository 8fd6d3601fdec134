/** Writes the add-on's cells of rows as text, after finding each row again. The only writer of rows. */

import type { RowWindow, TextBlock } from '../../core/own-cells/place-writes.ts';
import { placeUnmoved, placeWrites, toldFromTwins } from '../../core/own-cells/place-writes.ts';
import type { StatusWrite } from '../../core/own-cells/row-cells.ts';
import { findStatusColumns } from '../../core/own-cells/status-columns.ts';
import { exceptionText } from '../../core/platform/fetch-exception.ts';
import { columnRuns } from '../../core/sheet/column-runs.ts';
import type { Failure } from '../../core/terms/failure.ts';
import { failure, type Result, success } from '../../core/terms/result.ts';
import { failures } from '../../core/words/failures.ts';
import { lookAt, readRows, type StatusTarget } from './look-at-rows.ts';
import { canEditColumns, isTextCell, type NewColumns, TEXT_FORMAT } from './own-columns.ts';

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
  const writes = runId === undefined ? toldFromTwins(wanted, table, keyColumnIndexes) : wanted;
  const window = lookAt(target, writes);
  const isPlaceFree = newColumns === undefined || (window !== undefined && areBlank(window, newColumns));
  if (!isPlaceFree) return failure(whyNoColumns(target));
  const unmoved = window && placeUnmoved(window, table, keyColumnIndexes, writes, runId);
  try {
    const unmake = newColumns?.make();
    const placement =
      unmoved ?? placeWrites(sheet.getDataRange().getDisplayValues(), table, keyColumnIndexes, writes, runId);
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
    if (placeWrites(texts, table, keyColumnIndexes, []) !== undefined) return success({ unplaced, hasMoved: true });
    takeBack(target, texts, [...blocks, ...headerBlocks(target)]);
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

/**
 * Takes back what was written, column by column, since columns may have been deleted or moved in between: where the header
 * stands now, else where it was put. New columns become blank, others say what they said; what was changed by now stays.
 */
function takeBack(
  { sheet, table, newColumns }: StatusTarget,
  textsNow: readonly (readonly string[])[],
  blocks: readonly TextBlock[],
): void {
  const headersNow = (textsNow[table.headerRowNumber - 1] ?? []).map((text) => text.trim());
  for (const { firstRowNumber, firstColumnNumber, texts } of blocks.flatMap(columnsOf)) {
    const placeBefore = firstColumnNumber - 1;
    const header = table.headers[placeBefore] ?? '';
    const columnIndex = headersNow.includes(header) ? headersNow.indexOf(header) : placeBefore;
    const isAsWritten = texts.every(([text], offset) => textsNow[firstRowNumber - 1 + offset]?.[columnIndex] === text);
    if (!isAsWritten || texts.every(([text]) => text === '')) continue;
    const range = sheet.getRange(firstRowNumber, columnIndex + 1, texts.length, 1);
    const firstIndex = firstRowNumber - table.headerRowNumber - 1;
    if (newColumns?.indexes.includes(placeBefore)) range.clearContent();
    else range.setValues(texts.map((_, offset) => [table.rows[firstIndex + offset]?.texts[placeBefore] ?? '']));
  }
}

function columnsOf({ firstRowNumber, firstColumnNumber, texts }: TextBlock): readonly TextBlock[] {
  return (texts[0] ?? []).map((_, offset) => ({
    firstRowNumber,
    firstColumnNumber: firstColumnNumber + offset,
    texts: texts.map((row) => [row[offset] ?? '']),
  }));
}

/** Why a write was refused; throws on what has nothing to do with the columns. */
function whyNotWritten({ sheet, table, keyColumnIndexes, newColumns }: StatusTarget, exception: unknown): Failure {
  const texts = sheet.getDataRange().getDisplayValues();
  const columns = placeWrites(texts, table, keyColumnIndexes, [])?.columns;
  if (columns === undefined && newColumns === undefined) return failures.statusColumnsGone(sheet.getName());
  if (!mayEditColumns({ sheet, table }, columns ?? findStatusColumns(table.headers)))
    return failures.statusProtected(sheet.getName());
  if (newColumns === undefined) throw exception;
  return failures.columnsRefused(sheet.getName(), exceptionText(exception));
}

/** Whether the person may write the columns; a tab that has become smaller meanwhile does not say they may not. */
function mayEditColumns(...[tab, columns]: Parameters<typeof canEditColumns>): boolean {
  try {
    return canEditColumns(tab, columns);
  } catch {
    return true;
  }
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
