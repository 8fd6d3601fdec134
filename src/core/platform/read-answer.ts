/** Reads what came back: transport, then HTTP status, then JSON, then the envelope, then the `Data` of the endpoint. */

import * as v from 'valibot';
import { clipText } from '../terms/clip-text.ts';
import { parseJson } from '../terms/parse-json.ts';
import { failure, type Result, success } from '../terms/result.ts';
import { ENDPOINTS, type Endpoint } from './endpoints.ts';
import type { ApiError, ApiErrorKind } from './errors.ts';
import { type ListingPage, readListingPage } from './listing-page.ts';

/** Whether the `Data` of a create says that there is a listing now: its key, in an object or not, or a count. */
function saysCreated(data: unknown): boolean {
  if (typeof data === 'string') return data.trim() !== '';
  if (typeof data === 'number') return Number.isSafeInteger(data) && data > 0;
  const [listing] = readListingPage([data])?.listings ?? [];
  return listing !== undefined && listing.key !== '';
}

/** What the transport brings back. `failed` and `quota` carry words that are already cleaned of addresses and keys. */
export type TransportAnswer =
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly text: string;
      /** Value of the `Retry-After` header, `''` without one. */
      readonly retryAfter: string;
    }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'throttled'; readonly retryAfterMs: number }
  | { readonly kind: 'quota'; readonly reason: string };

/** What the platform confirmed. */
export type ApiAnswer =
  | { readonly endpoint: 'updateListing'; readonly updatedCount: number }
  | { readonly endpoint: 'createListing' }
  /** `page` is absent where nobody can tell what the answer lists. */
  | { readonly endpoint: 'listListings'; readonly page: ListingPage | undefined }
  | { readonly endpoint: 'deleteListings'; readonly deletedCount: number }
  | { readonly endpoint: 'updateRows'; readonly updatedIds: readonly number[] }
  | { readonly endpoint: 'getSource'; readonly itemCount: number };

const THROTTLED = 'Google asks to send fewer requests at a time';

/** Longest part of a platform message that is shown, in characters. */
const LONGEST_MESSAGE = 300;

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/**
 * The documented `Data` of each endpoint. `GetSource` is read strictly as well, since the examples of the row endpoint
 * confuse the two: a list of objects must never pass for a list of updated row IDs.
 */
const DATA_READERS = {
  updateListing: v.pipe(
    count,
    v.transform((updatedCount): ApiAnswer => ({ endpoint: 'updateListing', updatedCount })),
  ),
  // What a create answers is undocumented: a key, or how many were created, is believed; anything else has to be looked up.
  createListing: v.pipe(
    v.unknown(),
    v.check(saysCreated),
    v.transform((): ApiAnswer => ({ endpoint: 'createListing' })),
  ),
  listListings: v.pipe(
    v.unknown(),
    v.transform((data): ApiAnswer => ({ endpoint: 'listListings', page: readListingPage(data) })),
  ),
  deleteListings: v.pipe(
    v.record(v.string(), v.unknown()),
    v.transform((data) => memberOf(data, 'successcount')),
    count,
    v.transform((deletedCount): ApiAnswer => ({ endpoint: 'deleteListings', deletedCount })),
  ),
  updateRows: v.pipe(
    v.array(v.pipe(v.number(), v.integer())),
    v.transform((updatedIds): ApiAnswer => ({ endpoint: 'updateRows', updatedIds })),
  ),
  getSource: v.pipe(
    v.array(v.record(v.string(), v.unknown())),
    v.transform((items): ApiAnswer => ({ endpoint: 'getSource', itemCount: items.length })),
  ),
} satisfies Record<Endpoint, v.GenericSchema<unknown, ApiAnswer>>;

/**
 * Reads an answer.
 *
 * @param nowMs The time of the answer, for a `Retry-After` that is a date.
 * @param clean Removes the key from words of the platform, after JSON has spelt out its characters.
 */
export function readAnswer(
  endpoint: Endpoint,
  answer: TransportAnswer,
  nowMs: number,
  clean: (text: string) => string = (text) => text,
): Result<ApiAnswer, ApiError> {
  if (answer.kind === 'failed') return fail('network', `The platform could not be reached: ${answer.reason}`);
  if (answer.kind === 'throttled')
    return failure({ kind: 'rateLimited', message: THROTTLED, retryAfterMs: answer.retryAfterMs });
  if (answer.kind === 'quota') return fail('quota', answer.reason);
  const envelope = parseEnvelope(answer.text, clean);
  if (answer.status < 200 || answer.status > 299) return failure(statusError(answer, envelope, nowMs));
  if (NOT_DONE.includes(answer.status)) {
    return fail('unreadable', `HTTP status ${answer.status} does not say that it is done`, answer.status);
  }
  if (envelope === undefined) return fail('unreadable', describeUnreadable(answer.text), answer.status);
  if (envelope.doubled !== undefined) return fail('unreadable', `The answer says “${envelope.doubled}” twice`);
  const refusal = readRefusal(envelope, readRetryAfter(answer.retryAfter, nowMs));
  return refusal === undefined ? readData(endpoint, envelope) : failure(refusal);
}

/**
 * Statuses that sound well and confirm nothing: accepted for later, and a part of an answer.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#status.202 (read 2026-11-21).
 */
const NOT_DONE: readonly number[] = [202, 206];

function readData(endpoint: Endpoint, envelope: Envelope): Result<ApiAnswer, ApiError> {
  const data = v.safeParse(DATA_READERS[endpoint], envelope.data);
  if (data.success) return success(data.output);
  return fail('unreadable', `The answer to ${ENDPOINTS[endpoint].name} does not hold the data the document promises`);
}

interface Envelope {
  readonly success: unknown;
  readonly code: unknown;
  readonly message: string;
  readonly data: unknown;
  /** A name that two members share but for its case: nobody can tell which of them counts. */
  readonly doubled: string | undefined;
}

/** The envelope's members regardless of the case of their names; `undefined` when the text is no JSON object. */
function parseEnvelope(text: string, clean: (text: string) => string): Envelope | undefined {
  const json = parseObject(text);
  if (json === undefined) return undefined;
  const message = memberOf(json, 'message');
  return {
    success: memberOf(json, 'success'),
    code: memberOf(json, 'code'),
    message: typeof message === 'string' ? clip(clean(message)) : '',
    data: memberOf(json, 'data'),
    doubled: doubledName(json) ?? doubledName(memberOf(json, 'data')),
  };
}

/** The members of an object that are read by their names, whatever the case. */
const READ_MEMBERS: ReadonlySet<string> = new Set(['success', 'code', 'message', 'data', 'successcount']);

function doubledName(json: unknown): string | undefined {
  if (!v.is(v.record(v.string(), v.unknown()), json)) return undefined;
  const seen = new Set<string>();
  return Object.keys(json).find((name) => {
    const folded = name.toLowerCase();
    const isDoubled = seen.has(folded) && READ_MEMBERS.has(folded);
    seen.add(folded);
    return isDoubled;
  });
}

function parseObject(text: string): Readonly<Record<string, unknown>> | undefined {
  // Not JSON is an expected answer: a proxy's HTML page, a body that was cut off.
  const json = parseJson(text);
  return json.ok && v.is(v.record(v.string(), v.unknown()), json.value) ? json.value : undefined;
}

/**
 * A refusal the platform put inside a 2xx answer; `undefined` when the envelope says success. The documents call `Code` an
 * HTTP status: one that asks to come back is meant so here too.
 *
 * @param retryAfterMs What the answer's `Retry-After` asked for.
 */
function readRefusal(envelope: Envelope, retryAfterMs: number | undefined): ApiError | undefined {
  const { success: isSuccess, code, message } = envelope;
  if (isSuccess === undefined && code === undefined) {
    return { kind: 'unreadable', message: 'The answer is not the documented envelope' };
  }
  const codeNumber = numberOfCode(code);
  if (isSuccess === true && codeNumber === undefined) {
    return code === undefined ? undefined : { kind: 'unreadable', message: 'The answer’s Code is no whole number' };
  }
  if (isSuccess === true && codeNumber === 200) return undefined;
  const words = message === '' ? 'without giving a reason' : `with ${saidWords(message)}`;
  if (codeNumber === undefined) return { kind: 'refused', message: `The platform refused it ${words}` };
  const kind = kindOfCode(codeNumber);
  const verb = kind === 'rateLimited' || kind === 'server' ? 'could not do it' : 'refused it';
  const error = { kind, message: `The platform ${verb} (code ${codeNumber}) ${words}`, code: codeNumber };
  return retryAfterMs === undefined ? error : { ...error, retryAfterMs };
}

/** A code that is a whole number, or is written as one; a text such as `200 OK` is none. */
function numberOfCode(code: unknown): number | undefined {
  if (typeof code === 'string' && /^\d{1,9}$/.test(code)) return Number(code);
  return typeof code === 'number' && Number.isInteger(code) ? code : undefined;
}

/** What an envelope's code means: as the HTTP status where it is one of those that say so much; anything else refuses. */
function kindOfCode(code: number): ApiErrorKind {
  const kind = kindOfStatus(code);
  return kind === 'moved' || code > 599 ? 'refused' : kind;
}

function statusError(
  answer: { readonly status: number; readonly retryAfter: string },
  envelope: Envelope | undefined,
  nowMs: number,
): ApiError {
  const kind = kindOfStatus(answer.status);
  const said = envelope === undefined || envelope.message === '' ? '' : ` and ${saidWords(envelope.message)}`;
  const retryAfterMs = readRetryAfter(answer.retryAfter, nowMs);
  const error = {
    kind,
    message: `The platform answered with HTTP status ${answer.status}${said}`,
    code: answer.status,
  };
  return retryAfterMs === undefined ? error : { ...error, retryAfterMs };
}

/** What the platform says, quoted: a full stop of its own would stand before ours. */
function saidWords(message: string): string {
  return `the message "${message.replace(/(?<!\.)\.$/, '')}"`;
}

function kindOfStatus(status: number): ApiErrorKind {
  if (status === 401 || status === 403) return 'unauthorized';
  if (status === 429) return 'rateLimited';
  if (status === 408 || status === 425 || status >= 500) return 'server';
  return status >= 300 && status < 400 ? 'moved' : 'refused';
}

/**
 * Milliseconds to wait by a `Retry-After` header: seconds or an HTTP date; `undefined` when absent or not understood.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#field.retry-after (read 2026-11-21).
 */
export function readRetryAfter(header: string, nowMs: number): number | undefined {
  const text = header.trim();
  if (/^\d{1,7}$/.test(text)) return Number(text) * 1000;
  const dateMs = /[a-z]/i.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(dateMs) ? undefined : Math.max(0, dateMs - nowMs);
}

function describeUnreadable(text: string): string {
  if (text.trim() === '') return 'The answer is empty';
  const json = parseJson(text);
  if (!json.ok && json.error === 'tooDeep') return 'The answer is nested too deeply to be read';
  return text.trimStart().startsWith('<') ? 'The answer is a web page, not data' : 'The answer is cut off or not JSON';
}

function memberOf(object: Readonly<Record<string, unknown>>, lowerCaseName: string): unknown {
  const name = Object.keys(object).find((key) => key.toLowerCase() === lowerCaseName);
  return name === undefined ? undefined : object[name];
}

function clip(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return clipText(line, LONGEST_MESSAGE);
}

function fail(kind: ApiErrorKind, message: string, code?: number): Result<never, ApiError> {
  return failure(code === undefined ? { kind, message } : { kind, message, code });
}
