/** Publishes rows as messages: as a text to copy or download, or to the pod of the inbox, one request for each row. */
import type { EventsExported, EventsPublished, PublishRequest } from '../../../core/contract/events-view.ts';
import { eventRowOf } from '../../../core/events/event-layout.ts';
import type { Inbox } from '../../../core/events/inbox.ts';
import { readPublishAnswer } from '../../../core/events/pod-answers.ts';
import { markText, PUBLISHING, parsePublishMark } from '../../../core/events/publish-mark.ts';
import { type PublishContext, type PublishedRow, publishRow } from '../../../core/events/publish-row.ts';
import { listingReader } from '../../../core/listing/read-listing.ts';
import { type CellValue, plainText } from '../../../core/sheet/table.ts';
import type { Failure } from '../../../core/terms/failure.ts';
import { failure, type Result, success } from '../../../core/terms/result.ts';
import { count } from '../../../core/words/counts.ts';
import { failures } from '../../../core/words/failures.ts';
import { PUBLISH_HEADERS, type PublishColumn } from '../../../core/words/own-headers.ts';
import { spreadsheetTimeOf } from '../../services/clock.ts';
import { withDocumentLock } from '../../services/document-lock.ts';
import { type EventTab, readEventTab, standsAsRead } from '../../services/events/event-tab.ts';
import {
  findUnderWay,
  makePublishColumns,
  type PublishTexts,
  writePublishCells,
} from '../../services/events/publish-columns.ts';
import { fileMark } from '../../services/file-mark.ts';
import { askPod } from '../../services/http/pod-http.ts';
import { readContextOf } from '../../services/read-context.ts';
import { findSheet } from '../../services/sheet/open-tab.ts';
import { hiddenQuestions, rowNumbersOf, selectedRanges } from '../../services/sheet/selection.ts';
import { readInbox, readInboxKey } from '../../services/stores/inbox-store.ts';

/** How long one call may publish. */
const LONGEST_PUBLISH_MS = 240_000;

/** More rows than this are published in several steps. */
const MOST_ROWS = 500;

/** A row and what becomes of it. */
interface PreparedRow {
  readonly rowNumber: number;
  readonly published: PublishedRow;
  /** What the row said of its publishing so far. */
  readonly before: PublishTexts;
}

/** A row with a message. */
type RowToSend = PreparedRow & { readonly published: Extract<PublishedRow, { readonly kind: 'message' }> };

/** The selected rows as JSON Lines. */
export function exportEvents(request: PublishRequest): Result<EventsExported, Failure> {
  const prepared = prepare(request, { recipient: '' });
  if (!prepared.ok) return prepared;
  const { rows } = prepared.value;
  const messages = rows.flatMap(({ published }) => (published.kind === 'message' ? [published.message] : []));
  const problems = rows.flatMap(({ rowNumber, published }) =>
    published.kind === 'message' ? [] : [`Row ${rowNumber}: ${published.why}`],
  );
  const left = problems.length === 0 ? '' : ` ${count(problems.length, 'row')} left out.`;
  return success({
    text: messages.map((message) => `${JSON.stringify(message)}\n`).join(''),
    problems,
    message: `${count(messages.length, 'message')}.${left}`,
  });
}

/**
 * Sends the selected rows to the pod; each row says what became of it. A row says that its message is under way before it leaves, and
 * which one it is: whatever cuts this off, publishing again sends the same message and no other one.
 */
export function publishEvents(request: PublishRequest): Result<EventsPublished, Failure> {
  const inbox = readInbox();
  if (inbox === undefined) return failure(failures.noInbox());
  const key = readInboxKey(inbox.address);
  if (key === undefined) return failure(failures.noInboxKey(inbox.address));
  return withDocumentLock(() => {
    const address = inbox.address.replace(/inbox\/$/, 'publish/');
    const publisher = { address, fileMark: fileMark() };
    const prepared = prepare(request, { publisher, recipient: recipientOf(request, inbox) });
    if (!prepared.ok) return prepared;
    const { tab, rows, timeZone } = prepared.value;
    const rowNumbers = rows.map(({ rowNumber }) => rowNumber);
    if (!standsAsRead(tab, rowNumbers, timeZone)) return failure(failures.rowsMoveUnderMessages());
    const textOf = (ms: number) => spreadsheetTimeOf(ms, timeZone);
    const now = textOf(Date.now());
    const first = rows.map((row) => ({ rowNumber: row.rowNumber, ...firstTexts(row, now) }));
    writePublishCells(tab.sheet, makePublishColumns(tab), first);
    SpreadsheetApp.flush();
    const toSend = rows.filter((row): row is RowToSend => row.published.kind === 'message');
    const { outcomes, stop } = sendRows(toSend, address, key, textOf);
    settleRows(tab, toSend, outcomes);
    SpreadsheetApp.flush();
    if (stop !== undefined) return failure(stop);
    const left = first.filter(({ status }) => status !== PUBLISHING);
    return success({ message: statusCounts([...outcomes, ...left].map(({ status }) => status)) });
  });
}

/** What a row says before anything is sent. */
function firstTexts({ published }: PreparedRow, at: string): PublishTexts {
  switch (published.kind) {
    case 'message':
      return { status: PUBLISHING, detail: markText(published.id, published.atMs), at };
    case 'invalid':
      return { status: 'Invalid', detail: published.why, at };
    case 'skipped':
      return { status: 'Skipped', detail: published.why, at };
    default:
      return published satisfies never;
  }
}

/** What was sent, in the order of the rows, as far as it went. */
interface Sent {
  readonly outcomes: readonly PublishTexts[];
  readonly stop?: Failure;
}

function sendRows(rows: readonly RowToSend[], url: string, key: string, textOf: (ms: number) => string): Sent {
  const endMs = Date.now() + LONGEST_PUBLISH_MS;
  const outcomes: PublishTexts[] = [];
  for (const { published } of rows) {
    if (Date.now() > endMs) break;
    const answer = askPod({ method: 'post', url, payload: JSON.stringify(published.message) }, key, endMs);
    const outcome = readPublishAnswer(answer);
    if (!outcome.ok) return { outcomes, stop: outcome.error };
    outcomes.push({ ...outcome.value, at: textOf(Date.now()) });
  }
  return { outcomes };
}

/** Writes what became of rows to where they are now; one that was not sent says what it said before. */
function settleRows(
  { sheet, headerRowNumber }: EventTab,
  rows: readonly RowToSend[],
  outcomes: readonly PublishTexts[],
): void {
  const underWay = findUnderWay(sheet, headerRowNumber);
  // Whoever took the columns away does not want to read it.
  if (underWay === undefined) return;
  const free = new Map([...underWay.rowNumbers].map(([hash, rowNumbers]) => [hash, [...rowNumbers]]));
  const cells = rows.flatMap(({ published, before }, index) => {
    const rowNumber = free.get(published.id.slice(-16))?.shift();
    return rowNumber === undefined ? [] : [{ rowNumber, ...(outcomes[index] ?? before) }];
  });
  writePublishCells(sheet, underWay.places, cells);
}

function statusCounts(statuses: readonly string[]): string {
  const counted = [...new Set(statuses)].map(
    (status) => `${statuses.filter((one) => one === status).length} ${status}`,
  );
  return `${counted.join(', ') || 'No rows'}.`;
}

function recipientOf({ recipient }: PublishRequest, { address }: Inbox): string {
  return recipient === '' ? address.replace(/inbox\/$/, 'profile/card#me') : recipient;
}

/** The rows that are selected and visible, and what becomes of each. */
interface Prepared {
  readonly tab: EventTab;
  readonly rows: readonly PreparedRow[];
  readonly timeZone: string;
}

function prepare(
  { tabId, includesReceived }: PublishRequest,
  to: Pick<PublishContext, 'recipient' | 'publisher'>,
): Result<Prepared, Failure> {
  const sheet = findSheet(tabId);
  if (sheet === undefined) return failure(failures.tabGone());
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const timeZone = spreadsheet.getSpreadsheetTimeZone();
  const ranges = selectedRanges(sheet);
  const read = readEventTab(sheet, timeZone);
  if (!read.ok) return read;
  const tab = read.value;
  const data = { firstRowNumber: tab.headerRowNumber + 1, lastRowNumber: tab.nextRowNumber - 1 };
  const selected = rowNumbersOf(ranges, data);
  if (selected.length > MOST_ROWS) return failure(failures.tooManyToPublish(selected.length, MOST_ROWS));
  const visible = new Set(hiddenQuestions(sheet, selected).ask().visible);
  const { settings, layout } = tab;
  const reading = listingReader(tab.sources, settings, readContextOf(spreadsheet, timeZone, settings));
  const context = {
    nowMs: Date.now(),
    includesReceived,
    ...to,
    hidesUnflagged: settings.unflaggedAddress === 'hide',
  };
  const rows = tab.rows
    .filter(({ rowNumber }) => visible.has(rowNumber))
    .map(({ rowNumber, values }) => {
      const row = eventRowOf(values, layout, new Set());
      const before = publishTextsOf(tab, values);
      const underWay = before.status === PUBLISHING ? parsePublishMark(before.detail) : undefined;
      const rowContext = { ...context, ...(underWay && { underWay }) };
      const published = publishRow(row, reading({ rowNumber, values, texts: [] }), rowContext);
      return { rowNumber, published, before };
    });
  return rows.length === 0 ? failure(failures.nothingSelected(0, 0)) : success({ tab, rows, timeZone });
}

function publishTextsOf({ headers }: EventTab, values: readonly CellValue[]): PublishTexts {
  const text = (column: PublishColumn) => plainText(values[headers.indexOf(PUBLISH_HEADERS[column])] ?? '');
  return { status: text('status'), detail: text('detail'), at: text('at') };
}
