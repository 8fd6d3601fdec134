/** Takes messages into a tab: from a paste or file, and whatever an inbox brought. */
import type { EventsPreview, EventsRequest, EventsTaken, TakeEventsRequest } from '../../core/contract/events-view.ts';
import { LOG_TAB_NAME } from '../../core/engine/run-log.ts';
import { EVENT_FIELDS, type EventFieldName, eventField } from '../../core/events/event-fields.ts';
import { eventWrites } from '../../core/events/event-writes.ts';
import { MOST_ASIDE_LINES } from '../../core/events/kept-line.ts';
import { EVENTS_TAB_NAME } from '../../core/events/kept-line-cells.ts';
import { hideKnown } from '../../core/events/mask-secrets.ts';
import { type Piece, readMessages } from '../../core/events/read-messages.ts';
import { saidColumns } from '../../core/events/said-columns.ts';
import { type ChosenRow, previewRows, type TakenIn, takeIn } from '../../core/events/take-in.ts';
import { takenSentence } from '../../core/events/taken-words.ts';
import type { Failure } from '../../core/terms/failure.ts';
import { failure, type Result, success } from '../../core/terms/result.ts';
import { failures } from '../../core/words/failures.ts';
import { spreadsheetTimeOf } from '../services/clock.ts';
import { readConnection } from '../services/connection-store.ts';
import { withDocumentLock } from '../services/document-lock.ts';
import { saveEventSettings } from '../services/event-settings-store.ts';
import { type EventTab, groundOf, type LockedCells, readEventTab, sayContextOf } from '../services/event-tab.ts';
import { lockedCells, makeEventColumns, writeEvents } from '../services/event-writer.ts';
import { readInbox, readInboxKey } from '../services/inbox-store.ts';
import { noted } from '../services/intake-store.ts';
import { changeKeptLines, type PlacedLine, readKeptLines } from '../services/kept-lines.ts';
import { findSheet } from '../services/open-tab.ts';
import { saveTabSettings } from '../services/settings-store.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** More rows of a preview than anybody reads. */
const MOST_PREVIEW_ROWS = 100;

/** What messages would do, without writing anything. */
export function previewEvents({ text, tabId }: EventsRequest): Result<EventsPreview, Failure> {
  const opened = openPaste(text, tabId);
  if (!opened.ok) return opened;
  const { tab, pieces, timeZone } = opened.value;
  const missing = missingColumns(tab, pieces);
  const withColumns = { ...tab, layout: layoutWith(tab, missing) };
  const lines = readKeptLines(timeZone);
  const taken = plan(withColumns, lines, pieces, timeZone);
  return success({
    ...{ tabId: tab.tabId, tabName: tab.sheet.getName() },
    ...{ counts: taken.counts, message: takenSentence(taken.counts) },
    rows: previewRows(taken).slice(0, MOST_PREVIEW_ROWS),
    missingColumns: missing.map((name) => eventField(name).header),
  });
}

/** Takes pasted messages in. */
export function takeEvents({ text, tabId, makesColumns }: TakeEventsRequest): Result<EventsTaken, Failure> {
  return withDocumentLock(() => {
    const opened = openPaste(text, tabId);
    if (!opened.ok) return opened;
    const { tab, pieces } = opened.value;
    settleColumns(tab, missingColumns(tab, pieces), makesColumns);
    const taken = takePieces(tab.sheet, pieces);
    if (!taken.ok) return taken;
    const { counts } = taken.value;
    return noted('paste', success({ counts, message: takenSentence(counts) }));
  });
}

/**
 * Takes pieces into a tab whose columns are settled: reads it, plans, writes rows and lines, and flushes. To be called under the
 * document lock.
 */
export function takePieces(sheet: Sheet, pieces: readonly Piece[], chosen?: ChosenRow): Result<TakenIn, Failure> {
  const timeZone = SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetTimeZone();
  const lines = readKeptLines(timeZone);
  const tab = readEventTab(sheet, timeZone);
  if (!tab.ok) return tab;
  const taken = plan(tab.value, lines, pieces, timeZone, chosen);
  if (taken.isFull) return failure(failures.asideFull(MOST_ASIDE_LINES));
  const { layout, rows, nextRowNumber } = tab.value;
  const writes = eventWrites(taken.rows, {
    ...{ layout, nextRowNumber, rowNumbers: rows.map(({ rowNumber }) => rowNumber) },
    momentText: (ms) => spreadsheetTimeOf(ms, timeZone),
  });
  writeEvents(sheet, writes, nextRowNumber);
  changeKeptLines(lines, taken.newLines, taken.droppedLineIds);
  SpreadsheetApp.flush();
  return success(taken);
}

/** Plans; a second time with what may not be touched where rows that are there already would change. */
function plan(
  tab: EventTab,
  lines: readonly PlacedLine[],
  pieces: readonly Piece[],
  timeZone: string,
  chosen?: ChosenRow,
): TakenIn {
  const context = sayContextOf(timeZone);
  const planWith = (locked: LockedCells) =>
    takeIn(
      groundOf(
        tab,
        lines.map(({ line }) => line),
        locked,
      ),
      pieces,
      context,
      chosen,
    );
  const free = planWith(new Map());
  const touched = free.rows.flatMap(({ position, changed }) => {
    const rowNumber = position === undefined ? undefined : tab.rows[position]?.rowNumber;
    return rowNumber === undefined || changed.length === 0 ? [] : [rowNumber];
  });
  return touched.length === 0 ? free : planWith(lockedCells(tab, touched));
}

/** A pasted text, and the tab it goes into. */
interface Paste {
  readonly tab: EventTab;
  readonly pieces: readonly Piece[];
  readonly timeZone: string;
}

/** The tab that messages shall go into; the active one where it is not said. It may be blank, but none of the add-on's own. */
export function sheetForEvents(tabId: number | undefined): Result<Sheet, Failure> {
  const sheet = tabId === undefined ? SpreadsheetApp.getActiveSheet() : findSheet(tabId);
  if (sheet === undefined) return failure(failures.tabGone());
  const tabName = sheet.getName();
  const isOwn = tabName === EVENTS_TAB_NAME || tabName === LOG_TAB_NAME;
  return isOwn ? failure(failures.ownTab(tabName)) : success(sheet);
}

function openPaste(text: string, tabId: number | undefined): Result<Paste, Failure> {
  const { isJson, pieces } = readMessages(hideKnown(text, knownSecrets()));
  if (!isJson) return failure(failures.notMessages());
  const sheet = sheetForEvents(tabId);
  if (!sheet.ok) return sheet;
  const timeZone = SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetTimeZone();
  const tab = readEventTab(sheet.value, timeZone);
  return tab.ok ? success({ tab: tab.value, pieces, timeZone }) : tab;
}

/** The keys of the platform and of the inbox that this person has. */
export function knownSecrets(): readonly string[] {
  const connection = readConnection();
  const inbox = readInbox();
  const inboxKey = inbox === undefined ? undefined : readInboxKey(inbox.address);
  return [...(connection.ok ? [connection.value.key] : []), ...(inboxKey === undefined ? [] : [inboxKey])];
}

/** Columns that messages speak of, that the tab has not, and that nobody has declined. A blank tab lacks all of them. */
function missingColumns(tab: EventTab, pieces: readonly Piece[]): readonly EventFieldName[] {
  const { layout, eventSettings, headers } = tab;
  const isBlank = headers.every((header) => header === '');
  const said = isBlank ? new Set(EVENT_FIELDS.map(({ name }) => name)) : saidColumns(pieces, Date.now());
  return [...said].filter(
    (name) => !layout.columns.has(name) && !layout.fedOtherwise.has(name) && !eventSettings.declined.includes(name),
  );
}

/** For a preview: the columns as they will be. */
function layoutWith({ layout, headers }: EventTab, missing: readonly EventFieldName[]): EventTab['layout'] {
  const columns = new Map(layout.columns);
  for (const [at, name] of missing.entries()) columns.set(name, headers.length + at);
  return { ...layout, columns };
}

/** Gives a tab all columns that messages may fill; whoever connects an inbox agrees to them. */
export function settleColumnsOf(sheet: Sheet): Result<null, Failure> {
  const tab = readEventTab(sheet, SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetTimeZone());
  if (!tab.ok) return tab;
  const { layout, eventSettings } = tab.value;
  const missing = EVENT_FIELDS.map(({ name }) => name).filter(
    (name) => !layout.columns.has(name) && !layout.fedOtherwise.has(name) && !eventSettings.declined.includes(name),
  );
  settleColumns(tab.value, missing, true);
  return success(null);
}

/** Makes the missing columns, ticks those that must be shown, and remembers what nobody wanted. */
function settleColumns(tab: EventTab, missing: readonly EventFieldName[], isAgreed: boolean): void {
  const { settings, eventSettings, tabId } = tab;
  // Whether an address may be shown is no column that can be done without.
  const needed = missing.filter((name) => name === 'showAddress');
  makeEventColumns(tab, isAgreed ? missing : needed);
  if (missing.length === 0) return;
  if (!isAgreed) {
    saveEventSettings(tabId, { ...eventSettings, declined: [...eventSettings.declined, ...missing] });
    return;
  }
  const ticked = missing.map(eventField).filter(({ isTicked }) => isTicked === true);
  const extraHeaders = [...new Set([...settings.extraHeaders, ...ticked.map(({ header }) => header)])];
  if (ticked.length > 0) saveTabSettings(tabId, { ...settings, extraHeaders });
}
