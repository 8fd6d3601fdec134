/** Takes messages into a tab: from a paste or file, and whatever an inbox brought. */

import { hasOwnName } from '../../../core/compare/own-tabs.ts';
import type {
  EventsPreview,
  EventsRequest,
  EventsTaken,
  TakeEventsRequest,
} from '../../../core/contract/events-view.ts';
import { EVENT_FIELDS, type EventFieldName, eventField } from '../../../core/events/event-fields.ts';
import { type EventWrites, eventWrites } from '../../../core/events/event-writes.ts';
import { MOST_ASIDE_LINES } from '../../../core/events/kept-line.ts';
import { EVENTS_TAB_NAME } from '../../../core/events/kept-line-cells.ts';
import { hideKnown } from '../../../core/events/mask-secrets.ts';
import type { AllowedWords } from '../../../core/events/merge-row.ts';
import { type Piece, readMessages } from '../../../core/events/read-messages.ts';
import type { PlannedRow } from '../../../core/events/row-stories.ts';
import { saidColumns } from '../../../core/events/said-columns.ts';
import { keysForSeveralMls, SEVERAL_MLS_NOTE } from '../../../core/events/several-mls.ts';
import { type ChosenRow, previewRows, type TakenIn, takeIn } from '../../../core/events/take-in.ts';
import { type Taken, takenSentence, told } from '../../../core/events/taken-words.ts';
import { columnLetters } from '../../../core/sheet/column-letters.ts';
import { plainText } from '../../../core/sheet/table.ts';
import type { Failure } from '../../../core/terms/failure.ts';
import { failure, type Result, success } from '../../../core/terms/result.ts';
import { failures } from '../../../core/words/failures.ts';
import { spreadsheetTimeOf } from '../../services/clock.ts';
import { withDocumentLock } from '../../services/document-lock.ts';
import { type EventHurdles, hurdlesOf, NO_HURDLES } from '../../services/events/event-hurdles.ts';
import { type EventTab, groundOf, readEventTab, sayContextOf, standsAsRead } from '../../services/events/event-tab.ts';
import { makeEventColumns, takeBackAdded, writeEvents } from '../../services/events/event-writer.ts';
import {
  changeKeptLines,
  isLinesNameTaken,
  type PlacedLine,
  readKeptLines,
} from '../../services/own-tabs/kept-lines.ts';
import { findSheet } from '../../services/sheet/open-tab.ts';
import { type CellPlace, refusalOf } from '../../services/sheet/refusing-cell.ts';
import { readConnection } from '../../services/stores/connection-store.ts';
import { saveEventSettings } from '../../services/stores/event-settings-store.ts';
import { readInbox, readInboxKey } from '../../services/stores/inbox-store.ts';
import { noted } from '../../services/stores/intake-store.ts';
import { saveTabSettings } from '../../services/stores/settings-store.ts';

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
  const { taken } = plan(withColumns, lines, pieces, timeZone);
  return success({
    tabId: tab.tabId,
    tabName: tab.sheet.getName(),
    counts: taken.counts,
    message: takenSentence(taken.counts),
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
    return taken.ok ? noted('paste', success(told(taken.value))) : taken;
  });
}

/** How often a tab is read again because people moved or changed its rows meanwhile. */
const MOST_LOOKS = 4;

/** How many words that data validations refuse are found by being refused; strict lists are asked before. */
const MOST_REFUSALS = 20;

/**
 * Takes pieces into a tab whose columns are settled: reads it, plans, looks once more whether the rows stand where they stood, writes rows
 * and lines, and flushes. To be called under the document lock.
 */
export function takePieces(sheet: Sheet, pieces: readonly Piece[], chosen?: ChosenRow): Result<Taken, Failure> {
  const timeZone = SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetTimeZone();
  let lines = readKeptLines(timeZone);
  let note = '';
  const refused = new Map<EventFieldName, Set<string>>();
  for (let [look, refusals] = [0, 0]; look < MOST_LOOKS; ) {
    const tab = readEventTab(sheet, timeZone);
    if (!tab.ok) return tab;
    const planned = plan(tab.value, lines, pieces, timeZone, chosen, refused);
    const { taken, hurdles } = planned;
    if (hurdles.isOwnProtected) return failure(failures.eventsProtected(sheet.getName()));
    if (taken.isFull) return failure(failures.asideFull(MOST_ASIDE_LINES));
    if (taken.newLines.length > 0 && isLinesNameTaken(lines)) return failure(failures.nameTaken(EVENTS_TAB_NAME));
    note ||= settleKeys(tab.value, taken);
    if (!standsAsRead(tab.value, touchedRows(tab.value, taken), timeZone)) {
      look += 1;
      continue;
    }
    const writes = writesOf(planned, timeZone);
    const place = refusalOf(sheet, () => writeTaken(planned, writes, lines));
    if (place === undefined) return success({ counts: taken.counts, note });
    takeBackAdded(sheet, writes);
    const cell = plannedCell(planned, place);
    refusals += 1;
    if (cell === undefined || refusals > MOST_REFUSALS) return failure(failures.cellRefused(cellName(place)));
    refused.set(cell.name, new Set([...(refused.get(cell.name) ?? []), cell.text]));
    // What was written before the refusal counts as read again.
    lines = readKeptLines(timeZone);
  }
  return failure(failures.rowsMoveUnderMessages());
}

/** What a cell was to hold; `undefined` for a cell that no message fills. */
function plannedCell(
  { tab, taken }: Planned,
  { rowNumber, columnIndex }: CellPlace,
): { readonly name: EventFieldName; readonly text: string } | undefined {
  const [name] = [...tab.layout.columns].find(([, index]) => index === columnIndex) ?? [];
  const added = taken.rows.filter(({ position }) => position === undefined);
  const isHere = ({ position }: PlannedRow) => position !== undefined && tab.rows[position]?.rowNumber === rowNumber;
  const row = rowNumber < tab.nextRowNumber ? taken.rows.find(isHere) : added[rowNumber - tab.nextRowNumber];
  const content = name === undefined ? undefined : row?.row.cells[name];
  return name === undefined || content === undefined ? undefined : { name, text: plainText(content) };
}

function cellName({ rowNumber, columnIndex }: CellPlace): string {
  return `${columnLetters(columnIndex)}${rowNumber}`;
}

function writesOf({ tab, taken, hurdles }: Planned, timeZone: string): EventWrites {
  const { layout, rows, nextRowNumber } = tab;
  return eventWrites(taken.rows, {
    layout,
    nextRowNumber,
    lockedBelow: hurdles.lockedBelow,
    rowNumbers: rows.map(({ rowNumber }) => rowNumber),
    momentText: (ms) => spreadsheetTimeOf(ms, timeZone),
  });
}

function writeTaken({ tab, taken }: Planned, writes: EventWrites, lines: readonly PlacedLine[]): void {
  writeEvents(tab.sheet, writes, tab.nextRowNumber);
  changeKeptLines(lines, taken.newLines, taken.droppedLineIds);
  SpreadsheetApp.flush();
}

/**
 * Before the first row of a second MLS is written, the tab's listings are known by their page; answers with what people are told,
 * `''` where nothing changes.
 */
function settleKeys({ tabId, settings, layout, rows }: EventTab, { rows: planned }: TakenIn): string {
  const column = layout.columns.get('mlsName');
  if (column === undefined) return '';
  const before = rows.map(({ values }) => values[column] ?? '');
  const after = planned.map(({ row }) => row.cells.mlsName ?? '');
  const keyTypes = keysForSeveralMls(settings.keyTypes, before, after);
  if (keyTypes === undefined) return '';
  return saveTabSettings(tabId, { ...settings, keyTypes }).ok ? SEVERAL_MLS_NOTE : '';
}

/** The rows that are there already and of which a cell would change. */
function touchedRows({ rows }: EventTab, taken: TakenIn): readonly number[] {
  return taken.rows.flatMap(({ position }) => {
    const rowNumber = position === undefined ? undefined : rows[position]?.rowNumber;
    return rowNumber === undefined ? [] : [rowNumber];
  });
}

/** What is to be done with a tab, and what stands in the way. */
interface Planned {
  readonly tab: EventTab;
  readonly taken: TakenIn;
  readonly hurdles: EventHurdles;
}

/** Plans; a second time with what may not be touched where something stands in the way. */
function plan(
  tab: EventTab,
  lines: readonly PlacedLine[],
  pieces: readonly Piece[],
  timeZone: string,
  chosen?: ChosenRow,
  refused?: AllowedWords,
): Planned {
  const context = sayContextOf(timeZone);
  const keptLines = lines.map(({ line }) => line);
  const planWith = (hurdles: EventHurdles) =>
    takeIn(
      groundOf(tab, keptLines, { ...hurdles, ...(refused !== undefined && { refused }) }),
      pieces,
      context,
      chosen,
    );
  const free = planWith(NO_HURDLES);
  const touched = touchedRows(tab, free);
  const newRows = free.rows.filter(({ position }) => position === undefined).length;
  const hurdles = hurdlesOf(tab, touched, newRows);
  const isFree =
    hurdles.allowed.size === 0 &&
    hurdles.lockedBelow.size === 0 &&
    [...hurdles.locked.values()].every(({ size }) => size === 0);
  return { tab, taken: isFree ? free : planWith(hurdles), hurdles };
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
  return hasOwnName(tabName) ? failure(failures.ownTab(tabName)) : success(sheet);
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
  const isBlank = tab.headers.every((header) => header === '');
  return missingAmong(tab, isBlank ? ALL_COLUMNS : [...saidColumns(pieces, Date.now())]);
}

const ALL_COLUMNS: readonly EventFieldName[] = EVENT_FIELDS.map(({ name }) => name);

function missingAmong(
  { layout, eventSettings }: EventTab,
  names: readonly EventFieldName[],
): readonly EventFieldName[] {
  return names.filter(
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
  settleColumns(tab.value, missingAmong(tab.value, ALL_COLUMNS), true);
  return success(null);
}

/** Makes the missing columns, ticks those that must be shown, and remembers what nobody wanted. */
function settleColumns(tab: EventTab, missing: readonly EventFieldName[], isAgreed: boolean): void {
  const { settings, eventSettings, tabId } = tab;
  // Without this column nobody would know which addresses may be shown, so it is made even if people decline the others.
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
