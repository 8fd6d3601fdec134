/** Sends requests with UrlFetchApp and adds the key, which exists nowhere else in the chain. */

import { readFetchException } from '../../../core/platform/fetch-exception.ts';
import type { TransportAnswer } from '../../../core/platform/read-answer.ts';
import type { ApiRequest } from '../../../core/platform/request.ts';

/** An answer, and what became of its request meanwhile. */
export interface SentAnswer {
  readonly answer: TransportAnswer;
  /** It was sent twice. */
  readonly isRepeated: boolean;
  /** Google threw the answer for the whole wave: the request has none of its own, and may have arrived all the same. */
  readonly isOfWave: boolean;
}

/** Requests of this execution: each has a global scope of its own. */
let sent = 0;

/** How many requests this execution has sent to the platform. */
export function requestsSent(): number {
  return sent;
}

/** Below Google's shortest observed time-out; ignored where the option is not known yet. */
const TIMEOUT_SECONDS = 50;

/**
 * Sends requests together and returns their answers in order.
 *
 * `fetchAll` throws as a whole when a single request meets a network error, and the other answers are lost; then each
 * request is sent alone, marked as repeated, because it may have arrived already.
 *
 * @param lastSendMs No request leaves after this time.
 *
 * @see https://developers.google.com/apps-script/reference/url-fetch/url-fetch-app (read 2026-11-21).
 */
export function sendTogether(requests: readonly ApiRequest[], key: string, lastSendMs: number): readonly SentAnswer[] {
  sent += requests.length;
  try {
    const responses = UrlFetchApp.fetchAll(requests.map((request) => toFetchRequest(request, key)));
    return responses.map((response) => sentOnce(readResponse(response)));
  } catch (exception) {
    const answer = readFetchException(exception, key);
    if (requests.length === 1) return [sentOnce(answer)];
    if (answer.kind === 'failed') return sendOneByOne(requests, key, lastSendMs, answer);
    return requests.map(() => ofWave(answer));
  }
}

/** A request that is not sent again, for lack of time or because no other would fare better, keeps the common failure. */
function sendOneByOne(
  requests: readonly ApiRequest[],
  key: string,
  lastSendMs: number,
  common: TransportAnswer,
): readonly SentAnswer[] {
  let isOver = false;
  return requests.map((request) => {
    // It may have arrived, and would do its work a second time.
    if (request.isOnce === true) return sentOnce(common);
    isOver = isOver || Date.now() > lastSendMs;
    if (isOver) return ofWave(common);
    const answer = sendAlone(request, key);
    isOver = endsSending(answer);
    return { answer, isRepeated: true, isOfWave: false };
  });
}

function sentOnce(answer: TransportAnswer): SentAnswer {
  return { answer, isRepeated: false, isOfWave: false };
}

function ofWave(answer: TransportAnswer): SentAnswer {
  return { answer, isRepeated: false, isOfWave: true };
}

/** A refused key and Google's quotas hold for every request. */
function endsSending(answer: TransportAnswer): boolean {
  if (answer.kind === 'answered') return answer.status === 401 || answer.status === 403;
  return answer.kind !== 'failed';
}

function sendAlone(request: ApiRequest, key: string): TransportAnswer {
  sent += 1;
  try {
    const { url, ...options } = toFetchRequest(request, key);
    return readResponse(UrlFetchApp.fetch(url, options));
  } catch (exception) {
    return readFetchException(exception, key);
  }
}

function toFetchRequest(request: ApiRequest, key: string): GoogleAppsScript.URL_Fetch.URLFetchRequest {
  const options = {
    url: request.url,
    method: request.method,
    contentType: request.contentType,
    headers: { [request.authHeader]: key },
    payload: request.payload,
    muteHttpExceptions: true,
    // The key must not follow a redirect to another host.
    followRedirects: false,
    timeoutSeconds: TIMEOUT_SECONDS,
  };
  return options;
}

function readResponse(response: GoogleAppsScript.URL_Fetch.HTTPResponse): TransportAnswer {
  const status = response.getResponseCode();
  return {
    kind: 'answered',
    status,
    text: response.getContentText(),
    retryAfter: status === 429 || status === 503 ? retryAfterOf(response) : '',
  };
}

/** Header names come in whatever case the server used. */
function retryAfterOf(response: GoogleAppsScript.URL_Fetch.HTTPResponse): string {
  const entries = Object.entries(response.getHeaders());
  const value: unknown = entries.find(([name]) => name.toLowerCase() === 'retry-after')?.[1];
  return typeof value === 'string' ? value : '';
}
