/** What the answers of a pod mean: to whoever reads its inbox, and to whoever publishes there. */
import type { TransportAnswer } from '../platform/read-answer.ts';
import { clipText } from '../terms/clip-text.ts';
import type { Failure } from '../terms/failure.ts';
import { parseDeepJson, parseJson } from '../terms/parse-json.ts';
import { failure, type Result, success } from '../terms/result.ts';
import { failures } from '../words/failures.ts';
import { itemsOf, nodeOf, textOf } from './json-node.ts';
import { hideKnown } from './mask-secrets.ts';

/** A page of an inbox. */
export interface InboxPage {
  /** Where to go on; `''` at the end. */
  readonly next: string;
  /** Messages, or the addresses of messages. */
  readonly contains: readonly unknown[];
  /** How long its text was. */
  readonly characters: number;
}

/** Whether a pod answered with a status. */
export function isStatus(answer: TransportAnswer, status: number): boolean {
  return answer.kind === 'answered' && answer.status === status;
}

/**
 * The page of an inbox that an answer holds, or why it holds none.
 *
 * @param secrets What no cell may hold, whoever sends it.
 */
export function readInboxPage(answer: TransportAnswer, secrets: readonly string[]): Result<InboxPage, Failure> {
  const stop = stopOf(answer);
  if (stop !== undefined) return failure(stop);
  if (answer.kind === 'throttled') return failure(failures.inboxUnreachable('Google asks to send fewer requests.'));
  if (answer.kind !== 'answered') return failure(failures.inboxUnreachable(answer.reason));
  const { status, text } = answer;
  if (!isGood(status)) return failure(failures.inboxUnreachable(`It answers with status ${status}.${podWords(text)}`));
  const page = parsePage(hideKnown(text, secrets));
  return page === undefined
    ? failure(failures.inboxUnreachable('It answers with something that is no inbox page.'))
    : success({ ...page, characters: text.length });
}

/** Items may be nested however deeply; `undefined` for an answer that is no page, such as one for people. */
function parsePage(text: string): Omit<InboxPage, 'characters'> | undefined {
  const json = parseDeepJson(text);
  if (!json.ok) return undefined;
  const { value } = json;
  if (Array.isArray(value)) return { next: '', contains: value };
  const node = nodeOf(value);
  if (node === undefined || !('contains' in node || 'next' in node)) return undefined;
  return { next: textOf(node.next), contains: itemsOf(node.contains) };
}

/** What became of a row that was published. */
export interface PublishOutcome {
  readonly status: 'Published' | 'Rejected' | 'Failed';
  readonly detail: string;
}

/** What the answer to a published message says of its row; fails where it holds for every further row as well. */
export function readPublishAnswer(answer: TransportAnswer): Result<PublishOutcome, Failure> {
  const stop = stopOf(answer);
  if (stop !== undefined) return failure(stop);
  if (answer.kind !== 'answered')
    return success({ status: 'Failed', detail: 'The pod could not be reached. Publish again.' });
  const { status, text } = answer;
  const words = podWords(text);
  if (status === 404 || status === 415)
    return failure(failures.inboxUnreachable(`It takes no messages there (status ${status}).${words}`));
  if (isGood(status)) return success({ status: 'Published', detail: 'Accepted by the pod.' });
  return success(
    status === 400
      ? { status: 'Rejected', detail: `The pod refused it.${words} Correct the row and publish again.` }
      : { status: 'Failed', detail: `The pod answered with status ${status}.${words} Publish again.` },
  );
}

/** Why nothing more need be asked: the key is refused, or Google sends nothing more today. */
function stopOf(answer: TransportAnswer): Failure | undefined {
  if (answer.kind === 'quota') return failures.quota(answer.reason);
  if (answer.kind !== 'answered' || (answer.status !== 401 && answer.status !== 403)) return undefined;
  return failures.inboxRefused(answer.status, podWords(answer.text));
}

function isGood(status: number): boolean {
  return status >= 200 && status <= 299;
}

/** What the pod said, as far as it helps. */
function podWords(text: string): string {
  const json = parseJson(text);
  const node = json.ok ? nodeOf(json.value) : undefined;
  const words = textOf(node?.message) || textOf(node?.error);
  return words === '' ? '' : ` It says: “${clipText(words, 200)}”.`;
}
