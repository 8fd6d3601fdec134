/** Polls the file's inbox: reads pages, takes their messages in, and only then moves on. */
import type { InboxPolled } from '../../../core/contract/events-view.ts';
import { type Inbox, type InboxToken, isItemOf, pageUrl, startToken, withToken } from '../../../core/events/inbox.ts';
import { hideKnown } from '../../../core/events/mask-secrets.ts';
import { isStatus, readInboxPage } from '../../../core/events/pod-answers.ts';
import { type Piece, piecesOf } from '../../../core/events/read-messages.ts';
import { addTaken, NOTHING_TAKEN, type Taken, told } from '../../../core/events/taken-words.ts';
import type { Failure } from '../../../core/terms/failure.ts';
import { parseDeepJson } from '../../../core/terms/parse-json.ts';
import { failure, type Result, success } from '../../../core/terms/result.ts';
import { failures } from '../../../core/words/failures.ts';
import { withDocumentLock } from '../../services/document-lock.ts';
import { askPod } from '../../services/http/pod-http.ts';
import { findSheet } from '../../services/sheet/open-tab.ts';
import { readInbox, readInboxKey, saveInbox } from '../../services/stores/inbox-store.ts';
import { noted } from '../../services/stores/intake-store.ts';
import { knownSecrets, takePieces } from './take-events.ts';

/** How long one poll may take. */
const LONGEST_POLL_MS = 240_000;

/** So many messages, so much text or so much time are taken in together: each time the whole tab is read. */
const MESSAGES_TOGETHER = 2000;
const CHARACTERS_TOGETHER = 12_000_000;
const TIME_TOGETHER_MS = 60_000;

/** A token that a pod has forgotten is replaced by a moment so long before it was read. */
const FORGOTTEN_MARGIN_MS = 24 * 3_600_000;

/**
 * Polls the inbox of this file, if there is one and this person has its key. Rows are written and flushed first, the place in the inbox
 * moves after that, so that a poll which ends anywhere loses nothing; what it reads again writes nothing.
 *
 * @param endMs When the execution should be over; a tick gives what is left of its time.
 */
export function pollInboxes(endMs: number = Date.now() + LONGEST_POLL_MS): Result<InboxPolled, Failure> {
  const inbox = readInbox();
  if (inbox === undefined) return failure(failures.noInbox());
  const key = readInboxKey(inbox.address);
  if (key === undefined) return failure(failures.noInboxKey(inbox.address));
  const polled = pollWith(inbox, key, Math.min(endMs, Date.now() + LONGEST_POLL_MS));
  const message = polled.ok ? polled.value.message : polled.error.message;
  const now = readInbox();
  if (now?.address === inbox.address) saveInbox({ ...now, lastPolledMs: Date.now(), lastMessage: message });
  return noted('inbox', polled);
}

function pollWith(inbox: Inbox, key: string, endMs: number): Result<InboxPolled, Failure> {
  const reader: PageReader = { address: inbox.address, key, endMs, asLinks: false, secrets: knownSecrets() };
  let at: InboxToken = startToken(inbox, Date.now());
  let sum: Taken = NOTHING_TAKEN;
  let pieces: Piece[] = [];
  let characters = 0;
  let since = Date.now();
  let isEnd = false;
  const seen = new Set<string>();
  while (!isEnd && Date.now() < endMs) {
    const page = readPageAt(reader, at);
    if (!page.ok) return page;
    const { next } = page.value;
    pieces.push(...page.value.pieces);
    characters += page.value.characters;
    seen.add(at.token);
    // An empty page is the end; a page that was read before would go round in circles.
    isEnd = page.value.pieces.length === 0 || next === '' || seen.has(next);
    if (next !== '') at = { token: next, isMoment: false, readMs: Date.now() };
    const isFull =
      pieces.length >= MESSAGES_TOGETHER || characters >= CHARACTERS_TOGETHER || Date.now() - since > TIME_TOGETHER_MS;
    if (pieces.length > 0 && (isEnd || isFull || Date.now() >= endMs)) {
      const taken = takeAndMoveOn(inbox, pieces, at);
      if (!taken.ok) return taken;
      sum = addTaken(sum, taken.value);
      [pieces, characters, since] = [[], 0, Date.now()];
    }
  }
  const all = told(sum);
  const more = isEnd ? '' : ' There is more: the next poll goes on.';
  return success({ ...all, message: `${all.message}${more}`, hasMore: !isEnd });
}

/** Takes messages in and remembers how far the inbox was read, in one step under the lock. */
function takeAndMoveOn(inbox: Inbox, pieces: readonly Piece[], at: InboxToken): Result<Taken, Failure> {
  return withDocumentLock(() => {
    const sheet = findSheet(inbox.tabId);
    if (sheet === undefined) return failure(failures.tabGone());
    const taken = takePieces(sheet, pieces);
    if (!taken.ok) return taken;
    const now = readInbox();
    // Somebody may have connected another inbox meanwhile, or read further than this poll.
    if (now?.address === inbox.address && !at.isMoment)
      saveInbox({ ...now, tokens: withToken(now.tokens, at.token, Date.now()) });
    return taken;
  });
}

/** How pages are asked for. */
interface PageReader {
  readonly address: string;
  readonly key: string;
  readonly endMs: number;
  /** What no cell may hold, whoever sends it. */
  readonly secrets: readonly string[];
  /** Whether the pod gives addresses only. */
  asLinks: boolean;
}

/** The messages of a page, and where it goes on. */
interface ReadPieces {
  readonly next: string;
  readonly pieces: readonly Piece[];
  /** How long the texts were that they came in. */
  readonly characters: number;
}

function readPageAt(reader: PageReader, at: InboxToken): Result<ReadPieces, Failure> {
  const { address, key, endMs } = reader;
  const ask = (from: InboxToken) => askPod({ method: 'get', url: pageUrl(address, from, reader.asLinks) }, key, endMs);
  let answer = ask(at);
  if (isStatus(answer, 415) && !reader.asLinks) {
    reader.asLinks = true;
    answer = ask(at);
  }
  const isForgotten = isStatus(answer, 400) || isStatus(answer, 404) || isStatus(answer, 410);
  if (isForgotten && !at.isMoment && at.token !== '') {
    answer = ask({ token: String(at.readMs - FORGOTTEN_MARGIN_MS), isMoment: true, readMs: at.readMs });
  }
  const page = readInboxPage(answer, reader.secrets);
  if (!page.ok) return page;
  let characters = page.value.characters;
  const pieces = page.value.contains.flatMap((item) => {
    if (typeof item !== 'string') return piecesOf(item);
    const read = readItem(reader, item);
    characters += read.characters;
    return read.pieces;
  });
  return success({ next: page.value.next, pieces, characters });
}

/** One message by its address; one that cannot be read is kept aside and stops nobody. */
function readItem({ address, key, endMs, secrets }: PageReader, link: string): Omit<ReadPieces, 'next'> {
  const unreadable = (why: string) => ({ pieces: [{ kind: 'unreadable' as const, raw: link, why }], characters: 0 });
  if (!isItemOf(address, link))
    return unreadable('The inbox names an item outside of itself, which was not asked for.');
  const answer = askPod({ method: 'get', url: link }, key, endMs);
  if (answer.kind !== 'answered' || answer.status !== 200)
    return unreadable('The inbox names this item and does not give it.');
  const value = parseDeepJson(hideKnown(answer.text, secrets));
  if (!value.ok) return unreadable('This item of the inbox is no JSON.');
  return { pieces: piecesOf(value.value), characters: answer.text.length };
}
