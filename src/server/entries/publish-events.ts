/** Publishes rows as messages: as a text to copy or download, or to the pod of the inbox, one request for each row. */
import type { EventsExported, EventsPublished, PublishRequest } from '../../core/contract/events-view.ts';
import { eventRowOf } from '../../core/events/event-layout.ts';
import { type Inbox, podWords } from '../../core/events/inbox.ts';
import { type PublishedRow, publishRow } from '../../core/events/publish-row.ts';
import { publishedId } from '../../core/events/published-ids.ts';
import { listingReader } from '../../core/listing/read-listing.ts';
import type { TransportAnswer } from '../../core/platform/read-answer.ts';
import type { Failure } from '../../core/terms/failure.ts';
import { failure, type Result, success } from '../../core/terms/result.ts';
import { count } from '../../core/words/counts.ts';
import { failures } from '../../core/words/failures.ts';
import { spreadsheetTimeOf } from '../services/clock.ts';
import { withDocumentLock } from '../services/document-lock.ts';
import { type EventTab, readEventTab } from '../services/event-tab.ts';
import { readInbox, readInboxKey } from '../services/inbox-store.ts';
import { findSheet } from '../services/open-tab.ts';
import { askPod } from '../services/pod-http.ts';
import { makePublishColumns, type PublishCells, writePublishCells } from '../services/publish-columns.ts';
import { rememberPublished } from '../services/published-store.ts';
import { readContextOf } from '../services/read-context.ts';
import { hiddenQuestions, rowNumbersOf, selectedRanges } from '../services/selection.ts';

/** How long one call may publish. */
const LONGEST_PUBLISH_MS = 240_000;

/** More rows than this are published in several steps. */
const MOST_ROWS = 500;

/** A row and what becomes of it. */
interface PreparedRow {
  readonly rowNumber: number;
  readonly identity: string;
  readonly published: PublishedRow;
}

/** The selected rows as JSON Lines. */
export function exportEvents(request: PublishRequest): Result<EventsExported, Failure> {
  const prepared = prepare(request, '');
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

/** Sends the selected rows to the pod; each row says what became of it. */
export function publishEvents(request: PublishRequest): Result<EventsPublished, Failure> {
  const inbox = readInbox();
  if (inbox === undefined) return failure(failures.noInbox());
  const key = readInboxKey(inbox.address);
  if (key === undefined) return failure(failures.noInboxKey(inbox.address));
  return withDocumentLock(() => {
    const prepared = prepare(request, recipientOf(request, inbox));
    if (!prepared.ok) return prepared;
    const { tab, rows } = prepared.value;
    const places = makePublishColumns(tab);
    const ended = sendRows(rows, inbox, key);
    writePublishCells(tab.sheet, places, ended.cells);
    rememberPublished(ended.ids);
    SpreadsheetApp.flush();
    if (ended.stop !== undefined) return failure(ended.stop);
    const statuses = ended.cells.map(({ status }) => status);
    const counted = [...new Set(statuses)].map(
      (status) => `${statuses.filter((one) => one === status).length} ${status}`,
    );
    return success({ message: `${counted.join(', ') || 'No rows'}.` });
  });
}

/** What was sent, as far as it went. */
interface Sent {
  readonly cells: readonly PublishCells[];
  readonly ids: readonly string[];
  readonly stop?: Failure;
}

function sendRows(rows: readonly PreparedRow[], inbox: Inbox, key: string): Sent {
  const endMs = Date.now() + LONGEST_PUBLISH_MS;
  const url = inbox.address.replace(/inbox\/$/, 'publish/');
  const timeZone = SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetTimeZone();
  const cells: PublishCells[] = [];
  const ids: string[] = [];
  for (const { rowNumber, published } of rows) {
    const at = spreadsheetTimeOf(Date.now(), timeZone);
    if (published.kind !== 'message') {
      cells.push({
        rowNumber,
        at,
        status: published.kind === 'invalid' ? 'Invalid' : 'Skipped',
        detail: published.why,
      });
      continue;
    }
    if (Date.now() > endMs) break;
    const answer = askPod({ method: 'post', url, payload: JSON.stringify(published.message) }, key, endMs);
    const stop = stopOf(answer);
    if (stop !== undefined) return { cells, ids, stop };
    cells.push({ rowNumber, at, ...outcomeOf(answer) });
    const id = answer.kind === 'answered' ? publishedId(answer.text) : '';
    if (id !== '') ids.push(id);
  }
  return { cells, ids };
}

/** What holds for every further row as well. */
function stopOf(answer: TransportAnswer): Failure | undefined {
  if (answer.kind === 'quota') return failures.quota(answer.reason);
  if (answer.kind !== 'answered') return undefined;
  const { status, text } = answer;
  if (status === 401 || status === 403) return failures.inboxRefused(status, podWords(text));
  return status === 404 || status === 415
    ? failures.inboxUnreachable(`It takes no messages there (status ${status}).${podWords(text)}`)
    : undefined;
}

function outcomeOf(answer: TransportAnswer): { readonly status: string; readonly detail: string } {
  if (answer.kind !== 'answered') return { status: 'Failed', detail: 'The pod could not be reached. Publish again.' };
  const { status, text } = answer;
  if (status >= 200 && status < 300) return { status: 'Published', detail: 'Accepted by the pod.' };
  if (status === 400)
    return { status: 'Rejected', detail: `The pod refused it.${podWords(text)} Correct the row and publish again.` };
  return { status: 'Failed', detail: `The pod answered with status ${status}.${podWords(text)} Publish again.` };
}

function recipientOf({ recipient }: PublishRequest, { address }: Inbox): string {
  return recipient === '' ? address.replace(/inbox\/$/, 'profile/card#me') : recipient;
}

function prepare(
  { tabId, includesReceived }: PublishRequest,
  recipient: string,
): Result<{ readonly tab: EventTab; readonly rows: readonly PreparedRow[] }, Failure> {
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
    ...{ nowMs: Date.now(), recipient, includesReceived },
    hidesUnflagged: settings.unflaggedAddress === 'hide',
  };
  const rows = tab.rows
    .filter(({ rowNumber }) => visible.has(rowNumber))
    .map(({ rowNumber, values }) => {
      const row = eventRowOf(values, layout, new Set());
      const published = publishRow(row, reading({ rowNumber, values, texts: [] }), context);
      return { rowNumber, identity: '', published };
    });
  return rows.length === 0 ? failure(failures.nothingSelected(0, 0)) : success({ tab, rows });
}
