/** Server-sent events: one hub that every open page listens to. */
import type { RequestLine, ServerEvent } from './wire.ts';

/** Sends events to every listener. */
export interface EventHub {
  /** Sends an event; requests that wait to be told go first. */
  send(event: ServerEvent): void;
  /** Tells of a change, once for all that come in the next moment. */
  sendChange(): void;
  /** Tells of a request, together with those that come in the next moment. */
  sendRequest(line: RequestLine): void;
  /** A `text/event-stream` answer that lives until its reader goes away; the first event is `hello`. */
  open(): Response;
  /** Ends every open stream, so that the server can close. */
  close(): void;
}

/** Requests closer together than this are told as one event: a run sends dozens in a second. */
const REQUESTS_MS = 100;

/**
 * Tells a browser whose stream has ended not to come back.
 *
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html "a client can be told to stop reconnecting using the
 * HTTP 204 No Content response code" (read 2026-11-29).
 */
const NO_MORE = 204;

/** Creates a hub without listeners; `changeDelayMs` says how long a change may wait for the next one. */
export function createEventHub(changeDelayMs: () => number): EventHub {
  const readers = new Set<ReadableStreamDefaultController<Uint8Array>>();
  let changeTimer: NodeJS.Timeout | undefined;
  let requestTimer: NodeJS.Timeout | undefined;
  let lines: RequestLine[] = [];
  let isClosed = false;

  const broadcast = (event: ServerEvent): void => {
    const encoded = encodeEvent(event);
    for (const reader of readers) {
      reader.enqueue(encoded);
    }
  };
  const tellRequests = (): void => {
    clearTimeout(requestTimer);
    requestTimer = undefined;
    if (lines.length > 0) {
      const told = lines;
      lines = [];
      broadcast({ kind: 'requests', lines: told });
    }
  };

  return {
    send(event) {
      tellRequests();
      broadcast(event);
    },
    sendChange() {
      changeTimer ??= setTimeout(() => {
        changeTimer = undefined;
        broadcast({ kind: 'changed' });
      }, changeDelayMs());
    },
    sendRequest(line) {
      lines.push(line);
      requestTimer ??= setTimeout(tellRequests, REQUESTS_MS);
    },
    open: () => (isClosed ? new Response(null, { status: NO_MORE }) : streamTo(readers)),
    close() {
      isClosed = true;
      clearTimeout(changeTimer);
      clearTimeout(requestTimer);
      for (const reader of readers) {
        reader.close();
      }
      readers.clear();
    },
  };
}

function streamTo(readers: Set<ReadableStreamDefaultController<Uint8Array>>): Response {
  let own: ReadableStreamDefaultController<Uint8Array> | undefined;
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      own = controller;
      readers.add(controller);
      controller.enqueue(encodeEvent({ kind: 'hello' }));
    },
    cancel() {
      if (own !== undefined) {
        readers.delete(own);
      }
    },
  });
  return new Response(stream, { headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store' } });
}

function encodeEvent(event: ServerEvent): Uint8Array {
  return new TextEncoder().encode(`data: ${JSON.stringify(event)}\n\n`);
}
