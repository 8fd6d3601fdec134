/** The tab `Platform listings`: written as a whole at each comparison, and the look into other tabs for what they hold. */
import { isPlatformHeader, PLATFORM_TAB_NAME, type PlatformCell } from '../../core/compare/platform-tab.ts';
import { DEFAULT_TAB_SETTINGS } from '../../core/settings/tab-settings.ts';
import type { Failure } from '../../core/terms/failure.ts';
import { failure, type Result, success } from '../../core/terms/result.ts';
import { failures } from '../../core/words/failures.ts';
import { TEXT_FORMAT } from './own-columns.ts';
import { saveTabSettings } from './settings-store.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Cells of a tab that are looked through for keys; a larger one is not, and a person sees what it holds. */
const MOST_CELLS = 500_000;

/** Writes the tab anew; answers its id. What stood there before is gone. */
export function writePlatformTab({
  headers,
  lines,
}: {
  readonly headers: readonly string[];
  readonly lines: readonly (readonly PlatformCell[])[];
}): Result<number, Failure> {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const found: Sheet | null = spreadsheet.getSheetByName(PLATFORM_TAB_NAME);
  if (found !== null && !isOwn(found)) return failure(failures.nameTaken(PLATFORM_TAB_NAME));
  const sheet = found ?? insertBehind(spreadsheet);
  sheet.clear();
  fitTo(sheet, lines.length + 1, headers.length);
  const rows: readonly (readonly PlatformCell[])[] = [headers, ...lines];
  sheet
    .getRange(1, 1, rows.length, headers.length)
    .setNumberFormats(rows.map((row) => row.map((cell) => (typeof cell === 'number' ? '0.######' : TEXT_FORMAT))))
    .setValues(rows.map((row) => [...row]));
  sheet.setFrozenRows(1);
  SpreadsheetApp.flush();
  // The usual delete finds its key without anybody's help, and by nothing but the platform's own words.
  const key = { kind: 'column', header: 'Key' } as const;
  const number = { kind: 'column', header: 'MLSNumber' } as const;
  const mapping = { Key: key, MLSNumber: number };
  const settings = {
    ...DEFAULT_TAB_SETTINGS,
    headerRowNumber: 1,
    mapping,
    keyTypes: ['NewOaks', 'MLSNumber'] as const,
  };
  const saved = saveTabSettings(sheet.getSheetId(), settings);
  return saved.ok ? success(sheet.getSheetId()) : saved;
}

/** A tab that is empty was left by an execution that was killed while it wrote. */
function isOwn(sheet: Sheet): boolean {
  const columns = sheet.getLastColumn();
  if (columns === 0) return true;
  return isPlatformHeader(sheet.getRange(1, 1, 1, columns).getDisplayValues()[0] ?? []);
}

function insertBehind(spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet): Sheet {
  const active = spreadsheet.getActiveSheet();
  const sheet = spreadsheet.insertSheet(PLATFORM_TAB_NAME);
  // A new tab comes to the front; the person is working on another one.
  spreadsheet.setActiveSheet(active, true);
  return sheet;
}

function fitTo(sheet: Sheet, rows: number, columns: number): void {
  const [lackingRows, lackingColumns] = [rows - sheet.getMaxRows(), columns - sheet.getMaxColumns()];
  if (lackingRows > 0) sheet.insertRowsAfter(sheet.getMaxRows(), lackingRows);
  if (lackingColumns > 0) sheet.insertColumnsAfter(sheet.getMaxColumns(), lackingColumns);
}

/**
 * Tells the name of another tab in which one of the texts fills a cell: a listing that this tab does not have may be at home
 * there. Tabs are read when the first is asked about.
 */
export function otherTabsHolding(tabId: number): (texts: readonly string[]) => string | undefined {
  let tabs: readonly { readonly name: string; readonly texts: ReadonlySet<string> }[] | undefined;
  return (texts) => {
    tabs ??= SpreadsheetApp.getActiveSpreadsheet()
      .getSheets()
      .filter((sheet) => sheet.getSheetId() !== tabId && !isNoHome(sheet))
      .map((sheet) => ({ name: sheet.getName(), texts: textsIn(sheet) }));
    return tabs.find((tab) => texts.some((text) => tab.texts.has(text)))?.name;
  };
}

/** The add-on's own tabs name keys of listings without being their home. */
function isNoHome(sheet: Sheet): boolean {
  const name = sheet.getName();
  return name === PLATFORM_TAB_NAME || name.startsWith('Sync ');
}

function textsIn(sheet: Sheet): ReadonlySet<string> {
  const all = sheet.getDataRange();
  if (all.getNumRows() * all.getNumColumns() > MOST_CELLS) return new Set();
  return new Set(all.getDisplayValues().flatMap((row) => row.map((text) => text.trim()).filter((text) => text !== '')));
}
