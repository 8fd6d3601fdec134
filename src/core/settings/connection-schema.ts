/** The connection as it is stored: one property of the file, and one of each person for each file. */
import * as v from 'valibot';
import { parseStored } from '../terms/parse-stored.ts';
import { DEFAULT_REQUESTS_AT_ONCE, requestsAtOnceSchema } from './connection.ts';
import type { FileConnection, OwnConnection } from './key-use.ts';

const VERSION = 1;

const authHeader = v.picklist(['Authorization', 'chatrobot-sessionkey']);
const place = v.object({ chatbotId: v.string(), authHeader, baseUrl: v.string() });
const givenKey = v.object({ key: v.string(), place, isTested: v.boolean() });
const sharedKey = v.object({ ...givenKey.entries, sharedBy: v.pipe(v.string(), v.minLength(1)) });

const fileConnection = v.object({
  version: v.literal(VERSION),
  chatbotId: v.string(),
  authHeader,
  requestsAtOnce: v.fallback(requestsAtOnceSchema, DEFAULT_REQUESTS_AT_ONCE),
  changedAtMs: v.number(),
  sharedKey: v.exactOptional(sharedKey),
});

const ownConnection = v.object({
  version: v.literal(VERSION),
  token: v.string(),
  agreed: v.exactOptional(place),
  keys: v.array(givenKey),
});

/** Reads what is stored in the file; `undefined` when that is nothing, or nothing this add-on has written. */
export function parseFileConnection(text: string | null): FileConnection | undefined {
  return parseStored(fileConnection, text);
}

/** Reads what is stored with a person. */
export function parseOwnConnection(text: string | null): OwnConnection | undefined {
  return parseStored(ownConnection, text);
}

/** Either of them as it is stored. */
export function storedConnection(connection: FileConnection | OwnConnection): string {
  return JSON.stringify({ ...connection, version: VERSION });
}
