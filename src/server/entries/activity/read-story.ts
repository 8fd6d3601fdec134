/** The rows of one run, and the story of one row, from the ledger and the log. */
import type { RowPlanner } from '../../../core/actions/row-planner.ts';
import { linesOfKey, linesOfRun, nameWords, outcomeWords, storyOf } from '../../../core/compare/row-story.ts';
import type { RowStoryView, RunRowsRequest, RunRowsView } from '../../../core/contract/server-functions.ts';
import { type LoggedRun, loggedRuns } from '../../../core/engine/logged-runs.ts';
import type { TimeSpan } from '../../../core/engine/run-record.ts';
import { formatLine, type LedgerLine, ledgerKey, ledgerPlace } from '../../../core/ledger/ledger-line.ts';
import { statusCellsOf } from '../../../core/own-cells/status-columns.ts';
import { rowsWithin } from '../../../core/sheet/selected-rows.ts';
import type { Failure } from '../../../core/terms/failure.ts';
import { failure, type Result, success } from '../../../core/terms/result.ts';
import type { RowSpan } from '../../../core/terms/row-list.ts';
import { failures } from '../../../core/words/failures.ts';
import { spreadsheetTimeOf } from '../../services/clock.ts';
import { bodiesOf, ledgerTexts } from '../../services/own-tabs/ledger-bodies.ts';
import { readLogLines } from '../../services/own-tabs/run-log.ts';
import { findSheet, type OpenTab, openTab } from '../../services/sheet/open-tab.ts';
import { destinationOfChecks } from '../../services/stores/connection-store.ts';

/** Rows of a run that are listed; the tab has all of them. */
const MOST_ROWS = 200;

/** Entries of a story that are told. */
const MOST_ENTRIES = 20;

/** Runs of the log in which somebody is looked for who sent something. */
const MOST_RUNS = 200;

/** What one run has sent, row by row. */
export function readRunRows({ tabId, startedAt, seconds }: RunRowsRequest): Result<RunRowsView, Failure> {
  const sheet = findSheet(tabId);
  if (sheet === undefined) return failure(failures.tabGone());
  const timeZone = SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetTimeZone();
  const fromMs = msOfTime(startedAt, timeZone);
  const span = spanFrom(fromMs, seconds);
  const asides = loggedIn(sheet.getName(), timeZone).flatMap((one) => (isInside(one.span, span) ? [one.span] : []));
  const lines = linesOfRun(ledgerTexts(), { tabId, fromMs, toMs: span[1], asides });
  const rowNumbers = rowNumbersIn(sheet, lines);
  return success({
    total: lines.length,
    rows: lines.slice(0, MOST_ROWS).map((line) => {
      const rowNumber = rowNumbers(line);
      return { name: nameWords(line.name), outcome: outcomeWords(line), ...(rowNumber !== undefined && { rowNumber }) };
    }),
  });
}

/** The row of each key, as the tab stands now. */
function rowNumbersIn(
  sheet: GoogleAppsScript.Spreadsheet.Sheet,
  lines: readonly LedgerLine[],
): (line: LedgerLine) => number | undefined {
  const [first] = lines;
  if (first === undefined) return () => undefined;
  const action = first.operation === 'push' ? 'push' : 'sync';
  const tab = openTab(sheet, { to: destinationOfChecks(), action, heedsMarks: false, mayDecide: false });
  const planner = tab.ok ? tab.value.plannerFor(action) : tab;
  if (!tab.ok || !planner.ok) return () => undefined;
  const numbers = new Map<string, number>();
  for (const row of tab.value.table.rows) {
    const key = planner.value.keyOf(row).toLowerCase();
    if (!numbers.has(key)) numbers.set(key, row.rowNumber);
  }
  return ({ name }) => numbers.get(name.toLowerCase());
}

/** The story of the row that is selected, or of the first one that is. */
export function readRowStory(): Result<RowStoryView, Failure> {
  const sheet: GoogleAppsScript.Spreadsheet.Sheet = SpreadsheetApp.getActiveSheet();
  const rowNumber = sheet.getActiveRange()?.getRow() ?? 0;
  const row = { firstRowNumber: rowNumber, lastRowNumber: rowNumber };
  const rowsIn = (data: RowSpan) => rowsWithin([row], data);
  const to = destinationOfChecks();
  for (const action of ['sync', 'push'] as const) {
    const tab = openTab(sheet, { to, action, heedsMarks: false, mayDecide: false, rowsIn });
    if (!tab.ok) return tab;
    const planner = tab.value.plannerFor(action);
    if (!planner.ok) continue;
    const story = storyIn(tab.value, planner.value, rowNumber, ledgerPlace(to.baseUrl, to.chatbotId));
    if (story !== undefined && (story.entries.length > 0 || action === 'push')) return success(story);
  }
  return failure(failures.noStory());
}

function storyIn(tab: OpenTab, planner: RowPlanner, rowNumber: number, place: string): RowStoryView | undefined {
  const row = tab.table.rows.find((one) => one.rowNumber === rowNumber);
  const name = row === undefined ? '' : planner.keyOf(row);
  if (row === undefined || name === '') return undefined;
  const lines = linesOfKey(ledgerTexts(), ledgerKey({ place, name })).slice(0, MOST_ENTRIES);
  const bodies = bodiesOf(lines);
  const whoAt = peopleIn(tab.tabName, tab.timeZone);
  const { status, detail } = statusCellsOf(row, tab.own);
  return {
    label: planner.labelOf(row),
    now: detail === '' || detail === `${status}.` ? status : `${status}: ${detail}`,
    entries: storyOf(lines, (line) => bodies.get(formatLine(line)) ?? '').map(({ atMs, outcome, changes }) => ({
      at: spreadsheetTimeOf(atMs, tab.timeZone),
      who: whoAt(atMs),
      outcome,
      changes,
    })),
  };
}

/** Tells by the log who ran what in a tab at a time; `''` where it does not say. */
function peopleIn(tabName: string, timeZone: string): (atMs: number) => string {
  const runs = loggedIn(tabName, timeZone);
  return (atMs) => runs.find(({ span: [fromMs, toMs] }) => atMs >= fromMs && atMs <= toMs)?.run.who ?? '';
}

/** The last runs over a tab, and when each began and ended. */
function loggedIn(tabName: string, timeZone: string): readonly { readonly run: LoggedRun; readonly span: TimeSpan }[] {
  return loggedRuns(readLogLines(MOST_RUNS)?.lines ?? [])
    .filter((run) => run.tabName === tabName)
    .map((run) => ({ run, span: spanFrom(msOfTime(run.startedAt, timeZone), run.seconds) }));
}

/** The log counts in whole seconds. */
function spanFrom(fromMs: number, seconds: number): TimeSpan {
  return [fromMs, fromMs + (seconds + 1) * 1000];
}

/** Whether a run began and ended while another one stood aside for it. */
function isInside([fromMs, toMs]: TimeSpan, [otherFromMs, otherToMs]: TimeSpan): boolean {
  return fromMs > otherFromMs && toMs < otherToMs;
}

/** The moment that the log shows as a time of the spreadsheet's zone, in ms since 1970. */
function msOfTime(text: string, timeZone: string): number {
  const asUtc = (time: string) => Date.parse(`${time.replace(' ', 'T')}Z`);
  const guess = asUtc(text);
  return Number.isNaN(guess) ? 0 : guess - (asUtc(spreadsheetTimeOf(guess, timeZone)) - guess);
}
