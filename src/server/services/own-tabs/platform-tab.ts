/** The tab `Platform listings`: written as a whole at each comparison, and the look into other tabs for what they hold. */
import { KEY_FIELDS } from '../../../core/actions/listing-key.ts';
import { hasOwnName, isOwnTab } from '../../../core/compare/own-tabs.ts';
import { PLATFORM_TAB_NAME, type PlatformCell } from '../../../core/compare/platform-tab.ts';
import type { KeyType } from '../../../core/listing/fields.ts';
import { DEFAULT_TAB_SETTINGS } from '../../../core/settings/tab-settings.ts';
import type { Failure } from '../../../core/terms/failure.ts';
import { failure, type Result, success } from '../../../core/terms/result.ts';
import { failures } from '../../../core/words/failures.ts';
import { LEFT_TAB_NAME } from '../../../core/words/own-headers.ts';
import { TEXT_FORMAT } from '../sheet/own-columns.ts';
import { saveTabSettings } from '../stores/settings-store.ts';
import { insertBehind } from './insert-behind.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Cells of a tab that are looked through for keys; a larger one is not, and a person sees what it holds. */
const MOST_CELLS = 500_000;

/** A table to be written. */
interface ListTable {
  readonly headers: readonly string[];
  readonly lines: readonly (readonly PlatformCell[])[];
}

/** Writes the tab of a comparison anew; answers its id. What stood there before is gone. */
export function writePlatformTab(table: ListTable): Result<number, Failure> {
  return writeList(PLATFORM_TAB_NAME, table, ['NewOaks', 'MLSNumber']);
}

/** Writes the tab of listings that have left anew; answers its id. */
export function writeLeftTab(table: ListTable): Result<number, Failure> {
  return writeList(LEFT_TAB_NAME, table, ['NewOaks', 'MLSNumber', 'URL']);
}

function writeList(name: string, { headers, lines }: ListTable, keyTypes: readonly KeyType[]): Result<number, Failure> {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const found: Sheet | null = spreadsheet.getSheetByName(name);
  if (found !== null && !isOwn(found)) return failure(failures.nameTaken(name));
  const sheet = found ?? insertBehind(spreadsheet, name);
  sheet.clear();
  fitTo(sheet, lines.length + 1, headers.length);
  const rows: readonly (readonly PlatformCell[])[] = [headers, ...lines];
  sheet
    .getRange(1, 1, rows.length, headers.length)
    .setNumberFormats(rows.map((row) => row.map(formatOf)))
    .setValues(rows.map((row) => [...row]));
  sheet.setFrozenRows(1);
  SpreadsheetApp.flush();
  // So that the usual delete finds the key in this tab, and reads nothing but the platform's own members.
  const mapping = Object.fromEntries(
    keyTypes.map((keyType) => [KEY_FIELDS[keyType], { kind: 'column', header: KEY_FIELDS[keyType] } as const]),
  );
  const settings = { ...DEFAULT_TAB_SETTINGS, headerRowNumber: 1, mapping, keyTypes };
  const saved = saveTabSettings(sheet.getSheetId(), settings);
  return saved.ok ? success(sheet.getSheetId()) : saved;
}

/**
 * Whether a tab is the add-on's own: it names keys of listings without being their home. One that is empty was left by an
 * execution that was killed while it wrote.
 */
function isOwn(sheet: Sheet): boolean {
  const name = sheet.getName();
  if (!hasOwnName(name)) return false;
  const columns = sheet.getLastColumn();
  return columns === 0 || isOwnTab(name, sheet.getRange(1, 1, 1, columns).getDisplayValues()[0] ?? []);
}

function fitTo(sheet: Sheet, rows: number, columns: number): void {
  const [lackingRows, lackingColumns] = [rows - sheet.getMaxRows(), columns - sheet.getMaxColumns()];
  if (lackingRows > 0) sheet.insertRowsAfter(sheet.getMaxRows(), lackingRows);
  if (lackingColumns > 0) sheet.insertColumnsAfter(sheet.getMaxColumns(), lackingColumns);
}

/**
 * Tells the name of another tab in which one of the texts fills a cell, by what it holds or shows: a listing that this tab does
 * not have may be at home there. Keys that differ in nothing but case are one. Tabs are read when the first is asked about.
 */
export function otherTabsHolding(tabId: number): (texts: readonly string[]) => string | undefined {
  let tabs: readonly { readonly name: string; readonly texts: ReadonlySet<string> }[] | undefined;
  return (texts) => {
    tabs ??= SpreadsheetApp.getActiveSpreadsheet()
      .getSheets()
      .filter((sheet) => sheet.getSheetId() !== tabId && !isOwn(sheet))
      .map((sheet) => ({ name: sheet.getName(), texts: textsIn(sheet) }));
    return tabs.find((tab) => texts.some((text) => tab.texts.has(comparable(text))))?.name;
  };
}

/** Whether a tab lists what was found elsewhere. */
export function isListTab(sheet: Sheet): boolean {
  return [PLATFORM_TAB_NAME, LEFT_TAB_NAME].includes(sheet.getName());
}

/** Whether a tab is too large to be looked through, so that nobody knows what it holds. */
export function hasUnreadTab(tabId: number): boolean {
  return SpreadsheetApp.getActiveSpreadsheet()
    .getSheets()
    .some((sheet) => sheet.getSheetId() !== tabId && !isOwn(sheet) && isTooLarge(sheet.getDataRange()));
}

function isTooLarge(all: GoogleAppsScript.Spreadsheet.Range): boolean {
  return all.getNumRows() * all.getNumColumns() > MOST_CELLS;
}

function textsIn(sheet: Sheet): ReadonlySet<string> {
  const all = sheet.getDataRange();
  return isTooLarge(all) ? new Set() : textsOf(all);
}

function textsOf(all: GoogleAppsScript.Spreadsheet.Range): ReadonlySet<string> {
  const cells: readonly unknown[] = [...all.getDisplayValues().flat(), ...all.getValues().flat()];
  return new Set(cells.map((cell) => comparable(String(cell))).filter((text) => text !== ''));
}

/** Tells whether a text fills a cell above the header row: rows that stand there are none of the table's. */
export function textsAbove(sheet: Sheet, headerRowNumber: number): { has(text: string): boolean } {
  const rows = headerRowNumber - 1;
  const texts = rows === 0 ? new Set() : textsOf(sheet.getRange(1, 1, rows, sheet.getLastColumn()));
  return { has: (text) => texts.has(comparable(text)) };
}

function comparable(text: string): string {
  return text.trim().toLowerCase();
}

/** Whole numbers have a format of their own: one with places after the point shows `450000.` for them. */
function formatOf(cell: PlatformCell): string {
  if (typeof cell !== 'number') return TEXT_FORMAT;
  return Number.isInteger(cell) ? '0' : '0.######';
}
