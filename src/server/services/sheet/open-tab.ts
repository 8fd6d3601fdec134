/** Opens a tab for an action: its content, its settings, and the planner of each action, made once. */

import { plannerOf } from '../../../core/actions/planner-of.ts';
import {
  type PlannerFor,
  type PlannerInputs,
  type RowPlanner,
  someNeedsText,
} from '../../../core/actions/row-planner.ts';
import type { LeftWatch } from '../../../core/compare/left-listings.ts';
import { rowsForExecution } from '../../../core/engine/chunk-size.ts';
import type { RunRecord } from '../../../core/engine/run-record.ts';
import { decisionsNow } from '../../../core/mapping/decide-tab.ts';
import { hasNewCells, holdsFor, isOutgrown, type TabDecisions } from '../../../core/mapping/tab-decisions.ts';
import { quantityColumns } from '../../../core/mapping/telling-texts.ts';
import { parseMarkCell } from '../../../core/own-cells/mark-cell.ts';
import { findStatusColumns } from '../../../core/own-cells/status-columns.ts';
import type { Connection } from '../../../core/settings/connection.ts';
import type { TabSettings } from '../../../core/settings/tab-settings.ts';
import { plainText, type Table } from '../../../core/sheet/table.ts';
import type { Failure } from '../../../core/terms/failure.ts';
import { lazily } from '../../../core/terms/lazily.ts';
import { failure, type Result, success } from '../../../core/terms/result.ts';
import type { Action } from '../../../core/words/actions.ts';
import { redecidedWords } from '../../../core/words/decisions.ts';
import { failures } from '../../../core/words/failures.ts';
import { readContextOf } from '../read-context.ts';
import { type FileProperties, readFileProperties } from '../stores/document-store.ts';
import { readFieldAnswers } from '../stores/field-answers-store.ts';
import { decisionsIn, keepDecisions, tabSettingsIn } from '../stores/settings-store.ts';
import { readQueuedRows, SMALL_TAB_CELLS } from './queued-rows.ts';
import { type RowsIn, readHeaders, readRows, readTab } from './sheet-reader.ts';
import type { QueuedContent, TabContent } from './tab-content.ts';
import { MOST_DECIDED_CELLS, MOST_READ_CELLS, type TabReader } from './tab-reader.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** A tab that is ready for an action. */
export interface OpenTab extends TabContent {
  readonly timeZone: string;
  readonly settings: TabSettings;
  /** What the spreadsheet's store held when the tab was opened. */
  readonly kept: FileProperties;
  readonly plannerFor: PlannerFor;
  /** Why what its columns hold was decided again just now, in words; `''` where it was not. */
  readonly redecided: string;
  /** Who watches over its deletes, where it names listings that have left another tab. */
  readonly left?: LeftWatch;
}

/** Where its rows are sent; blank where nothing is. */
export type Destination = Pick<Connection, 'chatbotId' | 'baseUrl'>;

/** The destination where nothing is sent. */
export const NOWHERE: Destination = { chatbotId: '', baseUrl: '' };

/** What a tab is opened for. */
export interface Purpose {
  readonly to: Destination;
  readonly action: Action;
  /** Whether the marks of rows decide what is to be done with them: such rows may need other planners. */
  readonly heedsMarks: boolean;
  /** Whether it may be found out what the columns hold however large the tab is; else only of a tab that is not too large. */
  readonly mayDecide: boolean;
  /** Which rows are wanted; absent where all are. */
  readonly rowsIn?: RowsIn;
}

/** Opens a tab: with all its rows, or of a large one with those that are wanted. */
export function openTab(sheet: Sheet, purpose: Purpose): Result<OpenTab, Failure> {
  const place = placeOf(sheet);
  const tabName = sheet.getName();
  const desk = plannerDesk(tabName, place, purpose);
  const { headerRowNumber } = place.settings;
  // Asked for once: each time costs a look at the spreadsheet.
  const all = sheet.getDataRange();
  const part = purpose.rowsIn && !isSmall(all) && readRows(all, place.timeZone, headerRowNumber, purpose.rowsIn, desk);
  if (part) return part.ok ? success(desk.open(part.value, part.value.readColumns)) : part;
  if (!purpose.mayDecide && isTooLarge(all) && !desk.isDecided(readHeaders(all, place.timeZone, headerRowNumber)))
    return failure(failures.undecided(tabName));
  const [rows, columns] = [all.getNumRows(), all.getNumColumns()];
  if (rows * columns > MOST_READ_CELLS)
    return failure(purpose.rowsIn ? failures.selectionTooWide(tabName) : failures.tabTooLarge(tabName, rows, columns));
  const content = readTab(all, tabName, place.timeZone, headerRowNumber, desk);
  return content.ok ? success(desk.open(content.value)) : content;
}

function isSmall(all: GoogleAppsScript.Spreadsheet.Range): boolean {
  return all.getNumRows() * all.getNumColumns() <= SMALL_TAB_CELLS;
}

function isTooLarge(all: GoogleAppsScript.Spreadsheet.Range): boolean {
  return all.getNumRows() * all.getNumColumns() > MOST_DECIDED_CELLS;
}

/** Opens the tab of a run, by its sheet id, which survives renaming; only rows that wait in the run are read. */
export function openQueuedTab(
  { tabId, tabName, runId, chunkSize, action }: RunRecord,
  to: Destination,
): Result<OpenTab & Pick<QueuedContent, 'hasMore' | 'waitingRows'>, Failure> {
  const sheet = findSheet(tabId);
  if (sheet === undefined) return failure(failures.tabGone());
  const place = placeOf(sheet);
  const desk = plannerDesk(tabName, place, { to, action, heedsMarks: true, mayDecide: false });
  const wanted = { tabName, runId, maxRows: rowsForExecution(chunkSize) };
  const content = readQueuedRows(sheet, place.timeZone, place.settings.headerRowNumber, wanted, desk);
  return content.ok ? success({ ...content.value, ...desk.open(content.value, content.value.readColumns) }) : content;
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
  readonly kept: FileProperties;
  /** What was decided of the tab's columns, for whatever headers. */
  readonly stored: TabDecisions | undefined;
}

function placeOf(sheet: Sheet): Place {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const timeZone = spreadsheet.getSpreadsheetTimeZone();
  const tabId = sheet.getSheetId();
  const kept = readFileProperties();
  const settings = tabSettingsIn(kept, tabId);
  const context = readContextOf(spreadsheet, timeZone, settings);
  return { timeZone, kept, settings, stored: decisionsIn(kept, tabId), context };
}

/** Where planners are made: as soon as a tab's first rows are known, since they say what else of it must be read. */
function plannerDesk(tabName: string, { timeZone, kept, settings, context, stored }: Place, purpose: Purpose) {
  const { to } = purpose;
  const fieldAnswers = lazily(() => readFieldAnswers(to.chatbotId));
  let content: TabContent | undefined;
  let decisions = stored;
  // Chatbot rows are sent as they stand: nothing has to be known of their columns.
  const isPush = purpose.action === 'push';
  const isDecided: TabReader['isDecided'] = (headers, tab) => {
    if (isPush) return true;
    if (!holdsFor(stored, headers)) return false;
    return tab === undefined || !(isOutgrown(stored, tab.rowCount) || hasNewCells(stored, headers, tab.rows));
  };
  const decide = (whole: Table): TabDecisions | undefined =>
    isPush ? stored : decisionsNow(stored, whole, settings, context);
  let keyColumnIndexes: readonly number[] = [];
  let allRows: Table['allRows'];
  let plannerFor: PlannerFor = () => failure(failures.noHeaderRow(tabName));
  const needsOf: TabReader['needsOf'] = (top, whole) => {
    if (whole !== undefined) decisions = decide(whole);
    const table: Table = {
      ...top,
      get rows() {
        return content?.table.rows ?? top.rows;
      },
      allRows: () => allRows?.() ?? table.rows,
    };
    const recipient = { serialNumber: to.chatbotId, address: to.baseUrl, fieldAnswers };
    plannerFor = once(plannerOf({ table, tabName, settings, decisions, ...recipient, context }));
    const made = actionsIn(top, purpose).map((action) => plannerFor(action));
    const planners = made.flatMap((planner) => (planner.ok ? [planner.value] : []));
    keyColumnIndexes = planners.flatMap((planner) => planner.keyColumnIndexes);
    return {
      // A tab without a key may have one behind words.
      hidesLinks: planners.length < made.length || planners.some((planner) => planner.hidesLinks),
      linkColumnIndexes: planners.flatMap((planner) => planner.linkColumnIndexes ?? []),
      needsText: someNeedsText(planners),
    };
  };
  const open = (read: TabContent, readColumns?: QueuedContent['readColumns']): OpenTab => {
    const { mark } = read.own;
    const wanted = [...new Set([...keyColumnIndexes, ...(mark === undefined ? [] : [mark])])];
    allRows = readColumns && lazily(() => readColumns(wanted));
    content = read;
    return {
      ...read,
      table: { ...read.table, ...(allRows && { allRows }) },
      timeZone,
      settings,
      kept: decisions === undefined || decisions === stored ? kept : keepDecisions(read.tabId, decisions, kept),
      redecided: decisions === stored ? '' : redecidedWords(stored, decisions),
      plannerFor,
    };
  };
  return { isDecided, tellingColumns: quantityColumns, needsOf, open };
}

function actionsIn({ headers, rows }: Table, { action, heedsMarks }: Purpose): readonly Action[] {
  const { mark: columnIndex } = findStatusColumns(headers);
  if (!heedsMarks || columnIndex === undefined) return [action];
  const marked = rows.flatMap(({ values }) => parseMarkCell(plainText(values[columnIndex] ?? '')).mark ?? []);
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
