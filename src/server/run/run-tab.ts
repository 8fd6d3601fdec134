/** Opens a tab for an action: its content, its settings, and the planner of each action. */
import type { Connection } from '../../core/connection.ts';
import { failures } from '../../core/failures.ts';
import type { Failure, TabSettings } from '../../core/protocol.ts';
import { failure, type Result, success } from '../../core/result.ts';
import { plannerOf } from '../../core/run/planner-of.ts';
import type { PlannerFor } from '../../core/run/run-rows.ts';
import { readContextOf } from '../read-context.ts';
import { readTab, type TabContent } from '../read-tab.ts';
import { readTabSettings } from '../settings-store.ts';

/** A tab that is ready for an action. */
export interface RunTab extends TabContent {
  readonly settings: TabSettings;
  readonly plannerFor: PlannerFor;
}

/** Opens the active tab. */
export function openActiveTab(connection: Connection): Result<RunTab, Failure> {
  return openTab(SpreadsheetApp.getActiveSheet(), connection);
}

/** Opens a tab by its sheet id, which survives renaming. */
export function openTabById(tabId: number, connection: Connection): Result<RunTab, Failure> {
  const sheet = findSheet(tabId);
  return sheet === undefined ? failure(failures.tabGone()) : openTab(sheet, connection);
}

/** The sheet with an id. */
export function findSheet(tabId: number): GoogleAppsScript.Spreadsheet.Sheet | undefined {
  return SpreadsheetApp.getActiveSpreadsheet()
    .getSheets()
    .find((sheet) => sheet.getSheetId() === tabId);
}

/** The time now in the spreadsheet's time zone, `2026-11-21 14:05:09`. */
export function spreadsheetTimeNow(): string {
  const timeZone = SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetTimeZone();
  return Utilities.formatDate(new Date(), timeZone, 'yyyy-MM-dd HH:mm:ss');
}

function openTab(sheet: GoogleAppsScript.Spreadsheet.Sheet, connection: Connection): Result<RunTab, Failure> {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const timeZone = spreadsheet.getSpreadsheetTimeZone();
  const settings = readTabSettings(sheet.getSheetId());
  const tab = readTab(sheet, timeZone, settings.headerRowNumber);
  if (!tab.ok) return tab;
  const context = readContextOf(spreadsheet, timeZone, settings);
  const { table, tabName } = tab.value;
  const plannerFor = plannerOf({ table, tabName, settings, serialNumber: connection.chatbotId, context });
  return success({ ...tab.value, settings, plannerFor });
}
