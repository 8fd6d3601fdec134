/** The webhook: what is kept of it, what it keeps of a request, and what has arrived by it. */
import * as v from 'valibot';
import { bytesOf } from '../settings/store-room.ts';
import { partsOf, wholeText } from '../settings/stored-parts.ts';
import { lazySchema } from '../terms/lazy-schema.ts';
import { parseStored } from '../terms/parse-stored.ts';

/**
 * What a request is for. `bell`: the sender keeps an inbox too, and only says that there is something in it. `messages`: the request
 * brings the message itself.
 */
export type WebhookMode = 'bell' | 'messages';

/** The modes. */
export const WEBHOOK_MODES = ['bell', 'messages'] as const satisfies readonly WebhookMode[];

/** What the script keeps of its webhook. */
export interface Webhook {
  /** Where Google answers for the script: an address of a web app, without the secret. */
  readonly address: string;
  /** What stands behind `?k=` in the address that the sender is given. */
  readonly secret: string;
  readonly mode: WebhookMode;
  /** The tab that messages go into. */
  readonly tabId: number;
  /** Whose clock takes in what arrives. */
  readonly listener: { readonly token: string; readonly email: string };
}

/** Names in the store of the script. The record is read by whoever asks, the rest is written by the webhook alone. */
export const WEBHOOK_NAMES = {
  record: 'webhook',
  /** Another text at each ring. */
  bell: 'webhook.bell',
  /** The ring after which the inbox was read to its end. */
  answered: 'webhook.answered',
  /** The newest message that could not be kept. */
  refused: 'webhook.refused',
} as const;

const ARRIVED = 'arrived.';

/** Bytes of one message, and of all that wait: a script's store takes 500 kB, of which senders must leave some to others. */
export const LONGEST_MESSAGE_BYTES = 256_000;
const MOST_WAITING_BYTES = 300_000;

/** No execution lasts longer: what is not whole by then stays in pieces. */
const CUT_OFF_AFTER_MS = 10 * 60_000;

/** 32 random bytes, as base64 writes them in addresses. */
const SECRET = /^[\w-]{43}$/;

/**
 * Google's addresses of deployed web apps, also as those of a domain are written.
 *
 * @see https://developers.google.com/apps-script/guides/web#deploy_a_script_as_a_web_app (read 2026-11-21).
 */
const WEB_APP =
  /^https:\/\/script\.google\.com\/(?:macros|a\/(?:macros\/)?[^/?#\s]+(?:\/macros)?)\/s\/[\w-]+\/(exec|dev)$/;

const webhookSchema = lazySchema(() =>
  v.strictObject({
    version: v.literal(1),
    address: v.pipe(
      v.string(),
      v.check((text) => webAppDoor(text) === 'exec'),
    ),
    secret: v.pipe(v.string(), v.regex(SECRET)),
    mode: v.picklist(WEBHOOK_MODES),
    tabId: v.number(),
    listener: v.strictObject({ token: v.string(), email: v.string() }),
  }),
);

/** Reads what is stored; `undefined` where there is no webhook. */
export function parseWebhook(text: string | null): Webhook | undefined {
  const stored = parseStored(webhookSchema, text);
  if (stored === undefined) return undefined;
  const { version: _version, ...webhook } = stored;
  return webhook;
}

/** As it is stored. */
export function storedWebhook(webhook: Webhook): string {
  return JSON.stringify({ version: 1, ...webhook });
}

/** Which door of a web app an address leads to: `dev` is for who may edit the script. `undefined` for another address. */
export function webAppDoor(address: string): 'exec' | 'dev' | undefined {
  const door = WEB_APP.exec(address)?.[1];
  return door === 'exec' || door === 'dev' ? door : undefined;
}

/** The address that the sender is given. */
export function senderAddress({ address, secret }: Pick<Webhook, 'address' | 'secret'>): string {
  return `${address}?k=${secret}`;
}

/** Whether a text can be a secret at all. What cannot is refused without a look into the store. */
export function isSecretShape(text: string): boolean {
  return SECRET.test(text);
}

/** Whether two secrets are the same; it takes as long whether they differ at the beginning or at the end. */
export function isSameSecret(given: string, kept: string): boolean {
  let difference = given.length ^ kept.length;
  for (let index = 0; index < kept.length; index += 1) difference |= given.charCodeAt(index) ^ kept.charCodeAt(index);
  return difference === 0;
}

/** All that a store holds, by name. */
type Stored = Readonly<Record<string, string>>;

/** What is kept of a request, in one step, and what its sender is told. */
export interface Receipt {
  readonly values: Stored;
  readonly answer: string;
}

/**
 * What becomes of a request whose secret is right.
 *
 * @param stored All that the script's store holds; asked only where a message is to be kept.
 * @param id Told by the time, and no two the same: what arrived first is taken in first.
 */
export function receive({ mode }: Pick<Webhook, 'mode'>, text: string, stored: () => Stored, id: string): Receipt {
  if (mode === 'bell') return { values: { [WEBHOOK_NAMES.bell]: id }, answer: 'ok' };
  if (text.trim() === '') return { values: {}, answer: 'nothing in it' };
  const values = partsOf(ARRIVED + id, text);
  const bytes = bytesOf({ '': text });
  if (bytes > LONGEST_MESSAGE_BYTES) return notStored({ why: 'tooLong', id, bytes });
  const waiting = Object.entries(stored()).filter(([name]) => name.startsWith(ARRIVED));
  if (bytesOf(Object.fromEntries(waiting)) + bytes > MOST_WAITING_BYTES) return notStored({ why: 'full', id, bytes });
  return { values, answer: 'stored' };
}

/** An id for a request: the time, and what tells it from others of the same millisecond. */
export function arrivalId(nowMs: number, random: string): string {
  return `${String(nowMs).padStart(13, '0')}-${random}`;
}

/** Why a message is not there: too long, no room among those that wait, Google failed, or the script was ended meanwhile. */
export type RefusedWhy = 'tooLong' | 'full' | 'failed' | 'cutOff';

/** A message that could not be kept. */
export interface Refused {
  readonly why: RefusedWhy;
  readonly id: string;
  readonly bytes: number;
}

const refusedSchema = lazySchema(() =>
  v.strictObject({
    why: v.picklist(['tooLong', 'full', 'failed', 'cutOff']),
    id: v.string(),
    bytes: v.number(),
  }),
);

/** The receipt for what could not be kept: a person is told, since many senders never read an answer. */
export function notStored(refused: Refused): Receipt {
  return { values: { [WEBHOOK_NAMES.refused]: JSON.stringify(refused) }, answer: 'not stored' };
}

/** The newest message that could not be kept, and when it came. */
export function refusedIn(stored: Stored): (Refused & { readonly atMs: number }) | undefined {
  const refused = parseStored(refusedSchema, stored[WEBHOOK_NAMES.refused] ?? null);
  return refused && { ...refused, atMs: momentOf(refused.id) };
}

/** A message that has arrived. */
export interface Arrival {
  /** Where it is stored; the first one says how many there are. */
  readonly names: readonly string[];
  readonly text: string;
}

/** What has arrived, the oldest first, and what was cut off on its way. What is just being stored is neither. */
export function arrivalsIn(
  stored: Stored,
  nowMs: number,
): { readonly whole: readonly Arrival[]; readonly cutOff: readonly Arrival[] } {
  const namesById = new Map<string, string[]>();
  for (const name of Object.keys(stored)
    .filter((one) => one.startsWith(ARRIVED))
    .sort()) {
    const [base = ''] = name.split(':');
    namesById.set(base, [...(namesById.get(base) ?? []), name]);
  }
  const whole: Arrival[] = [];
  const cutOff: Arrival[] = [];
  for (const [base, names] of namesById) {
    const text = wholeText(base, stored);
    if (text !== null) whole.push({ names, text });
    else if (nowMs - momentOf(base.slice(ARRIVED.length)) > CUT_OFF_AFTER_MS) cutOff.push({ names, text: '' });
  }
  return { whole, cutOff };
}

/** The note about messages that were cut off on their way. */
export function cutOffNote([first]: readonly Arrival[]): Refused | undefined {
  const name = first?.names[0];
  if (name === undefined) return undefined;
  const [id = ''] = name.slice(ARRIVED.length).split(':');
  return { why: 'cutOff', id, bytes: 0 };
}

/** Whether it has rung since the inbox was read to its end; then the ring. */
export function ringIn(stored: Stored): string | undefined {
  const { [WEBHOOK_NAMES.bell]: bell, [WEBHOOK_NAMES.answered]: answered } = stored;
  return bell === answered ? undefined : bell;
}

function momentOf(id: string): number {
  const ms = Number(id.slice(0, 13));
  return Number.isFinite(ms) ? ms : 0;
}
