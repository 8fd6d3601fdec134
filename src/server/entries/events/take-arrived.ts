/** Takes in what the webhook has brought: messages that wait in the script's store, and a bell that says to look into the inbox. */
import type { InboxPolled } from '../../../core/contract/events-view.ts';
import { hideKnown } from '../../../core/events/mask-secrets.ts';
import { type Piece, readMessages } from '../../../core/events/read-messages.ts';
import { addTaken, NOTHING_TAKEN, type Taken, told } from '../../../core/events/taken-words.ts';
import {
  type Arrival,
  arrivalsIn,
  cutOffNote,
  notStored,
  ringIn,
  WEBHOOK_NAMES,
} from '../../../core/events/webhook.ts';
import type { Failure } from '../../../core/terms/failure.ts';
import { failure, type Result, success } from '../../../core/terms/result.ts';
import { failures } from '../../../core/words/failures.ts';
import { withDocumentLock } from '../../services/document-lock.ts';
import { findSheet } from '../../services/sheet/open-tab.ts';
import { noted } from '../../services/stores/intake-store.ts';
import {
  keepInScript,
  readScriptProperties,
  removeFromScript,
  webhookIn,
} from '../../services/stores/webhook-store.ts';
import { pollInboxes } from './poll-inbox.ts';
import { knownSecrets, takePieces } from './take-events.ts';

/** What a look at the script's store finds, for one read. */
export function lookAtWebhook(): 'none' | 'quiet' | 'arrived' {
  const stored = readScriptProperties();
  if (webhookIn(stored) === undefined) return 'none';
  const { whole, cutOff } = arrivalsIn(stored, Date.now());
  return whole.length + cutOff.length > 0 || ringIn(stored) !== undefined ? 'arrived' : 'quiet';
}

/**
 * Takes in all that has arrived, the oldest first. Rows are written and flushed before anything is removed, so that an execution which
 * ends anywhere loses nothing; what is taken in again writes nothing.
 *
 * @param endMs When the execution should be over.
 * @returns What it did; nothing where there is no webhook.
 */
export function takeArrived(endMs: number): Result<InboxPolled | undefined, Failure> {
  const stored = readScriptProperties();
  if (webhookIn(stored) === undefined) return success(undefined);
  const { whole, cutOff } = arrivalsIn(stored, Date.now());
  const hasArrived = whole.length + cutOff.length > 0;
  const taken = hasArrived ? noted('webhook', withDocumentLock(takeStored)) : success(NONE_ARRIVED);
  if (!taken.ok) return taken;
  const ring = ringIn(stored);
  if (ring === undefined) return taken;
  const polled = pollInboxes(endMs);
  if (!polled.ok) return polled;
  // A bell that rang meanwhile is another text, and will be answered by the next look.
  if (!polled.value.hasMore) keepInScript({ [WEBHOOK_NAMES.answered]: ring });
  if (!hasArrived) return polled;
  return success({ ...told(addTaken(taken.value, polled.value)), hasMore: polled.value.hasMore });
}

const NONE_ARRIVED: InboxPolled = { ...told(NOTHING_TAKEN), hasMore: false };

/** To be called under the document lock: somebody else may just have taken in the same. */
function takeStored(): Result<InboxPolled, Failure> {
  const stored = readScriptProperties();
  const webhook = webhookIn(stored);
  const { whole, cutOff } = arrivalsIn(stored, Date.now());
  if (webhook === undefined) return success(NONE_ARRIVED);
  const taken = takeWhole(whole, webhook.tabId);
  if (!taken.ok) return taken;
  const note = cutOffNote(cutOff);
  if (note !== undefined) keepInScript(notStored(note).values);
  removeFromScript([...whole, ...cutOff].flatMap(({ names }) => names));
  return success({ ...told(taken.value), hasMore: false });
}

function takeWhole(whole: readonly Arrival[], tabId: number): Result<Taken, Failure> {
  if (whole.length === 0) return success(NOTHING_TAKEN);
  const sheet = findSheet(tabId);
  if (sheet === undefined) return failure(failures.tabGone());
  const secrets = knownSecrets();
  return takePieces(
    sheet,
    whole.flatMap(({ text }) => piecesOfArrival(hideKnown(text, secrets))),
  );
}

/** What is no JSON at all waits for a person: the sender will not send it again. */
function piecesOfArrival(text: string): readonly Piece[] {
  const { isJson, pieces } = readMessages(text);
  return isJson ? pieces : [{ kind: 'unreadable', raw: text, why: 'What the webhook brought is no JSON.' }];
}
