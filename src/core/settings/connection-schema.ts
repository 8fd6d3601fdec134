/** The connection as it is stored: one property of the file, and one of each person for each file. */
import * as v from 'valibot';
import { lazySchema } from '../terms/lazy-schema.ts';
import { parseStored } from '../terms/parse-stored.ts';
import { type ConnectionView, requestsAtOnceSchema } from './connection.ts';
import { maskedKey } from './connection-view.ts';
import type { FileConnection, OwnConnection } from './key-use.ts';
import { DEFAULT_REQUESTS_AT_ONCE } from './requests-at-once.ts';

const VERSION = 1;

const authHeader = v.picklist(['Authorization', 'chatrobot-sessionkey']);
const place = v.object({ chatbotId: v.string(), authHeader, baseUrl: v.string() });
const givenKey = v.object({ key: v.string(), place, isTested: v.boolean() });
const sharedKey = v.object({ ...givenKey.entries, sharedBy: v.pipe(v.string(), v.minLength(1)) });

const fileConnection = lazySchema(() =>
  v.object({
    version: v.literal(VERSION),
    chatbotId: v.string(),
    authHeader,
    requestsAtOnce: v.fallback(requestsAtOnceSchema, DEFAULT_REQUESTS_AT_ONCE),
    changedAtMs: v.number(),
    sharedKey: v.exactOptional(sharedKey),
  }),
);

const ownConnection = lazySchema(() =>
  v.object({
    version: v.literal(VERSION),
    token: v.string(),
    agreed: v.exactOptional(place),
    keys: v.array(givenKey),
  }),
);

/** Reads what is stored in the file; `undefined` when that is nothing, or nothing this add-on has written. */
export function parseFileConnection(text: string | null): FileConnection | undefined {
  return parseStored(fileConnection, text);
}

/** Reads what is stored with a person. */
export function parseOwnConnection(text: string | null): OwnConnection | undefined {
  return parseStored(ownConnection, text);
}

const keptView = lazySchema(() =>
  v.object({
    ofFile: v.string(),
    view: v.strictObject({
      isConnected: v.boolean(),
      isTested: v.boolean(),
      maskedKey: v.string(),
      chatbotId: v.string(),
      authHeader,
      sharing: v.picklist(['me', 'file']),
      keyOwner: v.picklist(['me', 'another', 'nobody']),
      requestsAtOnce: v.number(),
      host: v.string(),
    }),
  }),
);

/**
 * What a person was shown of a file's connection, to be kept for a while so that a glance need not read it again; it holds no
 * key. `undefined` where something waits for an answer: that is read each time.
 */
export function keptConnectionView(file: FileConnection | undefined, view: ConnectionView): string | undefined {
  return view.waiting === undefined ? JSON.stringify({ ofFile: markOf(file), view }) : undefined;
}

/** What was kept, if it was of the connection that the file has now. */
export function parseConnectionView(text: string | null, file: FileConnection | undefined): ConnectionView | undefined {
  const kept = parseStored(keptView, text);
  return kept?.ofFile === markOf(file) ? kept.view : undefined;
}

/** All that can be seen of a file's connection. */
function markOf(file: FileConnection | undefined): string {
  const { sharedKey } = file ?? {};
  const seen = sharedKey === undefined ? {} : { sharedKey: { ...sharedKey, key: maskedKey(sharedKey.key) } };
  return JSON.stringify(file === undefined ? {} : { ...file, ...seen });
}

/** Either of them as it is stored. */
export function storedConnection(connection: FileConnection | OwnConnection): string {
  return JSON.stringify({ ...connection, version: VERSION });
}
