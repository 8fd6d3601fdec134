/** What the sidebar asks about messages: what is connected, what waits for a person, and what is to become of it. */
import type {
  ArrivedLately,
  EventsTaken,
  EventsView,
  InboxInput,
  KeptChoice,
} from '../../../core/contract/events-view.ts';
import {
  firstToken,
  INBOX_HOSTS,
  type Inbox,
  type InboxToken,
  inboxAddress,
  pageUrl,
} from '../../../core/events/inbox.ts';
import type { Intake } from '../../../core/events/intake-log.ts';
import { isStatus, readInboxPage } from '../../../core/events/pod-answers.ts';
import { readMessages } from '../../../core/events/read-messages.ts';
import { NOTHING_TAKEN, told } from '../../../core/events/taken-words.ts';
import { clipText } from '../../../core/terms/clip-text.ts';
import type { Failure } from '../../../core/terms/failure.ts';
import { failure, type Result, success } from '../../../core/terms/result.ts';
import { failures } from '../../../core/words/failures.ts';
import { spreadsheetTimeOf } from '../../services/clock.ts';
import { withDocumentLock } from '../../services/document-lock.ts';
import { readEventTab } from '../../services/events/event-tab.ts';
import { askPod } from '../../services/http/pod-http.ts';
import { changeKeptLines, type PlacedLine, readKeptLines } from '../../services/own-tabs/kept-lines.ts';
import { findSheet } from '../../services/sheet/open-tab.ts';
import { forgetInbox, readInbox, readInboxKey, saveInbox, saveInboxKey } from '../../services/stores/inbox-store.ts';
import { readIntakes } from '../../services/stores/intake-store.ts';
import { settleColumnsOf, sheetForEvents, takePieces } from './take-events.ts';

/** More waiting messages than a list shows. */
const MOST_SHOWN = 50;
const EXCERPT_LENGTH = 300;

/** What is connected, and what waits for a person. */
export function readEventsView(): EventsView {
  const timeZone = timeZoneNow();
  const inbox = readInbox();
  const aside = readKeptLines(timeZone).filter(({ line }) => line.kind === 'aside');
  return {
    ...(inbox && { inbox: inboxView(inbox, timeZone) }),
    lately: readIntakes().map((intake) => latelyView(intake, timeZone)),
    inboxHosts: INBOX_HOSTS,
    asideCount: aside.length,
    aside: aside.slice(0, MOST_SHOWN).map(({ line }) => ({
      id: line.id,
      why: line.why,
      listing: line.listing,
      excerpt: clipText(line.raw, EXCERPT_LENGTH),
      keptAt: spreadsheetTimeOf(line.keptMs, timeZone),
    })),
  };
}

const DOORS: Readonly<Record<Intake['door'], string>> = { paste: 'Paste or file', inbox: 'Inbox', webhook: 'Webhook' };

function latelyView({ door, atMs, message, isProblem, times }: Intake, timeZone: string): ArrivedLately {
  return {
    at: spreadsheetTimeOf(atMs, timeZone),
    door: DOORS[door],
    outcome: times === 1 ? message : `${message} ${times} times in a row.`,
    isProblem,
  };
}

function inboxView(inbox: Inbox, timeZone: string): NonNullable<EventsView['inbox']> {
  const { address, tabId, lastMessage, lastPolledMs } = inbox;
  return {
    address,
    tabId,
    tabName: findSheet(tabId)?.getName() ?? '',
    hasKey: readInboxKey(address) !== undefined,
    lastMessage,
    lastPolledAt: lastPolledMs === 0 ? '' : spreadsheetTimeOf(lastPolledMs, timeZone),
  };
}

/** Connects an inbox once it has answered; nothing is kept of one that refuses. The tab gets the columns that messages fill. */
export function connectInbox({ address: typed, key, tabId: wantedId, start }: InboxInput): Result<EventsView, Failure> {
  const address = inboxAddress(typed);
  if (address === undefined) return failure(failures.badInbox(INBOX_HOSTS.join(', ')));
  const sheet = sheetForEvents(wantedId);
  if (!sheet.ok) return sheet;
  const tabId = sheet.value.getSheetId();
  const token = firstToken(start, Date.now());
  const tested = testInbox(address, key, token);
  if (!tested.ok) return tested;
  return withDocumentLock(() => {
    const settled = settleColumnsOf(sheet.value);
    if (!settled.ok) return settled;
    // The key first: without it the inbox is of no use to anybody.
    saveInboxKey(address, key);
    const known = readInbox();
    const goesOn = known !== undefined && known.address === address && known.tabId === tabId && start === 'now';
    saveInbox(goesOn ? known : { address, tabId, tokens: [token], lastPolledMs: 0, lastMessage: '' });
    return success(readEventsView());
  });
}

function testInbox(address: string, key: string, token: InboxToken): Result<null, Failure> {
  const answer = askPod({ method: 'get', url: pageUrl(address, token, true) }, key, Date.now());
  // A pod may offer whole messages only.
  if (isStatus(answer, 415)) return success(null);
  const page = readInboxPage(answer, [key]);
  return page.ok ? success(null) : page;
}

/** Forgets the inbox of this file and this person's key for it. Messages that were taken in stay. */
export function disconnectInbox(): EventsView {
  forgetInbox();
  return readEventsView();
}

/** Does with a message that waits for a person what the person chose. */
export function settleKept({ id, choice, tabId, rowNumber }: KeptChoice): Result<EventsTaken, Failure> {
  return withDocumentLock(() => {
    const lines = readKeptLines(timeZoneNow());
    const placed = lines.find(({ line }) => line.id === id && line.kind === 'aside');
    if (placed === undefined) return failure(failures.keptLineGone());
    return choice === 'discard' ? discard(lines, placed) : tryAgain(placed, tabId, rowNumber);
  });
}

/** The line stays without its message, so that the same message is not put aside again. */
function discard(lines: readonly PlacedLine[], { line }: PlacedLine): Result<EventsTaken, Failure> {
  changeKeptLines(lines, [{ ...line, kind: 'discarded', raw: '', keptMs: Date.now() }], [line.id]);
  SpreadsheetApp.flush();
  return success({ ...NOTHING_TAKEN, message: 'Discarded.' });
}

function tryAgain({ line }: PlacedLine, tabId: number, rowNumber: number | undefined): Result<EventsTaken, Failure> {
  const sheet = findSheet(tabId);
  if (sheet === undefined) return failure(failures.tabGone());
  const { pieces } = readMessages(line.raw);
  const tab = rowNumber === undefined ? undefined : readEventTab(sheet, timeZoneNow());
  if (tab?.ok === false) return tab;
  const position = tab?.value.rows.findIndex((row) => row.rowNumber === rowNumber);
  if (position === -1) return failure(failures.badArgument(`row ${rowNumber} holds no listing`));
  const taken = takePieces(sheet, pieces, position === undefined ? undefined : { position });
  if (!taken.ok) return taken;
  const isPlaced = pieces.length > 0 && taken.value.counts.aside === 0;
  if (isPlaced) {
    changeKeptLines(readKeptLines(timeZoneNow()), [], [line.id]);
    SpreadsheetApp.flush();
  }
  return success(isPlaced ? told(taken.value) : { ...taken.value, message: `It still waits. ${line.why}` });
}

function timeZoneNow(): string {
  return SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetTimeZone();
}
