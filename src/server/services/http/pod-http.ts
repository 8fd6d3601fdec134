/** Asks a pod: the only place where a pod's key leaves, in one header, to the address it was entered for. */
import { readFetchException } from '../../../core/platform/fetch-exception.ts';
import type { TransportAnswer } from '../../../core/platform/read-answer.ts';
import { withoutKey } from '../../../core/platform/without-key.ts';

/** Waits between tries, in milliseconds, where a pod has trouble that may pass. */
const WAITS_MS = [2_000, 8_000];

/** What is asked of a pod. */
export interface PodRequest {
  readonly method: 'get' | 'post';
  readonly url: string;
  readonly payload?: string;
}

/**
 * Sends a request; trouble that may pass is tried again, for a `post` only where it cannot have arrived. What comes back never holds the
 * key.
 *
 * @param lastSendMs No request leaves after this time.
 */
export function askPod(request: PodRequest, key: string, lastSendMs: number): TransportAnswer {
  let answer = send(request, key);
  for (const waitMs of WAITS_MS) {
    if (!mayPass(answer, request) || Date.now() + waitMs > lastSendMs) break;
    Utilities.sleep(waitMs);
    answer = send(request, key);
  }
  return answer;
}

function mayPass(answer: TransportAnswer, { method }: PodRequest): boolean {
  if (answer.kind !== 'answered') return answer.kind === 'throttled' || (answer.kind === 'failed' && method === 'get');
  return answer.status === 429 || answer.status === 503 || (answer.status >= 500 && method === 'get');
}

function send({ method, url, payload }: PodRequest, key: string): TransportAnswer {
  try {
    const response = UrlFetchApp.fetch(url, {
      method,
      headers: { 'x-api-key': key, Accept: 'application/json' },
      ...(payload !== undefined && { payload, contentType: 'application/json' }),
      muteHttpExceptions: true,
      // The key must not follow a redirect to another host.
      followRedirects: false,
    });
    const text = response.getContentText();
    // Only short answers, such as errors, are searched for the key: pages of messages are long, and whoever reads them hides it.
    const isShort = text.length < 10_000;
    return {
      kind: 'answered',
      status: response.getResponseCode(),
      text: isShort && text.includes(key) ? withoutKey(text, key) : text,
      retryAfter: '',
    };
  } catch (exception) {
    return readFetchException(exception, key);
  }
}
