/** `UrlFetchApp` on Google's side: limits, hosts, redirects, and which failures throw. */

import type { LatencyTable } from '../../latency.ts';
import { ServiceException } from '../../machine/service-exception.ts';
import type { FetchedResponse, FetchRequest } from './operations.ts';
import { sendRequest } from './send-request.ts';

/** Limits of a request. @see https://developers.google.com/apps-script/guides/services/quotas (read 2026-11-21) */
const MAX_URL_CHARACTERS = 2_082;
const MAX_BODY_BYTES = 50 * 1024 * 1024;
const MAX_HEADERS = 100;
const MAX_HEADER_BYTES = 8 * 1024;

/** Hops after which Google gives up. */
const MAX_REDIRECTS = 20;

/** Characters of a refused answer that an exception quotes. */
const QUOTED_CHARACTERS = 200;

/** What the network looks like from Google. */
export interface Network {
  /** Real origins by host. */
  readonly hosts: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  /** Whether a request's own time-out counts. */
  readonly isTimeoutOptional: boolean;
}

/** The answers in the order of their requests, or the one exception that takes their place. */
export interface FetchedTogether {
  readonly answers: readonly FetchedResponse[] | ServiceException;
  /** How much longer all of it took than answers usually take, by what the servers say of themselves; less if cut short. */
  readonly lateMs: number;
}

interface Fetched {
  readonly outcome: FetchedResponse | ServiceException;
  readonly lateMs: number;
}

/** Throws if Google would not even send the request. */
export function refuseUnsendable(request: FetchRequest): void {
  if (request.url === '') throw new ServiceException('Attribute provided with no value: url');
  if (request.url.length > MAX_URL_CHARACTERS) throw new ServiceException('Limit exceeded: URLFetch URL Length.');
  if (!URL.canParse(request.url) || !/^https?:/i.test(request.url)) {
    throw new ServiceException(`Invalid argument: ${request.url}`);
  }
  if (bodyOf(request).byteLength > MAX_BODY_BYTES) throw new ServiceException('Limit exceeded: URLFetch POST Size.');
  const headers = Object.entries(request.headers);
  const headerBytes = headers.reduce((sum, [name, value]) => sum + Buffer.byteLength(name + value), 0);
  if (headers.length > MAX_HEADERS || headerBytes > MAX_HEADER_BYTES) {
    throw new ServiceException('Limit exceeded: URLFetch Header Size.');
  }
}

/**
 * Fetches all requests and answers in their order. Transport failures throw even when HTTP errors are muted, and one
 * throw takes every other answer with it.
 *
 * @see https://developers.google.com/apps-script/reference/url-fetch/url-fetch-app (read 2026-11-21)
 */
export async function fetchEvery(
  requests: readonly FetchRequest[],
  network: Network,
  { fetchMs, fetchAllParallelism }: Pick<LatencyTable, 'fetchMs' | 'fetchAllParallelism'>,
): Promise<FetchedTogether> {
  const answers: FetchedResponse[] = [];
  let exception: ServiceException | undefined;
  let lateMs = 0;
  // To the end in any case, as the real one blocks until every request has been answered.
  for (let start = 0; start < requests.length; start += fetchAllParallelism) {
    const wave = requests.slice(start, start + fetchAllParallelism);
    const fetched = await Promise.all(wave.map((request) => fetchOne(request, network, fetchMs)));
    for (const { outcome } of fetched) {
      if (outcome instanceof ServiceException) exception = exception ?? outcome;
      else answers.push(outcome);
    }
    lateMs += Math.max(...fetched.map((one) => one.lateMs));
  }
  return { answers: exception ?? answers, lateMs };
}

/** An answer that its server says it took too long for comes after the time-out, and is lost. */
async function fetchOne(request: FetchRequest, network: Network, usualMs: number): Promise<Fetched> {
  const ownSeconds = network.isTimeoutOptional ? request.timeoutSeconds : undefined;
  const timeoutMs = ownSeconds === undefined ? network.timeoutMs : ownSeconds * 1000;
  const outcome = await fetchFollowing(request, network, timeoutMs);
  const timedOut = {
    outcome: new ServiceException(`Timeout: ${request.url}`),
    lateMs: Math.max(0, timeoutMs - usualMs),
  };
  if (outcome === 'timeout') return timedOut;
  if (outcome instanceof ServiceException) return { outcome, lateMs: 0 };
  const lateMs = statedMs(outcome);
  return usualMs + lateMs <= timeoutMs ? { outcome, lateMs } : timedOut;
}

/**
 * How long a server says it took, where it lets a virtual clock believe so instead of making anybody wait.
 *
 * @see https://www.w3.org/TR/server-timing/ "The Server-Timing Header Field" (read 2026-11-21)
 */
function statedMs({ headers }: FetchedResponse): number {
  const values = headers.flatMap(([name, texts]) => (name.toLowerCase() === 'server-timing' ? texts : []));
  return values.reduce((sum, value) => sum + Number(/;\s*dur=(\d+)/.exec(value)?.[1] ?? 0), 0);
}

async function fetchFollowing(
  request: FetchRequest,
  network: Network,
  timeoutMs: number,
): Promise<FetchedResponse | ServiceException | 'timeout'> {
  let current = request;
  for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
    const response = await fetchHop(current, network, timeoutMs);
    if (response === 'timeout' || response instanceof ServiceException) return response;
    const location = request.doesFollowRedirects ? locationOf(response) : undefined;
    if (location === undefined) return refuseHttpError(request, response) ?? response;
    current = redirected(current, response.status, new URL(location, current.url).href);
  }
  return new ServiceException(`Unexpected error: ${request.url}`);
}

async function fetchHop(
  request: FetchRequest,
  { hosts }: Network,
  timeoutMs: number,
): Promise<FetchedResponse | ServiceException | 'timeout'> {
  const url = new URL(request.url);
  const origin = hosts[url.host];
  if (origin === undefined) return new ServiceException(`DNS error: ${request.url}`);
  const body = request.body === undefined ? undefined : bodyOf(request);
  const answer = await sendRequest({ ...request, url, origin, body, timeoutMs });
  if (!('failure' in answer)) return answer;
  return answer.failure === 'timeout' ? 'timeout' : new ServiceException(`Address unavailable: ${request.url}`);
}

function bodyOf({ body }: FetchRequest): Uint8Array {
  return typeof body === 'string' ? new TextEncoder().encode(body) : (body ?? new Uint8Array());
}

function locationOf({ status, headers }: FetchedResponse): string | undefined {
  if (![301, 302, 303, 307, 308].includes(status)) return undefined;
  return headers.find(([name]) => name.toLowerCase() === 'location')?.[1][0];
}

/** All but 307 and 308 turn into a GET without a body. */
function redirected(request: FetchRequest, status: number, url: string): FetchRequest {
  if (status === 307 || status === 308) return { ...request, url };
  const { body: _body, ...rest } = request;
  return { ...rest, url, method: 'GET' };
}

function refuseHttpError(request: FetchRequest, { status, body }: FetchedResponse): ServiceException | undefined {
  if (request.areHttpErrorsMuted || status < 400) return undefined;
  const { origin } = new URL(request.url);
  const quoted = new TextDecoder().decode(body).slice(0, QUOTED_CHARACTERS);
  return new ServiceException(
    `Request failed for ${origin} returned code ${status}. Truncated server response: ${quoted} (use muteHttpExceptions option to examine full response)`,
  );
}
