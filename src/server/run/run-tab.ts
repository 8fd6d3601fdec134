/** Opens a tab for an action: its content, its settings, and the planner of each action. */

import { plannerOf } from '../../core/actions/planner-of.ts';
import type { PlannerFor } from '../../core/actions/row-planner.ts';
import { rowsForSlice } from '../../core/engine/chunk-size.ts';
import type { RunRecord } from '../../core/engine/run-record.ts';
import type { RunRequest } from '../../core/engine/run-request.ts';
import type { ReadContext } from '../../core/listing/reading.ts';
import type { TabSettings } from '../../core/settings/tab-settings.ts';
import type { Failure } from '../../core/terms/failure.ts';
import { failure, type Result, success } from '../../core/terms/result.ts';
import { failures } from '../../core/words/failures.ts';
import { readContextOf } from '../services/read-context.ts';
import { selectedRanges } from '../services/selection.ts';
import { readTabSettings } from '../services/settings-store.ts';
import { type QueuedContent, readQueuedRows, readTab, type TabContent } from '../services/sheet-reader.ts';

/** A tab that is ready for an action. */
export interface RunTab extends TabContent {
  readonly settings: TabSettings;
  readonly plannerFor: PlannerFor;
}

/** The tab of a request, and the ranges that are selected in it where they count. */
export interface RequestedTab extends RunTab {
  readonly ranges: readonly GoogleAppsScript.Spreadsheet.Range[];
}

/**
 * Opens the tab of a request: the one whose selection was asked about before, or the active one.
 *
 * @param tabId Another tab that it is about.
 */
export function openTabOf(
  { scope, survey }: RunRequest,
  chatbotId: string,
  tabId = scope === 'selection' ? survey?.tabId : undefined,
): Result<RequestedTab, Failure> {
  const sheet = tabId === undefined ? SpreadsheetApp.getActiveSheet() : findSheet(tabId);
  if (sheet === undefined) return failure(failures.tabGone());
  // First of all, since a large tab is read so slowly that the person may have selected something else by then.
  const ranges = scope === 'selection' && survey === undefined ? selectedRanges(sheet) : [];
  const tab = openTab(chatbotId, sheet);
  return tab.ok ? success({ ...tab.value, ranges }) : tab;
}

/** Opens a tab, the active one by default. */
export function openTab(chatbotId: string, sheet = SpreadsheetApp.getActiveSheet()): Result<RunTab, Failure> {
  const place = placeOf(sheet);
  const content = readTab(sheet, place.timeZone, place.settings.headerRowNumber);
  return content.ok ? success(withPlanners(content.value, place, chatbotId)) : content;
}

/** Opens the tab of a run, by its sheet id, which survives renaming; only rows that wait in the run are read. */
export function openQueuedTab(
  { tabId, tabName, runId, chunkSize }: RunRecord,
  chatbotId: string,
): Result<RunTab & Pick<QueuedContent, 'hasMore' | 'waitingRows'>, Failure> {
  const sheet = findSheet(tabId);
  if (sheet === undefined) return failure(failures.tabGone());
  const place = placeOf(sheet);
  const content = readQueuedRows(sheet, place.timeZone, place.settings.headerRowNumber, {
    ...{ tabName, runId },
    maxRows: rowsForSlice(chunkSize),
  });
  if (!content.ok) return content;
  const { hasMore, waitingRows } = content.value;
  return success({ ...withPlanners(content.value, place, chatbotId), hasMore, waitingRows });
}

/** The sheet with an id. */
export function findSheet(tabId: number): GoogleAppsScript.Spreadsheet.Sheet | undefined {
  const active: GoogleAppsScript.Spreadsheet.Sheet | null = SpreadsheetApp.getActiveSheet();
  if (active?.getSheetId() === tabId) return active;
  return SpreadsheetApp.getActiveSpreadsheet()
    .getSheets()
    .find((sheet) => sheet.getSheetId() === tabId);
}

/** The time now in the spreadsheet's time zone, `2026-11-21 14:05:09`. */
export function spreadsheetTimeNow(): string {
  const timeZone = SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetTimeZone();
  return Utilities.formatDate(new Date(), timeZone, 'yyyy-MM-dd HH:mm:ss');
}

/** What must be known about a sheet before it is read. */
interface Place {
  readonly timeZone: string;
  readonly settings: TabSettings;
  readonly context: ReadContext;
}

function placeOf(sheet: GoogleAppsScript.Spreadsheet.Sheet): Place {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const timeZone = spreadsheet.getSpreadsheetTimeZone();
  const settings = readTabSettings(sheet.getSheetId());
  return { timeZone, settings, context: readContextOf(spreadsheet, timeZone, settings) };
}

function withPlanners(content: TabContent, { settings, context }: Place, serialNumber: string): RunTab {
  const { table, tabName } = content;
  const plannerFor = plannerOf({ table, tabName, settings, serialNumber, context });
  return { ...content, settings, plannerFor };
}
