/** Marks rows that somebody has edited since they were confirmed, so that nobody takes their old status for the last word. */

import { type IsSent, sentColumns } from '../../core/actions/sent-columns.ts';
import { isKnownHeader } from '../../core/mapping/header-meanings.ts';
import { findStatusColumns, readStatus } from '../../core/own-cells/status-columns.ts';
import { columnLetters } from '../../core/sheet/column-letters.ts';
import { findHeaderRow, HEADER_SEARCH_ROWS } from '../../core/sheet/find-header-row.ts';
import { listOfRows, spansOfList } from '../../core/terms/row-list.ts';
import type { SyncStatus } from '../../core/words/statuses.ts';
import { readDecisions, readTabSettings } from '../services/settings-store.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Cells that were typed into, pasted over or cleared. @see https://developers.google.com/apps-script/guides/triggers/events#edit (read 2026-11-29). */
export interface EditEvent {
  readonly range?: GoogleAppsScript.Spreadsheet.Range;
  /** Of a single cell. */
  readonly value?: unknown;
  readonly oldValue?: unknown;
}

/** What an edit makes untrue. */
const CONFIRMED: ReadonlySet<SyncStatus> = new Set(['Pushed', 'Updated', 'Unchanged']);

/**
 * The simple trigger after an edit. It only says what is to be seen, the next run decides by content: so whatever goes wrong
 * here is left alone, and nobody is told.
 */
export function markChanged(event?: EditEvent): void {
  try {
    if (event?.range === undefined || isSameAsBefore(event)) return;
    markEdited(event.range.getSheet(), event.range);
  } catch (exception) {
    console.info({ message: 'an edit could not be marked', error: String(exception) });
  }
}

/** Somebody typed what stood there. */
function isSameAsBefore({ value, oldValue }: EditEvent): boolean {
  return value !== undefined && String(value) === String(oldValue);
}

function markEdited(sheet: Sheet, range: GoogleAppsScript.Spreadsheet.Range): void {
  const tabId = sheet.getSheetId();
  const settings = readTabSettings(tabId);
  const top = sheet.getRange(`1:${HEADER_SEARCH_ROWS}`).getDisplayValues();
  const headerRowNumber = settings.headerRowNumber ?? (findHeaderRow(top, isKnownHeader) ?? 0) + 1;
  const headers = (top[headerRowNumber - 1] ?? []).map((header) => header.trim());
  const { status } = findStatusColumns(headers);
  const firstRowNumber = Math.max(range.getRow(), headerRowNumber + 1);
  const rowCount = range.getLastRow() - firstRowNumber + 1;
  if (status === undefined || rowCount < 1) return;
  const edited = columnsBetween(range.getColumn(), range.getLastColumn());
  const isSent = sentColumns(headers, settings, readDecisions(tabId));
  const statuses = sheet.getRange(firstRowNumber, status + 1, rowCount, 1).getValues();
  const changed = statuses.flatMap(([text], index) =>
    isUntrue(readStatus(String(text)), edited, isSent) ? [firstRowNumber + index] : [],
  );
  if (changed.length === 0) return;
  sheet.getRangeList(cellsOf(columnLetters(status), changed)).setValue('Changed');
  // A protected cell refuses the write only when it is sent.
  SpreadsheetApp.flush();
}

function isUntrue(status: SyncStatus | undefined, edited: readonly number[], isSent: IsSent): boolean {
  return status !== undefined && CONFIRMED.has(status) && edited.some((columnIndex) => isSent(columnIndex, status));
}

function columnsBetween(firstNumber: number, lastNumber: number): readonly number[] {
  return Array.from({ length: lastNumber - firstNumber + 1 }, (_, offset) => firstNumber - 1 + offset);
}

/** Only the very cells: a run may be writing into those between them. */
function cellsOf(letters: string, rowNumbers: readonly number[]): string[] {
  return spansOfList(listOfRows(rowNumbers)).map(
    ({ firstRowNumber, lastRowNumber }) => `${letters}${firstRowNumber}:${letters}${lastRowNumber}`,
  );
}
