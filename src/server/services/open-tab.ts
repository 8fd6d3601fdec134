/** Opens a tab for an action: its content, its settings, and the planner of each action, made once. */

import { plannerOf } from '../../core/actions/planner-of.ts';
import type { PlannerFor, PlannerInputs, RowPlanner } from '../../core/actions/row-planner.ts';
import { rowsForExecution } from '../../core/engine/chunk-size.ts';
import type { RunRecord } from '../../core/engine/run-record.ts';
import { parseFingerprintCell } from '../../core/own-cells/fingerprint-cell.ts';
import { findStatusColumns } from '../../core/own-cells/status-columns.ts';
import type { TabSettings } from '../../core/settings/tab-settings.ts';
import { plainText, type Table } from '../../core/sheet/table.ts';
import type { Failure } from '../../core/terms/failure.ts';
import { failure, type Result, success } from '../../core/terms/result.ts';
import type { Action } from '../../core/words/actions.ts';
import { failures } from '../../core/words/failures.ts';
import { readContextOf } from './read-context.ts';
import { readTabSettings } from './settings-store.ts';
import {
  type NeedsOf,
  type QueuedContent,
  type ReadValues,
  readerIn,
  readQueuedRows,
  readTab,
  type TabContent,
} from './sheet-reader.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** A tab that is ready for an action. */
export interface OpenTab extends TabContent {
  readonly timeZone: string;
  readonly read: ReadValues;
  readonly settings: TabSettings;
  readonly plannerFor: PlannerFor;
}

/** What a tab is opened for. */
export interface Purpose {
  readonly chatbotId: string;
  readonly action: Action;
  /** Whether the marks of rows decide what is to be done with them: such rows may need other planners. */
  readonly heedsMarks: boolean;
}

/** Opens a tab, with all its rows. */
export function openTab(sheet: Sheet, purpose: Purpose): Result<OpenTab, Failure> {
  const place = placeOf(sheet);
  const desk = plannerDesk(sheet.getName(), place, purpose);
  const content = readTab(sheet, place.timeZone, place.settings.headerRowNumber, desk.needsOf);
  return content.ok ? success(desk.open(content.value)) : content;
}

/** Opens the tab of a run, by its sheet id, which survives renaming; only rows that wait in the run are read. */
export function openQueuedTab(
  { tabId, tabName, runId, chunkSize, action }: RunRecord,
  chatbotId: string,
): Result<OpenTab & Pick<QueuedContent, 'hasMore' | 'waitingRows'>, Failure> {
  const sheet = findSheet(tabId);
  if (sheet === undefined) return failure(failures.tabGone());
  const place = placeOf(sheet);
  const desk = plannerDesk(tabName, place, { chatbotId, action, heedsMarks: true });
  const wanted = { tabName, runId, maxRows: rowsForExecution(chunkSize) };
  const content = readQueuedRows(sheet, place.timeZone, place.settings.headerRowNumber, wanted, desk.needsOf);
  return content.ok ? success({ ...content.value, ...desk.open(content.value) }) : content;
}

/** The sheet with an id. */
export function findSheet(tabId: number): Sheet | undefined {
  const active: Sheet | null = SpreadsheetApp.getActiveSheet();
  if (active?.getSheetId() === tabId) return active;
  return SpreadsheetApp.getActiveSpreadsheet()
    .getSheets()
    .find((sheet) => sheet.getSheetId() === tabId);
}

/** What must be known about a sheet before it is read. */
interface Place extends Pick<PlannerInputs, 'settings' | 'context'> {
  readonly timeZone: string;
}

function placeOf(sheet: Sheet): Place {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const timeZone = spreadsheet.getSpreadsheetTimeZone();
  const settings = readTabSettings(sheet.getSheetId());
  return { timeZone, settings, context: readContextOf(spreadsheet, timeZone, settings) };
}

/** Where planners are made: as soon as a tab's first rows are known, since they say what else of it must be read. */
function plannerDesk(tabName: string, { timeZone, settings, context }: Place, purpose: Purpose) {
  let content: TabContent | undefined;
  let plannerFor: PlannerFor = () => failure(failures.noHeaderRow(tabName));
  const needsOf: NeedsOf = (top) => {
    const table: Table = {
      ...top,
      get rows() {
        return content?.table.rows ?? top.rows;
      },
    };
    plannerFor = once(plannerOf({ table, tabName, settings, serialNumber: purpose.chatbotId, context }));
    const made = actionsIn(top, purpose).map((action) => plannerFor(action));
    const planners = made.flatMap((planner) => (planner.ok ? [planner.value] : []));
    return {
      // A tab without a key may have one behind words.
      hidesLinks: planners.length < made.length || planners.some((planner) => planner.hidesLinks),
      needsText: (columnIndex, value) => planners.some((planner) => planner.needsText(columnIndex, value)),
    };
  };
  const open = (read: TabContent): OpenTab => {
    content = read;
    return { ...read, timeZone, read: readerIn(timeZone), settings, plannerFor };
  };
  return { needsOf, open };
}

function actionsIn({ headers, rows }: Table, { action, heedsMarks }: Purpose): readonly Action[] {
  const { fingerprint } = findStatusColumns(headers);
  if (!heedsMarks || fingerprint === undefined) return [action];
  const marked = rows.flatMap(({ values }) => parseFingerprintCell(plainText(values[fingerprint] ?? '')).mark ?? []);
  return [...new Set([action, ...marked.map((mark) => mark.action)])];
}

/** The planner of each action, made when it is first asked for. */
function once(make: PlannerFor): PlannerFor {
  const planners = new Map<Action, Result<RowPlanner, Failure>>();
  return (action) => {
    const planner = planners.get(action) ?? make(action);
    planners.set(action, planner);
    return planner;
  };
}
