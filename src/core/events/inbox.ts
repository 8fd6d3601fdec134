/** An inbox that is polled: where it is, and where its reading goes on. */
import * as v from 'valibot';
import { lazySchema } from '../terms/lazy-schema.ts';
import { parseStored } from '../terms/parse-stored.ts';

/**
 * Hosts whose inboxes may be polled, as the manifest's `urlFetchWhitelist` names them. Nobody publishes which hosts pods have: these are the
 * domains on which the service is described, and whoever deploys for another one puts it in both places (docs/install-guide.md).
 *
 * @see https://realestate.yodata.me and https://reflex.bhhsresource.com (read 2026-11-21).
 */
export const INBOX_HOSTS: readonly string[] = ['*.yodata.me', '*.bhhsresource.com'];

/** A token that was read, and when. */
export interface InboxToken {
  /** `''`: from the very beginning. */
  readonly token: string;
  /** Whether the token is a moment rather than a token of the pod. */
  readonly isMoment: boolean;
  readonly readMs: number;
}

/** What is known of a file's inbox; the key is not here. */
export interface Inbox {
  /** Such as `https://team.pods.example.org/inbox/`. */
  readonly address: string;
  /** The tab that messages go into. */
  readonly tabId: number;
  /** The newest last; three at most. */
  readonly tokens: readonly InboxToken[];
  /** What the last poll did, as a sentence, and when. */
  readonly lastPolledMs: number;
  readonly lastMessage: string;
}

/** Items may appear late, so each poll begins with what was there a while ago. */
const OVERLAP_MS = 15 * 60_000;
const MOST_TOKENS = 3;

const tokenSchema = v.strictObject({ token: v.string(), isMoment: v.boolean(), readMs: v.number() });
const inboxSchema = lazySchema(() =>
  v.strictObject({
    address: v.pipe(v.string(), v.check(isInboxAddress)),
    tabId: v.number(),
    tokens: v.pipe(v.array(tokenSchema), v.minLength(1), v.maxLength(MOST_TOKENS)),
    lastPolledMs: v.number(),
    lastMessage: v.string(),
  }),
);

/** Reads a stored inbox; `undefined` where there is none that can be trusted. */
export function parseInbox(text: string | null): Inbox | undefined {
  return parseStored(inboxSchema, text);
}

/** An address as it is kept: with the path of the inbox and nothing behind it. */
export function inboxAddress(text: string): string | undefined {
  const match = /^(?:https:\/\/)?([a-z0-9.-]+)(?:\/(?:inbox\/?)?)?$/i.exec(text.trim());
  const host = match?.[1]?.toLowerCase();
  return host === undefined || !isKnownHost(host) ? undefined : `https://${host}/inbox/`;
}

function isInboxAddress(text: string): boolean {
  return inboxAddress(text) === text;
}

function isKnownHost(host: string): boolean {
  return INBOX_HOSTS.some((known) => (known.startsWith('*.') ? host.endsWith(known.slice(1)) : host === known));
}

/** Where the reading of an inbox that is just connected begins: everything, or from now on by a clock that may differ from the pod's. */
export function firstToken(start: 'now' | 'everything', nowMs: number): InboxToken {
  return start === 'everything'
    ? { token: '', isMoment: false, readMs: nowMs }
    : { token: String(nowMs - OVERLAP_MS), isMoment: true, readMs: nowMs };
}

/** Where a poll begins: the newest token that was read a while ago, else the oldest that is kept. */
export function startToken({ tokens }: Pick<Inbox, 'tokens'>, nowMs: number): InboxToken {
  const settled = tokens.filter(({ readMs }) => nowMs - readMs >= OVERLAP_MS);
  const [oldest] = tokens;
  const start = settled[settled.length - 1] ?? oldest;
  if (start === undefined) throw new Error('An inbox has one token at least.');
  return start;
}

/** The tokens after another was read: the one that the next poll begins with is among them. */
export function withToken(tokens: readonly InboxToken[], token: string, nowMs: number): readonly InboxToken[] {
  const last = tokens[tokens.length - 1];
  if (last?.token === token) return tokens;
  const all = [...tokens, { token, isMoment: false, readMs: nowMs }];
  if (all.length <= MOST_TOKENS) return all;
  const [, second] = all;
  const isFirstDone = second !== undefined && nowMs - second.readMs >= OVERLAP_MS;
  // Otherwise the oldest is still needed, and so is one between it and now.
  return isFirstDone ? all.slice(1) : [...all.slice(0, 2), ...all.slice(3)];
}

/** The address of a page. */
export function pageUrl(
  address: string,
  { token, isMoment }: Pick<InboxToken, 'token' | 'isMoment'>,
  asLinks: boolean,
): string {
  const query = [
    ...(token === '' ? [] : [`from=${encodeURIComponent(token)}`]),
    ...(isMoment ? ['by=timestamp'] : []),
    `format=${asLinks ? 'links' : 'full'}`,
  ];
  return `${address}?${query.join('&')}`;
}

/** Whether a link leads to an item of the inbox itself: the key goes nowhere else. */
export function isItemOf(address: string, link: string): boolean {
  const rest = link.startsWith(address) ? link.slice(address.length) : '';
  return rest !== '' && !/[?#\\]|\.\./.test(rest);
}
