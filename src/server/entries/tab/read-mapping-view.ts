/** Reads a tab for the mapping view. */

import type { MappingView } from '../../../core/contract/mapping-view.ts';
import { mappingView } from '../../../core/contract/mapping-view.ts';
import type { Failure } from '../../../core/terms/failure.ts';
import { type Result, success } from '../../../core/terms/result.ts';
import { readContextOf } from '../../services/read-context.ts';
import { readTop } from '../../services/sheet/sheet-reader.ts';
import { readDecisions, readTabSettings } from '../../services/stores/settings-store.ts';

/** The mapping of a sheet as it stands now. A tab without a header row still has settings, so that one can be set. */
export function readMappingView(sheet: GoogleAppsScript.Spreadsheet.Sheet): Result<MappingView, Failure> {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const timeZone = spreadsheet.getSpreadsheetTimeZone();
  const tabId = sheet.getSheetId();
  const settings = readTabSettings(tabId);
  const tab = readTop(sheet, timeZone, settings.headerRowNumber);
  if (!tab.ok && tab.error.kind !== 'noHeaderRow') return tab;
  const others = spreadsheet.getSheets().filter((other) => other.getSheetId() !== tabId);
  return success(
    mappingView({
      tabId,
      tabName: sheet.getName(),
      table: tab.ok ? tab.value.table : undefined,
      otherTabs: others.map((other) => ({ tabId: other.getSheetId(), tabName: other.getName() })),
      settings,
      decisions: readDecisions(tabId),
      context: readContextOf(spreadsheet, timeZone, settings),
    }),
  );
}
