/** Marks rows that somebody has edited since they were confirmed, so that nobody takes their old status for the last word. */

import { type IsSent, sentColumns } from '../../../core/actions/sent-columns.ts';
import { findStatusColumns, readStatus } from '../../../core/own-cells/status-columns.ts';
import { columnLetters } from '../../../core/sheet/column-letters.ts';
import { HEADER_SEARCH_ROWS } from '../../../core/sheet/find-header-row.ts';
import { listOfRows, spansOfList } from '../../../core/terms/row-list.ts';
import type { SyncStatus } from '../../../core/words/statuses.ts';
import { readFileProperties } from '../../services/stores/document-store.ts';
import { decisionsIn, tabSettingsIn } from '../../services/stores/settings-store.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Corners of the edited range, which can be read off it without asking Google; its pages do not mention them. */
interface Corners {
  readonly rowStart: number;
  readonly rowEnd: number;
  readonly columnStart: number;
  readonly columnEnd: number;
}

/** Cells that were typed into, pasted over or cleared. @see https://developers.google.com/apps-script/guides/triggers/events#edit (read 2026-11-29). */
export interface EditEvent {
  readonly range?: GoogleAppsScript.Spreadsheet.Range & Partial<Corners>;
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
    const corners = cornersOf(event.range);
    // Headers stand above all rows: nothing below them was edited.
    if (corners.rowEnd > 1) markEdited(event.range.getSheet(), corners);
  } catch (exception) {
    console.info({ message: 'an edit could not be marked', error: String(exception) });
  }
}

/** Somebody typed what stood there. */
function isSameAsBefore({ value, oldValue }: EditEvent): boolean {
  return value !== undefined && String(value) === String(oldValue);
}

function cornersOf(range: NonNullable<EditEvent['range']>): Corners {
  return {
    rowStart: range.rowStart ?? range.getRow(),
    rowEnd: range.rowEnd ?? range.getLastRow(),
    columnStart: range.columnStart ?? range.getColumn(),
    columnEnd: range.columnEnd ?? range.getLastColumn(),
  };
}

/** Asks for no more than it takes to know that there is nothing to mark: most edits are in tabs or rows that were never sent. */
function markEdited(sheet: Sheet, { rowStart, rowEnd, columnStart, columnEnd }: Corners): void {
  const top = sheet.getRange(`1:${Math.min(rowEnd, HEADER_SEARCH_ROWS)}`).getDisplayValues();
  const headerIndex = top.findIndex((headers) => findStatusColumns(headers).status !== undefined);
  const headers = (top[headerIndex] ?? []).map((header) => header.trim());
  const { status } = findStatusColumns(headers);
  const headerRowNumber = headerIndex + 1;
  const firstRowNumber = Math.max(rowStart, headerRowNumber + 1);
  const rowCount = rowEnd - firstRowNumber + 1;
  if (status === undefined || rowCount < 1) return;
  // The first rows of a tab were read with their header.
  const isRead = rowEnd <= top.length;
  const cells = isRead ? undefined : sheet.getRange(firstRowNumber, status + 1, rowCount, 1);
  const texts =
    cells?.getValues().map(([text]) => text) ?? top.slice(firstRowNumber - 1, rowEnd).map((row) => row[status]);
  const statuses = texts.map(confirmedIn);
  if (statuses.every((confirmed) => confirmed === undefined)) return;
  const isSent = sentColumnsOf(sheet, headers, headerRowNumber);
  const edited = columnsBetween(columnStart, columnEnd);
  const changed = statuses.flatMap((confirmed, index) =>
    isUntrue(confirmed, edited, isSent) ? [firstRowNumber + index] : [],
  );
  if (changed.length === 0) return;
  const isEvery = changed.length === rowCount;
  const untrue = isEvery ? cells : undefined;
  (untrue ?? sheet.getRangeList(cellsOf(columnLetters(status), changed))).setValue('Changed');
  // A protected cell refuses the write only when it is sent.
  SpreadsheetApp.flush();
}

function confirmedIn(cell: unknown): SyncStatus | undefined {
  const status = readStatus(String(cell));
  return status !== undefined && CONFIRMED.has(status) ? status : undefined;
}

/** Settings and decisions with one look at the store. Where the tab's headers are said to stand elsewhere, nothing is known of these. */
function sentColumnsOf(sheet: Sheet, headers: readonly string[], headerRowNumber: number): IsSent {
  const stored = readFileProperties();
  const tabId = sheet.getSheetId();
  const settings = tabSettingsIn(stored, tabId);
  if ((settings.headerRowNumber ?? headerRowNumber) !== headerRowNumber) return () => false;
  return sentColumns(headers, settings, decisionsIn(stored, tabId));
}

function isUntrue(confirmed: SyncStatus | undefined, edited: readonly number[], isSent: IsSent): boolean {
  return confirmed !== undefined && edited.some((columnIndex) => isSent(columnIndex, confirmed));
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
