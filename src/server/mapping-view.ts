/** Reads a tab for the mapping view. */

import { mappingView } from '../core/mapping/mapping-view.ts';
import type { Failure, MappingView } from '../core/protocol.ts';
import { type Result, success } from '../core/result.ts';
import { readContextOf } from './read-context.ts';
import { readTab } from './read-tab.ts';
import { readTabSettings } from './settings-store.ts';

/** The mapping of a sheet as it stands now. */
export function readMappingView(sheet: GoogleAppsScript.Spreadsheet.Sheet): Result<MappingView, Failure> {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const timeZone = spreadsheet.getSpreadsheetTimeZone();
  const settings = readTabSettings(sheet.getSheetId());
  const tab = readTab(sheet, timeZone, settings.headerRowNumber);
  if (!tab.ok) return tab;
  const { tabId, tabName, table } = tab.value;
  return success(mappingView({ tabId, tabName, table, settings, context: readContextOf(spreadsheet, timeZone) }));
}
